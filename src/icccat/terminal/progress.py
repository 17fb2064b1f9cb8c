"""How far a slow command is: one line that changes, for those who watch, and gone in the end.

It is drawn beside the work, by a thread, so that it moves however long a step takes, and the work
does no more than note a number. It comes after half a second, and neither hides the cursor nor
changes a mode: whatever ends the program leaves the terminal as it was.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from icccat.terminal.safe import safe, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icccat.terminal.terminal import Terminal

    Step: TypeAlias = Callable[[int, int], None]

QUIET = 0.5  # seconds that pass before anything is seen
PAUSE = 0.1  # seconds between two looks at how far it is
LEAST, MOST = 5, 30  # cells of a bar
FINE, COARSE = ("█", "░"), ("#", "-")  # full and empty; where an encoding lacks these
ECHO = len("^C")  # what a terminal itself writes after the line, where a person stops the work
PIECE = 3  # cells of the part that moves where nobody knows how much there is


def unseen(_done: int, _total: int) -> None:
    """How far it is, told to nobody."""


@contextmanager
def progress(
    terminal: Terminal, sentence: str, *, quiet: float = QUIET, pause: float = PAUSE
) -> Iterator[Step]:
    """A function that is told how much is done of how much; of 0, where that is not known.

    From its first call on a line is shown: `sentence`, which may hold {done} and {total}, and a
    bar; not where nobody watches, nor where a screen reader would read each change.
    """
    if terminal.form == "plain" or not terminal.err.isatty():
        yield unseen
        return
    shown = _Shown(terminal, sentence, quiet, pause)
    try:
        yield shown.step
    finally:
        shown.end()


class _Shown:
    """The line, and the thread that draws it."""

    def __init__(self, terminal: Terminal, sentence: str, quiet: float, pause: float) -> None:
        self._terminal, self._sentence = terminal, sentence
        self._quiet, self._pause = quiet, pause
        self._far = 0, 0
        self._ended = Event()
        self._thread: Thread | None = None

    def step(self, done: int, total: int) -> None:
        """Note how far it is."""
        self._far = done, total
        if self._thread is None:
            self._thread = Thread(target=self._draw, daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Take the line away."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _draw(self) -> None:
        """Draw the line time and again, until it is to go."""
        if self._ended.wait(self._quiet):
            return
        drawn, beat = "", 0
        with suppress(OSError, ValueError):  # a terminal that is gone: the work goes on
            while not beat or not self._ended.wait(self._pause):
                drawn, before = self._line(beat), drawn
                self._write(before, drawn)
                beat += 1
            self._write(drawn, "")

    def _line(self, beat: int) -> str:
        done, total = self._far
        sentence = self._sentence.replace("{done}", str(done)).replace("{total}", str(total))
        return line(safe(sentence), done, total, look(self._terminal), beat)

    def _write(self, before: str, text: str) -> None:
        """Put a text in the place of the one before."""
        if text != before:
            err = self._terminal.err
            rest = " " * max(0, width(before) - width(text))
            err.write(f"\r{text}{rest}" if text else f"\r{rest}{' ' * ECHO}\r")
            err.flush()


class Look(NamedTuple):
    """What a terminal has room for, and what draws a bar there."""

    room: int
    full: str
    empty: str


def line(sentence: str, done: int, total: int, seen: Look, beat: int = 0) -> str:
    """The sentence and as long a bar as there is room for; a sentence that has no room is cut.

    Where the total is not known, a piece of the bar moves with each beat.
    """
    while width(sentence) > seen.room:
        sentence = sentence[:-1]
    cells = min(MOST, seen.room - width(sentence) - 1)
    if cells < LEAST:
        return sentence
    if total:
        full = cells * min(done, total) // total
        return f"{sentence} {seen.full * full}{seen.empty * (cells - full)}"
    ways = cells - PIECE
    place = ways - abs(beat % (2 * ways) - ways)  # there and back
    return f"{sentence} {seen.empty * place}{seen.full * PIECE}{seen.empty * (ways - place)}"


def look(terminal: Terminal) -> Look:
    """The look of what notes go to, as it is now: people change the size of their windows."""
    columns = terminal.width
    with suppress(OSError, ValueError):  # no file of the system's, or closed
        columns = os.get_terminal_size(terminal.err.fileno()).columns or columns
    full, empty = FINE
    try:
        f"{full}{empty}".encode(terminal.err.encoding or "ascii")
    except UnicodeEncodeError:
        full, empty = COARSE
    room = columns - ECHO - 1  # in the last cell some terminals begin a new line
    return Look(room, full, empty)
