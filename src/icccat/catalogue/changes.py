"""The changes that commands make to a catalogue's file; each touches its records' lines alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from icccat.catalogue import text, toml
from icccat.catalogue.catalogue import parse
from icccat.catalogue.file.replacement import change
from icccat.errors import Unsafe
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.record import Record


def add(path: Path, make: Callable[[Catalogue], Record], *, wait: float = 10) -> Record:
    """Add the record that `make` makes of the catalogue as it then is; give it back.

    Only the record's lines are new, every other byte stays. What `make` raises goes through,
    and the file is untouched; Unsafe: it could not be safely changed.
    """
    made: list[Record] = []

    def edit(old: str) -> str:
        made[:] = [make(parse(old, path))]
        return text.put(old, made[0].kind, made[0].id, _lines(made[0]))

    def verify(old: str, new: str) -> None:
        if not _adds(made[0], old, new):
            sentence = _(
                "{file}: the record could not be put in without touching others: "
                "are the {kind} records written in a form of their own?"
            )
            raise Unsafe(sentence.format(file=path, kind=made[0].kind))

    change(path, edit, verify, wait=wait)
    return made[0]


def _lines(record: Record) -> str:
    return toml.lines(record.kind, record.id, record.plain())


def _adds(record: Record, old: str, new: str) -> bool:
    """Whether the new text means the old one with the record, and nothing else."""
    before = toml.parse(old, "")
    there = before.get(record.kind, {})
    if not isinstance(there, Mapping):  # `video = 3`, which takes no records
        return False
    meant = {**before, record.kind: {**there, record.id: record.plain()}}
    try:
        return toml.same(meant, toml.parse(new, ""))
    except Unsafe:
        return False
