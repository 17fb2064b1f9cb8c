"""The statements of a TOML text: its headings and its `key = value` pairs, each with its place.

Only text that parses is scanned, so that a statement is recognised by little and nothing is
checked twice. All repetition is possessive: one pass, whatever the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from icccat.catalogue.toml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Keys: TypeAlias = tuple[str, ...]
RecordKey: TypeAlias = tuple[str, str]  # kind and id

_BLOCK = r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}+'
_LITERAL_BLOCK = r"'''(?:[^']++|'(?!''))*+'{3,5}+"
_BASIC = r'"(?:[^"\\\n]++|\\.)*+"'
_LITERAL = r"'[^'\n]*+'"
STRING = rf"(?:{_BLOCK}|{_LITERAL_BLOCK}|{_BASIC}|{_LITERAL})"
COMMENT = r"\#[^\n]*+"
_PART = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
KEY = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+"
_LINE_END = rf"[ \t]*+(?:{COMMENT})?+\r?+(?:\n|\Z)"

_GAP = re.compile(rf"(?:[ \t]*+(?:{COMMENT})?+\r?+\n)*+(?:[ \t]*+(?:{COMMENT})?+\Z)?+")
_STATEMENT = re.compile(
    rf"[ \t]*+(?:\[(?P<array>\[?+)[ \t]*+(?P<heading>{KEY})[ \t]*+\]\]?+{_LINE_END}"
    rf"|(?P<key>{KEY})[ \t]*+=[ \t]*+"
    rf"(?:(?P<bracket>[\[{{])|(?:{STRING}|[^\[{{\"'\#\n][^\#\n]*+){_LINE_END}))",
    re.DOTALL,
)
_TO_BRACKET = re.compile(rf"(?:[^\[\]{{}}\"'\#]++|{STRING}|{COMMENT})*+[\[\]{{}}]", re.DOTALL)
_REST_OF_LINE = re.compile(_LINE_END)
PARTS = re.compile(_PART)


class Statement(NamedTuple):
    """A heading (`[table]`, `[[array]]`) or a pair, on the lines from `start` to `end`.

    `path` is the full one from the root: a pair's begins with its heading's, and an element of an
    array of tables has its number in it: the url in the first `[[meeting.oslo.documents]]` is
    `("meeting", "oslo", "documents", "0", "url")`. `end` is after the line's own ending; `line`
    counts from 1.
    """

    path: Keys
    form: Literal["table", "array", "pair"]
    start: int
    end: int
    line: int


def statements(text: str) -> list[Statement]:
    """The statements in their order.

    Raises:
        ValueError: the text is no TOML, which is the caller's bug.

    """
    found: list[Statement] = []
    heading: Keys = ()
    elements: dict[Keys, int] = {}
    keys: dict[str, Keys] = {}
    start, line, counted = end_of(_GAP, text, 0), 1, 0
    while start < len(text):
        match = _match(_STATEMENT, text, start)
        line += text.count("\n", counted, start)
        counted, end = start, match.end()
        if key := match["key"]:
            names = keys.get(key) or keys.setdefault(key, names_of(key))
            if match["bracket"]:
                end = end_of(_REST_OF_LINE, text, closing(text, end))
            found.append(Statement(heading + names, "pair", start, end, line))
        else:
            is_array = bool(match["array"])
            heading = _resolved(names_of(match["heading"]), elements, is_array=is_array)
            form: Literal["table", "array"] = "array" if is_array else "table"
            found.append(Statement(heading, form, start, end, line))
        start = end_of(_GAP, text, end)
    return found


def comments(text: str) -> list[str]:
    """Every comment, alone on its line or behind something."""
    found = re.finditer(rf"{STRING}|(?P<comment>{COMMENT})", text, re.DOTALL)
    return [one["comment"].rstrip() for one in found if one["comment"]]


def lines_of(found: Iterable[Statement]) -> dict[Keys, int]:
    """The line of the first statement at or below each path."""
    index: dict[Keys, int] = {}
    for statement in found:
        path = statement.path
        while path and path not in index:
            index[path] = statement.line
            path = path[:-1]
    return index


def line_of(index: Mapping[Keys, int], path: Keys) -> int:
    """The line of what is at the path, or else of the nearest thing around it; 0 for none."""
    while path:
        if line := index.get(path):
            return line
        path = path[:-1]
    return 0


def _resolved(names: Keys, elements: dict[Keys, int], *, is_array: bool) -> Keys:
    """The path of a heading, the numbers of the elements it is in put between the names."""
    path: Keys = ()
    for name in names[:-1]:
        path = _numbered((*path, name), elements)
    path = (*path, names[-1])
    if is_array:
        elements[path] = elements.get(path, -1) + 1
        return (*path, str(elements[path]))
    return path


def _numbered(path: Keys, elements: Mapping[Keys, int]) -> Keys:
    return (*path, str(elements[path])) if path in elements else path


def closing(text: str, pos: int) -> int:
    """The end of the list or inline table whose opening bracket is before `pos`."""
    depth = 1
    while depth:
        pos = end_of(_TO_BRACKET, text, pos)
        depth += 1 if text[pos - 1] in "[{" else -1
    return pos


def names_of(key: str) -> Keys:
    """The names of a dotted key."""
    if '"' in key or "'" in key:
        return tuple(map(_name, PARTS.findall(key)))
    return tuple(name.strip(" \t") for name in key.split("."))


def _name(part: str) -> str:
    if part.startswith("'"):
        return part[1:-1]
    if "\\" in part:
        return str(parse(f"name = {part}", "")["name"])
    return part.strip('"')


def _match(pattern: re.Pattern[str], text: str, pos: int) -> re.Match[str]:
    match = pattern.match(text, pos)
    if match is None:
        raise ValueError(f"no TOML at {pos}: {text[pos : pos + 40]!r}")
    return match


def end_of(pattern: re.Pattern[str], text: str, pos: int) -> int:
    """Where what the pattern matches at `pos` ends."""
    return _match(pattern, text, pos).end()
