"""`icccat check`: everything that is wrong in the catalogue, with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from icccat.catalogue.about import TABLE
from icccat.catalogue.mending import with_mends
from icccat.catalogue.problems import check
from icccat.commands.problems import FORMATS, show, untold
from icccat.commands.selection import context_of
from icccat.commands.session import Session
from icccat.errors import Level, Problem, QueryError, Refused
from icccat.locale import translate as _
from icccat.records.checks.translations import gaps
from icccat.records.sorts import did_you_mean, or_nearest
from icccat.search.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.catalogue.catalogue import Catalogue
    from icccat.search.context import Context

Fix = Annotated[
    bool, typer.Option("--fix", help=_("Mend what needs no decision, after a question."))
]
Yes = Annotated[bool, typer.Option("--yes", help=_("With --fix: ask no question."))]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("With --fix: say what it would mend, and stop."))
]
Format = Annotated[
    str, typer.Option("--format", metavar=_("FORMAT"), help=_("text, or github for its checks."))
]
Links = Annotated[
    bool, typer.Option("--links", help=_("Ask also whether the links still lead somewhere."))
]
Sources = Annotated[bool, typer.Option("--sources", help=_("With --links: those of sources too."))]
Fresh = Annotated[
    bool, typer.Option("--fresh", help=_("With --links: also those asked within a week."))
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help=_("With --links: also those in your own network."))
]
Translations = Annotated[
    bool,
    typer.Option(
        "--translations",
        help=_("List also the texts that are in English or in French alone, as advice."),
    ),
]


def command(
    context: typer.Context,
    *,
    fix: Fix = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    format_: Format = "text",
    links: Links = False,
    sources: Sources = False,
    fresh: Fresh = False,
    allow_private: AllowPrivate = False,
    translations: Translations = False,
) -> None:
    """Find what is wrong in the catalogue: errors, warnings, advice."""
    if format_ not in FORMATS:
        sentence = _('there is no format "{name}": {formats}')
        sentence = sentence.format(name=format_, formats=", ".join(FORMATS))
        raise Refused(or_nearest(sentence, format_, FORMATS))
    _refuse_without("--fix", fix, {"--yes": yes, "--dry-run": dry_run})
    with_links = {"--sources": sources, "--fresh": fresh, "--allow-private": allow_private}
    _refuse_without("--links", links, with_links)
    session = Session.of(context)
    catalogue = session.load(quietly=True)
    if fix:
        from icccat.commands import mending  # noqa: PLC0415 (seldom asked for)

        if dry_run:
            mending.would_mend(session, catalogue)
            return
        mending.mend(session, catalogue, yes=yes)
        catalogue = session.load(quietly=True)
    also = [*_searches(catalogue, context_of(catalogue, session.today))]
    if links:
        from icccat.commands.links import broken  # noqa: PLC0415 (seldom asked for)

        also += broken(
            session, catalogue, sources=sources, fresh=fresh, allow_private=allow_private
        )
    untranslated = [gap for record in catalogue.everything for gap in gaps(record)]
    also += untranslated if translations else []
    found = with_mends(catalogue, lambda one: check(one, session.today, also))
    show(session, catalogue, found, format_)
    if session.is_for_people and format_ == "text" and not translations:
        session.terminal.note(*untold(untranslated))
    if any(problem.level is Level.ERROR for problem in found):
        raise typer.Exit(1)


def _refuse_without(option: str, given: bool, others: Mapping[str, bool]) -> None:  # noqa: FBT001 (as the option was given)
    """Raise Refused for options that say something only beside another."""
    names = ", ".join(name for name, is_given in others.items() if is_given)
    if names and not given:
        raise Refused(_("{names}: this goes with {option}").format(names=names, option=option))


def _searches(catalogue: Catalogue, context: Context) -> Iterator[Problem]:
    """The saved searches whose query is wrong."""
    for name, query in catalogue.about.searches.items():
        try:
            parse(query, context)
        except QueryError as wrong:
            sentence = did_you_mean("; ".join(wrong.lines), " ".join(wrong.correction) or None)
            yield Problem(Level.ERROR, (TABLE, "searches", name), sentence)
