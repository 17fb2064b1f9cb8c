"""Questions with Tab, colours and keys that edit the line; the only user of prompt_toolkit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.completion import Completer, Completion
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from icccat.guide.offers import begun
from icccat.terminal.asking import fits, pieces
from icccat.terminal.safe import safe
from icccat.terminal.theme import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from icccat.guide.question import Question, Said
    from icccat.terminal.asking import Ask
    from icccat.terminal.terminal import Terminal

_MENU = "completion-menu.completion", "completion-menu.meta.completion"
ROOM = 8  # lines below the answer for what Tab offers


def styles(theme: str) -> dict[str, str]:
    """How what is asked stands out, as `theme` has it; Tab's menu in the terminal's own colours."""
    colour = f"ansi{COLOURS[theme]}" if COLOURS[theme] else ""
    return {
        "label": "bold",
        "listed": colour,
        "warning": "bold",
        "wrong": "bold",
        "default": colour,
        **{f"{part}.current": "fg:default bg:default reverse" for part in _MENU},
        **dict.fromkeys(("completion-menu", *_MENU), "noreverse fg:default bg:default"),
    }


class Offered(Completer):
    """Completes the answer, or the item of a list that the cursor is at, from what is offered."""

    def __init__(self, question: Question) -> None:
        self._question = question

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 (as the library calls it)
    ) -> Iterator[Completion]:
        """What is offered and begins so, with what it means beside it."""
        typed = document.text_before_cursor
        item = typed.rpartition(";")[2].lstrip() if self._question.many else typed.lstrip()
        for offer in begun(item, self._question.offers):
            meaning = "" if offer.meaning == offer.value else safe(offer.meaning)
            yield Completion(offer.value, -len(item), safe(offer.value), meaning)


def prompting(terminal: Terminal) -> Ask:
    """What asks in a terminal that can move its cursor; Tab completes, and up and down choose.

    It raises EOFError for Ctrl-D on an empty line, KeyboardInterrupt for Ctrl-C.
    """
    output = create_output(stdout=terminal.err)
    style = Style.from_dict(styles(terminal.theme))
    session: PromptSession[str] = PromptSession(
        output=output, style=style, complete_while_typing=False, enable_history_search=False
    )

    def ask(question: Question, said: Sequence[Said]) -> str:
        lines = pieces(question, said, terminal.width - 1)
        text = FormattedText([(f"class:{tone}", f"{line}\n") for line, tone in lines])
        print_formatted_text(text, style=style, output=output, end="")
        default = safe(question.default) if fits(question, terminal.width - 1) else ""
        return session.prompt(
            FormattedText([("class:default", f"[{default}] " if default else ""), ("", "> ")]),
            completer=Offered(question),
            reserve_space_for_menu=ROOM if question.offers else 0,
        )

    return ask
