"""Promises about all merges: each field by the rule, nothing lost, no other line touched.

What must come of a merge is told by an oracle of its own, which knows fields and lists alone.
"""

from __future__ import annotations

import tomllib
from itertools import permutations, product
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from catalogue.merging.sides import merge
from catalogue.odd_toml import catalogues, changes
from icccat.catalogue import text, toml
from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DrawFn

    from icccat.catalogue.text import RecordKey

Record: TypeAlias = dict[str, Any]
Records: TypeAlias = dict["RecordKey", Record]

KEYS = [("video", "a"), ("video", "b"), ("video", "it's"), ("meeting", "m"), ("place", "Oslo, NO")]
WORDS = st.sampled_from(["one", "two", "three", "été # no", '"""', "[video.a]", "l\n# 2"])
LINKS = st.sampled_from(["u1", "u2", "u3"])
ITEMS = st.sampled_from(["p", "q", "r", "s", "t"])
DATES = st.dates() | st.sampled_from([2019, "2019-06", 2020])


@st.composite
def records(draw: DrawFn) -> Record:
    """A record: text by language, values, a list, documents that their links tell apart."""
    found = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "title": st.dictionaries(st.sampled_from(["en", "fr"]), WORDS, min_size=1),
                "date": DATES,
                "url": WORDS,
                "topics": st.lists(ITEMS, unique=True, min_size=1),
                "odd key": WORDS | st.integers(0, 2),
            },
        )
    )
    links = draw(st.lists(LINKS, unique=True))
    if links:
        found["documents"] = [draw(documents(link)) for link in links]
    return found


def documents(link: str) -> st.SearchStrategy[Record]:
    """A document of this link."""
    optional = {"type": WORDS, "language": st.sampled_from(["en", "fr"])}
    title = WORDS.map(lambda word: {"en": f"{word} {link}"})
    fixed = {"title": title, "url": st.just(link)}
    return st.fixed_dictionaries(fixed, optional=optional)


@st.composite
def sides(draw: DrawFn, base: Records) -> Records:
    """What someone makes of the catalogue: records changed, removed, new."""
    found: Records = {}
    for key in KEYS:
        what = draw(st.sampled_from(["stay", "stay", "change", "change", "other"]))
        if what == "change" and key in base:
            found[key] = draw(changed(base[key]))
        elif key in base and what == "stay":
            found[key] = base[key]
        elif key not in base and what == "other":
            found[key] = draw(records())
    return found


@st.composite
def changed(draw: DrawFn, base: Record) -> Record:
    """Some of its fields as in another record, items of its lists gone or new, fields cleared."""
    other, found = draw(records()), {}
    for name in {**base, **other}:
        what = draw(st.sampled_from(["stay", "stay", "change", "clear"]))
        if what == "change" and name in other:
            found[name] = other[name]
        elif what != "clear" and name in base:
            found[name] = base[name]
    return found


class Case(NamedTuple):
    """Three versions."""

    base: Records
    ours: Records
    theirs: Records


