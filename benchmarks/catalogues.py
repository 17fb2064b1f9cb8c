"""Catalogues to measure on: `python -m benchmarks.catalogues 1000 FILE` writes one.

The same number and seed give the same bytes. A catalogue of a thousand records has a thousand
videos and meetings, in the proportions of the real one, and besides them a vocabulary: topics,
places, series. `icccat check` finds no error in it, and no warning but that a very large one is
slow and has a few twins.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.chance import Chance
from benchmarks.language import (
    MEETING_TITLES,
    NOTES,
    SENTENCES,
    SERIES_TITLES,
    VIDEO_TITLES,
    Phrase,
    Topic,
    compose,
    person,
    places,
    topics,
)
from icccat.catalogue.toml import lines
from icccat.records.kinds import KINDS
from icccat.records.kinds.meeting import TYPES
from icccat.records.kinds.shared import AUDIENCES, DOCUMENT_TYPES
from icccat.words.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    Table = dict[str, Any]

SEED = 2008  # the year the programme began
HEAD = """\
# A catalogue to measure on: {number} videos and meetings, generated from the seed {seed}.

[catalogue]
title.en = "A catalogue to measure on"
title.fr = "Un catalogue pour mesurer"
language = "en"
"""
FIRST_YEAR, LAST_YEAR = 2008, 2025
VIDEOS = 0.37  # of all records; the others are meetings
LANGUAGES = ("en", "fr", "es", "it", "pt", "de", "uk", "el", "pl", "nl", "tr", "ja")
OCCASIONS = (
    Phrase("World Refugee Day", "Journée mondiale des réfugiés"),
    Phrase("International Migrants Day", "Journée internationale des migrants"),
    Phrase("European Local Democracy Week", "Semaine européenne de la démocratie locale"),
    Phrase("Session of the Congress", "Session du Congrès"),
)
ORGANISERS = ("Council of Europe", "Intercultural Cities", "European Union", "RECI", "RPCI")


def catalogue(number: int, seed: int = SEED) -> str:
    """The text of a catalogue with this many videos and meetings."""
    return "\n".join(_pieces(number, seed))


def _pieces(number: int, seed: int) -> Iterator[str]:
    yield HEAD.format(number=number, seed=seed)
    maker = _Maker(Chance(seed), {topic.id for topic in topics()})
    for topic in sorted(topics()):
        values: Table = {"label": topic.label._asdict(), "also": list(topic.also)}
        yield lines("topic", topic.id, _given(values | {"broader": topic.broader}))
    for place, also in sorted(places().items()):
        if also:
            yield lines("place", place, {"also": also})
    maker.series = [maker.a_series() for _ in range(12 + number // 40)]
    videos = round(number * VIDEOS)
    yield from maker.in_order("series")
    for count in range(videos):
        maker.video(count)
    yield from maker.in_order("video")
    for count in range(videos, number):
        maker.meeting(count)
    yield from maker.in_order("meeting")


@dataclass
class _Maker:
    """Makes records, each with an id of its own, referring to those made before."""

    chance: Chance
    taken: set[str]
    series: list[str] = field(default_factory=list)
    videos: list[str] = field(default_factory=list)
    made: dict[str, Table] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)

    def in_order(self, kind: str) -> Iterator[str]:
        """The lines of the records made, by their ids; from then on nothing is made."""
        for id_, values in sorted(self.made.items()):
            yield lines(kind, id_, values)
        self.made = {}

    def a_series(self) -> str:
        """The id of a new series."""
        id_, values = self._named(SERIES_TITLES, "", "", topics()[0])
        since = self._when() if self.chance.happens(0.5) else ""
        self.made[id_] = _given(values | {"since": since})
        return id_

    def video(self, count: int) -> None:
        """A new video, now and then with its shorter version."""
        shared = self._shared(VIDEO_TITLES, count)
        id_, when = shared.pop("id"), shared.pop("when")
        happens, several = self.chance.happens, self.chance.several
        last = self.videos[-1] if self.videos and happens(0.1) else ""
        self.videos.append(id_)
        values = shared | {
            "date": when,
            "part": self._next(shared["series"]) if happens(0.3) else "",
            "version": "short" if last else "full" if happens(0.1) else "",
            "version_of": last,
            "audiences": several(AUDIENCES, 2) if happens(0.4) else [],
            "subtitles": several(LANGUAGES, 3) if happens(0.2) else [],
            "speakers": [person(self.chance)] if happens(0.5) else [],
            "duration": f"{self.chance.number(0, 59)}:{self.chance.number(10, 59)}",
            "url": f"https://vimeo.com/{340_000_000 + count * 7}" if happens(0.6) else "",
        }
        self._put("video", id_, values)

    def meeting(self, count: int) -> None:
        """A new meeting, often with the papers it led to."""
        shared = self._shared(MEETING_TITLES, count)
        id_, start = shared.pop("id"), shared.pop("when")
        happens, ranked = self.chance.happens, self.chance.ranked
        days = timedelta(self.chance.number(1, 3))
        end = start + days if isinstance(start, date) and happens(0.6) else ""
        people = [person(self.chance) for _ in range(self.chance.number(2, 6))]
        values = shared | {
            "start": start,
            "end": end,
            "type": ranked(TYPES) if happens(0.75) else "",
            "number": self._next(shared["series"]) if happens(0.25) else "",
            "attendance": ranked(("in person", "online", "hybrid")) if happens(0.3) else "",
            "organisers": [ranked(ORGANISERS)] if happens(0.3) else [],
            "participants": list(dict.fromkeys(people)) if happens(0.3) else [],
            "participant_count": self.chance.number(8, 240) if happens(0.2) else "",
            "recordings": [ranked(self.videos)] if self.videos and happens(0.05) else [],
            "documents": list(self._documents(count)) if happens(0.35) else [],
        }
        self._put("meeting", id_, values)

    def _shared(self, patterns: tuple[str, ...], count: int) -> Table:
        """The fields that videos and meetings share, and besides them `id` and `when`."""
        happens = self.chance.happens
        place, when = self.chance.ranked(list(places())), self._when()
        chosen = self.chance.several(topics(), 3)
        id_, values = self._named(patterns, place, str(when), chosen[0])
        address = f"https://www.coe.int/en/web/interculturalcities/-/{id_}"
        note = self._sentence(NOTES, place, chosen[0])
        return values | {
            "id": id_,
            "when": when,
            "description": self._description(place, chosen[0]) if happens(0.55) else {},
            "series": self.chance.ranked(self.series) if happens(0.5) else "",
            "topics": [topic.id for topic in chosen],
            "languages": self.chance.several(LANGUAGES, 2) if happens(0.35) else [],
            "occasion": self.chance.ranked(OCCASIONS)._asdict() if happens(0.2) else {},
            "places": [place] if happens(0.75) else [],
            "notes": note.en if happens(0.1) else "",
            "source": f"{address}-{count}" if happens(0.5) else "",
        }

    def _named(
        self, patterns: tuple[str, ...], place: str, when: str, topic: Topic
    ) -> tuple[str, Table]:
        """A free id and the title it comes from; one in three titles is in one language only."""
        year, *rest = when.split("-")
        marks = [mark for mark in (year, slug(place[:-4]), *rest) if mark]
        while True:
            title = self._sentence(patterns, place, topic)
            base = slug(title.en)
            ids = ("-".join([base, *marks[:most]]) for most in range(len(marks) + 1))
            if free := next((id_ for id_ in ids if id_ not in self.taken), ""):
                self.taken.add(free)
                spoken = self.chance.any_of((("en", "fr"), ("en", "fr"), ("en",)))
                return free, {"title": {code: getattr(title, code) for code in spoken}}

    def _sentence(self, patterns: tuple[str, ...], place: str, topic: Topic) -> Phrase:
        return compose(patterns, self.chance, city=place.rpartition(",")[0], topic=topic)

    def _description(self, place: str, topic: Topic) -> Table:
        """A few sentences, in both languages or in English."""
        count = self.chance.number(1, 3)
        sentences = [self._sentence(SENTENCES, place, topic) for _ in range(count)]
        said = {"en": " ".join(sentence.en for sentence in sentences)}
        if self.chance.happens(0.35):
            said["fr"] = " ".join(sentence.fr for sentence in sentences)
        return said

    def _when(self) -> date | str:
        """A day, a month, a year, or nothing."""
        day = date(self.chance.number(FIRST_YEAR, LAST_YEAR), 1, 1)
        day += timedelta(self.chance.number(0, 364))
        known = self.chance.number(1, 100)
        shares = (7, ""), (15, f"{day.year}"), (33, f"{day.year}-{day.month:02}")
        return next((text for most, text in shares if known <= most), day)

    def _next(self, series: str) -> int | str:
        """The next number of the series."""
        self.numbers[series] += 1
        return self.numbers[series] if series else ""

    def _documents(self, count: int) -> Iterator[Table]:
        for number in range(self.chance.number(1, 3)):
            kind = self.chance.ranked(DOCUMENT_TYPES)
            language = self.chance.ranked(LANGUAGES)
            yield {
                "title": f"{kind.capitalize()} of the meeting, {language}",
                "url": f"https://rm.coe.int/{count:x}{number}native",
                "type": kind,
                "language": language,
                "reference": f"CDADI({self.chance.number(FIRST_YEAR, LAST_YEAR)}){count % 97 + 1}",
            }

    def _put(self, kind: str, id_: str, values: Table) -> None:
        in_order = {field.name: values.get(field.name, "") for field in KINDS[kind].fields}
        self.made[id_] = _given(in_order)


def _given(values: Table) -> Table:
    """The values that are there."""
    return {name: value for name, value in values.items() if value not in ("", [], {})}


def main() -> None:
    """Write a catalogue into a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.catalogues", description=__doc__)
    parser.add_argument("number", type=int, help="how many videos and meetings")
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    text = catalogue(asked.number, asked.seed)
    asked.file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
