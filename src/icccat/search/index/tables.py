"""The tables of the index."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from icccat.records.kinds import KINDS
from icccat.records.stored import places
from icccat.search.index.columns import BREAK, COLUMNS

if TYPE_CHECKING:
    import sqlite3

VERSION = 11  # another one makes every index anew, as does any change of the tables

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE record (
    number INTEGER PRIMARY KEY, kind TEXT, id TEXT, folded TEXT,
    dated TEXT, until TEXT, link TEXT, errors INTEGER, digest BLOB
);
CREATE TABLE line (number INTEGER PRIMARY KEY, dated TEXT, en TEXT, fr TEXT, line TEXT);
CREATE TABLE reference (
    number INTEGER, turn INTEGER, kind TEXT, id TEXT, PRIMARY KEY (number, turn)
) WITHOUT ROWID;
CREATE TABLE title (number INTEGER, words TEXT, PRIMARY KEY (number, words)) WITHOUT ROWID;
CREATE TABLE name (key TEXT PRIMARY KEY, names TEXT) WITHOUT ROWID;
CREATE TABLE term (word TEXT PRIMARY KEY, en TEXT, fr TEXT, letters INTEGER) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS record_id ON record (kind, id);
CREATE INDEX IF NOT EXISTS record_folded ON record (kind, folded) WHERE folded NOT NULL;
CREATE INDEX IF NOT EXISTS record_dated ON record (dated);
CREATE INDEX IF NOT EXISTS record_until ON record (kind, until, dated);
CREATE INDEX IF NOT EXISTS record_link ON record (link);
CREATE INDEX IF NOT EXISTS record_errors ON record (errors) WHERE errors > 0;
CREATE INDEX IF NOT EXISTS reference_id ON reference (kind, id);
CREATE INDEX IF NOT EXISTS title_words ON title (words);
CREATE INDEX IF NOT EXISTS term_en ON term (en);
CREATE INDEX IF NOT EXISTS term_fr ON term (fr);
"""
# FTS5 keeps postings well, but its tokenisers know neither our folding nor our compounds: the
# words come to it folded, and "ascii" splits at its signs and leaves all other letters alone.
_FTS5 = f"""
CREATE VIRTUAL TABLE words USING fts5(
    {", ".join(COLUMNS)}, content = '', columnsize = 0, tokenize = "ascii tokenchars '{BREAK}'"
);
CREATE VIRTUAL TABLE posting USING fts5vocab(words, 'instance');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row');
"""
_PLAIN = """
CREATE TABLE posting (term TEXT, doc INTEGER, col TEXT, offset INTEGER);
CREATE INDEX posting_term ON posting (term);
CREATE INDEX posting_doc ON posting (doc);
CREATE VIEW vocabulary AS
    SELECT term, count(DISTINCT doc) AS doc, count(*) AS cnt FROM posting GROUP BY term;
"""


_FIELDS = repr([places(kind) for kind in KINDS])
KIND = f"{VERSION} {crc32((_TABLES + _INDEXES + _FTS5 + _PLAIN + _FIELDS).encode()):08x}"
"""What has to be the same for an index to be readable."""


def create(connection: sqlite3.Connection, *, fts5: bool) -> None:
    """Make the tables, in a database that has none: their indexes are made when they are full."""
    for statement in (_TABLES + (_FTS5 if fts5 else _PLAIN)).split(";"):
        connection.execute(statement)


def create_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes of the tables, which is quicker behind all rows than before."""
    for statement in _INDEXES.split(";"):
        connection.execute(statement)


def has_fts5(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite was built with FTS5."""
    found = connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")
    return found.fetchone() is not None
