"""Drafts sent by mail (.eml): subject as the headline, then the message. Nothing but the standard library is needed."""

from __future__ import annotations

import re
from email import message_from_binary_file
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from typing import IO

from ..errors import InputError
from . import html, plain
from .document import Document, Paragraph
from .model import Draft, Place


def read(file: IO[bytes], path: str) -> Draft:
    """A mail message; its plain text where it has one, else its HTML. Attached files are named, not read.

    Raises:
        InputError: no mail message, or one without text.
    """
    try:
        message = message_from_binary_file(file, policy=default)
    except (MessageError, ValueError, LookupError):
        raise InputError("the message is damaged and cannot be read", path) from None
    assert isinstance(message, EmailMessage)
    if not any(message.get(h) for h in ("From", "Subject", "Date", "Received", "Content-Type")):
        raise InputError("this is no mail message, whatever its name says; save the draft as .txt", path)
    document = Document(path, "eml")
    subject = " ".join(str(message.get("Subject", "")).split())
    if subject:
        headline = Paragraph("headline")
        headline.add(subject, Place(0, 0, where="subject"))
        document.paragraphs.append(headline)
    try:
        body = message.get_body(("plain", "html"))
        text = "" if body is None else str(body.get_content())
    except (MessageError, ValueError, LookupError, KeyError):
        raise InputError("the message is damaged or encrypted; save its text as .txt", path) from None
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
        raise InputError("the message is encrypted; save its text as .txt", path)
    if body is not None and body.get_content_type() == "text/html":
        document.take(html.read(text, path))
    else:
        if body is not None and body.get_param("format") == "flowed":
            text = re.sub(r"(?<!\n-- )(?<= )\r?\n", "", text)
        document.take(plain.read(text.replace("\r\n", "\n"), path))
    for number, part in enumerate(message.iter_attachments(), 1):
        document.notices.append(
            f"attached file {number} ({part.get_content_type()}) is not read; save and check it"
        )
        document.attach("file-name", part.get_filename() or "", f"name of attached file {number}")
    return document.draft()
