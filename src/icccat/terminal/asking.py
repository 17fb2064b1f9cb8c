"""A conversation's questions put to a person: line by line, or with Tab and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO, TypeAlias

from icccat.locale import translate as _
from icccat.terminal.direction import with_isolates
from icccat.terminal.safe import safe, width
from icccat.terminal.wrapping import INDENT, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from icccat.guide.question import Question, Said
    from icccat.terminal.terminal import Terminal

    Ask: TypeAlias = Callable[[Question, Sequence[Said]], str]

Piece: TypeAlias = tuple[str, str]
"""A line to show, and its tone: that of a sentence, or label, row or listed."""

_GAP = "   "  # between what shares a line
_GLUE = "\xa0"  # holds together what must stay on one line, while lines are broken


def by_lines(terminal: Terminal, answers: TextIO) -> Ask:
    """What asks without moving the cursor, each thing on a line of its own: for screen readers.

    What there is to choose from is listed once. It raises EOFError at the end of the input.
    """
    heard: set[str] = set()

    def ask(question: Question, said: Sequence[Said]) -> str:
        listed = () if question.label in heard else (*question.rows, *question.listed)
        heard.add(question.label)
        terminal.note(*(one.text for one in said), *listed)
        bracket = f" [{question.default}]" if question.default else ""
        terminal.err.write(f"{safe(_head(question) + bracket)} > ")
        terminal.err.flush()
        line = answers.readline()
        if not line:
            raise EOFError
        return line

    return ask


def pieces(question: Question, said: Iterable[Said], most: int) -> Iterator[Piece]:
    """What stands above the line that is typed on, broken into lines of at most this width."""
    for one in said:
        yield from ((line, one.tone) for line in _broken(one.text, most, indent=INDENT))
    yield "", "row"
    for row in question.rows:
        yield from ((line, "row") for line in _broken(row, most, indent=INDENT))
    yield from ((line, "label") for line in _broken(_head(question), most))
    flow = _GAP.join(safe(one).replace(" ", _GLUE) for one in question.listed)
    yield from ((line.replace(_GLUE, " "), "listed") for line in _broken(flow, most))
    if not fits(question, most):
        yield from ((line, "default") for line in _broken(f"[{question.default}]", most))


def fits(question: Question, most: int) -> bool:
    """Whether what Enter stands for has room in brackets before the answer."""
    return not question.default or width(safe(question.default)) < most // 2


def _head(question: Question) -> str:
    """What it is about, and how to answer: `Date: as in 20 June 2019`, `Go on? y or n`."""
    if not question.hint:
        return question.label
    if question.label.endswith("?"):
        return f"{question.label} {question.hint}"
    return _("{label}: {hint}").format(label=question.label, hint=question.hint)


def _broken(text: str, most: int, indent: str = "") -> list[str]:
    """The text in lines of at most this width, its words whole where they can be."""
    shown = wrapped(safe(text).strip(" "), max(most, 2 * len(indent) + 1), indent)
    return [with_isolates(line) for line in shown if line]
