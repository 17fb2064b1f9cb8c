"""A video: didactic, for awareness, an interview, a recording."""

from __future__ import annotations

from icccat.locale import Bilingual
from icccat.records.fields import Field
from icccat.records.kinds.kind import Kind
from icccat.records.kinds.shared import (
    AUDIENCE,
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
from icccat.records.sorts import Choice, Duration, Language, Number, Reference, Text, When, Word

VIDEO = Kind(
    name="video",
    label=Bilingual("video", "vidéo"),
    plural=Bilingual("videos", "vidéos"),
    dates=("date",),
    worth_having=("date", "url", "topics"),
    fields=(
        TITLE,
        DESCRIPTION,
        Field(
            name="date",
            sort=When(),
            label=Bilingual("date", "date"),
            help=Bilingual(
                "when it came out: a day, a month or a year",
                "sa parution\u00a0: un jour, un mois ou une année",
            ),
            example="2019-06-20",
        ),
        series("didactic-videos"),
        Field(
            name="part",
            sort=Number(),
            label=Bilingual("part", "partie"),
            help=Bilingual("its number in the series", "son numéro dans la série"),
            example="1",
        ),
        Field(
            name="version",
            sort=Choice(("full", "short", "trailer")),
            label=Bilingual("version", "version"),
            help=Bilingual("full, short or trailer", "full (longue), short (courte) ou trailer"),
            example="full",
        ),
        Field(
            name="version_of",
            sort=Reference("video"),
            label=Bilingual("version of", "version de"),
            help=Bilingual(
                "id of the video of which it is another version",
                "identifiant de la vidéo dont c’est une autre version",
            ),
            example="refugee-inclusion",
        ),
        AUDIENCE,
        TOPICS,
        LANGUAGES,
        Field(
            name="subtitles",
            sort=Language(),
            label=Bilingual("subtitles", "sous-titres"),
            help=Bilingual("languages of the subtitles", "langues des sous-titres"),
            example="fr",
            many=True,
            option="subtitle",
        ),
        Field(
            name="speakers",
            sort=Text(),
            label=Bilingual("speakers", "intervenants"),
            help=Bilingual("who speaks in it", "qui y parle"),
            example="Fernando Medina",
            many=True,
            option="speaker",
        ),
        Field(
            name="producer",
            sort=Text(),
            label=Bilingual("producer", "production"),
            help=Bilingual("who made it", "qui l’a réalisée"),
            example="Lusófona University",
        ),
        OCCASION,
        PLACES,
        Field(
            name="duration",
            sort=Duration(),
            label=Bilingual("duration", "durée"),
            help=Bilingual("how long it is: H:MM:SS or M:SS", "sa durée\u00a0: H:MM:SS ou M:SS"),
            example="8:05",
        ),
        URL,
        DOCUMENTS,
        Field(
            name="status",
            sort=Word(("planned", "published", "withdrawn")),
            label=Bilingual("status", "état"),
            help=Bilingual("where it stands", "où elle en est"),
            example="published",
        ),
        Field(
            name="licence",
            sort=Text(),
            label=Bilingual("licence", "licence"),
            help=Bilingual("on what terms it may be used", "à quelles conditions l’utiliser"),
            example="CC BY-NC 4.0",
        ),
        SUPPLIED,
        NOTES,
        SOURCE,
    ),
)
