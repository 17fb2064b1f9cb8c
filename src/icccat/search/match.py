"""Which records a query finds, and how well each fits."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from icccat.records.kinds import EVENTS, KINDS
from icccat.search.index.columns import WEIGHTS
from icccat.search.ladder import Rung, Way, climb_down, written
from icccat.search.order import ranked
from icccat.search.places import Places
from icccat.search.predicates import as_one
from icccat.search.texts import Texts
from icccat.search.tree import And, Dated, Not, Or, Query, Value, Words, asks_for_kinds
from icccat.search.units import Unit, in_all, scored, with_most
from icccat.search.vocabulary import runs
from icccat.search.weights import DATED, PHRASE, TITLE, rarity, worth
from icccat.words.fold import words
from icccat.words.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from icccat.search.index import Index
    from icccat.words.marks import Run

_FEW = 20  # of the words that begin so, which may have many


class Answer(NamedTuple):
    """The records found, by number, each with its score, and how the words were met.

    `missing` are the words that the best of them lack, where none has all. `dated` are the dates
    in free text, each with the records whose own date it is; its rung is how it was met as words.
    """

    scores: dict[int, float]
    places: Places
    rungs: tuple[Rung, ...] = ()
    missing: tuple[str, ...] = ()
    dated: tuple[tuple[Rung, frozenset[int]], ...] = ()


def find(query: Query, index: Index, *, exact: bool = False) -> Answer:
    """What the query finds: with `exact` every word as it is, else by the ladder.

    Where the query asks for no kind, only videos and meetings are meant.
    """
    return Search(index, kinds_of(query), exact=exact).answer(query)


def kinds_of(query: Query) -> frozenset[str]:
    """The kinds of records that are meant, where all of them could be."""
    return frozenset(KINDS if asks_for_kinds(query) else EVENTS)


class Search:
    """A query that is being answered."""

    def __init__(self, index: Index, kinds: frozenset[str], *, exact: bool) -> None:
        self.index, self.exact = index, exact
        self.places = Places(index, kinds)
        self.rungs: list[Rung] = []
        self.dated: list[tuple[Rung, frozenset[int]]] = []
        self.missing: tuple[str, ...] = ()
        self.asked = 0
        self.telling: set[str] = set()

    def answer(self, query: Query) -> Answer:
        """The records that the query finds."""
        scores = self.scores(query, None)
        return Answer(scores, self.places, tuple(self.rungs), self.missing, tuple(self.dated))

    def scores(self, query: Query, among: AbstractSet[int] | None) -> dict[int, float]:
        """Those of the records that a query finds, `among` all where it is None."""
        match query:
            case And(parts):
                return self.all_of(parts, among)
            case Or(parts):
                return self.any_of(parts, among)
            case _:
                return self.all_of((query,), among)

    def any_of(self, parts: Iterable[Query], among: AbstractSet[int] | None) -> dict[int, float]:
        """Those that one part finds; with some of its words only where no part finds all."""
        before, answers = self.missing, list[tuple[dict[int, float], tuple[str, ...]]]()
        for part in parts:
            self.missing = ()
            answers.append((self.scores(part, among), self.missing))
        whole = [answer for answer in answers if answer[0] and not answer[1]]
        found: dict[int, float] = {}
        for scores, _missing in whole or answers:
            for number, score in scores.items():
                found[number] = max(score, found.get(number, 0.0))
        lacked = () if whole else next((missing for _scores, missing in answers if missing), ())
        self.missing = (*before, *lacked)
        return found

    def all_of(self, parts: Sequence[Query], among: AbstractSet[int] | None) -> dict[int, float]:
        """Those that all parts find; the words among them are met together."""
        asked = [part for part in parts if isinstance(part, Dated | Words) and _is_plain(part)]
        if among is None and len(asked) == len(parts) > 0:
            return self.met(asked)
        scores = dict.fromkeys(self._all if among is None else among, 0.0)
        for part in sorted((one for one in parts if one not in asked), key=_effort):
            match part:
                case Not(inner):
                    found = self.without(inner, scores.keys())
                    scores = {n: score for n, score in scores.items() if n not in found}
                    continue
                case Value():
                    more = dict.fromkeys(self.holding(part, scores), 0.0)
                case Words():
                    more = self.together(part, scores.keys())
                case _:
                    more = self.scores(part, scores.keys())
            scores = {n: scores[n] + more[n] for n in scores if n in more}
        return self.met(asked, scores) if asked else scores

    def without(self, query: Query, among: AbstractSet[int]) -> set[int]:
        """Those that a negated query finds: no word is loosened."""
        inner = Search(self.index, self.places.kinds, exact=True)
        return set(inner.scores(query, among))

    def holding(self, value: Value, among: Iterable[int]) -> Iterator[int]:
        """The records of which one of the tests holds."""
        numbers = list(among)
        numbers = list(among)
        for number, record in zip(numbers, self.index.read(numbers), strict=True):
            texts = Texts(record, self.index.records)
            if any(test(texts) for test in value.tests):
                yield number

    def together(self, query: Words, among: AbstractSet[int]) -> dict[int, float]:
        """The records with a phrase, or with a word in this form only, or so beginning."""
        asked = words(query.text)
        if not asked:  # a title in signs alone
            return dict.fromkeys(among & self.index.titled(()), 0.0)
        rung = written(query.text, self.places, prefix=query.prefix)
        if not rung.ways and query.phrase and not self.exact:
            self.rungs.append(Rung(query.text, (), "apart", asked))
            return self.met([Words(query.text)], dict.fromkeys(among, 0.0))
        self.rungs.append(rung)
        found = worth(rung.ways, self.places)
        much = rarity(len(found), self.places.total)
        scores = {number: score * much for number, score in found.items() if number in among}
        return self._titled(asked, scores)

    def _titled(self, asked: Sequence[str], scores: dict[int, float]) -> dict[int, float]:
        """The scores, those of the records whose title is just these words greater."""
        titled = self.index.titled(asked)
        return {
            number: score * TITLE if number in titled else score for number, score in scores.items()
        }

    @cached_property
    def _all(self) -> AbstractSet[int]:
        """The records of the kinds that are meant."""
        return self.index.numbers(self.places.kinds)

    def met(
        self, parts: Sequence[Words | Dated], scores: Mapping[int, float] | None = None
    ) -> dict[int, float]:
        """Those of the records that have all the words, by the ladder; else those with most.

        `scores` are those that may be found, with what they are worth already; not given, all.
        """
        asked = [word for part in parts for word in words(_text(part))]
        self.telling = set(asked) - FUNCTION_WORDS
        units = [unit for part in parts for unit in self._units(part)]
        found = scored(in_all(units), units, scores)
        with_all = bool(found) or len(units) == 1 or self.exact
        if not with_all:
            found = with_most(units, scores)
        self._add_phrases(units, found)
        found = self._titled(asked, found)
        if found and not with_all:
            self.missing += self._lacking(units, found)
        return found

    def _units(self, part: Words | Dated) -> Iterator[Unit]:
        """The words of a part of the query, each as it was met."""
        if isinstance(part, Dated):
            found = dict.fromkeys(self.holding(Value("date", (part.test,)), self._all), DATED)
            own = frozenset(found)
            rung = written(part.words.text, self.places)
            self.dated.append((rung, own))
            scores = worth(rung.ways, self.places)
            found |= {number: max(score, DATED) for number, score in scores.items()}
            self.asked += 2  # next to nothing
            yield self._unit(part.words.text, found, self.asked)
            return
        asked = words(part.text)
        named = [] if self.exact else runs(asked, self.index)
        first = self.asked
        self.asked += len(asked)
        for place, word in enumerate(asked):
            if not self.exact and self.telling and word not in self.telling:
                continue
            names = [name for run in named if run.start <= place < run.stop for name in run.names]
            called = [Way("vocabulary", name) for name in names if self.places.hold(name)]
            more = [*called, *self._joined(asked, place)]
            rung = climb_down(word, self.places, exact=self.exact, met=bool(more))
            ways = [*rung.ways, *more]
            self.rungs.append(rung._replace(ways=tuple(ways)))
            met = tuple(dict.fromkeys(way.words for way in ways))
            yield self._unit(word, worth(ways, self.places), first + place, met)

    def _joined(self, asked: Sequence[str], place: int) -> Iterator[Way]:
        """The word and one of its neighbours, written as one."""
        for first in (place - 1, place):
            one = as_one(*asked[first : first + 2]) if 0 <= first < len(asked) - 1 else ""
            if one and self.places.hold((one,)):
                yield Way("joined", (one,))

    def _unit(
        self,
        word: str,
        found: dict[int, float],
        place: int,
        runs: tuple[Run, ...] = (),
    ) -> Unit:
        return Unit(word, place, found, rarity(len(found), self.places.total), runs)

    def _lacking(self, units: Sequence[Unit], found: dict[int, float]) -> tuple[str, ...]:
        """The words that the record lacks which will be shown first."""
        best = next(ranked(found, self.index, "en"))
        return tuple(dict.fromkeys(unit.word for unit in units if best not in unit.worth))

    def _add_phrases(self, units: Sequence[Unit], found: dict[int, float]) -> None:
        """Let two words count more in the records in which they stand together."""
        for unit, following in pairwise(units):
            if unit.place + 1 != following.place:
                continue
            pairs = product(unit.runs[:_FEW], following.runs[:_FEW])
            both = [(*run, *next_) for run, next_ in pairs]
            rest = set(found)
            for column, numbers in self.places.columns(both).items():
                much = WEIGHTS[column] * (unit.much + following.much)
                for number in rest & numbers:  # in the column that tells most
                    found[number] += PHRASE * much
                rest -= numbers


def _is_plain(part: Words | Dated) -> bool:
    """Whether it is met by the ladder, together with the other such parts."""
    return isinstance(part, Dated) or part.plain


def _text(part: Words | Dated) -> str:
    """The part as it was typed."""
    return part.words.text if isinstance(part, Dated) else part.text


def _effort(query: Query) -> int:
    """The order of the parts other than plain words: what is quick to answer first."""
    return (Words, Value, Not, And, Or).index(type(query))
