"""Which step undo and redo mean, what it makes of a text or of today's records, and of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from catalogue.stepping import ANA, chain, making, sorts, steps_of
from icccat.catalogue.changes import apply, undo
from icccat.catalogue.history.journal import journal_folder
from icccat.catalogue.history.step import step
from icccat.catalogue.history.undo import on_today, text_after, text_before, to_redo, to_undo
from icccat.errors import NothingFound, Unsafe
from icccat.records.change import Change

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = "a = 1\n", "a = 2\r\n", "a = 3"


@pytest.mark.parametrize(
    ("sorts", "undo", "redo"),
    [
        ([], None, None),
        ([("command", 0)], 1, None),
        ([("command", 0), ("command", 0)], 2, None),
        ([("command", 0), ("hand", 0)], 2, None),
        ([("hand", 0)], 1, None),
        ([("command", 0), ("undo", 1)], None, 1),
        ([("command", 0), ("command", 0), ("undo", 2)], 1, 2),
        ([("command", 0), ("command", 0), ("undo", 2), ("undo", 1)], None, 1),
        ([("command", 0), ("command", 0), ("undo", 2), ("undo", 1), ("redo", 1)], 1, 2),
        ([("command", 0), ("undo", 1), ("redo", 1)], 1, None),
        ([("command", 0), ("undo", 1), ("redo", 1), ("undo", 1)], None, 1),
        ([("command", 0), ("undo", 1), ("command", 0)], 3, None),
        ([("command", 0), ("undo", 1), ("hand", 0)], 3, None),
        ([("command", 0), ("undo", 1), ("hand", 0), ("undo", 3)], None, 3),
        # steps that are gone, or whose file is broken
        ([("undo", 7)], 1, None),
        ([("redo", 7)], 1, None),
        ([("command", 0), ("undo", 7)], 2, None),
        ([("command", 0), ("undo", 1), ("redo", 7)], 3, None),
    ],
)
def test_stacks(sorts: list[tuple[str, int]], undo: int | None, redo: int | None) -> None:
    """Undo takes back the latest step that stands, redo makes what was undone since the last."""
    steps = chain(*((sort, of, f"a = {number}\n") for number, (sort, of) in enumerate(sorts)))
    for find, number, words in (
        (to_undo, undo, "there is nothing to undo"),
        (to_redo, redo, "there is nothing to redo"),
    ):
        if number is None:
            with pytest.raises(NothingFound) as nothing:
                find(steps)
            assert nothing.value.lines == (words,)
        else:
            assert find(steps) is steps[number - 1]


def test_texts() -> None:
    """Byte for byte, before and after the step; nothing of any other text."""
    made = step(1, ANA, A, B)
    assert (text_before(made, B), text_after(made, A)) == (A, B)
    for text in (A, C, "", B.replace("\r", "")):
        assert text_before(made, text) is None
    for text in (B, C, ""):
        assert text_after(made, text) is None


def test_slices_that_were_changed() -> None:
    """A step whose slices lead elsewhere than it says gives no text."""
    made, other = step(1, ANA, A, B), step(1, ANA, C, B)
    mixed = type(made)(1, ANA, made.before, made.after, other.slices, [])
    assert text_before(mixed, B) is None
    assert text_after(mixed, A) is None


OLD, NEW = {"title": "A", "part": 1, "notes": "x"}, {"title": "B", "part": 1, "url": "u"}
EDIT = Change("video", "a", OLD, NEW)
ADD = Change("video", "a", None, NEW)
REMOVE = Change("video", "a", OLD, None)


@pytest.mark.parametrize(
    ("change", "now", "then"),
    [
        (EDIT, OLD, NEW),
        (EDIT, NEW, None),
        (
            EDIT,
            {**OLD, "part": 2, "hue": "red"},
            {"title": "B", "part": 2, "url": "u", "hue": "red"},
        ),
        (EDIT, {"title": "B", "part": 1, "notes": "x"}, NEW),
        (EDIT, {"title": "A", "url": "u"}, {"title": "B", "url": "u"}),
        (EDIT, {"title": "A", "part": 1}, NEW),
        (ADD, None, NEW),
        (ADD, NEW, None),
        (REMOVE, OLD, None),
        (Change("video", "a", {}, {"part": 1}), {"notes": "x"}, {"part": 1, "notes": "x"}),
        (Change("video", "a", {"part": 1}, {"part": 1.0}), {"part": 1}, {"part": 1.0}),
        (Change("video", "a", {"part": 1}, {}), {"part": 1}, {}),
    ],
)
def test_on_today(change: Change, now: dict[str, Any] | None, then: dict[str, Any] | None) -> None:
    """What the step changed is changed if it still stands, in its place; what came since stays."""
    data = {"video": {"b": {}} if now is None else {"a": now, "b": {}}}
    expected = [] if then is None and change is not REMOVE else [Change("video", "a", now, then)]
    assert repr(on_today([change], data)) == repr(expected)  # the order, and 1 is not 1.0


def test_a_record_that_is_gone_already() -> None:
    """There is nothing left to do, also where no record of its kind is."""
    assert on_today([REMOVE], {}) == []


@pytest.mark.parametrize(
    ("change", "kind", "fields"),
    [
        (EDIT, {"a": {**OLD, "title": "C", "notes": "y", "part": 2}}, ["title", "notes"]),
        (EDIT, {"a": {**OLD, "url": "v"}}, ["url"]),
        (EDIT, {"a": {**OLD, "title": ["A"]}}, ["title"]),
        (EDIT, {}, ["it"]),
        (EDIT, {"a": 3}, ["it"]),
        (EDIT, 3, ["it"]),
        (EDIT, [{"a": OLD}], ["it"]),
        (ADD, {"a": OLD}, ["it"]),
        (ADD, {"a": {}}, ["it"]),
        (ADD, 3, ["it"]),
        (REMOVE, {"a": NEW}, ["it"]),
    ],
)
def test_what_stands_in_the_way(change: Change, kind: object, fields: list[str]) -> None:
    """Every field that has been changed since is named, and nothing is done."""
    with pytest.raises(Unsafe) as refused:
        on_today([change], {"video": kind})
    assert refused.value.lines == (
        "nothing was changed, as something else came in between:",
        *(f"video.a: {field} has changed since" for field in fields),
    )


def test_all_that_stands_in_the_way() -> None:
    """Of several records as well; one in whose way nothing stands is not changed either."""
    data = {"video": {"a": OLD, "b": NEW}, "meeting": {"c": NEW}}
    changes = [EDIT, Change("video", "b", OLD, {"part": 1}), Change("meeting", "c", OLD, None)]
    with pytest.raises(Unsafe) as refused:
        on_today(changes, data)
    assert refused.value.lines == (
        "nothing was changed, as something else came in between:",
        "video.b: title has changed since",
        "meeting.c: it has changed since",
    )


FILE = '# Ours.\n[video.a] # A\ntitle = "A"\n\n[video.c]\ntitle = "C"'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A catalogue in a file that ends without a newline."""
    path = tmp_path / "catalogue.toml"
    path.write_bytes(FILE.encode())
    return path


