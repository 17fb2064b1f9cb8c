"""`icccat edit`: values of a record changed, or of all that a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.changes import rewrite
from icccat.catalogue.lookup import resolve
from icccat.catalogue.renaming import renamed
from icccat.commands.assigning import edit_many, edit_one
from icccat.commands.editor import edit_by_hand
from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.assign import parse_assignments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.plan import Plan
    from icccat.records.assign import Assignment
    from icccat.records.change import Change

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
        edit_many(session, where, parse_assignments(given), yes=yes, dry_run=dry_run)
        return
    if not given:
        raise Refused(_("edit needs an id, as in: icccat edit refugee-inclusion date=2019-06-20"))
    assignments = parse_assignments(given[1:])
    if not assignments:
        edit_by_hand(session, given[0], yes=yes)
    elif any(one.name == "id" for one in assignments):
        _rename(session, given[0], assignments, dry_run=dry_run)
    else:
        edit_one(session, given, dry_run=dry_run)


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
    by = session.by(f"edit {id_} id={assignments[0].text.strip()}")
    rewrite(session.where().path, by, plan, waiting=session.waiting)
    session.report(told, _("icccat undo takes it back"))
