"""`icccat edit` by assignments: of one record, or of all that a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.changes import amend, apply
from icccat.catalogue.lookup import resolve
from icccat.commands.asking import ask_which, make, number_of
from icccat.commands.selection import context_of, meant
from icccat.errors import Level, NothingFound, Refused
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.assign import parse_assignments
from icccat.records.edit import edited, new_problems
from icccat.search.query import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session
    from icccat.errors import Problem
    from icccat.records.assign import Assignment
    from icccat.records.change import Change
    from icccat.records.known import Among
    from icccat.records.record import Record


def edit_one(session: Session, words: Sequence[str], *, dry_run: bool) -> None:
    """Change the record that the first word names as the others say."""
    id_, assignments = words[0], parse_assignments(words[1:])

    def changes(among: Among) -> list[Change]:
        return _changes(session, among, [resolve(among, id_)], assignments)

    if dry_run:
        session.report(changes(session.load()), _("nothing was changed"))
        return
    by = session.by(f"edit {' '.join(words)}")
    with session.recalling() as recall:
        path = session.where().path
        made = amend(path, by, changes, waiting=session.waiting, recall=recall)
    session.report(made, _("icccat undo takes it back") if made else _("nothing to change"))


def edit_many(
    session: Session, where: str, assignments: Sequence[Assignment], *, yes: bool, dry_run: bool
) -> None:
    """Change all that the query finds, or all videos and meetings, once a person agrees."""
    if not assignments:
        raise Refused(_("say what to change: icccat edit --where QUERY FIELD=VALUE"))

    def changes(catalogue: Catalogue) -> list[Change]:
        context = context_of(catalogue, session.today)
        found = meant(catalogue, parse(where, context)) if where else catalogue.events
        if not found:
            raise NothingFound(_("nothing found"))
        return _changes(session, catalogue, found, assignments)

    what = f"edit --where {where}" if where else "edit --all"
    if yes and not dry_run:
        made = apply(session.where().path, session.by(what), changes, waiting=session.waiting)
        session.report(made, _done(made))
        return
    seen = changes(session.load())
    if dry_run or not seen:
        session.report(seen, _("nothing was changed") if seen else _("nothing to change"))
        return
    made, left = make(session, what, ask_which(session, seen), _look)
    session.report(made if session.as_json else [], _done(made))
    if left:
        raise Refused(*left)


def _done(made: Sequence[Change]) -> str:
    sentence = _("{number} changed; icccat undo takes it back")
    return sentence.format(number=number_of(made)) if made else _("nothing to change")


def _changes(
    session: Session,
    among: Among,
    records: Sequence[Record],
    assignments: Sequence[Assignment],
) -> list[Change]:
    """The changes to these records, without those that change nothing; Refused for all errors."""
    found, problems = [], []
    for record in records:
        change, wrong = edited(record, among.table(record), assignments, among.language)
        found.append(change)
        problems += wrong
    problems += new_problems(found, among.known, among.language)
    session.terminal.note(*_told(problems))
    return [change for change in found if change.after != change.before]


def _look(catalogue: Catalogue, changes: Sequence[Change]) -> None:
    """Raise Refused for the errors that the changes make among the records as they now are."""
    _told(new_problems(changes, catalogue.records, catalogue.language))


def _told(problems: Sequence[Problem]) -> list[str]:
    """The problems as sentences; raises Refused with them where one is an error."""
    told = [labelled(".".join(problem.path[:2]), problem.message) for problem in problems]
    if any(problem.level is Level.ERROR for problem in problems):
        raise Refused(*told)
    return told
