"""What the catalogue holds, as its index knows it; nothing where there is no catalogue or index."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Self

from icccat.catalogue.where import locate
from icccat.commands.folders import cache, configuration, here
from icccat.completion.candidate import Candidate
from icccat.errors import Failure
from icccat.records.kinds import KINDS
from icccat.records.sorts import Choice, Flag, Language, Place, Word
from icccat.records.standards import countries, languages
from icccat.search.index.beginnings import ids_beginning, ids_used, words_used
from icccat.search.index.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from icccat.locale import Bilingual
    from icccat.records.fields import Field
    from icccat.records.record import Record
    from icccat.search.index.index import Index


class Catalogue:
    """The catalogue named by the option or the environment, or the nearest one.

    `hints`: whether a person will see more than the words, in the `language`.
    """

    def __init__(self, option: str, variable: str, language: str, *, hints: bool) -> None:
        self.option, self.variable = option, variable
        self.language, self.hints = language, hints
        self._open = ExitStack()

    @cached_property
    def index(self) -> Index | None:
        """Its index, if it can be had at once."""
        with suppress(Failure, OSError):
            path = locate(self.option, self.variable, here(), configuration).path
            found = standing(path, cache)
            return self._open.enter_context(found) if found else None
        return None

    def __enter__(self) -> Self:
        """The catalogue itself, until the block is left."""
        return self

    def __exit__(self, *_why: object) -> None:
        """Close its index."""
        self._open.close()

    def ids(self, typed: str, kinds: Iterable[str] = tuple(KINDS)) -> list[Candidate]:
        """The ids of these kinds that begin so, or have a word that does, with their titles."""
        if not self.index:
            return []
        rows = ids_beginning(self.index, typed, kinds)
        if not self.hints:
            return [Candidate(id_) for id_, _number in rows]
        records = self.index.read(number for _id, number in rows)
        return [Candidate(one.id, _title(one, self.language)) for one in records]

    def record(self, beginning: str) -> Record | None:
        """The record of this id, or alone of this beginning."""
        rows = ids_beginning(self.index, beginning, KINDS) if self.index else []
        same = [row for row in rows if row[0].casefold() == beginning.casefold()] or rows
        return self.index.record(same[0][1]) if self.index and len(same) == 1 else None

    def values(self, declared: Field, typed: str) -> Iterable[Candidate]:
        """What may stand in a field: of a closed list, or used before."""
        sort = declared.sort
        if isinstance(sort, Choice):
            return [Candidate(word) for word in sort.words]
        if isinstance(sort, Language):
            return self.named(languages())
        if isinstance(sort, Flag):
            return [Candidate("true"), Candidate("false")]
        if isinstance(sort, Word):
            used = words_used(self.index, declared) if self.index else []
            return [Candidate(word) for word in dict.fromkeys((*used, *sort.words))]
        if isinstance(sort, Place):
            return [Candidate(place) for place in self.places]
        return self.ids(typed, [declared.refers_to]) if declared.refers_to else []

    def kinds(self) -> list[Candidate]:
        """The kinds of record, with what they are called."""
        return [Candidate(one.name, one.label.in_(self.language)) for one in KINDS.values()]

    def named(self, names: Mapping[str, Bilingual]) -> list[Candidate]:
        """Codes, with what they stand for."""
        return [Candidate(code, called.in_(self.language)) for code, called in names.items()]

    @cached_property
    def places(self) -> list[str]:
        """The places of the records, the most frequent first."""
        return ids_used(self.index, "place") if self.index else []

    def countries(self) -> list[Candidate]:
        """The countries of the records, else all there are."""
        there = {place[-2:] for place in self.places}
        return self.named({c: n for c, n in countries().items() if not there or c in there})

    def cities(self) -> Iterator[Candidate]:
        """The cities of the records, with their places."""
        for place in self.places:
            city, _comma, _country = place.rpartition(", ")
            if city:
                yield Candidate(city, place)

    def searches(self) -> list[Candidate]:
        """The saved searches, with what they ask."""
        searches = self.index.about.searches if self.index else {}
        return [Candidate(name, query) for name, query in searches.items()]


def _title(record: Record, language: str) -> str:
    """What people call it; nothing where that is its id."""
    title = record.title(language)
    return "" if title == record.id else title
