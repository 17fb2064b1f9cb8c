"""What `icccat check --fix` mends in the records, and which problems go away by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.catalogue import parse
from icccat.catalogue.plan import planned
from icccat.catalogue.surroundings import MEND
from icccat.records.change import Change
from icccat.records.fixes import fixed
from icccat.records.known import known

if TYPE_CHECKING:
    from collections.abc import Callable

    from icccat.catalogue.catalogue import Catalogue
    from icccat.errors import Problem


def fixes(catalogue: Catalogue) -> list[Change]:
    """The changes by which each record is as it should be, where no person need decide."""
    everyone = known(catalogue.records)
    found = []
    for record in catalogue.everything:
        table = catalogue.data[record.kind][record.id]
        after = fixed(record, table, everyone, catalogue.language)
        if after != table:
            found.append(Change(record.kind, record.id, table, after))
    return found


def with_mends(catalogue: Catalogue, check: Callable[[Catalogue], list[Problem]]) -> list[Problem]:
    """The problems that `check` finds, with the command that mends it where the fixes do."""
    found, changes = check(catalogue), fixes(catalogue)
    if not changes:
        return found
    left = check(parse(planned(catalogue, changes).text, catalogue.path))
    marks = {_mark(problem) for problem in left}
    return [
        problem if problem.mend or _mark(problem) in marks else problem._replace(mend=MEND)
        for problem in found
    ]


def _mark(problem: Problem) -> tuple[tuple[str, ...], str]:
    """Its field and sentence: an item of a list may have got another number."""
    return problem.path[:3], problem.message
