"""How a second writer waits for the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


def _nobody(_sentence: str) -> None:
    """Tell nobody."""


class Waiting(NamedTuple):
    """For how many seconds a second writer waits for the first, 0 for not at all.

    `tell` is given a sentence, once, where it waits long enough for a person to wonder.
    """

    seconds: float = 10.0
    tell: Callable[[str], None] = _nobody


USUAL = Waiting()
