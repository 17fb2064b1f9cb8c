"""Promises about all catalogues: what the index remembers is what reading it would tell."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from remembering import IDS, PLACES, RECORDS, WORDS, options, text_of
from search.changing import CONTENTS
from search.keeping import settle, the_file

from icccat.catalogue.catalogue import parse
from icccat.errors import Refused
from icccat.records.duplicates import near
from icccat.records.known import known, likenesses
from icccat.records.new import make
from icccat.search.index.cache import kept
from icccat.search.index.marks import link_of, lists
from icccat.search.index.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from remembering import Tables
    from search.changing import Content

    from icccat.errors import Problem
    from icccat.records.known import Known
    from icccat.records.record import Record


@contextmanager
def remembered(text: str) -> Iterator[Remembered]:
    """What the index remembers of a catalogue of this text."""
    with TemporaryDirectory() as name:
        path = Path(name, "catalogue.toml")
        path.write_text(text, encoding="utf-8")
        index = kept(path, Path(name, "cache"))
        assert index is not None
        with index:
            yield Remembered(index)


@given(records=RECORDS, content=CONTENTS)
def test_it_knows_what_all_records_know(records: Tables, content: Content) -> None:
    """Ids, likes, words, references and near-duplicates are those of the records read whole."""
    for text in (text_of(records), content.text):
        catalogue = parse(text, Path("c.toml"))
        with remembered(text) as memory:
            assert memory.language == catalogue.language
            assert memory.known is memory
            assert plain(memory.records) == plain(catalogue.records)
            assert len(memory.records["video"]) == len(catalogue.records["video"])
            for id_ in (*IDS, *PLACES, "MEDIA", ""):
                assert (id_ in memory) == (id_ in catalogue.known)
                assert keys(memory.of_id(id_)) == keys(catalogue.known.of_id(id_))
                assert keys(memory.referring(id_)) == keys(catalogue.referring(id_))
            for field in lists():
                used = {word for word in memory.used(field) if memory.uses(field, word)}
                assert used == set(catalogue.known.used(field))
                for word in (*used, *WORDS):
                    assert memory.uses(field, word) == catalogue.known.uses(field, word)
            for record in catalogue.everything:
                assert alike(record, memory) == alike(record, catalogue.known)


def plain(records: object) -> object:
    """The records as dictionaries, in no order."""
    return {kind: dict(of_kind) for kind, of_kind in records.items()}  # type: ignore[attr-defined] # {kind: {id: record}}


def keys(records: Iterable[Record]) -> list[str]:
    """The keys of the records, in the order of the alphabet."""
    return sorted({one.key for one in records})


def alike(record: Record, known: Known) -> list[object]:
    """All that is like a record: its twins, what has its likenesses, what it may be again."""
    return [
        [one.key for one in known.twins(record)],
        [keys(known.like(likeness)) for likeness in likenesses(record)],
        near(record, known.records, known.at_about(record)),
    ]


@given(records=RECORDS, new=options())
def test_a_new_record_is_told_the_same(
    records: Tables, new: tuple[str, dict[str, list[str]], str]
) -> None:
    """Its id, its problems, its twins and near-duplicates; or why there is none."""
    text = text_of(records)
    catalogue = parse(text, Path("c.toml"))
    with remembered(text) as memory:
        assert made(new, memory) == made(new, catalogue.known)
        assert made(new, known(catalogue.records)) == made(new, memory)


def made(
    new: tuple[str, dict[str, list[str]], str], among: Known
) -> tuple[Record | tuple[str, ...], list[Problem], list[Record]]:
    """The record, its problems and its twins."""
    kind, given_, id_ = new
    try:
        return tuple(make(kind, given_, among, language="en", id_=id_))  # type: ignore[return-value] # a named tuple
    except Refused as refused:
        return refused.lines, [], []


@pytest.mark.parametrize(
    ("odd", "is_whole"),
    [("", False), ("[unknown]\nx = 1\n", True), ("[video.b.c]\n", True)],
)
def test_a_file_that_is_no_pieces(odd: str, is_whole: bool) -> None:  # noqa: FBT001 (a column)
    """Of such a one there is no digest, so that nobody takes it for one."""
    with remembered(f'[video.a]\ntitle = "A"\n{odd}') as memory:
        assert bool(memory.digest) != is_whole
        assert "a" in memory.records["video"]


def test_ids_without_regard_to_case() -> None:
    """An id is found whatever its case, and those that come right before it."""
    text = "".join(f'[video."{id_}"]\n' for id_ in ("b", "Ba", "bA", "bé", "C", "Ève", "😀"))
    with remembered(f'{text}[meeting.ba]\n[place."Bb, FI"]\n') as memory:
        assert [one.key for one in memory.of_id("BA")] == ["meeting.ba", "video.Ba", "video.bA"]
        assert ("BÉ" in memory, "ÈVE" in memory, "bc" in memory, 3 in memory) == (
            True,
            True,
            False,
            False,
        )
        befores = {"a": [], "ba": ["b"], "Bb": ["Ba", "bA"], "c": ["bé"], "D": ["C"], "È": ["C"]}
        for id_, expected in befores.items():
            assert sorted(memory.before("video", id_)) == expected
        assert memory.before("video", "😁") == ["😀"]
        assert memory.before("topic", "a") == []


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    """It follows the file, also where that was whole once and is in pieces now."""
    path, folder = tmp_path / "catalogue.toml", tmp_path / "cache"
    for text in ("[video.a]\n", "[video.a]\n[other]\n", "[video.a]\n", "[video.a]\n# b\n"):
        path.write_text(text, encoding="utf-8")
        settle(path)
        for _again in range(2):
            index = kept(path, folder)
            assert index is not None
            with index:
                expected = "" if "other" in text else index.noted("digest")
                assert Remembered(index).digest == expected
    assert the_file(folder).exists()


def test_without_a_cache(tmp_path: Path) -> None:
    """Nothing is remembered where it cannot be kept."""
    path = tmp_path / "catalogue.toml"
    path.write_text("[video.a]\n", encoding="utf-8")
    (tmp_path / "cache").touch()
    assert kept(path, None) is None
    assert kept(path, tmp_path / "cache") is None


@given(records=RECORDS, data=st.data())
def test_links(records: Tables, data: st.DataObject) -> None:
    """Records whose links are one to a check have the same mark; others have no link."""
    everyone = parse(text_of(records), Path("c.toml")).everything
    for record in everyone:
        other = data.draw(st.sampled_from(everyone))
        found = {*likenesses(record)} & {*likenesses(other)}
        if any(likeness[1] == "url" for likeness in found):
            assert link_of(record) == link_of(other)
        assert (link_of(record) is None) == ("url" not in record.values)
