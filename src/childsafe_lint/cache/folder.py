"""Files of the cache: where they are, and how they come and go. Nothing here fails a run: where a file cannot be
read or written, there is no cache."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER_VARIABLE = "CHILDSAFE_LINT_CACHE_DIR"
_NAME = "childsafe-lint"
_ENTRY = re.compile(r"[0-9a-f]{64}(?:\.[0-9a-z]+\.part)?")
_KEPT = 30  # days an entry is kept after it was last used
_DAY = 86_400  # seconds


def user_folder(env: Mapping[str, str] = os.environ) -> Folder | None:
    """The user's cache; None where there is no home folder.

    ``CHILDSAFE_LINT_CACHE_DIR``, else the system's usual place: ``$XDG_CACHE_HOME`` or ``~/.cache``, on macOS
    ``~/Library/Caches``, on Windows ``%LOCALAPPDATA%``.
    """
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        local = Path(env.get("LOCALAPPDATA") or home / "AppData" / "Local")
        cache, state = local / _NAME / "Cache", local / _NAME
    elif sys.platform == "darwin":
        cache = home / "Library" / "Caches" / _NAME
        state = home / "Library" / "Application Support" / _NAME
    else:
        cache = _absolute(env.get("XDG_CACHE_HOME")) or home / ".cache"
        state = _absolute(env.get("XDG_STATE_HOME")) or home / ".local" / "state"
        cache, state = cache / _NAME, state / _NAME
    if given := env.get(FOLDER_VARIABLE):
        cache = Path(given).absolute()
    return Folder(cache, state / "cache-secret")


def _absolute(path: str | None) -> Path | None:
    """A path of the XDG specification, which says to ignore relative ones."""
    return Path(path) if path and Path(path).is_absolute() else None


class Folder:
    """Entries, each a file with a keyed hash for a name.

    Args:
        path: folder of the entries; it is made when the first is written.
        secret_path: file with the user's secret, elsewhere: from the entries alone not even the guess of a
            whole draft can be tried.
    """

    def __init__(self, path: Path, secret_path: Path) -> None:
        self.path = path
        self._secret_path = secret_path
        self._pruned = False

    def secret(self) -> bytes:
        """The user's secret, made at first use; one for this run alone where it cannot be kept."""
        try:
            secret = self._secret_path.read_bytes()
            if len(secret) == 32:
                return secret
        except OSError:
            pass
        secret = secrets.token_bytes(32)
        return secret if self._put(self._secret_path, secret) else b""

    def read(self, key: str | None) -> bytes | None:
        """An entry, if it is there and whole."""
        if key is None:
            return None
        path = self._entry(key)
        try:
            data = path.read_bytes()
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            return None
        check, _, content = data.partition(b"\n")
        return content if check == _check(key, content) else None

    def write(self, key: str | None, content: bytes) -> None:
        if key is not None and self._put(self._entry(key), _check(key, content) + b"\n" + content):
            self._prune()

    def clear(self) -> int:
        """Remove every entry, and the secret. Returns how many entries there were.

        Raises:
            OSError: one cannot be removed.
        """
        count = 0
        for path in self._files():
            path.unlink(missing_ok=True)
            count += 1
        (self.path / "pruned").unlink(missing_ok=True)
        for folder in (*self.path.glob("[0-9a-f][0-9a-f]"), self.path):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        self._secret_path.unlink(missing_ok=True)
        return count

    def _entry(self, key: str) -> Path:
        return self.path / key[:2] / key

    def _files(self) -> Iterator[Path]:
        """The cache's own files, and nothing else that may lie there."""
        for path in sorted(self.path.glob("[0-9a-f][0-9a-f]/*")):
            if _ENTRY.fullmatch(path.name):
                yield path

    def _prune(self) -> None:
        """Once a day, remove what was not used for long."""
        if self._pruned:
            return
        self._pruned = True
        mark, now = self.path / "pruned", time.time()
        try:
            if mark.exists() and now - mark.stat().st_mtime < _DAY:
                return
            mark.touch()
            for path in self._files():
                if now - path.stat().st_mtime > _KEPT * _DAY:
                    path.unlink(missing_ok=True)
        except OSError:
            pass

    @staticmethod
    def _put(path: Path, data: bytes) -> bool:
        """Write a whole file, for the user's eyes only; False where that cannot be done."""
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(data)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
        except OSError:
            return False
        return True


def _check(key: str, content: bytes) -> bytes:
    """A sum that tells a damaged entry."""
    return hashlib.sha256(key.encode() + content).hexdigest()[:16].encode()
