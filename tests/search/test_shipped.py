"""What is asked of the catalogue that comes with the project, and what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asking import SEARCHES, TODAY
from builders import SHIPPED
from search.answers import index_of

from icccat.records.kinds import EVENTS
from icccat.search import match
from icccat.search.announcements import announcements
from icccat.search.context import Context
from icccat.search.order import ranked
from icccat.search.query import parse_arguments
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.records.record import Record
    from icccat.search.index import Index


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    """The index of that catalogue."""
    with index_of(SHIPPED.read_text(encoding="utf-8")) as index:
        yield index


def found(index: Index, arguments: Sequence[str]) -> tuple[list[Record], list[str]]:
    """The records found, best first, and what is said."""
    context = Context(TODAY, SEARCHES, index.records)
    answer = match.find(parse_arguments(arguments, context), index)
    return index.read(ranked(answer.scores, index, "en")), list(announcements(answer))


def names(record: Record) -> list[str]:
    """What a record is called, in each language."""
    return list(record.values.get(record.declared.called, {}).values())


def test_pasted_titles(index: Index) -> None:
    """Each title, as one argument, finds its record first, or with others of the same title."""
    lost = []
    for record in (one for of_kind in index.records.values() for one in of_kind.values()):
        for title in names(record):
            kind = [] if record.kind in EVENTS else [f"kind:{record.kind}"]
            answers, said = found(index, [title, *kind])
            same = [one for one in answers if words(title) in map(words, names(one))]
            if record not in same or answers[: len(same)] != same or said:
                lost.append((record.key, title, [one.key for one in answers[:3]], said))
    assert lost == []


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["refuggees"], {"world-refugee-day", "refugee-inclusion"}),
        (["réfugiés"], {"world-refugee-day", "refugee-inclusion"}),
        (["asylum", "seekers"], {"unlocking-potential-refugees-asylum-seekers"}),
        (["helsinki", "2019"], {"policy-lab-helsinki"}),
        (["policy", "lab", "finland"], {"policy-lab-helsinki"}),
        (
            ["anti", "rumours"],
            {"examples-anti-rumours-campaigns", "video-anti-rumours-youth-summits"},
        ),
        (
            ["antirumeurs"],
            {"antirumours-youth-summit-2021", "evaluation-sustainability-antirumours-strategy"},
        ),
        (['"diversity advantage"'], {"euro-iberoamerican-dialogue-diversity"}),
        (["ville:lisbonne"], {"national-policy-lab-portugal", "milestone-event-2017"}),
        (
            ["novembre", "2017"],
            {
                "child-friendly-information-roundtable",
                "milestone-event-2017",
                "policy-lab-lisbon",
            },
        ),
    ],
)
def test_what_colleagues_ask(index: Index, arguments: list[str], first: set[str]) -> None:
    """What is meant comes first; only of the mistyped word something has to be said."""
    answers, said = found(index, arguments)
    assert {one.id for one in answers[: len(first)]} == first
    expected = ["“refuggees” was not found: showing “refugees” (--exact to switch this off)"]
    assert said == (expected if arguments == ["refuggees"] else [])
