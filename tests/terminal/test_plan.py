"""What an import would do, in lines."""

from __future__ import annotations

from rows import planned

from icccat.errors import Level
from icccat.records.incoming import Finding
from icccat.terminal.plan import finding_lines, head_lines, number_line, plan_lines

SOON = '"soon" is not a date'


def test_the_plan() -> None:
    """New records first, each with its place, then the others cell by cell."""
    found = planned(
        {"id": "inclusion", "licence": 4},
        {"kind": "video", "title": "B", "audiences": "anyone"},
        {"id": "lab"},
    )
    assert list(plan_lines(found, "en")) == [
        "video.b is new (line 3)",
        "  title.en: + B",
        "  audiences: + anyone",
        "video.inclusion (line 2)",
        "  licence: 4.0 → 4",
    ]
    assert list(plan_lines(found, "en", in_words=True)) == [
        "video.b is new (line 3)",
        "  title.en: B",
        "  audiences: anyone",
        "video.inclusion (line 2)",
        "  licence: was 4.0, is now 4",
    ]
    assert number_line(found) == "1 new, 1 changed, 1 the same"
    assert list(head_lines(found)) == [
        "3 rows, videos, meetings",
        "columns: id, licence, kind, title, audiences",
        "taken for texts in en: title",
        "look twice: zeros are lost in 1 value (video.inclusion licence: 4.0 → 4)",
        'warning: line 3, audiences: "anyone" has not been used under audiences before',
    ]


def test_findings() -> None:
    """Each says where, with which value and what would be right; the same is said once."""
    findings = [
        Finding("line 2", "date", "soon", SOON),
        Finding("line 3", "date", "x" * 70, "it is too long"),
        Finding("line 4", "", "", "it is of no kind"),
        *(Finding(f"line {n}", "date", "soon", SOON) for n in range(5, 10)),
    ]
    assert list(finding_lines(findings)) == [
        f"line 2; line 5; line 6 and 3 more, date: {SOON}",
        f'line 3, date: "{"x" * 60}…": it is too long',
        "line 4: it is of no kind",
    ]


def test_many_findings() -> None:
    """Of many wrong values of a column ten are told, and how many there are besides."""
    for heading, where in (("part", "part"), ("", "rows")):
        findings = [
            Finding(f"line {n}", heading, "", f"{n} is wrong", Level.WARNING) for n in range(12)
        ]
        lines = list(finding_lines(findings))
        assert len(lines) == 11
        assert lines[-1] == f"{where}: and 2 more"
