"""Why a record is an answer: which word of the query was met there, how, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.search.index.columns import COLUMNS, TOKEN
from icccat.search.index.filing import Filing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.search.ladder import Rung, Way
    from icccat.search.match import Answer
    from icccat.words.marks import Run

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


class Shown:
    """The records of an answer that are shown, by number, and how the query's words were met."""

    def __init__(self, answer: Answer, numbers: Sequence[int]) -> None:
        self.answer, index = answer, answer.places.index
        filed = Filing(index.records).words(index.read(numbers))
        self._texts = {
            number: [f" {' '.join(TOKEN.findall(text))} " for text in columns]
            for number, columns in zip(numbers, filed, strict=True)
        }

    def found(self, number: int) -> Iterator[Found]:
        """How each word of the query was met in a record, by the first step that did."""
        for rung in self.answer.rungs:
            yield from self._first(number, rung)
        for rung, own in self.answer.dated:
            if number in own:
                yield Found(rung.word, DATE, (), ())
            else:
                yield from self._first(number, rung)

    def _first(self, number: int, rung: Rung) -> Iterator[Found]:
        """The way in which the rung was met there that is nearest to what was typed."""
        ways = sorted(rung.ways, key=lambda way: (way.step != rung.step, STEPS.index(way.step)))
        for way in ways:
            if columns := self._standing(way.words, number):
                yield Found(rung.word, way.step, way.words, columns)
                break

    def ways(self, number: int) -> Iterator[Way]:
        """All the ways in which words of the query, and dates in it, stand in a record."""
        rungs = (*self.answer.rungs, *(rung for rung, _own in self.answer.dated))
        for way in (way for rung in rungs for way in rung.ways):
            if self._standing(way.words, number):
                yield way

    def _standing(self, run: Run, number: int) -> tuple[str, ...]:
        """The columns of a record that a run of words stands in."""
        words = f" {' '.join(run)} "
        texts = zip(COLUMNS, self._texts[number], strict=True)
        return tuple(column for column, text in texts if words in text)
