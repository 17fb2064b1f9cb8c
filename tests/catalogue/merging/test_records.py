"""Whole catalogues merged: our text, with the lines that theirs changed."""

from __future__ import annotations

import pytest

from catalogue.merging.sides import clashes, merge, text
from icccat.catalogue.merging import Side
from icccat.errors import Unsafe
from icccat.records.change import Change

BASE = """\
# Ours since 2019.

[topic.t]
label.en = "T"

# a
[video.a]
title.en = "A" # as on Vimeo
# when it came out
date = 2019-06-20
topics = ["t"]

# z
[video.z]
title = "Z"
"""


def changed(*pairs: tuple[str, str]) -> str:
    """The base with these pieces of it in the place of others."""
    found = BASE
    for old, new in pairs:
        assert found.count(old) == 1
        found = found.replace(old, new)
    return found


def test_nothing_to_merge() -> None:
    """Three that are the same are left as they are."""
    found = merge(BASE, BASE, BASE)
    assert (found.plan.text, found.changes, found.open, found.comments) == (BASE, [], [], [])


def test_a_field_of_each() -> None:
    """Only the line that theirs changed is changed in ours."""
    ours = changed(("2019-06-20", "2020-01-01 # moved"))
    theirs = changed(('"A"', '"AA"'))
    assert text(BASE, ours, theirs) == changed(
        ("2019-06-20", "2020-01-01 # moved"), ('"A"', '"AA"')
    )
    assert clashes(BASE, ours, theirs) == []


def test_a_clash() -> None:
    """Ours stands, theirs is beside it, and the text can be read."""
    ours, theirs = changed(("2019-06-20", "2020-01-01")), changed(("2019-06-20", "2021-01-01"))
    assert text(BASE, ours, theirs) == changed(
        ("2019-06-20", "2020-01-01"),
        ('topics = ["t"]\n', 'topics = ["t"]\nclash.date = 2021-01-01\n'),
    )
    assert clashes(BASE, ours, theirs) == ["video.a: date"]


def test_settled() -> None:
    """A clash that someone settles leaves nothing behind."""
    ours, theirs = changed(("2019-06-20", "2020-01-01")), changed(("2019-06-20", "2021-01-01"))
    assert text(BASE, ours, theirs, lambda _clash: Side.OURS) == ours
    assert text(BASE, ours, theirs, lambda _clash: Side.THEIRS) == theirs


A = BASE[BASE.index("# a") : BASE.index("# z")]


def test_removed_and_changed() -> None:
    """The record stays as the other side changed it, its own comments with it, and is marked."""
    gone, other = changed((A, "")), changed(("2019-06-20", "2021-01-01"))
    marked = changed(
        ("2019-06-20", "2021-01-01"), ('topics = ["t"]\n', 'topics = ["t"]\nclash.removed = true\n')
    )
    assert text(BASE, gone, other) == marked
    assert text(BASE, other, gone) == marked
    assert clashes(BASE, gone, other) == clashes(BASE, other, gone) == ["video.a: "]


def test_removed() -> None:
    """A record that one side removed is gone with its lines, whatever ours says around it."""
    assert text(BASE, BASE, changed((A, ""))) == changed((A, ""))
    assert text(BASE, changed((A, "")), BASE) == changed((A, ""))
    assert text(BASE, changed((A, "# Why?\n\n")), BASE) == changed((A, "# Why?\n\n"))


def test_the_lines_of_theirs() -> None:
    """A record that ours left alone has every character of theirs, comments included."""
    lines = "# a, anew\n[ video . 'a' ] # x\n  title.en = '''A\n'''\n# end\n\n"
    ours = changed(('"Z"', '"ZZ"'), ("[topic.t]", "[topic.t] # ours"))
    theirs = changed((A, lines))
    found = merge(BASE, ours, theirs)
    assert found.plan.text == changed(
        (A, lines), ('"Z"', '"ZZ"'), ("[topic.t]", "[topic.t] # ours")
    )
    assert found.comments == []


