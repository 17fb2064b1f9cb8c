"""One step: who changed what, when, and how to take it back."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.catalogue import pieces, toml
from icccat.catalogue.history.by import By
from icccat.catalogue.history.slices import Slice, slices
from icccat.errors import Unsafe
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.change import Change
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

FEW = 3  # records that a title names


class Step(NamedTuple):
    """A step of history; `before` and `after` are the fingerprints of the text."""

    number: int
    by: By
    before: str
    after: str
    slices: list[Slice]
    changes: list[Change]

    @property
    def title(self) -> str:
        """What it was, in a few words."""
        if self.by.sort == "hand":
            what = _("edited by hand")
        else:
            what = f"{self.by.sort} {self.by.of}" if self.by.of else self.by.what
        unsaid = [change.key for change in self.changes if change.id not in what.split()]
        if len(unsaid) > FEW:
            return labelled(what, _("{number} records").format(number=len(unsaid)))
        return labelled(what, ", ".join(unsaid)) if unsaid else what

    @property
    def row(self) -> dict[str, Any]:
        """The step for programs: who, when, what, and which records."""
        by = self.by
        row = {"number": self.number, "who": by.who, "machine": by.machine}
        row |= {"when": by.when.isoformat(), "what": by.what, "sort": by.sort, "of": by.of}
        return row | {"records": [change.key for change in self.changes]}


class Told(NamedTuple):
    """What is known of a step that is being made: what it replaces, and the records changed."""

    slices: list[Slice]
    changes: list[Change]


def fingerprint(text: str) -> str:
    """The text in 64 letters: SHA-256 (FIPS 180-4), in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def step(number: int, by: By, old: str, new: str) -> Step:
    """The step that leads from one text to another; each parses."""
    found = changes(pieces.parse(old, ""), pieces.parse(new, ""))
    return Step(number, by, fingerprint(old), fingerprint(new), slices(old, new), found)


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """The records that differ between two catalogues, each as a TOML table."""
    found = []
    for kind in KINDS:
        before, after = _records(old, kind), _records(new, kind)
        for id_ in {**before, **after}:
            change = Change(kind, id_, before.get(id_), after.get(id_))
            if change.before is change.after:
                continue
            if not toml.same({"it": change.before or {}}, {"it": change.after or {}}) or (
                (change.before is None) != (change.after is None)
            ):
                found.append(change)
    return found


def _records(data: Mapping[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    tables = data.get(kind, {})
    if not isinstance(tables, dict):
        return {}
    return {id_: table for id_, table in tables.items() if isinstance(table, dict)}


def written(one: Step) -> str:
    """The step as it stands in its file, in JSON; records in TOML, as JSON has no dates."""
    by = one.by
    row = {
        "number": one.number,
        "who": by.who,
        "machine": by.machine,
        "when": by.when.isoformat(),
        "what": by.what,
        "sort": by.sort,
        "of": by.of,
        "before": one.before,
        "after": one.after,
        "slices": [list(part) for part in one.slices],
        "records": [
            [change.kind, change.id, *map(_table, (change.before, change.after))]
            for change in one.changes
        ],
    }
    return json.dumps(row, ensure_ascii=False, indent=1)


def _table(table: Mapping[str, Any] | None) -> str | None:
    return None if table is None else toml.lines("it", "it", table)


def read(text: str) -> Step | None:
    """The step that a file's text holds; nothing where it holds none, as after a power cut."""
    try:
        row = json.loads(text)
        by = By(
            who=str(row["who"]),
            machine=str(row["machine"]),
            when=dt.datetime.fromisoformat(row["when"]),
            what=str(row["what"]),
            sort=str(row["sort"]),
            of=int(row["of"]),
        )
        found = [
            Change(KINDS[kind].name, str(id_), _parsed(before), _parsed(after))
            for kind, id_, before, after in row["records"]
        ]
        parts = [Slice(int(at), str(old), str(new)) for at, old, new in row["slices"]]
        return Step(int(row["number"]), by, row["before"], row["after"], parts, found)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, Unsafe):
        return None


def _parsed(lines: str | None) -> dict[str, Any] | None:
    return None if lines is None else toml.parse(lines, "")["it"]["it"]
