"""Where an event is: `Lisbon, PT` and `Lisbon, Portugal` are places, other words a venue."""

from __future__ import annotations

import re
from functools import cache

from icccat.records.standards import countries, other_names
from icccat.words.fold import fold

ONLINE = {
    "online",
    "en ligne",
    "virtual",
    "teams",
    "microsoft teams",
    "microsoft teams meeting",
    "reunion microsoft teams",
    "zoom",
}


def located(text: str) -> dict[str, str]:
    """The cells places, venue and attendance that a LOCATION has something for."""
    if fold(text) in ONLINE:
        return {"attendance": "online"}
    places, venues = [], []
    for part in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        venue, place = _split(part)
        places += [place] if place else []
        venues += [venue] if venue else []
    cells = {"places": "; ".join(places), "venue": ", ".join(venues)}
    return {name: cell for name, cell in cells.items() if cell}


def _split(text: str) -> tuple[str, str]:
    """The venue and the place of `Forum Lisboa, Lisbon, Portugal`, "" for what is not there."""
    *before, last = (part.strip() for part in text.split(","))
    code = last if last in countries() else _codes().get(fold(last).rstrip("*"))
    if code is None:
        return text, ""
    if not before:
        return "", code
    *venue, city = before
    if not city or any(sign.isdigit() for sign in city):  # of an address: 67000 Strasbourg
        return text, ""
    return ", ".join(venue), f"{city}, {code}"


@cache
def _codes() -> dict[str, str]:
    """`{folded name: code}` of all countries, in both languages."""
    named = {code: [*names, *other_names().get(code, ())] for code, names in countries().items()}
    return {fold(name).rstrip("*"): code for code, names in named.items() for name in names}
