"""Promises about all catalogues: an index brought up to date answers as one made anew."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from asking import parse
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from search import direct
from search.answers import found, index_of, met
from search.changing import CONTENTS, FIELDS, WORDS, changed, queries

from icccat.catalogue import catalogue
from icccat.errors import QueryError, Unsafe
from icccat.search import match
from icccat.search.announcements import announcements
from icccat.search.index import making, opened
from icccat.search.order import ranked

if TYPE_CHECKING:
    from search.changing import Content

    from icccat.search.index import Index
    from icccat.search.tree import Query


SIGNS = ('"', "“", "«", "(", ")", "-", ":", "*", "=", ",", " ", "..", " OR ", " AND ", " SAUF ")
ANY_TEXT = st.text() | st.lists(st.sampled_from([*WORDS, *FIELDS, *SIGNS, *SIGNS])).map("".join)


@settings(max_examples=20)
@given(content=CONTENTS, data=st.data(), fts5=st.booleans())
def test_after_any_edits_the_answers_are_those_of_a_new_index(
    content: Content, data: st.DataObject, *, fts5: bool
) -> None:
    """The same records in the same order, with the same scores, steps and announcements."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        if not fts5:
            patch.setattr(making, "has_fts5", lambda _connection: False)
        path, folder = Path(name) / "catalogue.toml", Path(name) / "cache"
        before = content
        for _edit in range(data.draw(st.integers(1, 3))):
            path.write_text(content.text, encoding="utf-8")
            with opened_or_not(path, folder) as kept, index_of(content.text) as new:
                assert everything(kept) == everything(new)
                for query in asked(data, content, before, 2):
                    for exact in (False, True):
                        assert told(query, kept, exact=exact) == told(query, new, exact=exact)
            before, content = content, data.draw(changed(content))


@settings(max_examples=40)
@given(content=CONTENTS, data=st.data())
def test_exact_answers_are_those_of_a_look_at_each_record(
    content: Content, data: st.DataObject
) -> None:
    """With --exact the index finds the records in which the words stand, and no others."""
    records = catalogue.parse(content.text, Path()).records
    with index_of(content.text) as index:
        for query in asked(data, content, content, 6):
            answer = match.find(query, index, exact=True)
            kinds = match.kinds_of(query)
            expected = [one.key for one in direct.find(query, records) if one.kind in kinds]
            assert sorted(one.key for one in index.read(answer.scores)) == sorted(expected), query
            assert list(announcements(answer)) == []


@given(content=CONTENTS, text=ANY_TEXT)
def test_any_text_is_answered_or_a_query_error(content: Content, text: str) -> None:
    """Whatever is typed, there is an answer or a QueryError, and one can be told from the other."""
    with index_of(content.text) as index:
        for query in parsed(text):
            told(query, index, exact=False)


def asked(data: st.DataObject, content: Content, before: Content, many: int) -> list[Query]:
    """Queries of what is in the catalogue, or was before."""
    texts = data.draw(st.lists(queries(content, before), min_size=many, max_size=many))
    return [query for text in texts for query in parsed(text)]


def parsed(text: str) -> list[Query]:
    """The query in a text, if it is one."""
    try:
        return [parse(text)]
    except QueryError:
        return []


def opened_or_not(path: Path, folder: Path) -> Index:
    """The index of a file; one that is no catalogue is no case for these promises."""
    try:
        return opened(path, folder)
    except Unsafe:
        reject()


def everything(index: Index) -> dict[str, object]:
    """All that is in an index, the records by their keys instead of their numbers."""
    rows = index.connection.execute("SELECT number, kind, id, dated FROM record")
    stored = {number: (f"{kind}.{id_}", *rest) for number, kind, id_, *rest in rows}
    contents = {
        name: sorted(index.connection.execute(f"SELECT * FROM {name}"))  # noqa: S608 (our own names)
        for name in ("name", "term")
    }
    by_number = {
        name: sorted(
            (stored[number], *cells)
            for number, *cells in index.connection.execute(f"SELECT {columns} FROM {name}")  # noqa: S608 (likewise)
        )
        for name, columns in {
            "posting": "doc, term, col, offset",
            "reference": "number, kind, id",
            "title": "number, words",
        }.items()
    }
    records = {one.key: one for of_kind in index.records.values() for one in of_kind.values()}
    said = {"records": records, "about": index.about, "errors": index.errors}
    return contents | by_number | said | {"stored": sorted(map(str, stored.values()))}


def told(query: Query, index: Index, *, exact: bool) -> dict[str, Any]:
    """All that a person can see of an answer."""
    answer = match.find(query, index, exact=exact)
    shown = list(ranked(answer.scores, index, "en"))
    keys = [one.key for one in index.read(shown)]
    return {
        "records": {key: round(answer.scores[n], 6) for key, n in zip(keys, shown, strict=True)},
        "order": keys,
        "found": [found(answer, number) for number in shown],
        "met": [met(answer, number) for number in shown],
        "said": list(announcements(answer)),
        "missing": answer.missing,
    }
