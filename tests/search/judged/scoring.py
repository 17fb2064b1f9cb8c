"""How well answers fit what was judged: nDCG, and what is said on the way."""

from __future__ import annotations

import shlex
import tomllib
from dataclasses import dataclass
from math import fsum, log2
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FOLDER = Path(__file__).parent
CATALOGUE = FOLDER / "catalogue.toml"
NONE = "none"  # the class of queries to which there is no right answer
CUTOFF = 10  # how many results people look at


@dataclass(frozen=True, slots=True)
class Query:
    """What a person typed, and the grade of each record that is an answer, by id.

    `empty`: nothing at all may be found, not even something else with an announcement.
    """

    sort: str
    text: str
    grades: Mapping[str, int]
    empty: bool = False

    @property
    def arguments(self) -> list[str]:
        """The text as a shell cuts it: at spaces, except within double quotation marks."""
        cutter = shlex.shlex(self.text, posix=True)
        cutter.whitespace_split, cutter.quotes, cutter.escape, cutter.commenters = True, '"', "", ""
        return list(cutter)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back to a query: the exit code, ids best first, and what was said on stderr."""

    query: Query
    code: int
    found: tuple[str, ...]
    said: str

    @property
    def score(self) -> float:
        """nDCG@10; without a right answer, 1 for having kept to the rules and else 0."""
        if self.query.sort == NONE:
            return float(not self.breach)
        return ndcg(self.found, self.query.grades)

    @property
    def announced(self) -> bool:
        """Whether a word of the query is spoken of on stderr: every announcement names one."""
        return not set(words(self.said)).isdisjoint(words(self.query.text))

    @property
    def breach(self) -> str:
        """What must never happen and did, or nothing."""
        if self.code not in {0, 1}:
            return "refused"
        if self.found and self.query.empty:
            return "something found"
        if self.found and not self.announced and self.query.sort in {NONE, "typo"}:
            return "not announced"
        if self.query.sort == "exact" and self.score < 1:
            return "exact, yet not right"
        return ""


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten ids, from 0 to 1.

    With g the grade (0 to 3) of the record at rank i, from 1:
    DCG = Σ (2^g - 1) / log2(i + 1), nDCG = DCG of `found` / DCG of the grades, best first.
    A record that comes twice counts once. (Järvelin and Kekäläinen 2002; Burges et al. 2005.)
    """
    fresh = dict.fromkeys(found)
    return _dcg(grades.get(id_, 0) for id_ in fresh) / _dcg(sorted(grades.values(), reverse=True))


def _dcg(grades: Iterable[int]) -> float:
    ranked = list(grades)[:CUTOFF]
    return fsum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(ranked, start=1))


def queries(name: str) -> list[Query]:
    """The judged queries of a file of this folder, in its order."""
    tables = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["query"]
    return [
        Query(
            table["class"],
            table["query"],
            {id_: grade for grade in (3, 2, 1) for id_ in table.get(str(grade), ())},
            empty=table.get("empty", False),
        )
        for table in tables
    ]


def overall(answers: Iterable[Answer]) -> float:
    """The mean nDCG@10 of the queries to which there is a right answer."""
    return fmean(answer.score for answer in answers if answer.query.sort != NONE)


def breaches(answers: Iterable[Answer]) -> list[tuple[str, str]]:
    """Each query to which happened what must never happen, and what it was."""
    return [(answer.query.text, answer.breach) for answer in answers if answer.breach]


def report(name: str, answers: Sequence[Answer], *, worst: int = 30) -> str:
    """The scores, overall and by class; then breaches and the worst queries, as meant and found."""
    by_sort: dict[str, list[float]] = {}
    for answer in answers:
        by_sort.setdefault(answer.query.sort, []).append(answer.score)
    lines = [f"{name}: {overall(answers):.3f}, breaches: {len(breaches(answers))}"]
    lines += [f"  {fmean(of):.3f} {sort} ({len(of)})" for sort, of in by_sort.items()]
    bad = [answer for answer in answers if answer.score < 1 or answer.breach]
    for answer in sorted(bad, key=lambda one: (not one.breach, one.score))[:worst]:
        lines += _account(answer)
    return "\n".join([*lines, ""])


def _account(answer: Answer) -> list[str]:
    """A query's score, and each id with its grade: as meant, and as found."""
    grades = answer.query.grades
    expected = [f"{id_}={grade}" for id_, grade in grades.items()]
    found = [f"{id_}={grades.get(id_, 0)}" for id_ in answer.found[:CUTOFF]]
    breach = f" ({answer.breach})" if answer.breach else ""
    return [
        f"{answer.score:.2f} {answer.query.sort}: {answer.query.text}{breach}",
        f"     meant {' '.join(expected) or '-'}",
        f"     found {' '.join(found) or '-'}",
        *(f"     said  {line}" for line in answer.said.splitlines()),
    ]
