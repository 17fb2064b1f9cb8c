"""What can go wrong: a failure of a command, with its exit code; a problem in the data."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Failure(Exception):
    """A command could not do what was asked; its message is for the person who asked.

    `lines` are whole sentences, each shown on a line of its own, all problems at once.
    """

    exit_code = 1

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class NothingFound(Failure):
    """Nothing matched what was asked for."""

    exit_code = 1


class Refused(Failure):
    """The command, its values or the query are wrong, or a question could not be asked."""

    exit_code = 2


class QueryError(Refused):
    """A query is wrong at a place: a position in its text, from 0.

    `fix` mends the place: where what is wrong begins and ends, and what to put there.
    `correction` is the whole query mended, as words of a command; empty where none is clear.
    """

    def __init__(
        self, text: str, place: int, sentence: str, fix: tuple[int, int, str] | None = None
    ) -> None:
        super().__init__(sentence)
        self.text, self.place, self.fix = text, place, fix
        self.correction: tuple[str, ...] = ()


class Unsafe(Failure):
    """The catalogue cannot be read or safely changed, or a file not written."""

    exit_code = 3


class Stopped(Failure):
    """The person stopped the command while it asked."""

    exit_code = 130


class Damaged(Unsafe):
    """What is kept only to be quick was damaged, and is gone: the same can be asked once more."""


class Level(StrEnum):
    """How much a problem matters: an error makes `check` fail, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Problem(NamedTuple):
    """Something wrong in the data: where, what, and what mends it.

    `path` are the keys that lead to it from the top of the catalogue (kind, id, field, …),
    `line` counts from 1 (0: not known), `mend` is a command, "" where none is that simple.
    """

    level: Level
    path: tuple[str, ...]
    message: str
    mend: str = ""
    line: int = 0

    @property
    def where(self) -> str:
        """The keys as people read them: `meeting.oslo.start`."""
        return ".".join(self.path)
