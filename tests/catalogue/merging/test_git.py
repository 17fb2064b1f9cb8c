"""Git is told to merge a catalogue by icccat, and merges by lines where asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from icccat.catalogue.merging.git import install, merge_lines, repository
from icccat.errors import Refused

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    """What git says."""
    return subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """An empty repository."""
    git(tmp_path, "init", "-q", "clone")
    return tmp_path / "clone"


def test_repository(clone: Path, tmp_path: Path) -> None:
    """It is named from within; a folder in none is refused in git's words, as is one not there."""
    folder = clone / "data"
    folder.mkdir()
    assert repository(folder).samefile(clone)
    with pytest.raises(Refused, match=r"^git cannot be told: not a git repository"):
        repository(tmp_path)
    with pytest.raises(FileNotFoundError):
        repository(tmp_path / "gone")


def test_without_git(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, that is said."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused, match=r"^git is not installed here$"):
        repository(clone)


def test_install(clone: Path) -> None:
    """The clone knows the driver, and the file beside the catalogue names it; twice is once."""
    catalogue = clone / "catalogue.toml"
    for _time in range(2):
        attributes = install(catalogue)
        assert attributes == clone / ".gitattributes"
        assert attributes.read_text() == "/catalogue.toml merge=icccat\n"
    python = Path(sys.executable).as_posix()
    assert git(clone, "config", "--get-regexp", r"^merge\.") == (
        "merge.icccat.name icccat: record by record, field by field\n"
        f"merge.icccat.driver {python} -P -m icccat merge --git %P %O %A %B\n"
        "merge.icccat.recursive binary\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"/catalogue.toml merge=icccat\n"),
        (b"*.csv text\n", b"*.csv text\n/catalogue.toml merge=icccat\n"),
        (b"# caf\xe9", b"# caf\xe9\n/catalogue.toml merge=icccat\n"),
        (b"/catalogue.toml merge=icccat\r\n*.csv text", None),
    ],
)
def test_attributes_that_are_there(clone: Path, before: bytes, after: bytes | None) -> None:
    """What the file says already stays."""
    attributes = clone / ".gitattributes"
    attributes.write_bytes(before)
    install(clone / "catalogue.toml")
    assert attributes.read_bytes() == (after or before)


@pytest.mark.parametrize(
    "name",
    [
        "catalogue.toml",
        "my videos.toml",
        "a[1]*.toml",
        'a"b.toml',
        "a\\b.toml",
        "!été#.toml",
        "?.toml",
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
def test_names(clone: Path, name: str) -> None:
    """Git finds the driver for the file of any name, in any folder, and for no other file."""
    folder = clone / "data"
    folder.mkdir()
    install(folder / name)
    others = [name, f"x{name}", name.replace("[1]", "1"), name.replace("?", "x")]
    asked = git(clone, "check-attr", "-z", "merge", *(f"data/{one}" for one in others), name)
    found = dict(zip(asked.split("\0")[::3], asked.split("\0")[2::3], strict=False))
    assert {path for path, value in found.items() if value == "icccat"} == {f"data/{name}"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link(clone: Path, tmp_path: Path) -> None:
    """The file that a link leads to is the one that git merges."""
    link = tmp_path / "catalogue.toml"
    link.symlink_to(clone / "videos.toml")
    assert install(link).read_text() == "/videos.toml merge=icccat\n"


@pytest.mark.parametrize(
    ("theirs", "result"),
    [
        ("a\nb\nC\n", "A\nb\nC\n"),
        ("x\nb\nc\n", "<<<<<<< ours\nA\n=======\nx\n>>>>>>> theirs\nb\nc\n"),
    ],
)
def test_lines(tmp_path: Path, theirs: str, result: str) -> None:
    """Ours is as git alone would make it, marks and all."""
    files = [tmp_path / name for name in ("base", "ours", "theirs")]
    for file, text in zip(files, ("a\nb\nc\n", "A\nb\nc\n", theirs), strict=True):
        file.write_text(text)
    merge_lines(*files)
    assert files[1].read_text() == result
