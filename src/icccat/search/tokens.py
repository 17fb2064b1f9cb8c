"""A query's text, cut into words, quoted phrases, operators and brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from icccat.errors import QueryError
from icccat.locale import translate as _
from icccat.search.fields import all_fields, named
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

OPERATORS = {"AND": "and", "ET": "and", "OR": "or", "OU": "or"} | {"NOT": "not", "SAUF": "not"}
QUOTES = '"“”«»'
CLOSING = {"“": "”", "«": "»"}  # another quotation mark is closed by itself
# (Compiled when needed: most queries are words and nothing else.)
_TOKEN = rf"""\s*(?:
      (?P<bracket>[()])
    | (?P<minus>-)(?=[^\s-])
    | (?P<field>[^\W\d][\w\u0300-\u036f-]*):(?=[^\s/]|\Z)
    | [{QUOTES}](?P<quoted>[^{QUOTES}]*)(?P<closed>[{QUOTES}]?)
    | (?P<word>[^\s()]+)
    )"""
_VALUE = rf"[{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]|(?P<plain>[^\s(),]+)"


class Token(NamedTuple):
    """A piece of a query: its form (word, quoted, and, or, not, a bracket) and its place.

    With a `field`, `values` are what stands after the colon, each at its place in `places`.
    """

    form: str
    text: str
    start: int
    field: str = ""
    values: tuple[str, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it is a word of free text, in any form of it."""
        return self.form == "word" and not self.field and not is_special(self.text)


def is_special(word: str) -> bool:
    """Whether the word is written `=word` or `word*`."""
    return re.fullmatch(r"=+\w.*|.*\w\*+", word) is not None


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a query, or of this part of it.

    Raises QueryError for an unknown field, a value that is missing or an open quotation.
    """
    end = len(text) if end is None else end
    plain = text[start:end].replace(" ", "").isalnum()
    return list(_words(text, start, end) if plain else _cut(text, start, end))


def _words(text: str, place: int, end: int) -> Iterator[Token]:
    """The tokens of what is words and nothing else."""
    for word in text[place:end].split():
        start = text.index(word, place)
        place = start + len(word)
        yield Token(OPERATORS.get(word, "word"), word, start)


def _cut(text: str, place: int, end: int) -> Iterator[Token]:
    token = re.compile(_TOKEN, re.VERBOSE)
    while (found := token.match(text, place, end)) is not None:
        form = found.lastgroup or ""
        start, place = found.start(form), found.end()
        if form == "field" and _is_field(found["field"], place, end, len(text)):
            name = _known(text, found["field"], start)
            given = _values(text, place, end)
            place = given[-1].end()
            values = tuple(value["plain"] or value["quoted"] for value in given)
            places = tuple(value.start() for value in given)
            yield Token("word", text[start:place], start, name, values, places)
        elif form == "closed":
            start = found.start("quoted") - 1
            if not found["closed"]:
                raise _open(text, start, end)
            yield Token("quoted", found["quoted"], start)
        elif form in {"minus", "bracket"}:
            yield Token("not" if form == "minus" else found[form], found[form], start)
        else:
            word = found[0].strip()
            yield Token(OPERATORS.get(word, "word"), word, start)


def _is_field(name: str, place: int, end: int, whole: int) -> bool:
    """Whether the name before a colon is a field's: at the end of the part, a known one may be."""
    return place < end or (end == whole and named(name) is not None)


def _open(text: str, start: int, end: int) -> QueryError:
    """What is wrong with a quotation mark that is not closed before the end."""
    fix = end, end, CLOSING.get(text[start], text[start])
    return QueryError(text, start, _("this quotation mark is not closed"), fix)


def _known(text: str, name: str, start: int) -> str:
    """The name, if there is such a field."""
    if named(name) is None:
        sentence = _('there is no field "{name}"').format(name=name)
        near = nearest(name, all_fields())
        raise QueryError(text, start, sentence, (start, start + len(name), near) if near else None)
    return name


def _values(text: str, place: int, end: int) -> list[re.Match[str]]:
    """The values after a field's colon, one at least, with commas between them."""
    found: list[re.Match[str]] = []
    while not found or text.startswith(",", place, end):
        place += bool(found)
        value = re.compile(_VALUE).match(text, place, end)
        if value is None or not (value["plain"] or value["quoted"].strip()):
            raise QueryError(text, place, _("a value is missing here"))
        if value["plain"] and value["plain"][0] in QUOTES:
            raise _open(text, place, end)
        found.append(value)
        place = value.end()
    return found


def values_in(written: str, start: int) -> list[tuple[str, int, int]]:
    """The values between the commas of a text at this place: each with where it begins and ends."""
    found: list[tuple[str, int, int]] = []
    for part in written.split(","):
        value = part.strip()
        first = start + part.index(value)
        found.append((value, first, first + len(value)))
        start += len(part) + 1
    return found
