"""Signals wait while the file is written."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

import pytest

from catalogue.changing import NEW, OLD, accept, add, names, run
from icccat.catalogue.file import signals
from icccat.catalogue.file.replacement import change

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_waits_until_the_change_is_made(catalogue: Path, name: str) -> None:
    """Ctrl-C in the middle: the new text is whole, nothing is left, and then the program ends."""
    process = run(catalogue, f"signal.raise_signal(signal.{name}); return old + '# new\\n'")
    out, _err = process.communicate()
    number = getattr(signal, name)
    assert (out, process.returncode) == ("", -number)
    assert catalogue.read_text() == f"{OLD}# new\n"
    assert names(catalogue.parent) == {"catalogue.toml", ".icccat"}
    assert names(catalogue.parent / ".icccat") == {"lock", ".gitignore"}


def raise_all(*numbers: int) -> None:
    """Get these signals; none is delivered before the last."""
    for number in numbers:
        signal.raise_signal(number)


def test_signals_are_delivered_once_and_handlers_put_back() -> None:
    """Ctrl-C comes last, as it ends what it comes to; the others have been delivered by then."""
    came: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: came.append(number))
    try:
        with pytest.raises(KeyboardInterrupt), signals.held():
            raise_all(signal.SIGINT, signal.SIGTERM, signal.SIGTERM)
        assert came == [signal.SIGTERM]
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_handler_that_is_not_pythons_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """It could not be put back."""
    monkeypatch.setattr(signal, "getsignal", lambda _number: None)
    with pytest.raises(KeyboardInterrupt), signals.held():
        signal.raise_signal(signal.SIGINT)


def test_another_thread_may_change_the_file(catalogue: Path) -> None:
    """Python lets only the main one see to signals; the others are not interrupted by any."""
    thread = threading.Thread(target=change, args=(catalogue, add, accept))
    thread.start()
    thread.join()
    assert catalogue.read_text() == NEW
