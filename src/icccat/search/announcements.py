"""What is said of an answer that is not quite what was asked: every loosening, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.locale import quoted
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.search.ladder import Rung
    from icccat.search.match import Answer

_FEW = 3  # words that a sentence names


def announcements(answer: Answer) -> Iterator[str]:
    """A sentence for each word that was taken for another, and for those that are missing."""
    if not answer.scores:
        return
    yield from dict.fromkeys(_of(rung) for rung in answer.rungs if _is_shown(rung, answer))
    if answer.missing:
        sentence = _("no record has all the words: showing those with most, without {words}")
        yield sentence.format(words=_quoted(answer.missing))


def _is_shown(rung: Rung, answer: Answer) -> bool:
    """Whether a word was taken for another, and one of the records was found by that."""
    if rung.step == "apart" or not rung.loosened:
        return rung.step == "apart"
    met = answer.places.columns([way.words for way in rung.ways])
    return any(not answer.scores.keys().isdisjoint(numbers) for numbers in met.values())


def _of(rung: Rung) -> str:
    """What a word was taken for."""
    if rung.step == "apart":
        sentence = _("“{word}” stands nowhere as it is: showing records with its words")
    elif rung.step == "beginning":
        sentence = _(
            "“{word}” is no word here: showing words that begin with it, {others}"
            " (--exact to switch this off)"
        )
    else:
        sentence = _("“{word}” was not found: showing {others} (--exact to switch this off)")
    return sentence.format(word=rung.word, others=_quoted(rung.loosened))


def _quoted(words: Sequence[str]) -> str:
    """The words in quotation marks, the first few of them."""
    shown = ", ".join(map(quoted, words[:_FEW]))
    return shown if len(words) <= _FEW else _("{words} and others").format(words=shown)
