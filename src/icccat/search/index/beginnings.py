"""What the index knows that begins with some letters, for who is typing it."""

from __future__ import annotations

import json
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from icccat.search.index.marks import lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.records.fields import Field
    from icccat.search.index.index import Index

MOST = 200  # more than anyone reads
LAST = "\U0010ffff"
Row: TypeAlias = tuple[str, int]
"""An id and the number of its record."""


def ids_beginning(index: Index, letters: str, kinds: Iterable[str]) -> list[Row]:
    """The ids of these kinds that begin with the letters, in order.

    Case does not matter. Where there is none, those with a word in them that begins so. Of
    many the first, and the last of all, by which one sees what all have in common.
    """
    wanted = list(kinds)
    return _beginning(index, letters, wanted) or _with_word(index, letters, wanted)


def _beginning(index: Index, letters: str, kinds: list[str]) -> list[Row]:
    """Those that begin with these very letters, which needs no look at any other."""
    found = list(islice(merge(*(_run(index, letters, kind) for kind in kinds)), MOST))
    if len(found) == MOST:
        found[-1] = max(row for kind in kinds for row in _run(index, letters, kind, last=True))
    return found


def _run(index: Index, letters: str, kind: str, *, last: bool = False) -> list[Row]:
    """The first of a kind; or the last one alone."""
    order = "DESC LIMIT 1" if last else f"LIMIT {MOST}"
    question = (
        f"SELECT id, number FROM record WHERE kind = ? AND id >= ? AND id < ? ORDER BY id {order}"  # noqa: S608 (our own words)
    )
    return index.rows(question, (kind, letters, letters + LAST))


def _with_word(index: Index, letters: str, kinds: list[str]) -> list[Row]:
    """Those whose id begins so in another case, or has a word that does."""
    for mark in "\\%_":
        letters = letters.replace(mark, f"\\{mark}")
    question = (
        "SELECT id, number FROM record WHERE kind IN (SELECT value FROM json_each(?))"
        r" AND (id LIKE ? || '%' ESCAPE '\' OR id LIKE '%-' || ? || '%' ESCAPE '\')"
        " ORDER BY id LIMIT ?"
    )
    return index.rows(question, (json.dumps(kinds), letters, letters, MOST))


def words_used(index: Index, field: Field) -> list[str]:
    """The words of an open list that records have in a field, the most frequent first."""
    return _used(index, lists().get(field, ""))


def ids_used(index: Index, kind: str) -> list[str]:
    """The ids of a kind that records refer to, whether there is such a record or not.

    The places of records among them: `Helsinki, FI`.
    """
    return _used(index, kind)


def _used(index: Index, kind: str) -> list[str]:
    question = "SELECT id FROM reference WHERE kind = ? GROUP BY id ORDER BY count(*) DESC, id"
    return [word for (word,) in index.rows(question, (kind,))]
