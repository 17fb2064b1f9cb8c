"""Every problem of a catalogue, with its line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from icccat.catalogue import text
from icccat.catalogue.dialect import dialect
from icccat.catalogue.leftovers import decomposed, merge_marks
from icccat.catalogue.surroundings import conflict_copies, schema, size
from icccat.records import checks
from icccat.records.known import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.errors import Problem

CHECKS: tuple[Callable[[Catalogue, Sequence[text.Statement]], Iterator[Problem]], ...] = (
    conflict_copies,
    size,
    schema,
    dialect,
    merge_marks,
    decomposed,
)


def check(
    catalogue: Catalogue, today: dt.date = dt.date.max, also: Iterable[Problem] = ()
) -> list[Problem]:
    """Every problem of the catalogue with its line, in the order of the lines.

    Without `today` no date is too far off. `also` are problems found elsewhere, to be placed.
    """
    everyone = known(catalogue.records)
    statements = text.statements(catalogue.text)
    found = [*catalogue.found, *also]
    for record in catalogue.everything:
        found += checks.problems(record, everyone)
    found += checks.problems_together(catalogue.records, today)
    for one in CHECKS:
        found += one(catalogue, statements)
    lines = text.lines_of(statements)
    placed = [
        problem if problem.line else problem._replace(line=text.line_of(lines, problem.path))
        for problem in found
    ]
    return sorted(placed, key=lambda problem: problem.line)
