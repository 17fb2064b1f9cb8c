"""A merge on its way to a person: clashes asked about, and what was done told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from icccat.catalogue.merging import Clash, Merge, Side
from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.clashes import as_text
from icccat.terminal.question import chosen

if TYPE_CHECKING:
    from icccat.catalogue.merging.clash import Settle
    from icccat.commands.session import Session


def settling(session: Session) -> Settle:
    """Ask a person at a terminal, each thing once; without one all stays open."""
    answers: dict[str, Side] = {}

    def settle(clash: Clash) -> Side:
        if repr(clash) not in answers:
            answers[repr(clash)] = _asked(session, clash)
        return answers[repr(clash)]

    is_there = sys.stdin is not None and sys.stdin.isatty()
    return settle if is_there else undecided


def _asked(session: Session, clash: Clash) -> Side:
    """Whose value stands, as the person says; open where the input ends."""
    nothing = _("(taken away)")
    ours, theirs = (
        nothing if value is None else as_text(value) for value in (clash.ours, clash.theirs)
    )
    session.terminal.note(
        ".".join((clash.record, *clash.path)),
        _("  ours:   {value}").format(value=ours),
        _("  theirs: {value}").format(value=theirs),
    )
    choices = {_("[o]urs"): "ours", _("[t]heirs"): "theirs", _("[b]oth, for later"): "both"}
    return Side(chosen(session.terminal, sys.stdin, _("Which one?"), choices) or "both")


def undecided(_clash: Clash) -> Side:
    """Both stay in the record, for later."""
    return Side.BOTH


def report(session: Session, merge: Merge, *, dry_run: bool) -> None:
    """Say what was changed, or would be, and then what `tell` says."""
    note = _("nothing was changed") if dry_run else _("icccat undo takes it back")
    is_changed = merge.changes or merge.tables
    session.report(merge.changes, note if is_changed else _("nothing to change"))
    for name in merge.tables:
        session.terminal.note(_("[{name}] has what theirs changed").format(name=name))
    tell(session, merge, dry_run=dry_run)


def tell(session: Session, merge: Merge, *, dry_run: bool = False) -> None:
    """Say what was not taken over, and what a person must decide; then the code is 1."""
    for comment in merge.comments:
        session.terminal.note(_("not taken over: {comment}").format(comment=comment))
    number = len(merge.open)
    if number and dry_run:
        sentence = count(
            "{number} clash is to be settled", "{number} clashes are to be settled", number
        )
    elif number:
        sentence = count(
            "{number} clash is left in the file: icccat check shows it",
            "{number} clashes are left in the file: icccat check shows them",
            number,
        )
    else:
        return
    session.terminal.note(sentence.format(number=number))
    raise typer.Exit(1)
