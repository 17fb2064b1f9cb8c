"""A small catalogue whose records are cited, for the tests of all that cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builders import records_of, shipped
from hypothesis import strategies as st

from icccat.formats import Selection
from icccat.records.kinds import EVENTS
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORDS = records_of("""
[topic.refugees]
label.en = "Refugees, asylum seekers"
label.fr = "Réfugiés"

[series.policy-lab]
title.en = "Policy labs"
title.fr = "Laboratoires"

[video.inclusion]
title.en = "100% inclusion: the ICC’s way"
title.fr = "L’inclusion à 100 %"
description.en = "What is done\\nin Lisbon & Oslo."
date = "2019-06"
series = "didactic-videos"
part = 2
version = "short"
topics = ["refugees", "media"]
languages = ["en"]
speakers = ["Ana Silva", "Bo Ek"]
producer = "Lusófona University"
places = ["Lisbon, PT"]
url = "https://vimeo.com/340198046?a=%20b&c_d#e~f"
notes = "Not for outside."

[meeting.lab]
title.en = "Policy Lab, third meeting"
title.fr = "Troisième laboratoire"
type = "policy lab"
series = "policy-lab"
number = 3
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI"]
host = "Ministry of Justice"
topics = ["refugees"]
url = "https://coe.int/lab"
notes = "Not for outside."
documents = [
  { title = "Agenda", url = "https://rm.coe.int/agenda", type = "agenda" },
  { title = "Report of the meeting", url = "https://rm.coe.int/report", type = "report" },
]

[meeting.webinar]
title = "Rumours"
start = 2020-04-02
attendance = "online"
organisers = ["City of Lyon, Culture", "CODECA"]
""")


def selection(*ids: str, **options: Any) -> Selection:  # noqa: ANN401 (any option of Selection)
    """What is exported of these records of the small catalogue, or of all of a kind."""
    every = [one for of_kind in RECORDS.values() for one in of_kind.values()]
    chosen = [one for one in every if one.id in ids]
    return Selection(records=chosen, columns=(), total=len(every), everyone=RECORDS, **options)


def alone(values: dict[str, Any], *, kind: str = "video", **options: Any) -> Selection:  # noqa: ANN401
    """One record of these clean values, exported."""
    record = Record(kind, "any", {"title": {"en": "Any"}} | values)
    return Selection(records=[record], columns=(), total=1, **options)


def all_shipped(content: str = "both") -> Selection:
    """Every video and meeting of the catalogue that comes with the project."""
    records = [one for kind in EVENTS for one in shipped()[kind].values()]
    return Selection(
        records=records, columns=(), total=len(records), everyone=shipped(), content=content
    )


CITED = ("minutes", "policy brief", "publication", "report", "study")


def shipped_works() -> list[tuple[str, str]]:
    """Title and address of each work that the shipped catalogue holds, "" for no address."""
    works = []
    for record in all_shipped().records:
        reports = [one for one in record.items("documents") if one["type"] in CITED]
        works += reports or [record.values]
    return [(titled(one["title"]), one.get("url", "")) for one in works]


def titled(texts: Mapping[str, str]) -> str:
    """A title in English, else in the first language that it is in."""
    return texts.get("en") or next(iter(texts.values()))


HOSTILE = (
    "=1+1",
    "<script>alert(1)</script>",
    "TY  - JOUR\r\nER  - \r\nTY  - BOOK",
    "a\x00b\x1bc\x85d\u2028e",
    "\u202egnp.exe",
    "} @misc{evil, title = {x",
    "{",
    "}}}",
    "\\input{/etc/passwd} \\",
    "% & $ # _ ~ ^ ` ' \" --- '' ,, ?` <<",
    "and A and B",
    "Українська, Ελληνικά; 🌍",
    "x" * 40_000,
)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(HOSTILE)
