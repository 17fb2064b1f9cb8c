"""The index: the records and their words in SQLite, so that an answer needs no reading of TOML.

It is a cache: harmless to delete, never trusted over the catalogue, and where it cannot be kept
the same tables are made in memory, and the answer is the same, only later. Words are folded by
icccat and stored as they are: SQLite's FTS5 serves as a store of postings, and where it is missing
a plain table takes its place. `tables` are the tables; `rows` is what a record is in them;
`filing` puts its words into `columns`, `postings` keeps where they stand; `update` brings all of
it up to date; `cache` is the file, `making` makes it; `index` is what a search asks, `runs` where
words stand together; `unread` are records that are read when one is asked for.
"""

from __future__ import annotations

from icccat.search.index.cache import opened
from icccat.search.index.index import Index

__all__ = ["Index", "opened"]
