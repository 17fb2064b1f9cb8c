"""Signals that wait while a file is being written."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

# SIGINT first: from then on Ctrl-C raises nothing, so that the others are set and reset whole.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


@contextmanager
def held() -> Iterator[None]:
    """Ctrl-C, the end of the session and the like wait until the block is left.

    Python lets only the main thread see to signals; elsewhere nothing is held, nor needs to be:
    another thread is not interrupted.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    before: dict[int, Any] = {}
    try:
        for number in _to_hold():
            before[number] = signal.signal(number, note)
        yield
    finally:
        for number, handler in reversed(before.items()):
            signal.signal(number, handler)
        for number in sorted(set(came), key=lambda one: one == signal.SIGINT):  # it raises: last
            signal.raise_signal(number)


def _to_hold() -> list[int]:
    """Those this system has; not one whose handler is not Python's and could not be put back."""
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    return [number for number in numbers if signal.getsignal(number) is not None]
