"""The part of a file that a change concerns: its pieces, and those on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalogue.remembering import Memory
from icccat.catalogue import pieces
from icccat.catalogue.file.source import unread
from icccat.catalogue.parts import Forgotten, Part, Recalled, part, remembers
from icccat.records.record import Record

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "# Ours, é.\n[catalogue]\n\n"
A = '[video.a] # A\ntitle = "A"\n\n# Of B.\n'
B = '[video."b"]\ntitle = """\nB\n"""\n[[video.b.documents]]\ntitle = "D"\n\n'
C = "[video.c]\r\n\r\n"
P = '[place."Oslo, NO"]\nalso = ["Christiania"]\n'
T = '[topic.t]\nlabel = "T"'


def kept(folder: Path, *parts: str) -> Path:
    """A file of these parts."""
    path = folder / "catalogue.toml"
    path.write_bytes("".join(parts).encode())
    return path


@pytest.mark.parametrize(
    ("keys", "first", "last"),
    [
        ([("video", "a")], 0, 2),
        ([("video", "b")], 1, 3),
        ([("video", "c")], 2, 4),
        ([("place", "Oslo, NO")], 3, 5),
        ([("topic", "t")], 4, 5),
        ([("video", "a"), ("topic", "t")], 0, 5),
        ([("video", "0")], 0, 2),
        ([("video", "aa")], 0, 2),
        ([("video", "BB")], 1, 3),
        ([("video", "d")], 2, 4),
        ([("place", "Aarhus, DK")], 3, 5),
        ([("meeting", "m")], 4, 5),
        ([("video", "half \udce9")], 2, 4),
    ],
)
def test_part(tmp_path: Path, keys: list[tuple[str, str]], first: int, last: int) -> None:
    """It is the same that the whole text has, whether a record is there or new."""
    texts = [HEAD, A, B, C, P, T]
    path = kept(tmp_path, *texts)
    found = part(unread(path), keys, Memory(path))
    whole = "".join(texts)
    assert whole[pieces.part(whole, keys)] == "".join(texts[first : last + 1])
    start = len("".join(texts[:first]).encode())
    text = "".join(texts[first : last + 1])
    place = slice(start, start + len(text.encode()))
    assert found == Part(place, text, last=last == len(texts) - 1)


def test_ids_that_differ_in_case_alone(tmp_path: Path) -> None:
    """A new record goes behind the last of them, and its part is the same as in the whole text."""
    texts = ['[video.A]\ntitle = "A"\n', '[video.z]\ntitle = "Z"\n', '[video.a]\ntitle = "a"\n', T]
    path = kept(tmp_path, *texts)
    found = part(unread(path), [("video", "b")], Memory(path))
    assert found is not None
    assert found.text == "".join(texts)[pieces.part("".join(texts), [("video", "b")])]
    assert found.text == "".join(texts[1:])


def test_a_single_record(tmp_path: Path) -> None:
    """Then it is all of the text, whichever record is meant."""
    text = "[video.a]\n"
    path = kept(tmp_path, text)
    for key in (("video", "a"), ("video", "b"), ("topic", "t")):
        found = part(unread(path), [key], Memory(path))
        assert found == Part(slice(0, len(text)), text, last=True)


def test_no_records(tmp_path: Path) -> None:
    """Where there are none, or none is meant, there is no part."""
    path = kept(tmp_path, "# none yet\n")
    assert part(unread(path), [("video", "a")], Memory(path)) is None
    path = kept(tmp_path, "[video.a]\n")
    assert part(unread(path), [], Memory(path)) is None


def test_what_only_looks_like_a_heading(tmp_path: Path) -> None:
    """A heading that begins alike, an array of tables or a line of a text is none."""
    inside = "[[video.a.documents]]\n[video.a.title]\nen = '''\n[video.a-b] x\n'''\n"
    texts = [HEAD, "[video.a]\n", inside, "[video.a-b]\n", "[video.c]\n", "[video.d]\n"]
    path = kept(tmp_path, *texts)
    found = part(unread(path), [("video", "a-b")], Memory(path))
    place = slice(len(HEAD.encode()), len("".join(texts[:5]).encode()))
    assert found == Part(place, "".join(texts[1:5]), last=False)


def test_another_file(tmp_path: Path) -> None:
    """What is remembered is not of a file that has changed by one byte, nor of one with BOM."""
    path = kept(tmp_path, A)
    memory = Memory(path)
    assert remembers(memory, unread(path))
    kept(tmp_path, A, "\n")
    assert not remembers(memory, unread(path))
    kept(tmp_path, "\ufeff", A)
    assert not remembers(Memory(path), unread(path))


def test_what_is_remembered_is_not_so(tmp_path: Path) -> None:
    """A record that is not there, or one that is and should not be: there is no part."""
    path = kept(tmp_path, HEAD, A, B)
    assert part(unread(path), [("video", "x")], Memory(path, ["x"])) is None
    assert part(unread(path), [("video", "z")], Memory(path, ["x"])) is None
    assert part(unread(path), [("video", "b")], Memory(path, less=["b"])) is None


def test_a_part_that_is_no_pieces(tmp_path: Path) -> None:
    """Whoever said that it is was wrong, and there is no part."""
    path = kept(tmp_path, A, "[video.c]\n[other]\nx = 1\n")
    assert part(unread(path), [("video", "a")], Memory(path)) is None


@pytest.mark.parametrize(
    ("new", "inside", "at_the_end"),
    [
        ("[video.b]\nx = 1\n", True, True),
        ("# alone\n\n[video.b]\n", True, True),
        ("[video.b]\nx = 1", False, True),
        ("x = 1\n[video.b]\n", False, False),
        ("video.b.x = 1\n", False, False),
        ("[video.b]\n[video.b]\n", False, False),
        ("[video.b\n", False, False),
        ("[video.b]\n[other]\n", False, False),
        ("# nothing left\n", False, False),
    ],
)
def test_can_become(new: str, inside: bool, at_the_end: bool) -> None:  # noqa: FBT001 (columns)
    """Pieces alone, from a heading to the end of a line, leave alone what is around them."""
    assert Part(slice(9, 10), "", last=False).can_become(new) == inside
    assert Part(slice(9, 10), "", last=True).can_become(new) == at_the_end


def test_at_the_beginning_there_may_be_more() -> None:
    """What stands before the first record is a part of the first part."""
    assert Part(slice(0, 9), "", last=False).can_become("[catalogue]\n[video.a]\n")


def test_recalled(tmp_path: Path) -> None:
    """A record's table is read in its piece alone; one that is not there is no record."""
    path = kept(tmp_path, HEAD, A, B, T)
    memory = Memory(path)
    recalled = Recalled(unread(path), memory)
    assert recalled.table(memory.records["video"]["b"]) == {
        "title": "B\n",
        "documents": [{"title": "D"}],
    }
    assert recalled.table(memory.records["topic"]["t"]) == {"label": "T"}
    assert (recalled.language, recalled.records) == ("en", memory.records)
    assert recalled.referring("t") == []
    with pytest.raises(Forgotten):
        recalled.table(Record("video", "x", {}))
    odd = kept(tmp_path, "[video.a]\n[other]\n")
    with pytest.raises(Forgotten):
        Recalled(unread(odd), memory).table(memory.records["video"]["a"])
