"""Every field of a record, and some made of several, can be asked for in both languages."""

from __future__ import annotations

import pytest
from asking import CONTEXT, TODAY, find, parse, told
from builders import records_of

from icccat.records.kinds import KINDS, every_field
from icccat.search.context import Context
from icccat.search.fields import all_fields, named
from icccat.search.mistake import Mistake
from icccat.search.tree import Value

CATALOGUE = records_of("""
[video.inclusion]
title = { en = "Refugee inclusion", fr = "L’inclusion des réfugiés" }
description = "The main principles."
date = "2019-06"
series = "didactic"
part = 2
version = "short"
version_of = "long-inclusion"
audiences = ["policy makers"]
topics = ["refugees"]
languages = ["en"]
subtitles = ["fr", "uk"]
speakers = ["Fernando Medina"]
producer = "Lusófona University"
occasion = "World Refugee Day"
places = ["Lisbon, PT"]
duration = "8:05"
url = "https://vimeo.com/340198046"
status = "published"
licence = "CC BY-NC 4.0"
supplied = true
notes = "Ask for subtitles."
source = "https://www.coe.int/newsletter"

[meeting.lab]
title = "Policy lab"
type = "policy lab"
number = 3
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI"]
attendance = "in person"
venue = "House of Estates"
host = "Ministry of Justice"
organisers = ["Council of Europe"]
participants = ["Neuchâtel"]
participant_count = 40
recordings = ["inclusion"]
[[meeting.lab.documents]]
title.fr = "Rapport de la réunion"
type = "report"
reference = "CDADI(2021)6"

[meeting.bare]
title.uk = "Зустріч"
[[meeting.bare.documents]]
title = "In the papers"
type = "Press cuttings"

[series.didactic]
title = "Didactic videos"
since = "2017-11"

[topic.refugees]
label = "Refugees"
also = ["demandeurs d’asile"]
broader = "migration"
match = "http://eurovoc.europa.eu/3083"

[place."Lisbon, PT"]
also = ["Lisbonne"]
""")
IN_CATALOGUE = Context(TODAY, records=CATALOGUE)
ALL = {"inclusion", "lab", "bare", "didactic", "refugees", "Lisbon, PT"}


def found(query: str) -> set[str]:
    """The ids of the records that a query finds."""
    return {record.id for record in find(parse(query), CATALOGUE)}


