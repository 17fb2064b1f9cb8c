"""Records that are probably in the catalogue twice: what one is like, and all that are alike."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from icccat.records.kinds import KINDS
from icccat.records.likeness import ALIKE, DAYS, DAYS_IN_A_CITY, likeness
from icccat.records.traits import Title, Traits, other_names
from icccat.words.likeness import lengths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from icccat.records.likeness import Likeness
    from icccat.records.record import Record, Records
    from icccat.records.traits import Days

NO_TITLE = Title("", 0)


class Entry(NamedTuple):
    """A title of a record, or a city, at its days; `number` is the record's among all."""

    days: Days
    title: Title
    number: int


def near(
    record: Record,
    records: Records,
    at_about: Iterable[Record] | None = None,
    *,
    at_any_time: bool = False,
) -> list[Likeness]:
    """The records that this one probably is again, the most alike first.

    It may be among the records or not; it is never its own duplicate. With `at_any_time` titles
    decide whatever the dates: for a record that has no date so far. `at_about` are those of its
    kind that are at about its time or have its link, and maybe more; else all are looked at.
    """
    names = other_names(records)
    own = Traits(record, names)
    others = records.get(record.kind, {}).values() if at_about is None else at_about
    worth_a_look = (lambda _other: True) if at_any_time else _first_look(own)
    found = (
        likeness(own, Traits(other, names), at_any_time=at_any_time)
        for other in others
        if worth_a_look(other)
    )
    return sorted((one for one in found if one), key=_order)


def _order(found: Likeness) -> tuple[int, str, str]:
    """The most alike first, and those that are equally so by their ids."""
    return -found.percent, found.record.id.casefold(), found.record.id


def pairs(records: Records) -> Iterator[tuple[Record, Likeness]]:
    """Each pair of records that are probably one, once: the later one, and what it is like."""
    names = other_names(records)
    for kind, of_kind in records.items():
        if KINDS[kind].dates:
            everyone = [Traits(record, names) for record in of_kind.values()]
            for later, earlier in sorted(_candidates(everyone)):
                if found := likeness(everyone[later], everyone[earlier]):
                    yield everyone[later].record, found


def _candidates(everyone: Sequence[Traits]) -> set[tuple[int, int]]:
    """The numbers of records that may be alike, the later first: few of all pairs."""
    found = {*_of_one_link(everyone), *_of_like_titles(everyone), *_of_one_city(everyone)}
    return {(max(pair), min(pair)) for pair in found if pair[0] != pair[1]}


def _of_one_link(everyone: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(everyone):
        if one.link:
            numbers[one.link].append(number)
    for linked in numbers.values():
        yield from combinations(linked, 2)


def _of_like_titles(everyone: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Records of about the same time with titles of like lengths and letters."""
    entries = [
        Entry(one.days, title, number)
        for number, one in enumerate(everyone)
        if one.days
        for title in one.titles
    ]
    for (_days, (text, letters), number), following in _windows(entries, DAYS):
        fit = lengths(len(text), ALIKE)
        shortest, longest, most = fit.start, fit.stop, fit.stop * (100 - ALIKE) // 100
        for _other_days, (another, others), other in following:
            if (
                shortest <= len(another) < longest
                and (letters & ~others).bit_count() <= most
                and (others & ~letters).bit_count() <= most
            ):
                yield number, other


def _of_one_city(everyone: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    there = defaultdict(list)
    for number, one in enumerate(everyone):
        if one.record.kind == "meeting" and one.days and one.to_the_day:
            for city in one.cities:
                there[city].append(Entry(one.days, NO_TITLE, number))
    for entries in there.values():
        for entry, following in _windows(entries, DAYS_IN_A_CITY):
            yield from ((entry.number, other.number) for other in following)


def _windows(entries: list[Entry], days: int) -> Iterator[tuple[Entry, Sequence[Entry]]]:
    """Each entry with those that begin no earlier, and within so many days of its end."""
    entries.sort()
    begins = [entry.days.first for entry in entries]
    for place, entry in enumerate(entries, 1):
        yield entry, entries[place : bisect_right(begins, entry.days.last + days, place)]


def _first_look(own: Traits) -> Callable[[Record], bool]:
    """Whether another record may be like one, as far as its years and its link tell at once."""
    years = [date.year for date in own.record.dates]
    earliest, latest = (min(years) - 1, max(years) + 1) if years else (0, 0)
    path = own.link.partition("?")[0].partition("/")[2]

    def look(other: Record) -> bool:
        given = [date.year for date in other.dates]
        at_a_time = bool(given) and min(given) <= latest and max(given) >= earliest
        return at_a_time or (bool(own.link) and path in other.values.get("url", ""))

    return look
