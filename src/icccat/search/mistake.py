"""What is wrong with a value of a query, and what was probably meant."""

from __future__ import annotations


class Mistake(ValueError):
    """A value that its field cannot take; `instead` is one that it could, "" if none is near."""

    def __init__(self, sentence: str, instead: str = "") -> None:
        super().__init__(sentence)
        self.instead = instead
