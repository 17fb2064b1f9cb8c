"""A record given another id, in place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from icccat.catalogue.text.brackets import closed, opened, pair_spans
from icccat.catalogue.text.cuts import Patch, patched
from icccat.catalogue.text.statements import PARTS, names_of, statements
from icccat.catalogue.text.values import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator


def renamed(text: str, kind: str, id_: str, new_id: str) -> str:
    """The text in which every heading and key of the record has the new id; nothing is moved.

    Raises:
        ValueError: there is no such record.

    """
    key = dotted((new_id,))
    patches = [*_patches(text, kind, id_, key)]
    if not patches:
        raise ValueError(f"no record {kind}.{id_}")
    return patched(text, patches)


def _patches(text: str, kind: str, id_: str, key: str) -> Iterator[Patch]:
    """The new key in each heading and pair that has the id in its own names."""
    above = 0  # how many names are the heading's
    for statement in statements(text):
        is_pair = statement.form == "pair"
        above = above if is_pair else len(statement.path)
        before = above if is_pair else 0
        if statement.path[:2] == (kind, id_) and before < 2:  # noqa: PLR2004 (kind and id)
            place = _part(text, statement.start, 1 - before)
            yield Patch(place.start, place.stop, key)
        elif statement.path == (kind,) and is_pair:
            value = pair_spans(text, statement.start)[1]
            yield from _inside(text[value], value, id_, key)


def _inside(value: str, place: slice, id_: str, key: str) -> Iterator[Patch]:
    """The same in `video = { … }`."""
    brackets = opened(value) if value.startswith("{") else None
    for entry in brackets.entries if brackets else ():
        names = entry.text[pair_spans(entry.text, 0)[0]]
        if names_of(names)[0] == id_:
            entry.text = key + entry.text[_part(entry.text, 0, 0).stop :]
    if brackets and (new := closed(value, brackets, brackets.entries)) != value:
        yield Patch(place.start, place.stop, new)


def _part(text: str, start: int, number: int) -> slice:
    """Where one name of the heading or key is that begins at `start` or after spaces."""
    while text[start] in " \t[":
        start += 1
    return slice(*next(islice(PARTS.finditer(text, start), number, None)).span())
