"""How a word of a query meets the words of the records: step by step, the first that finds wins.

1. the word itself, folded; two words written as one, one written as two; 2. the same stem, English
or French; 3. the vocabulary, added to these; 4. words that begin so; 5. words that are mistyped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.search.index.stems import stems
from icccat.search.predicates import as_one
from icccat.words.fold import words
from icccat.words.nearest import distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.search.places import Places

_BEGINNING = 3  # letters that are a beginning
_ONE_EDIT, _TWO_EDITS = 5, 9  # letters from which a word may be mistyped so much
_FEW = 3  # words that a mistyped one may have meant
_NEAR = 8  # words of a long phrase that are looked for together before all of it is
_HALF = 1  # letter that each half of a word written as one has: e-participation


class Way(NamedTuple):
    """A way a word is met: by these words of the index, next to each other."""

    step: str
    words: tuple[str, ...]


class Rung(NamedTuple):
    """How far down the ladder a word was met: by the ways in which it stands in records.

    `loosened` is what it was taken for, where that was not what was typed.
    """

    word: str
    ways: tuple[Way, ...] = ()
    step: str = "exact"
    loosened: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether it stands in any record."""
        return bool(self.ways)


def climb_down(word: str, places: Places, *, exact: bool = False, met: bool = False) -> Rung:
    """The ways in which a folded word stands in the records.

    With `exact` only as it is. `met`: it is not loosened, whatever comes of it.
    """
    ways = _standing(_itself(word, places), places)
    if exact:
        return Rung(word, ways)
    ways += _standing(_alike(word, places), places)
    if ways or met:
        return Rung(word, ways)
    if found := _standing(_beginning(word, places), places):
        return Rung(word, found, "beginning", tuple(" ".join(way.words) for way in found))
    if meant := _mistyped(word, places):
        found = tuple(Way("typo", (one,)) for one in meant)
        more = [way for one in meant for way in _alike(one, places) if way.words[0] not in meant]
        return Rung(word, (*found, *_standing(more, places)), "typo", tuple(meant))
    return Rung(word)


def written(text: str, places: Places, *, prefix: bool = False) -> Rung:
    """The ways in which a phrase is written somewhere: two of its words as one, one as two.

    With `prefix` its last word is the beginning of one.
    """
    asked = words(text)
    rests: list[list[tuple[str, ...]]] = [[], [()]]  # what follows the next word, and this one
    for place in reversed(range(len(asked))):
        word, is_begun = asked[place], prefix and place + 1 == len(asked)
        heads = beginnings(word, places) if is_begun else ((word,), *halves(word, places))
        found = [(*head, *rest) for head in heads for rest in rests[-1]]
        if one := as_one(*asked[place : place + 2]):
            found += ((one, *rest) for rest in rests[-2])
        rests.append([way for way in dict.fromkeys(found) if places.hold(way[:_NEAR])])
    return Rung(text, tuple(Way("exact", way) for way in rests[-1] if places.hold(way)))


def _standing(ways: Iterable[Way], places: Places) -> tuple[Way, ...]:
    """The ways in which it stands in a record."""
    return tuple(way for way in ways if places.hold(way.words))


def _itself(word: str, places: Places) -> Iterator[Way]:
    """The word as it is, and as two of which it is made."""
    yield Way("exact", (word,))
    yield from (Way("joined", pair) for pair in halves(word, places))


def halves(word: str, places: Places) -> list[tuple[str, str]]:
    """The two words, next to each other somewhere, of which one is made: anti-rumours."""
    if word.isnumeric():
        return []
    pairs = [(word[:cut], word[cut:]) for cut in range(_HALF, len(word) - _HALF + 1)]
    known = places.index.known(half for pair in pairs for half in pair)
    return [pair for pair in pairs if known >= set(pair) and places.hold(pair)]


def _alike(word: str, places: Places) -> Iterator[Way]:
    """Other words with the stem of this one, whole or of two; numbers have none."""
    if word.isnumeric():
        return
    others = places.index.alike(*stems(word))
    yield from (Way("stem", (other,)) for other in sorted(others) if other != word)
    cuts = range(_BEGINNING, len(word) - _BEGINNING + 1)
    for first in sorted(places.index.known(word[:cut] for cut in cuts)):
        last = word.removeprefix(first)
        others = places.index.alike(*stems(last))
        yield from (Way("stem", (first, other)) for other in sorted(others) if other != last)


def _beginning(word: str, places: Places) -> Iterator[Way]:
    if len(word) >= _BEGINNING and not word.isnumeric():
        yield from (Way("beginning", found) for found in beginnings(word, places))


def beginnings(word: str, places: Places) -> Iterator[tuple[str, ...]]:
    """The words that begin so, and two that do next to each other: antirum, anti-rumours."""
    yield from ((other,) for other in places.index.beginning(word))
    cuts = range(_HALF, len(word))
    firsts = sorted(places.index.known(word[:cut] for cut in cuts))
    for first in (one for one in firsts if places.hold((one,))):
        for other in places.index.beginning(word.removeprefix(first)):
            if as_one(first, other) and places.hold((first, other)):
                yield first, other


def _mistyped(word: str, places: Places) -> list[str]:
    """The words fewest edits away, the most frequent first."""
    if any(letter.isnumeric() for letter in word):
        return []
    most = (len(word) >= _ONE_EDIT) + (len(word) >= _TWO_EDITS)
    for edits in range(1, most + 1):
        found = [
            other
            for other in places.index.resembling(word, edits)
            if (most > 1 or other[0] == word[0])
            and not other.isnumeric()
            and distance(word, other, edits) == edits
            and places.hold((other,))
        ]
        if found:
            return sorted(found, key=lambda one: (-len(places.records((one,))), one))[:_FEW]
    return []
