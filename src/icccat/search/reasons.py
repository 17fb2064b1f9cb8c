"""What an answer says of each record: how well it fits, by which words, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from icccat.records.fields import Document
from icccat.records.record import Record
from icccat.records.standards import languages
from icccat.search.found import DATE, STEPS
from icccat.search.index.columns import COLUMNS, column_of
from icccat.search.texts import SILENT, Texts
from icccat.words.function_words import FUNCTION_WORDS
from icccat.words.marks import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from icccat.records.fields import Field
    from icccat.records.record import Records
    from icccat.search.found import Shown
    from icccat.words.marks import Run

AROUND = 32  # letters before and after the words that are shown of a long text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a record is in an answer: its score, the runs of words that met the query, in its order.

    `step` is the furthest one down the ladder by which a word was met. `own` are the runs that
    are the record's own date.
    """

    score: float
    runs: tuple[Run, ...]
    step: str
    own: frozenset[Run] = frozenset()

    @property
    def matched(self) -> list[str]:
        """The words of the record that met the query, each once."""
        return list(dict.fromkeys(word for run in self.runs for word in run))

    @property
    def words(self) -> tuple[Run, ...]:
        """The runs that its date does not explain."""
        return tuple(run for run in self.runs if run not in self.own)


def reason(shown: Shown, number: int) -> Reason:
    """Why the record of this number is in the answer.

    Words such as "the" are among the runs only where the query has no other.
    """
    answer = shown.answer
    taken = {rung.word: rung.step for rung in answer.rungs if rung.loosened and rung.found}
    steps = {taken.get(one.word, one.step) for one in shown.found(number)} - {DATE}
    runs = tuple(dict.fromkeys(way.words for way in shown.ways(number)))
    telling = tuple(run for run in runs if not FUNCTION_WORDS.issuperset(run))
    own = {way.words for rung, dated in answer.dated if number in dated for way in rung.ways}
    step = max(steps, key=STEPS.index, default=STEPS[0])
    return Reason(answer.scores[number], telling or runs, step, frozenset(own))


def standing(
    record: Record, runs: Sequence[Run], records: Records, language: str
) -> tuple[str, str] | None:
    """The label of a field in which one of the runs stands, and the words around it there.

    Of several fields that which tells most, of several runs the first; None where they are in no
    field, but in the id. `language` is the reader's.
    """
    fields = [field for field in record.declared.fields if field.name in record.values]
    told = [field for field in fields if field.name not in SILENT]
    told.sort(key=lambda field: COLUMNS.index(column_of(field.name)))
    for field in told:
        values = list(_values(record, field, records, language))
        for run in runs:
            for label, shown, texts in values:
                if found := _stands((shown, *texts), run):
                    text, around = found
                    return label, f"{shown} ({around})" if shown and text != shown else around
    return None


def _stands(texts: Iterable[str], run: Run) -> tuple[str, str] | None:
    """The first of the texts in which a run stands, and the words around it there."""
    for text in texts:
        if found := marks(text, [run]):
            return text, _around(text, *found[0])
    return None


def _values(
    record: Record, field: Field, records: Records, language: str
) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Of each value of a field: its label, how it is shown, and the texts that it is found by."""
    value = record.values[field.name]
    if field.translated:
        for code in sorted(value, key=lambda code: code != language):
            told = "" if code == language else f" ({languages()[code].in_(language)})"
            yield f"{field.label.in_(language)}{told}", value[code], ()
        return
    for one in field.items(value):
        alone = Record(record.kind, record.id, {field.name: (one,) if field.many else one})
        texts = list(Texts(alone, records).texts(field.name))
        shown = "" if isinstance(field.sort, Document) else field.sort.show(one, language)
        yield field.label.in_(language), shown, texts


def _around(text: str, start: int, end: int) -> str:
    """The slice of a text with the whole words before and after it that are near enough."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[first:start], text[end:last]
    if first:
        before = "…" + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + "…"
    return " ".join(f"{before}{text[start:end]}{after}".split())
