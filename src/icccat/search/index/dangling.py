"""References that lead nowhere, counted without a look at any record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from icccat.records.kinds import KINDS
from icccat.records.sorts import Reference

if TYPE_CHECKING:
    from icccat.search.index.index import Index


def dangling(index: Index) -> int:
    """How many references name a record that is not there; a place needs no record."""
    kinds = {
        field.sort.kind
        for kind in KINDS.values()
        for field in kind.fields
        if isinstance(field.sort, Reference)
    }
    found = index.rows(
        "SELECT ifnull(sum(number), 0) FROM ("
        " SELECT kind, id, count(*) AS number FROM reference"
        " WHERE kind IN (SELECT value FROM json_each(?)) GROUP BY kind, id"
        ") AS named WHERE NOT EXISTS ("
        " SELECT 1 FROM record WHERE record.kind = named.kind AND record.id = named.id)",
        (json.dumps(sorted(kinds)),),
    )
    return int(found[0][0])
