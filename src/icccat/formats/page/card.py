"""A record as a card: its titles, its link, and a value for each label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.page.markup import Html, element, join
from icccat.formats.page.values import is_link, link, rows
from icccat.formats.page.words import capital

if TYPE_CHECKING:
    from icccat.formats.page.page import Page
    from icccat.records.record import Record


def card(page: Page, record: Record, heading: str) -> Html:
    """The card of a record, its title in a heading of that level, as h3."""
    anchor = page.anchors[record.kind, record.id]
    (code, first), *others = page.titles(record)
    title, address = page.titled(code, first), page.value(record, "url")
    parts = [
        element(heading, link(address, title) if is_link(address) else title),
        *(page.in_language(other, code, name="p") for code, other in others),
        _list(page, record),
        element("p", element("a", f"#{record.id}", href=f"#{anchor}"), class_="id"),
    ]
    return element("article", *parts, id=anchor)


def _list(page: Page, record: Record) -> Html:
    """The labels with their values; nothing where there are none."""
    lines = [
        element("div", element("dt", capital(label)), element("dd", value))
        for label, value in rows(page, record)
    ]
    return element("dl", *lines) if lines else join([])
