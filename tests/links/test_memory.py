"""What is remembered of links: for a week, for its owner alone, and harmless to lose."""

from __future__ import annotations

import datetime as dt
import json
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from icccat.links.memory import FORM, load, store
from icccat.links.outcome import Outcome, Sort

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 6, 20, 12, tzinfo=dt.UTC)
FINE = Outcome(Sort.FINE, 200, "https://x.org/a")
ENTRY = {"sort": "fine", "status": 200, "detail": "d", "asked": "2026-06-20T11:00:00+00:00"}


def test_there_and_back(tmp_path: Path) -> None:
    """What was stored is loaded; the folder is made, and nobody else may look."""
    file = tmp_path / "cache" / "icccat" / "links.json"
    memory = {
        "https://x.org/a": (FINE, NOW),
        "https://x.org/b": (Outcome(Sort.GONE, 404), NOW - dt.timedelta(days=6)),
    }
    store(file, memory)
    assert load(file, NOW) == memory
    assert [path.name for path in file.parent.iterdir()] == ["links.json"]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_form(tmp_path: Path) -> None:
    """The file says what it is."""
    file = tmp_path / "links.json"
    store(file, {"https://x.org/ä": (FINE, NOW)})
    entry = {"sort": "fine", "status": 200, "detail": "https://x.org/a"}
    entry["asked"] = "2026-06-20T12:00:00+00:00"
    assert json.loads(file.read_bytes()) == {"schema": FORM, "links": {"https://x.org/ä": entry}}


@pytest.mark.parametrize(
    ("age", "is_known"),
    [
        (dt.timedelta(), True),
        (dt.timedelta(days=6, hours=23), True),
        (dt.timedelta(days=7), False),
        (-dt.timedelta(hours=1), False),
    ],
)
def test_age(tmp_path: Path, age: dt.timedelta, is_known: bool) -> None:  # noqa: FBT001 (expected)
    """An answer counts for a week; one from the future does not."""
    file = tmp_path / "links.json"
    store(file, {"a": (FINE, NOW - age)})
    assert ("a" in load(file, NOW)) is is_known


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[]",
        "{}",
        "[" * 100_000,
        "\xff",
        json.dumps({"schema": "other/1", "links": {"a": ENTRY}}),
        json.dumps({"schema": FORM}),
        json.dumps({"schema": FORM, "links": [1]}),
        json.dumps({"schema": FORM, "links": {"a": 1, "b": {}, "c": None}}),
        json.dumps({"schema": FORM, "links": {"a": ENTRY | {"sort": "odd"}}}),
        json.dumps({"schema": FORM, "links": {"a": ENTRY | {"status": "many"}}}),
        json.dumps({"schema": FORM, "links": {"a": ENTRY | {"asked": "2026-06-20T11:00:00"}}}),
        json.dumps({"schema": FORM, "links": {"a": ENTRY | {"asked": "now"}}}),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, text: str) -> None:
    """What is no memory of ours is as if it were not there."""
    file = tmp_path / "links.json"
    file.write_bytes(text.encode("latin-1"))
    assert load(file, NOW) == {}


def test_one_that_can(tmp_path: Path) -> None:
    """One entry that cannot be read hides no other."""
    file = tmp_path / "links.json"
    file.write_text(json.dumps({"schema": FORM, "links": {"a": 1, "b": ENTRY}}), encoding="utf-8")
    assert load(file, NOW) == {"b": (Outcome(Sort.FINE, 200, "d"), NOW - dt.timedelta(hours=1))}


def test_none(tmp_path: Path) -> None:
    """Without a file nothing is known."""
    assert load(tmp_path / "links.json", NOW) == {}


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """Where the file cannot be written nothing is remembered, nothing is left, and that is all."""
    (tmp_path / "file").touch()
    store(tmp_path / "file" / "links.json", {})
    (tmp_path / "links.json").mkdir()
    store(tmp_path / "links.json", {})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "links.json"]
