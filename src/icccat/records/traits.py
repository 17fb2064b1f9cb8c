"""What a record is compared by with its like: titles, days, cities, link, numbers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from icccat.records.kinds import EVENTS
from icccat.words.fold import fold
from icccat.words.likeness import letters
from icccat.words.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icccat.records.record import Record, Records

City: TypeAlias = tuple[str, str]
"""A folded name, and the country's code."""

_COUNTED = "utm_"  # what is added to links to count who follows them


class Title(NamedTuple):
    """A folded title, and its letters as bits."""

    text: str
    letters: int


class Days(NamedTuple):
    """The first and the last day, from 1 for 1 January of the year 1."""

    first: int
    last: int

    def gap(self, other: Days) -> int:
        """How many days are at least between the two; 0 where they share one, or may."""
        return max(0, self.first - other.last, other.first - self.last)


class Traits:
    """A record, with what it is compared by; `names` are cities by their other names."""

    def __init__(self, record: Record, names: Mapping[City, City]) -> None:
        self.record, self.names = record, names

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """Its titles in every language, each once."""
        called = self.record.values.get(self.record.declared.called, {})
        folded = dict.fromkeys(fold(title) for title in called.values())
        return tuple(Title(title, letters(title)) for title in folded)

    @cached_property
    def days(self) -> Days | None:
        """Its days, all that a date of little precision may mean; None where it has no date."""
        span = self.record.span
        return Days(span[0].toordinal(), span[1].toordinal()) if span else None

    @property
    def to_the_day(self) -> bool:
        """Whether its days are known, not only its month or year."""
        return all(date.day for date in self.record.dates)

    @cached_property
    def places(self) -> frozenset[City]:
        """Its places, a city by the name that it has in the vocabulary; "" for a country."""
        there = ((fold(city), country) for city, country in self.record.places)
        return frozenset(self.names.get(place, place) for place in there)

    @property
    def cities(self) -> frozenset[City]:
        """Its places that are cities."""
        return frozenset(place for place in self.places if place[0])

    @cached_property
    def link(self) -> str:
        """The address of a video or meeting as `address` makes it, "" where it has none."""
        return address(self.record.values.get("url", "")) if self.record.kind in EVENTS else ""

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers that its titles tell."""
        return frozenset().union(*(numbers(title.text) for title in self.titles))


def address(url: str) -> str:
    """A link without what seldom matters: http or https, www., host's case, last slash, #, utm_."""
    _scheme, _colon, rest = url.partition("://")
    where, _mark, asked = rest.partition("#")[0].partition("?")
    host, slash, path = where.rstrip("/").partition("/")
    told = "&".join(one for one in asked.split("&") if not one.startswith(_COUNTED))
    plain = host.lower().removeprefix("www.") + slash + path
    return f"{plain}?{told}" if told else plain


def other_names(records: Records) -> dict[City, City]:
    """Cities by their other names: `("lisboa", "PT")` is `("lisbon", "PT")`."""
    return {
        (fold(name), country): (fold(city), country)
        for place in records.get("place", {}).values()
        for city, country in [_parts(place.id)]
        for name in place.items("also")
    }


def _parts(place: str) -> City:
    city, _comma, country = place.rpartition(", ")
    return city, country