def test_a_comment_alone() -> None:
    """A comment that theirs put into a record is a change of it, though its fields stay."""
    theirs = changed(("date = 2019-06-20", "date = 2019-06-20 # sic"))
    found = merge(BASE, changed(('"Z"', '"ZZ"')), theirs)
    assert found.plan.text == changed(
        ("date = 2019-06-20", "date = 2019-06-20 # sic"), ('"Z"', '"ZZ"')
    )
    table = found.plan.data["video"]["a"]
    assert found.changes == [Change("video", "a", table, table)]


def test_comments_that_are_not_taken_over() -> None:
    """What theirs says outside of records, or in one that both changed, is told.

    What ours has is not, nor what was there before, or looks like a comment in a text.
    """
    ours = changed(('"Z"', '"ZZ" # both'), ("# Ours since 2019.", "# Ours."))
    theirs = changed(
        ('"Z"\n', '"Z" # theirs\ndate = 2020 # both\nurl = "https://x.org/#a"\n# inside\n'),
        ("[topic.t]", "# alone\n\n[topic.t]"),
    )
    assert merge(BASE, ours, theirs).comments == ["# alone", "# theirs", "# inside"]


def test_new_records() -> None:
    """Those of theirs stand at their places, with their comments, in the newlines of ours."""
    new = '# b\n[video.b] # b\ntitle = "B"\n# end\n\n'
    theirs = changed(("# z\n", f"{new}# z\n"), ("[topic.t]", '[place."Oslo, NO"]\n\n[topic.t]'))
    ours = changed(("# z\n", '[video.c]\ntitle = "C"\n\n# z\n'))
    whole = changed(("# z\n", f'{new}[video.c]\ntitle = "C"\n\n# z\n')) + '\n[place."Oslo, NO"]\n'
    assert text(BASE, ours, theirs) == whole
    windows = ours.replace("\n", "\r\n")
    assert text(BASE, windows, theirs) == whole.replace("\n", "\r\n")
    assert text(BASE.replace("\n", "\r\n"), ours, theirs.replace("\n", "\r\n")) == whole


def test_newlines_alone() -> None:
    """A side that has other newlines and nothing else has changed nothing."""
    windows = BASE.replace("\n", "\r\n")
    assert text(BASE, BASE, windows) == BASE
    assert text(BASE, windows, BASE) == windows
    ours = changed(('"A"', '"AA"'))
    assert text(BASE, ours.replace("\n", "\r\n"), changed(('"Z"', '"ZZ"'))) == changed(
        ('"A"', '"AA"'), ('"Z"', '"ZZ"')
    ).replace("\n", "\r\n")


def test_both_add_the_same() -> None:
    """Two records of one id are one, and clash where they differ."""
    ours, theirs = (
        f'{BASE}\n[video.zz]\ntitle = "ZZ"\n{line}\n' for line in ("date = 2020", 'url = "u"')
    )
    both = ours.replace("date = 2020", 'url = "u"\ndate = 2020')
    assert text(BASE, ours, theirs) == both
    theirs = theirs.replace("ZZ", "Zz")
    assert text(BASE, ours, theirs) == f'{both}clash.title.en = "Zz"\n'


def test_an_empty_base() -> None:
    """Where there was no catalogue, all of both is new."""
    assert text("", BASE, changed((A, ""))) == BASE
    assert text("", changed((A, "")), BASE) == BASE
    assert clashes("", BASE, changed(('"A"', '"AA"'))) == ["video.a: title.en"]


