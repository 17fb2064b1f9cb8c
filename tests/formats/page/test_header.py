"""The head of the page, and its foot."""

from __future__ import annotations

import pytest
from formats.page.reading import page_of, selection_of

from icccat.formats.page.header import footer, header
from icccat.formats.page.page import Page

TEXT = '[meeting.a]\ntitle = "A"\nplaces = ["Pristina, XK"]'


def test_header() -> None:
    """It tells the titles, what was looked for and found, when, and has its controls."""
    selection = selection_of(TEXT, content="both")._replace(query="country:XK <b>", total=145)
    assert header(Page.of(selection)) == (
        '<header><h1><span>Our catalogue</span></h1><p lang="fr">Notre catalogue</p>'
        '<p class="about"><span>1 record of 145</span> · '
        "<span>Search: <q>country:XK &lt;b&gt;</q></span> · "
        "<span>As of 24 November 2026</span></p>"
        '<div class="controls"><fieldset><legend>Text size</legend>'
        '<label><input type="radio" name="size" value="0"><span class="sign">A\u2212</span>'
        '<span class="unseen"> smaller text</span></label>'
        '<label><input type="radio" name="size" value="1" checked><span class="sign">A</span>'
        '<span class="unseen"> normal text</span></label>'
        '<label><input type="radio" name="size" value="2"><span class="sign">A+</span>'
        '<span class="unseen"> larger text</span></label></fieldset>'
        '<button type="button" hidden>Print</button></div></header>'
    )


def test_without_a_title() -> None:
    """A catalogue without a title is called one; a page of all that there is names no search."""
    page = Page.of(selection_of(TEXT, content="fr")._replace(title={}))
    expected = (
        '<header><h1><span>Catalogue</span></h1><p class="about"><span>1 fiche</span> · '
        "<span>État au 24 novembre 2026</span></p>"
    )
    assert header(page).startswith(expected)


@pytest.mark.parametrize(
    ("language", "begins"),
    [("en", "<footer><p>* All reference to Kosovo"), ("fr", "<footer><p>* Toute référence au")],
)
def test_footer(language: str, begins: str) -> None:
    """The asterisk of a name is explained where the name is on the page."""
    page = page_of(TEXT, content=language)
    assert footer(page).startswith(begins)
    assert footer(Page.of(page.selection._replace(chosen=("title",)))) == ""
    assert footer(page_of(TEXT.replace("XK", "ME"))) == ""
