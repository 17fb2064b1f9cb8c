"""`icccat redo`: what undo took back, made again."""

from __future__ import annotations

import typer

from icccat.catalogue.changes import undo
from icccat.commands.session import Session
from icccat.locale import translate as _


def command(context: typer.Context) -> None:
    """Make again the step that undo took back last."""
    session = Session.of(context)
    path, by = session.where().path, session.by("redo")
    with session.recalling() as recall:
        step = undo(path, by, redo=True, waiting=session.waiting, recall=recall)
    session.report(step.changes, _("done again: {step}").format(step=step.title))
