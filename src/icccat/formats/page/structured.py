"""The same facts for machines: schema.org in JSON-LD, of videos and meetings."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from icccat.formats.page.markup import FORBIDDEN, Html, element
from icccat.formats.page.values import is_link, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icccat.formats.page.page import Page
    from icccat.records.record import Record

# What would end a script, or is a line end to some readers; these, and what HTML cannot hold,
# are escaped as JSON has it.
_UNSAFE = re.compile(f"[<>&\u2028\u2029]|{FORBIDDEN.pattern}")
_STATUS = {
    **dict.fromkeys(("planned", "held"), "EventScheduled"),
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
_ATTENDANCE = {
    "in person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
Node = dict[str, Any]


def structured(page: Page) -> Html:
    """The script, which no browser runs, that describes each video and meeting on the page."""
    described = {"video": _video, "meeting": _meeting}
    graph = [
        described[record.kind](page, record)
        for record in page.selection.records
        if record.kind in described
    ]
    document = {"@context": "https://schema.org", "@graph": graph}
    return element("script", Html(safe(document)), type="application/ld+json")


def safe(value: object) -> str:
    """The value in JSON that is safe inside a script of HTML."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(_escaped, plain)


def _escaped(unsafe: re.Match[str]) -> str:
    units = unsafe[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def _video(page: Page, record: Record) -> Node:
    """A VideoObject."""
    node = _thing(page, record, "VideoObject", "isPartOf", "CreativeWorkSeries")
    date, duration = page.value(record, "date"), page.value(record, "duration")
    return node | _present(
        datePublished=str(date) if date else None,
        duration=_iso(duration) if duration else None,
        contentLocation=list(_places(page, record)),
        contributor=_named("Person", page.value(record, "speakers")),
    )


def _meeting(page: Page, record: Record) -> Node:
    """An Event."""
    node = _thing(page, record, "Event", "superEvent", "EventSeries")
    start, end = page.value(record, "start"), page.value(record, "end")
    status = _STATUS.get(page.value(record, "status"))
    attendance = _ATTENDANCE.get(page.value(record, "attendance"))
    return node | _present(
        startDate=str(start) if start else None,
        endDate=str(end) if end else None,
        eventStatus=f"https://schema.org/{status}" if status else None,
        eventAttendanceMode=f"https://schema.org/{attendance}" if attendance else None,
        location=_location(page, record),
        organizer=_named("Organization", page.value(record, "organisers")),
        recordedIn=[
            _other(page, "video", id_, "VideoObject")
            for id_ in page.value(record, "recordings") or ()
        ],
    )


def _thing(page: Page, record: Record, type_: str, within: str, series_type: str) -> Node:
    """What videos and meetings have alike; `within` is what their series is to them."""
    url, series = page.value(record, "url"), page.value(record, "series")
    node = {"@type": type_, "@id": f"#{page.anchors[record.kind, record.id]}"}
    return node | _present(
        name=_worded(page.titles(record)),
        description=_worded(page.texts(page.value(record, "description") or {})),
        url=url if is_link(url) else None,
        inLanguage=list(page.value(record, "languages") or ()),
        about=[_other(page, "topic", id_, "Thing") for id_ in page.value(record, "topics") or ()],
        subjectOf=[_document(page, one) for one in page.value(record, "documents") or ()],
        **{within: _other(page, "series", series, series_type) if series else None},
    )


def _document(page: Page, document: dict[str, Any]) -> Node:
    """A DigitalDocument."""
    url, date = document.get("url"), document.get("date")
    return {"@type": "DigitalDocument"} | _present(
        name=_worded(page.texts(document["title"])),
        url=url if is_link(url) else None,
        inLanguage=document.get("language"),
        datePublished=str(date) if date else None,
    )


def _other(page: Page, kind: str, id_: str, type_: str) -> Node:
    """Another record, named, and told where on the page it stands if it does."""
    record, anchor = page.other(kind, id_), page.anchors.get((kind, id_))
    node = {"@type": type_} | ({"@id": f"#{anchor}"} if anchor else {})
    return node | _present(name=_worded(page.titles(record) if record else [("", id_)]))


def _location(page: Page, record: Record) -> list[Node]:
    """The places of a meeting, the first of them named after its venue."""
    places, venue = list(_places(page, record)), page.value(record, "venue")
    if venue:
        places = places or [{"@type": "Place"}]
        places[0] |= _present(name=_worded(page.texts(venue)))
    return places


def _places(page: Page, record: Record) -> Iterator[Node]:
    """A Place with its address for each place."""
    for place in page.value(record, "places") or ():
        city, _comma, country = place.rpartition(", ")
        address = {"@type": "PostalAddress"} | _present(
            addressLocality=city, addressCountry=country
        )
        yield {"@type": "Place", "address": address}


def _named(type_: str, names: Iterable[str] | None) -> list[Node]:
    return [{"@type": type_, "name": name} for name in names or ()]


def _worded(texts: list[tuple[str, str]]) -> list[Any]:
    """Texts with their languages, as JSON-LD has them; an id is in none."""
    return [{"@language": code, "@value": one} if code else one for code, one in texts]


def _present(**values: object) -> Node:
    """What is there: a list of one is that one, and an empty list or text is not there."""
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in values.items()
        if value
    }


def _iso(duration: str) -> str:
    """The duration as ISO 8601 writes it: PT1H8M5S."""
    return "PT" + ("".join(f"{figure}{letter}" for figure, letter in parts(duration)) or "0S")
