"""JSON: the envelope that every `--json` and every JSON export has."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.errors import Problem
    from icccat.formats import Selection
    from icccat.formats.incoming import Incoming, Source
    from icccat.records.change import Change
    from icccat.records.record import Record

SCHEMA = "icccat/1"
_ALWAYS = ("kind", "id")
# What JSON lets through and a terminal obeys: DEL, C1, marks of direction, line separators.
UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def envelope(type_: str, rows: Sequence[dict[str, Any]], total: int) -> str:
    """The rows of a type (records, problems, figures, plan, steps) of `total` there are."""
    head = {"schema": SCHEMA, "type": type_, "count": len(rows), "total": total, type_: rows}
    return safe(json.dumps(head, ensure_ascii=False, indent=2, default=str))


def safe(text: str) -> str:
    """The JSON, what a terminal obeys escaped."""
    if text.isprintable():  # as is most of a large file, which need not be searched
        return text
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def record_row(record: Record, *, notes: bool = False) -> dict[str, Any]:
    """A record: text by language, dates as written, absent fields left out."""
    row = {"kind": record.kind, "id": record.id} | record.plain()
    other = dict(record.other)
    if not notes:  # nor notes that are wrong, such as a list, and so among the others
        row.pop("notes", None)
        other.pop("notes", None)
    row |= {"other": other} if other else {}
    return {name: _finite(value) for name, value in row.items()}


def found_row(score: float, matched: Sequence[str], step: str) -> dict[str, Any]:
    """Why a record is in the answer of a search: how well it fits, the words met, the step."""
    return {"found": {"score": round(score, 2), "matched": list(matched), "step": step}}


def _finite(value: Any) -> Any:  # noqa: ANN401 (any value of TOML)
    """The value, with inf and nan, which TOML has and JSON has not, as words."""
    match value:
        case str():  # most values are
            return value
        case dict():
            return {key: _finite(inner) for key, inner in value.items()}
        case list():
            return [_finite(inner) for inner in value]
        case float() if not isfinite(value):
            return str(value)
        case _:
            return value


def change_row(change: Change) -> dict[str, Any]:
    """A record before and after, as its TOML has it; null where there is none."""
    row: dict[str, Any] = {"kind": change.kind, "id": change.id}
    sides = {"before": change.before, "after": change.after}
    return row | {
        name: None if side is None else _finite(dict(side)) for name, side in sides.items()
    }


def problem_row(problem: Problem, file: str) -> dict[str, Any]:
    """A problem, with its place."""
    row: dict[str, Any] = {"level": problem.level.value, "file": file, "line": problem.line}
    row |= {"path": list(problem.path), "message": problem.message}
    return row | ({"mend": problem.mend} if problem.mend else {})


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The envelope of the records, in UTF-8."""
    rows = [selected_row(selection, record) for record in selection.records]
    return f"{envelope('records', rows, selection.total)}\n".encode()


def selected_row(selection: Selection, record: Record) -> dict[str, Any]:
    """The record; of its fields only those of the columns that were asked for."""
    row = record_row(record, notes=selection.notes)
    return {name: row[name] for name in row if name in _ALWAYS or selection.wants(name)}


def read(source: Source) -> Incoming:
    """The objects of a JSON file."""
    from icccat.formats.incoming.objects import read_json  # noqa: PLC0415 (which needs SCHEMA)

    return read_json(source)
