"""The order of an answer: the best first, of equals the newest."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from icccat.search.index.unread import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from icccat.records.stored import Stored
    from icccat.search.index import Index


def ranked(scores: Mapping[int, float], index: Index, language: str) -> Iterator[int]:
    """The numbers of the records, as they are to be shown; `language` is the reader's.

    Only as many records are looked at as are asked for.
    """
    exactly: dict[float, list[int]] = {}
    for number, score in scores.items():
        exactly.setdefault(score, []).append(number)
    alike: dict[float, list[int]] = {}
    for score, numbers in exactly.items():
        alike.setdefault(round(score, 6), []).extend(numbers)
    for score in sorted(alike, reverse=True):
        for _date, equals in groupby(index.by_date(alike[score]), key=itemgetter(1)):
            numbers = [number for number, _dated in equals]
            yield from index.by_title(numbers, language) if numbers[1:] else numbers


def newest_first(titled: Iterable[tuple[str, str, str]], index: Index) -> Stored:
    """The records of these lines, each after its date and title, in the order of both."""
    of_date: dict[str, list[tuple[str, str]]] = {}
    for date, title, line in titled:
        of_date.setdefault(date, []).append((title, line))
    newest = sorted(of_date, reverse=True)  # last what has no date: ""
    return Unread(index, [line for date in newest for _title, line in sorted(of_date[date])])