@pytest.mark.parametrize(
    ("english", "french", "other", "expected"),
    [
        ("kind:meeting", "nature:réunions", "kind:video", {"lab", "bare"}),
        ("id:LAB", "identifiant:lab", "id:la", {"lab"}),
        ("date:2019", "date:2019-05..2019-06", "date:2018", {"inclusion", "lab"}),
        ("year:2017", "année:2017", "annee:2016", {"didactic"}),
        ("country:FI", "pays:Finlande", "country:se", {"lab"}),
        ("city:Lisbon", "ville:lisbonne", "city:Porto", {"inclusion"}),
        ("person:medina", "personne:Fernando", "person:Smith", {"inclusion"}),
        ("person:justice", "personne:europe", "personne:lab", {"lab"}),
        ("has:report", "avec:report", "has:minutes", {"lab"}),
        ("missing:title", "sans:titre", "has:title", {"refugees", "Lisbon, PT"}),
        ("title:inclusion", "titre:RÉFUGIÉS", "title:principles", {"inclusion"}),
        ("description:principles", "description:main", "description:refugee", {"inclusion"}),
        ("series:didactic", "série:videos", "series:lab", {"inclusion"}),
        ("part:2", "partie:1..2", "part:1", {"inclusion"}),
        ("version:short", "version:SHORT", "version:full", {"inclusion"}),
        ("version-of:inclusion", "version-de:long", "version_of:short", {"inclusion"}),
        ("audience:makers", "publics:policy", "public:general", {"inclusion"}),
        ("topic:refugees", "thème:asile", "themes:women", {"inclusion"}),
        ("lang:en", "langue:anglais", "languages:fr", {"inclusion"}),
        ("subtitle:fr", "sous-titre:ukrainien", "subtitles:en", {"inclusion"}),
        ("speaker:medina", "intervenants:fernando", "speakers:lusofona", {"inclusion"}),
        ("producer:lusofona", "production:Lusófona", "producer:medina", {"inclusion"}),
        ("occasion:world", "occasion:day", "occasion:women", {"inclusion"}),
        ("place:portugal", "lieu:lisbonne", "lieux:lima", {"inclusion"}),
        ("duration:8:05", "durée:8", "duration:9", {"inclusion"}),
        ("link:vimeo.com/3401", "lien:HTTPS", "url:youtube", {"inclusion"}),
        ("document:report", "documents:rapport", "document:minutes", {"lab"}),
        ("document:CDADI", "documents:2021", "document:2022", {"lab"}),
        ("status:published", "état:PUBLISHED", "etat:planned", {"inclusion"}),
        ("licence:BY-NC", "licence:cc", "licence:ND", {"inclusion"}),
        ("supplied:yes", "titre-forgé:oui", "title-supplied:no -id:lab", {"inclusion"}),
        ("notes:subtitles", "notes:ask", "notes:city", {"inclusion"}),
        ("source:coe.int", "source:newsletter", "source:icei", {"inclusion"}),
        ("type:lab", 'type:"policy lab"', "type:visit", {"lab"}),
        ("number:3", "numéro:2..", "number:..2", {"lab"}),
        ("start:2019-05-28", "début:2019", "start:2019-05-29", {"lab"}),
        ("end:2019-05-29", "fin:..2019", "end:2019-05-28", {"lab"}),
        ('attendance:"in person"', "participation:in-person", "attendance:online", {"lab"}),
        ("venue:estates", "salle:house", "venue:forum", {"lab"}),
        ("host:justice", "hôte:ministry", "host:europe", {"lab"}),
        ("organiser:council", "organisateur:europe", "organisers:justice", {"lab"}),
        ("participant:neuchatel", "participants:Neuchâtel", "participant:europe", {"lab"}),
        ("participant_count:40", "nombre-de-participants:1..", "participant_count:4", {"lab"}),
        ("recording:inclusion", "enregistrement:réfugiés", "recordings:lab", {"lab"}),
        ("since:2017", "depuis:..2017-11", "since:2018..", {"didactic"}),
        ("label:refugees", "libellé:REFUGEES", "label:asile", {"refugees"}),
        ("also:asile", "aussi:demandeurs", "also:lisbonne", {"refugees"}),
        ("broader:migration", "plus-large:migration", "broader:equality", {"refugees"}),
        ("match:eurovoc", "équivalent:3083", "match:unesco", {"refugees"}),
    ],
)
def test_a_field_finds_its_records(
    english: str, french: str, other: str, expected: set[str]
) -> None:
    """A field finds by its names in both languages; with another value it finds none of these."""
    assert found(english) == expected
    assert found(french) == expected
    assert found(other) & expected == set()


def test_every_field_of_every_kind_is_a_field_of_the_query() -> None:
    """All fields of all kinds can be asked for, by name and by label, in both languages."""
    for kind in KINDS.values():
        for field in kind.fields:
            for name in (field.name, field.label.en, field.label.fr):
                asked = named(name.replace(" ", "-"))
                assert asked is not None
                assert asked.name == field.name


def test_every_example_is_a_value_of_its_field() -> None:
    """The examples of each field are understood, by any of the field's names."""
    for name, field in all_fields().items():
        for example in (field.example, *field.more):
            query = parse(f'{name}:"{example}"' if " " in example else f"{name}:{example}")
            if field.name == "saved":
                assert told(query) == "and(country:PT, date:2019..)"
            else:
                assert isinstance(query, Value)
                assert query.name == field.name


