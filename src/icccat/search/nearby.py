"""What is near to a query that found nothing: words that stand in records, titles, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.locale import quoted
from icccat.locale import translate as _
from icccat.records.kinds import EVENTS
from icccat.search.tree import And, Dated, Or, Query, Value, Words
from icccat.words.fold import words
from icccat.words.likeness import alike, lengths
from icccat.words.nearest import distance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.record import Record
    from icccat.search.index import Index
    from icccat.search.match import Answer

FEW = 3  # words, or titles and topics
LINES = 3  # of all that is near
ALIKE = 70  # per cent of the letters of a title
_EDITS = ((9, 3), (5, 2), (3, 1))  # from so many letters so many: one more than the ladder allows


def nearby(query: Query, answer: Answer, index: Index, language: str) -> list[str]:
    """Sentences that name what is near, a few at most; `language` is the reader's."""
    found: list[str] = []
    if near := _words(answer)[:FEW]:
        known = ", ".join(map(quoted, near))
        found.append(_("words that do stand in records: {words}").format(words=known))
    called = [_called(record, language) for record in _records(query, index)[:FEW]]
    return [*found, *called][:LINES]


def _words(answer: Answer) -> list[str]:
    """The words nearest to those that were met nowhere, the fewest edits away first."""
    near: set[tuple[int, int, str]] = set()
    asked = {word for rung in answer.rungs if not rung.found for word in words(rung.word)}
    for word in (word for word in asked if not answer.places.hold((word,))):
        most = next((edits for letters, edits in _EDITS if len(word) >= letters), 0)
        for other in answer.places.index.resembling(word, most):
            edits = distance(word, other, most)
            if edits <= most and not other.isnumeric() and answer.places.hold((other,)):
                near.add((edits, -len(answer.places.records((other,))), other))
    return list(dict.fromkeys(other for _edits, _records, other in sorted(near)))


def _records(query: Query, index: Index) -> list[Record]:
    """The videos, meetings and topics that are called nearly as what was typed."""
    near: dict[int, int] = {}
    for text in dict.fromkeys(" ".join(words(text)) for text in _typed(query)):
        for number, title in index.titles((*EVENTS, "topic"), lengths(len(text), ALIKE)):
            near[number] = max(alike(text, title, ALIKE), near.get(number, 0))
    best = sorted((number for number in near if near[number]), key=lambda one: (-near[one], one))
    return index.read(best)


def _typed(query: Query) -> Iterator[str]:
    """The texts that were looked for: those of each part, and all the words together."""
    match query:
        case Words(text) | Dated(Words(text)):
            yield text
        case Value(tests=tests):
            yield from (test.said for test in tests)
        case And(parts) | Or(parts):
            yield " ".join(part.text for part in parts if isinstance(part, Words))
            for part in parts:
                yield from _typed(part)
        case _:  # what must not be there is not missed
            return


def _called(record: Record, language: str) -> str:
    """The record by its title, and by what finds it."""
    if record.kind == "topic":
        sentence = _("a topic like it: {title} (topic:{id})")
    else:
        sentence = _("a title like it: {title} ({id})")
    return sentence.format(title=record.title(language), id=record.id)
