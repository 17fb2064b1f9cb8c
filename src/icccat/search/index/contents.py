"""What a catalogue holds, as the index asks for it: digests of all records, some of them read.

A record whose lines are as they were need not be read again, and where the text can be cut into
pieces it is not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from icccat.catalogue import pieces
from icccat.catalogue.about import TABLE, About, about
from icccat.errors import Level
from icccat.records.record import from_table
from icccat.records.stored import stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from icccat.catalogue.catalogue import Catalogue
    from icccat.errors import Problem
    from icccat.records.record import Record

Key: TypeAlias = tuple[str, str]
"""Kind and id."""


class Irregular(Exception):
    """A piece of the text is no record by itself: the text is to be read as a whole."""


class Row(NamedTuple):
    """A record, and how many of its values could not be read."""

    record: Record
    errors: int


@dataclass(frozen=True)
class Contents:
    """A catalogue: `digests` change when a record does; `errors` are those outside records.

    `read` gives a record, or raises Irregular.
    """

    about: About
    errors: int
    digests: Mapping[Key, bytes]
    read: Callable[[Key], Row]


def of_text(text: str) -> Contents | None:
    """The contents of a text that can be cut into pieces, as far as can be told by now."""
    cut = pieces.cut(text)
    head = pieces.head(cut) if cut else None
    if cut is None or head is None:
        return None
    said, found = about(head.get(TABLE, {}))

    def read(key: Key) -> Row:
        table = pieces.record(key, cut.records[key])
        if table is None:
            raise Irregular
        record, wrong = from_table(*key, table, said.language)
        return Row(record, len(wrong))

    sort = f"piece {said.language}".encode()
    digests = {key: _digest(piece, sort) for key, piece in cut.records.items()}
    return Contents(said, _errors(found), digests, read)


def of_catalogue(catalogue: Catalogue) -> Contents:
    """The contents of a catalogue that was read as a whole."""
    records = {(one.kind, one.id): one for one in catalogue.everything}
    outside = [problem for problem in catalogue.found if problem.path[:2] not in records]
    wrong = dict.fromkeys(records, 0)
    for problem in catalogue.found:
        if problem.level is Level.ERROR and problem.path[:2] in records:
            wrong[problem.path[0], problem.path[1]] += 1
    digests = {key: _digest(stored(record), b"whole") for key, record in records.items()}
    return Contents(
        catalogue.about, _errors(outside), digests, lambda key: Row(records[key], wrong[key])
    )


def counted(contents: Contents, step: Callable[[int, int], None]) -> Contents:
    """The contents, of which `step` is told how many records have been read, of how many."""
    numbers, total = count(1), len(contents.digests)

    def read(key: Key) -> Row:
        step(next(numbers), total)
        return contents.read(key)

    return replace(contents, read=read)


def _digest(text: str, sort: bytes) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16, person=sort).digest()


def _errors(found: Iterable[Problem]) -> int:
    return sum(problem.level is Level.ERROR for problem in found)
