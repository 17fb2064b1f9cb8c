"""A record's card."""

from __future__ import annotations

from formats.page.reading import page_of

from icccat.formats.page.card import card

TEXT = """
[video.a]
title.en = "A"
title.uk = "Я"
url = "https://example.org/a"
source = "A letter"

[topic.media]
label.fr = "Médias"
"""


def test_card() -> None:
    """The title leads to the video, in its other languages it stands below, then the values."""
    page = page_of(TEXT, content="both")
    assert card(page, page.selection.records[0], "h4") == (
        '<article id="a"><h4><a href="https://example.org/a" rel="noopener noreferrer">'
        '<span>A</span></a></h4><p lang="uk">Я</p>'
        "<dl><div><dt>Source</dt><dd><bdi>A letter</bdi></dd></div></dl>"
        '<p class="id"><a href="#a">#a</a></p></article>'
    )


def test_a_card_of_nothing_else() -> None:
    """A record that has but a title has no list of values."""
    page = page_of(TEXT)
    assert card(page, page.selection.records[1], "h3") == (
        '<article id="media"><h3><span lang="fr">Médias</span></h3>'
        '<p class="id"><a href="#media">#media</a></p></article>'
    )