def forget(path: Path, *numbers: int) -> None:
    """Remove the files of these steps, or else of all that is noted."""
    for number in numbers:
        (journal_folder(path) / "steps" / f"{number:06}.json").unlink()
    if not numbers:
        (journal_folder(path) / "seen.toml").unlink()


@pytest.mark.parametrize("text", [FILE, f"{FILE}\n", f"\ufeff{FILE}\n".replace("\n", "\r\n")])
@pytest.mark.parametrize("kind", ["video", "topic"])
@pytest.mark.parametrize("id_", ["a", "b", "z"])
@pytest.mark.parametrize("lines", ['title = "B"\nlabel = "B"', None])
def test_undo_and_redo(path: Path, text: str, kind: str, id_: str, lines: str | None) -> None:
    """Whatever was done is undone byte for byte, and done again byte for byte."""
    path.write_bytes(text.encode())
    apply(path, ANA, making(kind, id_, lines))
    done = path.read_bytes()
    if lines is None and (kind, id_) != ("video", "a"):
        assert done == text.encode()  # there was none
        return
    [made] = steps_of(path)
    for _again in range(2):
        assert undo(path, ANA) == made
        assert path.read_bytes() == text.encode()
        assert undo(path, ANA, redo=True) == made
        assert path.read_bytes() == done
    assert sorts(path) == [
        *((1, "command", 0), (2, "undo", 1), (3, "redo", 1), (4, "undo", 1), (5, "redo", 1))
    ]


