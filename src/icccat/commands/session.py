"""What every command works with: the catalogue meant, the terminal, the person's language."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING

from icccat import locale
from icccat.catalogue.file.waiting import USUAL, Waiting
from icccat.catalogue.where import Found, locate
from icccat.commands.command import OPTIONS
from icccat.commands.folders import cache, configuration, here
from icccat.errors import Level, NothingFound, Refused
from icccat.locale import count
from icccat.locale import translate as _
from icccat.terminal.progress import progress, unseen
from icccat.terminal.terminal import Terminal, forgiving, form_for
from icccat.terminal.theme import UNSAID, theme_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    import click

    from icccat.catalogue.catalogue import Catalogue
    from icccat.catalogue.history.by import By
    from icccat.commands.results import Results
    from icccat.records.change import Change
    from icccat.records.columns import Column
    from icccat.records.record import Record
    from icccat.search.index import Index
    from icccat.search.index.remembered import Remembered
    from icccat.terminal.progress import Step

WIDE = 120  # cells from which a table has room for ids in a column of their own


class Session:
    """The global options, as given before or after the command, and the terminal."""

    def __init__(
        self,
        terminal: Terminal,
        catalogue: str = "",
        *,
        as_json: bool = False,
        waiting: Waiting = USUAL,
    ) -> None:
        self.terminal, self.catalogue = terminal, catalogue
        self.as_json, self.waiting = as_json, waiting

    @classmethod
    def of(cls, context: click.Context) -> Session:
        """The session of this command."""
        given = context.meta.get(OPTIONS, {})
        form = form_for(sys.stdout, os.environ, plain=bool(given.get("plain")))
        terminal = Terminal(
            out=sys.stdout,
            err=forgiving(sys.stderr),
            form=form,
            width=shutil.get_terminal_size().columns,
            language=locale.language(),
            theme=theme_for(os.environ) if form == "rich" else UNSAID,
        )
        waiting = Waiting(given.get("wait", USUAL.seconds), terminal.note)
        as_json = bool(given.get("json"))
        return cls(terminal, given.get("catalogue", ""), as_json=as_json, waiting=waiting)

    @property
    def today(self) -> dt.date:
        """Today's date, where the person is, unless ICCCAT_TODAY says another; else Refused."""
        given = os.environ.get("ICCCAT_TODAY", "")
        if not given:
            return dt.datetime.now().astimezone().date()
        try:
            return dt.datetime.strptime(given, "%Y-%m-%d").astimezone().date()
        except ValueError:
            sentence = _('ICCCAT_TODAY: "{value}" is not a day: write it as 2019-06-20')
            raise Refused(sentence.format(value=given)) from None

    @property
    def is_for_people(self) -> bool:
        """Whether the answer is a table for a person, not data for a program."""
        return not self.as_json and self.terminal.form != "lines"

    def by(self, what: str) -> By:
        """Whose step in history a change is: the person's, now, by this command."""
        from icccat.catalogue.file.ourselves import (  # noqa: PLC0415 (readers need not know)
            machine,
            user,
        )
        from icccat.catalogue.history.by import By  # noqa: PLC0415 (likewise)

        return By(user(), machine(), dt.datetime.now(dt.UTC).astimezone(), what)

    def where(self) -> Found:
        """The catalogue meant, and why; raises Unsafe where there is none."""
        given = os.environ.get("ICCCAT_CATALOGUE", "")
        return locate(self.catalogue, given, here(), configuration)

    def progress(self, sentence: str) -> AbstractContextManager[Step]:
        """How far a slow command is, as `progress` shows it; nothing beside an answer in JSON."""
        return nullcontext(unseen) if self.as_json else progress(self.terminal, sentence)

    def load(self, *, quietly: bool = False) -> Catalogue:
        """The catalogue, read; says, unless `quietly`, how many of its values could not be."""
        from icccat.catalogue.catalogue import load  # noqa: PLC0415 (an index needs no TOML)

        path = self.where().path
        with self.progress(_("reading the catalogue")) as step:
            step(0, 0)
            catalogue = load(path)
        if not quietly:
            self._say_unread(sum(one.level is Level.ERROR for one in catalogue.found))
        return catalogue

    def index(self) -> Index:
        """The index of the catalogue; says how many of its values could not be read."""
        from icccat.search.index import opened  # noqa: PLC0415 (only for those who look for records)

        path, folder = self.where().path, cache()
        with self.progress(_("bringing the index up to date")) as step:
            index = opened(path, folder, step)
        self._say_unread(index.errors)
        return index

    @contextmanager
    def recalling(self) -> Iterator[Callable[[], Remembered | None]]:
        """What gives, within this block, what the index remembers of the catalogue as it is."""
        from icccat.search.index.cache import kept  # noqa: PLC0415 (only for those who change it)
        from icccat.search.index.remembered import Remembered  # noqa: PLC0415 (likewise)

        with ExitStack() as stack:

            def recall() -> Remembered | None:
                index = kept(self.where().path, cache())
                return Remembered(stack.enter_context(index)) if index else None

            yield recall

    def _say_unread(self, errors: int) -> None:
        """Say how many values could not be read, if some could not."""
        if errors:
            sentence = count(
                "{number} value could not be read: icccat check says where",
                "{number} values could not be read: icccat check says where",
                errors,
            )
            self.terminal.note(sentence.format(number=errors))

    def show(
        self,
        records: Sequence[Record],
        columns: Sequence[Column],
        total: int,
        *,
        header: bool = True,
        results: Results | None = None,
        near: Sequence[str] = (),
    ) -> None:
        """Show records as asked: JSON, lines for programs, or a table for a person.

        `total` is how many there were to choose from; `results` say why each of them was found.
        Raises NothingFound after an empty answer, with sentences that say what is `near`.
        """
        if self.as_json:
            self.show_json(records, total, results)
        elif self.terminal.form == "lines":
            from icccat.formats import tsv  # noqa: PLC0415 (only in a pipe)

            self.terminal.lines(tsv.lines(records, columns, header=header))
        elif records:
            from icccat.terminal.fallback import explained, of_cells  # noqa: PLC0415 (only for people)
            from icccat.terminal.table import show_table  # noqa: PLC0415 (likewise)

            language = self.terminal.language
            marks = results.marks(columns, language) if results else {}
            is_below = self.terminal.width < WIDE
            show_table(self.terminal, records, columns, id_below=is_below, marks=marks)
            self.terminal.note(_("{shown} of {total}").format(shown=len(records), total=total))
            self.terminal.note(*explained(of_cells(records, columns, language), language))
        if not records:
            raise NothingFound(_("nothing found"), *near)

    def report(self, changes: Sequence[Change], note: str) -> None:
        """Say what was changed, field by field, and then a note."""
        if self.as_json:
            from icccat.formats import json  # noqa: PLC0415 (only when asked for)

            rows = [json.change_row(change) for change in changes]
            self.terminal.data(json.envelope("plan", rows, len(rows)))
        else:
            from icccat.terminal.changes import change_lines  # noqa: PLC0415 (only for people)

            for line in change_lines(changes, "en", in_words=self.terminal.is_plain):
                self.terminal.answer(line)
        self.terminal.note(note)

    def show_json(
        self, records: Sequence[Record], total: int, results: Results | None = None
    ) -> None:
        """Show records in the JSON envelope; with `results` also why each of them was found."""
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        rows = [json.record_row(record) for record in records]
        if results:
            rows = [row | why for row, why in zip(rows, results.rows(), strict=True)]
        self.terminal.data(json.envelope("records", rows, total))
