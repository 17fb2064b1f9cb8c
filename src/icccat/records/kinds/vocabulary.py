"""What describes videos and meetings: series, topics and places."""

from __future__ import annotations

from icccat.locale import Bilingual
from icccat.records.fields import Field
from icccat.records.kinds.kind import Kind
from icccat.records.kinds.shared import AUDIENCE, DESCRIPTION, TITLE, URL
from icccat.records.sorts import Link, Reference, Text, Translated, When


def _also(example: str) -> Field:
    return Field(
        name="also",
        sort=Text(),
        label=Bilingual("also", "aussi"),
        help=Bilingual("other names of it, in any language", "ses autres noms, dans toute langue"),
        example=example,
        many=True,
        option="also",
    )


SERIES = Kind(
    name="series",
    label=Bilingual("series", "série"),
    plural=Bilingual("series", "séries"),
    dates=("since",),
    fields=(
        TITLE,
        DESCRIPTION,
        AUDIENCE,
        Field(
            name="since",
            sort=When(),
            label=Bilingual("since", "depuis"),
            help=Bilingual("when it began", "quand elle a commencé"),
            example="2017-11",
        ),
        URL,
    ),
)
TOPIC = Kind(
    name="topic",
    label=Bilingual("topic", "thème"),
    plural=Bilingual("topics", "thèmes"),
    called="label",
    fields=(
        Field(
            name="label",
            sort=Translated(),
            label=Bilingual("label", "libellé"),
            help=Bilingual("its name", "son nom"),
            example="Refugees",
            required=True,
        ),
        _also("asylum seekers"),
        Field(
            name="broader",
            sort=Reference("topic"),
            label=Bilingual("broader", "plus large"),
            help=Bilingual(
                "id of the wider topic it is part of", "identifiant du thème plus large"
            ),
            example="migration",
        ),
        Field(
            name="match",
            sort=Link(),
            label=Bilingual("match", "équivalent"),
            help=Bilingual(
                "address of the same concept in a published thesaurus",
                "adresse du même concept dans un thésaurus publié",
            ),
            example="http://eurovoc.europa.eu/3083",
        ),
    ),
)
PLACE = Kind(
    name="place",
    label=Bilingual("place", "lieu"),
    plural=Bilingual("places", "lieux"),
    called="",
    fields=(_also("Lisbonne"),),
)
