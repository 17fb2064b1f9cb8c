"""A promise about all edits of an exported file: they come back as exactly those changes.

The file is that of the catalogue that comes with the project.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from builders import SHIPPED, shipped
from hypothesis import given
from hypothesis import strategies as st

from icccat.errors import Level, Refused
from icccat.formats import Selection
from icccat.formats import csv as written
from icccat.formats.incoming import Incoming, Row, Sheet, Source
from icccat.records.columns import sheet
from icccat.records.incoming import There, Wanted
from icccat.records.incoming.plan import Plan, plan
from icccat.records.kinds import KINDS

KINDS_WITH_TEXT = tuple(kind for kind in KINDS if kind != "place")


@cache
def data() -> dict[str, object]:
    """The tables of the catalogue."""
    return tomllib.loads(SHIPPED.read_text(encoding="utf-8"))


def exported(kind: str, content: str) -> Incoming:
    """The records of a kind as CSV, and as it is read again."""
    records = list(shipped()[kind].values())
    columns = sheet(records, language="en", content=content, notes=True)
    selection = Selection(records=records, columns=columns, total=len(records), notes=True)
    return written.read(Source(Path("all.csv"), written.write(selection, to_file=True)))


def planned(incoming: Incoming) -> Plan:
    """The plan of an import."""
    return plan(incoming.sheets, There(shipped(), data(), "en"), Wanted())


@pytest.mark.parametrize("content", ["both", "en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_unchanged(kind: str, content: str) -> None:
    """What comes back as it went is the same, whatever the language."""
    found = planned(exported(kind, content))
    assert (found.changes, found.findings, found.odd) == ([], [], [])
    assert found.same == len(shipped()[kind])


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
CELLS = st.one_of(
    WORDS,
    st.sampled_from(["", "-", "2019-06", "20/06/2019", "01/02/2024", "3", "a | b; c", "true"]),
)


@given(
    kind=st.sampled_from(list(KINDS)), content=st.sampled_from(["both", "en", "fr"]), data=st.data()
)
def test_any_edits(kind: str, content: str, data: st.DataObject) -> None:
    """Edited cells change those records in those fields and nothing else, or are refused."""
    incoming = exported(kind, content)
    (all_rows,) = incoming.sheets
    headings = [heading for heading in all_rows.headings if heading != "id"]
    places = st.tuples(st.integers(0, len(all_rows.rows) - 1), st.sampled_from(headings))
    edits = data.draw(st.dictionaries(places, CELLS, max_size=4))
    rows = [dict(row.cells) for row in all_rows.rows]
    for (number, heading), cell in edits.items():
        rows[number][heading] = cell
    kept = [{name: cell for name, cell in row.items() if str(cell).strip()} for row in rows]
    again = [Row(one.place, row) for one, row in zip(all_rows.rows, kept, strict=True)]
    try:
        found = planned(Incoming([Sheet("", all_rows.headings, again)]))
    except Refused:
        return
    edited = {(str(rows[n]["id"]), heading.partition("_")[0]) for n, heading in edits}
    for change in found.changes:
        assert change.before is not None
        assert change.after is not None
        names = {*change.before, *change.after}
        differ = {n for n in names if change.before.get(n) != change.after.get(n)}
        assert differ
        assert {(change.id, name.partition("_")[0]) for name in differ} <= edited
    refused = {one.place for one in found.findings if one.level is Level.ERROR}
    assert refused <= {all_rows.rows[n].place for n, _heading in edits}
    assert len(found.changes) + found.same == len(rows)


@given(data=st.data())
def test_one_edit(data: st.DataObject) -> None:
    """A title in one cell is exactly that change."""
    kind = data.draw(st.sampled_from(KINDS_WITH_TEXT))
    incoming = exported(kind, "both")
    (all_rows,) = incoming.sheets
    number = data.draw(st.integers(0, len(all_rows.rows) - 1))
    called = KINDS[kind].called
    text = "x" + data.draw(st.text("abcéñß 0123'’,", max_size=20)).strip()
    rows = [dict(row.cells) for row in all_rows.rows]
    rows[number][f"{called}_uk"] = text
    again = [Row(one.place, row) for one, row in zip(all_rows.rows, rows, strict=True)]
    headings = list(dict.fromkeys([*all_rows.headings, f"{called}_uk"]))
    found = planned(Incoming([Sheet("", headings, again)]))
    record = shipped()[kind][str(rows[number]["id"])]
    if record.values[called].get("uk") == text:
        return
    (change,) = found.changes
    assert change.after == {**(change.before or {}), called: record.values[called] | {"uk": text}}
