"""A meeting: a policy lab, a visit, a webinar, an academy."""

from __future__ import annotations

from icccat.locale import Bilingual
from icccat.records.fields import Field
from icccat.records.kinds.kind import Kind
from icccat.records.kinds.shared import (
    DESCRIPTION,
    DOCUMENTS,
    LANGUAGES,
    NOTES,
    OCCASION,
    PLACES,
    SOURCE,
    SUPPLIED,
    TITLE,
    TOPICS,
    URL,
    series,
)
from icccat.records.sorts import Choice, Number, Reference, Text, Translated, When, Word

TYPES = (
    "academy",
    "committee meeting",
    "conference",
    "coordinators' meeting",
    "expert visit",
    "forum",
    "launch",
    "milestone event",
    "network meeting",
    "plenary meeting",
    "policy lab",
    "roundtable",
    "seminar",
    "study visit",
    "summit",
    "symposium",
    "thematic seminar",
    "training",
    "webinar",
    "workshop",
)

MEETING = Kind(
    name="meeting",
    label=Bilingual("meeting", "réunion"),
    plural=Bilingual("meetings", "réunions"),
    dates=("start", "end"),
    worth_having=("start", "topics"),
    fields=(
        TITLE,
        DESCRIPTION,
        Field(
            name="type",
            sort=Word(TYPES),
            label=Bilingual("type", "type"),
            help=Bilingual("what sort of meeting it is", "la sorte de réunion"),
            example="policy lab",
        ),
        series("policy-lab"),
        Field(
            name="number",
            sort=Number(),
            label=Bilingual("number", "numéro"),
            help=Bilingual(
                "3 for the third meeting of its series", "3 pour la troisième de sa série"
            ),
            example="3",
        ),
        Field(
            name="start",
            sort=When(),
            label=Bilingual("start", "début"),
            help=Bilingual(
                "its first day (or month, or year)", "son premier jour (ou mois, ou année)"
            ),
            example="2019-05-28",
        ),
        Field(
            name="end",
            sort=When(),
            label=Bilingual("end", "fin"),
            help=Bilingual("its last day, where it is another", "son dernier jour, s’il est autre"),
            example="2019-05-29",
        ),
        PLACES,
        Field(
            name="attendance",
            sort=Choice(("in person", "online", "hybrid")),
            label=Bilingual("attendance", "participation"),
            help=Bilingual(
                "in person, online or hybrid", "in person (sur place), online ou hybrid"
            ),
            example="online",
        ),
        Field(
            name="venue",
            sort=Translated(),
            label=Bilingual("venue", "salle"),
            help=Bilingual("the house or room where it was held", "la maison ou la salle"),
            example="Forum Lisboa",
        ),
        Field(
            name="host",
            sort=Translated(),
            label=Bilingual("host", "hôte"),
            help=Bilingual("at whose invitation it was held", "qui a invité"),
            example="Ministry of Justice",
        ),
        Field(
            name="organisers",
            sort=Text(),
            label=Bilingual("organisers", "organisateurs"),
            help=Bilingual("who organised it", "qui l’a organisée"),
            example="Council of Europe",
            many=True,
            option="organiser",
        ),
        Field(
            name="participants",
            sort=Text(),
            label=Bilingual("participants", "participants"),
            help=Bilingual(
                "people, cities or bodies that took part", "personnes, villes ou organismes"
            ),
            example="Neuchâtel",
            many=True,
            option="participant",
        ),
        Field(
            name="participant_count",
            sort=Number(),
            label=Bilingual("number of participants", "nombre de participants"),
            help=Bilingual("how many took part", "combien ont participé"),
            example="40",
        ),
        TOPICS,
        LANGUAGES,
        OCCASION,
        URL,
        DOCUMENTS,
        Field(
            name="status",
            sort=Choice(("planned", "held", "postponed", "cancelled")),
            label=Bilingual("status", "état"),
            help=Bilingual(
                "planned, held, postponed or cancelled",
                "planned (prévue), held (tenue), postponed (reportée), cancelled (annulée)",
            ),
            example="held",
        ),
        Field(
            name="recordings",
            sort=Reference("video"),
            label=Bilingual("recordings", "enregistrements"),
            help=Bilingual(
                "ids of the videos made of it", "identifiants des vidéos qui en sont tirées"
            ),
            example="refugee-inclusion",
            many=True,
            option="recording",
        ),
        SUPPLIED,
        NOTES,
        SOURCE,
    ),
)
