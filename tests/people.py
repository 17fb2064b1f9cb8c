"""People who answer a command's questions, or change the catalogue while it asks."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _nothing() -> None:
    """Do nothing while a question stands."""


class Person(io.StringIO):
    """A person at a terminal, who answers what is asked; `meanwhile` happens before each answer."""

    def __init__(self, answers: str = "", meanwhile: Callable[[], object] = _nothing) -> None:
        super().__init__(answers)
        self.meanwhile = meanwhile

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as io has it
        """The next answer."""
        self.meanwhile()
        return super().readline(size)
