"""A plan of an import on its way: shown, agreed to by a person, and made as one step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from icccat.catalogue.changes import apply
from icccat.catalogue.meanwhile import as_agreed
from icccat.errors import Level, NothingFound, Refused
from icccat.formats import json
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.edit import new_problems
from icccat.records.incoming import There, Wanted
from icccat.records.incoming.plan import plan
from icccat.terminal.plan import finding_lines, head_lines, number_line, plan_lines
from icccat.terminal.question import agreed, chosen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session
    from icccat.records.change import Change
    from icccat.records.incoming import Sheet
    from icccat.records.incoming.identity import Unsure
    from icccat.records.incoming.plan import Plan


def bring_in(
    session: Session, file: str, sheets: Sequence[Sheet], wanted: Wanted, *, way: str
) -> None:
    """Import the rows of a file, all or nothing, as one step.

    `way` is "ask", "yes" (ask no question) or "dry" (only show what would be done). Raises
    Refused with all that is wrong in the rows, or where nobody agrees.
    """
    if not any(sheet.rows for sheet in sheets):
        raise NothingFound(_("{file} holds no records").format(file=file))
    catalogue = session.load()
    there = There(catalogue.records, catalogue.data, catalogue.language)
    found = _planned(session, sheets, there, wanted)
    if way == "ask" and found.unsure and _is_there():
        answers = _answers(session, found.unsure)
        found = _planned(session, sheets, there, wanted, answers)
    session.terminal.note(*head_lines(found))
    if way == "dry":
        _show(session, found, catalogue)
    _refuse(found)
    if way == "dry" or not found.changes:
        done = _("nothing was changed") if found.changes else _("nothing to change")
        session.terminal.note(number_line(found), done)
        return
    if way == "ask":
        _ask(session, found, catalogue)
    _make(session, file, found, catalogue)
    if way == "yes" or session.as_json:
        _show(session, found, catalogue)
    sentence = _("{numbers}; icccat undo takes it back")
    session.terminal.note(sentence.format(numbers=number_line(found)))


def _planned(
    session: Session,
    sheets: Sequence[Sheet],
    there: There,
    wanted: Wanted,
    answers: Mapping[str, str] | None = None,
) -> Plan:
    """The plan, which takes a while where there is much to compare."""
    with session.progress(_("comparing with the catalogue")) as step:
        step(0, 0)
        return plan(sheets, there, wanted, answers)


def _is_there() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def _answers(session: Session, unsure: Sequence[Unsure]) -> dict[str, str]:
    """What a person says of the rows that may be records, by place; Refused at the end of input."""
    choices = {
        _("[s]ame"): "same",
        _("[n]ew"): "new",
        _("[a]ll the rest new"): "all",
        _("[q]uit, and change nothing"): "quit",
    }
    answers = dict.fromkeys((one.place for one in unsure), "")
    for place, likeness in unsure:
        session.terminal.note(labelled(place, likeness.sentence))
        answer = chosen(session.terminal, sys.stdin, _("Is it the same?"), choices) or "quit"
        if answer == "quit":
            raise Refused(_("nothing was changed"))
        if answer == "all":
            break
        answers[place] = likeness.record.id if answer == "same" else ""
    return answers


def _refuse(found: Plan) -> None:
    """Raise Refused with all that is wrong in the rows, if anything is."""
    errors = [one for one in found.findings if one.level is Level.ERROR]
    if errors:
        lines = (f"  {line}" for line in finding_lines(errors))
        raise Refused(_("nothing was imported:"), *lines)


def _ask(session: Session, found: Plan, catalogue: Catalogue) -> None:
    """Show the plan, and have it agreed to; raises Refused where nobody does."""
    lines = [*plan_lines(found, catalogue.language, in_words=session.terminal.is_plain)]
    if session.as_json or not _is_there():
        session.terminal.note(*lines)
    else:
        for line in lines:
            session.terminal.answer(line)
    session.terminal.note(number_line(found))
    if not _is_there():
        raise Refused(_("nothing was changed: there is nobody to ask; --yes asks no question"))
    question = _("Import this, although it looks odd?") if found.odd else _("Import this?")
    if not agreed(session.terminal, sys.stdin, question):
        raise Refused(_("nothing was changed"))


def _show(session: Session, found: Plan, catalogue: Catalogue) -> None:
    """The plan as the answer, in lines or as JSON."""
    if session.as_json:
        rows = [
            json.change_row(change) | {"place": found.places[change.key]}
            for change in found.changes
        ]
        session.terminal.data(json.envelope("plan", rows, len(rows) + found.same))
        return
    for line in plan_lines(found, catalogue.language, in_words=session.terminal.is_plain):
        session.terminal.answer(line)


def _make(session: Session, file: str, found: Plan, seen: Catalogue) -> None:
    """Make the changes to the catalogue as it now is; Refused where others are in the way."""

    def changes(today: Catalogue) -> list[Change]:
        if today.text == seen.text:
            return found.changes
        made, left = as_agreed(found.changes, today)
        if not left:
            problems = new_problems(made, today.records, today.language)
            left = [
                labelled(problem.where, problem.message)
                for problem in problems
                if problem.level is Level.ERROR
            ]
        if left:
            raise Refused(_("nothing was imported, as others changed the catalogue:"), *left)
        return made

    apply(session.where().path, session.by(f"import {file}"), changes, waiting=session.waiting)
