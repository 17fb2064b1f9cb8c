"""`icccat undo`: the latest step taken back."""

from __future__ import annotations

import typer

from icccat.catalogue.changes import undo
from icccat.commands.session import Session
from icccat.locale import translate as _


def command(context: typer.Context) -> None:
    """Take back the latest step, whoever made it, hand edits included."""
    session = Session.of(context)
    path, by = session.where().path, session.by("undo")
    with session.recalling() as recall:
        step = undo(path, by, waiting=session.waiting, recall=recall)
    note = _("undone: {step}; icccat redo makes it again")
    session.report([one.turned for one in step.changes], note.format(step=step.title))
