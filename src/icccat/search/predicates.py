"""What a value of a query asks of a record: words, one of a list, dates, numbers, an address.

Each function makes a test of a field; Mistake says what is wrong with the value.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import translate as _
from icccat.search.dates import interval
from icccat.search.mistake import Mistake
from icccat.words.fold import words
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from icccat.records.dates import Date
    from icccat.search.texts import Texts

MANY = 20  # more words than a line shows
LONGEST = 9  # figures of a number


class Test(NamedTuple):
    """What is asked of a record's texts; `said` is the value as it was understood."""

    said: str
    holds: Callable[[Texts], bool]

    def __call__(self, texts: Texts) -> bool:
        """Whether it holds of these texts."""
        return self.holds(texts)


def contain(
    found: Iterable[tuple[str, ...]], wanted: str, *, phrase: bool = False, prefix: bool = False
) -> bool:
    """Whether the wanted words are all among the words of the texts.

    As a `phrase` they stand in one text, next to each other; with `prefix` too, the last of them
    is the beginning of a word there. Two words may be written as one, here and there.
    """
    sought = words(wanted)
    if phrase or prefix:
        return any(_follow(text, sought, prefix=prefix) for text in found)
    return all(_met(list(found), sought))


def contain_some(found: list[tuple[str, ...]], wanted: str) -> bool:
    """Whether one of the wanted words, or two written as one, is among the words of the texts."""
    return any(_met(found, words(wanted)))


def _met(texts: list[tuple[str, ...]], sought: tuple[str, ...]) -> list[bool]:
    """Of each word whether it is in the texts, two here and there as one."""
    there = {word for text in texts for word in text}
    together = {one for text in texts for one in _pairs(text)}
    met = [word in there or word in together for word in sought]
    for place, one in enumerate(_pairs(sought)):
        if one in there:
            met[place] = met[place + 1] = True
    return met


def _pairs(text: tuple[str, ...]) -> Iterator[str]:
    """Each two words of a text that follow each other, as one."""
    return (as_one(*pair) for pair in pairwise(text))


def as_one(*pair: str) -> str:
    """Two words written as one; nothing for numbers: 2017-11 is not 201711."""
    one = "".join(pair)
    return "" if one.isnumeric() else one


def _follow(text: tuple[str, ...], sought: tuple[str, ...], *, prefix: bool) -> bool:
    """Whether the sought words follow each other in a text."""
    reached = [set(range(len(text))), *(set[int]() for _word in sought), set[int]()]
    for done, word in enumerate(sought):
        begins = prefix and done + 1 == len(sought)
        two = as_one(*sought[done : done + 2])
        for place in (place for place in reached[done] if place < len(text)):
            there = text[place]
            if there == word or (begins and there.startswith(word)):
                reached[done + 1].add(place + 1)
            both = as_one(*text[place : place + 2]) if place + 1 < len(text) else ""
            if both == word or (begins and both.startswith(word)):
                reached[done + 1].add(place + 2)
            if there == two and done + 1 < len(sought):
                reached[done + 2].add(place + 1)
    return bool(reached[len(sought)])


def by_words(name: str) -> Callable[[str], Test]:
    """A test for words in the texts of a field."""
    return by_texts(lambda texts: texts.of(name))


def by_texts(get: Callable[[Texts], list[tuple[str, ...]]]) -> Callable[[str], Test]:
    """A test for words, all of them, in any of some texts; `Lis*` for the beginning of one."""

    def test(value: str) -> Test:
        if not words(value):
            raise Mistake(_('there is no word to look for in "{value}"').format(value=value))
        prefix = value.endswith("*")
        return Test(value, lambda texts: contain(get(texts), value, prefix=prefix))

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
            raise Mistake(sentence, _short(near, known[near]) if near else "")
        return Test(wanted, lambda texts: wanted in get(texts))

    return test


def _short(name: str, code: str) -> str:
    """The name, if it needs no quotation marks, else the code that stands for it."""
    return code if " " in name else name


def bare(name: str) -> str:
    """A name by its words alone: Royaume-Uni is royaume uni, Kosovo* is kosovo."""
    return " ".join(words(name))


def by_address(name: str) -> Callable[[str], Test]:
    """A test for a part of an address, as it stands."""

    def test(value: str) -> Test:
        wanted = value.casefold()
        return Test(
            value, lambda texts: wanted in str(texts.record.values.get(name, "")).casefold()
        )

    return test


def by_date(name: str = "") -> Callable[[str, dt.date], Test]:
    """A test for a date that overlaps an interval; with no name, for the record's own dates."""

    def test(value: str, today: dt.date) -> Test:
        asked = interval(value, today)

        def holds(texts: Texts) -> bool:
            span = texts.record.span
            if name:
                date = texts.record.values.get(name)
                span = (date.first, date.last) if date else None
            return span is not None and asked.holds(*span)

        return Test(str(asked), holds)

    return test


def on_date(date: Date) -> Test:
    """A test for a record whose own dates overlap this one."""
    return by_date()(str(date), date.first)


def _is_count(text: str) -> bool:
    """Whether it is nothing, or a number of no more figures than a record can hold."""
    return not text or (text.isdecimal() and len(text) <= LONGEST)


def by_number(name: str) -> Callable[[str], Test]:
    """A test for a number, or for `2..4`."""

    def test(value: str) -> Test:
        start, dots, end = value.partition("..")
        bounds = (start, end if dots else start)
        if not (start or end) or not all(map(_is_count, bounds)):
            raise Mistake(
                _('"{value}" is not a number, or numbers such as 2..4').format(value=value)
            )
        least = int(bounds[0] or 0)
        most = int(bounds[1]) if bounds[1] else None
        if most is not None and most < least:
            sentence = _('"{value}" ends before it begins').format(value=value)
            raise Mistake(sentence, f"{most}..{least}")

        def holds(texts: Texts) -> bool:
            number = texts.record.values.get(name)
            return number is not None and least <= number and (most is None or number <= most)

        return Test(value, holds)

    return test
