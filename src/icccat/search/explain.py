"""A query as it was understood, in words; and how each word of it was met in a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.locale import count, labelled, quoted
from icccat.locale import translate as _
from icccat.search.found import DATE, Found
from icccat.search.tree import And, Dated, Not, Query, Value, Words
from icccat.words.fold import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.search.found import Shown

INDENT = "  "


def explain(query: Query) -> list[str]:
    """The lines of the explanation; what belongs to a line is indented below it."""
    match query:
        case Words():
            return [_words(query)]
        case Dated(written, test):
            sentence = _("the date {date}, or {words}")
            return [sentence.format(date=test.said, words=_words(written))]
        case Value(name, tests):
            either = _(" or ").join(test.said for test in tests)
            return [labelled(name, either)]
        case Not(inner):
            return [_("not:"), *_below([inner])]
        case And(parts):
            head = _("all of these:") if parts else _("every video and meeting")
            return [head, *_below(parts)]
        case _:
            return [_("one of these:"), *_below(query.parts)]


def _below(parts: Sequence[Query]) -> Iterator[str]:
    return (f"{INDENT}{line}" for part in parts for line in explain(part))


def _words(asked: Words) -> str:
    """What is looked for in texts."""
    if asked.phrase:
        return _("the words “{text}”, next to each other").format(text=asked.text)
    if asked.prefix:
        return _("a word that begins with “{text}”").format(text=asked.text)
    if asked.exact:
        return _("the word “{text}”, in this form only").format(text=asked.text)
    sought = words(asked.text)
    sentence = count("the word {words}", "the words {words}, anywhere", len(sought))
    return sentence.format(words=", ".join(sought))


def explain_record(id_: str, shown: Shown, number: int) -> str:
    """How a record was found: `policy-lab-helsinki 26.88: helsinki exact in title; 2019 date`."""
    met = "; ".join(map(_met, shown.found(number)))
    score = f"{id_} {shown.answer.scores[number]:.2f}"
    return labelled(score, met) if met else score


def _met(one: Found) -> str:
    """How a word was met, and where; what stands there, if that is something else."""
    steps = {
        "exact": _("exact"),
        "joined": _("joined"),
        "stem": _("stem"),
        "vocabulary": _("vocabulary"),
        "beginning": _("beginning"),
        "typo": _("typo"),
        DATE: _("date"),
    }
    if one.step == DATE:
        return f"{one.word} {steps[DATE]}"
    there = " ".join(one.met)
    said = steps[one.step] if there == one.word else f"{steps[one.step]} {quoted(there)}"
    columns = ", ".join(_columns()[column] for column in one.columns)
    return _("{word} {step} in {columns}").format(word=one.word, step=said, columns=columns)


def _columns() -> dict[str, str]:
    """What the columns of the index are called."""
    return {
        "title": _("title"),
        "topics": _("topics"),
        "people": _("people"),
        "places": _("places"),
        "description": _("description"),
        "series": _("series"),
        "audiences": _("audiences"),
        "rest": _("other fields"),
    }
