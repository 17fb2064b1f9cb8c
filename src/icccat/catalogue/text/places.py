"""The place of a record: which lines are its own, and where a new one goes.

A new record goes only where a heading may stand, that is between two sections, as `[video]` with
dotted keys below it is one section of many records. All headings name their table from the root,
so that every such place leaves the meaning of the other records alone. What TOML still forbids
there (`video = { … }` takes no headings) is found when the text is parsed again, by the caller.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from icccat.catalogue.text.statements import statements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.catalogue.text.statements import RecordKey, Statement

_BLANK = re.compile(r"[ \t]*+\r?+\n")
_BLANK_OR_END = re.compile(r"[ \t]*+\r?+(?:\n|\Z)")
_COMMENTS = re.compile(r"(?:[ \t]*+\#[^\n]*+(?:\n|\Z))*+")


class Insertion(NamedTuple):
    """Text to put at an offset, its newlines and blank lines fitted to the place."""

    at: int
    text: str


def put(text: str, records: Mapping[RecordKey, str]) -> str:
    """The text with the lines of new records, by kind and id, at the places of their ids."""
    if not records:
        return text
    result, pos = "", 0
    for new in insertions(text, records):
        result += text[pos : new.at] + new.text
        pos = new.at
    return result + text[pos:]


def put_last(text: str, lines: str) -> str:
    """The text with the lines of a new table at its end."""
    found = statements(text)
    new = _fitted(text, _before(text, found, len(found)), f"{lines}\n")
    return text[: new.at] + new.text + text[new.at :]


def insertions(text: str, records: Mapping[RecordKey, str]) -> list[Insertion]:
    """Where `put` puts what, from the top; every other character stays as it was.

    After the record of its kind with the greatest smaller id (compared without case), else before
    the first of its kind, else at the end; one blank line on either side.
    """
    found = statements(text)
    firsts = {kind: _firsts(found, kind) for kind, _id in records}
    at: defaultdict[int, list[str]] = defaultdict(list)
    for kind, id_ in sorted(records, key=lambda key: key[1].casefold()):
        at[_place(text, found, firsts[kind], id_)].append(records[kind, id_].rstrip("\r\n"))
    return [
        _fitted(text, place, "\n\n".join(of_place) + "\n") for place, of_place in sorted(at.items())
    ]


def _place(text: str, found: Sequence[Statement], firsts: Mapping[str, int], id_: str) -> int:
    """The place of an id among the others of its kind, whose first statements are given."""
    smaller = [other for other in firsts if other.casefold() < id_.casefold()]
    if smaller:
        first = firsts[max(smaller, key=str.casefold)]
        return _after(text, found, _run(found, first).stop)
    if firsts:
        first = min(firsts.values())
        in_section = found[first].form == "pair"
        return _after(text, found, first) if in_section else _before(text, found, first)
    return _before(text, found, len(found))


def run(found: Sequence[Statement], kind: str, id_: str) -> range:
    """The statements of a record's first contiguous run, by their numbers; none if it has none."""
    first = _firsts(found, kind).get(id_)
    return range(0) if first is None else _run(found, first)


def _run(found: Sequence[Statement], first: int) -> range:
    """The statements from the first on that are of the same record."""
    stop = first
    while stop < len(found) and found[stop].path[:2] == found[first].path[:2]:
        stop += 1
    return range(first, stop)


def record_span(
    text: str,
    found: Sequence[Statement],
    kind: str,
    id_: str,
) -> tuple[int, int] | None:
    """Where the first run of a record begins and ends, the comments that touch it included."""
    own = run(found, kind, id_)
    return (lead(text, found, own.start), tail(text, found, own.stop - 1)) if own else None


def spans(text: str) -> dict[RecordKey, slice]:
    """Where each record stands that has headings of its own, all in one piece.

    With the comments that touch it.
    """
    found = statements(text)
    runs: dict[RecordKey, range] = {}
    scattered: set[RecordKey] = set()
    start = 0
    for number, one in enumerate(found):
        key = (one.path[0], one.path[1]) if len(one.path) > 1 else None
        following = found[number + 1].path[:2] if number + 1 < len(found) else ()
        if key is None or following != key:
            if key is not None and (key in runs or found[start].form == "pair"):
                scattered.add(key)
            elif key is not None:
                runs[key] = range(start, number)
            start = number + 1
    return {
        key: slice(lead(text, found, run.start), tail(text, found, run.stop))
        for key, run in runs.items()
        if key not in scattered
    }


def lead(text: str, found: Sequence[Statement], number: int) -> int:
    """Where a statement begins with the comment lines that touch it from above.

    `#:schema` and its like speak to the editor about the whole file and belong to no record.
    """
    floor = found[number - 1].end if number else 0
    start = found[number].start
    while start > floor:
        line = max(text.rfind("\n", 0, start - 1) + 1, floor)
        if not re.match(r"[ \t]*+\#(?!:)", text[line:start]):
            break
        start = line
    return start


def tail(text: str, found: Sequence[Statement], number: int) -> int:
    """Where a statement ends with the comment lines that touch it from below.

    Not those that touch the next statement as well: they are its own.
    """
    end = found[number].end
    comments = _COMMENTS.match(text, end)
    below = comments.end() if comments else end
    touches_next = number + 1 < len(found) and found[number + 1].start == below
    return end if touches_next else below


def _firsts(found: Sequence[Statement], kind: str) -> dict[str, int]:
    """The records of a kind, each with the number of its first statement."""
    firsts: dict[str, int] = {}
    for number, statement in enumerate(found):
        if statement.path[0] == kind and len(statement.path) > 1:
            firsts.setdefault(statement.path[1], number)
    return firsts


def _after(text: str, found: Sequence[Statement], number: int) -> int:
    """The place after the section that statement `number` goes on with, if it does."""
    while number < len(found) and found[number].form == "pair":
        number += 1
    return tail(text, found, number - 1)


def _before(text: str, found: Sequence[Statement], number: int) -> int:
    """The place below the last line, comments included, that is not the statement's own."""
    floor = found[number - 1].end if number else 0
    ceiling = lead(text, found, number) if number < len(found) else len(text)
    content = text[floor:ceiling].rstrip(" \t\r\n")
    if not content:
        return floor
    return text.find("\n", floor + len(content)) + 1 or len(text)


def _fitted(text: str, at: int, record: str) -> Insertion:
    """The record with the newlines of the line above, and the blank lines that are missing."""
    newline = newline_at(text, at)
    lines = record.replace("\r\n", "\n").replace("\n", newline)
    if at and text[at - 1] != "\n":
        return Insertion(at, newline * 2 + lines.removesuffix(newline))
    if blank := at and _BLANK.match(text, at):
        at = blank.end()
    elif at:
        lines = newline + lines
    return Insertion(at, lines if _BLANK_OR_END.match(text, at) else lines + newline)


def newline_at(text: str, at: int) -> str:
    """The newline of the line above, or where there is none of the one below."""
    end = text.rfind("\n", 0, at)
    if end == -1:
        end = text.find("\n", at)
    return "\r\n" if text[max(end - 1, 0) : end] == "\r" else "\n"
