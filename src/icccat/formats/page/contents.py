"""The records by kind and year, and the table of contents that leads to them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from icccat.formats.page import words
from icccat.formats.page.card import card
from icccat.formats.page.markup import Html, element, join
from icccat.formats.page.words import capital
from icccat.records.kinds import EVENTS, KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.formats.page.page import Page
    from icccat.records.record import Record

CONTENTS = "page:contents"
RECORDS = "page:records"


class Part(NamedTuple):
    """Records that stand together under a title, or the parts that these stand in."""

    anchor: str
    title: str
    records: Sequence[Record]
    parts: Sequence[Part] = ()


def parts_of(page: Page) -> list[Part]:
    """A part for each kind, those of videos and meetings with a part for each year.

    Only where the records of each year stand together, as they do not when sorted by title.
    """
    found = []
    for kind, declared in KINDS.items():
        records = [record for record in page.selection.records if record.kind == kind]
        anchor, title = f"of:{kind}", capital(page.say(declared.plural))
        if records:
            years = _years(page, anchor, records) if kind in EVENTS else []
            found.append(Part(anchor, title, records, years))
    return found


def _years(page: Page, anchor: str, records: Sequence[Record]) -> list[Part]:
    """The parts of the years; none where the order of the records is another."""

    def year(record: Record) -> str:
        return str(record.dates[0].year) if record.dates else ""

    grouped = [(key, list(group)) for key, group in groupby(records, year)]
    if len(grouped) > len({key for key, _group in grouped}):
        return []
    return [
        Part(f"{anchor}:{key}", key or page.say(words.UNDATED), group) for key, group in grouped
    ]


def contents(page: Page, parts: Sequence[Part]) -> Html:
    """The table of contents."""
    heading = element("h2", page.say(words.CONTENTS), id=f"{CONTENTS}:title")
    lines = element("ul", *(_line(part) for part in parts))
    return element("nav", heading, lines, id=CONTENTS, aria_labelledby=f"{CONTENTS}:title")


def _line(part: Part) -> Html:
    """A part with the number of its records, and its parts below it."""
    leading = element(
        "a", part.title, " ", element("span", str(len(part.records))), href=f"#{part.anchor}"
    )
    within = [element("ul", *(_line(inner) for inner in part.parts))] if part.parts else []
    return element("li", leading, *within)


def body(page: Page, parts: Sequence[Part]) -> Html:
    """The cards of all parts."""
    return join([_section(page, part) for part in parts], "\n")


def _section(page: Page, part: Part) -> Html:
    """The cards of a kind, in their years where it has them."""
    count = element("span", str(len(part.records)), class_="count")
    inside = [_year(page, part, year) for year in part.parts] or _cards(page, part, "h3")
    back = element("p", element("a", page.say(words.BACK), href=f"#{CONTENTS}"), class_="back")
    return element("section", element("h2", part.title, " ", count), *inside, back, id=part.anchor)


def _year(page: Page, kind: Part, part: Part) -> Html:
    """The cards of a year; who only hears its heading hears the kind, too."""
    before = element("span", f"{kind.title}, ", class_="unseen")
    heading = element("h3", before, part.title)
    return element("section", heading, *_cards(page, part, "h4"), id=part.anchor)


def _cards(page: Page, part: Part, heading: str) -> list[Html]:
    return [Html(f"\n{card(page, record, heading)}") for record in part.records]
