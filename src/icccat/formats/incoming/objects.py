"""Rows from JSON: our own envelope, a list of objects, or an object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icccat.formats.incoming import Incoming, Row, Sheet, ytdlp
from icccat.formats.incoming.documents import Unfit, only_value, unusable, values
from icccat.formats.incoming.encodings import decoded
from icccat.formats.incoming.refusals import expect_few, line, refused
from icccat.formats.json import SCHEMA
from icccat.locale import labelled
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.formats.incoming import Source


def read_json(source: Source) -> Incoming:
    """The objects of a JSON file: of our envelope, of a list, or what yt-dlp knows of videos."""
    text, said = decoded(source)
    found = only_value(source, text)
    infos = ytdlp.infos(found)
    if infos is not None:
        return ytdlp.incoming(source, infos, said)
    if len(found) != 1:
        sentence = _("there are several values, or none: objects line by line come in as ndjson")
        raise refused(source, sentence)
    records = _records(source, found[0])
    return _incoming(source, [(f"records[{n}]", one) for n, one in enumerate(records)], said)


def read_ndjson(source: Source) -> Incoming:
    """The objects of a file that has one on each line."""
    text, said = decoded(source)
    found, wrong = [], []
    for number, one in enumerate(text.split("\n"), 1):
        try:
            found += [(line(number), value) for value in _only(one)]
        except Unfit as unfit:
            wrong.append(labelled(line(number), unfit.sentence))
    if wrong:
        raise refused(source, *wrong)
    infos = ytdlp.infos([value for _place, value in found])
    if infos is not None:
        return ytdlp.incoming(source, infos, said)
    return _incoming(source, found, said)


def _only(text: str) -> list[Any]:
    """The value of a line, none of a blank one; raises Unfit where there are several."""
    found = values(text)
    if len(found) > 1:
        raise Unfit(_("there is more than one object on the line"))
    return found


def _records(source: Source, value: object) -> Sequence[object]:
    """The records of our envelope, or of a plain list; raises Refused for anything else."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or "schema" not in value:
        raise refused(source, _("this is no list of objects, and no JSON of icccat"))
    if value["schema"] != SCHEMA:
        sentence = _("this is JSON of the schema {schema}, and not of {ours}")
        raise refused(source, sentence.format(schema=value["schema"], ours=SCHEMA))
    records = value.get("records")
    if value.get("type") != "records" or not isinstance(records, list):
        sentence = _("this is JSON of icccat, but no records: {type}")
        raise refused(source, sentence.format(type=value.get("type")))
    return records


def _incoming(source: Source, found: Sequence[tuple[str, object]], said: str) -> Incoming:
    """The objects as rows; raises Refused with all that is wrong."""
    expect_few(source, found)
    wrong = [labelled(place, sentence) for place, one in found for sentence in _wrong(one)]
    if wrong:
        raise refused(source, *wrong)
    rows, headings = [], dict[str, None]()
    for place, one in found:
        row = _spread(one)
        headings |= dict.fromkeys(row)
        rows.append(Row(place, {key: cell for key, cell in row.items() if not is_blank(cell)}))
    return Incoming([Sheet("", list(headings), rows)], [said])


def _wrong(one: object) -> Iterator[str]:
    """What is wrong with a value that should be a record."""
    if not isinstance(one, dict):
        yield _("this is no object: a record is a name and a value for each field")
        return
    other = one.get("other")
    if isinstance(other, dict):
        for key in other.keys() & one.keys():
            yield _('"{key}" is there twice, once in "other"').format(key=key)
    sentence = unusable(one)
    if sentence:
        yield sentence


def _spread(record: Any) -> dict[str, Any]:  # noqa: ANN401 (an object, as checked)
    """The cells of a record, with those that our export put into `other`."""
    other = record.get("other")
    if not isinstance(other, dict):
        return dict(record)
    return {key: value for key, value in record.items() if key != "other"} | other


def is_blank(value: object) -> bool:
    """Whether a cell says nothing."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())
