"""A record's lines in the place of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.text.cuts import Patch, patched
from icccat.catalogue.text.places import newline_at, spans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icccat.catalogue.text.statements import RecordKey


def replaced(text: str, records: Mapping[RecordKey, str]) -> str:
    """The text with other lines in the place of those of each record; it stands in one piece."""
    if not records:
        return text
    there = spans(text)
    patches = []
    for key, new in records.items():
        place = there[key]
        newline = newline_at(text, place.stop)
        lines = new.rstrip("\r\n").replace("\r\n", "\n").replace("\n", newline) + newline
        patches.append(Patch(place.start, place.stop, lines))
    return patched(text, patches)
