"""A record is added to the file in whatever form people keep it, or refused; nothing else moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import record_of

from icccat.catalogue.catalogue import load
from icccat.catalogue.changes import add
from icccat.errors import Refused, Unsafe

if TYPE_CHECKING:
    from pathlib import Path

    from icccat.catalogue.catalogue import Catalogue
    from icccat.records.record import Record

NEW = record_of('[video.new]\ntitle.en = "New"\ntopics = ["media"]\n')
LINES = '[video.new]\ntitle.en = "New"\ntopics = ["media"]\n'
INLINE = "video = { a = { title = 'A' } }\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# only a comment\n", f"# only a comment\n\n{LINES}"),
        ('[video.a]\ntitle = "A"\n', f'[video.a]\ntitle = "A"\n\n{LINES}'),
        ('[video.z]\ntitle = "Z"\n', f'{LINES}\n[video.z]\ntitle = "Z"\n'),
        (
            '# Of Z.\n[video.z]\ntitle = "Z"\n[meeting.a]\n',
            f'{LINES}\n# Of Z.\n[video.z]\ntitle = "Z"\n[meeting.a]\n',
        ),
        (
            '[video]\na.title = "A" # dotted\nz.title = "Z"\n',
            f'[video]\na.title = "A" # dotted\nz.title = "Z"\n\n{LINES}',
        ),
        ('[video]\nz.title = "Z"\n', f'[video]\nz.title = "Z"\n\n{LINES}'),
        ('video.z.title = "Z"\n', f'video.z.title = "Z"\n\n{LINES}'),
        (
            '[topic.media]\r\nlabel = "Media"\r\n',
            f'[topic.media]\n# label = "Media"\n\n{LINES}'.replace("# ", "").replace("\n", "\r\n"),
        ),
        ("\ufeff# BOM\n", f"\ufeff# BOM\n\n{LINES}"),
        ('[video.a]\ntitle = "A"', f'[video.a]\ntitle = "A"\n\n{LINES}'.removesuffix("\n")),
    ],
)
def test_add(tmp_path: Path, before: str, after: str) -> None:
    """The record's lines are new, with the newlines of the file; every other byte stays."""
    path = tmp_path / "catalogue.toml"
    path.write_bytes(before.encode())
    assert add(path, lambda _catalogue: NEW) is NEW
    assert path.read_bytes() == after.encode()
    assert load(path).records["video"]["new"] == NEW


@pytest.mark.parametrize("text", [INLINE, "video = 3\n", '[[video]]\ntitle = "A"\n'])
def test_a_form_that_takes_no_records(tmp_path: Path, text: str) -> None:
    """Where the record cannot be put in without touching others, nothing is touched."""
    path = tmp_path / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unsafe) as refused:
        add(path, lambda _catalogue: NEW)
    assert refused.value.lines == (
        (
            f"{path}: the record could not be put in without touching others: "
            "are the video records written in a form of their own?"
        ),
    )
    assert path.read_text(encoding="utf-8") == text


def test_made_of_what_is_there(tmp_path: Path) -> None:
    """The record is made of the catalogue as it is then; what making it raises goes through."""
    path = tmp_path / "catalogue.toml"
    path.write_text('[video.a]\ntitle = "A"\n', encoding="utf-8")

    def refuse(catalogue: Catalogue) -> Record:
        raise Refused(*catalogue.records["video"])

    with pytest.raises(Refused) as refused:
        add(path, refuse)
    assert refused.value.lines == ("a",)
    assert path.read_text(encoding="utf-8") == '[video.a]\ntitle = "A"\n'


@pytest.mark.parametrize("text", ["", " \n", "[video.a\n", "\ufeff"])
def test_unreadable_is_not_empty(tmp_path: Path, text: str) -> None:
    """Nothing is added to a file that is empty or cannot be read."""
    path = tmp_path / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unsafe):
        add(path, lambda _catalogue: NEW)
    assert path.read_text(encoding="utf-8") == text


def test_an_id_that_is_there(tmp_path: Path) -> None:
    """A record whose id is taken is not put in the place of the other, nor beside it."""
    path = tmp_path / "catalogue.toml"
    path.write_text('[video.new]\ntitle = "Old"\n', encoding="utf-8")
    with pytest.raises(Unsafe):
        add(path, lambda _catalogue: NEW)
    assert path.read_text(encoding="utf-8") == '[video.new]\ntitle = "Old"\n'
