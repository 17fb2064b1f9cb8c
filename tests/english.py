"""Words by which English is known among French: what only English sentences of the program hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import messages

from icccat.cli import COMMANDS
from icccat.formats import formats
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

FUNCTION_WORDS = set(
    re.findall(
        r"\w+",
        """
        the of and with from which what that this these those there is are was be been has have its
        his her they them their we you your my to by at into than then when where while who whose
        how if or not nor only also still else each every all any other another such nothing nobody
        it he she do does did done can cannot could may must shall should will would made make take
        """,
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TYPED = re.compile(r"\{[^}]*\}|--?[\w-]+|\S*[:=/@|_]\S+|icccat \w+")


def words(text: str) -> set[str]:
    """The words of a text, in small letters, but for what is typed as it stands."""
    return {word.casefold() for word in _WORD.findall(_TYPED.sub(" ", text))}


def _all(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in words(text)}


def english_words() -> set[str]:
    """Those of the English sentences that stand in no French one, and name nothing."""
    pairs = [(pair[0], pair[1]) for pair in messages.declared()]
    for message in messages.french():
        pairs += zip(messages.ids(message.id), messages.strings(message), strict=True)
    french = _all(french for _, french in pairs)
    named = {*COMMANDS, *formats(), *KINDS}
    named |= {
        part for kind in KINDS.values() for one in kind.fields for part in one.name.split("_")
    }
    return (_all(english for english, _ in pairs) | FUNCTION_WORDS) - french - named


def without_examples(text: str) -> str:
    """The text in one line, without the examples of fields, wherever their lines were broken."""
    text = re.sub(r"par\s+exemple", "par exemple", text)
    examples = {field.example for kind in KINDS.values() for field in kind.fields}
    for example in sorted(examples, key=len, reverse=True):
        letters = (re.escape(letter) for letter in example if not letter.isspace())
        text = re.sub(r"(?<=par\sexemple)\s*" + r"\s*".join(letters), " ", text)
    return re.sub("[ \n]+", " ", text)