@st.composite
def cases(draw: DrawFn) -> Case:
    """A base and what two people made of it."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True))
    base = {key: draw(records()) for key in keys}
    case = Case(base, draw(sides(base)), draw(sides(base)))
    assume(not any(has_new_id(*two) for two in permutations(case, 2)))
    return case


def has_new_id(one: Records, other: Records) -> bool:
    """Whether a record that is gone has come again under another id."""
    pairs = product(one.keys() - other.keys(), other.keys() - one.keys())
    return any(old[0] == new[0] and same(one[old], other[new]) for old, new in pairs)


def written(of: Records) -> str:
    """The records as icccat writes them, each with a comment, in the order of their places."""
    content = "# Ours.\n[catalogue]\nlanguage = 'en'\n"
    lines = {key: f"# {'.'.join(key)}\n{toml.lines(*key, table)}" for key, table in of.items()}
    return text.put(content, lines)


# --- The oracle ---

NONE = object()


def oracle(case: Case) -> tuple[Records, set[tuple[str, ...]]]:
    """The records that must come of the merge, without `clash`; the places that clash."""
    found: Records = {}
    places: set[tuple[str, ...]] = set()
    for key in KEYS:
        base, ours, theirs = (side.get(key) for side in case)
        name = ".".join(key)
        if base is not None and (ours is None or theirs is None):
            left = ours if theirs is None else theirs
            if left is not None and not same(left, base):
                found[key] = left
                places.add((name,))
        elif ours is not None or theirs is not None:
            found[key], clashes = fields(base or {}, ours or {}, theirs or {})
            places |= {(name, *path) for path in clashes}
    return found, places


def fields(base: Record, ours: Record, theirs: Record) -> tuple[Record, set[tuple[str, ...]]]:
    """The fields that must come of three tables; the places that clash.

    Text by language is a field for each language, where both sides have any.
    """
    found: Record = {}
    clashes: set[tuple[str, ...]] = set()
    for name in {**base, **ours, **theirs}:
        old, mine, other = (side.get(name, NONE) for side in (base, ours, theirs))
        if isinstance(mine, dict) and isinstance(other, dict):
            value, inside = fields({} if old is NONE else old, mine, other)
            clashes |= {(name, *path) for path in inside}
        else:
            value, is_clash = ruled(old, mine, other)
            clashes |= {(name,)} if is_clash else set()
        if value is not NONE and value not in ([], {}):
            found[name] = value
    return found, clashes


def ruled(base: Any, ours: Any, theirs: Any) -> tuple[Any, bool]:  # noqa: ANN401 (any value)
    """What one place must hold, and whether both sides changed it, each to something else."""
    if same_value(ours, theirs) or same_value(base, theirs):
        return ours, False
    if same_value(base, ours):
        return theirs, False
    if isinstance(ours, list) and isinstance(theirs, list):
        old = base if isinstance(base, list) else []
        if isinstance((ours + theirs)[0], dict):
            return ruled_documents(old, ours, theirs)
        gone = [one for one in old if one not in ours or one not in theirs]
        new = [one for one in ours + theirs if one not in gone]
        return sorted(set(new)), False
    return (theirs if ours is NONE else ours), True


def ruled_documents(
    base: list[Record], ours: list[Record], theirs: list[Record]
) -> tuple[list[Record], bool]:
    """The same of documents: each is merged with the one of its link, or stands whole."""
    lists = [{one["url"]: one for one in side} for side in (base, ours, theirs)]
    found, clashes = [], False
    for url in sorted({url for side in lists for url in side}):
        old, mine, other = (side.get(url) for side in lists)
        if old is not None and (mine is None or other is None):
            left = mine or other
            if left is not None and left != old:
                found.append(left)
                clashes = True
            continue
        document, undecided = fields(old or {}, mine or {}, other or {})
        found.append((mine or {}) if undecided else document)
        clashes |= bool(undecided)
    return found, clashes


def same(one: Record, other: Record) -> bool:
    """Whether both mean the same."""
    return toml.same(one, other)


def same_value(one: Any, other: Any) -> bool:  # noqa: ANN401 (any value)
    """Whether both mean the same, or neither is there."""
    if one is NONE or other is NONE:
        return one is other
    return toml.same({"": one}, {"": other})


def unordered(table: Record) -> Record:
    """The record without `clash`, lists in an order of no meaning."""
    stay = {name: value for name, value in table.items() if name != "clash"}
    return {
        name: sorted(value, key=lambda one: one["url"] if isinstance(one, dict) else one)
        if isinstance(value, list)
        else value
        for name, value in stay.items()
    }


def records_in(content: str) -> Records:
    """The records of a text."""
    return {
        (kind, id_): table
        for kind, tables in tomllib.loads(content).items()
        if kind in KINDS
        for id_, table in tables.items()
    }


def new_values(side: Records, base: Records) -> Iterator[tuple[RecordKey, Any]]:
    """Each value, or item of a list, that a side has and base has not, with its record."""
    for key, table in side.items():
        before = [*leaves(base.get(key, {}))]
        yield from ((key, value) for value in leaves(table) if value not in before)


def leaves(value: Any) -> Iterator[Any]:  # noqa: ANN401 (any value)
    """All that a value holds that is no table and no list."""
    if isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield value


# --- The promises ---


@settings(max_examples=settings().max_examples * 3 // 2)
@given(cases())
def test_every_field_is_merged_by_the_rule(case: Case) -> None:
    """The result means what the oracle says, each clash is told, and no new value is lost.

    Whichever of the three was the first.
    """
    for order in permutations(case):
        check(Case(*order))


def check(case: Case) -> None:
    """See that the merge is what the oracle says."""
    base, ours, theirs = map(written, case)
    found = merge(base, ours, theirs)
    expected, places = oracle(case)
    result = records_in(found.plan.text)
    assert {key: unordered(table) for key, table in result.items()} == {
        key: unordered(table) for key, table in expected.items()
    }
    assert {(one.record, *one.path) for one in found.open} == places
    assert {key for key, table in result.items() if "clash" in table} == {
        tuple(place[0].split(".", 1)) for place in places
    }
    for side in (case.ours, case.theirs):
        for key, value in new_values(side, case.base):
            assert value in [*leaves(result[key])]


@given(cases())
def test_who_is_who_matters_little(case: Case) -> None:
    """Turned round, the same places clash, and all else comes out the same."""
    base, ours, theirs = map(written, case)
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    places = {(clash.record, clash.path) for clash in one.open}
    assert places == {(clash.record, clash.path) for clash in other.open}
    assert {(clash.record, clash.path, repr(clash.ours)) for clash in one.open} == {
        (clash.record, clash.path, repr(clash.theirs)) for clash in other.open
    }
    first, second = records_in(one.plan.text), records_in(other.plan.text)
    assert first.keys() == second.keys()
    clashing = {tuple(record.split(".", 1)) for record, _path in places}
    for key in first.keys() - clashing:
        assert unordered(first[key]) == unordered(second[key])


@given(cases())
def test_what_ours_left_alone_keeps_every_byte(case: Case) -> None:
    """Its lines are ours, or where theirs changed it theirs; the others stand in our order."""
    base, ours, theirs = map(written, case)
    result = merge(base, ours, theirs).plan.text
    before, mine, other, now = map(slices, (base, ours, theirs, result))
    for key, lines in mine.items():
        if other.get(key) == before.get(key):
            assert now[key] == lines
        elif key in other and lines == before.get(key):
            assert now[key] == other[key]
    assert [key for key in now if key in mine] == [key for key in mine if key in now]


def slices(content: str) -> dict[RecordKey, str]:
    """Each record's lines, in the order of the text."""
    return {key: content[place].rstrip() for key, place in text.spans(content).items()}


