"""The part of a file that a change concerns, where what the rest means is remembered.

A text in pieces (`pieces`) means what its pieces mean together, each of which is TOML by itself.
Who kept an index of the file knows by its digest that these very bytes are such a text, as every
piece was read when it was made. Then a change of a few pieces is made, and verified, in them
alone: if the new part is pieces too, from a heading to the end of a line, and means what was
meant, so does the whole. In all other cases there is no part, and all is read again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from icccat.catalogue import pieces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from icccat.catalogue.file.source import Source
    from icccat.catalogue.text.statements import RecordKey
    from icccat.records.known import Known
    from icccat.records.record import Record, Records

_HEADING = re.compile(b"^" + pieces.HEADING.encode(), re.MULTILINE)


class Memory(Protocol):
    """What is remembered of a catalogue."""

    @property
    def records(self) -> Records:
        """All records."""

    @property
    def language(self) -> str:
        """The language of text given without one."""

    @property
    def known(self) -> Known:
        """The records, and how one finds its like among them."""

    def referring(self, id_: str) -> list[Record]:
        """The records that refer to the one of this id, in any field; a place by its name."""

    @property
    def digest(self) -> str:
        """The digest of its file, if that is in pieces of which each was read; else ""."""

    def before(self, kind: str, id_: str) -> list[str]:
        """The ids of a kind that come right before this one, without regard to case."""


class Recalled:
    """A file as it is remembered, with its pieces at hand: what a change is made in."""

    def __init__(self, source: Source, memory: Memory) -> None:
        self._source, self.memory = source, memory
        self.records, self.language, self.known = memory.records, memory.language, memory.known
        self.referring = memory.referring

    def table(self, record: Record) -> Mapping[str, Any]:
        """The record as it stands in TOML; Forgotten where it does not."""
        key = record.kind, record.id
        data = self._source.data
        start = _heading(data, key)
        if start is not None:
            found = pieces.table(key, data[start : _behind(data, start)].decode())
            if found is not None:
                return found
        raise Forgotten


class Forgotten(Exception):
    """What is remembered is not so: all is to be read again."""


class Part(NamedTuple):
    """Pieces of a file, one after the other; `last` where nothing follows."""

    place: slice
    text: str
    last: bool

    def can_become(self, new: str) -> bool:
        """Whether in its place this leaves alone what is before and behind it."""
        cut, means = pieces.cut(new), pieces.meaning(new)
        if cut is None or not means or not (self.last or new.endswith("\n")):
            return False
        return not self.place.start or not pieces.head(cut)


def remembers(memory: Memory, source: Source) -> bool:
    """Whether it is this very file that is remembered, as pieces of which each was read."""
    return not source.bom and memory.digest == source.digest


def part(source: Source, keys: Collection[RecordKey], memory: Memory) -> Part | None:
    """The part that a change of these records concerns, new ones among them; as `pieces.part`.

    `memory` remembers the file. None where there is no such part: what is remembered is not so.
    """
    data = source.data
    found = [_piece(data, key, memory) for key in keys]
    starts = [start for start in found if start is not None]
    if len(starts) < len(found) or not starts:
        return None
    start = _before(data, min(starts))
    stop = _behind(data, _behind(data, max(starts)))
    there = Part(slice(start, stop), data[start:stop].decode(), last=stop == len(data))
    return there if there.can_become(there.text) else None


def _piece(data: bytes, key: RecordKey, memory: Memory) -> int | None:
    """Where the record's piece begins, or the one behind which, or before which, a new one goes."""
    kind, id_ = key
    there = _heading(data, key)
    if (there is not None) != (id_ in memory.records[kind]):
        return None
    if there is not None:
        return there
    if nearest := [_heading(data, (kind, one)) for one in memory.before(kind, id_)]:
        # behind the last of those that differ in case alone
        found = [place for place in nearest if place is not None]
        return max(found) if len(found) == len(nearest) else None
    first = next(_headings(data, f"[{kind}."), None)
    return _before(data, len(data)) if first is None else first


def _heading(data: bytes, key: RecordKey) -> int | None:
    """Where the heading of a record is."""
    kind, id_ = key
    forms = (f"[{kind}.{id_}]", f'[{kind}."{id_}"]')
    return next((at for form in forms for at in _headings(data, form)), None)


def _headings(data: bytes, form: str) -> Iterator[int]:
    """Where headings of records are that begin so."""
    wanted = form.encode(errors="surrogatepass")  # half a character is in no file
    if data.startswith(wanted) and _HEADING.match(data):
        yield 0
    at = data.find(b"\n" + wanted)
    while at >= 0:
        if _HEADING.match(data, at + 1):
            yield at + 1
        at = data.find(b"\n" + wanted, at + 1)


def _before(data: bytes, start: int) -> int:
    """Where the piece begins that is before this place; 0 where only the head is."""
    while start:
        start = data.rfind(b"\n[", 0, start) + 1
        if _HEADING.match(data, start):
            return start
    return 0


def _behind(data: bytes, start: int) -> int:
    """Where the piece ends that is at this place."""
    following = _HEADING.search(data, start + 1)
    return following.start() if following else len(data)
