"""Small catalogues for tests, and what a search answers from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from asking import CONTEXT

from icccat.catalogue.catalogue import parse
from icccat.search import match, query
from icccat.search.announcements import announcements
from icccat.search.found import Found, Shown
from icccat.search.index.making import of
from icccat.search.order import ranked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.search.index import Index
    from icccat.search.match import Answer


VOCABULARY = """
[topic.refugees]
label = { en = "Refugees", fr = "Réfugiés" }
also = ["asylum seekers"]

[topic.youth]
label = { en = "Young people", fr = "Jeunesse" }

[place."Lisbon, PT"]
also = ["Lisboa", "Ulissipo"]
"""
OFF = "(--exact to switch this off)"


def titled(*titles: str, more: str = "") -> str:
    """A catalogue of the videos x1, x2 and so on with these titles, and more records."""
    videos = (f'[video.x{number}]\ntitle = "{title}"\n' for number, title in enumerate(titles, 1))
    return "".join(videos) + more


def index_of(text: str) -> Index:
    """An index in memory of a catalogue's text."""
    return of(parse(text, Path("catalogue.toml")))


def answer(asked: str, index: Index, *, exact: bool = False) -> Answer:
    """What a query finds, as it is typed, on a fixed day."""
    return match.find(query.parse(asked, CONTEXT), index, exact=exact)


def ids(answer: Answer, index: Index) -> list[str]:
    """The ids of the records that were found, in the order in which they are shown."""
    return [record.id for record in index.read(ranked(answer.scores, index, "en"))]


def asked(text: str, words: str, *, exact: bool = False) -> tuple[str, str, list[str]]:
    """What is found, how (`word: step, what was met`), and what is said of it."""
    with index_of(text) as index:
        found_ = answer(words, index, exact=exact)
        shown = list(ranked(found_.scores, index, "en"))
        ids_ = [record.id for record in index.read(shown)]
        return " ".join(ids_), _steps(found_, shown), list(announcements(found_))


def _steps(answer: Answer, shown: Iterable[int]) -> str:
    """Each way in which a word was met, once."""
    ways = [
        f"{one.word}: {one.step} {' '.join(one.met)}"
        for number in shown
        for one in found(answer, number)
    ]
    return "; ".join(dict.fromkeys(ways))


def found(answer: Answer, number: int) -> list[Found]:
    """How each word of the query was met in a record that was found."""
    return list(Shown(answer, [number]).found(number))


def met(answer: Answer, number: int) -> frozenset[str]:
    """All words of a record by which it was found."""
    ways = Shown(answer, [number]).ways(number)
    return frozenset(word for way in ways for word in way.words)


def not_found(word: str, *others: str) -> list[str]:
    """What is said of a mistyped word."""
    shown = ", ".join(f"“{other}”" for other in others)
    return [f"“{word}” was not found: showing {shown} {OFF}"]
