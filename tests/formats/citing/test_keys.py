"""The keys by which works are cited."""

from __future__ import annotations

from typing import Any

import pytest
from formats.citing.works import texts
from hypothesis import given

from icccat.formats.citing.keys import document_keys, safe


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("policy-lab-helsinki", "policy-lab-helsinki"),
        ("A_b.2", "A_b.2"),
        ("a b", "a+20.b"),
        ("a+20.b", "a+2b.20.b"),
        ("{é,}", "+7b.+e9.+2c.+7d."),
    ],
)
def test_safe(id_: str, expected: str) -> None:
    """A well-formed id is its own key; in another each character that is not safe is spelt."""
    assert safe(id_) == expected


@given(texts, texts)
def test_no_two_ids_have_one_key(first: str, second: str) -> None:
    """Keys are as different as the ids, and hold only what every program takes for a key."""
    assert (safe(first) == safe(second)) == (first == second)
    assert safe(first).isascii()
    assert not set(safe(first)) & set(" \t\r\n\"#%'(),={}~\\:")


def test_document_keys() -> None:
    """A key says type and language; the second of its like has a number."""
    documents: list[dict[str, Any]] = [
        {"title": {"en": "Report"}, "type": "report"},
        {"title": {"en": "Rapport"}, "type": "report", "language": "fr"},
        {"title": {"en": "Annex"}, "type": "report"},
        {"title": {"uk": "Звіт"}},
        {"title": {"en": "Letter"}, "type": "Lettre d’été"},
    ]
    assert [*document_keys("lab", documents)] == [
        "lab:report-en",
        "lab:report-fr",
        "lab:report-en-2",
        "lab:document-uk",
        "lab:lettre-ete-en",
    ]
