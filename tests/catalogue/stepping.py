"""Steps of history for tests, and whose they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from icccat.catalogue import toml
from icccat.catalogue.file.source import Source, read
from icccat.catalogue.history.by import By
from icccat.catalogue.history.journal import journal_folder, read_steps
from icccat.catalogue.history.step import step
from icccat.catalogue.history.undo import text_before
from icccat.records.change import Change

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.history.step import Step

WHEN = dt.datetime(2024, 1, 31, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
ANA = By("Ana", "laptop", WHEN, "edit a")


def on(day: int, what: str = "edit a") -> By:
    """Ana, at the same time on another day of January 2024."""
    return ANA._replace(when=WHEN.replace(day=day), what=what)


def chain(*parts: tuple[str, int, str]) -> list[Step]:
    """Steps of these sorts, each with the number that it is of and the text that it leads to."""
    steps, text = [], "\n"
    for number, (sort, of, new) in enumerate(parts, 1):
        steps.append(step(number, ANA._replace(sort=sort, of=of), text, new))
        text = new
    return steps


def steps_of(path: Path) -> list[Step]:
    """The steps in the journal beside a catalogue."""
    return read_steps(journal_folder(path))


def sorts(path: Path) -> list[tuple[int, str, int]]:
    """The steps of a catalogue: number, sort and the number that each is of."""
    return [(one.number, one.by.sort, one.by.of) for one in steps_of(path)]


def unwound(path: Path) -> str | None:
    """The text with which history began: each step taken back; None where one does not fit."""
    text: str | None = read(path).text
    for one in reversed(steps_of(path)):
        text = None if text is None else text_before(one, text)
    return text


def making(kind: str, id_: str, lines: str | None) -> Callable[[Catalogue], list[Change]]:
    """What gives a record the table of these lines, or none, whatever it holds."""
    after = None if lines is None else toml.parse(lines, "")

    def make(catalogue: Catalogue) -> list[Change]:
        return [Change(kind, id_, catalogue.data.get(kind, {}).get(id_), after)]

    return make


def source(path: Path, text: str) -> Source:
    """The file of this text, written anew."""
    path.write_bytes(text.encode())
    return read(path)
