"""The way from an address over those it is sent on to, and how it ends."""

from __future__ import annotations

import pytest

from icccat.links.outcome import Dead, Outcome, Sort
from icccat.links.request import Answer
from icccat.links.way import follow

A, B, C = "https://x.org/a", "https://x.org/b", "https://y.org/c"
WAYS = {
    "fine": ({A: (200, "")}, Outcome(Sort.FINE, 200, A)),
    "no content": ({A: (204, "")}, Outcome(Sort.FINE, 204, A)),
    "gone": ({A: (404, "")}, Outcome(Sort.GONE, 404)),
    "gone for good": ({A: (410, "")}, Outcome(Sort.GONE, 410)),
    "closed": ({A: (403, "")}, Outcome(Sort.CLOSED, 403)),
    "faulty": ({A: (500, "")}, Outcome(Sort.FAULTY, 500)),
    "sent nowhere": ({A: (302, "")}, Outcome(Sort.FAULTY, 302)),
    "moved": ({A: (301, "/b"), B: (200, "")}, Outcome(Sort.MOVED, 200, B)),
    "moved, once more": ({A: (308, B), B: (301, C), C: (200, "")}, Outcome(Sort.MOVED, 200, C)),
    "elsewhere for now": ({A: (302, B), B: (200, "")}, Outcome(Sort.FINE, 200, A)),
    "moved, and elsewhere for now": (
        {A: (301, B), B: (307, C), C: (200, "")},
        Outcome(Sort.MOVED, 200, B),
    ),
    "elsewhere for now, which has moved": (
        {A: (303, B), B: (301, C), C: (200, "")},
        Outcome(Sort.FINE, 200, A),
    ),
    "moved, and gone": ({A: (301, B), B: (404, "")}, Outcome(Sort.GONE, 404)),
    "front": ({A: (302, "/"), "https://x.org/": (200, "")}, FRONT := Outcome(Sort.FRONT, 200, "https://x.org/")),
    "front of another": ({A: (301, "https://x.org/")} | {"https://x.org/": (200, "")}, FRONT),
    "loop": ({A: (301, B), B: (301, A)}, Outcome(Sort.ENDLESS, detail=A)),
    "to itself": ({A: (302, A)}, Outcome(Sort.ENDLESS, detail=A)),
    "off the web": ({A: (301, "mailto:a@b")}, Outcome(Sort.ASTRAY, detail="mailto:a@b")),
    "nonsense": ({A: (301, "http://[x")}, Outcome(Sort.ASTRAY, detail="http://[x")),
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS)
def test_follow(name: str) -> None:
    """Each way ends as it should."""
    answers, outcome = WAYS[name]

    def ask(address: str) -> Answer:
        if address not in answers:
            raise Dead(Sort.ASTRAY, detail=address)
        return Answer(*answers[address])

    assert follow(A, ask) == outcome


def test_hops() -> None:
    """Five hops are followed, a sixth is not."""

    def ask(address: str) -> Answer:
        asked.append(address)
        number = int(address[-1])
        return Answer(301, f"/{number - 1}") if number else Answer(200, "")

    asked: list[str] = []
    assert follow("https://x.org/5", ask) == Outcome(Sort.MOVED, 200, "https://x.org/0")
    asked.clear()
    assert follow("https://x.org/6", ask) == Outcome(Sort.ENDLESS, detail="https://x.org/0")
    assert len(asked) == 6


@pytest.mark.parametrize(
    ("start", "location", "end"),
    [
        ("https://x.org/a#p", "/b", "https://x.org/b#p"),
        ("https://x.org/a#p", "/b#q", "https://x.org/b#q"),
        ("https://x.org/a/b?c", "d", "https://x.org/a/d"),
        ("http://x.org", "https://x.org/", "https://x.org/"),
        ("https://x.org/?id=3", "/new/3", "https://x.org/new/3"),
    ],
)
def test_where_it_moved(start: str, location: str, end: str) -> None:
    """The new address is whole, and the part of the page that was meant goes along."""
    answers = {start: Answer(301, location), end: Answer(200, "")}
    assert follow(start, answers.__getitem__) == Outcome(Sort.MOVED, 200, end)
