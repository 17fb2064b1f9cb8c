"""The order of an answer: the best first, of equals the newest."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from icccat.records.order import by_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.search.index import Index


def ranked(scores: Mapping[int, float], index: Index, language: str) -> Iterator[int]:
    """The numbers of the records, as they are to be shown; `language` is the reader's.

    Only as many records are read as are asked for.
    """
    dated = index.dated(scores)
    place = {number: (round(score, 6), dated[number]) for number, score in scores.items()}
    best_first = sorted(place, key=place.__getitem__, reverse=True)  # last what has no date: ""
    for _place, equals in groupby(best_first, key=place.__getitem__):
        yield from _by_title(sorted(equals), index, language)


def _by_title(numbers: list[int], index: Index, language: str) -> list[int]:
    """Of one date in the order of titles."""
    if len(numbers) == 1:
        return numbers
    records = dict(zip(numbers, index.read(numbers), strict=True))
    return sorted(numbers, key=lambda number: by_title(records[number], language))
