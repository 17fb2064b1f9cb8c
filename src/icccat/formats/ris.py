"""RIS, which Zotero, EndNote and Mendeley read: videos, reports and meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.formats.citing.citations import citations
from icccat.formats.citing.text import address, doi, line, undivided
from icccat.records.kinds import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.formats import Selection
    from icccat.formats.citing.citation import Citation
    from icccat.records.dates import Date

KINDS = EVENTS
_TYPES = {"video": "VIDEO", "report": "RPRT", "meeting": "CONF"}


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """A block of lines for each citation, in UTF-8."""
    return "".join(_block(citation) for citation in citations(selection)).encode()


def _block(citation: Citation) -> str:
    """The citation from TY to ER, and a blank line."""
    tags = [(tag, line(value)) for tag, value in _tags(citation)]
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "".join(f"{one}\r\n" for one in (*lines, "ER  - ", ""))


def _tags(citation: Citation) -> Iterator[tuple[str, str]]:
    """The tags of a citation; what is not known is "".

    The other title has no TT: readers differ on whether that or TI is then the title.
    """
    is_video = citation.form == "video"
    yield "TY", _TYPES[citation.form]
    yield "ID", citation.key
    yield "TI", line(citation.title) or citation.key
    yield from (("AU", _corporate(name)) for name in citation.authors)
    yield "PY", "".join(str(date.year) for date in citation.issued[:1])
    yield "DA", _date(citation.issued)
    yield "T2", {"video": citation.series, "report": citation.part_of}.get(citation.form, "")
    yield "T3", "" if is_video else citation.series
    yield "VL" if is_video else "M1", citation.number
    yield "M3", "" if is_video else citation.genre  # of a video it would be taken for a DOI
    yield "SN", citation.reference
    yield "PB", citation.publisher
    yield "CY", citation.publisher_place or "; ".join(citation.places)
    yield "LA", citation.language
    yield "AB", citation.abstract
    yield from (("KW", topic) for topic in citation.keywords)
    yield "UR", address(citation.url)
    yield "DO", doi(citation.url)
    yield "N1", " — ".join(filter(None, (citation.note, *citation.remarks)))


def _corporate(name: str) -> str:
    """A name that is no person's: the comma at its end keeps programs from turning it round."""
    name = undivided(name)
    return f"{name}," if name else ""


def _date(dates: Sequence[Date]) -> str:
    """`YYYY/MM/DD/` of the first day, with nothing between the slashes where it is not known."""
    return "".join(f"{'/'.join((*str(date).split('-'), '', '')[:3])}/" for date in dates[:1])
