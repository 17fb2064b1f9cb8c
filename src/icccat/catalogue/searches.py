"""Saved searches: names for queries, kept in the catalogue under [catalogue.searches]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from icccat.catalogue import text
from icccat.catalogue.about import TABLE
from icccat.catalogue.plan import Plan
from icccat.errors import Refused
from icccat.locale import translate as _
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue

KEY = "searches"


def check_name(name: str) -> None:
    """Raise Refused for a name that a query could not hold, or that is hard to type."""
    if not SHAPE.fullmatch(name):
        sentence = _('the name "{name}" is hard to type: use small letters, digits and hyphens')
        raise Refused(sentence.format(name=name))


def with_search(catalogue: Catalogue, name: str, query: str) -> Plan:
    """The catalogue with the query saved under the name, in place of one that had it.

    Raises Refused where what stands there is no table of names and queries.
    """
    table = catalogue.data.get(TABLE, {})
    there = table.get(KEY, {}) if isinstance(table, Mapping) else None
    if not isinstance(there, Mapping) or dict(there) != dict(catalogue.about.searches):
        sentence = _("nothing was saved: the searches cannot be read, icccat check says why")
        raise Refused(sentence)
    new = {**table, KEY: {**there, name: query}}
    return Plan(text.edited_table(catalogue.text, TABLE, new), {**catalogue.data, TABLE: new})
