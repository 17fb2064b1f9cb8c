"""What a whole process costs: its processor time and the most memory it held.

Processor time is that of user and system together, of the process and of those it waited for.
"""

from __future__ import annotations

import os
import select
import signal
import struct
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

ROWS, COLUMNS = 40, 120  # of the terminal
KEPT = 2_000  # bytes of what is printed, for a message when something goes wrong
MEGABYTE = 1_000_000
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


class Cost(NamedTuple):
    """What one run cost: processor time in seconds, memory in MB; and its exit code and end."""

    seconds: float
    megabytes: float
    code: int
    end: str


def cost(
    words: Sequence[str],
    *,
    folder: Path,
    environment: Mapping[str, str],
    terminal: bool = False,
    limit: float = 120,
) -> Cost | None:
    """What a run of the words costs, in a terminal or a pipe; None if it takes over the limit.

    All it prints is read, and its last lines are kept.
    """
    ours, theirs = _terminal() if terminal else os.pipe()
    process = subprocess.Popen(  # noqa: S603 (the programs that are measured)
        words,
        cwd=folder,
        env=environment,
        stdin=theirs if terminal else subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    end, in_time = _drain(ours, time.monotonic() + limit)
    os.close(ours)
    if not in_time:
        os.killpg(process.pid, signal.SIGKILL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if not in_time:
        return None
    megabytes = used.ru_maxrss * UNIT / MEGABYTE
    return Cost(used.ru_utime + used.ru_stime, megabytes, process.returncode, end)


def _terminal() -> tuple[int, int]:
    """A pseudo-terminal: the end that is read, and the end that the process has."""
    import fcntl  # noqa: PLC0415 (not there on Windows)
    import termios  # noqa: PLC0415

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return ours, theirs


def _drain(reading: int, deadline: float) -> tuple[str, bool]:
    """The end of what is printed, and whether the printing was over before the deadline."""
    end = b""
    while select.select([reading], [], [], max(0, deadline - time.monotonic()))[0]:
        try:
            piece = os.read(reading, 65536)
        except OSError:  # Linux says so when the last writer of a terminal has gone
            piece = b""
        if not piece:
            return end.decode(errors="replace"), True
        end = (end + piece)[-KEPT:]
    return "", False
