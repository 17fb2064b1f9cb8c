"""Asking a person: yes or no, or one of several answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icccat.terminal.terminal import Terminal

_LETTER = re.compile(r"\[(.)\]")


def agreed(terminal: Terminal, answers: TextIO, question: str) -> bool:
    """Whether the person says yes; an empty line, or the end of the input, is no."""
    yes = _("y")
    answer = _asked(terminal, answers, f"{question} [{yes}/N]")
    return answer.strip().casefold() in {yes, _("yes")}


def chosen(
    terminal: Terminal, answers: TextIO, question: str, choices: Mapping[str, str]
) -> str | None:
    """Which of the choices the person takes; nothing at the end of the input.

    `choices` are the words shown, each with its letter in brackets, as in `[o]ne by one`, and
    what each means. The letter or the words are an answer; on another one the question is asked
    again.
    """
    letters = {_LETTER.findall(words)[0]: meant for words, meant in choices.items()}
    whole = {_LETTER.sub(r"\1", words): meant for words, meant in choices.items()}
    asked = labelled(f"{question} {', '.join(choices)}", "").rstrip()
    while answer := _asked(terminal, answers, asked):
        meant = (letters | whole).get(answer.strip().casefold())
        if meant is not None:
            return meant
    return None


def _asked(terminal: Terminal, answers: TextIO, question: str) -> str:
    """The line that the person types; none at the end of the input."""
    terminal.out.flush()
    terminal.err.write(f"{safe(question)} ")
    terminal.err.flush()
    return answers.readline()
