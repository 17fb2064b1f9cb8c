"""What a match is worth: everything that decides the order of the answers, in one table.

A word counts step x column x √idf (the columns' weights stand with them); two words of the query
that stand together count once more, and a text that is all of the query likewise.
"""

from __future__ import annotations

from itertools import groupby
from math import log, sqrt
from typing import TYPE_CHECKING

from icccat.search.index.columns import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.search.ladder import Way
    from icccat.search.places import Places

STEPS = {
    "exact": 1.0,
    "joined": 1.0,  # anti-rumours, anti rumours, antirumours
    "stem": 0.7,
    "vocabulary": 0.4,  # a topic, a country, a place by another of its names
    "beginning": 0.5,
    "typo": 0.8,
}
DATED = 4.0  # a date in free text that is the record's own
PHRASE = 0.5  # of what both words count where they stand together
TITLE = 2.0  # times the score, where the query is all of a title
MOST = 0.7  # of the best: records with most of the words show down to this


def rarity(records: int, total: int) -> float:
    """√idf: the fewer records have a word, the more it tells."""
    return sqrt(log(1 + total / max(records, 1)))


def worth(ways: Iterable[Way], places: Places) -> dict[int, float]:
    """What a word is worth in each record in which it is met in one of these ways.

    In each column the best of the ways counts, and the columns together.
    """
    seen: dict[str, set[int]] = {column: set() for column in WEIGHTS}
    found: dict[int, float] = {}
    best_first = sorted(ways, key=lambda way: STEPS[way.step], reverse=True)
    for step, alike in groupby(best_first, key=lambda way: STEPS[way.step]):
        for column, numbers in places.columns([way.words for way in alike]).items():
            new, much = numbers - seen[column], step * WEIGHTS[column]
            for number in new:
                found[number] = found.get(number, 0.0) + much
            seen[column] |= new
    return found