def test_several(path: Path) -> None:
    """Steps are undone one after the other and done again in their order, hand edits too."""
    texts = [path.read_bytes()]
    apply(path, ANA, making("video", "a", 'title = "B"'))
    texts.append(path.read_bytes())
    apply(path, ANA, making("video", "b", 'title = "B"'))
    texts.append(path.read_bytes())
    path.write_bytes(texts[-1] + b"\n# by hand\n[catalogue]\nlanguage = 'fr'\n")
    texts.append(path.read_bytes())
    numbers = []
    for text in reversed(texts[:-1]):
        numbers.append(undo(path, ANA).number)
        assert path.read_bytes() == text
    with pytest.raises(NothingFound):
        undo(path, ANA)
    for text in texts[1:]:
        numbers.append(undo(path, ANA, redo=True).number)
        assert path.read_bytes() == text
    with pytest.raises(NothingFound):
        undo(path, ANA, redo=True)
    assert numbers == [3, 2, 1, 1, 2, 3]
    assert path.read_bytes() == texts[-1]


def test_a_new_step_forgets_what_was_undone(path: Path) -> None:
    """It cannot be done again, whether the new step is a command's or a hand edit."""
    apply(path, ANA, making("video", "b", 'title = "B"'))
    undo(path, ANA)
    path.write_bytes(FILE.encode() + b"\n")
    with pytest.raises(NothingFound):
        undo(path, ANA, redo=True)
    assert path.read_bytes() == FILE.encode() + b"\n"
    assert sorts(path) == [(1, "command", 0), (2, "undo", 1), (3, "hand", 0)]


def test_steps_that_are_gone(path: Path) -> None:
    """What a step before them did is undone field by field, what they did stays."""
    apply(path, ANA, making("video", "a", 'title = "B"\npart = 1'))
    apply(path, ANA, making("video", "a", 'title = "B"\npart = 1\nnotes = "x"'))
    apply(path, ANA, making("video", "b", 'title = "B"'))
    forget(path, 2, 3)
    assert undo(path, ANA).number == 1
    now = FILE.replace('"A"\n', '"A"\nnotes = "x"\n', 1).replace(
        "[video.c]", '[video.b]\ntitle = "B"\n\n[video.c]'
    )
    assert path.read_bytes() == now.encode()
    assert undo(path, ANA, redo=True).number == 1
    assert path.read_bytes() == now.replace('"A"\n', '"B"\npart = 1\n').encode()
    assert sorts(path) == [(1, "command", 0), (2, "undo", 1), (3, "redo", 1)]


def test_a_field_that_was_changed_since(path: Path) -> None:
    """It is named, and the file stays as it is."""
    apply(path, ANA, making("video", "a", 'title = "B"\npart = 1'))
    apply(path, ANA, making("video", "a", 'title = "C"\npart = 1'))
    forget(path, 2)
    text = path.read_bytes()
    with pytest.raises(Unsafe) as refused:
        undo(path, ANA)
    assert refused.value.lines == (
        "nothing was changed, as something else came in between:",
        "video.a: title has changed since",
    )
    assert path.read_bytes() == text
    assert sorts(path) == [(1, "command", 0)]


def test_what_is_undone_already(path: Path) -> None:
    """Where nothing is left of what a step did, undo does not say that it undid it."""
    apply(path, ANA, making("video", "b", 'title = "B"'))
    forget(path)
    path.write_bytes(FILE.encode() + b"\n")
    with pytest.raises(Unsafe) as refused:
        undo(path, ANA)
    assert refused.value.lines == (
        'nothing was changed: "edit a: video.b" would change nothing any more',
    )
    assert path.read_bytes() == FILE.encode() + b"\n"


def test_without_history(path: Path) -> None:
    """There is nothing to undo, and nothing is made beside the file but the lock."""
    with pytest.raises(NothingFound):
        undo(path, ANA)
    assert {one.name for one in journal_folder(path).iterdir()} == {".gitignore", "lock"}
