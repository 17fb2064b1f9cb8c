"""Which addresses on the web the records hold, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from icccat.records.checks.values import every_value
from icccat.records.sorts import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.records.record import Record

Addresses: TypeAlias = dict[str, list[tuple[str, ...]]]
"""The paths at which each address stands."""

SOURCE = "source"  # text that mostly is an address


def addresses(records: Iterable[Record], *, sources: bool = False) -> Addresses:
    """The addresses in every field of that sort, with `sources` also those of where facts are from.

    Each once, in the order of the records.
    """
    found: Addresses = {}
    for record in records:
        for field, path, value in every_value(record):
            if isinstance(field.sort, Link) or (
                sources and field.name == SOURCE and _is_link(value)
            ):
                found.setdefault(value, []).append(path)
    return found


def _is_link(text: str) -> bool:
    try:
        Link().check(text, "")
    except ValueError:
        return False
    return True
