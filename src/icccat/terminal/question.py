"""Asking a person yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from icccat.locale import translate as _
from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from icccat.terminal.terminal import Terminal


def agreed(terminal: Terminal, answers: TextIO, question: str) -> bool:
    """Whether the person says yes; an empty line, or the end of the input, is no."""
    yes = _("y")
    terminal.out.flush()
    terminal.err.write(f"{safe(question)} [{yes}/N] ")
    terminal.err.flush()
    return answers.readline().strip().casefold() in {yes, _("yes")}
