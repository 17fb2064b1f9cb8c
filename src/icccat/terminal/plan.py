"""What an import would do, as lines: what is wrong with the rows, what changes, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import Level
from icccat.locale import count, labelled
from icccat.locale import translate as _
from icccat.terminal.changes import change_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.records.incoming import Finding
    from icccat.records.incoming.plan import Plan

PLACES = 3  # of rows that have the same wrong
VALUES = 10  # wrong ones of one column
LETTERS = 60  # of a value


def head_lines(plan: Plan) -> Iterator[str]:
    """What was understood, what looks like an accident, and what is worth a warning."""
    yield from plan.said
    for sentence in plan.odd:
        yield _("look twice: {sentence}").format(sentence=sentence)
    for sentence in finding_lines(one for one in plan.findings if one.level is Level.WARNING):
        yield _("warning: {sentence}").format(sentence=sentence)


def finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """A line for each thing wrong: where, below which heading, which value, what would be right.

    The same in several rows is one line; of a column with many wrong values the first are told,
    and how many more there are.
    """
    columns: dict[str, dict[tuple[str, str], list[str]]] = {}
    for one in findings:
        lines = columns.setdefault(one.heading, {})
        lines.setdefault((one.value, one.message), []).append(one.place)
    for heading, lines in columns.items():
        for (value, message), places in list(lines.items())[:VALUES]:
            yield labelled(*_where(heading, value, message, places), message)
        if len(lines) > VALUES:
            more = sum(map(len, list(lines.values())[VALUES:]))
            where = heading or _("rows")
            sentence = count("and {number} more", "and {number} more", more)
            yield labelled(where, sentence.format(number=more))


def _where(heading: str, value: str, message: str, places: list[str]) -> Iterator[str]:
    """The places, the heading, and the value unless the message says it."""
    shown = "; ".join(places[:PLACES])
    if len(places) > PLACES:
        sentence = _("{places} and {number} more")
        shown = sentence.format(places=shown, number=len(places) - PLACES)
    if not heading:
        yield shown
        return
    short = value if len(value) <= LETTERS else f"{value[:LETTERS]}…"
    yield f"{shown}, {heading}"
    if value and value not in message:
        yield f'"{short}"'


def plan_lines(plan: Plan, language: str, *, in_words: bool = False) -> Iterator[str]:
    """Each record that is new or changes, with its place, cell by cell; new ones first.

    `language` is the catalogue's; `in_words`: for a screen reader.
    """
    new = [change for change in plan.changes if change.before is None]
    for change in [*new, *(one for one in plan.changes if one.before is not None)]:
        first, *fields = change_lines([change], language, in_words=in_words)
        yield f"{first} ({plan.places[change.key]})"
        yield from fields


def number_line(plan: Plan) -> str:
    """How many are new, how many change, how many are the same."""
    new = sum(change.before is None for change in plan.changes)
    changed = len(plan.changes) - new
    parts = [
        count("{number} new", "{number} new", new).format(number=new),
        count("{number} changed", "{number} changed", changed).format(number=changed),
        count("{number} the same", "{number} the same", plan.same).format(number=plan.same),
    ]
    return ", ".join(parts)
