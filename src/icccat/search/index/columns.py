"""The columns of the index that the words of a record stand in, each with its weight."""

from __future__ import annotations

import re

from icccat.words.fold import WORD

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
BREAK = "\x1e"  # the record separator: between two texts, so that no phrase reaches over
TOKEN = re.compile(rf"{WORD.pattern}|{BREAK}")
"""What is counted in a column: its words, and what is between two texts."""


def column_of(field: str) -> str:
    """The column that a field's words stand in."""
    return _OF_FIELD.get(field, REST)
