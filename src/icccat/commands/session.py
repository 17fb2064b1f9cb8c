"""What every command works with: the catalogue meant, the terminal, the person's language."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from icccat import locale
from icccat.catalogue.catalogue import Catalogue, load
from icccat.catalogue.history.by import By
from icccat.catalogue.where import Found, locate
from icccat.commands.command import OPTIONS
from icccat.errors import Level, NothingFound, Unsafe
from icccat.formats import Selection
from icccat.locale import count
from icccat.locale import translate as _
from icccat.terminal.terminal import Terminal, forgiving, form_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    import click

    from icccat.records.change import Change
    from icccat.records.columns import Column
    from icccat.records.record import Record

WIDE = 120  # cells from which a table has room for ids in a column of their own


@dataclass(frozen=True, slots=True)
class Session:
    """The global options, as given before or after the command, and the terminal."""

    terminal: Terminal
    catalogue: str = ""
    as_json: bool = False

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
        )
        return cls(terminal, given.get("catalogue", ""), bool(given.get("json")))

    @property
    def today(self) -> dt.date:
        """Today's date, where the person is."""
        return dt.datetime.now().astimezone().date()

    def by(self, what: str) -> By:
        """Whose step in history a change is: the person's, now, by this command."""
        import getpass  # noqa: PLC0415 (readers need not know who they are)
        import platform  # noqa: PLC0415 (likewise)

        user = ""
        with suppress(KeyError, OSError, ImportError):  # a container may have no name for its user
            user = getpass.getuser()
        return By(user, platform.node(), dt.datetime.now(dt.UTC).astimezone(), what)

    def where(self) -> Found:
        """The catalogue meant, and why; raises Unsafe where there is none."""
        given = os.environ.get("ICCCAT_CATALOGUE", "")
        return locate(self.catalogue, given, _folder(), configuration)

    def load(self, *, quietly: bool = False) -> Catalogue:
        """The catalogue, read; says, unless `quietly`, how many of its values could not be."""
        catalogue = load(self.where().path)
        errors = sum(problem.level is Level.ERROR for problem in catalogue.found)
        if errors and not quietly:
            sentence = count(
                "{number} value could not be read: icccat check says where",
                "{number} values could not be read: icccat check says where",
                errors,
            )
            self.terminal.note(sentence.format(number=errors))
        return catalogue

    def show(
        self,
        records: Sequence[Record],
        columns: Sequence[Column],
        total: int,
        *,
        header: bool = True,
    ) -> None:
        """Show records as asked: JSON, lines for programs, or a table for a person.

        `total` is how many there were to choose from. Raises NothingFound after an empty answer.
        """
        if self.as_json:
            self.show_json(records, total)
        elif self.terminal.form == "lines":
            from icccat.formats import tsv  # noqa: PLC0415 (only in a pipe)

            selection = Selection(records=records, columns=columns, total=total)
            self.terminal.lines(tsv.lines(selection, header=header))
        elif records:
            from icccat.terminal.table import show_table  # noqa: PLC0415 (only for people)

            show_table(self.terminal, records, columns, id_below=self.terminal.width < WIDE)
            self.terminal.note(_("{shown} of {total}").format(shown=len(records), total=total))
        if not records:
            raise NothingFound(_("nothing found"))

    def report(self, changes: Sequence[Change], note: str) -> None:
        """Say what was changed, field by field, and then a note."""
        if self.as_json:
            from icccat.formats import json  # noqa: PLC0415 (only when asked for)

            rows = [json.change_row(change) for change in changes]
            self.terminal.data(json.envelope("plan", rows, len(rows)))
        else:
            from icccat.terminal.changes import change_lines  # noqa: PLC0415 (only for people)

            for line in change_lines(changes, "en"):
                self.terminal.answer(line)
        self.terminal.note(note)

    def show_json(self, records: Sequence[Record], total: int) -> None:
        """Show records in the JSON envelope."""
        from icccat.formats import json  # noqa: PLC0415 (only when asked for)

        rows = [json.record_row(record) for record in records]
        self.terminal.data(json.envelope("records", rows, total))


def _folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise Unsafe(_("the folder you are in is no longer there")) from error


def configuration() -> Path:
    """The person's configuration file, where the system keeps such files."""
    from platformdirs import user_config_path  # noqa: PLC0415 (asked for as a last resort)

    return user_config_path("icccat") / "icccat.toml"
