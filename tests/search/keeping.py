"""A small catalogue, an index of it that is kept, and edits by hand."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from asking import parse

from icccat.search import match
from icccat.search.index import opened
from icccat.search.order import ranked

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = 1_500_000_000
MEDIA, WOMEN = ["media-diversity", "women-oslo"], ["women-oslo"]
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def found(path: Path, folder: Path | None, words: str = "media") -> list[str]:
    """The ids of the records that the words find, in the index kept in a folder."""
    with opened(path, folder) as index:
        answer = match.find(parse(words), index)
        return [record.id for record in index.read(ranked(answer.scores, index, "en"))]


def settle(path: Path) -> None:
    """Let the file be of long ago."""
    os.utime(path, (LONG_AGO, LONG_AGO))


def the_file(folder: Path) -> Path:
    """The only file of the cache."""
    (file,) = folder.iterdir()
    return file


def edited(path: Path) -> None:
    """A record's title is changed, as an editor saves it."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Women and", "Medias and women,"), encoding="utf-8")


def removed(path: Path) -> None:
    """A record is taken out."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("[meeting.women-oslo]")], encoding="utf-8")
