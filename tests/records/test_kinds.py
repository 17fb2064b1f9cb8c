"""Every kind has its fields in order, each with its words in both languages and an example."""

from __future__ import annotations

import pytest

from icccat.records.fields import Document, Field
from icccat.records.kinds import EVENTS, KINDS, Kind, every_field
from icccat.records.kinds.shared import DOCUMENTS
from icccat.records.sorts import Reference

VIDEO = """title description date series part version version_of audiences topics languages
subtitles speakers producer occasion places duration url documents status licence supplied notes
source"""
MEETING = """title description type series number start end places attendance venue host
organisers participants participant_count topics languages occasion url documents status
recordings supplied notes source"""
DOCUMENT = "title url type language reference date"
NAMES = {
    "video": VIDEO.split(),
    "meeting": MEETING.split(),
    "series": ["title", "description", "audiences", "since", "url"],
    "topic": ["label", "also", "broader", "match"],
    "place": ["also"],
}
INSIDE = DOCUMENTS.sort.fields if isinstance(DOCUMENTS.sort, Document) else ()
FIELDS = [
    *(pytest.param(f, id=f"{kind.name}.{f.name}") for kind in KINDS.values() for f in kind.fields),
    *(pytest.param(field, id=f"documents.{field.name}") for field in INSIDE),
]


def test_the_fields_of_each_kind() -> None:
    """Each kind has exactly these fields, in this order."""
    found = {kind.name: [field.name for field in kind.fields] for kind in KINDS.values()}
    assert found == NAMES
    assert [field.name for field in INSIDE] == [
        "title",
        "url",
        "type",
        "language",
        "reference",
        "date",
    ]


def test_what_each_kind_needs() -> None:
    """Only what people call it by is required; a place is called by its id."""
    found = {
        kind.name: ([field.name for field in kind.required], kind.called, kind.dates)
        for kind in KINDS.values()
    }
    assert found == {
        "video": (["title"], "title", ("date",)),
        "meeting": (["title"], "title", ("start", "end")),
        "series": (["title"], "title", ("since",)),
        "topic": (["label"], "label", ()),
        "place": ([], "", ()),
    }
    assert EVENTS == ("video", "meeting")


def test_text_by_language() -> None:
    """These fields, and no others, hold text by language."""
    translated = {name for name, field in every_field().items() if field.translated}
    assert translated == {"title", "label", "description", "occasion", "host", "venue"}
    assert [field.name for field in INSIDE if field.translated] == ["title"]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_has_words_in_both_languages(field: Field) -> None:
    """Label and help are there in English and in French, in small letters, without a full stop."""
    for words in (*field.label, *field.help):
        assert words == words.strip(" .")
        assert words
        assert not words[0].isupper()


@pytest.mark.parametrize("field", FIELDS)
def test_an_example_is_a_value_of_its_field(field: Field) -> None:
    """What a field's example shows is accepted when typed."""
    typed = field.sort.parse(field.example, "en")
    clean = field.check([typed] if field.many else typed, "en")
    assert field.plain(clean)
    assert field.example


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_options_are_told_apart(kind: Kind) -> None:
    """Within a kind no two fields have the same option; lists alone have a word of their own."""
    options = [field.option or field.name for field in kind.fields]
    assert len(set(options)) == len(options)
    assert [field.name for field in kind.fields if field.option] == [
        field.name for field in kind.fields if field.many
    ]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_names_its_own_fields(kind: Kind) -> None:
    """What a kind is called by, dated by and advised to have are fields of it."""
    named = {kind.called, *kind.dates, *kind.worth_having} - {""}
    assert named <= {field.name for field in kind.fields}
    assert kind.field("colour") is None
    assert all(kind.field(field.name) is field for field in kind.fields)


def test_references_are_to_kinds() -> None:
    """The kind that a reference names exists."""
    kinds = {f.sort.kind for f in every_field().values() if isinstance(f.sort, Reference)}
    assert kinds == {"video", "series", "topic"}


def test_the_words_of_each_kind() -> None:
    """Each kind is named in both languages, one and many."""
    assert {kind.name: (kind.label, kind.plural) for kind in KINDS.values()} == {
        "video": (("video", "vidéo"), ("videos", "vidéos")),
        "meeting": (("meeting", "réunion"), ("meetings", "réunions")),
        "series": (("series", "série"), ("series", "séries")),
        "topic": (("topic", "thème"), ("topics", "thèmes")),
        "place": (("place", "lieu"), ("places", "lieux")),
    }


def test_every_field() -> None:
    """Each field is there once, those of the first kind first, as the first kind has them."""
    both = every_field(("video", "meeting"))
    expected = [*NAMES["video"], *(n for n in NAMES["meeting"] if n not in NAMES["video"])]
    assert list(both) == expected
    assert both["status"] is KINDS["video"].field("status")
    assert set(every_field()) == {name for names in NAMES.values() for name in names}
    assert every_field(()) == {}


def test_fields_of_one_name_are_of_one_nature() -> None:
    """Two kinds' fields of one name are compared and written alike: both lists, or neither."""
    for name, first in every_field().items():
        others = [kind.field(name) for kind in KINDS.values()]
        shapes = {(field.many, type(field.sort).order) for field in others if field}
        assert shapes == {(first.many, type(first.sort).order)}
