"""Whose step it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt


class By(NamedTuple):
    """Whose step it is: the person, the machine, the time (with its zone), the command.

    `sort` is command, hand (an edit in an editor), undo or redo; `of` the number of the step
    that is undone or redone.
    """

    who: str
    machine: str
    when: dt.datetime
    what: str
    sort: str = "command"
    of: int = 0
