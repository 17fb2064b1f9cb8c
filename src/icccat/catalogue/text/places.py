"""The place of a record: which lines are its own, and where a new one goes.

A new record goes only where a heading may stand, that is between two sections, as `[video]` with
dotted keys below it is one section of many records. All headings name their table from the root,
so that every such place leaves the meaning of the other records alone. What TOML still forbids
there (`video = { … }` takes no headings) is found when the text is parsed again, by the caller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.catalogue.text.statements import statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.text.statements import Statement

_BLANK = re.compile(r"[ \t]*+\r?+\n")
_BLANK_OR_END = re.compile(r"[ \t]*+\r?+(?:\n|\Z)")
_COMMENTS = re.compile(r"(?:[ \t]*+\#[^\n]*+(?:\n|\Z))*+")


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text to put at an offset, its newlines and blank lines fitted to the place."""

    at: int
    text: str


def put(text: str, kind: str, id_: str, record: str) -> str:
    """The text with the record's lines at the id's place, every other character as it was."""
    new = insertion(text, kind, id_, record)
    return text[: new.at] + new.text + text[new.at :]


def insertion(text: str, kind: str, id_: str, record: str) -> Insertion:
    """Where `put` puts what.

    After the record of its kind with the greatest smaller id (compared without case), else before
    the first of its kind, else at the end; one blank line on either side.
    """
    found = statements(text)
    firsts = _firsts(found, kind)
    smaller = [other for other in firsts if other.casefold() < id_.casefold()]
    if smaller:
        at = _after(text, found, run(found, kind, max(smaller, key=str.casefold)).stop)
    elif firsts:
        first = min(firsts.values())
        in_section = found[first].form == "pair"
        at = _after(text, found, first) if in_section else _before(text, found, first)
    else:
        at = _before(text, found, len(found))
    return _fitted(text, at, record)


def run(found: Sequence[Statement], kind: str, id_: str) -> range:
    """The statements of a record's first contiguous run, by their numbers; none if it has none."""
    start = _firsts(found, kind).get(id_, len(found))
    stop = start
    while stop < len(found) and found[stop].path[:2] == (kind, id_):
        stop += 1
    return range(start, stop)


def record_span(
    text: str,
    found: Sequence[Statement],
    kind: str,
    id_: str,
) -> tuple[int, int] | None:
    """Where the first run of a record begins and ends, the comments that touch it included."""
    own = run(found, kind, id_)
    return (lead(text, found, own.start), tail(text, found, own.stop - 1)) if own else None


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