FORMS = {
    "dotted keys": (
        '[video]\na.title = "A" # a\nb.title = "B"\n',
        '[video]\na.title = "A" # a\nb.title = "BB"\n',
        '[video]\na.title = "AA"\nb.title = "B"\n',
        '[video]\na.title = "AA" # a\nb.title = "BB"\n',
    ),
    "dotted keys, one gone": (
        '[video]\na.title = "A" # a\nb.title = "B"\n',
        '[video]\na.title = "A" # a\nb.title = "BB"\n',
        '[video]\nb.title = "B"\n',
        '[video]\nb.title = "BB"\n',
    ),
    "dotted keys, one new": (
        '[video]\na.title = "A"\n',
        '[video]\na.title = "A"\n',
        '[video]\na.title = "A"\nb.title = "B"\n',
        '[video]\na.title = "A"\n\n[video.b]\ntitle = "B"\n',
    ),
    "dotted keys, which ours made headings": (
        '[video]\na.title = "A"\n',
        '[video.a]\ntitle = "A" # a\n',
        '[video]\na.title = "AA"\n',
        '[video.a]\ntitle = "AA" # a\n',
    ),
    "dotted keys, which theirs made headings": (
        '[video]\na.title = "A" # a\n',
        '[video]\na.title = "A" # a\na.date = 2019\n',
        '[video.a]\ntitle = "AA"\n',
        '[video]\na.title = "AA" # a\na.date = 2019\n',
    ),
    "inline tables": (
        'video = { a = { title = "A" } } # v\n',
        'video = { a = { title = "A" } } # v\n\n[topic.t]\nlabel = "T"\n',
        'video = { a = { title = "AA" } }\n',
        'video = { a = { title = "AA" } } # v\n\n[topic.t]\nlabel = "T"\n',
    ),
    "sections apart": (
        '[video.a]\ntitle = "A"\n\n[topic.t]\n\n[[video.a.documents]]\ntitle = "R"\n',
        '[video.a]\ntitle = "AA"\n\n[topic.t]\n\n[[video.a.documents]]\ntitle = "R"\n',
        '[video.a]\ntitle = "A"\n\n[topic.t]\n\n[[video.a.documents]]\ntitle = "R"\nurl = "u"\n',
        '[video.a]\ntitle = "AA"\n\n[topic.t]\n\n[[video.a.documents]]\ntitle = "R"\nurl = "u"\n',
    ),
    "a language more": (
        '[video.a]\ntitle = "A" # a\n',
        '[video.a]\ntitle = "AA" # a\n',
        '[video.a]\ntitle.en = "A"\ntitle.fr = "F"\n',
        '[video.a]\ntitle.en = "AA" # a\ntitle.fr = "F"\n',
    ),
    "a language less": (
        '[video.a]\ntitle = "A" # a\n',
        '[video.a]\ntitle.en = "A" # a\ntitle.fr = "F"\n',
        '[video.a]\ntitle = "AA"\n',
        '[video.a]\ntitle.en = "AA" # a\ntitle.fr = "F"\n',
    ),
    "another language of the catalogue": (
        '[catalogue]\nlanguage = "en"\n\n[video.a]\ntitle = "A"\n',
        '[catalogue]\nlanguage = "en"\n\n[video.a]\ntitle = "A"\ndate = 2019\n',
        '[catalogue]\nlanguage = "fr"\n\n[video.a]\ntitle = "F"\ntitle_ = 1\n',
        '[catalogue]\nlanguage = "fr"\n\n[video.a]\ntitle.fr = "F"\ntitle_ = 1\ndate = 2019\n',
    ),
    "documents": (
        '[video.a]\n\n# r\n[[video.a.documents]]\ntitle = "R"\n',
        '[video.a]\n\n# r\n[[video.a.documents]]\ntitle = "R"\ntype = "report"\n',
        (
            '[video.a]\n\n[[video.a.documents]]\ntitle = "R"\nurl = "u"\n'
            '\n[[video.a.documents]]\ntitle = "S"\n'
        ),
        (
            '[video.a]\n\n# r\n[[video.a.documents]]\ntitle = "R"\nurl = "u"\ntype = "report"\n'
            '\n[[video.a.documents]]\ntitle = "S"\n'
        ),
    ),
    "a document that clashes": (
        '[video.a]\n\n[[video.a.documents]]\ntitle = "R"\n',
        '[video.a]\n\n[[video.a.documents]]\ntitle = "R"\ntype = "report"\n',
        '[video.a]\n\n[[video.a.documents]]\ntitle = "R"\ntype = "summary"\n',
        (
            '[video.a]\nclash.documents = [{ title = { en = "R" }, type = "summary" }]\n'
            '\n[[video.a.documents]]\ntitle = "R"\ntype = "report"\n'
        ),
    ),
    "the last record of a kind": (
        "[video.a]\n\n[topic.t]\n",
        "[video.a]\n\n[topic.t]\n",
        "[topic.t]\n",
        "[topic.t]\n",
    ),
}


