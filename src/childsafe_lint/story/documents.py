"""Who makes a spaCy ``Doc`` of a text in a language that comes as data: the pipeline its ``language.yaml`` names."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..languages import folder_of, read_data

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: kinds of pipeline that a ``language.yaml`` may name
KINDS = ("blank", "slovnet", "spacy")


class MissingExtra(Exception):
    """A language whose pipeline is not installed: what is missing, and the pip command."""


@lru_cache(maxsize=16)
def documents(code: str, package: str | None = None) -> Callable[[str], Doc]:
    """text -> ``Doc`` in the language ``code``; ``package`` is a spaCy pipeline to use instead of its own.

    Raises:
        MissingExtra: the packages of the language are not installed.
        InputError: its ``language.yaml`` names no pipeline we know.
    """
    about: dict[str, Any] = read_data(code, "language")
    pipeline: dict[str, Any] = about.get("pipeline") or {"kind": "blank"}
    short = frozenset(str(about.get("abbreviations", "")).split())
    kind = "spacy" if package else pipeline.get("kind")
    if kind == "blank":
        from .plain_doc import PlainPipeline

        return PlainPipeline(code, short)
    missing = MissingExtra(
        f"{about['name']} drafts need more packages: pip install 'childsafe-lint[{pipeline.get('extra', code)}]'"
    )
    if kind == "slovnet":
        from .slovnet_doc import SlovnetPipeline

        try:
            return SlovnetPipeline({str(k): str(v) for k, v in (about.get("fold") or {}).items()}, code)
        except ImportError:
            raise missing from None
    if kind == "spacy":
        from .plain_doc import LoadedPipeline

        if package is None and "folder" in pipeline:
            return LoadedPipeline(str(_own(code, str(pipeline["folder"]))), short)
        name = package or str(pipeline.get("package"))
        if package is None and not installed(name):
            raise missing
        return LoadedPipeline(name, short)
    raise InputError(
        f"unknown pipeline '{kind}' - it can be {', '.join(KINDS)}",
        (folder_of(code) or code) / "language.yaml",  # type: ignore[operator]
    )


def _own(code: str, folder: str) -> Path:
    """A pipeline in the language's own folder. ``languages/<code>/spacy_<code>.py``, if there, tells spaCy of a
    language it does not know."""
    import importlib
    import importlib.util

    module = f"childsafe_lint.languages.{code}.spacy_{code}"
    if importlib.util.find_spec(f"childsafe_lint.languages.{code}") and importlib.util.find_spec(module):
        importlib.import_module(module)
    return (folder_of(code) or Path(code)) / folder


def installed(package: str) -> bool:
    """Whether a package can be imported, found without importing it."""
    import importlib.util

    return package.isidentifier() and importlib.util.find_spec(package) is not None
