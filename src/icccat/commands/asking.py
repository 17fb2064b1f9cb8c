"""Changes of many records: shown, agreed to by a person, and made as one step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from icccat.catalogue.changes import apply
from icccat.catalogue.meanwhile import as_agreed
from icccat.errors import Refused
from icccat.locale import count
from icccat.locale import translate as _
from icccat.terminal.changes import change_lines
from icccat.terminal.question import agreed, chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session
    from icccat.records.change import Change


def ask(session: Session, changes: Sequence[Change], question: str) -> list[Change]:
    """All the changes, once they are shown and agreed to; raises Refused where nobody does."""
    _preview(session, changes)
    if not agreed(session.terminal, sys.stdin, question):
        raise Refused(_("nothing was changed"))
    return list(changes)


def ask_which(session: Session, changes: Sequence[Change]) -> list[Change]:
    """Those of the changes that the person agrees to; raises Refused where there are none."""
    if len(changes) == 1:
        return ask(session, changes, _("Change it?"))
    _preview(session, changes)
    choices = {_("[y]es"): "yes", _("[n]o"): "no", _("[o]ne by one"): "one"}
    answer = chosen(session.terminal, sys.stdin, _("Change them?"), choices)
    taken = list(changes) if answer == "yes" else []
    if answer == "one":
        taken = _one_by_one(session, changes)
    if not taken:
        raise Refused(_("nothing was changed"))
    return taken


def _one_by_one(session: Session, changes: Sequence[Change]) -> list[Change]:
    """Those that the person agrees to, asked of each; none where the person has had enough."""
    choices = {
        _("[y]es"): "yes",
        _("[n]o"): "no",
        _("[a]ll the rest"): "all",
        _("[q]uit, and change nothing"): "quit",
    }
    taken: list[Change] = []
    for number, change in enumerate(changes):
        show(session, [change])
        answer = chosen(session.terminal, sys.stdin, _("Change it?"), choices) or "quit"
        if answer == "all":
            return [*taken, *changes[number:]]
        if answer == "quit":
            return []
        if answer == "yes":
            taken.append(change)
    return taken


def _preview(session: Session, changes: Sequence[Change]) -> None:
    """Show what is to be agreed to; raises Refused where there is nobody to do so."""
    number = number_of(changes)
    if sys.stdin is None or not sys.stdin.isatty():
        session.terminal.note(*_lines(session, changes), number)
        raise Refused(_("nothing was changed: there is nobody to ask; --yes asks no question"))
    show(session, changes)
    session.terminal.note(number)


def show(session: Session, changes: Sequence[Change]) -> None:
    """Show the changes to a person, even where the answer is to be JSON."""
    lines = _lines(session, changes)
    if session.as_json:
        session.terminal.note(*lines)
    for line in () if session.as_json else lines:
        session.terminal.answer(line)


def _lines(session: Session, changes: Sequence[Change]) -> list[str]:
    return change_lines(changes, "en", in_words=session.terminal.is_plain)


def number_of(changes: Sequence[Change]) -> str:
    """How many records change."""
    return count("{number} record", "{number} records", len(changes)).format(number=len(changes))


def make(
    session: Session,
    what: str,
    changes: Sequence[Change],
    look: Callable[[Catalogue, list[Change]], None] | None = None,
) -> tuple[list[Change], list[str]]:
    """Make what was agreed to, as one step: what was made, and sentences for what was not.

    It is not where another person has changed the same meanwhile. `look` may raise what is wrong
    with the changes as they are made to the catalogue as it then is; nothing is changed then.
    """
    left: list[str] = []

    def plan(today: Catalogue) -> list[Change]:
        made, left[:] = as_agreed(changes, today)
        if look:
            look(today, made)
        return made

    made = apply(session.where().path, session.by(what), plan, waiting=session.waiting)
    return made, left
