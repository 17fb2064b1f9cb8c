"""A query's text, cut into words, quoted phrases, operators and brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.errors import QueryError
from icccat.locale import translate as _
from icccat.records.sorts import or_nearest
from icccat.search.fields import FIELDS, named

if TYPE_CHECKING:
    from collections.abc import Iterator

OPERATORS = {"AND": "and", "ET": "and", "OR": "or", "OU": "or"} | {"NOT": "not", "SAUF": "not"}
QUOTES = '"“”«»'
TOKEN = re.compile(
    rf"""\s*(?:
      (?P<bracket>[()])
    | (?P<minus>-)(?=[^\s-])
    | (?P<field>[^\W\d][\w\u0300-\u036f-]*):(?=[^\s/]|\Z)
    | [{QUOTES}](?P<quoted>[^{QUOTES}]*)(?P<closed>[{QUOTES}]?)
    | (?P<word>[^\s()]+)
    )""",
    re.VERBOSE,
)
VALUE = re.compile(rf"[{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]|(?P<plain>[^\s(),]+)")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its form (word, quoted, and, or, not, a bracket) and its place.

    With a `field`, `values` are what stands after the colon, each at its place.
    """

    form: str
    text: str
    start: int
    field: str = ""
    values: tuple[str, ...] = ()
    places: tuple[int, ...] = ()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a query, or of this part of it.

    Raises QueryError for an unknown field, a value that is missing or an open quotation.
    """
    return list(_cut(text, start, len(text) if end is None else end))


def _cut(text: str, place: int, end: int) -> Iterator[Token]:
    while (found := TOKEN.match(text, place, end)) is not None:
        form = found.lastgroup or ""
        start, place = found.start(form), found.end()
        if form == "field" and (place < end or named(found["field"])):
            name = _known(text, found["field"], start)
            given = _values(text, place, end)
            place = given[-1].end()
            values = tuple(value["plain"] or value["quoted"] for value in given)
            places = tuple(value.start() for value in given)
            yield Token("word", text[start:place], start, name, values, places)
        elif form == "closed":
            start = found.start("quoted") - 1
            if not found["closed"]:
                raise QueryError(text, start, _("this quotation mark is not closed"))
            yield Token("quoted", found["quoted"], start)
        elif form in {"minus", "bracket"}:
            yield Token("not" if form == "minus" else found[form], found[form], start)
        else:
            word = found[0].strip()
            yield Token(OPERATORS.get(word, "word"), word, start)


def _known(text: str, name: str, start: int) -> str:
    """The name, if there is such a field."""
    if named(name) is None:
        sentence = _('there is no field "{name}"').format(name=name)
        raise QueryError(text, start, or_nearest(sentence, name, tuple(FIELDS)))
    return name


def _values(text: str, place: int, end: int) -> list[re.Match[str]]:
    """The values after a field's colon, one at least, with commas between them."""
    found: list[re.Match[str]] = []
    while not found or text.startswith(",", place, end):
        place += bool(found)
        value = VALUE.match(text, place, end)
        if value is None or not (value["plain"] or value["quoted"].strip()):
            raise QueryError(text, place, _("a value is missing here"))
        if value["plain"] and value["plain"][0] in QUOTES:
            raise QueryError(text, place, _("this quotation mark is not closed"))
        found.append(value)
        place = value.end()
    return found
