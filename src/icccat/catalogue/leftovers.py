"""What a text editor or a merge left in the text, though it can be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from icccat.errors import Level, Problem
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.text import Keys, Statement

# Not =======, which also underlines.
_MARK = re.compile(r"^[ \t]*(?:#[# \t]*)?(?P<mark><{7}|\|{7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_WORD = re.compile(r"\S+|\s")
_SIGNS = "\"'[]{}(),.;=#"


def merge_marks(catalogue: Catalogue, statements: Sequence[Statement]) -> Iterator[Problem]:
    """The marks of git in a comment or a text: both sides of a merge may still be there."""
    for found in _MARK.finditer(catalogue.text):
        sentence = _("an unfinished merge ({mark}); keep what is right of both, delete the marks")
        line = catalogue.text.count("\n", 0, found.start("mark")) + 1
        path = _path_at(statements, found.start())
        yield Problem(Level.WARNING, path, sentence.format(mark=found["mark"]), line=line)


def _path_at(statements: Sequence[Statement], place: int) -> Keys:
    """The path of the statement that goes on at the place; of a comment none."""
    return next((s.path for s in statements if s.start <= place < s.end), ())


def decomposed(catalogue: Catalogue, statements: Sequence[Statement]) -> Iterator[Problem]:
    """Letters written as two characters: the same to the eye, another word to other programs."""
    if is_normalized("NFC", catalogue.text):
        return
    for statement in statements:
        written = catalogue.text[statement.start : statement.end]
        if not is_normalized("NFC", written):
            sentence = _(
                '"{word}" has letters written in parts, which other programs take for another word:'
                " type it anew (Unicode NFC)"
            )
            words = (found[0] for found in _WORD.finditer(written))
            word = next(word for word in words if not is_normalized("NFC", word))
            word = normalize("NFC", word).strip(_SIGNS)
            yield Problem(Level.WARNING, statement.path, sentence.format(word=word))
