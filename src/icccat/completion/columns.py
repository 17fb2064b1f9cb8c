"""The columns that a table may have, and be ordered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.completion.candidate import Candidate, Offer
from icccat.records.columns import MADE
from icccat.records.kinds import every_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.completion.asked import Asked
    from icccat.completion.catalogue import Catalogue


def columns(asked: Asked, catalogue: Catalogue) -> Offer:
    """A column, after others with commas between them."""
    return Offer(asked.after_last(","), _all(catalogue.language))


def orders(asked: Asked, catalogue: Catalogue) -> Offer:
    """A column, or one the other way round."""
    return Offer(asked.after(asked.typed.startswith("-")), _all(catalogue.language))


def _all(language: str) -> Iterator[Candidate]:
    """Every field, and what is made of several."""
    for made in MADE.values():
        yield Candidate(made.name, made.label.in_(language))
    for field in every_field().values():
        if field.name not in MADE:
            yield Candidate(field.name, field.label.in_(language))
