"""Where the parser stopped, and what it was that it could not read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """What the parser said (its own English words), and the place in the text."""

    said: str
    text: str
    pos: int

    @property
    def begin(self) -> int:
        """The beginning of the line."""
        return self.text.rfind("\n", 0, self.pos) + 1

    @property
    def ahead(self) -> str:
        """The line as far as the place."""
        return self.text[self.begin : self.pos]

    @property
    def rest(self) -> str:
        """The line from the place on."""
        return self.text[self.pos :].partition("\n")[0]

    @property
    def line(self) -> str:
        """The whole line."""
        return self.ahead + self.rest


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong, and the place to look at."""

    pos: int
    sentence: str


def shown(text: str) -> str:
    """The text, cut where a message would grow too long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 60
