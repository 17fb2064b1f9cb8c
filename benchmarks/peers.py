"""Other programs on the same records: `python -m benchmarks.peers NAME FOLDER` lays out one's own.

Each has what it needs to list twenty records and to search a word in titles, descriptions and
topics, in its own way; what it cannot do is a dash in the table.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.commands import COMMON

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HOMES = {"BEETSDIR": "beets", "BUKU_DEFAULT_DBDIR": "buku", "XDG_CONFIG_HOME": "configuration"}


class Plain(NamedTuple):
    """A video or a meeting, as text alone."""

    id: str
    title: str
    date: str
    topics: str
    text: str
    url: str


@dataclass(frozen=True)
class Peer:
    """A program, what lays out its records in a folder, and its words to list and to search."""

    name: str
    lay: Callable[[Sequence[Plain], Path], None]
    list: tuple[str, ...]
    search: tuple[str, ...]


def plain(catalogue: Path) -> list[Plain]:
    """The videos and meetings of a catalogue."""
    from icccat.catalogue.catalogue import load  # noqa: PLC0415 (who measures stays small)

    records = load(catalogue).records
    return [
        Plain(
            id=record.id,
            title=record.title("en"),
            date=str(next(iter(record.dates), "")),
            topics=", ".join(record.items("topics")),
            text=" ".join(
                text
                for name in ("title", "description")
                for text in record.values.get(name, {}).values()
            ),
            url=f"https://www.coe.int/{record.id}",
        )
        for kind in ("video", "meeting")
        for record in records[kind].values()
    ]


def _recfile(records: Sequence[Plain], folder: Path) -> None:
    """A recfile, a block for each record."""
    with (folder / "records.rec").open("w", encoding="utf-8") as file:
        file.write("%rec: Record\n")
        for one in records:
            lines = (f"{name.capitalize()}: {text}" for name, text in one._asdict().items())
            file.write("\n" + "\n".join(lines) + "\n")


def _table(records: Sequence[Plain], folder: Path) -> None:
    """A table of SQLite, without any index."""
    with closing(sqlite3.connect(folder / "records.db")) as database, database:
        database.execute("create table records (id, title, date, topics, text, url)")
        database.executemany("insert into records values (?, ?, ?, ?, ?, ?)", records)


def _nothing(records: Sequence[Plain], folder: Path) -> None:
    """Nothing: it reads the catalogue as it is."""


def _beets(records: Sequence[Plain], folder: Path) -> None:
    """A library of beets, made by itself; a record is a piece of music."""
    home = folder / HOMES["BEETSDIR"]
    home.mkdir()
    settings = "library: library.db\ndirectory: music\nplugins: []\n"
    (home / "config.yaml").write_text(settings, encoding="utf-8")
    environment = os.environ | {"BEETSDIR": str(home)}
    subprocess.run(["beet", "stats"], env=environment, capture_output=True, check=True)  # noqa: S607 (as people call it)
    rows = [
        (one.title, one.date[:4] or "0", one.topics, one.text, one.id.encode()) for one in records
    ]
    with closing(sqlite3.connect(home / "library.db")) as database, database:
        database.executemany(
            "insert into items (title, year, album, comments, path) values (?, ?, ?, ?, ?)", rows
        )


def _papis(records: Sequence[Plain], folder: Path) -> None:
    """A library of papis, a folder for each record."""
    home = folder / HOMES["XDG_CONFIG_HOME"] / "papis"
    home.mkdir(parents=True)
    settings = f"[settings]\ndefault-library = records\n\n[records]\ndir = {folder / 'papis'}\n"
    (home / "config").write_text(settings, encoding="utf-8")
    for number, one in enumerate(records):
        (folder / "papis" / one.id).mkdir(parents=True)
        values = {
            "papis_id": f"{number:032x}",
            "title": one.title,
            "year": one.date[:4],
            "tags": one.topics,
            "abstract": one.text,
        }
        info = json.dumps(values, ensure_ascii=False)  # which is YAML too
        (folder / "papis" / one.id / "info.yaml").write_text(info, encoding="utf-8")


def _buku(records: Sequence[Plain], folder: Path) -> None:
    """Bookmarks of buku, in the table it would make."""
    home = folder / HOMES["BUKU_DEFAULT_DBDIR"]
    home.mkdir()
    with closing(sqlite3.connect(home / "bookmarks.db")) as database, database:
        database.execute(
            "create table bookmarks (id integer primary key, URL text not null unique,"
            " metadata text default '', tags text default ',', desc text default '',"
            " flags integer default 0)"
        )
        rows = ((one.url, one.title, f",{one.topics},", one.text) for one in records)
        database.executemany(
            "insert into bookmarks (URL, metadata, tags, desc) values (?, ?, ?, ?)", rows
        )


_CHOSEN, _NEWEST = "select id, date, title from records", "order by date desc limit 20"
_LIKE = f"title like '%{COMMON}%' or topics like '%{COMMON}%' or text like '%{COMMON}%'"
_BUKU = ("buku", "--nostdin", "--np", "--nc")

PEERS = (
    Peer(
        "sqlite3",
        _table,
        ("sqlite3", "records.db", f"{_CHOSEN} {_NEWEST}"),
        ("sqlite3", "records.db", f"{_CHOSEN} where {_LIKE} {_NEWEST}"),
    ),
    Peer("rg", _nothing, (), ("rg", "--ignore-case", COMMON, "catalogue.toml")),
    Peer(
        "recsel",
        _recfile,
        ("recsel", "-t", "Record", "-p", "Id,Date,Title", "-n", "0-19", "records.rec"),
        ("recsel", "-t", "Record", "-p", "Id,Date,Title", "-i", "-q", COMMON, "records.rec"),
    ),
    Peer(
        "beet",
        _beets,
        ("beet", "ls", "-l", "20", "-f", "$year $title"),
        ("beet", "ls", "-l", "20", "-f", "$year $title", COMMON),
    ),
    Peer(
        "papis",
        _papis,
        (),
        ("papis", "list", "--all", "--format", "{doc[year]} {doc[title]}", COMMON),
    ),
    Peer("buku", _buku, (*_BUKU, "--print", "-20"), (*_BUKU, "--sany", COMMON)),
)


def main() -> None:
    """Lay out the records of the catalogue in a folder for one of the programs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("name", choices=[peer.name for peer in PEERS])
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    peer = next(peer for peer in PEERS if peer.name == asked.name)
    peer.lay(plain(asked.folder / "catalogue.toml"), asked.folder)


if __name__ == "__main__":
    main()
