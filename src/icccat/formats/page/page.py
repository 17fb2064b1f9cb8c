"""What every part of the page must know: its language, and where each record stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from icccat.formats.page.markup import Html, element, join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icccat.formats import Selection
    from icccat.locale import Bilingual
    from icccat.records.record import Record

# Of the languages of ISO 639-1, those written from right to left (CLDR, likely subtags).
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
INTERNAL = "notes"

# Columns that are made of fields, by which a person asks for these.
MADE_OF = {
    **dict.fromkeys(("date", "start", "end", "since"), ("date", "year")),
    "places": ("country", "city"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """A selection, the language of the page's own words, and anchors by kind and id."""

    selection: Selection
    language: str
    anchors: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, selection: Selection) -> Page:
        """The page of a selection: in the language of its content, or for both the reader's."""
        language = selection.reader if selection.content == "both" else selection.content
        return cls(selection, language, _anchors(selection))

    def say(self, words: Bilingual) -> str:
        """The words in the page's language."""
        return words.in_(self.language)

    def value(self, record: Record, name: str) -> Any:  # noqa: ANN401 (the field's sort says which)
        """The value of a field where it is to be on the page, else None; never internal notes."""
        if name == INTERNAL or not any(map(self.selection.wants, (name, *MADE_OF.get(name, ())))):
            return None
        return record.get(name)

    def in_language(self, text: str, code: str, *, name: str = "span") -> Html:
        """An element with a text in a language, which it tells where it is not the page's."""
        lang = "" if code == self.language else code
        return element(name, text, lang=lang, dir="rtl" if code in RIGHT_TO_LEFT else "")

    def texts(self, by_language: Mapping[str, str]) -> list[tuple[str, str]]:
        """(language, text) of what is to be shown: one, or all where both are wanted.

        The page's language comes first, then the catalogue's; the same text comes once.
        """
        if not by_language:
            return []
        if self.selection.content != "both":
            return [self.selection.said(by_language)]
        codes = dict.fromkeys((self.language, self.selection.language, *by_language))
        found: dict[str, str] = {}
        for code in codes:
            if code in by_language:
                found.setdefault(by_language[code], code)
        return [(code, text) for text, code in found.items()]

    def titles(self, record: Record) -> list[tuple[str, str]]:
        """(language, text) of a record's titles; its id, in no language, where it has none."""
        return self.texts(record.values.get(record.declared.called, {})) or [("", record.id)]

    def other(self, kind: str, id_: str) -> Record | None:
        """Another record, which need not be on the page."""
        return self.selection.everyone.get(kind, {}).get(id_)

    def name(self, kind: str, id_: str) -> Html:
        """A record's titles, else its id, leading to it where it is on the page."""
        record = self.other(kind, id_)
        titles = self.titles(record) if record else [("", id_)]
        named = join([self.titled(code, text) for code, text in titles], " / ")
        return self.leading(kind, id_, named)

    def titled(self, code: str, text: str) -> Html:
        """A title within a line, or an id, which is in no language."""
        return self.in_language(text, code) if code else element("bdi", text)

    def leading(self, kind: str, id_: str, inside: Html) -> Html:
        """A link to a record where it is on the page, else what would be inside it."""
        anchor = self.anchors.get((kind, id_))
        return element("a", inside, href=f"#{anchor}") if anchor else inside


def _anchors(selection: Selection) -> dict[tuple[str, str], str]:
    """Each record's id as an address writes it; with its kind where another has that id too."""
    anchors: dict[tuple[str, str], str] = {}
    taken = {""}
    for record in selection.records:
        anchor = quote(record.id, safe="")
        # an id in an address holds no colon, nor do kinds begin as the page's own anchors do
        anchors[record.kind, record.id] = f"{record.kind}:{anchor}" if anchor in taken else anchor
        taken.add(anchor)
    return anchors
