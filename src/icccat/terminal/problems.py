"""Problems as lines: for people, and for GitHub, which shows them beside the lines of the file."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from icccat.errors import Level
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.kinds import KINDS
from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.errors import Problem
    from icccat.records.record import Records

GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def text(found: Sequence[Problem], file: str, records: Records) -> Iterator[str]:
    """A line for each problem, its command below it; what many records lack in one line."""
    words = {Level.ERROR: _("error"), Level.WARNING: _("warning"), Level.ADVICE: _("advice")}
    for problem in found:
        if not _is_lacking(problem, records):
            place = f"{file}:{problem.line}" if problem.line else file
            parts = (problem.where, words[problem.level], problem.message)
            yield safe(f"{place}: {labelled(*filter(None, parts))}")
            if problem.mend:
                yield f"    {problem.mend}"
    for sentence in _lacking(found, records):
        yield labelled(words[Level.ADVICE], sentence)


def github(found: Sequence[Problem], file: str, records: Records) -> Iterator[str]:
    """A workflow command for each problem (GitHub Actions, "Workflow commands").

    GitHub takes few of them, so that what many records lack is one here too.
    """
    path = PurePath(file).as_posix()
    for problem in found:
        if not _is_lacking(problem, records):
            place = {"file": path, "line": str(problem.line or ""), "title": problem.where}
            message = "\n".join(part for part in (problem.message, problem.mend) if part)
            yield _command(GITHUB[problem.level], place, message)
    for sentence in _lacking(found, records):
        yield _command(GITHUB[Level.ADVICE], {"file": path}, sentence)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = (f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items() if value)
    return f"::{name} {','.join(given)}::{message.translate(_MESSAGE)}"


def _lacking(found: Sequence[Problem], records: Records) -> Iterator[str]:
    """How many records lack a field that is worth having, and the query that lists them."""
    lacking = Counter(problem.path[::2] for problem in found if _is_lacking(problem, records))
    for (kind, name), number in lacking.items():
        field = KINDS[kind].field(name)
        assert field is not None  # noqa: S101 (the check took it from there)
        sentence = _("{number} {kind} without {field}: icccat list kind:{name} missing:{missing}")
        label = KINDS[kind].plural if number > 1 else KINDS[kind].label
        yield sentence.format(number=number, kind=label, field=field.label, name=kind, missing=name)


def _is_lacking(problem: Problem, records: Records) -> bool:
    """Whether it is advice about a field that is not there."""
    if problem.level is not Level.ADVICE:
        return False
    kind, id_, name, *_more = problem.path
    return records[kind][id_].get(name) is None
