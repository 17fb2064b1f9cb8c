"""What is put to a person: sentences, and a question with what can be answered to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.guide.offers import Offer


class Said(NamedTuple):
    """A sentence to say before the next question; `tone` is echo, help, warning or wrong."""

    text: str
    tone: str = "echo"


class Question(NamedTuple):
    """A question: what it is about, how to answer, and the answer that Enter stands for.

    `rows` are lines that stand above it, `listed` are short and may share a line; `offers` is what
    Tab completes, for each item where an answer holds `many`.
    """

    label: str
    hint: str = ""
    rows: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    default: str = ""
    offers: Sequence[Offer] = ()
    many: bool = False
