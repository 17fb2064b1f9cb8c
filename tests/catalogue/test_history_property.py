"""A promise about all that can happen: every change is undone and done again, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from catalogue.stepping import ANA, steps_of
from icccat.catalogue import toml
from icccat.catalogue.changes import apply, undo
from icccat.errors import NothingFound, Unsafe
from icccat.records.change import Change

if TYPE_CHECKING:
    from icccat.catalogue.catalogue import Catalogue

TEXTS = [
    "# Ours.\n",
    '[video.b]\ntitle = "B" # its title\n\n# Of C.\n[video.c]\ntitle.en = "C"\ntitle.fr = "Cé"\n',
    "[catalogue]\n\n[topic]\nb.label = 'B'\nc = { label = 'C' }\n[other]\nx = 1\n",
    '[video.c]\npart = 3\n[[video.c.documents]]\ntitle = "D"\n\n\n[topic.a]\n[place.DE]\n\n#end',
]
HANDS = ["", "\n", "# by hand\n", "\n[other.thing]\ny = [1,\n 2]\n", '\n[series.s]\ntitle="S"']
KINDS = st.sampled_from(["video", "topic", "series"])
IDS = st.sampled_from(["a", "b", "c"])
TABLES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["A", {"en": "A", "fr": "À\n"}]),
        "date": st.dates() | st.just("2019-06"),
        "topics": st.lists(IDS, max_size=3),
        "documents": st.lists(st.just({"title": "D"}), max_size=2),
    },
)


class History(RuleBasedStateMachine):
    """A catalogue that people and commands change; `done` and `undone` are the texts it had.

    The last one done is that which the file has as far as history knows.
    """

    @initialize(
        text=st.sampled_from(TEXTS), newline=st.sampled_from(["\n", "\r\n"]), bom=st.booleans()
    )
    def begin(self, text: str, newline: str, *, bom: bool) -> None:
        """Write the file."""
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "catalogue.toml")
        self.bom = b"\xef\xbb\xbf" if bom else b""
        self.path.write_bytes(self.bom + text.replace("\n", newline).encode())
        self.done = [self.path.read_bytes()]
        self.undone: list[bytes] = []
        self.is_watched = False

    def notice(self) -> None:
        """Take what was edited by hand for a step, or the beginning where there is none yet."""
        now = self.path.read_bytes()
        if now != self.done[-1]:
            self.done[-1:] = [self.done[-1], now] if self.is_watched else [now]
            self.undone.clear()

    @rule(kind=KINDS, id_=IDS, table=TABLES | st.none())
    def change(self, kind: str, id_: str, table: dict[str, Any] | None) -> None:
        """Add, change or remove a record; nothing else means anything else."""
        self.notice()
        meant: dict[str, Any] = {}

        def make(catalogue: Catalogue) -> list[Change]:
            records = dict(catalogue.data.get(kind, {}))
            before = records.pop(id_, None)
            meant.update(catalogue.data)
            meant[kind] = records | ({} if table is None else {id_: table})
            return [Change(kind, id_, before, table)]

        try:
            apply(self.path, ANA, make)
        except Unsafe:  # nothing would be left in the file
            assert not any(meant.values())
            assert self.path.read_bytes() == self.done[-1]
            return
        now = self.path.read_bytes()
        data = toml.parse(now.decode("utf-8-sig"), "")
        assert toml.same({kind: {}} | data, meant)
        if now != self.done[-1]:
            self.done.append(now)
            self.undone.clear()
            self.is_watched = True

    @rule(more=st.sampled_from(HANDS), is_above=st.booleans())
    def edit_by_hand(self, more: str, *, is_above: bool) -> None:
        """Put some lines above or below, as far as that is TOML."""
        text = self.path.read_bytes().removeprefix(self.bom).decode()
        new = f"{more}\n{text}" if is_above else text + more
        if new.count("[other.thing]") < 2 and new.count("[series.s]") < 2:
            self.path.write_bytes(self.bom + new.encode())

    @rule()
    def undo(self) -> None:
        """Take the last step back."""
        self.notice()
        if len(self.done) == 1:
            with pytest.raises(NothingFound):
                undo(self.path, ANA)
        else:
            undo(self.path, ANA)
            self.undone.append(self.done.pop())
        assert self.path.read_bytes() == self.done[-1]

    @rule()
    def redo(self) -> None:
        """Make it again."""
        self.notice()
        if self.undone:
            undo(self.path, ANA, redo=True)
            self.done.append(self.undone.pop())
        else:
            with pytest.raises(NothingFound):
                undo(self.path, ANA, redo=True)
        assert self.path.read_bytes() == self.done[-1]

    def teardown(self) -> None:
        """Undo all the way back to the first bytes, and redo all."""
        with self.folder:
            self.all_back_and_forth()

    def all_back_and_forth(self) -> None:
        """Undo all there is, and redo all."""
        self.notice()
        texts = [*self.done, *reversed(self.undone)]
        while len(self.done) > 1:
            self.undo()
        while self.undone:
            self.redo()
        assert self.done == texts
        steps = steps_of(self.path)
        assert [one.number for one in steps] == [*range(1, len(steps) + 1)]


def test_history() -> None:
    """Whatever people and commands do, each step back and forth leads to the very same bytes."""
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=20,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
