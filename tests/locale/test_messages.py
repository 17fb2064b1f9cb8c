"""Every message has its French, whole, in step with the sources, and set as in print."""

from __future__ import annotations

import re
from collections import Counter

import messages
import pytest
from babel.messages.mofile import read_mo

from icccat.records.kinds import KINDS

FRENCH = messages.french()
ALL = [message for message in FRENCH if message.id]
PAIRS = [
    pair
    for message in ALL
    for pair in zip(messages.ids(message.id), messages.strings(message), strict=False)
]
PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}|%\((\w+)\)s")

# What is wrong in French, outside of what is typed as it stands.
WRONG = {
    "a space that may break": r"(?<=\S) [;:?!»](?!\S)|« ",
    "no space": r"[\w»)}\]][;?!](?=\s|$)|[\w»)}\]]:(?=\s|$)|«(?!\u00a0)|(?<!\u00a0)»",
    "the wrong space": r"(?<!«)\u00a0[;?!](?=\s|$|\))|\u202f[:»]|«\u202f",
    "a straight apostrophe": r"\w'\w",
    "three dots": r"\.\.\.",
    "a mark of English": r"[“”]",
}
TYPED = re.compile(  # settings, commands and addresses, which are typed as they stand
    r"\$\(.*?\)|https?:\S*|\b\w+:(?=\S)|\b(BEGIN|END|saved|kind|missing):\S+|https://"
)


def test_in_step_with_the_sources() -> None:
    """Each sentence of the sources has an entry, and no entry of ours is without a sentence."""
    entries = {messages.ids(one.id) for one in ALL if not messages.is_borrowed(one)}
    assert entries == set(messages.sentences())
    assert not FRENCH.obsolete


def test_in_step_with_the_libraries() -> None:
    """Each sentence of click and Typer, as they are installed, has an entry."""
    entries = {messages.ids(one.id)[0] for one in ALL}
    assert {sentence[0] for sentence in messages.borrowed()} <= entries


def test_nothing_to_renew() -> None:
    """`python tests/messages.py` would change nothing."""
    again = {messages.ids(one.id): one.string for one in messages.renewed(FRENCH)}
    assert again == {messages.ids(one.id): one.string for one in FRENCH}


def test_compiled() -> None:
    """What is compiled is what is written; if not, python tests/messages.py compiles it."""
    with messages.COMPILED.open("rb") as file:
        compiled = {messages.ids(one.id): tuple(messages.strings(one)) for one in read_mo(file)}
    del compiled["",]
    assert compiled == {messages.ids(one.id): tuple(messages.strings(one)) for one in ALL}


def test_french() -> None:
    """Each message is in French, in one sentence or in two, and nobody doubts it."""
    assert [one.id for one in ALL if one.fuzzy or not all(messages.strings(one))] == []
    assert [one.id for one in ALL if len(messages.strings(one)) != len(messages.ids(one.id))] == []


def test_placeholders() -> None:
    """Each has the same placeholders as in English, as often."""
    for english, french in PAIRS:
        assert (french, Counter(_placeholders(french))) == (french, Counter(_placeholders(english)))


def _placeholders(sentence: str) -> list[str]:
    return [brace or percent for brace, percent in PLACEHOLDER.findall(sentence)]


@pytest.mark.parametrize("wrong", WRONG)
def test_typography(wrong: str) -> None:
    """French is set as in print: spaces that do not break, quotation marks, apostrophes, dots."""
    everything = [french for _, french in (*PAIRS, *messages.declared())]
    assert [one for one in everything if re.search(WRONG[wrong], TYPED.sub("x", one))] == []


def test_declared() -> None:
    """What is declared in both languages has words in both."""
    assert len(messages.declared()) > len(KINDS)
    assert [pair for pair in messages.declared() if not all(pair)] == []


def test_quotation_marks() -> None:
    """Straight ones stand only around what is typed so, as in English, never around a value."""
    quoted = re.compile('"([^"]*)"')
    found = [(quoted.findall(english), quoted.findall(french)) for english, french in PAIRS]
    assert [french for _, french in found if any("{" in one for one in french)] == []
    assert [pair for pair in found if len(pair[1]) > len(pair[0])] == []


def test_ends_alike() -> None:
    """Each of ours begins and ends as in English: with spaces, with a full stop, or without."""
    ours = {sentence for message in messages.sentences() for sentence in message}
    assert [pair for pair in PAIRS if pair[0] in ours and len(set(map(_ends, pair))) > 1] == []


def _ends(sentence: str) -> tuple[bool, bool, bool]:
    return sentence.startswith(" "), sentence.endswith(" "), sentence.endswith(".")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("a")', [("a",)]),
        ('_("a" "b")', [("ab",)]),
        ('count("a", "b", n)', [("a", "b")]),
        ('translate("a"); _("b")', [("a",), ("b",)]),
        ('text.count("a"); data.count(b"a"); _(name); count(a, b, n)', []),
        ('f("{}", _("a"))', [("a",)]),
    ],
)
def test_said(code: str, found: list[messages.Sentence]) -> None:
    """Sentences are found where our functions are called, not where a text counts its letters."""
    assert list(messages.said(code, messages.OURS)) == found


def test_every_sentence_is_literal() -> None:
    """No message is put together before it is looked up: it would never be found."""
    for path in messages.SOURCE.rglob("*.py"):
        if path.parent.name != "locale":
            assert not re.search(r'\b_\(\s*f"', path.read_text(encoding="utf-8")), path
