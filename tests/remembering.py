"""Catalogues whose records are much alike, and what may be added to them, for hypothesis."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Tables: TypeAlias = dict[tuple[str, str], dict[str, Any]]

TITLES = (
    *("Media and diversity", "The Media, and diversity", "Media and diversities", "Médias"),
    *("Policy lab", "Policy labs", "Policy lab in Lisbon", "Lisbon policy lab", "?", "x"),
)
DATES = ("2019", "2019-06", "2019-06-20", "2019-06-21", "2019-07-22", "2018-12-31", "0001-01-01")
URLS = (
    *("https://vimeo.com/1", "http://www.vimeo.com/1/", "https://vimeo.com/1?utm_source=x/"),
    *("https://vimeo.com/1?", "https://vimeo.com/1?/", "https://vimeo.com/1#a/", "https://a.b"),
    *("https://vimeo.com/1?x=1&/", "https://vimeo.com/1?x=1", "https://vimeo.com/1?x=1//"),
)
PLACES = ("Lisbon, PT", "Lisboa, PT", "PT", "Oslo, NO")
WORDS = ("teachers", "Teachers", "mayors", "report", "reports")
IDS = ("media", "media-and-diversity", "policy-lab", "Policy-Lab", "x", "policy-lab-2019")


def _some(of: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), min_size=1, max_size=2)


_TITLE = st.dictionaries(
    st.sampled_from(["en", "fr"]), st.sampled_from(TITLES), min_size=1, max_size=2
)
_DOCUMENT = st.fixed_dictionaries(
    {"title": st.sampled_from(TITLES)}, optional={"type": st.sampled_from(WORDS)}
)
_EVENT: dict[str, st.SearchStrategy[Any]] = {
    "url": st.sampled_from(URLS),
    "topics": _some(IDS),
    "places": _some(PLACES),
    "series": st.sampled_from(IDS),
    "documents": st.lists(_DOCUMENT, max_size=2),
    "odd": st.just("key"),
}
_OF_KIND: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "video": _EVENT
    | {
        "date": st.sampled_from(DATES),
        "audiences": _some(WORDS),
        "part": st.integers(1, 2),
        "version": st.sampled_from(["full", "short", "odd"]),
        "version_of": st.sampled_from(IDS),
    },
    "meeting": _EVENT
    | {
        "start": st.sampled_from(DATES),
        "end": st.sampled_from(DATES),
        "type": st.sampled_from(WORDS),
        "status": st.sampled_from(["held", "cancelled"]),
        "recordings": _some(IDS),
    },
    "series": {},
}


def _tables(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    if kind == "topic":
        return st.fixed_dictionaries({"label": _TITLE})
    if kind == "place":
        return st.fixed_dictionaries({}, optional={"also": _some(["Lisboa", "Olisipo"])})
    return st.fixed_dictionaries({"title": _TITLE}, optional=_OF_KIND[kind])


def _keyed(kind: str) -> st.SearchStrategy[tuple[tuple[str, str], dict[str, Any]]]:
    ids = PLACES if kind == "place" else IDS
    return st.tuples(st.tuples(st.just(kind), st.sampled_from(ids)), _tables(kind))


RECORDS: st.SearchStrategy[Tables] = st.lists(
    st.sampled_from([*_OF_KIND, "topic", "place", "video", "meeting"]).flatmap(_keyed), max_size=9
).map(dict)


def text_of(tables: Tables) -> str:
    """The catalogue of these records, in pieces, as a person might write it."""
    head = '[catalogue]\nlanguage = "en"\n\n'
    return head + "\n".join(lines_of(key, table) for key, table in tables.items())


def lines_of(key: tuple[str, str], table: Mapping[str, Any]) -> str:
    """The lines of a record."""
    kind, id_ = key
    lines = (f"{name} = {_value(value)}\n" for name, value in table.items())
    return f'[{kind}."{id_}"]\n{"".join(lines)}'


def _value(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_value(one)}' for name, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False)


@st.composite
def options(draw: st.DrawFn) -> tuple[str, dict[str, list[str]], str]:
    """What `add` may be given: the kind, the strings for each field, the id."""
    kind = draw(st.sampled_from(["video", "meeting", "series", "topic", "place"]))
    given: dict[str, list[str]] = {}
    for name, value in draw(_tables(kind)).items():
        if isinstance(value, dict):
            given |= {f"{name}.{code}": [text] for code, text in value.items()}
        elif name == "documents":
            given[name] = [f"{one['title']} | | {one.get('type', '')}" for one in value]
        elif value:
            given[name] = [str(one) for one in (value if isinstance(value, list) else [value])]
    ids = st.sampled_from([*PLACES] if kind == "place" else ["", *IDS])
    return kind, given, draw(ids)
