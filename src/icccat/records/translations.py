"""Text by language: the texts of a record, and the language that a reader sees each in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from icccat.records.fields import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record

Texts: TypeAlias = "Mapping[str, str]"
"""One text by language: {code: text}."""


def translations(record: Record) -> Iterator[tuple[Field, tuple[str, ...], Texts]]:
    """Each text by language of the record and of its documents: its field, its path, itself."""
    for field in record.declared.fields:
        if field.name in record.values:
            value = record.values[field.name]
            if field.translated:
                yield field, (field.name,), value
            elif isinstance(field.sort, Document):
                for number, document in enumerate(value):
                    for inner in field.sort.fields:
                        if inner.translated and inner.name in document:
                            path = (field.name, str(number), inner.name)
                            yield inner, path, document[inner.name]


def lacks(record: Record, language: str) -> bool:
    """Whether one of its texts is not in this language."""
    return any(language not in texts for _field, _path, texts in translations(record))


def in_place_of(language: str, texts: Texts) -> str:
    """The code of the language shown to readers of `language`, who lack it; "" where they do not.

    As sorts of text show it: English, else the first language there is.
    """
    if not texts or language in texts:
        return ""
    return "en" if "en" in texts else next(iter(texts))
