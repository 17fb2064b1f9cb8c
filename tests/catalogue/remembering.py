"""What is remembered of a catalogue, for tests: all of it, and what one says besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.catalogue import load
from icccat.catalogue.file.source import read
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from icccat.records.known import Known
    from icccat.records.record import Records


class Memory:
    """The catalogue as it was when it was read; `more` are ids of videos that it had besides."""

    def __init__(
        self, path: Path, more: Collection[str] = (), *, less: Collection[str] = ()
    ) -> None:
        self.catalogue, self.digest = load(path), read(path).digest
        self.records: Records = {
            kind: {id_: one for id_, one in of_kind.items() if id_ not in less}
            | {id_: Record(kind, id_, {}) for id_ in (more if kind == "video" else ())}
            for kind, of_kind in self.catalogue.records.items()
        }

    def before(self, kind: str, id_: str) -> list[str]:
        """The ids of a kind that come right before this one, without regard to case."""
        folded, ids = id_.casefold(), self.records[kind]
        greatest = max((one for one in map(str.casefold, ids) if one < folded), default=None)
        return [one for one in ids if one.casefold() == greatest]

    @property
    def language(self) -> str:
        """The language of text given without one."""
        return self.catalogue.language

    @property
    def known(self) -> Known:
        """The records, and how one finds its like among them."""
        return self.catalogue.known

    def referring(self, id_: str) -> list[Record]:
        """The records that refer to the one of this id."""
        return self.catalogue.referring(id_)