@pytest.mark.parametrize("case", FORMS.values(), ids=FORMS.keys())
def test_forms(case: tuple[str, str, str, str]) -> None:
    """Whatever form a record has, ours keeps it, and has what theirs changed."""
    base, ours, theirs, result = case
    assert text(base, ours, theirs) == result


TABLES = {
    "saved searches": (
        '[catalogue]\ntitle = "C"\n\n[catalogue.searches]\na = "x"\n',
        '[catalogue]\ntitle = "C"\n\n[catalogue.searches]\na = "x"\no = "y" # ours\n',
        '[catalogue]\ntitle = "CC"\n\n[catalogue.searches]\na = "z"\nt = "y"\n',
        '[catalogue]\ntitle = "CC"\n\n[catalogue.searches]\na = "z"\nt = "y"\no = "y" # ours\n',
    ),
    "a clash": (
        '[catalogue.searches]\na = "x"\n',
        '[catalogue.searches]\na = "y"\n',
        '[catalogue.searches]\na = "z"\n',
        '[catalogue]\nclash.searches.a = "z"\n[catalogue.searches]\na = "y"\n',
    ),
    "what is new in theirs": (
        "[video.a]\n# end\n\n# more\n",
        "[video.a]\n# end\n\n# more\n",
        '[catalogue]\ntitle = "C"\nsearches.a = "x"\n\n[video.a]\n# end\n\n# more\n',
        '[video.a]\n# end\n\n# more\n\n[catalogue]\ntitle = "C"\nsearches.a = "x"\n',
    ),
    "what ours removed": (
        "[x]\na = 1\n[video.a]\n",
        "[video.a]\n",
        "[x]\na = 1\n[video.a]\n",
        "[video.a]\n",
    ),
    "unknown tables": (
        '[x]\na = 1\n[["odd x".b]]\nc = 1\n',
        '[x]\na = 1 # a\nb = 1\n[["odd x".b]]\nc = 1\n',
        '[x]\na = 2\n[["odd x".b]]\nc = 1\n[["odd x".b]]\nc = 2\n',
        '[x]\na = 2 # a\nb = 1\n[["odd x".b]]\nc = 1\n[["odd x".b]]\nc = 2\n',
    ),
    "unknown values that only ours has changed": ("x = 1\n", "x = 2\n", "x = 1\n", "x = 2\n"),
}


@pytest.mark.parametrize("case", TABLES.values(), ids=TABLES.keys())
def test_other_tables(case: tuple[str, str, str, str]) -> None:
    """The catalogue's own table, and those that nobody knows, are merged key by key."""
    base, ours, theirs, result = case
    assert text(base, ours, theirs) == result


def test_names_of_tables() -> None:
    """Which of them changed is told."""
    found = merge("[x]\na = 1\n[y]\n", "[x]\na = 1\n[y]\n", "[x]\na = 2\n[y]\n[z]\n")
    assert (found.tables, found.changes) == (["x", "z"], [])


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "said"),
    [
        ("x = 1", "x = 1", "x = 2", "x cannot be merged: make it the same on both sides first"),
        ("[x]", "[x]", "y = 2", "x cannot be merged: make it the same on both sides first"),
        ("x = 1", "[x]", "[x]\na = 1", "x cannot be merged: make it the same on both sides first"),
        (
            "[x]\na = 1",
            "[x]\na = 2",
            "[x]\na = 3",
            "x cannot be merged: make it the same on both sides first",
        ),
        (
            "[video.a]",
            "[video.a]",
            "[video]\na = 1",
            "[video] holds what is no record: icccat check says where; mend it first",
        ),
        (
            "[video.a]",
            "video = 1",
            "[video.a]",
            "[video] holds what is no record: icccat check says where; mend it first",
        ),
        (
            "video = [1]",
            "[video.a]",
            "[video.b]",
            "[video] holds what is no record: icccat check says where; mend it first",
        ),
    ],
)
def test_refused(base: str, ours: str, theirs: str, said: str) -> None:
    """What is no record and no table is not merged by a guess."""
    with pytest.raises(Unsafe) as refused:
        text(base, ours, theirs)
    assert str(refused.value) == f"catalogue.toml: {said}"