@settings(max_examples=settings().max_examples // 4)
@given(catalogues(), catalogues())
def test_nothing_to_merge(one: str, other: str) -> None:
    """A side that changed nothing, or the same, takes nothing of ours away, in whatever form."""
    assume(holds_records(one) and holds_records(other))
    assert merge(one, one, one).plan.text == one
    assert merge(one, other, one).plan.text == other
    assert merge(other, one, one).plan.text == one


@settings(max_examples=settings().max_examples // 2)
@given(catalogues(), st.data())
def test_odd_forms(base: str, data: st.DataObject) -> None:
    """Two people who change two records of whatever form get both changes, and no clash."""
    assume(holds_records(base))
    before = records_in(base)
    assume(len(before) > 1)
    chosen = st.lists(st.sampled_from(sorted(before)), min_size=2, max_size=2, unique=True)
    mine, other = ({key: data.draw(changes(before[key]))} for key in data.draw(chosen))
    found = merge(base, text.edited(base, mine), text.edited(base, other))
    result = records_in(found.plan.text)
    assert result.keys() == before.keys()
    for key, table in (before | mine | other).items():
        assert same(result[key], table)
    assert found.open == []


def holds_records(content: str) -> bool:
    """Whether there are records, and nothing else, where records stand."""
    return all(isinstance(table, dict) for table in records_in(content).values())


@given(cases())
def test_all_of_theirs(case: Case) -> None:
    """Where ours is what both were, the result has the records of theirs, to the letter."""
    base, _ours, theirs = map(written, case)
    result = merge(base, base, theirs).plan.text
    assert slices(result) == slices(theirs)
    assert merge(theirs, theirs, base).open == []
