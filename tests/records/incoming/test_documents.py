"""Documents: what a cell does not hold stays as it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from rows import after, planned, told

from icccat.errors import Level

URL = "https://rm.coe.int/report"
REPORT = {
    "title": {"en": "Report of the meeting", "fr": "Rapport de la réunion"},
    "url": URL,
    "type": "report",
    "reference": "ICC(2019)1",
}
AGENDA = {"title": "Agenda", "date": dt.date(2019, 5, 1)}
CELL = f"Report of the meeting | {URL} | report; Agenda"


def documents(cell: object) -> Any:  # noqa: ANN401 (a list of tables, or None)
    """The documents that a cell leads to, None where they stay."""
    found = planned({"id": "lab", "documents": cell})
    assert [one for one in found.findings if one.level is Level.ERROR] == []
    return after(found)["meeting.lab"].get("documents") if found.changes else None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "cell",
    [
        CELL,
        [f"Report of the meeting | {URL} | report", "Agenda"],
        f"Rapport de la réunion | {URL} | report; Agenda",
        [REPORT, {"title": {"en": "Agenda"}}],
        [{"title": "Report of the meeting", "url": URL, "type": None}, {"title": "Agenda"}],
    ],
)
def test_the_same(cell: object) -> None:
    """What differs only in what was not exported is no change."""
    assert documents(cell) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("-", "gone"),
        ("Agenda", [AGENDA]),
        (f"{CELL}; Minutes | | minutes", [REPORT, AGENDA, {"title": "Minutes", "type": "minutes"}]),
        (
            f"The report | {URL} | report; Agenda",
            [REPORT | {"title": {"en": "The report", "fr": "Rapport de la réunion"}}, AGENDA],
        ),
        (
            "Report of the meetings; Agenda",
            [
                {
                    "title": {"en": "Report of the meetings", "fr": "Rapport de la réunion"},
                    "reference": "ICC(2019)1",
                },
                AGENDA,
            ],
        ),
        (
            [{"title": {"fr": "Rapport de la réunion"}, "type": "-"}, {"title": "Agenda"}],
            [
                {
                    "title": {"fr": "Rapport de la réunion"},
                    "url": URL,
                    "reference": "ICC(2019)1",
                },
                AGENDA,
            ],
        ),
        (
            [{"title": "Quite another", "pages": 3}],
            [{"title": {"en": "Quite another"}, "pages": 3}],
        ),
    ],
)
def test_another(cell: object, expected: object) -> None:
    """A document keeps what its cell does not hold; it is known by its link, else its title."""
    found = documents(cell)
    if expected == "gone":
        assert planned({"id": "lab", "documents": "-"}).changes[0].after is not None
        assert found is None
    else:
        assert _plain(found) == _plain(expected)


def _plain(documents: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (likewise)
    """The documents, a title in one language always by language."""
    return [
        one | {"title": {"en": one["title"]} if isinstance(one["title"], str) else one["title"]}
        for one in documents
    ]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ([{"title": "A", "pages": [None]}], "TOML has no null: leave it out"),
        ([{"url": URL[:-1]}], "a document needs a title"),
        ("A | no link", '"no link" is not a link: it begins with https:// and holds no spaces'),
    ],
)
def test_wrong(cell: object, sentence: str) -> None:
    """What is no document is refused."""
    assert told(planned({"id": "lab", "documents": cell})) == [f"line 2, documents: {sentence}"]
