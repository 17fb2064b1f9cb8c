"""`icccat`, and `python -m icccat`: the program, or what a shell asks while a word is typed."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

ASKED = "__complete"  # the first word where a shell asks, as the scripts of icccat.completion do

_SELDOM = 50_000, 20, 20  # what a command makes it needs until it ends: looking costs a tenth


def main() -> None:
    """Run the program; where a shell asks, answer it, without what it would wait for."""
    gc.set_threshold(*_SELDOM)
    if sys.argv[1:2] != [ASKED]:
        from icccat.cli import main as run  # noqa: PLC0415 (a shell is not to wait for it)

        run()
    elif sys.stdout is not None:
        from icccat.completion.answer import answer  # noqa: PLC0415 (no command needs it)

        with suppress(OSError):
            os.write(sys.stdout.fileno(), answer(sys.argv[2:], os.environ))


if __name__ == "__main__":
    main()
