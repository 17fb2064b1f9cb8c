"""Records for tests, made from TOML as a catalogue holds it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from icccat.records.kinds import KINDS
from icccat.records.record import from_table

if TYPE_CHECKING:
    from icccat.records.record import Record, Records

SHIPPED = Path(__file__).parent.parent / "data" / "catalogue.toml"


def records_of(text: str, *, wrong: bool = False) -> Records:
    """The records of a catalogue's text, in English where it names no language.

    Every kind is there; a value that is wrong fails the test, unless `wrong` ones are wanted.
    """
    tables = tomllib.loads(text)
    found: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    for kind, of_kind in found.items():
        for id_, table in tables.get(kind, {}).items():
            of_kind[id_], problems = from_table(kind, id_, table, "en")
            assert wrong or problems == []
    return found


def record_of(text: str, *, wrong: bool = False) -> Record:
    """The only record of a catalogue's text."""
    (record,) = (
        one for of_kind in records_of(text, wrong=wrong).values() for one in of_kind.values()
    )
    return record


@cache
def shipped() -> Records:
    """The records of the catalogue that comes with the project."""
    return records_of(SHIPPED.read_text(encoding="utf-8"))
