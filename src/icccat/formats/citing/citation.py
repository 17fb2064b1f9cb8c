"""What is said of a work that is cited, whatever the format says it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from icccat.records.dates import Date

Form: TypeAlias = Literal["video", "report", "meeting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A video, a report of a meeting (or paper of a video), or a meeting that has none.

    Text is as the catalogue has it; "" and () are what is not known. `key` is unique and safe in
    BibTeX. `issued` is one date, or the first and last day of a meeting. `language` is the
    work's, `title_language` that of the title, by their codes. `part_of` is the title of the
    record that a report belongs to; `held` and `places` are when and where the meeting was.
    `number` is the place in the series, `reference` the number among official documents.
    `note` may stand in a bibliography; `remarks` are for the person who keeps it.
    """

    key: str
    form: Form
    genre: str
    title: str
    title_language: str
    language: str
    authors: tuple[str, ...]
    speakers: tuple[str, ...]
    publisher: str
    publisher_place: str
    issued: tuple[Date, ...]
    part_of: str
    held: tuple[Date, ...]
    places: tuple[str, ...]
    series: str
    number: str
    reference: str
    url: str
    abstract: str
    keywords: tuple[str, ...]
    note: str
    remarks: tuple[str, ...]
