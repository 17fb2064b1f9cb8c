"""What yt-dlp knows of videos: an info.json, a playlist of them, or what `yt-dlp -j` writes.

Taken are the fields that a catalogue has and that are facts: not who uploaded it, which is not
who made it; not `url`, `formats` and `thumbnails`, whose links carry signatures and expire; not
`automatic_captions`, which nobody has written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from icccat.formats.incoming import Incoming, Row, Sheet
from icccat.formats.incoming.documents import only_value, unusable
from icccat.formats.incoming.encodings import decoded
from icccat.formats.incoming.refusals import refused
from icccat.locale import count, labelled
from icccat.locale import translate as _
from icccat.records.standards import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from icccat.formats.incoming import Source

HEADINGS = (
    "kind",
    "title",
    "description",
    "date",
    "languages",
    "subtitles",
    "duration",
    "url",
)
_MARKS = ("_type", "extractor", "extractor_key", "ie_key")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_ISO_8601 = re.compile(r"PT(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d+)?S)?", re.ASCII)
_LONGEST = 1000 * 3600  # seconds; what is longer is no video


def read(source: Source) -> Incoming:
    """The videos of an info.json, one after the other; raises Refused where it is none."""
    text, said = decoded(source)
    found = infos(only_value(source, text))
    if found is None:
        raise refused(source, _("this is no info.json of yt-dlp"))
    return incoming(source, found, said)


def infos(values: Iterable[Any]) -> list[Any] | None:
    """The videos of these values, lists and playlists opened; nothing where some are no such.

    A video that is gone is None in its playlist, and here.
    """
    found: list[Any] = []
    waiting = list(values)[::-1]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list) and one:
            waiting += one[::-1]
        elif isinstance(one, dict) and isinstance(one.get("entries"), list) and _is_info(one):
            waiting += [None if entry is None else entry for entry in one["entries"][::-1]]
        elif one is None or _is_info(one):
            found.append(one)
        else:
            return None
    return found if any(found) else None


def _is_info(value: object) -> bool:
    """Whether an object is what yt-dlp writes of a video or a playlist."""
    return (
        isinstance(value, dict)
        and any(mark in value for mark in _MARKS)
        and any(key in value for key in ("webpage_url", "entries", "ie_key"))
    )


def incoming(source: Source, found: Sequence[Any], said: str) -> Incoming:
    """A row for each video; raises Refused where a value of it cannot be used."""
    videos = [info for info in found if info is not None]
    places = [_("video {number}").format(number=n) for n, _info in enumerate(videos, 1)]
    rows = [Row(place, _cells(info)) for place, info in zip(places, videos, strict=True)]
    wrong = [labelled(row.place, sentence) for row in rows if (sentence := unusable(row.cells))]
    if wrong:
        raise refused(source, *wrong)
    return Incoming(
        [Sheet("", HEADINGS, rows)],
        [said, _("this is what yt-dlp knows of videos"), *_left_out(found, rows)],
    )


def _left_out(found: Sequence[Any], rows: Sequence[Row]) -> list[str]:
    """A sentence on the videos that are gone, and one on those without a page."""
    gone = sum(info is None for info in found)
    pages = sum("url" not in row.cells for row in rows)
    said = []
    if gone:
        sentence = count(
            "{number} video of the list is gone, and left out",
            "{number} videos of the list are gone, and left out",
            gone,
        )
        said.append(sentence.format(number=gone))
    if pages:
        sentence = count(
            "{number} video names no page, so it has no link",
            "{number} videos name no page, so they have no link",
            pages,
        )
        said.append(sentence.format(number=pages))
    return said


def _cells(info: dict[str, Any]) -> dict[str, object]:
    """The fields of a video; a value of an odd form is left for the field to refuse."""
    subtitles = info.get("subtitles")
    cells = {
        "title": info.get("title"),
        "description": info.get("description"),
        "date": _date(info.get("release_date") or info.get("upload_date")),
        "languages": _languages([info.get("language")]),
        "subtitles": _languages(subtitles if isinstance(subtitles, dict) else ()),
        "duration": _duration(info.get("duration")),
        "url": info.get("webpage_url"),
    }
    return {"kind": "video"} | {key: cell for key, cell in cells.items() if cell}


def _date(value: object) -> object:
    """20190620 as 2019-06-20."""
    day = _DAY.fullmatch(value) if isinstance(value, str) else None
    return "-".join(day.groups()) if day else value


def _languages(tags: Iterable[object]) -> list[str]:
    """The languages of tags (BCP 47) such as en-GB, where ISO 639-1 has them, each once.

    What a machine has heard is left out, and so is the chat of a live video.
    """
    written = [tag for tag in tags if isinstance(tag, str) and not tag.endswith("-x-autogen")]
    codes = dict.fromkeys(re.split("[-_]", tag)[0].lower() for tag in written)
    return [code for code in codes if code in languages()]


def _duration(value: object) -> object:
    """Seconds, or a duration of ISO 8601, as H:MM:SS or M:SS."""
    if isinstance(value, str) and (found := _ISO_8601.fullmatch(value)) and any(found.groups()):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        value = hours * 3600 + minutes * 60 + seconds
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < _LONGEST:
        return value
    minutes, seconds = divmod(round(value), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
