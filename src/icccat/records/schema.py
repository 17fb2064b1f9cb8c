"""The catalogue in JSON Schema (2020-12), for editors that complete and check as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.records.kinds import KINDS
from icccat.records.sorts import Language, Translated

if TYPE_CHECKING:
    from icccat.records.kinds import Kind


def schema() -> dict[str, Any]:
    """The schema of a catalogue file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A catalogue of videos and meetings",
        "type": "object",
        "properties": {"catalogue": _catalogue()}
        | {kind.name: _table_of(kind) for kind in KINDS.values()},
    }


def _catalogue() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "about the catalogue itself",
        "properties": {
            "title": Translated().schema(),
            "language": Language().schema() | {"description": "of text given without a language"},
            "searches": {
                "type": "object",
                "description": "saved searches: a name and a query",
                "additionalProperties": {"type": "string"},
            },
        },
    }


def _table_of(kind: Kind) -> dict[str, Any]:
    record = {
        "type": "object",
        "title": kind.label.en,
        "properties": {field.name: field.schema() for field in kind.fields},
        "required": [field.name for field in kind.required],
    }
    return {
        "type": "object",
        "description": f"{kind.plural.en}, by id",
        "additionalProperties": record,
    }