def test_a_text_that_cannot_be() -> None:
    """A new record beside a kind that is one line is refused by whoever checks the text."""
    with pytest.raises(Unsafe, match=r"^merged: the change could not be made without touching"):
        text("video = {}", "video = {}", "video = { a = {} }")


RENAMES = """\
[topic.media]
label = "Media"

[topic.press]
label = "Press"
broader = "media"

[video.a]
title = "A"
topics = ["media"]
"""
NEW = RENAMES.replace("[topic.media]", "[topic.news]").replace('"media"', '"news"')


def test_a_new_id() -> None:
    """What the other side changed goes to the record under its new id, and so do references."""
    other = RENAMES.replace('"Media"', '"Media and press" # both') + (
        '\n[video.b]\ntitle = "B"\ntopics = ["media", "press"]\n'
    )
    expected = NEW.replace('"Media"', '"Media and press" # both') + (
        '\n[video.b]\ntitle = "B"\ntopics = ["news", "press"]\n'
    )
    assert text(RENAMES, NEW, other) == expected
    assert text(RENAMES, other, NEW) == expected
    assert clashes(RENAMES, NEW, other) == []


def test_a_new_id_is_told() -> None:
    """As a record that is gone and another one, with the fields of those that refer to it."""
    found = merge(RENAMES, RENAMES, NEW)
    assert found.plan.text == NEW
    assert [(one.key, one.before is None, one.after is None) for one in found.changes] == [
        ("video.a", False, False),
        ("topic.media", False, True),
        ("topic.press", False, False),
        ("topic.news", True, False),
    ]


def test_two_new_ids() -> None:
    """Where both gave it one, or the same, ours stands; a record that names it is known as well."""
    other = NEW.replace("news", "radio").replace("[topic.press]", "[topic.papers]")
    assert text(RENAMES, NEW, other) == NEW.replace("[topic.press]", "[topic.papers]")
    assert text(RENAMES, NEW, NEW.replace('"A"', '"AA"')) == NEW.replace('"A"', '"AA"')


def test_a_new_id_of_what_the_other_side_removed() -> None:
    """It goes, as it was not changed."""
    gone = RENAMES[RENAMES.index("[topic.press]") :].replace('broader = "media"\n', "")
    gone = gone.replace('topics = ["media"]\n', "")
    assert text(RENAMES, NEW, gone) == text(RENAMES, gone, NEW) == gone


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ('[topic.a]\nlabel = "A"\n', '[topic.b]\nlabel = "B"\n', '[topic.a]\nlabel = "C"\n'),
        (
            '[topic.a]\nlabel = "A"\n',
            '[topic.b]\nlabel = "A"\n',
            '[topic.a]\nlabel = "C"\n\n[topic.B]\nlabel = "B"\n',
        ),
        (
            '[topic.a]\nlabel = "A"\n',
            '[topic.b]\nlabel = "A"\n\n[topic.c]\nlabel = "A"\n',
            '[topic.a]\nlabel = "C"\n',
        ),
        (
            '[place."Oslo, NO"]\n',
            '[place."Rome, IT"]\n',
            '[place."Oslo, NO"]\nalso = ["Christiania"]\n',
        ),
    ],
)
def test_no_new_id(base: str, ours: str, theirs: str) -> None:
    """One of other fields, one that is taken, one of two, one without fields: it may be another."""
    (where,) = clashes(base, ours, theirs)
    assert where in {"topic.a: ", "place.Oslo, NO: "}
