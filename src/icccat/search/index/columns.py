"""The words of a record by the column of the index that they stand in, each with its weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.search.texts import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.search.texts import Texts

REST = "rest"
# What a word is worth where it stands: it tells most in a title.
WEIGHTS = {
    "title": 10.0,
    "topics": 6.0,
    "people": 6.0,
    "places": 6.0,
    "description": 3.0,
    "series": 2.0,
    "audiences": 2.0,
    REST: 1.0,
}
COLUMNS = tuple(WEIGHTS)
_OF_FIELD = {
    "title": "title",
    "label": "title",
    "topics": "topics",
    "speakers": "people",
    "participants": "people",
    "organisers": "people",
    "producer": "people",
    "host": "people",
    "places": "places",
    "venue": "places",
    "description": "description",
    "series": "series",
    "audiences": "audiences",
}
BREAK = "\N{SYMBOL FOR RECORD SEPARATOR}"  # between two texts, so that no phrase reaches over


def column_of(field: str) -> str:
    """The column that a field's words stand in."""
    return _OF_FIELD.get(field, REST)


def columns(texts: Texts) -> dict[str, str]:
    """The folded words of each column, with spaces between them."""
    found: dict[str, list[tuple[str, ...]]] = {column: [] for column in COLUMNS}
    found[REST] += texts.of_id
    for name in texts.record.values:
        if name not in SILENT:
            found[column_of(name)] += texts.of(name)
    return {column: _joined(words) for column, words in found.items()}


def _joined(texts: Iterable[tuple[str, ...]]) -> str:
    return f" {BREAK} ".join(" ".join(words) for words in texts)
