"""`icccat remove`: records taken out of the catalogue, unless others refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.changes import apply
from icccat.catalogue.lookup import exactly, referring
from icccat.commands.session import Session
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.records.change import Change

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue

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

    def removals(catalogue: Catalogue) -> list[Change]:
        records = [exactly(catalogue, id_) for id_ in dict.fromkeys(ids)]
        if not force:
            # a place may be named without a record of its own: nothing is left dangling
            _refuse(catalogue, {record.id for record in records if record.kind != "place"})
        return [
            Change(record.kind, record.id, catalogue.data[record.kind][record.id], None)
            for record in records
        ]

    if dry_run:
        session.report(removals(session.load()), _("nothing was removed"))
        return
    by = session.by(f"remove {' '.join(ids)}")
    changes = apply(session.where().path, by, removals, waiting=session.waiting)
    session.report(changes, _("icccat undo brings it back"))


def _refuse(catalogue: Catalogue, ids: set[str]) -> None:
    """Raise Refused for what others, that stay, refer to."""
    sentence = _("{id} is referred to by {others}: --force removes it all the same")
    wrong = []
    for id_ in sorted(ids):
        others = [one.key for one in referring(catalogue, id_) if one.id not in ids]
        if others:
            shown = ", ".join(others[:5]) + (" …" if len(others) > 5 else "")  # noqa: PLR2004 (a line)
            wrong.append(sentence.format(id=id_, others=shown))
    if wrong:
        raise Refused(*wrong)
