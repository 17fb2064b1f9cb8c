"""BibTeX in UTF-8, which biber and biblatex read too: videos, reports and meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.citing.citations import citations
from icccat.formats.citing.latex import capitals_kept, escaped
from icccat.formats.citing.text import address, doi, line, undivided
from icccat.records.kinds import EVENTS
from icccat.records.standards import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.formats import Selection
    from icccat.formats.citing.citation import Citation
    from icccat.records.dates import Date

KINDS = EVENTS
_TYPES = {"video": "video", "report": "techreport", "meeting": "misc"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# The languages that biblatex knows, which calls them as English does, but for Slovenian.
_CODES = """
bg ca cs da de el en es et eu fi fr gl hr hu is it lt lv nl no pl pt ro ru sk sl sr sv tr uk
"""
_LANGUAGES = frozenset(_CODES.split())
_OTHERWISE = {"sl": "slovene"}


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """An entry for each citation, in UTF-8."""
    return "\n".join(_entry(citation) for citation in citations(selection)).encode()


def _entry(citation: Citation) -> str:
    """The entry, a line for each field."""
    fields = (f"  {name} = {value},\n" for name, value in _fields(citation) if value != "{}")
    return f"@{_TYPES[citation.form]}{{{citation.key},\n{''.join(fields)}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """The fields of an entry, each with its value in braces; what is not known is "{}"."""
    is_report = citation.form == "report"
    yield "title", f"{{{capitals_kept(citation.title) or citation.key}}}"
    yield "author", f"{{{' and '.join(filter(None, map(_corporate, citation.authors)))}}}"
    yield from _dates(citation.issued)
    yield "institution" if is_report else "organization", _text(citation.publisher)
    yield "address", _text(citation.publisher_place or "; ".join(citation.places))
    yield "type", _text(citation.genre)
    yield "series", _text(citation.series)
    yield "volume" if citation.form == "video" else "number", _text(citation.number)
    yield "number", _text(citation.reference)
    if is_report and citation.held:
        yield "eventtitle", _text(citation.part_of)
        yield "eventdate", _text(_span(citation.held))
        yield "venue", _text("; ".join(citation.places))
    yield "note", _text(citation.note)
    yield "url", f"{{{address(citation.url)}}}"
    yield "doi", f"{{{address(doi(citation.url))}}}"
    yield "language", _text(_language(citation.language))
    if citation.title_language in _LANGUAGES:
        yield "langid", _text(_language(citation.title_language))
    yield "abstract", _text(citation.abstract)
    yield "keywords", _text(", ".join(filter(None, map(undivided, citation.keywords))))
    yield "annote", _text(" — ".join(citation.remarks))


def _text(text: str) -> str:
    """The text as a value."""
    return f"{{{escaped(text)}}}"


def _corporate(name: str) -> str:
    """A name that is no person's, in braces that keep programs from taking it apart."""
    return _text(name) if line(name) else ""


def _dates(dates: Sequence[Date]) -> Iterator[tuple[str, str]]:
    """Year and month for BibTeX, and the date as precise as it is, which biblatex prefers."""
    for first in dates[:1]:
        yield "year", f"{{{first.year}}}"
        if first.month:
            yield "month", _MONTHS[first.month - 1]
        yield "date", _text(_span(dates))


def _span(dates: Sequence[Date]) -> str:
    """A date, or two with a slash (ISO 8601)."""
    return "/".join(map(str, dates))


def _language(code: str) -> str:
    """What biblatex calls the language; the code of one that it does not know."""
    if code not in _LANGUAGES:
        return code
    return _OTHERWISE.get(code) or languages()[code].en.lower()
