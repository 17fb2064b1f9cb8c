"""Who we are, for those who read of it: our user's name, and our machine's."""

from __future__ import annotations

import getpass
import os
from contextlib import suppress


def user() -> str:
    """The name of the person; "" where there is none, as in some containers."""
    with suppress(KeyError, OSError, ImportError):
        return getpass.getuser()
    return ""


def machine() -> str:
    """The name of the machine."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform  # noqa: PLC0415 (slow to import, and needed on Windows alone)

    return platform.node()
