"""Terms that would narrow an answer, and how many records each would leave."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import Bilingual
from icccat.search.fields import all_fields
from icccat.search.texts import Texts
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from icccat.records.record import Record
    from icccat.search.context import Context

MOST = 2_000  # records that are looked at, one by one
VALUES = 3  # of a field


class _By(NamedTuple):
    """A field of a query: its name, the values of a record, and by what these are decided."""

    name: Bilingual
    values: Callable[[Record, str], Iterable[str]]
    key: Callable[[Record], Hashable]


def _years(record: Record) -> range:
    span = record.span
    return range(span[0].year, span[1].year + 1) if span else range(0)


_BY = (
    _By(
        Bilingual("kind", "nature"),
        lambda record, language: [record.declared.label.in_(language)],
        lambda record: record.kind,
    ),
    _By(
        Bilingual("topic", "thème"),
        lambda record, _language: filter(SHAPE.fullmatch, record.items("topics")),
        lambda record: record.items("topics"),
    ),
    _By(
        Bilingual("year", "année"),
        lambda record, _language: (f"{year:04}" for year in _years(record)),
        _years,
    ),
    _By(
        Bilingual("country", "pays"),
        lambda record, _language: {country for _city, country in record.places},
        lambda record: record.items("places"),
    ),
)


def narrowing(
    records: Sequence[Record], context: Context, language: str
) -> list[tuple[str, list[str]]]:
    """The fields that tell the records apart, each with values: `("topic", ["refugees 9"])`.

    The name of the field, a colon and a value may be typed after the query; the value then leaves
    so many records, two or more, but not all. `language` is the reader's.
    """
    told = ((by.name.in_(language), list(_counts(records, by, context, language))) for by in _BY)
    return [(name, counts) for name, counts in told if counts]


def _counts(records: Sequence[Record], by: _By, context: Context, language: str) -> Iterator[str]:
    """The most frequent values, each with how many records it leaves."""
    groups: dict[Hashable, Record] = {by.key(record): record for record in records}
    sizes = Counter(map(by.key, records))
    named = Counter[str]()
    for key, record in groups.items():
        for value in by.values(record, language):
            named[value] += sizes[key]
    test = all_fields()[by.name.en].test
    found: list[tuple[int, str]] = []
    for value, _number in sorted(named.items(), key=lambda one: (-one[1], one[0])):
        holds = test(value, context)
        left = sum(sizes[key] for key, one in groups.items() if holds(Texts(one, context.records)))
        if 1 < left < len(records):
            found.append((left, value))
        if len(found) == VALUES:
            break
    found.sort(key=lambda one: -one[0])
    return (f"{value} {left}" for left, value in found)
