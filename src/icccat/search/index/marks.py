"""What the index keeps of a record for who adds another: what may be the same, words in use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from icccat.records.fields import Document
from icccat.records.kinds import EVENTS, KINDS
from icccat.records.sorts import Word
from icccat.records.traits import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.fields import Field
    from icccat.records.record import Record

_ENDS = "/?&"  # by which addresses may differ that are one to a check


def link_of(record: Record) -> str | None:
    """What records have in common whose links are one to a check; None without a link."""
    has_one = record.kind in EVENTS and "url" in record.values
    return linked(record.values["url"]) if has_one else None


def linked(url: str) -> str:
    """What addresses have in common that are one to a check."""
    return address(url).rstrip(_ENDS)


@cache
def lists() -> dict[Field, str]:
    """The open lists of words, each with its mark among the references."""
    found: dict[Field, str] = {}
    for kind in KINDS.values():
        for name, field in _open(kind.name, kind.fields):
            found.setdefault(field, f"word of {name}")
    return found


def _open(above: str, fields: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    for field in fields:
        name = f"{above}.{field.name}"
        if isinstance(field.sort, Document):
            yield from _open(name, field.sort.fields)
        elif isinstance(field.sort, Word):
            yield name, field
