"""What a record says in words, for formats that hold texts: calendars and feeds.

They go to people outside, so notes are never in them, nor the people who took part, nor what
is for cataloguers alone: where facts were found, and whether a title was supplied.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.locale import LANGUAGES
from icccat.records.dates import in_words, period_in_words
from icccat.records.fields import Document
from icccat.records.sorts import Place, Reference, When
from icccat.records.standards import languages, place_in_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from icccat.formats import Selection
    from icccat.records.fields import Field
    from icccat.records.record import Record

WITHHELD = ("notes", "participants", "source", "supplied")
LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# What XML 1.0 forbids or advises against, and RFC 5545 does not take for text.
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class Tongued(NamedTuple):
    """A text and the language it is in, "" where it has none."""

    language: str
    text: str


class Linked(NamedTuple):
    """Something with a title that a record leads to; the address is "" where none is known."""

    title: Tongued
    about: str
    url: str
    language: str = ""

    @property
    def named(self) -> str:
        """The title, and what else is known of it in brackets."""
        return f"{self.title.text} ({self.about})" if self.about else self.title.text


def clean(text: str) -> str:
    """The text with every line end as LF, and U+FFFD in place of what is no text."""
    return NO_TEXT.sub("\ufffd", LINE_ENDS.sub("\n", text))


def words_in(selection: Selection) -> str:
    """The language, en or fr, in which dates and countries are said: the content's if possible."""
    wanted = selection.language if selection.content == "both" else selection.content
    return wanted if wanted in LANGUAGES else selection.reader


def texts(selection: Selection, by_language: Mapping[str, str]) -> list[Tongued]:
    """The text in the language of the content; in both, in each there is, the main one first."""
    first = selection.said(by_language)
    others = by_language.items() if selection.content == "both" else ()
    return [Tongued(*one) for one in dict.fromkeys((first, *others)) if one[1]]


def titles(record: Record, selection: Selection) -> list[Tongued]:
    """What the record is called, as `texts` gives it; its id where it has no title."""
    called: Mapping[str, str] = record.values.get(record.declared.called, {})
    return texts(selection, called) or [Tongued("", record.id)]


def topics(record: Record, selection: Selection) -> list[tuple[str, Tongued]]:
    """(id, label) of the record's topics, in both with a label for each language."""
    if not selection.wants("topics"):
        return []
    known = selection.everyone.get("topic", {})
    return [
        (id_, label)
        for id_ in record.items("topics")
        for label in (titles(known[id_], selection) if id_ in known else [Tongued("", id_)])
    ]


def when(record: Record, language: str) -> str:
    """The record's dates in words, "" where it has none."""
    dates = record.dates
    if len(dates) > 1:
        return period_in_words(dates[0], dates[1], language)
    return in_words(dates[0], language) if dates else ""


def facts(
    record: Record, selection: Selection, *, besides: Container[str]
) -> Iterator[tuple[str, str]]:
    """(label, value) of each field that is wanted, but for those `besides`, told in another place.

    So are the title, the dates, which `when` says, and the documents.
    """
    for field in record.declared.fields:
        elsewhere = isinstance(field.sort, Document) or field.name == record.declared.called
        dated = isinstance(field.sort, When)
        if elsewhere or dated or field.name in WITHHELD or field.name in besides:
            continue
        if field.name in record.values and selection.wants(field.name):
            value = "; ".join(
                part
                for one in field.items(record.values[field.name])
                for part in _said(field, one, selection)
            )
            yield field.label.in_(selection.reader), value


def _said(field: Field, value: Any, selection: Selection) -> list[str]:  # noqa: ANN401 (the sort says which)
    """A value in words: a reference by the title of what it names, a place with its country."""
    language = words_in(selection)
    if field.translated:
        return [one.text for one in texts(selection, value)]
    if isinstance(field.sort, Place):
        return [place_in_words(value, language)]
    if isinstance(field.sort, Reference):
        named = selection.everyone.get(field.sort.kind, {}).get(value)
        return [titles(named, selection)[0].text if named else value]
    return [field.sort.show(value, language)]


def documents(record: Record, selection: Selection) -> list[Linked]:
    """The record's documents, each with its type, number, date and language."""
    if not selection.wants("documents"):
        return []
    return [_document(one, selection) for one in record.items("documents")]


def _document(document: Mapping[str, Any], selection: Selection) -> Linked:
    spoken = words_in(selection)
    language = document.get("language", "")
    about = (
        document.get("type"),
        document.get("reference"),
        in_words(document["date"], spoken) if "date" in document else "",
        languages()[language].in_(spoken) if language else "",
    )
    title = Tongued(*selection.said(document["title"]))
    said = ", ".join(str(one) for one in about if one)
    return Linked(title, said, document.get("url", ""), language)


def recordings(record: Record, selection: Selection) -> list[Linked]:
    """The videos made of a meeting that have an address."""
    videos = selection.everyone.get("video", {})
    wanted = record.items("recordings") if selection.wants("recordings") else ()
    made = [videos[id_] for id_ in wanted if id_ in videos]
    return [
        Linked(titles(video, selection)[0], "", video.get("url"))
        for video in made
        if "url" in video.values
    ]
