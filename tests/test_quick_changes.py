"""A promise about all changes: made of what the index remembers they are what they are without."""

from __future__ import annotations

import tomllib
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from catalogue.stepping import ANA
from hypothesis import event, given
from hypothesis import strategies as st
from remembering import IDS, RECORDS, options, text_of
from search.changing import CONTENTS

from icccat.catalogue.changes import add, amend, undo
from icccat.catalogue.history.journal import journal_folder
from icccat.catalogue.parts import Recalled
from icccat.errors import Failure, Level, Refused
from icccat.records.change import Change, changed_table
from icccat.records.edit import new_problems
from icccat.records.new import make
from icccat.search.index.cache import kept
from icccat.search.index.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from icccat.catalogue.parts import Memory
    from icccat.records.known import Among
    from icccat.records.record import Record

TEXTS = RECORDS.map(text_of) | CONTENTS.map(lambda content: content.text)
VIDEO = '\n[video.by-hand]\ntitle = "By hand"\n'
HANDS = ("# by hand\n", "\n", VIDEO, "[other]\nx = 1\n", "[video")
Made = TypeVar("Made")
WAYS = ("add", "edit", "remove", "undo", "redo", "by hand")


class Side:
    """A catalogue in a folder of its own, changed with what the index remembers or without."""

    def __init__(self, folder: Path, data: bytes, *, quickly: bool) -> None:
        folder.mkdir()
        self.path, self.quickly = folder / "catalogue.toml", quickly
        self.path.write_bytes(data)
        self.made: list[Among] = []  # what a change was made of, once or twice

    @property
    def is_quick(self) -> bool:
        """Whether the last change was made of what is remembered, and of that alone."""
        return [type(one) for one in self.made] == [Recalled]

    def recalling(self, stack: ExitStack) -> Callable[[], Memory | None] | None:
        """What remembers the file, until the stack is left."""

        def recall() -> Memory | None:
            index = kept(self.path, self.path.parent / "cache")
            assert index is not None
            return Remembered(stack.enter_context(index))

        return recall if self.quickly else None

    def changed(self, way: str, what: Any) -> object:  # noqa: ANN401 (as the way asks)
        """What making the change gives, or why it is not made."""
        with ExitStack() as stack:
            how: dict[str, Any] = {"recall": self.recalling(stack)}
            self.made.clear()
            try:
                match way:
                    case "add":
                        return add(self.path, ANA, self.of(made, what), **how)
                    case "edit":
                        return amend(self.path, ANA, self.of(edits, what), **how)
                    case "remove":
                        return amend(self.path, ANA, self.of(removals, what), **how)
                    case "by hand":
                        return self.path.write_bytes(self.path.read_bytes() + what.encode())
                    case _:
                        return undo(self.path, ANA, redo=way == "redo", **how)
            except Failure as failure:
                return [line.replace(str(self.path), "the file") for line in failure.lines]

    def of(self, make: Callable[[Among, Any], Made], what: Any) -> Callable[[Among], Made]:  # noqa: ANN401 (likewise)
        """What makes the change, and notes of what."""

        def making(among: Among) -> Made:
            self.made.append(among)
            return make(among, what)

        return making

    @property
    def state(self) -> list[object]:
        """The bytes of the file, and of all that history holds."""
        steps = journal_folder(self.path) / "steps"
        history = [path.read_bytes() for path in sorted(steps.glob("*"))]
        return [self.path.read_bytes(), history]


def made(among: Among, new: tuple[str, dict[str, list[str]], str]) -> Record:
    """A record as `add` makes it."""
    kind, given_, id_ = new
    found = make(kind, given_, among.known, language=among.language, id_=id_)
    wrong = [one.message for one in found.problems if one.level is Level.ERROR]
    if wrong:
        raise Refused(*wrong, *(twin.key for twin in found.twins))
    return found.record


def edits(among: Among, what: tuple[str, str]) -> list[Change]:
    """Another description and title of all of an id, if that breaks nothing."""
    id_, title = what
    found = []
    for record in among.known.of_id(id_):
        table = among.table(record)
        after = changed_table(record, table, {"description": {"en": title}, "topics": None})
        found.append(Change(record.kind, record.id, table, after))
    problems = new_problems(found, among.known, among.language)
    if problems and title == "x":
        raise Refused(*(problem.message for problem in problems))
    return found


def removals(among: Among, what: tuple[str, str]) -> list[Change]:
    """All of an id taken out, if nothing refers to it."""
    if found := among.referring(what[0]):
        raise Refused(*sorted(record.key for record in found))
    return [
        Change(record.kind, record.id, among.table(record), None)
        for record in among.known.of_id(what[0])
    ]


@given(text=TEXTS, newline=st.sampled_from(["\n", "\n", "\r\n"]), bom=st.booleans(), data=st.data())
def test_changes(text: str, newline: str, data: st.DataObject, *, bom: bool) -> None:
    """The same bytes, the same steps, the same refusals, whatever came before."""
    content = ("\ufeff" * bom + text.replace("\n", newline)).encode()
    with TemporaryDirectory() as name:
        quick, whole = (Side(Path(name, str(one)), content, quickly=one) for one in (True, False))
        for _step in range(data.draw(st.integers(1, 4))):
            way = data.draw(st.sampled_from(WAYS))
            what = data.draw(
                {
                    "add": options(),
                    "by hand": st.sampled_from(HANDS),
                }.get(way, st.tuples(st.sampled_from(IDS), st.sampled_from(["x", "é"])))
            )
            assert quick.changed(way, what) == whole.changed(way, what)
            event(f"{way} quickly: {quick.is_quick}")
            assert quick.state == whole.state


def test_only_once(tmp_path: Path) -> None:
    """In a file in pieces that is remembered the change is made of what is, and never again."""
    lines = "".join(f'[video.v{number:03}]\ntitle = "{number}"\n' for number in range(100))
    side = Side(tmp_path / "there", lines.encode(), quickly=True)
    for way, what in (("add", ("video", {"title": ["A"]}, "")), ("edit", ("v050", "x"))):
        side.changed(way, what)
        assert side.is_quick
    side.changed("remove", ("v050", ""))
    assert side.is_quick
    assert list(tomllib.loads(side.path.read_text())["video"]) == [
        "a",
        *(f"v{number:03}" for number in range(100) if number != 50),
    ]
