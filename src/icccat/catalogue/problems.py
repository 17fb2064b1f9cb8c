"""Every problem of a catalogue, with its line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from icccat.catalogue import text
from icccat.records import checks
from icccat.records.known import known

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.errors import Problem


def check(catalogue: Catalogue) -> list[Problem]:
    """Every problem of the catalogue with its line, in the order of the lines."""
    everyone = known(catalogue.records)
    found = list(catalogue.found)
    for record in catalogue.everything:
        found += checks.problems(record, everyone)
    lines = text.lines_of(text.statements(catalogue.text))
    placed = [replace(problem, line=text.line_of(lines, problem.path)) for problem in found]
    return sorted(placed, key=lambda problem: problem.line)
