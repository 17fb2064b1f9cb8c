"""Odd but valid TOML 1.0: catalogues as no one tidy would write them, as hypothesis strategies."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

KINDS = ("video", "meeting", "place")
FIELDS = ("t.en", "t.fr", "date", '"odd key"', "l")

IDS = st.sampled_from(
    ["a", "b", "B2", "film", "film-2", "Lisbon, PT", "été", 'a"b', "it's", "x.y", "z z", "0", "#"]
)
LITERALS = st.sampled_from(
    [
        *('""', "''", '""""""', "''''''", '"a # b"', "'C:\\path # no'", '"\\"[video.fake]\\""'),
        *('"""a""b"""""', "''''it's''''", '"""\\"""\\\\"""', '"\\u00e9\\\\"', "'\"'"),
        '"""\n[video.fake]\ntitle = "x" # none\n# none either\n"""',
        "'''\n[[meeting.fake.documents]]\n\n\"\"\" # '\n'''",
        '"""\\\n   joined \\  \n\n  lines"""',
        *("2019-06-20", "2019-06-20T10:00:00Z", "2019-06-20 10:00:00.5+02:00", "10:00:00"),
        *("2019-06-20T10:00:00", "0", "-17", "+1_000", "0xFF", "0o7", "0b1", "1e3", "-inf", "6.5"),
        *("true", "false", "[]", "{}", "[[], [[]]]"),
    ]
)
# All that TOML lets stand in a basic string as it is, and what has to be escaped there.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n[]#'\"\\"), max_size=5
)
GAPS = st.sampled_from(
    [
        *("", "", "", "\n", "\n\n", " \t\n\n\n", "# [video.fake]\n", "\n#'\n", "\t# [[x]] = {\n\n"),
        *('\n  # """\n#\n', "# one\n\n# café ☕\n", "\n# one\n\n# two\n\n", '# title = "x"\n# }\n'),
    ]
)
HEADINGS = st.sampled_from(
    ["{0}{2}{1}", "{0}{2}{1}", "  {0}{2}{1}", "\t{0} {2}\t{1} # [video.fake]", '{0}{2}{1}#"""']
)
PAIRS = st.sampled_from(["{} = {}", "{} = {}", "{}={}  ", "\t{}\t=\t{}\t# [x]", "  {} ={}#'"])
VALUES = st.sampled_from(
    [
        *("{0}", "{0}", "{0}", "[{0}, {1}]", "[ # [\n\n  {0} # ]\n,{1},\n  # {{\n]"),
        *("{{ a = {0}, 'b'.c = [{1}] }}", "[{{ d = {0} }}, [{1}]]", "{{}}"),
    ]
)
DOTS = st.sampled_from([".", ".", " . ", "\t."])
NEWLINES = st.sampled_from([("\n",), ("\r\n",), ("\n", "\r\n"), ("\r\n", "\n", "\n")])


