"""The order of an answer: the best first, of equals the newest."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from icccat.records.order import title_keys
from icccat.records.stored import named_in
from icccat.search.index.unread import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from icccat.records.order import TitleKey
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
            if numbers[1:]:
                lines = index.lines(numbers)
                keys = dict(zip(lines, _titles(lines.values(), index, language), strict=True))
                numbers.sort(key=keys.__getitem__)
            yield from numbers


def newest_first(dated: Sequence[tuple[str, str]], index: Index, language: str) -> Stored:
    """The records of these lines, each after its date, in the order in which they are shown."""
    keys = _titles([line for _date, line in dated], index, language)
    of_date: dict[str, list[tuple[TitleKey, str]]] = {}
    for (date, line), key in zip(dated, keys, strict=True):
        of_date.setdefault(date, []).append((key, line))
    newest = sorted(of_date, reverse=True)  # last what has no date: ""
    return Unread(index, [line for date in newest for _key, line in sorted(of_date[date])])


def _titles(lines: Iterable[str], index: Index, language: str) -> list[TitleKey]:
    """What the records of these lines are compared by."""
    return title_keys(list(index.each(lines, partial(named_in, language=language))))
