"""Draws from lists, the same ones for the same seed, on every version of Python."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")


class Chance:
    """Chance that can be repeated: it draws on `Random.random` alone, which never changes."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random  # noqa: S311 (no secrets here)

    def happens(self, share: float) -> bool:
        """True in this share of all cases."""
        return self._next() < share

    def number(self, least: int, most: int) -> int:
        """A whole number, each from `least` to `most` as often."""
        return least + int(self._next() * (most - least + 1))

    def any_of(self, items: Sequence[Item]) -> Item:
        """One of the items, each as often."""
        return items[int(self._next() * len(items))]

    def ranked(self, items: Sequence[Item]) -> Item:
        """One of the items, the n-th about 1/n as often as the first: Zipf's law of words."""
        return items[int((len(items) + 1) ** self._next()) - 1]

    def several(self, items: Sequence[Item], most: int) -> list[Item]:
        """One to `most` of the items, ranked, none of them twice."""
        drawn = (self.ranked(items) for _ in range(self.number(1, most)))
        return list(dict.fromkeys(drawn))
