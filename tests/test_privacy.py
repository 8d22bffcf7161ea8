"""Nothing leaves the computer, nothing of a draft is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from conftest import Run, clean_env

#: loaded by the interpreter before anything else; every way out of the computer is an error
NO_NETWORK = """
import socket

def refuse(*args, **kwargs):
    import os, sys
    sys.stderr.write("NETWORK USED\\n")
    sys.stderr.flush()
    os._exit(99)

for name in ("connect", "connect_ex", "bind", "listen", "sendto", "sendmsg"):
    setattr(socket.socket, name, refuse)
for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "create_connection"):
    setattr(socket, name, refuse)
"""


def _snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(p.relative_to(folder)): (p.stat().st_mtime_ns, p.stat().st_size)
        for p in folder.rglob("*")
        if p.is_file()
    }


def test_no_network(tmp_path: Path, examples: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    words = "Danagul, 12, was raped by a neighbour, prosecutors say."
    (drafts / "a.txt").write_text(words, encoding="utf-8")
    (drafts / "b.md").write_text(
        f"# Held\n\n{words}\n\n![A girl](https://example.org/a.jpg)\n", encoding="utf-8"
    )
    (drafts / "c.html").write_text(
        f'<!DOCTYPE html PUBLIC "x" "http://example.org/x.dtd"><img src="http://example.org/a.jpg"><p>{words}</p>',
        encoding="utf-8",
    )
    paths = [str(p) for p in (drafts, examples) if any(p.rglob("*.*"))]
    env = clean_env(PYTHONPATH=str(tmp_path))

    guard = subprocess.run(
        [sys.executable, "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')"],
        capture_output=True, env=env,
    )  # fmt: skip
    assert guard.returncode == 99, "the guard itself does not work"

    for args in (
        ["check", *paths],
        ["check", *paths],
        ["cache", "dir"],
        ["explain", "III.3.a"],
        ["rules", "list"],
        ["--help"],
    ):
        done = subprocess.run([sys.executable, "-m", "childsafe_lint", *args], capture_output=True, env=env)
        assert done.returncode in (0, 1), done.stderr.decode()
        assert b"NETWORK" not in done.stderr
        assert done.stdout


def test_nothing_is_written(run: Run, tmp_path: Path) -> None:
    """Neither beside the drafts, nor in the home folder, nor among temporary files; without --no-cache nothing but
    the cache."""
    places = {name: tmp_path / name for name in ("drafts", "home", "temp", "work")}
    for place in places.values():
        place.mkdir()
    (places["drafts"] / "a.txt").write_text("Danagul, 12, was raped by a neighbour, prosecutors say.\n")
    (places["drafts"] / "b.md").write_text("---\ntitle: A\n---\n\nDanagul, 12, was raped by a neighbour.\n")
    (places["drafts"] / "empty.txt").write_bytes(b"")
    before = _snapshot(tmp_path)
    home, temp = str(places["home"]), str(places["temp"])
    env = {
        "HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home, "XDG_CACHE_HOME": f"{home}/c",
        "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": f"{home}/s",
        "TMPDIR": temp, "TEMP": temp, "TMP": temp,
    }  # fmt: skip
    done = run("check", places["drafts"], "--no-cache", env=env, cwd=places["work"])
    assert done.returncode == 1
    assert _snapshot(tmp_path) == before

    done = run("check", places["drafts"], env=env, cwd=places["work"])
    assert done.returncode == 1
    new = sorted(set(_snapshot(tmp_path)) - set(before))
    assert new
    assert all("childsafe-lint" in Path(p).parts and Path(p).parts[0] == "home" for p in new), new
    run("cache", "clear", env=env)
    assert not [p for p in places["home"].rglob("*") if p.is_file()]


def test_not_even_a_program_part_that_could() -> None:
    """spaCy's own command line, and the HTTP clients it brings, are not loaded; others can load them."""
    code = (
        "import sys\nfrom childsafe_lint import lint\n"
        "assert lint('Danagul, 12, was raped, prosecutors say.').verdict == 'fail'\n"
        "loaded = {m.partition('.')[0] for m in sys.modules}\n"
        "print(sorted(loaded & {'requests', 'urllib3', 'httpx', 'weasel'}))\n"
        "import spacy\nassert 'spacy.cli' not in sys.modules\n"
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=clean_env())
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr


def test_what_another_package_offers_spacy_is_not_loaded(run: Run, tmp_path: Path) -> None:
    """spaCy imports every component that any installed package offers, with whatever else that package brings."""
    about = tmp_path / "packages" / "offering-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: offering\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[spacy_factories]\noffered_pipe = offering:make\n")
    (about.parent / "offering.py").write_text("raise SystemExit('OFFERED PACKAGE LOADED')\n")
    env = {"PYTHONPATH": str(about.parent)}
    guard = subprocess.run(
        [sys.executable, "-c", "import spacy; spacy.blank('en')"],
        capture_output=True, text=True, env=clean_env(**env),
    )  # fmt: skip
    assert "OFFERED PACKAGE LOADED" in guard.stderr, "the guard itself does not work"
    for name, words in (
        ("en.txt", "Danagul, 12, was raped by a neighbour, prosecutors say."),
        ("kk.txt", "12 жастағы Данагүлді көршісі зорлаған, деп хабарлады прокуратура бүгін қалада."),
    ):
        draft = tmp_path / name
        draft.write_text(words, encoding="utf-8")
        done = run("check", draft, "--no-cache", env=env)
        assert done.returncode == 1, done.stderr
