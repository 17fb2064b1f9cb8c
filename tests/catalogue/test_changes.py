"""Records are added, changed and removed in the file, whatever its form; nothing else moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import record_of

from catalogue.stepping import ANA, making, steps_of
from icccat.catalogue.catalogue import load
from icccat.catalogue.changes import add, apply, rewrite
from icccat.catalogue.plan import Plan
from icccat.errors import Refused, Unsafe
from icccat.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

    from icccat.records.known import Among
    from icccat.records.record import Record

NEW = record_of('[video.new]\ntitle.en = "New"\ntopics = ["media"]\n')
LINES = '[video.new]\ntitle.en = "New"\ntopics = ["media"]\n'
REFUSED = (
    "{}: the change could not be made without touching other lines: "
    "are its records written in a form of their own?"
)
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
    assert add(path, ANA, lambda _catalogue: NEW) is NEW
    assert path.read_bytes() == after.encode()
    assert load(path).records["video"]["new"] == NEW


@pytest.mark.parametrize("text", [INLINE, "video = 3\n", '[[video]]\ntitle = "A"\n'])
def test_a_form_that_takes_no_records(tmp_path: Path, text: str) -> None:
    """Where the record cannot be put in without touching others, nothing is touched."""
    path = tmp_path / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unsafe) as refused:
        add(path, ANA, lambda _catalogue: NEW)
    assert refused.value.lines == (REFUSED.format(path),)
    assert path.read_text(encoding="utf-8") == text


def test_made_of_what_is_there(tmp_path: Path) -> None:
    """The record is made of the catalogue as it is then; what making it raises goes through."""
    path = tmp_path / "catalogue.toml"
    path.write_text('[video.a]\ntitle = "A"\n', encoding="utf-8")

    def refuse(catalogue: Among) -> Record:
        raise Refused(*catalogue.records["video"])

    with pytest.raises(Refused) as refused:
        add(path, ANA, refuse)
    assert refused.value.lines == ("a",)
    assert path.read_text(encoding="utf-8") == '[video.a]\ntitle = "A"\n'


@pytest.mark.parametrize("text", ["", " \n", "[video.a\n", "\ufeff"])
def test_unreadable_is_not_empty(tmp_path: Path, text: str) -> None:
    """Nothing is added to a file that is empty or cannot be read."""
    path = tmp_path / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unsafe):
        add(path, ANA, lambda _catalogue: NEW)
    assert path.read_text(encoding="utf-8") == text


def test_an_id_that_is_there(tmp_path: Path) -> None:
    """A record whose id is taken is not put in the place of the other, nor beside it."""
    path = tmp_path / "catalogue.toml"
    path.write_text('[video.new]\ntitle = "Old"\n', encoding="utf-8")
    with pytest.raises(Unsafe):
        add(path, ANA, lambda _catalogue: NEW)
    assert path.read_text(encoding="utf-8") == '[video.new]\ntitle = "Old"\n'


THREE = """\
# Ours.

# Of A.
[video.a] # A
title = "A" # its title
date = "2019"

[video.b]
title = "B"

# Of M.
[meeting.m]
title = "M"
"""
TOPIC = """
[topic.t]
label = "T"
"""


def test_apply(tmp_path: Path) -> None:
    """Records are added, changed and removed together, as one step; other lines stay."""
    path = tmp_path / "catalogue.toml"
    path.write_text(THREE, encoding="utf-8")
    a, b = {"title": "A", "date": "2019"}, {"title": "B"}
    changes = [
        Change("video", "a", a, {"title": "A", "date": "2020", "part": 2}),
        Change("topic", "t", None, {"label": "T"}),
        Change("video", "b", b, None),
    ]
    assert apply(path, ANA, lambda _catalogue: changes) == changes
    assert path.read_text(encoding="utf-8") == (
        '# Ours.\n\n# Of A.\n[video.a] # A\ntitle = "A" # its title\ndate = "2020"\npart = 2\n\n'
        f'# Of M.\n[meeting.m]\ntitle = "M"\n{TOPIC}'
    )
    [made] = steps_of(path)
    assert made.by == ANA
    assert made.changes == [changes[0], changes[2], changes[1]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[video.a]\ntitle = "A"\n\n[meeting.m]\n', "[meeting.m]\n"),
        ('[video]\n[video.a]\ntitle = "A"\n', "[video]\n"),
        ('x = 1\n[video]\na.title = "A"\n', "x = 1\n[video]\n"),
        ('video.a.title = "A"\nx = 1\n', "x = 1\n"),
        ('video = { a = { title = "A" } }\n', "video = {}\n"),
    ],
)
def test_the_last_of_a_kind(tmp_path: Path, before: str, after: str) -> None:
    """It can be removed as well, and what is left of its kind's table stays."""
    path = tmp_path / "catalogue.toml"
    path.write_text(before, encoding="utf-8")
    apply(path, ANA, making("video", "a", None))
    assert path.read_text(encoding="utf-8") == after


@pytest.mark.parametrize("text", ['[video.a]\ntitle = "A"\n', "\n\n# Of A.\n[video.a]"])
def test_the_last_of_all(tmp_path: Path, text: str) -> None:
    """A file in which nothing would be left stays: an empty one is no catalogue."""
    path = tmp_path / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unsafe) as refused:
        apply(path, ANA, making("video", "a", None))
    sentence = f"{path}: nothing was saved, as nothing would be left in the file"
    assert refused.value.lines == (sentence,)
    assert path.read_text(encoding="utf-8") == text
    assert steps_of(path) == []


def test_nothing_to_change(tmp_path: Path) -> None:
    """The file is left, and no step is made; nor by a change to what is there already."""
    path = tmp_path / "catalogue.toml"
    path.write_text(THREE, encoding="utf-8")
    apply(path, ANA, lambda _catalogue: [])
    apply(path, ANA, making("video", "b", 'title = "B"'))
    apply(path, ANA, making("series", "none", None))
    assert path.read_text(encoding="utf-8") == THREE
    assert steps_of(path) == []


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (f"{THREE}#\n", {"video": {}}),
        (f"{THREE}[\n", {}),
        ("#\n", {"video": {}}),
        ("x = 1\n", {"x": 1.0}),
    ],
)
def test_rewrite_verifies(tmp_path: Path, text: str, data: dict[str, object]) -> None:
    """A text that does not mean what was meant is not written."""
    path = tmp_path / "catalogue.toml"
    path.write_text(THREE, encoding="utf-8")
    with pytest.raises(Unsafe) as refused:
        rewrite(path, ANA, lambda _catalogue: Plan(text, data))
    assert refused.value.lines == (REFUSED.format(path),)
    assert path.read_text(encoding="utf-8") == THREE
    assert steps_of(path) == []


def test_rewrite(tmp_path: Path) -> None:
    """A text that means what was meant is the file's, as a step of the sort that it names."""
    path = tmp_path / "catalogue.toml"
    path.write_text(THREE, encoding="utf-8")
    rewrite(path, ANA, lambda _catalogue: Plan("x = 1\n", {"x": 1}, "redo", 7))
    assert path.read_text(encoding="utf-8") == "x = 1\n"
    [made] = steps_of(path)
    assert made.by == ANA._replace(sort="redo", of=7)
