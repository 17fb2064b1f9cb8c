"""What a catalogue says of itself: its title, the language of its texts, its saved searches."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from icccat.errors import Level, Problem
from icccat.locale import translate as _
from icccat.records.clashes import CLASH, left_open
from icccat.records.sorts import Language, Translated, or_nearest

TABLE = "catalogue"
KEYS = ("title", "language", "searches")


class About(NamedTuple):
    """The catalogue's title by language, the language of text given without one, searches."""

    language: str = "en"
    title: Mapping[str, str] = MappingProxyType({})
    searches: Mapping[str, str] = MappingProxyType({})


def about(table: object) -> tuple[About, list[Problem]]:
    """What the table [catalogue] says, and what is wrong in it; what is wrong is left out."""
    if not isinstance(table, Mapping):
        return About(), [_error((), _("[catalogue] is a heading of its own"))]
    found = [_unknown(key) for key in table if key not in (*KEYS, CLASH)]
    found += left_open((TABLE, CLASH), table[CLASH]) if CLASH in table else ()
    said = About()
    try:
        said = About(Language().check(table.get("language", said.language), ""))
    except ValueError as refusal:
        found.append(_error(("language",), str(refusal)))
    try:
        title = Translated().check(table["title"], said.language) if "title" in table else {}
    except ValueError as refusal:
        title = {}
        found.append(_error(("title",), str(refusal)))
    searches = table.get("searches", {})
    if not isinstance(searches, Mapping) or not all(isinstance(q, str) for q in searches.values()):
        searches = {}
        found.append(_error(("searches",), _("a saved search is a name and a query in quotes")))
    return About(said.language, title, searches), found


def _error(path: tuple[str, ...], sentence: str) -> Problem:
    return Problem(Level.ERROR, (TABLE, *path), sentence)


def _unknown(key: str) -> Problem:
    sentence = _('"{key}" is not known here: it is kept as it is').format(key=key)
    return Problem(Level.WARNING, (TABLE, key), or_nearest(sentence, key, KEYS))
