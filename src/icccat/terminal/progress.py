"""How far a slow command is: one line that changes, in a terminal only."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from icccat.terminal.safe import safe, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from icccat.terminal.terminal import Terminal


@contextmanager
def progress(terminal: Terminal, sentence: str) -> Iterator[Callable[[int, int], None]]:
    """A function that is told how many are done of how many, shown as `sentence` has it.

    `sentence` holds {done} and {total}. The line is gone in the end; nothing is shown where
    nobody watches, nor where a screen reader would read each change.
    """
    shown = ""

    def step(done: int, total: int) -> None:
        nonlocal shown
        blank = " " * width(shown)
        shown = safe(sentence.format(done=done, total=total))
        terminal.err.write(f"\r{blank}\r{shown}")
        terminal.err.flush()

    if terminal.form == "plain" or not terminal.err.isatty():
        yield lambda _done, _total: None
        return
    try:
        yield step
    finally:
        terminal.err.write(f"\r{' ' * width(shown)}\r")
        terminal.err.flush()
