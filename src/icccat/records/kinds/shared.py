"""Fields that several kinds of record share."""

from __future__ import annotations

from icccat.locale import Bilingual
from icccat.records.fields import Document, Field
from icccat.records.sorts import (
    Flag,
    Language,
    Link,
    Place,
    Reference,
    Text,
    Translated,
    When,
    Word,
)

AUDIENCES = (
    "general public",
    "local authorities' technical staff",
    "local governments",
    "policy makers",
    "practitioners",
    "teachers",
    "young people",
)
DOCUMENT_TYPES = (
    "agenda",
    "convocation letter",
    "list of participants",
    "minutes",
    "policy brief",
    "presentation",
    "programme",
    "publication",
    "report",
    "study",
    "transcript",
)

TITLE = Field(
    name="title",
    sort=Translated(),
    label=Bilingual("title", "titre"),
    help=Bilingual("as published, in its own language", "tel que publié, dans sa langue"),
    example="The intercultural approach to refugee inclusion",
    required=True,
)
DESCRIPTION = Field(
    name="description",
    sort=Translated(),
    label=Bilingual("description", "description"),
    help=Bilingual(
        "what it is about, in a sentence or two", "de quoi il s’agit, en une ou deux phrases"
    ),
    example="Presents the main principles of the intercultural approach.",
)
AUDIENCE = Field(
    name="audiences",
    sort=Word(AUDIENCES),
    label=Bilingual("audiences", "publics"),
    help=Bilingual("for whom it is made", "à qui il s’adresse"),
    example="policy makers",
    many=True,
    option="audience",
)
TOPICS = Field(
    name="topics",
    sort=Reference("topic"),
    label=Bilingual("topics", "thèmes"),
    help=Bilingual("ids of topics of the vocabulary", "identifiants de thèmes du vocabulaire"),
    example="refugees",
    many=True,
    option="topic",
)
LANGUAGES = Field(
    name="languages",
    sort=Language(),
    label=Bilingual("languages", "langues"),
    help=Bilingual("spoken, by their codes in ISO 639-1", "parlées, par leurs codes ISO 639-1"),
    example="en",
    many=True,
    option="language",
)
OCCASION = Field(
    name="occasion",
    sort=Translated(),
    label=Bilingual("occasion", "occasion"),
    help=Bilingual("the day or event it marks", "la journée ou l’événement marqué"),
    example="World Refugee Day",
)
PLACES = Field(
    name="places",
    sort=Place(),
    label=Bilingual("places", "lieux"),
    help=Bilingual(
        "city and country (ISO 3166-1), or the country alone",
        "ville et pays (ISO 3166-1), ou le pays seul",
    ),
    example="Helsinki, FI",
    many=True,
    option="place",
)
URL = Field(
    name="url",
    sort=Link(),
    label=Bilingual("link", "lien"),
    help=Bilingual("its address on the web", "son adresse sur le web"),
    example="https://vimeo.com/340198046",
)
SUPPLIED = Field(
    name="supplied",
    sort=Flag(),
    label=Bilingual("title supplied", "titre forgé"),
    help=Bilingual(
        "true: the cataloguer made the title, no page shows one",
        "true\u00a0: le titre est du catalogueur, aucune page n’en montre",
    ),
    example="true",
)
NOTES = Field(
    name="notes",
    sort=Text(),
    label=Bilingual("notes", "notes"),
    help=Bilingual("for colleagues only, never published", "pour les collègues, jamais publiées"),
    example="Ask the city for the subtitles.",
)
SOURCE = Field(
    name="source",
    sort=Text(),
    label=Bilingual("source", "source"),
    help=Bilingual("where these facts were found", "où ces informations ont été trouvées"),
    example="https://www.coe.int/en/web/interculturalcities",
)
DOCUMENTS = Field(
    name="documents",
    sort=Document(
        fields=(
            TITLE,
            URL,
            Field(
                name="type",
                sort=Word(DOCUMENT_TYPES),
                label=Bilingual("type", "type"),
                help=Bilingual("what sort of document it is", "la sorte de document"),
                example="report",
            ),
            Field(
                name="language",
                sort=Language(),
                label=Bilingual("language", "langue"),
                help=Bilingual("its language, by its code", "sa langue, par son code"),
                example="en",
            ),
            Field(
                name="reference",
                sort=Text(),
                label=Bilingual("reference", "cote"),
                help=Bilingual("its number among official documents", "sa cote officielle"),
                example="CDADI(2021)6",
            ),
            Field(
                name="date",
                sort=When(),
                label=Bilingual("date", "date"),
                help=Bilingual("when it is dated", "sa date"),
                example="2019-06-20",
            ),
        )
    ),
    label=Bilingual("documents", "documents"),
    help=Bilingual(
        "reports and papers: TITLE | URL | TYPE", "rapports et autres\u00a0: TITRE | LIEN | TYPE"
    ),
    example="Report of the meeting | https://rm.coe.int/report | report",
    many=True,
    option="document",
)


def series(of: str) -> Field:
    """The series a video or a meeting belongs to."""
    return Field(
        name="series",
        sort=Reference("series"),
        label=Bilingual("series", "série"),
        help=Bilingual(
            "id of the series it belongs to", "identifiant de la série dont il fait partie"
        ),
        example=of,
    )
