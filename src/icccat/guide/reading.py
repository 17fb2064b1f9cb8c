"""What a person typed as an answer → the texts that options would give, and how to say it back."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from icccat.guide.days import read_day, read_days, said
from icccat.guide.offers import FLAGS, begun, meant, numbered
from icccat.locale import translate as _
from icccat.records.kinds import KINDS
from icccat.records.sorts import (
    Choice,
    Flag,
    Language,
    Link,
    Place,
    Reference,
    When,
    Word,
    did_you_mean,
)
from icccat.records.standards import countries
from icccat.words.fold import fold
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.guide.entry import Entry
    from icccat.guide.offers import Offer

_HOST = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]\S*)?")

_LETTERS = 4  # enough to tell a word by its beginning
_SOME = 5  # values to name where several may be meant


class Mistake(ValueError):
    """An answer will not do: a sentence says why; `near` is what was probably meant, or ""."""

    def __init__(self, sentence: str, near: str = "") -> None:
        super().__init__(sentence)
        self.near = near


class Reading(NamedTuple):
    """An answer understood: its values as texts, how to say it back, and what to warn of.

    `also` is what it says of other fields: the end of a meeting, `{"end": ["2024-06-04"]}`.
    """

    values: list[str]
    echo: str = ""
    warnings: tuple[str, ...] = ()
    also: Mapping[str, list[str]] = MappingProxyType({})


def read(entry: Entry, text: str, among: Sequence[Offer], language: str) -> Reading:
    """What a text answers; `among` is what is offered, `language` the reader's. Raises Mistake."""
    field = entry.field
    if field is None:
        return Reading([text])
    if isinstance(field.sort, When):
        return _days(entry, text, language)
    texts = _items(text, numbered(field)) if field.many else [" ".join(text.split())]
    values = list(dict.fromkeys(_value(entry, one, among) for one in texts))
    named = isinstance(field.sort, Reference | Language)
    meanings = {offer.value: offer.meaning for offer in among if named}
    echo = "; ".join(meanings.get(value) or value for value in values)
    known = {offer.value for offer in among}
    news = (value for value in values if isinstance(field.sort, Word) and value not in known)
    return Reading(
        values,
        "" if fold(echo) == fold("; ".join(texts)) else echo,
        tuple(_new_word(entry, value, among) for value in news),
    )


def _days(entry: Entry, text: str, language: str) -> Reading:
    try:
        opening, closing = read_days(text) if entry.period else (read_day(text), None)
    except ValueError as refusal:
        raise Mistake(str(refusal)) from None
    also = {} if closing is None else {entry.kind.dates[-1]: [str(closing)]}
    echo = said(opening, closing, language)
    return Reading([str(opening)], "" if fold(echo) == fold(text) else echo, also=also)


def _items(text: str, words: Sequence[str]) -> list[str]:
    """The items of a list: one a line, between semicolons, or numbers of what is listed."""
    items = [" ".join(item.split()) for item in re.split(r"[;\n]", text)]
    numbers = re.split(r"[ ,]+", text.strip())
    if words and len(numbers) > 1 and all(number.isdecimal() for number in numbers):
        items = numbers
    return [item for item in items if item]


def _value(entry: Entry, text: str, among: Sequence[Offer]) -> str:
    """The value that a text names, checked as the field checks it. Raises Mistake."""
    assert entry.field is not None  # noqa: S101 (the id has no value of a sort)
    sort, code = entry.field.sort, entry.code or "en"
    value = _named(entry, text, among)
    near = nearest_of(text, among)
    if isinstance(sort, Reference) and value not in {offer.value for offer in among}:
        sentence = _('there is no {kind} "{id}"')
        sentence = sentence.format(kind=KINDS[sort.kind].label, id=text)
        raise Mistake(did_you_mean(sentence, near or _akin(text, among) or None), near)
    try:
        sort.check(sort.parse(value, code), code)
    except ValueError as refusal:
        raise Mistake(str(refusal), near) from None
    return value


def _named(entry: Entry, text: str, among: Sequence[Offer]) -> str:
    """The value that a text names by number, by another name, or by its beginning; else itself."""
    assert entry.field is not None  # noqa: S101 (likewise)
    sort, words = entry.field.sort, numbered(entry.field)
    if words and text.isdecimal() and 0 < int(text) <= len(words):
        return words[int(text) - 1]
    if isinstance(sort, Link) and _HOST.fullmatch(text):
        return f"https://{text}"
    if not isinstance(sort, Choice | Flag | Language | Place | Reference | Word):
        return text
    if found := meant(text, among):
        return found.value
    starts = [offer for offer in begun(text, among) if fold(offer.value).startswith(fold(text))]
    if isinstance(sort, Choice | Reference) and len(starts) == 1:
        return starts[0].value
    return _in_country(text, among) if isinstance(sort, Place) else text


def _in_country(text: str, among: Sequence[Offer]) -> str:
    """`Oslo, NO` for a city that stands with the name of its country; else the text."""
    city, comma, country = text.rpartition(",")
    found = meant(country.strip(), [one for one in among if one.value in countries()])
    return f"{city.strip()}, {found.value}" if comma and city.strip() and found else text


def _new_word(entry: Entry, word: str, among: Sequence[Offer]) -> str:
    assert entry.field is not None  # noqa: S101 (likewise)
    sentence = _('"{word}" has not been used under {field} before')
    sentence = sentence.format(word=word, field=entry.field.label)
    return did_you_mean(sentence, nearest_of(word, among) or None)


def nearest_of(text: str, among: Sequence[Offer]) -> str:
    """The offered value whose name, of whichever language, is most like the text, or ""."""
    values = {name: offer.value for offer in reversed(among) for name in offer.names}
    values |= {offer.value: offer.value for offer in among}
    return values.get(nearest(text, values) or "", "")


def _akin(text: str, among: Sequence[Offer]) -> str:
    """Some values that have a word which begins much like the text, joined; "" for none."""
    beginning = fold(text)[: max(_LETTERS, len(text) - _LETTERS // 2)]
    found = begun(beginning, among) if len(beginning) >= _LETTERS else []
    return ", ".join(offer.value for offer in found[:_SOME])


def yes_or_no(text: str) -> bool | None:
    """What a text answers to a question of yes or no, in either language; None for another."""
    found = meant(text, FLAGS)
    return None if found is None else found.value == "true"
