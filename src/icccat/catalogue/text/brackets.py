"""A list or an inline table taken apart, and put together again with other entries.

Each entry keeps the space and the comments around it, so that what stays keeps its bytes and what
is new stands as its neighbours do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.catalogue.text.statements import COMMENT, KEY, STRING, closing, end_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = rf"(?:[ \t\r\n]++|{COMMENT})*+"
_SPACE = re.compile(_BETWEEN)
_COMMA = re.compile(rf"({_BETWEEN}),")
_REST = re.compile(r"(?:[ \t]*+(?:\#[^\r\n]*+)?+(?=\r?\n))?+")
_SCALAR = re.compile(rf"{STRING}|[\w+.:-]++(?:[ ][\w+.:-]++)?+", re.DOTALL)
_INDENT = re.compile(r"[ \t]*+")
_KEY_ALONE = re.compile(KEY)
_EQUALS = re.compile(r"[ \t]*+=[ \t]*+")
_LINE = re.compile(r"\r?\n[ \t]*\Z")
_NEWLINE = re.compile(r"\r?\n")


@dataclass(slots=True)
class Entry:
    """An item of a list or a pair of an inline table; without text it goes.

    `lead` is what stands before it, `gap` between it and its comma, `rest` what ends its line.
    """

    lead: str
    text: str
    gap: str = ""
    rest: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Brackets:
    """A list or an inline table; `rest` ends the line of the opening bracket."""

    rest: str
    entries: tuple[Entry, ...]
    trailing_comma: bool
    close: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it, not even a line to keep."""
        return not self.entries and "\n" not in self.close


def pair_spans(text: str, start: int) -> tuple[slice, slice]:
    """Where the key and the value are of the pair that begins at `start` or after spaces."""
    key = end_of(_INDENT, text, start)
    key_end = end_of(_KEY_ALONE, text, key)
    value = end_of(_EQUALS, text, key_end)
    return slice(key, key_end), slice(value, _value_end(text, value))


def new_entry(text: str) -> Entry:
    """An entry that has no place of its own yet."""
    return Entry("", text, is_new=True)


def opened(value: str) -> Brackets:
    """The list or inline table, taken apart."""
    is_table = value.startswith("{")
    pos = end_of(_REST, value, 1)
    rest, entries, trailing_comma = value[1:pos], list[Entry](), False
    while (begin := end_of(_SPACE, value, pos)) < len(value) - 1:
        end = pair_spans(value, begin)[1].stop if is_table else _value_end(value, begin)
        comma = _COMMA.match(value, end)
        trailing_comma = comma is not None
        gap, after = (comma[1], comma.end()) if comma else ("", end)
        stop = end_of(_REST, value, after)
        entries.append(Entry(value[pos:begin], value[begin:end], gap, value[after:stop]))
        pos = stop
    return Brackets(rest, tuple(entries), trailing_comma, value[pos:-1])


def closed(value: str, brackets: Brackets, entries: Sequence[Entry]) -> str:
    """The text of what was `value`, with these entries: old ones in their order, and new ones."""
    lead_of = _Leads(brackets, entries)
    out: list[Entry] = []
    carry: str | None = None  # what led to the entries just gone
    orphan = ""  # what ended their line, if others stay on it
    for number, entry in enumerate(entries):
        if not entry.text:
            carry = _joined(carry, entry.lead)
            orphan = entry.rest if out and "\n" not in carry else ""
            continue
        if entry.is_new:
            entry.lead = lead_of.new(out, number) if carry is None else carry
            entry.rest = orphan
        else:
            entry.lead = _joined(carry, entry.lead)
            _adopt(out, orphan)
        out.append(entry)
        carry, orphan = None, ""
    _adopt(out, orphan)
    close = _joined(carry, brackets.close)
    if not out and "\n" not in brackets.rest + close:
        return value[0] + value[-1]
    return value[0] + brackets.rest + _listed(out, brackets.trailing_comma) + close + value[-1]


class _Leads:
    """What leads to new entries: a line of their own, unless their neighbours share one."""

    def __init__(self, brackets: Brackets, entries: Sequence[Entry]) -> None:
        old = brackets.entries
        lines = (_own_line(entry.lead) for entry in old)
        below = _NEWLINE.search(brackets.close)
        self.line = next(filter(None, lines), below and below[0] + "  ")
        self.first = old[0].lead if old else self.line or ""
        self.other = self.line or (old[1].lead if len(old) > 1 else " ")
        self.entries = entries
        if old and entries[0].is_new and "\n" not in self.first:
            old[0].lead = self.other

    def new(self, out: Sequence[Entry], number: int) -> str:
        """What leads to the new entry of that number, those in `out` standing before it."""
        if not out:
            return _own_line(self.first) or self.first
        following = next((entry for entry in self.entries[number:] if not entry.is_new), None)
        if following and "\n" not in following.lead:
            return following.lead
        return _own_line(out[-1].lead) or self.other


def _own_line(lead: str) -> str | None:
    """The newline and the indentation at the end of what leads to an entry, if it has a line."""
    line = _LINE.search(lead)
    return line and line[0]


def _joined(carry: str | None, lead: str) -> str:
    """What leads to an entry once those before it are gone, whose comments above them stay."""
    if carry is None:
        return lead
    if _NEWLINE.match(lead):
        above = _LINE.search(carry)
        return (carry[: above.start()] if above else "") + lead
    return carry


def _adopt(out: Sequence[Entry], orphan: str) -> None:
    if orphan:
        out[-1].rest = orphan


def _listed(entries: Sequence[Entry], trailing_comma: bool) -> str:  # noqa: FBT001 (how the list was found)
    """The entries with their commas."""
    text = ""
    for number, entry in enumerate(entries, 1):
        comma = "," if number < len(entries) or trailing_comma else ""
        text += entry.lead + entry.text + entry.gap + comma + entry.rest
    return text


def _value_end(text: str, start: int) -> int:
    return closing(text, start + 1) if text[start] in "[{" else end_of(_SCALAR, text, start)
