"""spaCy without its command line, and without what other packages would add to it.

``import spacy`` also loads ``spacy.cli``, and with it HTTP clients and a terminal toolkit that nothing here
uses: a third of the import time, and code that can reach the network in a program that must not. This leaves
them out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


def import_spacy() -> None:
    """Import spaCy, without ``spacy.cli`` if possible; it can still be imported afterwards, by whoever wants
    it."""
    if "spacy" in sys.modules:
        return
    names = ("spacy.cli", "spacy.cli.info")
    for name in names:
        sys.modules[name] = ModuleType(name)
    sys.modules[names[0]].__path__ = []
    sys.modules[names[1]].info = _info  # type: ignore[attr-defined]
    try:
        import spacy
    except (ImportError, AttributeError):  # another version of spaCy needs more of it
        for name in [n for n in sys.modules if n == "spacy" or n.startswith("spacy.")]:
            del sys.modules[name]
        import spacy  # noqa: F401
    finally:
        for name in names:
            if sys.modules.get(name) is not None and getattr(sys.modules[name], "__spec__", None) is None:
                del sys.modules[name]


@contextmanager
def no_plugins() -> Iterator[None]:
    """Whatever package offers spaCy a component is imported with the first pipeline, used or not (presidio brings
    HTTP clients). Pipelines loaded in here have spaCy's own components only."""
    from spacy.util import registry

    offered = getattr(registry, "_entry_point_factories", None)  # other versions of spaCy may do without
    if offered is None:
        yield
        return
    before, offered.entry_points = offered.entry_points, False
    try:
        yield
    finally:
        offered.entry_points = before


def _info(*args: Any, **kwargs: Any) -> Any:
    """``spacy.info``, loaded when called."""
    from spacy.cli.info import info

    return info(*args, **kwargs)
