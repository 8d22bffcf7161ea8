"""Documents that are zip archives of XML (Word, OpenDocument): opened with a hand on the brake.

Nothing is unpacked to disk, nothing outside the archive is opened, and what a part may weigh is bounded before it is
read, so that a zip bomb costs no more than its name.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any

from ..errors import InputError

if TYPE_CHECKING:
    from lxml import etree

#: Bytes of XML in one part. A book of 300 pages has 3 to 10 MB; its tree and runs take up to 17 times as much memory.
PART_LIMIT = 20_000_000
_ENTRIES = 20_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = (
    "the file is damaged or was cut off; open it in the word processor, save it again, and try that copy"
)


class Archive:
    """One document.

    Args:
        file: open at its start, seekable.
        name: what the user calls it, for errors.
        kind: what it claims to be: ``Word document``.

    Raises:
        InputError: no such document, encrypted, damaged, or with macros.
    """

    def __init__(self, file: IO[bytes], name: str, kind: str) -> None:
        self.name = name
        head = file.read(8)
        if head == _OLE:
            raise InputError(_ole(file), name)
        file.seek(0)
        try:
            self._zip = zipfile.ZipFile(file)
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError):
            what = _DAMAGED if head.startswith(b"PK") else f"this is no {kind}, whatever its name says"
            raise InputError(what, name) from None
        if len(infos) > _ENTRIES:
            raise InputError(f"this is no {kind} to be trusted: {len(infos):,} files are packed in it", name)
        self._sizes = {i.filename: i.file_size for i in infos}
        if any(i.flag_bits & 1 for i in infos):
            raise InputError("the document is encrypted; save a copy without a password", name)
        if any(n.rsplit("/", 1)[-1].lower() == "vbaproject.bin" for n in self._sizes):
            raise InputError("the document carries macros; save it without them (as .docx)", name)

    def __contains__(self, part: str) -> bool:
        return part in self._sizes

    def parts(self, folder: str) -> list[str]:
        """Names of the parts below ``folder`` (which ends in a slash), sorted."""
        return sorted(n for n in self._sizes if n.startswith(folder) and not n.endswith("/"))

    def read(self, part: str, limit: int = PART_LIMIT) -> bytes:
        """One part's bytes.

        Raises:
            InputError: larger than ``limit``, missing or damaged.
        """
        if self._sizes.get(part, 0) > limit:
            raise InputError(
                f"too large to be a draft: '{part}' in it unpacks to {self._sizes[part] / 1e6:,.0f} MB "
                f"(at most {limit / 1e6:g}); give only the article",
                self.name,
            )
        try:
            with self._zip.open(part) as file:
                return file.read(limit + 1)
        except KeyError:
            raise InputError(f"the document is incomplete: '{part}' is missing", self.name) from None
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ):
            raise InputError(_DAMAGED, self.name) from None

    def xml(self, part: str) -> etree._Element:
        """The root element of a part; entities are not expanded and nothing outside is loaded.

        Raises:
            InputError: as `read`; or the part is no XML, or declares a document type.
        """
        return parse(self.read(part), part, self.name)


def parse(data: bytes, part: str, name: str) -> Any:
    """XML bytes -> root element.

    Raises:
        InputError: no well-formed XML, or one with a document type, in which entities are declared.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as e:
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
            raise _doctype(part, name) from None
        what = "is nested too deeply" if "epth" in str(e) else "is no well-formed XML"
        raise InputError(f"the document is damaged: '{part}' in it {what}", name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(part, name)
    return root


def _doctype(part: str, name: str) -> InputError:
    return InputError(
        f"'{part}' in the document declares XML entities, which no word processor writes; it is not read",
        name,
    )


def _ole(file: IO[bytes]) -> str:
    """An encrypted document is kept in the container of the old formats."""
    start = file.read(1 << 20)
    if "EncryptedPackage".encode("utf-16-le") in start:
        return "the document is encrypted; save a copy without a password"
    return "this is an old Word document (.doc); save it as .docx"
