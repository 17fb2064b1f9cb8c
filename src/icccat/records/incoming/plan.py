"""The plan of an import: what is new, what changes, what is the same, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from icccat.errors import Refused
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.change import Change, changed_table
from icccat.records.clashes import settled
from icccat.records.edit import new_problems
from icccat.records.incoming import Finding
from icccat.records.incoming.cells import Reading, as_text
from icccat.records.incoming.headings import OTHER
from icccat.records.incoming.identity import identified
from icccat.records.incoming.lines import by_id, lines_of
from icccat.records.incoming.said import said_of_dates, said_of_languages, said_of_sheet
from icccat.records.incoming.suspicions import suspicions
from icccat.records.incoming.texts import language_of, plain_language
from icccat.records.kinds import every_field
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from icccat.errors import Problem
    from icccat.records.incoming import Sheet, There, Wanted
    from icccat.records.incoming.headings import Heading
    from icccat.records.incoming.identity import Read, Unsure
    from icccat.records.incoming.lines import Line


class Plan(NamedTuple):
    """What an import would do.

    `places` says where each record stands in the file, by `kind.id`; `same` how many rows change
    nothing; `findings` what is wrong, or worth a warning; `said` what was understood, `odd` what
    looks like an accident; `unsure` the rows about which a person may decide.
    """

    changes: list[Change]
    places: dict[str, str]
    same: int
    findings: list[Finding]
    said: list[str]
    odd: list[str]
    unsure: list[Unsure]


def plan(
    sheets: Sequence[Sheet], there: There, wanted: Wanted, answers: Mapping[str, str] | None = None
) -> Plan:
    """The plan of the changes that the rows of a file make to the catalogue.

    `answers` are the ids of the records that unsure rows are, by place, "" for new ones. Raises
    Refused where the headings, or the language of the texts, cannot be understood.
    """
    ids = by_id(record for of_kind in there.records.values() for record in of_kind.values())
    found = [lines_of(sheet, wanted, ids) for sheet in sheets]
    lines = [line for one in found for line in one.lines]
    plain = plain_language(lines, wanted.language, there.language)
    reading = Reading(there.language, wanted.order, plain, wanted.language or there.language)
    _refuse_doubles((one.headings for one in found), reading)
    known = identified(lines, reading, there.records, answers or {})
    changes = [_change(one, there) for one in known.lines]
    made = [change for change in changes if change]
    return Plan(
        changes=made,
        places=_places(known.lines, lines),
        same=len(changes) - len(made),
        findings=[
            *(finding for one in found for finding in one.findings),
            *known.findings,
            *(finding for one in known.lines for finding in one.values.findings),
            *_problems(made, known.lines, there),
        ],
        said=[
            *(said for pair in zip(sheets, found, strict=True) for said in said_of_sheet(*pair)),
            *said_of_languages(found, reading),
            *said_of_dates(each for one in known.lines for each in one.values.read),
        ],
        odd=suspicions(known.lines),
        unsure=known.unsure,
    )


def _refuse_doubles(sheets: Iterable[Sequence[Heading]], reading: Reading) -> None:
    """Raise Refused for headings of one sheet that stand for the same."""
    fields, wrong = every_field(), []
    for headings in sheets:
        seen: dict[tuple[str, str], Heading] = {}
        for heading in headings:
            if not heading.is_read or heading.name == OTHER:
                continue
            field = fields.get(heading.name)
            language = language_of(heading, reading) if field and field.translated else ""
            if seen.setdefault((heading.name, language), heading) != heading:
                sentence = _('"{first}" and "{second}" are both read as {field}: rename one')
                first = seen[heading.name, language].text
                wrong.append(sentence.format(first=first, second=heading.text, field=heading.field))
    if wrong:
        raise Refused(*wrong)


def _change(one: Read, there: There) -> Change | None:
    """What the line changes; nothing where all is the same."""
    line, values = one
    if line.record is None:
        clean = {name: value for name, value in values.values.items() if value is not None}
        table = Record(line.kind, line.id, clean).plain() | values.other
        return Change(line.kind, line.id, None, table)
    if not values.values and not values.other:
        return None
    before = there.data[line.kind][line.id]
    after = changed_table(line.record, before, values.values) | values.other
    after = {name: value for name, value in after.items() if value is not None}
    return Change(line.kind, line.id, before, settled(after, values.named))


def _places(known: Iterable[Read], given: Iterable[Line]) -> dict[str, str]:
    """Where each record stands in the file, and whether it was known by its likeness alone."""
    without = {line.place for line in given if not line.id}
    found = {}
    for line, _values in known:
        is_taken = line.record is not None and line.place in without
        words = _("{place}, which has no id and is the same") if is_taken else "{place}"
        found[f"{line.kind}.{line.id}"] = words.format(place=line.place)
    return found


def _problems(changes: Sequence[Change], known: Iterable[Read], there: There) -> Iterator[Finding]:
    """What is newly wrong with the records, but for what was said of a cell already."""
    by_key = {(one.line.kind, one.line.id): one for one in known}
    for problem in new_problems(changes, there.records, there.language):
        line, values = by_key[problem.path[0], problem.path[1]]
        finding = _finding(problem, line)
        if not any(one.heading and one.heading == finding.heading for one in values.findings):
            yield finding


def _finding(problem: Problem, line: Line) -> Finding:
    """The problem as one of the line; its value is that of the cell that it comes from.

    Where it may come from several cells, it is told of all their headings.
    """
    _kind, _id, name, *_inside = (*problem.path, "")
    cells = [(heading, cell) for heading, cell in line.cells if name and heading.name == name]
    codes = [one for one in cells if one[0].code and one[0].code in problem.path]
    if found := codes or cells:
        value = as_text(found[0][1]) if len(found) == 1 else ""
        headings = ", ".join(heading.text for heading, _cell in found)
        return Finding(line.place, headings, value, problem.message, problem.level)
    message = labelled(name, problem.message) if name else problem.message
    return Finding(line.place, "", "", message, problem.level)
