"""Why a record is an answer: which word of the query was met there, how, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.search.index.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.search.ladder import Rung, Way
    from icccat.search.match import Answer

STEPS = ("exact", "joined", "stem", "vocabulary", "beginning", "typo")  # down the ladder
DATE = "date"  # in place of a step: the word is the record's own date


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the query in a record: the step, the words met, the columns that they stand in.

    A date in free text that is the record's own has the step "date", and stands in no column.
    """

    word: str
    step: str
    met: tuple[str, ...]
    columns: tuple[str, ...]


def found(answer: Answer, number: int) -> Iterator[Found]:
    """How each word of the query was met in a record that was found, by the first step that did."""
    for rung in answer.rungs:
        yield from _first(answer, number, rung)
    for rung, own in answer.dated:
        if number in own:
            yield Found(rung.word, DATE, (), ())
        else:
            yield from _first(answer, number, rung)


def _first(answer: Answer, number: int, rung: Rung) -> Iterator[Found]:
    """The way in which the rung was met there that is nearest to what was typed."""
    for way in sorted(rung.ways, key=lambda way: (way.step != rung.step, STEPS.index(way.step))):
        if there := answer.places.columns(way.words).get(number):
            columns = tuple(column for column in COLUMNS if column in there)
            yield Found(rung.word, way.step, way.words, columns)
            break


def ways(answer: Answer, number: int) -> Iterator[Way]:
    """All the ways in which words of the query, and dates in it, stand in a record."""
    rungs = (*answer.rungs, *(rung for rung, _own in answer.dated))
    for way in (way for rung in rungs for way in rung.ways):
        if number in answer.places.columns(way.words):
            yield way


def met(answer: Answer, number: int) -> frozenset[str]:
    """All words of a record by which it was found."""
    return frozenset(word for way in ways(answer, number) for word in way.words)
