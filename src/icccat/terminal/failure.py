"""How a failure is told: a line or two on stderr, with a caret where the place is known."""

from __future__ import annotations

import sys
from contextlib import suppress

from icccat.terminal.safe import safe, width
from icccat.terminal.terminal import forgiving


def show_failure(exit_code: int, *lines: str, text: str = "", place: int = 0) -> int:
    """Tell what failed; `place` is a position in `text`, shown with a caret under it.

    Gives the exit code back.
    """
    said = [f"icccat: {lines[0]}", *lines[1:]]
    if text:
        said += [f"  {text}", "  " + " " * width(safe(text[:place])) + "^"]
    with suppress(OSError):  # a full or closed stderr: the exit code still says it
        err = forgiving(sys.stderr)
        err.write("".join(f"{safe(line)}\n" for line in said))
        err.flush()
    return exit_code
