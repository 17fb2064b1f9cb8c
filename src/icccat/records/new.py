"""A new record, from what a person gave: every value checked, all problems at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from icccat.errors import Level, Problem, Refused
from icccat.locale import translate as _
from icccat.records.checks import CHECKS, ids, places, twins, unknown_keys, worth_having
from icccat.records.duplicates import near
from icccat.records.kinds import KINDS
from icccat.records.known import Beside, known
from icccat.records.record import Record, from_table
from icccat.records.sorts import or_nearest
from icccat.words.slug import slug

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from icccat.records.known import Known
    from icccat.records.record import Records


class New(NamedTuple):
    """A record to add, the problems it has among the others, and those that are the same.

    With a problem of level error it must not be added; it may then have no id.
    """

    record: Record
    problems: list[Problem]
    twins: list[Record]


def make(
    kind: str,
    given: Mapping[str, Sequence[str]],
    records: Records | Known,
    *,
    language: str,
    id_: str = "",
) -> New:
    """The record of what was given, checked among the others, or among what is known of them.

    `given` holds the strings given for each field, `{"title": ["…"], "title.fr": ["…"]}`.
    Raises Refused where no id can be made.
    """
    others = known(records) if isinstance(records, Mapping) else records
    table = parse(kind, given, language)
    record, wrong = from_table(kind, id_, table, language)
    wrong += [((key,), _no_field(kind, key)) for key in table if not record.declared.field(key)]
    if not id_ and not record.declared.called:
        wrong.append(
            ((), _("it is missing: a {kind} has no other name").format(kind=record.declared.label))
        )
    found = [Problem(Level.ERROR, (kind, id_, *path), sentence) for path, sentence in wrong]
    if id_ and id_ in others:
        sentence = _('the id "{id}" is taken by {other}')
        sentence = sentence.format(id=id_, other=others.of_id(id_)[-1].key)
        found.append(Problem(Level.ERROR, (kind, id_), sentence))
        record = record._replace(id="")  # it is checked beside the other, not in its place
    elif not id_ and not found:
        record = record._replace(id=new_id(record, others, language))
    everyone = Beside(others, [record])
    # said of a new record otherwise, or not at all; nor is an id wrong that is not made yet
    aside = {unknown_keys, twins, worth_having, *([] if record.id else [ids, places])}
    checks = (check for check in CHECKS if check not in aside)
    found += [problem for check in checks for problem in check(record, everyone)]
    found += _near_duplicates(record, others)
    return New(record, found, everyone.twins(record))


def _near_duplicates(record: Record, others: Known) -> Iterator[Problem]:
    """The records that the new one probably is again, but for its twins."""
    for likeness in near(record, others.records, others.at_about(record)):
        if not likeness.twin:
            path = (record.kind, record.id, likeness.field)
            yield Problem(Level.WARNING, path, likeness.sentence)


def _no_field(kind: str, name: str) -> str:
    sentence = _('"{key}" is not a field of a {kind}')
    sentence = sentence.format(key=name, kind=KINDS[kind].label)
    return or_nearest(sentence, name, [field.name for field in KINDS[kind].fields])


def parse(kind: str, given: Mapping[str, Sequence[str]], language: str) -> dict[str, Any]:
    """The TOML table that the given strings mean; `title.fr` is text in a language.

    What is no field stays as it is given, for `make` to refuse.
    """
    table: dict[str, Any] = {}
    for name, texts in given.items():
        base, dot, code = name.partition(".")
        field = KINDS[kind].field(base)
        if field is None or (dot and not field.translated):
            table[name] = texts[-1]
        elif field.translated:
            text = field.sort.parse(texts[-1], code or language)
            table[base] = table.get(base, {}) | text
        elif field.many:
            table[base] = [field.sort.parse(text, language) for text in texts]
        else:
            table[base] = field.sort.parse(texts[-1], language)
    return table


def new_id(record: Record, taken: Container[str], language: str) -> str:
    """An id for the record: its title's telling words, and what tells it from those taken.

    A clash adds the year, then the place, the month and the day; never a counter. Raises
    Refused where that is not enough.
    """
    base = slug(record.title(language)) if record.values.get(record.declared.called) else ""
    marks = _marks(record)
    least = 0 if base else min(2, len(marks))
    for number in range(least, len(marks) + 1):
        candidate = "-".join([base or record.kind, *marks[:number]])
        if candidate not in taken:
            return candidate
    raise Refused(
        _("no id can be made of the title and date that is not taken: give one with --id")
    )


def _marks(record: Record) -> list[str]:
    """What tells a record from its like: year, place, month, day."""
    dates = record.dates
    place = next((slug(city) or country.lower() for city, country in record.places), "")
    if not dates:
        return [place] if place else []
    year, *rest = str(dates[0]).split("-")
    return [year, *([place] if place else []), *rest]
