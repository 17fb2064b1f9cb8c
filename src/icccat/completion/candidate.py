"""A word that may stand where one is being typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.completion.asked import Asked

OPEN = (":", "=", "@", ",")  # more is to follow a word that ends so


class Candidate(NamedTuple):
    """A word, and what tells a person which one it is."""

    word: str
    hint: str = ""


class Offer(NamedTuple):
    """What may stand in the place of what is typed; `files`: a file, which shells know best."""

    asked: Asked
    found: Iterable[Candidate] = ()
    files: bool = False

    @property
    def matching(self) -> list[Candidate]:
        """Those that begin as it is typed, else those with a word that does, each after its prefix.

        For the latter case and accents do not matter.
        """
        all_, wanted = list(dict.fromkeys(self.found)), fold(self.asked.typed)
        begun = [one for one in all_ if one.word.startswith(self.asked.typed)]
        found = begun or [one for one in all_ if wanted and _has(one.word, wanted)]
        return [one._replace(word=self.asked.prefix + one.word) for one in found]


def _has(word: str, wanted: str) -> bool:
    """Whether the word, or one in it, begins so."""
    folded = fold(word)
    places = (0, *(part.start() for part in re.finditer(r"\w+", folded)))
    return any(folded.startswith(wanted, place) for place in places)
