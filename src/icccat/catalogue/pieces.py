"""A catalogue's text cut at the headings of its records, so that one can be read without the rest.

TOML means the same in pieces where each, by itself, is TOML that holds one record and nothing
else: then no string or bracket reaches over a cut, and no record is spread over two. Most
catalogues are such; of another one there are no pieces, and it is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.catalogue import toml
from icccat.catalogue.text.statements import names_of
from icccat.errors import Unsafe
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icccat.catalogue.text.statements import RecordKey

HEADING = (
    rf"\[((?:{'|'.join(KINDS)})\.(?:[A-Za-z0-9_-]+|\"[^\"\\\n]*+\"))\][ \t]*+(?:#[^\n]*+)?\r?$"
)
"""The line of a heading, without its line end, where `$` is the end of a line."""
# The heading of a kind, [video], says nothing; but a text has it once, wherever it is.
_OF_KIND = re.compile(rf"\n[ \t]*+\[[ \t]*+[\"']?(?:{'|'.join(KINDS)})[\"']?[ \t]*+\]")
_HEADING = re.compile(rf"\n(?={HEADING})", re.MULTILINE)  # what begins with a sign is quick to find


class Pieces(NamedTuple):
    """The text before the first record, and that of each record from its heading on, in order."""

    head: str
    records: dict[RecordKey, str]


@lru_cache(maxsize=2)  # a change looks at the text before and the text after, several times
def cut(text: str) -> Pieces | None:
    """The pieces of a text; none where a record has two. Each is still to be read, to be sure."""
    if _OF_KIND.search(text):
        return None
    end = text.find("\n")
    first = _HEADING.match("\n" + (text[:end] if end >= 0 else text))
    found = [(0, first[1])] if first else []
    found += [(heading.end(), heading[1]) for heading in _HEADING.finditer(text)]
    starts = [start for start, _names in found]
    ends = [*starts[1:], len(text)][: len(starts)]
    records: dict[RecordKey, str] = {}
    for (start, names), end in zip(found, ends, strict=True):
        kind, id_ = names_of(names)
        records[kind, id_] = text[start:end]
    head = text[: starts[0]] if starts else text
    return Pieces(head, records) if len(records) == len(found) else None


@lru_cache(maxsize=200_000)  # all but one are the same after a change
def table(key: RecordKey, piece: str) -> Mapping[str, Any] | None:
    """The same as `record`, kept for who asks again."""
    return record(key, piece)


def record(key: RecordKey, piece: str) -> Mapping[str, Any] | None:
    """What the record means; None where the piece is anything but that record."""
    kind, id_ = key
    found = _read(piece) or {}
    records = found.get(kind) if list(found) == [kind] else None
    one = records.get(id_) if isinstance(records, Mapping) and list(records) == [id_] else None
    return one if isinstance(one, Mapping) else None


def head(pieces: Pieces) -> dict[str, Any] | None:
    """What stands before the records; None where some of them, or no TOML, does."""
    found = _read(pieces.head)
    return None if found is None or found.keys() & KINDS.keys() else found


def _read(piece: str) -> dict[str, Any] | None:
    try:
        return toml.parse(piece, "")
    except Unsafe:
        return None


def parse(text: str, name: str) -> dict[str, Any]:
    """What the text means, as `toml.parse` says; pieces that were read before are not read again.

    Raises Unsafe where it is not TOML.
    """
    found = meaning(text)
    return toml.parse(text, name) if found is None else found


def meaning(text: str) -> dict[str, Any] | None:
    """What the pieces of a text mean together; None where they are not all records."""
    pieces = cut(text)
    found = head(pieces) if pieces else None
    if pieces is None or found is None:
        return None
    for (kind, id_), piece in pieces.records.items():
        record = table((kind, id_), piece)
        if record is None:
            return None
        found.setdefault(kind, {})[id_] = record
    return found


def part(text: str, keys: Iterable[RecordKey]) -> slice:
    """The part of a text that a change of these records concerns, new ones among them.

    It holds their pieces, and those on either side: nothing further on depends on what they hold.
    All of the text where it cannot be cut.
    """
    pieces = cut(text)
    if pieces is None or not pieces.records or meaning(text) is None:
        return slice(0, len(text))
    order = list(pieces.records)
    at = {key: number for number, key in enumerate(order)}
    numbers = [at[key] if key in at else _place(order, key) for key in keys]
    ends = [len(pieces.head)]
    for piece in pieces.records.values():
        ends.append(ends[-1] + len(piece))
    first, last = min(numbers) - 1, max(numbers) + 1
    start = ends[first] if first >= 0 else 0
    return slice(start, ends[min(last + 1, len(order))])


def _place(order: Sequence[RecordKey], key: RecordKey) -> int:
    """The number of the piece behind which, or before which, a new record goes."""
    kind, id_ = key
    of_kind = [(other.casefold(), number) for number, (k, other) in enumerate(order) if k == kind]
    smaller = [one for one in of_kind if one[0] < id_.casefold()]
    if smaller:
        return max(smaller)[1]
    return min(number for _id, number in of_kind) if of_kind else len(order) - 1
