"""What is wrong with links, in words, with the command that mends it."""

from __future__ import annotations

import pytest

from icccat.errors import Level, Problem
from icccat.links.outcome import Outcome, Sort
from icccat.links.problems import notes, problems

A = "https://x.org/a"
PATH = ("video", "a", "url")


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (
            Outcome(Sort.FRONT, 200, "https://x.org/"),
            "leads to the front page https://x.org/ only: it is probably gone",
        ),
        (Outcome(Sort.GONE, 410), "is gone: its server answers 410"),
        (Outcome(Sort.FAULTY, 503), "gives an error: its server answers 503"),
        (Outcome(Sort.FAULTY, detail="x.org"), "gives nothing: x.org does not answer properly"),
        (Outcome(Sort.NO_HOST, detail="x.org"), "leads nowhere: there is no host x.org"),
        (Outcome(Sort.REFUSED, detail="x.org"), "gives nothing: x.org refuses the connection"),
        (Outcome(Sort.SILENT, detail="x.org"), "gives nothing: x.org does not answer in time"),
        (
            Outcome(Sort.INSECURE, detail="certificate has expired"),
            "is not secure: certificate has expired",
        ),
        (
            Outcome(Sort.PRIVATE, detail="10.0.0.1"),
            "leads to the private address 10.0.0.1: not asked for",
        ),
        (
            Outcome(Sort.ASTRAY, detail="ftp://x"),
            "leads to ftp://x, which is no address on the web",
        ),
        (
            Outcome(Sort.ENDLESS, detail="https://x.org/b"),
            "is sent on from address to address without end",
        ),
    ],
)
def test_warnings(outcome: Outcome, sentence: str) -> None:
    """A link that is dead, or may be, is a warning at each place where it stands."""
    paths = [PATH, ("meeting", "b", "documents", "0", "url")]
    assert list(problems({A: paths}, {A: outcome})) == [
        Problem(Level.WARNING, path, f"{A} {sentence}") for path in paths
    ]


@pytest.mark.parametrize("sort", [Sort.FINE, Sort.CLOSED, Sort.UNKNOWN])
def test_no_problem(sort: Sort) -> None:
    """What is fine, or not known, is no problem of the catalogue."""
    assert list(problems({A: [PATH]}, {A: Outcome(sort, 200, A)})) == []


@pytest.mark.parametrize(
    ("path", "there", "mend"),
    [
        (PATH, "https://x.org/b-1.html", "icccat edit a url=https://x.org/b-1.html"),
        (PATH, "https://x.org/?v=1&w=2", 'icccat edit a "url=https://x.org/?v=1&w=2"'),
        (PATH, "https://x.org/(a,b)", 'icccat edit a "url=https://x.org/(a,b)"'),
        (PATH, "https://x.org/$HOME", ""),
        (PATH, 'https://x.org/"', ""),
        (PATH, "https://x.org/`id`", ""),
        (PATH, "https://x.org/a b", ""),
        (("video", "a;b", "url"), "https://x.org/b", ""),
        (("topic", "t", "match"), "https://x.org/b", "icccat edit t match=https://x.org/b"),
        (("video", "a", "documents", "0", "url"), "https://x.org/b", "icccat edit a"),
    ],
)
def test_moved(path: tuple[str, ...], there: str, mend: str) -> None:
    """A link that has moved is advice, with a command that no shell reads amiss."""
    sentence = f"{A} has moved for good to {there}"
    assert list(problems({A: [path]}, {A: Outcome(Sort.MOVED, 200, there)})) == [
        Problem(Level.ADVICE, path, sentence, mend)
    ]


def test_notes() -> None:
    """Of what nothing is known is told how many there are, and at which hosts."""
    closed, unknown = Outcome(Sort.CLOSED, 403), Outcome(Sort.UNKNOWN, detail="x.org")
    assert notes({A: Outcome(Sort.FINE, 200, A)}) == []
    assert notes({"https://y.org/a": closed, A: unknown}) == [
        "1 link is closed to programs, so try it yourself: y.org",
        "1 link could not be looked up: is this computer online?",
    ]
    many = {f"https://{host}.org/{page}": closed for host in "zy" for page in "ab"}
    assert notes(many) == ["4 links are closed to programs, so try them yourself: y.org, z.org"]
