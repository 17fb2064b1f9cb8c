"""The index as it stands: of a small catalogue as it is now, of a large one as it was last."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from icccat.errors import Unsafe
from icccat.search.index.cache import file_of, opened
from icccat.search.index.standing import SMALL, standing

TOPIC = '[topic.{id}]\nlabel = "{id}"\n'


def written(catalogue: Path, *ids: str, size: int = 0) -> None:
    """Write a catalogue of these topics, at least of that size."""
    text = "".join(TOPIC.format(id=id_) for id_ in ids)
    catalogue.write_text(text + "#" * max(0, size - len(text)) + "\n", encoding="utf-8")


def ids(catalogue: Path, folder: Path | None) -> list[str] | None:
    """The ids of the index as it stands; nothing where there is none."""
    found = standing(catalogue, lambda: folder)
    if found is None:
        return None
    with found:
        return [id_ for _number, id_ in found.ids()]


def test_a_small_one(catalogue: Path, cache: Path) -> None:
    """The index of a small catalogue is made, and follows each change."""
    written(catalogue, "one")
    assert ids(catalogue, cache) == ["one"]
    written(catalogue, "one", "two")
    assert ids(catalogue, cache) == ["one", "two"]


def test_a_large_one(catalogue: Path, cache: Path) -> None:
    """The index of a large catalogue is not made, and stays as it was last asked."""
    written(catalogue, "one", size=SMALL + 1)
    assert ids(catalogue, cache) is None
    assert list(cache.iterdir()) == []
    opened(catalogue, cache).connection.close()
    written(catalogue, "one", "two", size=SMALL + 1)
    assert ids(catalogue, cache) == ["one"]
    opened(catalogue, cache).connection.close()
    assert ids(catalogue, cache) == ["one", "two"]


@pytest.mark.parametrize("size", [0, SMALL + 1])
def test_no_folder(catalogue: Path, size: int) -> None:
    """Without a folder for it there is no index."""
    written(catalogue, "one", size=size)
    assert ids(catalogue, None) is None


def test_no_catalogue(catalogue: Path, cache: Path) -> None:
    """A catalogue that cannot be read has none."""
    catalogue.write_text("[topic", encoding="utf-8")
    with pytest.raises(Unsafe):
        ids(catalogue, cache)
    catalogue.unlink()
    with pytest.raises(FileNotFoundError):
        ids(catalogue, cache)


def test_another_program(catalogue: Path, cache: Path) -> None:
    """The index of another version is none, and stays as it is."""
    written(catalogue, "one", size=SMALL + 1)
    opened(catalogue, cache).connection.close()
    kept = file_of(Path(catalogue).resolve(), cache)
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.execute("UPDATE about SET value = 'another' WHERE name = 'program'")
    before = kept.read_bytes()
    assert ids(catalogue, cache) is None
    assert kept.read_bytes() == before


def test_what_is_no_index(catalogue: Path, cache: Path) -> None:
    """A file that is no index is none, and stays as it is."""
    written(catalogue, "one", size=SMALL + 1)
    kept = file_of(Path(catalogue).resolve(), cache)
    kept.write_text("no database", encoding="utf-8")
    assert ids(catalogue, cache) is None
    assert kept.read_text(encoding="utf-8") == "no database"


def test_while_it_is_written(catalogue: Path, cache: Path) -> None:
    """While another process writes it there is none, at once."""
    written(catalogue, "one", size=SMALL + 1)
    opened(catalogue, cache).connection.close()
    kept = file_of(Path(catalogue).resolve(), cache)
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert ids(catalogue, cache) is None
    assert ids(catalogue, cache) == ["one"]
