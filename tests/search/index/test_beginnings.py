"""What the index knows that begins with some letters, and what it knows to lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from icccat.catalogue.catalogue import parse
from icccat.records.kinds import KINDS
from icccat.records.kinds.shared import AUDIENCE, TITLE
from icccat.search.index.beginnings import MOST, ids_beginning, ids_used, words_used
from icccat.search.index.dangling import dangling
from icccat.search.index.making import of

if TYPE_CHECKING:
    from pathlib import Path

    from icccat.search.index import Index

TEXT = """\
[topic.media]
label = "Media"
[topic.Mixed_100]
label = "Mixed"
broader = "nowhere"
[place."Helsinki, FI"]
[video.media-one]
title = "One"
audiences = ["teachers", "parents"]
topics = ["media", "medio"]
places = ["Oslo, NO", "Helsinki, FI"]
[meeting.helsinki-media]
title = "Two"
places = ["Oslo, NO"]
topics = ["medio"]
recordings = ["media-one", "media-two"]
[series.x]
title = "X"
audiences = ["teachers"]
"""


def index_of(text: str, tmp_path: Path) -> Index:
    """An index of the text, in memory."""
    return of(parse(text, tmp_path / "catalogue.toml"))


@pytest.mark.parametrize(
    ("letters", "kinds", "ids"),
    [
        ("media", KINDS, ["media", "media-one"]),
        ("media", ["video"], ["media-one"]),
        ("media", ["meeting"], ["helsinki-media"]),
        ("MEDIA-", KINDS, ["media-one"]),
        ("mixed", KINDS, ["Mixed_100"]),
        ("Mixed_", KINDS, ["Mixed_100"]),
        ("mixed%", KINDS, []),
        ("mixed\\", KINDS, []),
        ("helsinki", KINDS, ["helsinki-media"]),
        ("HELSINKI", KINDS, ["Helsinki, FI", "helsinki-media"]),
        ("one", KINDS, ["media-one"]),
        ("ne", KINDS, []),
        ("", ["series", "topic"], ["Mixed_100", "media", "x"]),
        ("x", [], []),
    ],
)
def test_ids(tmp_path: Path, letters: str, kinds: list[str], ids: list[str]) -> None:
    """Ids that begin so, in order; where there is none, in any case, or by a word in them."""
    with index_of(TEXT, tmp_path) as index:
        found = ids_beginning(index, letters, kinds)
        assert [id_ for id_, _number in found] == ids
        assert [one.id for one in index.read(number for _id, number in found)] == ids


def test_many(tmp_path: Path) -> None:
    """Of very many, the first and the last, so that nothing seems common that is not."""
    numbers = range(MOST + 50)
    text = "".join(f'[topic.a{n:04}]\nlabel = "A"\n' for n in numbers) + '[topic.b]\nlabel = "B"\n'
    with index_of(text, tmp_path) as index:
        found = [id_ for id_, _number in ids_beginning(index, "", KINDS)]
        assert found == [*(f"a{n:04}" for n in range(MOST - 1)), "b"]


def test_what_is_used(tmp_path: Path) -> None:
    """Words and places that records have, the most frequent first."""
    with index_of(TEXT, tmp_path) as index:
        assert words_used(index, AUDIENCE) == ["teachers", "parents"]
        assert words_used(index, TITLE) == []
        assert ids_used(index, "place") == ["Oslo, NO", "Helsinki, FI"]


@pytest.mark.parametrize(("text", "number"), [(TEXT, 4), ("", 0)])
def test_dangling(tmp_path: Path, text: str, number: int) -> None:
    """Each reference to a record that is not there counts; places need no record."""
    with index_of(text, tmp_path) as index:
        assert dangling(index) == number
