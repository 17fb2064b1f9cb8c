"""A database of SQLite, as Datasette and other tools like it.

A table for each kind, with a text's languages in columns of their own and every list in a table
of its own, which names what it refers to; nothing refers to what is not there. As in the HTML,
what a record holds that icccat does not know, or that is wrong, is not in it, as it may be meant
for colleagues alone; and no internal notes are.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from icccat.formats.database.contents import fields_by_kind, gathered
from icccat.formats.database.layout import Layout
from icccat.formats.database.views import Views

if TYPE_CHECKING:
    from icccat.formats import Selection

ENDINGS = ("db", "sqlite3")
BINARY = True


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The database, in bytes; raises Refused for a number that it cannot hold."""
    import sqlite3  # noqa: PLC0415 (a list of formats needs none)

    fields = fields_by_kind(selection)
    filled = list(Layout(selection, fields, gathered(selection, fields)).tables())
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for table, values in filled:
            for statement in table.statements():
                connection.execute(statement)
            connection.executemany(table.insertion(), map(table.row, values))
        for statement in Views(
            fields, {table.name: table for table, _values in filled}
        ).statements():
            connection.execute(statement)
        connection.execute("COMMIT")
        return connection.serialize()
