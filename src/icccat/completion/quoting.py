"""Words as a shell reads them from a line, the last of them unfinished; and written for a shell."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(
    r"""
    (?P<blank> \s+ )
    | ' (?P<single> [^']* ) (?P<closed> '? )
    | " (?P<double> (?: [^"\\] | \\. | \\$ )* ) (?P<ended> "? )
    | \\ (?P<escaped> .? )
    | (?P<bare> [^\s'"\\] )
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN = r"[\w%+=:,./@^-]"  # what a POSIX shell leaves as it is


@dataclass
class Word:
    """A word of a line: its text, the quotation mark that is still open, where it is cut.

    `cut` counts the letters that stay as they are typed: a shell replaces those after it.
    """

    text: str = ""
    quote: str = ""
    cut: int = 0


def split(line: str, breaks: str = "") -> list[Word]:
    """The words of a line of a POSIX shell, the last one empty after a blank.

    A word is cut after each of the `breaks`, and where a quotation begins that is still open.
    """
    words = [Word()]
    begun = False
    for part in _PART.finditer(line):
        if part["blank"]:
            words += [Word()] if begun else []
        else:
            _add(words[-1], part, breaks)
        begun = not part["blank"]
    return words


def _add(word: Word, part: re.Match[str], breaks: str) -> None:
    """Add a part of the line to its last word."""
    if part["single"] is not None:
        _quoted(word, part["single"], "'", is_open=not part["closed"])
    elif part["double"] is not None:
        text = re.sub(r'\\([\\"$`])', r"\1", part["double"])
        _quoted(word, text, '"', is_open=not part["ended"])
    else:
        word.text += part["escaped"] or part["bare"] or part["blank"] or ""
        if part["bare"] and part["bare"] in breaks:
            word.cut = len(word.text)


def _quoted(word: Word, text: str, mark: str, *, is_open: bool) -> None:
    if is_open:
        word.quote, word.cut = mark, len(word.text)
    word.text += text


def unquoted(typed: str) -> str:
    """The text of one word as it is typed, whether its quotation marks are closed or not."""
    word = Word()
    for part in _PART.finditer(typed):
        _add(word, part, "")
    return word.text


def posix(text: str, quote: str = "") -> str:
    """The text as a POSIX shell reads it, after an open quotation mark if there is one."""
    if quote == '"':
        return re.sub(r'([\\"$`])', r"\\\1", text)
    if quote:
        return text.replace("'", r"'\''")
    return re.sub(rf"(?!{_PLAIN}).", r"\\\g<0>", text)


def powershell(text: str) -> str:
    """The text as PowerShell reads it: in quotation marks, if it needs them."""
    if re.fullmatch(r"[\w%+=:./^-]+", text):
        return text
    # it takes every sort of apostrophe for one
    return "'" + re.sub("(['\u2018-\u201b])", r"\1\1", text) + "'"
