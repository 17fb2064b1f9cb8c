"""What `icccat check --links` asks of the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from icccat.links.addresses import addresses
from icccat.links.problems import notes, problems
from icccat.links.survey import survey
from icccat.links.visit import Manners
from icccat.locale import count
from icccat.locale import translate as _

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue
    from icccat.commands.session import Session
    from icccat.errors import Problem

FILE = "links.json"  # in the person's folder for what can be had again


def broken(
    session: Session, catalogue: Catalogue, *, sources: bool, fresh: bool, allow_private: bool
) -> list[Problem]:
    """The problems of the links; says how many there are, and of which nothing is known."""
    found = addresses(catalogue.everything, sources=sources)
    with session.progress(_("asking for links: {done} of {total}")) as step:
        file = user_cache_path("icccat") / FILE
        manners = Manners(allow_private=allow_private)
        outcomes, remembered = survey(found, manners, file, step, fresh=fresh)
    sentence = count("{number} link looked at", "{number} links looked at", len(found))
    if remembered:
        sentence = count(
            "{number} link looked at, {remembered} within the last week (--fresh asks again)",
            "{number} links looked at, {remembered} within the last week (--fresh asks again)",
            len(found),
        )
    session.terminal.note(sentence.format(number=len(found), remembered=remembered))
    session.terminal.note(*notes(outcomes))
    return list(problems(found, outcomes))
