"""How each shell asks, and how it is answered: in lines, the first of which says of what."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from icccat.completion.candidate import OPEN
from icccat.completion.quoting import Word, posix, powershell, split, unquoted
from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from icccat.completion.candidate import Candidate

WORDS = "ICCCAT_WORDS"  # where PowerShell gives them: as arguments older ones change quotes


class Line(NamedTuple):
    """The words of a command, without the program, and the last one, which is being typed."""

    words: tuple[str, ...]
    last: Word


class Shell(NamedTuple):
    """A shell: the line that it asks about; its lines for candidates; how one installs it.

    `reads` is told what it says and the environment. `hints` says whether it shows them.
    """

    reads: Callable[[Sequence[str], Mapping[str, str]], Line]
    writes: Callable[[Sequence[Candidate], Word], list[str]]
    hints: bool = True


def _line(asked: Sequence[str], _environment: Mapping[str, str]) -> Line:
    """Words that the shell has read, the last as it is typed."""
    *words, last = asked or ("",)
    return Line(tuple(words), Word(unquoted(last)))


def _bash(asked: Sequence[str], _environment: Mapping[str, str]) -> Line:
    """The line up to the cursor, and the signs at which bash cuts words."""
    line, breaks = (*asked, "", "")[:2]
    _program, *words, last = split(line, breaks) if line.split() else (Word(), Word())
    return Line(tuple(word.text for word in words), last)


def _variable(_asked: Sequence[str], environment: Mapping[str, str]) -> Line:
    return _line(environment.get(WORDS, "").split("\n"), environment)


def _for_bash(candidates: Sequence[Candidate], last: Word) -> list[str]:
    """What comes after the cut, quoted; with a blank where the word is whole.

    Where several share a beginning that is not what was typed, bash would put it in its place.
    """
    words = [one.word for one in candidates]
    shared = os.path.commonprefix(words)  # noqa: RUF071 (letter by letter, as bash does)
    if shared and len(words) > 1 and last.text.casefold() not in shared.casefold():
        return []
    ends = ["" if last.quote or word.endswith(OPEN) else " " for word in words]
    written = (posix(word[last.cut :], last.quote) for word in words)
    return [f"{word}{end}" for word, end in zip(written, ends, strict=True)]


def _with_hints(candidates: Sequence[Candidate], _last: Word) -> list[str]:
    return [f"{word}\t{safe(hint)}" if hint else word for word, hint in candidates]


def _for_powershell(candidates: Sequence[Candidate], _last: Word) -> list[str]:
    return [f"{powershell(word)}\t{word}\t{safe(hint) or word}" for word, hint in candidates]


SHELLS = {
    "bash": Shell(_bash, _for_bash, hints=False),
    "zsh": Shell(_line, _with_hints),
    "fish": Shell(_line, _with_hints),
    "powershell": Shell(_variable, _for_powershell),
}
