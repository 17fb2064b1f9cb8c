"""A promise about all catalogues: adding a record changes nothing else, in bytes or in meaning."""

from __future__ import annotations

import re
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from catalogue.odd_toml import IDS, KINDS, catalogues, values
from icccat.catalogue import text, toml
from icccat.catalogue.file.replacement import change


@settings(max_examples=50, deadline=None)
@given(old=catalogues(), kind=st.sampled_from(KINDS), id_=IDS, fields=values())
def test_put_adds_the_record_and_nothing_else(
    old: str, kind: str, id_: str, fields: dict[str, toml.TomlValue]
) -> None:
    """The result is the old text with one slice more, and means the old and the record."""
    before = tomllib.loads(old)
    assume(is_new(before, kind, id_))
    record = toml.lines(kind, id_, fields)

    new = text.insertions(old, {(kind, id_): record})[0]
    result = text.put(old, {(kind, id_): record})

    assert result == old[: new.at] + new.text + old[new.at :]
    assert tomllib.loads(result) == with_record(before, kind, record)
    assert new.text.replace("\r", "").strip("\n") == record.strip("\n")
    assert result.endswith("\n") == (old.endswith("\n") or not old)
    assert stands_alone(result, new)


@settings(max_examples=30, deadline=None)
@given(old=catalogues())
def test_every_statement_is_found_where_it_stands(old: str) -> None:
    """Its path leads to what its text alone means, and its line is the one it begins on."""
    whole = tomllib.loads(old)
    found = text.statements(old)
    assert [one.start for one in found] == sorted({one.start for one in found})
    for one in found:
        assert at(whole, one.path) is not None
        assert one.line == old.count("\n", 0, one.start) + 1
        if one.form == "pair":
            alone = tomllib.loads(old[one.start : one.end])
            assert at(whole, one.path) in [at(alone, one.path[n:]) for n in range(len(one.path))]


@settings(max_examples=10, deadline=None)
@given(old=catalogues(), bom=st.booleans())
def test_the_file_keeps_every_other_byte(old: str, *, bom: bool) -> None:
    """In a file, BOM and newlines included, the record is the one slice that is new."""
    record = toml.lines("series", "new", {"title": "New"})
    before = (b"\xef\xbb\xbf" if bom else b"") + old.encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "catalogue.toml")
        path.write_bytes(before)
        change(path, lambda now: text.put(now, {("series", "new"): record}), verify_nothing)
        after = path.read_bytes()
    start = after.index(b"\n[series.new]") + 1
    end = start + len(after) - len(before)
    assert any(after[: start - n] + after[end - n :] == before for n in range(5))


def verify_nothing(_old: str, _new: str) -> None:
    """Leave it to the test."""


def is_new(before: dict[str, Any], kind: str, id_: str) -> bool:
    """Whether the catalogue has no such record, whatever the case of its id."""
    return id_.casefold() not in {other.casefold() for other in before.get(kind, {})}


def with_record(before: dict[str, Any], kind: str, record: str) -> dict[str, Any]:
    """The meaning with one record more."""
    return {**before, kind: before.get(kind, {}) | tomllib.loads(record)[kind]}


def stands_alone(result: str, new: text.Insertion) -> bool:
    """Whether blank lines, or the ends of the text, are on either side of the new lines."""
    start = result.index("[", new.at)
    end = start + len(new.text.strip("\r\n"))
    above = re.search(r"(\A|\n)[ \t]*\r?\n\Z", result[:start]) or not result[:start].strip()
    return bool(above and re.match(r"\Z|\r?\n([ \t]*\r?\n|[ \t]*\Z)", result[end:]))


def at(tree: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - whatever TOML can mean
    """What is at the path, elements of lists by their numbers; nothing where it leads nowhere."""
    for name in path:
        if isinstance(tree, list):
            tree = tree[int(name)]
        elif isinstance(tree, dict):
            tree = tree.get(name)
        else:
            return None
    return tree
