"""`icccat check`: everything that is wrong in the catalogue, with its line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer

from icccat.catalogue.problems import check
from icccat.commands.session import Session
from icccat.errors import Level
from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.errors import Problem


def command(context: typer.Context) -> None:
    """Find what is wrong in the catalogue: errors, warnings, advice."""
    session = Session.of(context)
    catalogue = session.load(quietly=True)
    found = check(catalogue)
    if session.as_json:
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        rows = [json.problem_row(problem, catalogue.name) for problem in found]
        session.terminal.data(json.envelope("problems", rows, len(found)))
    else:
        for line in _lines(catalogue, found):
            session.terminal.answer(line)
        session.terminal.note(_summary(catalogue, found))
    if any(problem.level is Level.ERROR for problem in found):
        raise typer.Exit(1)


def _lines(catalogue: Catalogue, found: Sequence[Problem]) -> list[str]:
    """A line for each error and warning; advice of one sort in one line."""
    words = {Level.ERROR: _("error"), Level.WARNING: _("warning")}
    lines = []
    for problem in found:
        if problem.level in words:
            place = f"{catalogue.name}:{problem.line}: {problem.where}"
            mend = f"\n    {problem.mend}" if problem.mend else ""
            lines.append(f"{place}: {words[problem.level]}: {problem.message}{mend}")
    return lines + _advice(found)


def _advice(found: Sequence[Problem]) -> list[str]:
    """What is worth having, and how many records lack it."""
    lacking = Counter(
        (problem.path[0], problem.path[2]) for problem in found if problem.level is Level.ADVICE
    )
    sentence = _(
        "advice: {number} {kind} without {field}: icccat list kind:{name} missing:{missing}"
    )
    lines = []
    for (name, missing), number in lacking.items():
        kind = KINDS[name]
        field = kind.field(missing)
        lines.append(
            sentence.format(
                number=number,
                kind=kind.plural if number > 1 else kind.label,
                field=field.label if field else missing,
                name=name,
                missing=missing,
            )
        )
    return lines


def _summary(catalogue: Catalogue, found: Sequence[Problem]) -> str:
    levels = Counter(problem.level for problem in found)
    records, errors, warnings = (
        len(catalogue.everything),
        levels[Level.ERROR],
        levels[Level.WARNING],
    )
    parts = (
        count("{number} record", "{number} records", records).format(number=records),
        count("{number} error", "{number} errors", errors).format(number=errors),
        count("{number} warning", "{number} warnings", warnings).format(number=warnings),
    )
    return f"{catalogue.name}: {', '.join(parts)}"
