"""Which records a query finds, in a small catalogue and in the one that comes with the project."""

from __future__ import annotations

import pytest
from asking import find, parse_arguments
from builders import records_of, shipped
from search import direct

from icccat.records.kinds import EVENTS

CATALOGUE = records_of("""
[video.refugies]
title.fr = "L’inclusion des réfugiés : l’approche interculturelle"
topics = ["refugees"]
date = 2019-06-20
places = ["Lisbon, PT"]

[video.sumy]
title.uk = "Українська мережа інтеркультурних міст"
description = "Anti-rumours in Sumy."
date = "2018"

[video.athens]
title.el = "Διαπολιτισμική Αθήνα 2019"
topics = ["anti-rumours"]

[meeting.lab]
title = "Policy lab: women’s voices"
type = "policy lab"
start = 2019-05-28
places = ["Helsinki, FI"]
topics = ["refugees"]

[topic.anti-rumours]
label = { en = "Anti-rumours", fr = "Anti-rumeurs" }

[topic.refugees]
label = { en = "Refugees", fr = "Réfugiés" }
also = ["asylum seekers", "demandeurs d’asile"]

[place."Lisbon, PT"]
also = ["Lisboa", "Lisbonne"]
""")


def found(*arguments: str) -> list[str]:
    """The ids of the videos and meetings that the arguments find."""
    records = find(parse_arguments(arguments), CATALOGUE)
    return [record.id for record in records if record.kind in EVENTS]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["refugies", "sumy", "athens", "lab"]),
        (["refugees"], ["refugies", "lab"]),
        (["RÉFUGIÉS"], ["refugies", "lab"]),
        (["refugies"], ["refugies", "lab"]),
        (["asylum"], ["refugies", "lab"]),
        (["demandeurs d’asile"], ["refugies", "lab"]),
        (["refugee"], []),
        (["Lisbonne"], ["refugies"]),
        (["portugal"], ["refugies"]),
        (["Finlande"], ["lab"]),
        (["anti-rumeurs"], ["athens"]),
        (["antirumours"], ["sumy", "athens"]),
        (["anti", "rumours"], ["sumy", "athens"]),
        (["athina"], ["athens"]),
        (["ΑΘΗΝΑ"], ["athens"]),
        (["Athina 2019"], ["athens"]),
        (["merezha"], ["sumy"]),
        (["Мережа"], ["sumy"]),
        (["Ukrainska merezha"], ["sumy"]),
        (["women"], ["lab"]),
        (["refugees", "-women"], ["refugies"]),
        (["-refugees"], ["sumy", "athens"]),
        (["refugees", "helsinki"], ["lab"]),
        (["helsinki", "OR", "sumy"], ["sumy", "lab"]),
        (["-(helsinki OR sumy)"], ["refugies", "athens"]),
        (["policy lab"], ["lab"]),
        (["lab policy"], []),
        (["lab", "policy"], ["lab"]),
        (["topic:refugees,anti-rumours", "kind:video"], ["refugies", "athens"]),
        (["date:2019"], ["refugies", "lab"]),
        (["date:..2018"], ["sumy"]),
        (["missing:date"], ["athens"]),
        (["missing:en"], ["refugies", "sumy", "athens"]),
        (["juin 2019"], ["refugies"]),
        (["country:PT,Finlande", "-refugies"], []),
        (["L’inclusion des réfugiés : l’approche interculturelle"], ["refugies"]),
    ],
)
def test_what_is_found(arguments: list[str], expected: list[str]) -> None:
    """Records come in the catalogue's order, found by all their words in any language."""
    assert found(*arguments) == expected


def of_shipped(*arguments: str) -> set[str]:
    """The keys of the shipped records that the arguments find."""
    return {record.key for record in find(parse_arguments(arguments), shipped())}


def test_refugees_in_the_shipped_catalogue() -> None:
    """Both versions of the video are found."""
    assert of_shipped("refugees") >= {
        "video.refugee-inclusion",
        "video.refugee-inclusion-short",
    }


def test_the_same_word_in_any_writing_finds_the_same() -> None:
    """Accents, capitals and the language make no difference for a topic."""
    assert of_shipped("refugies") == of_shipped("RÉFUGIÉS") == of_shipped("Réfugiés")


def test_the_meeting_in_finland() -> None:
    """A meeting is found by its country, in any way to name it."""
    helsinki = of_shipped("kind:meeting", "country:FI")
    assert "meeting.policy-lab-helsinki" in helsinki
    assert helsinki == of_shipped("nature:réunion", "pays:Finlande")
    assert helsinki == of_shipped("kind:meeting", "country:finland")


def test_a_pasted_title_finds_its_record() -> None:
    """Each title in each language, as one argument, finds the record that has it."""
    lost = [
        (record.key, title)
        for of_kind in shipped().values()
        for record in of_kind.values()
        for title in record.values.get(record.declared.called, {}).values()
        if direct.find(parse_arguments([title]), {record.kind: {record.id: record}}) != [record]
    ]
    assert lost == []


def test_a_pasted_link_finds_no_word() -> None:
    """An address is looked for in its field, as it stands."""
    assert of_shipped("url:https://vimeo.com/340198046") == {"video.refugee-inclusion"}
    assert of_shipped("https://vimeo.com/340198046") == set()
