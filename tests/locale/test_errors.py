"""Mistakes are told in French, whole, and cost the same exit code as in English."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

import pytest
from english import english_words, words

if TYPE_CHECKING:
    from conftest import Process

# What is typed, the exit code, and what is said; ⍽ is a no-break space, ␣ a narrow one.
PAGE = Path(__file__).with_name("refusals.txt").read_text(encoding="utf-8")
LEFT = 30  # at least


ASKING = """
import io
from contextlib import redirect_stderr, redirect_stdout
import sys
from shlex import split
from icccat.cli import run
for typed in {all}:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as said:
        code = run(split(typed))
    print("\\f", typed, "\\v", code, "\\v", said.getvalue(), sep="", end="")
"""


class Case(NamedTuple):
    """A command, its exit code, and what is said in French."""

    typed: str
    code: int
    said: str


CASES = [
    Case(typed, int(code), said.replace("⍽", "\u00a0").replace("␣", "\u202f"))
    for typed, code, said in re.findall(
        r"^\$ (.*) \[(\d)\]\n((?:(?!\$ ).*\n)*)", PAGE, re.MULTILINE
    )
]


def told(process: Process, folder: Path, language: str) -> list[Case]:
    """What the program says to each, as one process of its own that speaks this language."""
    (folder / "ask.py").write_text(ASKING.format(all=[case.typed for case in CASES]), "utf-8")
    answer = process(f"{quote(sys.executable)} ask.py </dev/null", ICCCAT_LANG=language)
    assert answer.err == ""
    return [
        Case(typed, int(code), said.removeprefix("icccat: "))
        for typed, code, said in (part.split("\v") for part in answer.out.split("\f")[1:])
    ]


def test_refusals(process: Process, catalogue: Path) -> None:
    """What is said is French; in English the codes are the same, and the words are others."""
    french = told(process, catalogue.parent, "fr")
    english = told(process, catalogue.parent, "en")
    assert french == CASES
    assert [case.code for case in english] == [case.code for case in CASES]
    assert [one for one, other in zip(english, french, strict=True) if one == other] == []


def test_no_english_word() -> None:
    """There are thirty and more, and outside of what was typed none has an English word in it."""
    english = english_words()
    assert len(CASES) >= LEFT
    for case in CASES:
        typed = {word.casefold() for word in re.findall(r"[^\W\d_]+", case.typed)}
        said = re.sub("«\u00a0.*?\u00a0»|vouliez-vous dire .*", "", case.said)
        assert (case.typed, (words(said) & english) - typed) == (case.typed, set())


@pytest.mark.parametrize("case", CASES[::11], ids=[case.typed for case in CASES[::11]])
def test_refusal_by_the_program(process: Process, case: Case) -> None:
    """The program says the same as a process of its own, in the language of the locale."""
    answer = process(f"icccat {case.typed}", LANG="fr")
    assert answer == (case.code, "", f"icccat: {case.said}")


def test_a_terminal_without_accents(process: Process) -> None:
    """Where the terminal lacks letters the nearest stand in, and the command fails no worse."""
    answer = process("icccat frob", ICCCAT_LANG="fr", PYTHONIOENCODING="ascii")
    assert answer.code == 2
    assert answer.err.startswith('icccat: la commande " frob " n\'existe pas\n')
