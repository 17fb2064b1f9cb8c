"""Promises about all catalogues: a change of a record touches its own lines, and means what it is.

The records are odd, and so are the changes.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from catalogue.odd_toml import IDS, KINDS, catalogues, changes, values
from icccat.catalogue import text, toml

if TYPE_CHECKING:
    from icccat.catalogue.text import Keys

Table: TypeAlias = dict[str, Any]

BLANK = " \t\r\n"


@settings(max_examples=25, deadline=None)
@given(old=catalogues(), data=st.data())
def test_an_edit_changes_the_record_and_nothing_else(old: str, data: st.DataObject) -> None:
    """The result means the old catalogue with the new record; all that did not change stays."""
    before = tomllib.loads(old)
    kind, id_ = a_record(before, data)
    record = before[kind][id_]
    new = data.draw(changes(record))

    result = text.edited(old, {(kind, id_): new})

    assert toml.same(tomllib.loads(result), with_record(before, kind, id_, new))
    assert ends_as(result, old)
    check_neighbours(result, old, (kind, id_))
    for name in {*record, *new} if not stands_inside_brackets(old, kind, id_) else ():
        path = (kind, id_, name)
        if name in record and name in new and toml.same({"": record[name]}, {"": new[name]}):
            assert statements(result, path) == statements(old, path)
        elif headings(old, path) or headings(result, path):
            return
    if headings(result, (kind, id_)) == headings(old, (kind, id_)):
        assert around(result, (kind, id_)) == around(old, (kind, id_))


@settings(max_examples=15, deadline=None)
@given(old=catalogues(), data=st.data())
def test_an_edit_taken_back_means_the_old(old: str, data: st.DataObject) -> None:
    """Whatever form the first edit gave the record, the second finds its way in it."""
    before = tomllib.loads(old)
    kind, id_ = a_record(before, data)
    edited = text.edited(old, {(kind, id_): data.draw(changes(before[kind][id_]))})
    assert toml.same(tomllib.loads(text.edited(edited, {(kind, id_): before[kind][id_]})), before)


@settings(max_examples=15, deadline=None)
@given(old=catalogues(), data=st.data())
def test_a_record_is_removed_and_nothing_else(old: str, data: st.DataObject) -> None:
    """The result means the old catalogue without it, and not a byte of a neighbour is touched."""
    before = tomllib.loads(old)
    kind, id_ = a_record(before, data)
    rest = {name: record for name, record in before[kind].items() if name != id_}

    result = text.edited(old, {(kind, id_): None})

    assert toml.same({kind: {}, **tomllib.loads(result)}, {**before, kind: rest})
    assert ends_as(result, old) or not result.strip()
    check_neighbours(result, old, (kind, id_))


@settings(max_examples=40, deadline=None)
@given(old=catalogues(), data=st.data())
def test_many_at_once_mean_the_same_as_one_by_one(old: str, data: st.DataObject) -> None:
    """Records changed, removed and put in one go give the meaning of as many single steps."""
    before = tomllib.loads(old)
    records = {
        (kind, id_): record
        for kind in KINDS
        for id_, record in before.get(kind, {}).items()
        if isinstance(record, dict)
    }
    chosen = data.draw(st.lists(st.sampled_from(sorted(records) or [("", "")]), unique=True))
    assume(chosen and chosen != [("", "")])
    edits = {key: data.draw(st.none() | changes(records[key])) for key in chosen}

    result = text.edited(old, edits)

    one_by_one = old
    for key, table in edits.items():
        one_by_one = text.edited(one_by_one, {key: table})
    # of a kind that lost its last record, an empty table may be left
    assert toml.same(without_empty(tomllib.loads(result)), without_empty(tomllib.loads(one_by_one)))
    stay = [one for one in text.statements(old) if one.path[:2] not in edits]
    for one in (
        stay if not any(one.path in {("video",), ("meeting",), ("place",)} for one in stay) else ()
    ):
        assert old[one.start : one.end].rstrip("\r\n") in result


@settings(max_examples=20, deadline=None)
@given(old=catalogues(), kind=st.sampled_from(KINDS), id_=IDS, fields=values())
def test_what_was_put_and_removed_has_never_been(
    old: str, kind: str, id_: str, fields: dict[str, toml.TomlValue]
) -> None:
    """The text is as before, but for blank lines where there was not just one to stand apart."""
    known = tomllib.loads(old).get(kind, {})
    assume(id_.casefold() not in {other.casefold() for other in known})
    record = toml.lines(kind, id_, fields)
    at = text.insertions(old, {(kind, id_): record})[0].at

    result = text.edited(text.put(old, {(kind, id_): record}), {(kind, id_): None})

    above, below = old[:at].rstrip(BLANK), old[at:].lstrip(BLANK)
    assert result.startswith(above)
    assert result.endswith(below)
    assert not result[len(above) : len(result) - len(below)].strip()
    if stands_apart(old, above, below):
        assert result == old


@settings(max_examples=15, deadline=None)
@given(old=catalogues(), data=st.data(), new_id=IDS)
def test_a_renamed_record_has_another_id_and_nothing_else(
    old: str, data: st.DataObject, new_id: str
) -> None:
    """It means the same under its new id, and its neighbours are untouched."""
    before = tomllib.loads(old)
    kind, id_ = a_record(before, data)
    assume(new_id not in before[kind])
    records = {new_id if name == id_ else name: one for name, one in before[kind].items()}

    result = text.renamed(old, kind, id_, new_id)

    assert toml.same(tomllib.loads(result), {**before, kind: records})
    assert ends_as(result, old)
    assert around(result, (kind, new_id)) == around(old, (kind, id_))
    assert toml.same(tomllib.loads(text.renamed(result, kind, new_id, id_)), before)


def a_record(meaning: Table, data: st.DataObject) -> tuple[str, str]:
    """The kind and the id of any record."""
    found = [
        (kind, id_)
        for kind in KINDS
        for id_, record in meaning.get(kind, {}).items()
        if isinstance(record, dict)
    ]
    assume(found)
    kind, id_ = data.draw(st.sampled_from(found))
    return kind, id_


def without_empty(meaning: Table) -> Table:
    """The meaning without kinds that have no record."""
    return {kind: records for kind, records in meaning.items() if records != {}}


def with_record(meaning: Table, kind: str, id_: str, new: Table) -> Table:
    """The meaning with a record in the place of the old one."""
    return {**meaning, kind: {**meaning[kind], id_: new}}


def ends_as(result: str, old: str) -> bool:
    """Whether both texts have a final newline, or neither; and no other newlines than the old."""
    windows = "\n" in old and not re.search(r"(?<!\r)\n", old)
    is_mixed = windows and re.search(r"(?<!\r)\n", result)
    return result.endswith("\n") == old.endswith("\n") and not is_mixed


def check_neighbours(result: str, old: str, own: Keys) -> None:
    """See that all other statements are there, unchanged and in order, and no comment is new."""
    remaining = iter(around(old, own))
    assert all(line in remaining for line in around(result, own) if line.strip())
    before, after = (
        [
            (one.path, part[one.start : one.end].rstrip("\r\n"))
            for one in text.statements(part)
            if one.path[: len(own)] != own
        ]
        for part in (old, result)
    )
    assert after == before


def statements(content: str, path: Keys) -> list[str]:
    """The statements at and below a path, without their newlines at the end."""
    return [
        content[one.start : one.end].rstrip("\r\n")
        for one in text.statements(content)
        if one.path[: len(path)] == path
    ]


def around(content: str, own: Keys) -> list[str]:
    """The lines that are in no statement at or below a path, but for empty ones at the end."""
    lines, end = "", 0
    for one in text.statements(content):
        if one.path[: len(own)] == own:
            lines += content[end : one.start]
            end = one.end
    return (lines + content[end:]).rstrip("\r\n").splitlines()


def headings(content: str, path: Keys) -> list[Keys]:
    """The headings at and below a path."""
    found = text.statements(content)
    return [one.path for one in found if one.path[: len(path)] == path and one.form != "pair"]


def stands_inside_brackets(content: str, kind: str, id_: str) -> bool:
    """Whether the record is an inline table."""
    return any(one.path == (kind, id_) and one.form == "pair" for one in text.statements(content))


def stands_apart(old: str, above: str, below: str) -> bool:
    """Whether just one blank line is between two parts, and none at the ends of the text."""
    newlines = old[len(above) : len(old) - len(below)].count("\n")
    if above and below:
        return newlines == 2
    return newlines < 2 if above else not (newlines and below)
