"""The words of a query as they were met, and the records that have all or most of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.search.weights import MOST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from icccat.words.marks import Run


class Unit(NamedTuple):
    """A word of the query as it was met: `worth` in which records, as which `runs` of words.

    `place` is its place among all words of the query, `much` how much it tells.
    """

    word: str
    place: int
    worth: dict[int, float]
    much: float
    runs: tuple[Run, ...] = ()


def in_all(units: Iterable[Unit]) -> set[int]:
    """The records in which all the words were met."""
    first, *others = sorted((unit.worth for unit in units), key=len)
    return set(first).intersection(*others)


def scored(
    numbers: Iterable[int], units: Sequence[Unit], scores: Mapping[int, float] | None
) -> dict[int, float]:
    """Those of the records that are among the scores, with what their words are worth too."""
    if scores is None:
        found = dict.fromkeys(numbers, 0.0)
    else:
        found = {number: scores[number] for number in numbers if number in scores}
    for unit in units:
        worth, much = unit.worth, unit.much
        for number in found.keys() & worth.keys():
            found[number] += worth[number] * much
    return found


def with_most(units: Sequence[Unit], scores: Mapping[int, float] | None) -> dict[int, float]:
    """The records with most of the words, those that tell more counting more."""
    covered: dict[int, float] = {}
    for unit in units:
        for number in unit.worth.keys() & (unit.worth if scores is None else scores).keys():
            covered[number] = covered.get(number, 0.0) + unit.much
    least = MOST * max(covered.values(), default=0.0)
    most = [number for number, much in covered.items() if much >= least]
    return scored(most, units, scores)
