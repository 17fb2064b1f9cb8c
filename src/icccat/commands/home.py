"""Bare `icccat`: how many records there are, the latest, what needs a look, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.problems import check
from icccat.commands.list import TABLE
from icccat.commands.session import Session
from icccat.errors import Level
from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.columns import columns_named
from icccat.records.kinds import EVENTS, KINDS
from icccat.records.order import ordered

if TYPE_CHECKING:
    import datetime as dt

    import click

    from icccat.catalogue.catalogue import Catalogue

LATEST = 3


def command(context: click.Context) -> None:
    """Show the home page."""
    session = Session.of(context)
    catalogue = session.load()
    latest = ordered(catalogue.events, descending=True)[:LATEST]
    if session.as_json:
        session.show_json(latest, len(catalogue.events))
        return
    session.terminal.answer(f"{_title(catalogue, session.terminal.language)} ({catalogue.name})")
    session.terminal.answer(_counts(catalogue))
    if latest:
        session.terminal.answer("")
        session.show(latest, columns_named(TABLE), len(catalogue.events))
    session.terminal.note("", *_next(catalogue, session.today))


def _title(catalogue: Catalogue, language: str) -> str:
    title = catalogue.about.title
    return title.get(language) or next(iter(title.values()), _("A catalogue"))


def _counts(catalogue: Catalogue) -> str:
    """`53 videos, 92 meetings`, and what describes them."""
    return ", ".join(
        f"{number} {kind.label if number == 1 else kind.plural}"
        for kind in KINDS.values()
        if (number := len(catalogue.records[kind.name])) or kind.name in EVENTS
    )


def _next(catalogue: Catalogue, today: dt.date) -> list[str]:
    """What is wrong, if anything, and three useful commands."""
    wrong = sum(problem.level is not Level.ADVICE for problem in check(catalogue, today))
    sentence = count("{number} problem: icccat check", "{number} problems: icccat check", wrong)
    return [
        *([sentence.format(number=wrong)] if wrong else []),
        _("icccat search WORDS    find records"),
        _("icccat show ID         show one, whole"),
        _("icccat add video       add one (icccat --help: all commands)"),
    ]
