"""The arguments of a command make one query, whatever the shell has done to them."""

from __future__ import annotations

import pytest
from asking import CONTEXT, TODAY, find, parse, parse_arguments, told
from builders import records_of, shipped
from hypothesis import given
from hypothesis import strategies as st
from search import direct

from icccat.errors import QueryError
from icccat.search.context import Context

NASTY = (
    'He said: "no',
    "“Open and never closed",
    "a) before b (after",
    "((deep",
    "kind:video, or what a field is",
    "date:2019-02-30 is no date",
    "titel:nearly a field",
    "Cities OR regions NOT countries",
    "You are NOT alone",
    "VIVRE ET LAISSER VIVRE OU PAS",
    "Ends in OR",
    "-women and men",
    "Cities -without borders -again",
    "-- two dashes",
    "--limit 3 of something",
    "=SUM(A1) of a sheet",
    "Kosovo* and others",
    "* a star",
    "L’avenir d’aujourd’hui : « ici »",
    "'Tis the 's-Hertogenbosch of ours",
    "https://www.coe.int/en is an address",
    "10:30 a meeting",
    "C++/CLI: <script>alert(1)</script>",
    "100 % $HOME `ls` \\ & | ; !",
    "日本 の 都市",
    "Зустріч: «міста»",
    "title: a guide",
    "Two\nlines\tand a tab",
    "saved:nothing of the sort",
    "2019: the year, 2020 too",
    "June 2019 in Oslo",
)


def catalogue_of(titles: tuple[str, ...]) -> Context:
    """The context of a catalogue with a meeting of each title."""
    tables = (
        f"[meeting.m-{number}]\ntitle = {_toml(title)}" for number, title in enumerate(titles)
    )
    return Context(TODAY, records=records_of("\n".join(tables)))


def _toml(text: str) -> str:
    """The text as a TOML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.replace("\n", "\\n").replace("\t", "\\t")


PLACES = Context(
    TODAY,
    records=records_of("""
[meeting.hague]
title = "Cities of justice"
places = ["The Hague, NL", "Reggio Emilia, IT", "FR"]

