"""`icccat history`: the steps of the catalogue, or of one record; a record as it once was."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.changes import apply
from icccat.catalogue.history.journal import journal_folder, read_steps
from icccat.commands.session import Session
from icccat.errors import NothingFound, Refused
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.change import Change
from icccat.terminal.changes import change_lines

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.history.step import Step

Id = Annotated[
    str,
    typer.Argument(metavar=_("[ID]"), help=_("The id of one record."), show_default=False),
]
Restore = Annotated[
    str,
    typer.Option(
        "--restore",
        metavar=_("ID@STEP"),
        show_default=False,
        help=_("Give a record the values it had after this step."),
    ),
]


def command(context: typer.Context, id_: Id = "", *, restore: Restore = "") -> None:
    """List the steps, the latest first; with an id, what each did to that record."""
    session = Session.of(context)
    path = session.where().path
    steps = read_steps(journal_folder(Path(os.path.realpath(path))))
    if restore:
        _restore(session, path, steps, restore)
        return
    shown = [step for step in reversed(steps) if not id_ or _of(step, id_)]
    if session.as_json:
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        session.terminal.data(json.envelope("steps", [step.row for step in shown], len(steps)))
    else:
        for step in shown:
            changes = _of(step, id_) if id_ else []
            _show(session, step)
            for line in change_lines(changes, "en", in_words=session.terminal.is_plain):
                session.terminal.answer(f"    {line}")
    if not shown:
        raise NothingFound(_("nothing has been noted yet"))


def _of(step: Step, id_: str) -> list[Change]:
    return [change for change in step.changes if change.id.casefold() == id_.casefold()]


def _show(session: Session, step: Step) -> None:
    cells = (str(step.number), f"{step.by.when:%Y-%m-%d %H:%M}", step.by.who, step.title)
    if session.terminal.form == "lines":
        session.terminal.lines(["\t".join(cells)])
    elif session.terminal.is_plain:
        labels = (_("step"), _("date"), _("by"), _("command"))
        for label, cell in zip(labels, cells, strict=True):
            session.terminal.answer(labelled(label, cell))
    else:
        session.terminal.answer("  ".join(cells))


def _restore(session: Session, path: Path, steps: list[Step], wanted: str) -> None:
    """Give the record the values that it had after the step."""
    id_, _at, number = wanted.rpartition("@")
    wanted_step = int(number) if number.isdecimal() else 0
    known = [(step.number, change) for step in steps for change in _of(step, id_)]
    if not known or not 0 < wanted_step <= steps[-1].number:
        sentence = _('"{wanted}" is not known to history: write ID@STEP, as icccat history shows')
        raise Refused(sentence.format(wanted=wanted))
    until = [change for made, change in known if made <= wanted_step]
    then = until[-1] if until else known[0][1].turned  # before its first change, as that found it

    def restored(catalogue: Catalogue) -> list[Change]:
        now = catalogue.data.get(then.kind, {}).get(then.id)
        return [Change(then.kind, then.id, now, then.after)]

    by = session.by(f"history --restore {wanted}")
    changes = apply(path, by, restored, waiting=session.waiting)
    session.report(changes, _("restored"))
