"""The five kinds of record; KINDS names them, in the order in which people see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.records.kinds.kind import Kind
from icccat.records.kinds.meeting import MEETING
from icccat.records.kinds.video import VIDEO
from icccat.records.kinds.vocabulary import PLACE, SERIES, TOPIC

if TYPE_CHECKING:
    from icccat.records.fields import Field

__all__ = ["EVENTS", "KINDS", "Kind", "every_field"]

KINDS: dict[str, Kind] = {kind.name: kind for kind in (VIDEO, MEETING, SERIES, TOPIC, PLACE)}
EVENTS = ("video", "meeting")  # what a catalogue is for; the other kinds describe them


def every_field(kinds: tuple[str, ...] = tuple(KINDS)) -> dict[str, Field]:
    """Each field of these kinds by name, once, those of the first kind first."""
    found: dict[str, Field] = {}
    for kind in kinds:
        for field in KINDS[kind].fields:
            found.setdefault(field.name, field)
    return found
