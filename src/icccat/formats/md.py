"""Markdown (CommonMark, with GitHub's tables) for people: to read, to send, to make a report of.

As in the HTML, what a record holds that icccat does not know, or that is wrong, is not in it, as
it may be meant for colleagues alone; and no internal notes are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.markdown.entry import entry
from icccat.formats.markdown.table import table
from icccat.formats.markdown.text import block, italic, line
from icccat.formats.page import words
from icccat.formats.page.contents import parts_of
from icccat.formats.page.header import titles
from icccat.formats.page.page import Page
from icccat.records.dates import Date, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.formats import Selection
    from icccat.formats.page.contents import Part

ENDINGS = ("markdown",)
_KOSOVO = line("Kosovo*")


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The document, in UTF-8: a table where columns were asked for, else all of each record."""
    page = Page.of(selection)
    body = [table(page)] if selection.chosen else list(_parts(page, parts_of(page), 2))
    blocks = [*_header(page), *body, *_footer(page, body)]
    return "".join(f"{one}\n\n" for one in blocks)[:-1].encode()


def _header(page: Page) -> Iterator[str]:
    """The titles of the catalogue, and what the document holds of it."""
    (_code, first), *others = titles(page)
    yield f"# {line(first)}"
    yield from (italic(block(text)) for _code, text in others)
    selection, day = page.selection, page.selection.today
    about = [words.number_of(len(selection.records), selection.total, page.language)]
    if selection.query:
        about.append(f"{page.say(words.SEARCH)} {line(selection.query)}")
    date = in_words(Date(day.year, day.month, day.day), page.language)
    about.append(page.say(words.AS_OF).format(date=date))
    yield " · ".join(about)


def _parts(page: Page, parts: Sequence[Part], level: int) -> Iterator[str]:
    """The records of each part below a heading of this level."""
    for part in parts:
        yield f"{'#' * level} {part.title}"
        if part.parts:
            yield from _parts(page, part.parts, level + 1)
        else:
            for record in part.records:
                yield from entry(page, record, level + 1)


def _footer(page: Page, body: Sequence[str]) -> Iterator[str]:
    """What must be said of a name, where it stands in the document with its asterisk."""
    if any(_KOSOVO in one for one in body):
        yield block(page.say(words.KOSOVO))
