"""The records of a selection as works that can be cited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from icccat.errors import Refused
from icccat.formats.citing.citation import Citation
from icccat.formats.citing.genres import called, is_cited
from icccat.formats.citing.keys import document_keys, safe
from icccat.formats.citing.language import content_language, translations
from icccat.formats.citing.remarks import remarks
from icccat.locale import Bilingual
from icccat.locale import translate as _
from icccat.records.dates import Date, period_in_words
from icccat.records.kinds.shared import TITLE
from icccat.records.record import Record
from icccat.records.standards import place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from icccat.formats import Selection

PROGRAMME = Bilingual("Intercultural Cities Programme", "Programme des Cités interculturelles")
PUBLISHER = Bilingual("Council of Europe", "Conseil de l’Europe")
SEAT = "Strasbourg"

_DOCUMENT = Bilingual("Document", "Document")
_ONLINE = Bilingual("Online", "En ligne")
_MADE_BY = {"video": "producer", "meeting": "organisers"}
_NUMBER = {"video": "part", "meeting": "number"}


def citations(selection: Selection) -> list[Citation]:
    """What can be cited of the records, in their order.

    Raises Refused where two citations would have one key.
    """
    found = [work for record in selection.records for work in _works(selection, record)]
    _check_keys(found)
    return found


def _check_keys(found: Sequence[Citation]) -> None:
    """Raise Refused where programs would take two citations for one; BibTeX knows no case."""
    seen: set[str] = set()
    for citation in found:
        if citation.key.casefold() in seen:
            sentence = _('two records have the id "{id}", by which they are cited: rename one')
            raise Refused(sentence.format(id=citation.key))
        seen.add(citation.key.casefold())


def _works(selection: Selection, record: Record) -> Iterator[Citation]:
    """The record itself, unless it is a meeting with reports, and each of its reports."""
    wanted = _wanted(selection, record)
    whole = _whole(selection, wanted)
    papers = wanted.items("documents")
    works = [one for one in papers if is_cited(one.get("type", ""))]
    rest = [one for one in papers if one not in works]
    if record.kind == "video" or not works:
        said = remarks(selection, wanted, whole.form, documents=rest)
        yield replace(whole, remarks=said)
    said = remarks(selection, wanted, "report", documents=rest)
    for document, key in zip(works, document_keys(record.id, works), strict=True):
        yield _report(selection, replace(whole, key=key, remarks=said), document)


def _wanted(selection: Selection, record: Record) -> Record:
    """The record with its title and the fields that the person asked for."""
    names = [name for name in record.values if name == "title" or selection.wants(name)]
    return Record(record.kind, record.id, {name: record.values[name] for name in names})


def _whole(selection: Selection, record: Record) -> Citation:
    """The video or meeting as it is cited itself, without remarks."""
    language = content_language(selection)
    is_video = record.kind == "video"
    code, title = selection.said(record.get("title") or {})
    type_ = record.get("type") or record.declared.label.in_(language)
    return Citation(
        key=safe(record.id),
        form="video" if is_video else "meeting",
        genre=called(type_, language),
        title=title or record.id,
        title_language=code,
        language=_language(record.items("languages"), "" if record.get("supplied") else code),
        authors=_authors(selection, record),
        speakers=record.items("speakers"),
        publisher=PUBLISHER.in_(language),
        publisher_place=SEAT if is_video else "",
        issued=tuple(dict.fromkeys(record.dates)),
        part_of="",
        held=() if is_video else tuple(dict.fromkeys(record.dates)),
        places=() if is_video else _places(record, language),
        series=_called(selection, "series", record.get("series")),
        number=str(record.get(_NUMBER[record.kind]) or ""),
        reference="",
        url=record.get("url") or "",
        abstract=selection.said(record.get("description") or {})[1],
        keywords=tuple(_called(selection, "topic", one) for one in record.items("topics")),
        note="",
        remarks=(),
    )


def _report(selection: Selection, whole: Citation, document: Mapping[str, Any]) -> Citation:
    """A document of a record, which is cited as `whole`."""
    language = content_language(selection)
    code, title = selection.said(document["title"])
    date = document.get("date")
    # Undated, it is of the year of its meeting: which day it came out is not known.
    guessed = tuple(Date(date.year) for date in whole.issued[-1:])
    period = period_in_words(whole.held[0], whole.held[-1], language) if whole.held else ""
    return replace(
        whole,
        form="report",
        genre=called(document["type"], language) if "type" in document else _DOCUMENT.in_(language),
        title=title,
        title_language=code,
        language=document.get("language", code),
        speakers=(),
        publisher_place=SEAT,
        issued=(date,) if date else guessed,
        part_of=whole.title,
        number="",
        reference=document.get("reference", ""),
        url=document.get("url", ""),
        note=_joined(whole.title, period, "; ".join(whole.places)),
        remarks=(*translations(selection, document["title"], TITLE.label), *whole.remarks),
    )


def _language(spoken: Sequence[str], title_language: str) -> str:
    """The language of a work: its title's where that is one of those spoken, or none is known."""
    return title_language if title_language in spoken or not spoken else spoken[0]


def _authors(selection: Selection, record: Record) -> tuple[str, ...]:
    """Who made the video or organised the meeting; the programme where nobody is named."""
    name = _MADE_BY[record.kind]
    if not selection.wants(name):
        return ()
    made_by = record.get(name) or PROGRAMME.in_(content_language(selection))
    return (made_by,) if isinstance(made_by, str) else made_by


def _places(record: Record, language: str) -> tuple[str, ...]:
    """Where a meeting was held: its cities with their countries, or online."""
    if not record.items("places") and record.get("attendance") == "online":
        return (_ONLINE.in_(language),)
    return tuple(place_in_words(place, language) for place in record.items("places"))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _called(selection: Selection, kind: str, id_: str | None) -> str:
    """What a topic or a series is called; its id where it is not in the catalogue."""
    if id_ is None:
        return ""
    record = selection.everyone.get(kind, {}).get(id_)
    names = record.get(record.declared.called) if record else None
    return selection.said(names or {})[1] or id_
