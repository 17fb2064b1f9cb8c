"""What lies beside the catalogue: conflict copies, the schema; and how large it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icccat.catalogue import surroundings
from icccat.catalogue.catalogue import Catalogue, parse
from icccat.catalogue.surroundings import conflict_copies, size
from icccat.errors import Level, Problem
from icccat.records.schema import schema


def catalogue(path: Path, text: str = "") -> Catalogue:
    """A catalogue of this text, without records."""
    return parse("", path)._replace(text=text)


@pytest.mark.parametrize(
    ("name", "is_conflict"),
    [
        ("catalogue-LAPTOP-123.toml", True),
        ("catalogue-DESKTOP-5JK2-2.toml", True),
        ("catalogue-Ana's MacBook Pro.toml", True),
        ("catalogue (Ana's conflicted copy 2024-05-01).toml", True),
        ("catalogue (copie en conflit de Ana 2024-05-01).toml", True),
        ("catalogue.sync-conflict-20240501-120000-ABC.toml", True),
        ("catalogue.toml", False),
        ("catalogue-2019.toml", False),
        ("catalogue-backup-2.toml", False),
        ("catalogue-FR.toml", False),
        ("catalogue (2019).toml", False),
        ("catalogue-LAPTOP-123.csv", False),
        ("other-LAPTOP-123.toml", False),
    ],
)
def test_conflict_copies(tmp_path: Path, name: str, is_conflict: bool) -> None:  # noqa: FBT001 (expected)
    """A file that a synchronised folder made is named; another that is called alike is not."""
    (tmp_path / name).touch()
    sentence = (
        f'"{name}" beside it was made when two people wrote at once:'
        " take over what is in it alone, then delete it"
    )
    mend = f'icccat merge "{(tmp_path / name).as_posix()}"'
    assert list(conflict_copies(catalogue(tmp_path / "catalogue.toml"), ())) == (
        [Problem(Level.WARNING, (), sentence, mend)] if is_conflict else []
    )


@pytest.mark.parametrize(
    ("given", "name", "command"),
    [
        ("catalogue.toml", "catalogue-PC-1.toml", "icccat merge catalogue-PC-1.toml"),
        (
            "data/catalogue.toml",
            "data/catalogue (conflict).toml",
            'icccat merge "data/catalogue (conflict).toml"',
        ),
        (
            "../there/catalogue.toml",
            "catalogue-A$B's MacBook.toml",
            r"icccat merge '../there/catalogue-A$B'\''s MacBook.toml'",
        ),
    ],
)
def test_the_command_that_merges(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, name: str, command: str
) -> None:
    """The copy is named from where the person is, in quotes where a shell needs them."""
    here = tmp_path / "there"
    (here / "data").mkdir(parents=True)
    monkeypatch.chdir(here)
    Path(name).touch()
    (found,) = conflict_copies(catalogue(Path(given)), ())
    assert found.mend == command


def test_conflict_copies_of_the_real_file(tmp_path: Path) -> None:
    """Copies are sought beside the file that a link leads to; a folder that is gone has none."""
    there = tmp_path / "shared"
    there.mkdir()
    (there / "videos.toml").touch()
    (there / "videos-PC-1.toml").touch()
    link = tmp_path / "catalogue.toml"
    link.symlink_to(there / "videos.toml")
    [found] = conflict_copies(catalogue(link), ())
    assert found.message.startswith('"videos-PC-1.toml" beside it')
    assert found.mend == f'icccat merge "{there.as_posix()}/videos-PC-1.toml"'
    assert list(conflict_copies(catalogue(tmp_path / "gone" / "catalogue.toml"), ())) == []


NOW = json.dumps(schema())


@pytest.mark.parametrize(
    ("head", "there", "line"),
    [
        ("#:schema ./catalogue.schema.json\n", NOW, 0),
        ("#:schema ./catalogue.schema.json\r\n", None, 1),
        ("# Ours.\n#:schema catalogue.schema.json", "{}", 2),
        ("#:schema ./catalogue.schema.json\n", "not JSON", 1),
        ("#:schema ./catalogue.schema.json\n", "[" * 100_000, 1),
        ("#:schema https://example.org/catalogue.schema.json\n", None, 0),
        ("#:schema ./other.json\n", None, 0),
        ("", None, 0),
    ],
)
def test_schema(tmp_path: Path, head: str, there: str | None, line: int) -> None:
    """A schema that the catalogue names must be there, and say what icccat does; no other."""
    if there is not None:
        (tmp_path / "catalogue.schema.json").write_text(there, encoding="utf-8")
    sentence = (
        '"catalogue.schema.json", by which editors check as you type, is missing or out of date'
    )
    problem = Problem(Level.WARNING, (), sentence, "icccat check --fix", line)
    found = list(surroundings.schema(catalogue(tmp_path / "catalogue.toml", head), ()))
    assert found == ([problem] if line else [])


def test_size() -> None:
    """Beyond 50 MB there is a warning."""
    path = Path("catalogue.toml")
    assert list(size(catalogue(path, "#" * 50_000_000), ())) == []
    sentence = "the file has 60 MB: beyond 50 MB every command is slow"
    found = list(size(catalogue(path, "é" * 30_000_000), ()))
    assert found == [Problem(Level.WARNING, (), sentence)]
