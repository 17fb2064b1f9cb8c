"""What a value of a query asks of a record: words, one of a list, dates, numbers, an address.

Each function makes a test of a field; ValueError says what is wrong with the value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from icccat.locale import translate as _
from icccat.records.dates import Date, parse_date
from icccat.records.sorts import did_you_mean
from icccat.search.texts import Texts
from icccat.words.fold import words
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

Test: TypeAlias = Callable[[Texts], bool]
MANY = 20  # more words than a line shows


def contain(found: Iterable[tuple[str, ...]], wanted: str, *, phrase: bool = False) -> bool:
    """Whether the wanted words are all among the words of the texts.

    As a `phrase` they stand in one text, next to each other. Two words may be written as one.
    """
    sought = words(wanted, joined=False)
    if phrase:
        return any(_follow(text, sought) for text in found)
    there = {word for text in found for word in text}
    return all(
        word in there
        or word + "".join(sought[place + 1 : place + 2]) in there
        or "".join(sought[max(place - 1, 0) : place]) + word in there
        for place, word in enumerate(sought)
    )


def _follow(text: tuple[str, ...], sought: tuple[str, ...]) -> bool:
    """Whether the sought words follow each other in a text, in which joined compounds may stand."""
    places = set(range(len(text)))
    for word in sought:
        after = {place + 1 for place in places if text[place : place + 1] == (word,)}
        places = after | {place + 1 for place in after if _is_joined(text, place)}
    return bool(places)


def _is_joined(text: tuple[str, ...], place: int) -> bool:
    """Whether the word here is the words before it, written as one."""
    word = "".join(text[place : place + 1])
    first = max(0, place - len(word))  # it has as many parts as letters at most
    return any(word == "".join(text[start:place]) for start in range(first, place - 1))


def by_words(name: str) -> Callable[[str], Test]:
    """A test for words in the texts of a field."""
    return by_texts(lambda texts: texts.of(name))


def by_texts(get: Callable[[Texts], list[tuple[str, ...]]]) -> Callable[[str], Test]:
    """A test for words, all of them, in any of some texts."""

    def test(value: str) -> Test:
        if not words(value):
            raise ValueError(_('there is no word to look for in "{value}"').format(value=value))
        return lambda texts: contain(get(texts), value)

    return test


def by_exact(
    get: Callable[[Texts], Iterable[str]], known: Mapping[str, str]
) -> Callable[[str], Test]:
    """A test for one of the known values; `known` gives each by its names as `bare` has them."""

    def test(value: str) -> Test:
        wanted = known.get(bare(value))
        if wanted is None:
            all_ = sorted(set(known.values()))
            few = _('"{value}" is not one of: {known}')
            many = _('"{value}" is no name or code that is known here')
            sentence = few if len(all_) < MANY else many
            sentence = sentence.format(value=value, known=", ".join(all_))
            near = nearest(value, known)
            raise ValueError(did_you_mean(sentence, known[near] if near else None))
        return lambda texts: wanted in get(texts)

    return test


def bare(name: str) -> str:
    """A name by its words alone: Royaume-Uni is royaume uni, Kosovo* is kosovo."""
    return " ".join(words(name, joined=False))


def by_address(name: str) -> Callable[[str], Test]:
    """A test for a part of an address, as it stands."""

    def test(value: str) -> Test:
        return lambda texts: value.casefold() in str(texts.record.values.get(name, "")).casefold()

    return test


def _interval(value: str) -> tuple[Date | None, Date | None]:
    """The dates of `2019`, `2018..2019`, `2019..`, `..2019`."""
    start, dots, end = value.partition("..")
    if not dots:
        return parse_date(value), parse_date(value)
    if not start and not end:
        raise ValueError(_('".." needs a date before it, after it, or both'))
    first, last = (parse_date(text) if text else None for text in (start, end))
    if first and last and last.last < first.first:
        raise ValueError(_('"{value}" ends before it begins').format(value=value))
    return first, last


def by_date(name: str = "") -> Callable[[str], Test]:
    """A test for a date that overlaps an interval; with no name, for the record's own dates."""

    def test(value: str) -> Test:
        start, end = _interval(value)

        def holds(texts: Texts) -> bool:
            span = texts.record.span
            if name:
                date = texts.record.values.get(name)
                span = (date.first, date.last) if date else None
            return span is not None and _overlap(span, start, end)

        return holds

    return test


def _overlap(span: tuple[dt.date, dt.date], start: Date | None, end: Date | None) -> bool:
    return (start is None or span[1] >= start.first) and (end is None or span[0] <= end.last)


def by_number(name: str) -> Callable[[str], Test]:
    """A test for a number, or for `2..4`."""

    def test(value: str) -> Test:
        start, dots, end = value.partition("..")
        bounds = (start, end if dots else start)
        if not (start or end) or not all(not text or text.isdecimal() for text in bounds):
            raise ValueError(
                _('"{value}" is not a number, or numbers such as 2..4').format(value=value)
            )
        least = int(bounds[0] or 0)
        most = int(bounds[1]) if bounds[1] else None
        if most is not None and most < least:
            raise ValueError(_('"{value}" ends before it begins').format(value=value))

        def holds(texts: Texts) -> bool:
            number = texts.record.values.get(name)
            return number is not None and least <= number and (most is None or number <= most)

        return holds

    return test
