"""Documents from cells: what was not in the cell stays in the document that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.locale import translate as _
from icccat.records.fields import Document
from icccat.records.incoming.cells import CLEAR, holds_nothing, is_clear, is_same, items, settled
from icccat.words.fold import fold
from icccat.words.likeness import alike

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.records.fields import Field
    from icccat.records.incoming.cells import Reading

IN_CELL = ("title", "url", "type")
LIKE = 60  # per cent: a title that was edited


def documents_of(
    field: Field, cell: object, now: tuple[Any, ...] | None, reading: Reading
) -> tuple[Any, ...] | None:
    """The documents that a cell leads to: `now` where it is those, None to clear them.

    A document `title | url | type` is the one there with that link, else with that title; its
    other values stay. Raises ValueError with what is wrong.
    """
    cell = settled(cell)
    if isinstance(cell, str) and now and is_same(cell, field.cell(now)):
        return now
    if is_clear(cell):
        return None
    there = list(now or ())
    found: list[object] = []
    given = items(cell)
    known = [_exactly(field, item, there) for item in given]
    rest = [one for one in there if not any(one is other for other in known)]
    for item, one in zip(given, known, strict=True):
        found.append(one if one is not None else _document(field, item, rest, reading))
    plain = [field.sort.plain(one) if any(one is t for t in there) else one for one in found]
    clean: tuple[Any, ...] = field.check(plain, reading.language)
    return clean


def _exactly(field: Field, item: object, there: Sequence[Any]) -> Any:  # noqa: ANN401 (a document, or None)
    """The document there that the item is, as far as it was exported."""
    for one in there:
        if isinstance(item, str) and is_same(item, field.sort.cell(one)):
            return one
        if isinstance(item, dict) and item == field.sort.plain(one):
            return one
    return None


def _document(field: Field, item: object, rest: list[Any], reading: Reading) -> object:
    """The document in TOML: a new one, or one of the rest with other values, taken from them."""
    if isinstance(item, dict):
        new, whole = {key: value for key, value in item.items() if value is not None}, False
        if holds_nothing(new):
            raise ValueError(_("TOML has no null: leave it out"))
    elif isinstance(item, str):
        parsed = field.sort.parse(item, reading.language)
        if not isinstance(parsed, dict):
            return parsed
        new, whole = parsed, True
    else:
        sentence = _('"{value}" is not a document: TITLE | URL | TYPE').format(value=item)
        raise ValueError(sentence)  # noqa: TRY004 (every refused value is a ValueError)
    old = _meant(new, rest)
    if old is None:
        return new
    rest[:] = [one for one in rest if one is not old]
    return _changed(field, old, new, whole=whole)


def _meant(new: Mapping[str, Any], rest: Sequence[Any]) -> Any:  # noqa: ANN401 (a document, or None)
    """The document that has the new one's link, else its title, or nearly so."""
    for one in rest:
        if "url" in new and one.get("url") == new["url"]:
            return one
    title = new.get("title")
    texts = title.values() if isinstance(title, dict) else [title]
    likeness = [max(_alike(text, one) for text in texts) for one in rest]
    best = max(likeness, default=0)
    return rest[likeness.index(best)] if best else None


def _alike(title: object, document: Mapping[str, Any]) -> int:
    texts = document.get("title", {}).values()
    return max((alike(fold(str(title)), fold(text), LIKE) for text in texts), default=0)


def _changed(
    field: Field, old: Mapping[str, Any], new: Mapping[str, Any], *, whole: bool
) -> dict[str, Any]:
    """The old document in TOML with the new values; `whole`: what a cell lacks is taken away."""
    assert isinstance(field.sort, Document)  # noqa: S101 (no other field has documents)
    found = field.sort.plain(old)
    for name in IN_CELL if whole else ():
        if name not in new:
            found.pop(name, None)
    for name, value in new.items():
        if value == CLEAR:
            found.pop(name, None)
        elif name != "title" or isinstance(value, dict):
            found[name] = value
        elif value not in old["title"].values():
            shown = "en" if "en" in old["title"] else next(iter(old["title"]))
            found["title"] = old["title"] | {shown: value}
    return found
