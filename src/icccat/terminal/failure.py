"""How a failure is told: a line or two on stderr, with a caret where the place is known."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from icccat.locale import translate as _
from icccat.terminal.safe import safe, width
from icccat.terminal.terminal import forgiving
from icccat.words.shell import in_shell

if TYPE_CHECKING:
    from collections.abc import Sequence


def show_failure(
    exit_code: int, *lines: str, text: str = "", place: int = 0, correction: Sequence[str] = ()
) -> int:
    """Tell what failed; `place` is a position in `text`, shown with a caret under it.

    The `correction`, words of a command, is shown as a shell takes it. Gives the exit code back.
    """
    said = [f"icccat: {lines[0]}", *lines[1:]]
    if text:
        said += [f"  {text}", "  " + " " * width(safe(text[:place])) + "^"]
    if correction:
        words = " ".join(map(in_shell, correction))
        said.append(_("did you mean: {words}").format(words=words))
    with suppress(OSError):  # a full or closed stderr: the exit code still says it
        err = forgiving(sys.stderr)
        err.write("".join(f"{safe(line)}\n" for line in said))
        err.flush()
    return exit_code
