"""Bare `icccat`: how many records there are, the latest, what needs a look, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.commands.list import TABLE
from icccat.commands.selection import NEWEST_FIRST, selected
from icccat.commands.session import Session
from icccat.locale import count
from icccat.locale import translate as _
from icccat.records.columns import columns_named
from icccat.records.kinds import EVENTS, KINDS
from icccat.search.index.dangling import dangling
from icccat.search.tree import And

if TYPE_CHECKING:
    import click

    from icccat.search.index import Index

LATEST = 3


def command(context: click.Context) -> None:
    """Show the home page."""
    session = Session.of(context)
    with session.index() as index:
        latest, total = selected(index, And(()), sort=NEWEST_FIRST, limit=LATEST)
        if session.as_json:
            session.show_json(latest, total)
            return
        session.terminal.answer(f"{_title(index, session.terminal.language)} ({index.name})")
        session.terminal.answer(_counts(index))
        if latest:
            session.terminal.answer("")
            session.show(latest, columns_named(TABLE), total)
        session.terminal.note("", *_next(index))


def _title(index: Index, language: str) -> str:
    title = index.about.title
    return title.get(language) or next(iter(title.values()), _("A catalogue"))


def _counts(index: Index) -> str:
    """`53 videos, 92 meetings`, and what describes them."""
    return ", ".join(
        f"{number} {kind.label if number == 1 else kind.plural}"
        for kind in KINDS.values()
        if (number := index.total([kind.name])) or kind.name in EVENTS
    )


def _next(index: Index) -> list[str]:
    """What leads nowhere, beside the values that could not be read, and three useful commands."""
    lost = dangling(index)
    sentence = count(
        "{number} reference leads to no record: icccat check says where",
        "{number} references lead to no record: icccat check says where",
        lost,
    )
    return [
        *([sentence.format(number=lost)] if lost else []),
        _("icccat search WORDS    find records"),
        _("icccat show ID         show one, whole"),
        _("icccat add video       add one (icccat --help: all commands)"),
    ]
