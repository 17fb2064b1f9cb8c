"""The catalogue in memory: its records, and what was wrong when it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.catalogue import pieces
from icccat.catalogue.about import TABLE, About, about
from icccat.catalogue.file.source import read
from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.kinds import EVENTS, KINDS
from icccat.records.known import known, references
from icccat.records.record import Record, Records, from_table
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from icccat.records.known import Known


class Catalogue(NamedTuple):
    """A catalogue as read: `data` is what its TOML means.

    `found` are the problems of reading, before any check.
    """

    path: Path
    text: str
    about: About
    records: Records
    data: Mapping[str, Any]
    found: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        """The language of text given without one."""
        return self.about.language

    @property
    def name(self) -> str:
        """The file's name, as the person gave it."""
        return str(self.path)

    @property
    def known(self) -> Known:
        """The records, and how one finds its like among them."""
        return known(self.records)

    def table(self, record: Record) -> Mapping[str, Any]:
        """The record as it stands in TOML."""
        found: Mapping[str, Any] = self.data[record.kind][record.id]
        return found

    def referring(self, id_: str) -> list[Record]:
        """The records that refer to the one of this id, in any field; a place by its name."""
        return [record for record in self.everything if id_ in references(record)]

    @property
    def everything(self) -> list[Record]:
        """All records, of every kind."""
        return [record for of_kind in self.records.values() for record in of_kind.values()]

    @property
    def events(self) -> list[Record]:
        """The videos and meetings, which are what the catalogue is for."""
        return [record for record in self.everything if record.kind in EVENTS]


def load(path: Path) -> Catalogue:
    """The catalogue of a file; raises Unsafe where it cannot be read as TOML."""
    return parse(read(path).text, path)


def parse(content: str, path: Path) -> Catalogue:
    """The catalogue of a text; `path` is what messages call it."""
    data = pieces.parse(content, str(path))
    said, found = about(data.get(TABLE, {}))
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    for key, tables in data.items():
        if key in KINDS:
            for id_, table in _tables(key, tables, found):
                record, wrong = from_table(key, id_, table, said.language)
                records[key][id_] = record
                found += [Problem(Level.ERROR, (key, id_, *at), sentence) for at, sentence in wrong]
        elif key != TABLE:
            sentence = _('"{key}" is not a kind of record: it is kept as it is').format(key=key)
            found.append(Problem(Level.WARNING, (key,), or_nearest(sentence, key, tuple(KINDS))))
    return Catalogue(path, content, said, records, data, tuple(found))


def _tables(
    kind: str, tables: object, found: list[Problem]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The records of a kind as (id, table); what is no table is a problem."""
    if not isinstance(tables, Mapping):
        sentence = _("records of this kind stand under headings such as [{kind}.some-id]")
        found.append(Problem(Level.ERROR, (kind,), sentence.format(kind=kind)))
        return
    for id_, table in tables.items():
        if isinstance(table, Mapping):
            yield id_, table
        else:
            sentence = _("a record stands under a heading: [{kind}.{id}]")
            found.append(Problem(Level.ERROR, (kind, id_), sentence.format(kind=kind, id=id_)))
