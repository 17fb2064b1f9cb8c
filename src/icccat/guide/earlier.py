"""What a new record may take over from an earlier one: not what is that one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from icccat.records.kinds import KINDS
from icccat.records.likeness import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.fields import Field
    from icccat.records.record import Record, Records

Given: TypeAlias = Mapping[str, Sequence[str]]
"""The texts given for each field, as options give them: `{"title": ["…"], "title.fr": ["…"]}`."""

# What a record says of itself alone; its title too, which somebody has to word anew.
OWN = frozenset(
    (
        *("title", "label", "description", "also", "match", "since"),
        *("date", "start", "end", "duration", "status"),
        *("version", "version_of", "url", "documents", "recordings"),
        *("participants", "participant_count", "supplied", "notes", "source"),
    )
)
# Of these many a record has its own; they are taken over only from a record that is named.
LOOSE = frozenset({"speakers", "places", "venue", "host", "occasion", "broader"})


def copied(record: Record, given: Given, records: Records, language: str) -> dict[str, list[str]]:
    """What was given, and what a new record takes over from its model where nothing was.

    Text by language has its language in its name. The number is that which follows the last one
    of the series.
    """
    own = by_language(record.kind, given, language)
    bases = {name.partition(".")[0] for name in own}
    taken = {
        name: texts
        for field in record.declared.fields
        if field.name in record.values and field.name not in OWN | bases
        for name, texts in _texts(field, record)
    }
    name = NUMBERS.get(record.kind, "")
    if name in taken:
        [series] = own.get("series") or taken.get("series") or [""]
        following = next_number(record.kind, series, records)
        taken[name] = [str(following or record.values[name] + 1)]
    return taken | own


def by_language(kind: str, given: Given, language: str) -> dict[str, list[str]]:
    """What was given, text in the catalogue's language under a name that says so: `title.en`."""
    translated = {field.name for field in KINDS[kind].fields if field.translated}
    return {
        f"{name}.{language}" if name in translated else name: list(texts)
        for name, texts in given.items()
    }


def suggested(record: Record, name: str) -> list[str]:
    """What a similar record holds in a field, where the new one probably does too."""
    base = name.partition(".")[0]
    field = record.declared.field(base)
    if field is None or base in OWN | LOOSE | {*NUMBERS.values()} or base not in record.values:
        return []
    return dict(_texts(field, record)).get(name, [])


def _texts(field: Field, record: Record) -> Iterator[tuple[str, list[str]]]:
    """The names by which a field is given, with what is given: `title.fr` is one of its own."""
    value = record.values[field.name]
    if field.translated:
        yield from ((f"{field.name}.{code}", [text]) for code, text in value.items())
    else:
        yield field.name, [field.sort.cell(one) for one in field.items(value)]


def next_number(kind: str, series: str, records: Records) -> int | None:
    """The number after the last of a series; none where none of it has one."""
    name = NUMBERS[kind]
    numbers = [
        int(one.values[name])
        for one in records[kind].values()
        if series and one.get("series") == series and name in one.values
    ]
    return max(numbers) + 1 if numbers else None