[place."The Hague, NL"]
also = ["La Haye", "Den Haag"]
"""),
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "and()"),
        ([""], "and()"),
        ([" ", ""], "and()"),
        (["refugees", "helsinki"], "'refugees helsinki'"),
        (["refugees", "-women"], "and('refugees', not 'women')"),
        (["refugees", "date:2019..", "oslo"], "and('refugees', date:2019.., 'oslo')"),
        (["public space", "oslo"], "and(\"public space\", 'oslo')"),
        (["public space."], '"public space."'),
        (["-public space"], 'not "public space"'),
        (["-public space", "oslo"], "and(not \"public space\", 'oslo')"),
        (["refugees -women"], "and('refugees', not 'women')"),
        (["refug* oslo"], "and('refug'*, 'oslo')"),
        (["=refugees oslo"], "and(='refugees', 'oslo')"),
        (["novembre 2017"], '2017-11 or "novembre 2017"'),
        (["novembre", "2017"], "2017-11 or 'novembre 2017'"),
        (["helsinki", "2019"], "and('helsinki', 2019 or '2019')"),
        (["helsinki 2019"], '"helsinki 2019"'),
        (["hate", "OR", "haine"], "or('hate', 'haine')"),
        (["NOT", "women"], "not 'women'"),
        (["SAUF", "public space"], 'not "public space"'),
        (["a OR b", "c"], "and(or('a', 'b'), 'c')"),
        (["c", "a OR b"], "and('c', or('a', 'b'))"),
        (["(", "a", "OU", "b", ")", "c"], "and(or('a', 'b'), 'c')"),
        (["(a", "OU", "b)", "c"], "and(or('a', 'b'), 'c')"),
        (["Cities", "–", "a", "guide"], "'Cities – a guide'"),
        (["Human rights: a guide"], '"Human rights: a guide"'),
        (["title: a guide"], '"title: a guide"'),
        (["title:", "a", "guide"], "'title: a guide'"),
        (["A guide to title"], '"A guide to title"'),
        (["https://vimeo.com/340198046"], "'https://vimeo.com/340198046'"),
        (["see https://coe.int now"], '"see https://coe.int now"'),
        (["meeting at 10:30"], '"meeting at 10:30"'),
        (["colours:red things"], '"colours:red things"'),
        (["Inclusion (short version)"], "'Inclusion short version'"),
        (["Webinar on “hate speech”"], "and('Webinar on', \"hate speech\")"),
        (["Webinar on “hate speech"], '"Webinar on “hate speech"'),
        (["oslo", "a (b"], "and('oslo', \"a (b\")"),
        (["a b)", "c"], "and(\"a b)\", 'c')"),
        (["a ) ( b"], '"a ) ( b"'),
    ],
)
def test_words_and_phrases(arguments: list[str], expected: str) -> None:
    """Arguments stand together; one with spaces is a phrase, or a query within itself."""
    assert told(parse_arguments(arguments)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["ville:La Haye"], "city:La Haye"),
        (["ville:La Haye pays:NL"], "and(city:La Haye, country:NL)"),
        (["ville:La Haye OU Lyon"], "or(city:La Haye, 'Lyon')"),
        (["ville:Lyon,La Haye"], "city:Lyon,La Haye"),
        (["ville:La Haye,Lyon"], "city:La Haye,Lyon"),
        (["ville:La Haye, Lyon oslo"], "city:La Haye,Lyon oslo"),
        (["country:United Kingdom,Norway oslo"], "and(country:GB,NO, 'oslo')"),
        (["ville:Lyon,La Haye (musée)"], "and(city:Lyon,La Haye, 'musée')"),
        (['city:"La Haye" refugees'], "and(city:La Haye, 'refugees')"),
        (["-ville:La Haye", "oslo"], "and(not city:La Haye, 'oslo')"),
        (["country:United Kingdom refugees"], "and(country:GB, 'refugees')"),
        (["attendance:in person"], "attendance:in person"),
        (["has:policy brief"], "has:policy brief"),
        (["date:November 2017 oslo"], "and(date:2017-11, 'oslo')"),
        (["kind:meeting oslo"], "and(kind:meeting, 'oslo')"),
        (["kind:meeting year:2019"], "and(kind:meeting, year:2019)"),
        (["date:2019 oslo lima"], "and(date:2019, 'oslo lima')"),
        (["ville:Oslo refug*"], "and(city:Oslo, 'refug'*)"),
    ],
)
def test_a_field_takes_the_words_of_its_argument(arguments: list[str], expected: str) -> None:
    """In one argument the words after a field are its value, as far as it can hold them."""
    assert told(parse_arguments(arguments)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["ville:La", "Haye"], "city:La Haye"),
        (["lieu:Den", "haag", "2019"], "and(places:Den haag, 2019 or '2019')"),
        (["-ville:La", "Haye", "oslo"], "and(not city:La Haye, 'oslo')"),
        (["ville:Oslo,Reggio", "Emilia", "women"], "and(city:Oslo,Reggio Emilia, 'women')"),
        (["ville:Oslo", "refugees"], "and(city:Oslo, 'refugees')"),
        (["ville:La", "-Haye"], "and(city:La, not 'Haye')"),
        (['ville:"La"', "Haye"], "and(city:La, 'Haye')"),
        (["ville:La", " Haye"], "and(city:La, 'Haye')"),
        (["title:La", "Haye"], "and(title:La, 'Haye')"),
        (["country:United", "Kingdom", "oslo"], "and(country:GB, 'oslo')"),
        (["country:FI,United", "Kingdom,Norway", "oslo"], "and(country:FI,GB,NO, 'oslo')"),
        (["date:November", "2017", "oslo"], "and(date:2017-11, 'oslo')"),
        (["date:20", "June", "2019", "oslo"], "and(date:2019-06-20, 'oslo')"),
        (["date:2019", "oslo"], "and(date:2019, 'oslo')"),
        (["attendance:in", "person"], "attendance:in person"),
        (["has:policy", "brief"], "has:policy brief"),
    ],
)
def test_a_field_takes_the_words_that_it_needs(arguments: list[str], expected: str) -> None:
    """Of arguments after it, a field takes words only where they make a value, or a known place."""
    assert told(parse_arguments(arguments, PLACES)) == expected


@pytest.mark.parametrize(
    ("arguments", "place", "sentence"),
    [
        (["OR"], 0, "a word to look for is missing here"),
        (["a OR", "b"], 4, "a word to look for is missing here"),
        (["a", "NOT"], 5, "a word to look for is missing here"),
        (["oslo", "(a OR b", "c)"], 5, "this bracket is not closed"),
        (["oslo", "kind:video a)", "c"], 17, "this bracket was not opened"),
        (["oslo", ")"], 5, "this bracket was not opened"),
        (["oslo", '"abc'], 5, "this quotation mark is not closed"),
        (["oslo", 'kind:video "abc def'], 16, "this quotation mark is not closed"),
        (["oslo", 'titel:x "abc def'], 5, 'there is no field "titel"'),
        (["oslo", "colours:red"], 5, 'there is no field "colours"'),
        (["oslo", "supplied:perhaps so"], 14, '"perhaps" is not one of: false, true'),
        (["oslo", "title:"], 11, "a value is missing here"),
        (
            ["country:United", "Kingdon"],
            8,
            '"United Kingdon" is no name or code that is known here',
        ),
    ],
)
def test_a_mistake_is_shown_among_all_arguments(
    arguments: list[str], place: int, sentence: str
) -> None:
    """The place is one in the arguments joined with spaces."""
    with pytest.raises(QueryError) as caught:
        parse_arguments(arguments)
    expected = (" ".join(arguments), place, sentence)
    assert (caught.value.text, caught.value.place, str(caught.value)) == expected


@pytest.mark.parametrize("title", NASTY)
def test_a_nasty_title_finds_its_record(title: str) -> None:
    """A pasted title finds its record, whatever stands in it, and the record alone."""
    context = catalogue_of(NASTY)
    [wanted] = [one for one in context.records["meeting"].values() if title in one.title("en")]
    assert find(parse_arguments([title], context), context.records) == [wanted]


@pytest.mark.parametrize("title", NASTY)
def test_a_nasty_title_as_several_arguments(title: str) -> None:
    """Pasted without quotes, as the shell then cuts it, it finds its record too."""
    context = catalogue_of(NASTY)
    found = find(parse_arguments(title.split(), context), context.records)
    assert title in [record.title("en") for record in found]


@given(st.text(min_size=1, max_size=40) | st.lists(st.sampled_from(NASTY)).map(" ".join))
def test_any_title_finds_its_record(title: str) -> None:
    """So does any title that has a space and a word in it."""
    title = " ".join(["a", *title.translate({0x7F: " "}).split()])
    record = records_of('[meeting.lab]\ntitle = "x"')["meeting"]["lab"]
    record.values["title"]["en"] = title
    records = {"meeting": {"lab": record}}
    context = Context(TODAY, records=records)
    if " " in title:
        assert find(parse_arguments([title], context), records) == [record]


def test_every_title_of_the_shipped_catalogue_finds_its_record() -> None:
    """Each title in each language finds its record, as one argument and as many."""
    records = shipped()
    context = Context(TODAY, records=records)
    lost = [
        (record.key, arguments)
        for of_kind in records.values()
        for record in of_kind.values()
        for title in record.values.get(record.declared.called, {}).values()
        for arguments in ([title], title.split())
        if not direct.find(parse_arguments(arguments, context), {record.kind: {record.id: record}})
    ]
    assert lost == []


def test_a_title_is_a_phrase_only_of_its_catalogue() -> None:
    """What is no title there is read as the query that it looks like."""
    title = "You are NOT alone"
    assert told(parse_arguments([title])) == "and('You are', not 'alone')"
    assert told(parse_arguments([title], catalogue_of((title,)))) == f'"{title}"'


def test_where_is_a_query_though_it_has_spaces() -> None:
    """A query given as one text is no phrase."""
    assert told(parse("public space", CONTEXT)) == "'public space'"
    assert told(parse("kind:meeting year:2019", CONTEXT)) == "and(kind:meeting, year:2019)"