@st.composite
def catalogues(draw: DrawFn) -> str:
    """The text of a catalogue, headings and pairs of all forms in any order."""
    root: list[str] = []
    sections = [draw(_section("[", "catalogue")), draw(_section("[[", "unknown.things"))]
    for kind in KINDS:
        ids = draw(st.lists(IDS, max_size=3, unique_by=str.casefold))
        form = draw(st.sampled_from(["headings", "headings", "dotted", "root"]))
        dotted = ids[: 1 + len(ids) // 2] if form != "headings" else []
        keys = [key for id_ in dotted for key in draw(_keys(id_))]
        if form == "root":
            root += [draw(_pair(f"{kind}.{key}")) for key in keys]
        elif dotted:
            table = draw(_heading("[", kind)) + "".join(draw(_pair(key)) for key in keys)
            sections.append(table + (draw(_pair('"in line"')) if draw(st.booleans()) else ""))
        for id_ in ids[len(dotted) :]:
            sections += draw(_record(kind, id_))
    text = "".join(root + draw(st.permutations(sections))) + draw(GAPS)
    return _with_newlines(text.removesuffix(draw(st.sampled_from(["", "\n"]))), draw(NEWLINES))


@st.composite
def values(draw: DrawFn) -> dict[str, object]:
    """The values of a new record, as `toml.lines` takes them."""
    texts = st.dictionaries(st.sampled_from(["en", "fr"]), TEXTS, min_size=1)
    document = st.fixed_dictionaries({"title": texts | TEXTS}, optional={"url": TEXTS})
    optional = {
        "date": st.dates() | st.integers(1, 9999),
        "topics": st.lists(TEXTS, max_size=3),
        "supplied": st.booleans(),
        "documents": st.lists(document, max_size=2),
        "odd key": TEXTS,
    }
    return draw(st.fixed_dictionaries({"title": texts | TEXTS}, optional=optional))


@st.composite
def changes(draw: DrawFn, old: dict[str, Any]) -> dict[str, Any]:
    """What a table could become: some of it cleared, changed inside, or new, in any order."""
    new = {}
    for name, value in old.items():
        if draw(st.integers(0, 4)):
            new[name] = draw(_changed(value)) if draw(st.booleans()) else value
    for name, value in draw(values()).items() if draw(st.booleans()) else ():
        new.setdefault(name, value)
    return dict(draw(st.permutations(list(new.items()))))


def _changed(old: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 (whatever TOML can mean)
    other = LITERALS.map(lambda literal: tomllib.loads(f"x = {literal}")["x"])
    document = st.dictionaries(st.sampled_from(["t", "url", "#"]), other | TEXTS, max_size=2)
    any_ = other | TEXTS | st.just({"en": old, "fr": "x"}) | st.lists(document, max_size=3)
    if isinstance(old, dict):
        return changes(old) | any_
    if isinstance(old, list):
        return _changed_list(old, TEXTS | other | document) | any_
    return any_


@st.composite
def _changed_list(draw: DrawFn, old: list[Any], other: st.SearchStrategy[Any]) -> list[Any]:
    """A list some of whose items are gone, moved, changed inside or new."""
    new = []
    for value in old:
        new += draw(st.lists(other, max_size=1))
        if draw(st.integers(0, 3)):
            new.append(draw(_changed(value)) if draw(st.booleans()) else value)
    return draw(st.permutations(new)) if draw(st.booleans()) else new


@st.composite
def _keys(draw: DrawFn, id_: str) -> list[str]:
    """The keys of a record without a heading: those of its fields, or one for an inline table."""
    fields = draw(st.lists(st.sampled_from(FIELDS), unique=True, min_size=1, max_size=3))
    if draw(st.booleans()):
        return [draw(_key(id_))]
    return [draw(_dotted(_key(id_), st.just(field))) for field in fields]


@st.composite
def _record(draw: DrawFn, kind: str, id_: str) -> list[str]:
    """A record's sections; those that need not stand together are apart."""
    key = draw(_dotted(st.just(kind), _key(id_)))
    forms = {
        "plain": [key],
        "sub-table": [f"{key}.title"],
        "scattered": [key, f"{key}.extra"],
    }
    sections = [draw(_section("[", name)) for name in forms[draw(st.sampled_from([*forms]))]]
    if draw(st.booleans()):
        sections[-1] += draw(_section("[[", f"{key}.documents"))
        sections[-1] += draw(_section("[[", f"{key}.documents"))
        sections[-1] += draw(_section("[", f"{key}\t. documents.more"))
    return sections


@st.composite
def _section(draw: DrawFn, bracket: str, name: str) -> str:
    """A heading and pairs of different names below it."""
    fields = draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=3))
    return draw(_heading(bracket, name)) + "".join(draw(_pair(field)) for field in fields)


@st.composite
def _heading(draw: DrawFn, bracket: str, name: str) -> str:
    closing = bracket.replace("[", "]")
    return f"{draw(GAPS)}{draw(HEADINGS).format(bracket, closing, name)}\n"


@st.composite
def _pair(draw: DrawFn, name: str) -> str:
    one = LITERALS | TEXTS.map(_basic)
    value = draw(VALUES).format(draw(one), draw(one))
    return f"{draw(GAPS)}{draw(PAIRS).format(name, value)}\n"


@st.composite
def _dotted(draw: DrawFn, first: st.SearchStrategy[str], second: st.SearchStrategy[str]) -> str:
    return draw(first) + draw(DOTS) + draw(second)


def _key(name: str) -> st.SearchStrategy[str]:
    """The name as a key: bare where it can be, in quotes of either kind, with escapes."""
    forms = [_basic(name), '"' + "".join(f"\\u{ord(char):04x}" for char in name) + '"']
    if "'" not in name:
        forms.append(f"'{name}'")
    if name.isascii() and name.replace("-", "").isalnum():
        forms.append(name)
    return st.sampled_from(forms)


def _basic(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _with_newlines(text: str, endings: tuple[str, ...]) -> str:
    """The text with one newline or another, in turn."""
    *lines, last = text.split("\n")
    pairs = [line + endings[number % len(endings)] for number, line in enumerate(lines)]
    return "".join(pairs) + last
