"""Which addresses records hold, each with all the places where it stands."""

from __future__ import annotations

from builders import records_of

from icccat.links.addresses import addresses

TEXT = """\
[topic.refugees]
label = "Refugees"
match = "http://eurovoc.europa.eu/3083"
[video.a]
title = "A"
url = "https://x.org/a"
source = "https://x.org/list"
[meeting.b]
title = "B"
url = "https://x.org/a"
source = "a letter of 2019"
documents = [{title = "C"}, {title = "D", url = "https://x.org/d"}]
"""


def test_addresses() -> None:
    """Fields that hold an address, also of documents; each address once, with its paths."""
    records = [one for of_kind in records_of(TEXT).values() for one in of_kind.values()]
    found = {
        "https://x.org/a": [("video", "a", "url"), ("meeting", "b", "url")],
        "https://x.org/d": [("meeting", "b", "documents", "1", "url")],
        "http://eurovoc.europa.eu/3083": [("topic", "refugees", "match")],
    }
    assert addresses(records) == found
    sources = {"https://x.org/list": [("video", "a", "source")]}
    assert addresses(records, sources=True) == found | sources
