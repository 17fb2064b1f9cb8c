"""How a failure is told: a line or two on stderr, with a caret where the place is known."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from icccat.locale import translate as _
from icccat.terminal.encodings import readable
from icccat.terminal.fitting import columns, fitted
from icccat.terminal.safe import safe, width
from icccat.terminal.terminal import forgiving
from icccat.terminal.wrapping import INDENT, spans
from icccat.words.shell import in_shell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def show_failure(
    exit_code: int, *lines: str, text: str = "", place: int = 0, correction: Sequence[str] = ()
) -> int:
    """Tell what failed; `place` is a position in `text`, shown with a caret under it.

    The `correction`, words of a command, is shown as a shell takes it. Gives the exit code back.
    """
    said = [f"icccat: {lines[0]}", *lines[1:]]
    with suppress(OSError):  # a full or closed stderr: the exit code still says it
        err = forgiving(sys.stderr)
        most = columns(err)
        shown = [fitted(line, err, most) for line in said]
        if text:
            before = readable(safe(text[:place]), err.encoding)
            shown += _with_caret(readable(safe(text), err.encoding), len(before), most)
        if correction:
            words = " ".join(map(in_shell, correction))
            shown.append(fitted(_("did you mean: {words}").format(words=words), err, most))
        err.write("".join(f"{line}\n" for line in shown))
        err.flush()
    return exit_code


def _with_caret(text: str, place: int, most: int) -> Iterator[str]:
    """The text in lines that fit, and a caret below its place."""
    found = spans(text, most - len(INDENT)) if most else [(0, len(text))]
    following = [*(start for start, _end in found[1:]), len(text) + 1]
    for (start, end), after in zip(found, following, strict=True):
        yield f"{INDENT}{text[start:end]}"
        if start <= place < after:
            yield f"{INDENT}{' ' * width(text[start:place])}^"
