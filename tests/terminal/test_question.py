"""Questions to a person, and what counts as an answer."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from icccat.terminal.question import agreed, chosen
from icccat.terminal.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

CHOICES = {"[y]es": "yes", "[o]ne by one": "one", "o[u]i": "oui"}


def asking(answers: str, choices: Mapping[str, str]) -> tuple[str | None, str]:
    """What is chosen, and what is asked."""
    terminal = Terminal(out=io.StringIO(), err=io.StringIO(), form="rich", width=80)
    found = chosen(terminal, io.StringIO(answers), "Change\tthem?", choices)
    assert isinstance(terminal.err, io.StringIO)
    return found, terminal.err.getvalue()


@pytest.mark.parametrize(
    ("answers", "found", "times"),
    [
        ("y\n", "yes", 1),
        (" YES \n", "yes", 1),
        ("o", "one", 1),
        ("one by one\n", "one", 1),
        ("u\n", "oui", 1),
        ("\nwhat?\n[y]es\noui\ny\n", "oui", 4),
        ("on\n", None, 2),
        ("", None, 1),
    ],
)
def test_chosen(answers: str, found: str | None, times: int) -> None:
    """A letter or the words are an answer; another one is asked for again, up to the end."""
    question = "Change them? [y]es, [o]ne by one, o[u]i: "
    assert asking(answers, CHOICES) == (found, question * times)


@pytest.mark.parametrize(
    ("answers", "yes"),
    [("y\n", True), ("Yes\n", True), ("n\n", False), ("\n", False), ("", False), ("yet", False)],
)
def test_agreed(answers: str, yes: bool) -> None:  # noqa: FBT001 (a column of the table)
    """Only yes is yes."""
    terminal = Terminal(out=io.StringIO(), err=io.StringIO(), form="rich", width=80)
    assert agreed(terminal, io.StringIO(answers), "Save this?") is yes
    assert isinstance(terminal.err, io.StringIO)
    assert terminal.err.getvalue() == "Save this? [y/N] "
