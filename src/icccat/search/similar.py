"""The records most like one: those that share its telling words, topics, places, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.records.kinds import EVENTS
from icccat.search.ladder import Rung, Way
from icccat.search.match import Answer
from icccat.search.places import Places
from icccat.search.texts import Texts
from icccat.search.weights import rarity, worth
from icccat.words.fold import words
from icccat.words.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from icccat.records.record import Record
    from icccat.search.index import Index

ABOUT = ("title", "description", "topics", "speakers", "series", "places", "occasion")
TELLING = 25  # words of a record by which others are found
SHARED = 2  # words that another record must share: one is chance


def similar(record: Record, index: Index) -> Answer:
    """The videos and meetings most like the record, which is not among them.

    A record without an id is still to be added, and not in the index.
    """
    places = Places(index, frozenset(EVENTS))
    met = {name: len(places.records(name)) for name in _names(record)}
    telling = sorted(
        (name for name in met if met[name] > bool(record.id)), key=lambda name: (met[name], name)
    )
    rungs = tuple(Rung(" ".join(name), (Way("exact", name),)) for name in telling[:TELLING])
    scores: dict[int, float] = {}
    shared: dict[int, int] = {}
    for rung in rungs:
        much = rarity(met[rung.ways[0].words], places.total)
        for number, score in worth(rung.ways, places).items():
            scores[number] = scores.get(number, 0.0) + score * much
            shared[number] = shared.get(number, 0) + 1
    own = index.number(record) if record.id else None
    alike = {n: score for n, score in scores.items() if n != own and shared[n] >= SHARED}
    return Answer(alike, places, rungs)


def _names(record: Record) -> set[tuple[str, ...]]:
    """What the record is about: its words, and what it refers to by its id alone."""
    found: set[tuple[str, ...]] = set()
    for field in record.declared.fields:
        value = record.get(field.name)
        if value is None or field.name not in ABOUT:
            continue
        if field.refers_to:
            found |= {words(id_.rpartition(",")[0] or id_) for id_ in field.items(value)}
        else:
            texts = Texts(record, {}).texts(field.name)
            found |= {(word,) for text in texts for word in words(text)}
    silent = {(word,) for word in FUNCTION_WORDS} | {()}
    return {name for name in found - silent if not "".join(name).isnumeric()}
