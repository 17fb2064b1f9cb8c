"""What `icccat check` says of the problems that it found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from icccat.errors import Level
from icccat.locale import count, labelled
from icccat.terminal import problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session
    from icccat.errors import Problem

FORMATS = {"text": problems.text, "github": problems.github}


def show(session: Session, catalogue: Catalogue, found: Sequence[Problem], format_: str) -> None:
    """Show the problems in one of the formats, or in JSON, and how many there are."""
    if session.as_json:
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        rows = [json.problem_row(problem, catalogue.name) for problem in found]
        session.terminal.data(json.envelope("problems", rows, len(found)))
        return
    lines = FORMATS[format_](found, catalogue.name, catalogue.records)
    if format_ == "github":  # whose lines are not for people: never broken, however narrow it is
        session.terminal.lines(lines)
    else:
        for line in lines:
            session.terminal.answer(line)
    session.terminal.note(_summary(catalogue, found))


def untold(untranslated: Sequence[Problem]) -> Iterator[str]:
    """How many texts are in English or in French alone, if any are, and what lists them."""
    if number := len(untranslated):
        sentence = count(
            "{number} text is in one language alone: icccat check --translations",
            "{number} texts are in one language alone: icccat check --translations",
            number,
        )
        yield sentence.format(number=number)


def _summary(catalogue: Catalogue, found: Sequence[Problem]) -> str:
    levels = Counter(problem.level for problem in found)
    records, errors = len(catalogue.everything), levels[Level.ERROR]
    warnings = levels[Level.WARNING]
    parts = (
        count("{number} record", "{number} records", records).format(number=records),
        count("{number} error", "{number} errors", errors).format(number=errors),
        count("{number} warning", "{number} warnings", warnings).format(number=warnings),
    )
    return labelled(catalogue.name, ", ".join(parts))
