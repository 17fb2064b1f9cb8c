"""Names that stand for one another: topics by their labels and synonyms, countries, places."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from icccat.records.standards import countries, other_names
from icccat.search.index.stems import stems
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icccat.records.record import Records
    from icccat.search.index import Index

Name: TypeAlias = tuple[str, ...]
"""The folded words of a name."""
_LONGEST = 8  # words of a name that a query may hold


class Run(NamedTuple):
    """Words of a query, from one to another, that name something with other names too."""

    start: int
    stop: int
    names: tuple[Name, ...]


def runs(asked: Sequence[str], index: Index) -> list[Run]:
    """The longest runs of the words that are a name, each with all the other names."""
    found: list[Run] = []
    start = 0
    while start < len(asked):
        stop = min(len(asked), start + _LONGEST)
        while stop > start and not (names := _named(tuple(asked[start:stop]), index)):
            stop -= 1
        if stop > start:
            own = tuple(asked[start:stop])
            found.append(Run(start, stop, tuple(name for name in names if name != own)))
        start = max(stop, start + 1)
    return found


def _named(asked: Name, index: Index) -> tuple[Name, ...]:
    """All names of what these words name, in this form or another of each word."""
    return next(filter(None, map(index.names, keys(asked))), ())


def keys(name: Name) -> Iterator[str]:
    """What a name is found by: its words, then their stems in either language."""
    yield " ".join(name)
    for language, code in enumerate(("en", "fr")):
        yield f"{code}: {' '.join(stems(word)[language] for word in name)}"


def by_key(records: Records) -> dict[str, list[Name]]:
    """All that has more than one name, by what each name is found by."""
    of_countries, own = _of_countries(), _keyed(_names(records))
    return {
        key: sorted({*of_countries.get(key, ()), *own.get(key, ())}) for key in of_countries | own
    }


def _keyed(all_names: Iterable[Iterable[str]]) -> dict[str, set[Name]]:
    """The names of each thing together, by what each of them is found by."""
    found: dict[str, set[Name]] = defaultdict(set)
    for names in all_names:
        told = set(filter(None, map(words, names)))  # a heart is no word
        for name in told if len(told) > 1 else ():
            for key in keys(name):
                found[key] |= told
    return dict(found)


def _names(records: Records) -> Iterator[Iterable[str]]:
    """The names of each topic and place."""
    for topic in records.get("topic", {}).values():
        yield *topic.values.get("label", {}).values(), *topic.items("also")
    for place in records.get("place", {}).values():
        yield place.id.rpartition(",")[0] or place.id, *place.items("also")


@cache
def _of_countries() -> dict[str, set[Name]]:
    """The names of each country, which are always the same."""
    others = other_names()
    return _keyed((*both, *others.get(code, ())) for code, both in countries().items())
