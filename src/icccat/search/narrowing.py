"""Terms that would narrow an answer, and how many records each would leave."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.locale import Bilingual
from icccat.records.dates import Date
from icccat.records.kinds import KINDS
from icccat.records.record import Record
from icccat.search.fields import all_fields
from icccat.search.predicates import contain_some
from icccat.search.texts import Texts
from icccat.words.alphabet import alphabetical
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from icccat.search.context import Context
    from icccat.search.index import Index

MOST = 2_000  # records that are looked at
VALUES = 3  # of a field


class _By(NamedTuple):
    """A field of a query: its name, what records have of it, what is typed for one of these.

    `groups` gives values that records have together, and how many have them. `record` is one that
    has some values, and `spread` says that several of them may hold a query together.
    """

    name: Bilingual
    groups: Callable[[Index, Collection[int]], Iterable[tuple[Iterable[Any], int]]]
    term: Callable[[Any, str], str]
    record: Callable[[Collection[Any]], Record]
    spread: bool = False


def _kinds(index: Index, numbers: Collection[int]) -> Iterator[tuple[list[str], int]]:
    return (([kind], number) for kind, number in index.kinds(numbers).items())


def _topics(index: Index, numbers: Collection[int]) -> Iterable[tuple[list[str], int]]:
    return index.referred(numbers, "topic")


def _years(index: Index, numbers: Collection[int]) -> Iterator[tuple[range, int]]:
    for first, last, number in index.years(numbers):
        yield range(int(first), int(last) + 1), number


def _countries(index: Index, numbers: Collection[int]) -> Iterator[tuple[list[str], int]]:
    for places, number in index.referred(numbers, "place"):
        yield [place[-2:] for place in places], number


def _with_years(years: Collection[int]) -> Record:
    return Record("meeting", "", {"start": Date(min(years)), "end": Date(max(years))})


_BY = (
    _By(
        Bilingual("kind", "nature"),
        _kinds,
        lambda kind, language: KINDS[kind].label.in_(language),
        lambda kinds: Record(next(iter(kinds)), "", {}),
    ),
    _By(
        Bilingual("topic", "thème"),
        _topics,
        lambda topic, _language: topic if SHAPE.fullmatch(topic) else "",
        lambda topics: Record("video", "", {"topics": tuple(topics)}),
        spread=True,
    ),
    _By(Bilingual("year", "année"), _years, lambda year, _language: f"{year:04}", _with_years),
    _By(
        Bilingual("country", "pays"),
        _countries,
        lambda country, _language: country,
        lambda countries: Record("video", "", {"places": tuple(countries)}),
    ),
)


def narrowing(
    index: Index, numbers: Collection[int], context: Context, language: str
) -> list[tuple[str, list[str]]]:
    """The fields that tell the records apart, each with values: `("topic", ["refugees 9"])`.

    The name of the field, a colon and a value may be typed after the query; the value then leaves
    so many records, two or more, but not all. `language` is the reader's.
    """
    found = ((by, _left(by, index, numbers, context, language)) for by in _BY)
    return [
        (by.name.in_(language), [f"{term} {left}" for term, left in terms])
        for by, terms in found
        if terms
    ]


def _left(
    by: _By, index: Index, numbers: Collection[int], context: Context, language: str
) -> list[tuple[str, int]]:
    """The most frequent values of a field, each with how many records it leaves."""
    groups = Counter[frozenset[Any]]()
    for values, number in by.groups(index, numbers):
        groups[frozenset(values)] += number
    named = Counter[str]()
    for group, size in groups.items():
        named.update({term: size for value in group if (term := by.term(value, language))})
    every = frozenset[Any]().union(*groups) if by.spread else frozenset[Any]()
    texts = {value: Texts(by.record([value]), context.records).everything for value in every}
    found: list[tuple[str, int]] = []
    for term, _size in sorted(named.items(), key=lambda one: (-one[1], alphabetical(one[0]))):
        told = _of_concern(groups, term, texts) if by.spread else groups
        left = _holding(by, term, told, context)
        if 1 < left < len(numbers):
            found.append((term, left))
        if len(found) == VALUES:
            break
    return sorted(found, key=lambda one: -one[1])


def _holding(by: _By, term: str, groups: Mapping[frozenset[Any], int], context: Context) -> int:
    """How many records have values of which the query holds."""
    test = all_fields()[by.name.en].test(term, context)

    def holds(values: frozenset[Any]) -> bool:
        return bool(values) and test(Texts(by.record(values), context.records))

    return sum(size for values, size in groups.items() if holds(values))


def _of_concern(
    groups: Mapping[frozenset[Any], int], term: str, texts: Mapping[Any, list[tuple[str, ...]]]
) -> Mapping[frozenset[Any], int]:
    """The same without the values that have no word of the term, which are most."""
    told = frozenset(value for value in texts if contain_some(texts[value], term))
    found = Counter[frozenset[Any]]()
    for group, size in groups.items():
        found[group & told] += size
    return found
