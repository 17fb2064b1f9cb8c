"""`icccat edit`: values of a record changed, or of all that a query finds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.changes import apply, rewrite
from icccat.catalogue.lookup import resolve
from icccat.catalogue.renaming import renamed
from icccat.commands.editor import edit_by_hand
from icccat.commands.selection import meant
from icccat.commands.session import Session
from icccat.errors import Level, NothingFound, Refused
from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.assign import parse_assignments
from icccat.records.edit import edited, new_problems
from icccat.search.query import parse
from icccat.terminal.question import agreed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.changes import Plan
    from icccat.records.assign import Assignment
    from icccat.records.change import Change
    from icccat.records.record import Record

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=_("ID [FIELD=VALUE]…"),
        help=_("A record's id, and FIELD=VALUE, FIELD+=VALUE or FIELD-=VALUE; none: your editor."),
        show_default=False,
    ),
]
Where = Annotated[
    str,
    typer.Option(
        "--where", metavar=_("QUERY"), help=_("All records that it finds, after a question.")
    ),
]
All = Annotated[bool, typer.Option("--all", help=_("All videos and meetings."))]
Yes = Annotated[bool, typer.Option("--yes", help=_("Ask no question."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show the changes, and make none."))]


def command(
    context: typer.Context,
    words: Words = None,
    *,
    where: Where = "",
    all_: All = False,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Change a record, or all that a query finds."""
    session = Session.of(context)
    given = list(words or [])
    if where or all_:
        _edit_many(session, where, parse_assignments(given), yes=yes, dry_run=dry_run)
        return
    if not given:
        raise Refused(_("edit needs an id, as in: icccat edit refugee-inclusion date=2019-06-20"))
    assignments = parse_assignments(given[1:])
    if not assignments:
        edit_by_hand(session, given[0], yes=yes)
    elif any(one.name == "id" for one in assignments):
        _rename(session, given[0], assignments, dry_run=dry_run)
    else:
        _edit_one(session, given, dry_run=dry_run)


def _edit_one(session: Session, words: Sequence[str], *, dry_run: bool) -> None:
    id_, assignments = words[0], parse_assignments(words[1:])

    def changes(catalogue: Catalogue) -> list[Change]:
        return _changes(session, catalogue, [resolve(catalogue, id_)], assignments)

    if dry_run:
        session.report(changes(session.load()), _("nothing was changed"))
        return
    made = apply(session.where().path, session.by(f"edit {' '.join(words)}"), changes)
    session.report(made, _("icccat undo takes it back") if made else _("nothing to change"))


def _changes(
    session: Session,
    catalogue: Catalogue,
    records: Sequence[Record],
    assignments: Sequence[Assignment],
) -> list[Change]:
    """The changes to these records, without those that change nothing; Refused for all errors."""
    found, problems = [], []
    for record in records:
        table = catalogue.data[record.kind][record.id]
        change, wrong = edited(record, table, assignments, catalogue.language)
        found.append(change)
        problems += wrong
    problems += new_problems(found, catalogue.records, catalogue.language)
    told = [f"{'.'.join(problem.path[:2])}: {problem.message}" for problem in problems]
    if any(problem.level is Level.ERROR for problem in problems):
        raise Refused(*told)
    session.terminal.note(*told)
    return [change for change in found if change.after != change.before]


def _rename(
    session: Session, id_: str, assignments: Sequence[Assignment], *, dry_run: bool
) -> None:
    if len(assignments) > 1 or assignments[0].sign != "=" or not assignments[0].text.strip():
        raise Refused(_("an id is changed by itself: icccat edit ID id=NEW"))
    told: list[Change] = []

    def plan(catalogue: Catalogue) -> Plan:
        record = resolve(catalogue, id_)
        found, told[:] = renamed(catalogue, record, assignments[0].text.strip())
        return found

    if dry_run:
        plan(session.load())
        session.report(told, _("nothing was changed"))
        return
    rewrite(session.where().path, session.by(f"edit {id_} id={assignments[0].text.strip()}"), plan)
    session.report(told, _("icccat undo takes it back"))


def _edit_many(
    session: Session, where: str, assignments: Sequence[Assignment], *, yes: bool, dry_run: bool
) -> None:
    if not assignments:
        raise Refused(_("say what to change: icccat edit --where QUERY FIELD=VALUE"))

    def changes(catalogue: Catalogue) -> list[Change]:
        found = meant(catalogue, parse(where))[0] if where else catalogue.events
        if not found:
            raise NothingFound(_("nothing found"))
        return _changes(session, catalogue, found, assignments)

    seen = changes(session.load())
    number = count("{number} record", "{number} records", len(seen)).format(number=len(seen))
    if dry_run or not seen:
        session.report(seen, _("nothing was changed") if seen else _("nothing to change"))
        return
    if not yes:
        session.report(seen, number)
        _ask(session)
    made = apply(
        session.where().path,
        session.by(f"edit --where {where}" if where else "edit --all"),
        changes,
    )
    session.report(
        made if yes else [], _("{number} changed; icccat undo takes it back").format(number=number)
    )


def _ask(session: Session) -> None:
    """Raise Refused unless a person agrees; without a terminal nobody can."""
    if not sys.stdin.isatty():
        raise Refused(_("nothing was changed: there is nobody to ask; --yes asks no question"))
    if not agreed(session.terminal, sys.stdin, _("Change them?")):
        raise Refused(_("nothing was changed"))
