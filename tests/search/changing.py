"""Small catalogues that change, and queries of the words in them, as hypothesis strategies."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hypothesis.strategies import DrawFn

Key: TypeAlias = tuple[str, str]
Table: TypeAlias = dict[str, str]
"""The fields of a record, each as TOML writes its value."""

WORDS = (
    *("anti", "rumours", "antirumours", "anti-rumour", "rumeurs", "refugees", "refugee"),
    *("réfugiées", "asylum", "seekers", "media", "médias", "e-participation"),
    *("eparticipation", "participate", "Lisbon", "Lisboa", "Portugal", "Norvège", "policy"),
    *("lab", "labs", "coordinatrice"),
    *("2017", "11", "201711", "2019-05", "novembre", "2017", "May", "mai", "the", "of", "l’école"),
    *("Straße", "Αθήνα", "зв’язок", "x", "1", "♥", "city’s", "coordinateur·rice·s"),
)  # fmt: skip
TOPICS = ("refugees", "media-lab", "youth")
PLACES = ("Lisbon, PT", "Oslo, NO", "NO")
IDS = {
    "video": ("x1", "x2", "media-lab", "refugees-lisbon"),
    "meeting": ("m1", "policy-lab", "novembre-2017"),
    "series": ("lab",),
    "topic": TOPICS,
    "place": PLACES[:2],
}
DATES = ("2019", '"2019-05"', "2019-05-28", "2017-11-02", '"2017-11"', '"2019-13"', "true")
FIELDS = (
    *("kind:topic", "kind:video,meeting", "id:x1", "date:2019", "date:2017-11..", "year:..2018"),
    *(
        "has:date",
        "missing:topics",
        "missing:fr",
        "novembre 2017",
        "mai 2019",
        "2019-05",
        "in 2017",
    ),
    *('"novembre 2017"', "country:NO", "series:lab", "saved:portugal"),
)
_WORD = re.compile(r"[\w’·-]+")
# What no catalogue of pieces has: an unknown table, a table of all, a heading within a text.
ODD = (
    *("", "", "", "", "[unknown]\nx = 1\n", "[video]\n", "[meeting.m9.title]\nen = 'media'\n"),
    '[video.x9]\ntitle = """\n[video.x8]\nmedia """\n',
    '["video"."x9"]\ntitle = "media"\n',
)


@dataclass
class Content:
    """What a catalogue holds: its language, its records, and what is odd in it."""

    language: str = "en"
    records: dict[Key, Table] = field(default_factory=dict)
    odd: str = ""

    @property
    def text(self) -> str:
        """The catalogue as TOML."""
        head = f'[catalogue]\nlanguage = "{self.language}"\n'
        return head + "".join(map(_record, self.records.items())) + self.odd

    @property
    def values(self) -> str:
        """All values of its records."""
        return " ".join(value for table in self.records.values() for value in table.values())


def _record(keyed: tuple[Key, Mapping[str, str]]) -> str:
    (kind, id_), table = keyed
    lines = "".join(f"{name} = {value}\n" for name, value in table.items())
    return f'[{kind}."{id_}"]\n{lines}'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join).map(_quoted)
TRANSLATED = TEXTS | st.builds("{{ en = {}, fr = {} }}".format, TEXTS, TEXTS)


def _list(of: st.SearchStrategy[str], most: int = 2) -> st.SearchStrategy[str]:
    return st.lists(of, max_size=most, unique=True).map(lambda few: f"[{', '.join(few)}]")


_TOPICS = _list(st.sampled_from([_quoted(one) for one in TOPICS]))
_PLACES = _list(st.sampled_from([_quoted(one) for one in PLACES]))
_EVENT = {
    "description": TRANSLATED,
    "topics": _TOPICS,
    "places": _PLACES,
    "series": st.just('"lab"'),
    "odd key": TEXTS,
}
TABLES = {
    "video": st.fixed_dictionaries(
        {"title": TRANSLATED},
        optional=_EVENT
        | {"date": st.sampled_from(DATES), "version_of": st.just('"x1"'), "speakers": _list(TEXTS)},
    ),
    "meeting": st.fixed_dictionaries(
        {"title": TRANSLATED},
        optional=_EVENT
        | {"start": st.sampled_from(DATES), "type": TEXTS, "recordings": _list(st.just('"x1"'))},
    ),
    "series": st.fixed_dictionaries({"title": TRANSLATED}),
    "topic": st.fixed_dictionaries({"label": TRANSLATED}, optional={"also": _list(TEXTS)}),
    "place": st.fixed_dictionaries({"also": _list(TEXTS)}),
}


@st.composite
def _put(draw: DrawFn) -> tuple[Key, Table]:
    """A record with its key."""
    kind = draw(st.sampled_from([*IDS]))
    table = draw(TABLES[kind])
    quoted = {_quoted(name) if " " in name else name: value for name, value in table.items()}
    return (kind, draw(st.sampled_from(IDS[kind]))), quoted


@st.composite
def changed(draw: DrawFn, old: Content) -> Content:
    """The content after an edit by hand, small or large."""
    records = dict(old.records)
    records.update(draw(st.lists(_put(), max_size=3)))
    for key in (
        draw(st.lists(st.sampled_from([*records]), max_size=2, unique=True)) if records else ()
    ):
        del records[key]
    order = draw(st.permutations([*records])) if draw(st.booleans()) else [*records]
    language = draw(st.sampled_from([old.language, old.language, "en", "fr"]))
    return Content(language, {key: records[key] for key in order}, draw(st.sampled_from(ODD)))


CONTENTS = st.builds(
    Content,
    st.sampled_from(["en", "fr"]),
    st.lists(_put(), max_size=8).map(dict),
    st.sampled_from(ODD),
)


@st.composite
def queries(draw: DrawFn, *contents: Content) -> str:
    """A query, mostly of words that are in one of the contents."""
    there = sorted({word for content in contents for word in _WORD.findall(content.values)})
    typed = _typed(st.sampled_from(there or WORDS))
    terms = st.one_of(
        typed,
        st.lists(typed, min_size=2, max_size=3).map(" ".join),
        st.lists(typed, min_size=1, max_size=3).map(lambda few: f'"{" ".join(few)}"'),
        typed.map("={}".format),
        typed.map("{}*".format),
        st.builds("{}:{}".format, st.sampled_from(["title", "topic", "city", "host"]), typed),
        st.sampled_from(FIELDS),
    )
    form = draw(st.sampled_from(["{}", "{}", "{}", "{} {}", "{} OR {}", "{} -{}", "({} OR {}) {}"]))
    return form.format(*(draw(terms) for _ in range(form.count("{}"))))


@st.composite
def _typed(draw: DrawFn, words: st.SearchStrategy[str]) -> str:
    """A word as somebody may type it: inflected, mistyped, begun, two as one."""
    word = draw(words)
    place = draw(st.integers(0, len(word)))
    forms = (
        *(word, word, word, word.upper(), f"{word}s", word.rstrip("s"), word[:place]),
        *(word.replace("-", ""), word.replace("-", " "), word + draw(words)),
        word[:place] + word[place + 1 :],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    )
    return draw(st.sampled_from(forms))
