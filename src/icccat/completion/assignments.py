"""Assignments: the fields that a record may have, and what they may be set to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icccat.completion.candidate import Candidate, Offer
from icccat.locale import LANGUAGES
from icccat.records.kinds import EVENTS, KINDS, every_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.completion.asked import Asked
    from icccat.completion.catalogue import Catalogue
    from icccat.records.fields import Field

_SIGN = re.compile(r"([\w.]+)[+-]?=")
BETWEEN = "; "  # the values of a list


def assignments(asked: Asked, catalogue: Catalogue) -> Offer:
    """A field with an equals sign; after that a value, of a list after others."""
    fields = _fields(asked, catalogue)
    found = _SIGN.match(asked.typed)
    if not found:
        return Offer(asked, _names(fields, catalogue.language, of_add=asked.command == "add"))
    asked = asked.after(found.end())
    field = fields.get(found[1])
    if field is None:
        return Offer(asked)
    asked = asked.after_last(BETWEEN) if field.many else asked
    return Offer(asked, catalogue.values(field, asked.typed))


def _fields(asked: Asked, catalogue: Catalogue) -> dict[str, Field]:
    """The fields of the kind that is added, or of the record that is edited, or of all."""
    record = catalogue.record(asked.words[0]) if asked.words else None
    kind = record.kind if record else asked.kind
    return every_field((kind,) if kind in KINDS else EVENTS)


def _names(fields: dict[str, Field], language: str, *, of_add: bool) -> Iterator[Candidate]:
    if not of_add:
        yield Candidate("id=", "id")
    for name, field in fields.items():
        label = field.label.in_(language)
        yield Candidate(f"{name}=", label)
        if field.translated:
            yield from (Candidate(f"{name}.{code}=", f"{label} ({code})") for code in LANGUAGES)