def test_names_that_fields_share() -> None:
    """The record's own dates have the name of a video's date; no other two fields share one."""
    owners: dict[str, set[str]] = {}
    for field in every_field().values():
        for name in (field.name, field.option, field.label.en, field.label.fr):
            owners.setdefault(name, set()).add(field.name)
    for made in (
        "kind",
        "id",
        "date",
        "year",
        "country",
        "city",
        "person",
        "has",
        "missing",
        "saved",
    ):
        for name in all_fields()[made].names:
            owners.setdefault(name, set()).add(f"{made} of the query")
    del owners[""]
    shared = {name: owned for name, owned in owners.items() if len(owned) > 1}
    assert shared == {"date": {"date", "date of the query"}}
    lost = [
        name for field in all_fields().values() for name in field.names if named(name) is not field
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("has:fr", {"inclusion"}),
        ("has:UK", {"bare"}),
        ("has:date", {"inclusion", "lab", "didactic"}),
        ("avec:année", {"inclusion", "lab", "didactic"}),
        ("has:country", {"inclusion", "lab"}),
        ("has:ville", {"inclusion", "lab"}),
        ("has:person", {"inclusion", "lab"}),
        ("has:thèmes", {"inclusion"}),
        ("has:number", {"lab"}),
        ("kind:meeting missing:en", {"lab", "bare"}),  # the one for a document
        ("kind:video,topic,place manque:fr", {"inclusion", "refugees"}),
        ("kind:video missing:de", {"inclusion"}),
        ("kind:meeting missing:date", {"bare"}),
        ("kind:meeting missing:report", {"bare"}),
        ("kind:meeting missing:url,type", {"lab", "bare"}),
        ("supplied:no", ALL - {"inclusion"}),
    ],
)
def test_what_a_record_has_or_lacks(query: str, expected: set[str]) -> None:
    """A type of document, a field, or one of those it is made of.

    It has the languages of its title, and lacks one where any of its texts lacks it.
    """
    assert found(query) == expected


@pytest.mark.parametrize(
    ("value", "instead"),
    [
        ("nonsense", ""),
        ("reprt", "report"),
        ("titel", "title"),
        ("press cutings", "press cuttings"),
        ("kind", ""),
        ("has", ""),
    ],
)
def test_what_no_record_can_have(value: str, instead: str) -> None:
    """What is neither field, language nor document is refused, with what was probably meant."""
    for name in ("has", "missing"):
        with pytest.raises(Mistake) as caught:
            all_fields()[name].test(value, IN_CATALOGUE)
        assert str(caught.value) == f'"{value}" is not a field, a language or a type of document'
        assert caught.value.instead == instead


def test_a_type_of_document_that_only_the_catalogue_uses() -> None:
    """A type that is used can be asked for as the declared ones can."""
    found = [
        [record.id for record in find(parse(query, IN_CATALOGUE), CATALOGUE)]
        for query in ('has:"PRESS cuttings"', 'kind:meeting missing:"press cuttings"')
    ]
    assert found == [["bare"], ["lab"]]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("GB", "UK, U.K., Great Britain, Grande-Bretagne, Royaume-Uni, United Kingdom, gb"),
        ("US", "USA, U.S.A., United States of America, États-Unis, Etats-Unis d'Amérique"),
        ("NL", "Holland, Hollande, The Netherlands, Pays-Bas"),
        ("CZ", "Czechia, Czech Republic, Tchéquie, République tchèque"),
        ("TR", "Turkey, Türkiye, Turkiye, Turquie"),
        ("MD", "Moldova, Republic of Moldova, Moldavie, République de Moldova"),
        ("BA", "Bosnia, Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnie-Herzégovine"),
        ("MK", "North Macedonia, Macédoine du Nord, Macedonia"),
        ("LC", "St. Lucia, St Lucia, Saint Lucia, Sainte-Lucie"),
        ("XK", "Kosovo, Kosovo*"),
        ("RU", "Russian Federation, Fédération de Russie"),
    ],
)
def test_the_names_of_a_country(code: str, names: str) -> None:
    """A country is known by its code, its names in both languages and its other names."""
    found = [all_fields()["country"].test(name, CONTEXT).said for name in names.split(", ")]
    assert found == [code] * len(found)


def test_a_saved_search_by_name() -> None:
    """A saved search is a value of its field, by any of its names; another one is refused."""
    for name in ("saved", "enregistree", "sauvee"):
        assert all_fields()[name].test("portugal", CONTEXT).said == "portugal"
    with pytest.raises(Mistake) as caught:
        all_fields()["saved"].test("portgal", CONTEXT)
    assert str(caught.value) == 'there is no saved search "portgal"'
    assert caught.value.instead == "portugal"
