"""Saved searches: kept in the catalogue by `search --save`, listed by `search --saved`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.catalogue.changes import rewrite
from icccat.catalogue.searches import check_name, with_search
from icccat.commands.selection import context_of
from icccat.errors import NothingFound, QueryError, Refused
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.search.context import Context
from icccat.search.query import parse
from icccat.search.saving import written
from icccat.search.tree import Or

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.plan import Plan
    from icccat.commands.session import Session


def keep(
    session: Session, words: Sequence[str], *, kind: str, name: str, dry_run: bool = False
) -> None:
    """Save the query of a command's words, and of its --kind, under a name; say what was there.

    On a `dry_run` only say what would be.

    Raises Refused for a name that will not do, QueryError for a query that is wrong.
    """
    check_name(name)
    said: list[str] = []

    def plan(catalogue: Catalogue) -> Plan:
        context = context_of(catalogue, session.today)
        query = _text(words, kind, context)
        _try(name, query, context)
        said[:] = _notes(name, catalogue.about.searches.get(name), query, dry_run=dry_run)
        return with_search(catalogue, name, query)

    if dry_run:
        plan(session.load())
        session.terminal.note(*said)
        return
    by = session.by(f"search --save {name}")
    rewrite(session.where().path, by, plan, waiting=session.waiting)
    session.terminal.note(*said)


def _text(words: Sequence[str], kind: str, context: Context) -> str:
    """The whole query as one text."""
    query = written(words, context)
    if not kind:
        return query
    if isinstance(parse(query, context), Or):
        query = f"({query})"
    return f"{query} {written([f'kind:{kind}'], context)}"


def _try(name: str, query: str, context: Context) -> None:
    """Raise Refused where `saved:NAME` would then be wrong: where it asks for itself."""
    searches = {**context.searches, name: query}
    try:
        parse(f"saved:{name}", Context(context.today, searches, context.records))
    except QueryError as wrong:
        raise Refused(*wrong.lines) from None


def _notes(name: str, old: str | None, query: str, *, dry_run: bool) -> list[str]:
    """What was saved, or would be, and in place of what."""
    if old == query:
        sentence = _("saved:{name} is {query} already")
    elif dry_run and old is None:
        sentence = _("saved:{name} would be {query}")
    elif dry_run:
        sentence = _("saved:{name}: {old} → {query}")
    elif old is None:
        sentence = _("saved:{name} is now {query}; icccat undo takes it back")
    else:
        sentence = _("saved:{name}: {old} → {query}; icccat undo takes it back")
    said = sentence.format(name=name, old=old, query=query)
    return [said, *([_("nothing was saved")] if dry_run else [])]


def list_saved(session: Session) -> None:
    """List the saved searches; raises NothingFound where there is none."""
    with session.index() as index:
        searches = index.about.searches
    if session.as_json:
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        rows = [{"name": name, "query": query} for name, query in searches.items()]
        session.terminal.data(json.envelope("figures", rows, len(rows)))
    elif session.terminal.form == "lines":
        session.terminal.lines(f"{name}\t{query}" for name, query in searches.items())
    else:
        longest = max(map(len, searches), default=0)
        for name, query in searches.items():
            is_plain = session.terminal.is_plain
            line = labelled(name, query) if is_plain else f"{name:<{longest}}  {query}"
            session.terminal.answer(line)
    if not searches:
        raise NothingFound(_("no search is saved yet: icccat search QUERY --save NAME"))
