"""What yt-dlp knows of videos comes in, without what is not a fact or expires."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from formats.incoming.reading import read, refusal, rows

from icccat.errors import Refused
from icccat.formats.incoming import Incoming, Source
from icccat.formats.incoming.objects import read_ndjson
from icccat.formats.incoming.ytdlp import HEADINGS
from icccat.formats.incoming.ytdlp import read as read_ytdlp
from icccat.records.kinds import KINDS

# The shape of an info.json of yt-dlp 2025, shortened.
INFO = {
    "id": "340198046",
    "title": "The intercultural approach to refugee inclusion",
    "description": "For World Refugee Day.",
    "uploader": "Council of Europe",
    "upload_date": "20190620",
    "duration": 485,
    "language": "en-GB",
    "webpage_url": "https://vimeo.com/340198046",
    "url": "https://media.example.org/340198046.mp4?sig=SECRET",
    "formats": [{"url": "https://media.example.org/1.mp4?sig=SECRET"}],
    "thumbnails": [{"url": "https://media.example.org/1.jpg?sig=SECRET"}],
    "subtitles": {
        "fr": [{"url": "https://media.example.org/fr.vtt?sig=SECRET"}],
        "pt-BR": [],
        "pt": [],
        "live_chat": [],
        "en-x-autogen": [],
        "zxx": [],
    },
    "automatic_captions": {"de": [{"url": "https://media.example.org/de.vtt"}]},
    "tags": ["refugees"],
    "extractor": "vimeo",
    "extractor_key": "Vimeo",
    "_type": "video",
}
VIDEO = {
    "kind": "video",
    "title": "The intercultural approach to refugee inclusion",
    "description": "For World Refugee Day.",
    "date": "2019-06-20",
    "languages": ["en"],
    "subtitles": ["fr", "pt"],
    "duration": "8:05",
    "url": "https://vimeo.com/340198046",
}
SHORT = {"webpage_url": "https://example.org/2", "extractor": "generic", "title": "Two"}
TWO = {"kind": "video", "title": "Two", "url": "https://example.org/2"}
SAID = ["the text is read as UTF-8", "this is what yt-dlp knows of videos"]


def lines(text: str) -> Incoming:
    """An object a line, read."""
    return read_ndjson(Source(Path("a"), text.encode()))


def test_an_info_json() -> None:
    """The facts are taken, with the page as the link, and no signed link nor uploader."""
    incoming = read("talk.info.json", json.dumps(INFO))
    assert rows(incoming) == [("video 1", VIDEO)]
    assert (incoming.sheets[0].headings, incoming.said) == (HEADINGS, SAID)
    assert all(name == "kind" or KINDS["video"].field(name) for name in HEADINGS)


@pytest.mark.parametrize("form", ["list", "playlist", "nested", "lines", "several", "named"])
def test_several(form: str) -> None:
    """So are those of a list, a playlist, a playlist of playlists, and of `yt-dlp -j`."""
    playlist = {"_type": "playlist", "title": "All", "entries": [INFO, SHORT]}
    texts = {
        "list": json.dumps([INFO, SHORT]),
        "playlist": json.dumps(playlist),
        "nested": json.dumps({"_type": "playlist", "entries": [playlist]}),
        "lines": f"{json.dumps(INFO)}\n{json.dumps(SHORT)}\n",
    }
    if form == "lines":
        incoming = lines(texts["lines"])
    elif form == "named":
        incoming = read_ytdlp(Source(Path("-"), texts["lines"].encode()))
    else:
        incoming = read("a.json", texts.get(form, texts["lines"]))
    assert rows(incoming) == [("video 1", VIDEO), ("video 2", TWO)]


def test_what_is_left_out_is_said() -> None:
    """Videos that are gone, and those without a page, are counted."""
    flat = {"_type": "url", "ie_key": "Vimeo", "url": "https://vimeo.com/1", "title": "Flat"}
    playlist = {"_type": "playlist", "entries": [None, INFO, flat]}
    incoming = read("a.json", json.dumps(playlist))
    assert rows(incoming) == [("video 1", VIDEO), ("video 2", {"kind": "video", "title": "Flat"})]
    assert incoming.said == [
        *SAID,
        "1 video of the list is gone, and left out",
        "1 video names no page, so it has no link",
    ]
    twice = {"_type": "playlist", "entries": [None, None, INFO, flat, flat]}
    assert read("a.json", json.dumps(twice)).said[2:] == [
        "2 videos of the list are gone, and left out",
        "2 videos name no page, so they have no link",
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"duration": 59.6}, {"duration": "1:00"}),
        ({"duration": 3600}, {"duration": "1:00:00"}),
        ({"duration": "PT8M"}, {"duration": "8:00"}),
        ({"duration": "PT1H2.5S"}, {"duration": "PT1H2.5S"} | {"duration": "1:00:02"}),
        ({"duration": "PT"}, {"duration": "PT"}),
        ({"duration": "8:05"}, {"duration": "8:05"}),
        ({"duration": 0}, {}),
        ({"duration": None}, {}),
        ({"duration": -5}, {"duration": -5}),
        ({"duration": True}, {"duration": True}),
        ({"duration": 3_600_000}, {"duration": 3_600_000}),
        ({"upload_date": "20190621", "release_date": "20190620"}, {"date": "2019-06-20"}),
        ({"upload_date": "20190620", "release_date": None}, {"date": "2019-06-20"}),
        ({"upload_date": "2019"}, {"date": "2019"}),
        ({"upload_date": 20190620}, {"date": 20190620}),
        ({"language": "zxx"}, {}),
        ({"language": None, "subtitles": ["en"]}, {}),
        ({"language": "FR_fr"}, {"languages": ["fr"]}),
        ({"title": 5, "description": ""}, {"title": 5}),
    ],
)
def test_values(changed: dict[str, object], expected: dict[str, object]) -> None:
    """Each value is put as a catalogue has it; an odd one is left for the field to refuse."""
    ((_place, cells),) = rows(read("a.json", json.dumps([SHORT | changed])))
    assert cells == TWO | expected


@pytest.mark.parametrize(
    "value",
    [
        [INFO, {"title": "A record"}],
        {"title": "A record", "_type": "video"},
        {"webpage_url": "https://example.org"},
        {"_type": "playlist", "entries": [INFO, 5]},
        {"_type": "playlist", "entries": [None]},
        [],
        None,
    ],
)
def test_no_info_json(value: object) -> None:
    """What is of yt-dlp only in part is not taken for it."""
    with pytest.raises(Refused) as caught:
        read_ytdlp(Source(Path("a"), json.dumps(value).encode()))
    assert caught.value.lines == ("a: this is no info.json of yt-dlp",)


def test_refused() -> None:
    """A text that is none is refused with its video."""
    info = SHORT | {"title": "\ud800"}
    assert refusal("a.json", json.dumps([SHORT, info])) == [
        "video 2: a text holds half a character (a lone surrogate)"
    ]
