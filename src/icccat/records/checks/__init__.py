"""The checks of records: one by one among the others, and all together.

A check is one function in one of the two tuples: CHECKS are asked of each record (also of a new
one, before it is added), TOGETHER of all records at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.records.checks.fields import (
    characters,
    list_items,
    repeated,
    spaces,
    unknown_keys,
    words,
    worth_having,
)
from icccat.records.checks.identity import ids, places, twins
from icccat.records.checks.relations import broader, references, versions
from icccat.records.checks.times import dates, founding
from icccat.records.checks.together import (
    confusable_ids,
    far_off,
    near_duplicates,
    numbers,
    shared_names,
)
from icccat.records.clashes import clashes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from icccat.errors import Problem
    from icccat.records.known import Known
    from icccat.records.record import Record, Records

__all__ = [
    "CHECKS",
    "TOGETHER",
    "broader",
    "characters",
    "clashes",
    "confusable_ids",
    "dates",
    "far_off",
    "founding",
    "ids",
    "list_items",
    "near_duplicates",
    "numbers",
    "places",
    "problems",
    "problems_together",
    "references",
    "repeated",
    "shared_names",
    "spaces",
    "twins",
    "unknown_keys",
    "versions",
    "words",
    "worth_having",
]

CHECKS: tuple[Callable[[Record, Known], Iterator[Problem]], ...] = (
    unknown_keys,
    clashes,
    references,
    words,
    list_items,
    repeated,
    characters,
    spaces,
    dates,
    founding,
    versions,
    broader,
    ids,
    places,
    twins,
    worth_having,
)
TOGETHER: tuple[Callable[[Records, dt.date], Iterator[Problem]], ...] = (
    far_off,
    confusable_ids,
    shared_names,
    numbers,
    near_duplicates,
)


def problems(record: Record, known: Known) -> Iterator[Problem]:
    """Everything that the checks find in a record, `known` being all records, it among them."""
    for check in CHECKS:
        yield from check(record, known)


def problems_together(records: Records, today: dt.date) -> Iterator[Problem]:
    """Everything that the checks find among all records."""
    for check in TOGETHER:
        yield from check(records, today)
