"""`icccat remove`: records taken out of the catalogue, unless others refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.changes import amend
from icccat.catalogue.lookup import exactly
from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.change import Change
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from icccat.records.known import Among

Ids = Annotated[
    list[str], typer.Argument(metavar=_("ID…"), help=_("Whole ids."), show_default=False)
]
Force = Annotated[bool, typer.Option("--force", help=_("Even where others refer to it."))]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Say what would go, and remove nothing."))
]


def command(
    context: typer.Context, ids: Ids, *, force: Force = False, dry_run: DryRun = False
) -> None:
    """Remove records, at once; undo brings them back."""
    session = Session.of(context)

    def removals(among: Among) -> list[Change]:
        records = [exactly(among, id_) for id_ in dict.fromkeys(ids)]
        if not force:
            # a place may be named without a record of its own: nothing is left dangling
            _refuse(among, {record.id for record in records if record.kind != "place"})
        return [Change(one.kind, one.id, among.table(one), None) for one in records]

    if dry_run:
        session.report(removals(session.load()), _("nothing was removed"))
        return
    by = session.by(f"remove {' '.join(ids)}")
    with session.recalling() as recall:
        path = session.where().path
        changes = amend(path, by, removals, waiting=session.waiting, recall=recall)
    session.report(changes, _("icccat undo brings it back"))


def _refuse(among: Among, ids: set[str]) -> None:
    """Raise Refused for what others, that stay, refer to."""
    sentence = _("{id} is referred to by {others}: --force removes it all the same")
    wrong, kinds = [], list(KINDS)
    for id_ in sorted(ids):
        found = sorted(among.referring(id_), key=lambda one: (kinds.index(one.kind), one.id))
        others = [one.key for one in found if one.id not in ids]
        if others:
            shown = ", ".join(others[:5]) + (" …" if len(others) > 5 else "")  # noqa: PLR2004 (a line)
            wrong.append(sentence.format(id=id_, others=shown))
    if wrong:
        raise Refused(*wrong)
