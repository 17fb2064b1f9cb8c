"""Counts below a table, in as few lines as the width allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.terminal.safe import width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.terminal.terminal import Terminal

GROUPS, VALUES = " | ", " · "  # what stands between fields, and between the values of one


def show_counts(terminal: Terminal, fields: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Note what is counted by each field, `topic:refugees 9 · youth 2`, next to each other.

    Where a line has no room for all values of a field, the last ones are left out. For a screen
    reader each field has a line.
    """
    most = terminal.width if terminal.form == "rich" else 0
    lines: list[str] = []
    for name, values in fields:
        text = _fitting(name, list(values), most)
        longer = f"{lines[-1]}{GROUPS}{text}" if lines else text
        if lines and width(longer) <= most:
            lines[-1] = longer
        else:
            lines.append(text)
    terminal.note(*lines)


def _fitting(name: str, values: list[str], most: int) -> str:
    """As many of the values as a line of so many cells holds, one at least; 0: all."""
    texts = [f"{name}:{VALUES.join(values[:many])}" for many in range(len(values), 0, -1)]
    return next((text for text in texts if not most or width(text) <= most), texts[-1])
