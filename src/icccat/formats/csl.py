"""CSL-JSON 1.0.2, which Zotero, citeproc and pandoc read: videos, reports and meetings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from icccat.formats.citing.citations import citations
from icccat.formats.citing.text import doi, undivided
from icccat.formats.json import safe
from icccat.records.kinds import EVENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.formats import Selection
    from icccat.formats.citing.citation import Citation
    from icccat.records.dates import Date

KINDS = EVENTS
_TYPES = {"video": "motion_picture", "report": "report", "meeting": "event"}


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """A list of items, in UTF-8."""
    items = [_item(citation) for citation in citations(selection)]
    text = json.dumps(items, ensure_ascii=False, indent=2) + "\n"
    return safe(text).encode()


def _item(citation: Citation) -> dict[str, Any]:
    """The citation as an item; what is not known is left out."""
    item = {
        "id": citation.key,
        "type": _TYPES[citation.form],
        "genre": citation.genre,
        "title": citation.title,
        "author": _names(citation.authors),
        "contributor": _names(citation.speakers),
        "issued": _date(citation.issued),
        "publisher": citation.publisher,
        "publisher-place": citation.publisher_place,
        "event-title": citation.part_of if citation.held else "",
        "event-date": _date(citation.held),
        "event-place": "; ".join(citation.places),
        "collection-title": citation.series,
        "volume" if citation.form == "video" else "collection-number": citation.number,
        "number": citation.reference,
        "language": citation.language,
        "URL": citation.url,
        "DOI": doi(citation.url),
        "abstract": citation.abstract,
        "keyword": ", ".join(filter(None, map(undivided, citation.keywords))),
        "note": citation.note,
        "annote": " — ".join(citation.remarks),
    }
    return {name: value for name, value in item.items() if value}


def _names(names: Sequence[str]) -> list[dict[str, str]]:
    """Names that no style turns round: of bodies, and of people as they are known."""
    return [{"literal": name} for name in names]


def _date(dates: Sequence[Date]) -> dict[str, Any]:
    """A day, month or year, or the two between which it was."""
    parts = [[part for part in (one.year, one.month, one.day) if part] for one in dates]
    return {"date-parts": parts} if parts else {}
