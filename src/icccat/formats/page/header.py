"""The head of the page and its foot: what it is, how to read and print it, what to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.page import words
from icccat.formats.page.markup import Html, element, join
from icccat.records.dates import Date, in_words

if TYPE_CHECKING:
    from icccat.formats.page.page import Page
    from icccat.locale import Bilingual

_KOSOVO = "XK"
_SIZES = (("A\u2212", words.SMALLER), ("A", words.NORMAL), ("A+", words.LARGER))


def titles(page: Page) -> list[tuple[str, str]]:
    """(language, text) of the catalogue's titles."""
    return page.texts(page.selection.title) or [(page.language, page.say(words.TITLE))]


def header(page: Page) -> Html:
    """The titles, what was looked for and found, and the controls."""
    (code, first), *others = titles(page)
    return element(
        "header",
        element("h1", page.titled(code, first)),
        *(page.in_language(other, code, name="p") for code, other in others),
        element("p", join(_about(page), " · "), class_="about"),
        element("div", _size(page), _print(page), class_="controls"),
    )


def _about(page: Page) -> list[Html]:
    """How many records there are, for which search, and when they were."""
    selection, day = page.selection, page.selection.today
    query = element("q", selection.query)
    search = page.say(words.SEARCH)
    date = in_words(Date(day.year, day.month, day.day), page.language)
    return [
        element("span", words.number_of(len(selection.records), selection.total, page.language)),
        *([element("span", search, " ", query)] if selection.query else []),
        element("span", page.say(words.AS_OF).format(date=date)),
    ]


def _size(page: Page) -> Html:
    """The choice of a size of text, which the style obeys."""
    choices = [_choice(page, size, sign, said) for size, (sign, said) in enumerate(_SIZES)]
    return element("fieldset", element("legend", page.say(words.SIZE)), *choices)


def _choice(page: Page, size: int, sign: str, said: Bilingual) -> Html:
    """A size; who cannot see its sign hears what it means."""
    button = element(
        "input", type="radio", name="size", value=str(size), checked=said is words.NORMAL
    )
    spoken = element("span", f" {page.say(said)}", class_="unseen")
    return element("label", button, element("span", sign, class_="sign"), spoken)


def _print(page: Page) -> Html:
    """The button that prints, hidden until the script says that it can."""
    return element("button", page.say(words.PRINT), type="button", hidden=True)


def footer(page: Page) -> Html:
    """What must be said of a name; nothing where it is not on the page."""
    places = (place for one in page.selection.records for place in page.value(one, "places") or ())
    if not any(place.endswith(_KOSOVO) for place in places):
        return join([])
    return element("footer", element("p", page.say(words.KOSOVO)))
