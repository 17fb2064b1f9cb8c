"""The JSON Schema accepts the catalogue, marks what is wrong in one, and is written beside it."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from icccat.commands.init import schema_text
from icccat.records.kinds import KINDS
from icccat.records.schema import schema

DATA = Path(__file__).parents[2] / "data"
CHECKER = jsonschema.Draft202012Validator(schema())


def as_json(value: object) -> object:
    """A TOML value as an editor gives it to a schema: its dates are strings."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def wrong_in(text: str) -> list[str]:
    """The paths in a catalogue's text at which its schema finds fault."""
    errors = CHECKER.iter_errors(as_json(tomllib.loads(text)))
    return [".".join(str(key) for key in error.absolute_path) for error in errors]


def test_it_is_a_schema() -> None:
    """It is JSON Schema of 2020-12."""
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_it_accepts_the_catalogue() -> None:
    """The catalogue that is shipped has no fault."""
    assert wrong_in((DATA / "catalogue.toml").read_text(encoding="utf-8")) == []


def test_the_file_beside_the_catalogue(*, refresh: bool) -> None:
    """It holds the schema, byte for byte."""
    path = DATA / "catalogue.schema.json"
    if refresh:
        path.write_text(schema_text(), encoding="utf-8", newline="\n")
    assert path.read_bytes().decode("utf-8") == schema_text()


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("[catalogue]\ntitle.en = 'a'\nlanguage = 'en'\n[catalogue.searches]\na = 'topic:b'", []),
        ("[catalogue]\nlanguage = 'English'", ["catalogue.language"]),
        ("[catalogue.searches]\na = 1", ["catalogue.searches.a"]),
        ("[video.a]\ntitle = 'A'\ncolour = 'red'\n[film.b]", []),
        ("[video.a]", ["video.a"]),
        ("[topic.a]\ntitle = 'A'", ["topic.a"]),
        ("[place.'Lisbon, PT']\nalso = 'Lisboa'", ["place.Lisbon, PT.also"]),
        ("[video.a]\ntitle = 'A'\nlanguages = ['en', 'EN']", ["video.a.languages.1"]),
        ("[video.a]\ntitle = 'A'\ndate = 2019-06-20", []),
        ("[video.a]\ntitle = 'A'\ndate = '20/06/2019'", ["video.a.date"]),
        ("[meeting.a]\ntitle = 'A'\nstart = 2019\n[[meeting.a.documents]]\ntitle = 'B'", []),
        (
            "[meeting.a]\ntitle.en = 'A'\ndocuments = [{title = 'B', url = 'c'}, {}]",
            ["meeting.a.documents.0.url", "meeting.a.documents.1"],
        ),
    ],
)
def test_what_it_marks(text: str, paths: list[str]) -> None:
    """A wrong or missing value has its place; what is unknown is nobody's fault."""
    assert wrong_in(text) == paths


def test_an_editor_has_a_word_for_everything() -> None:
    """Each kind and each field says what it is, and which fields are needed."""
    tables: dict[str, Any] = schema()["properties"]
    assert list(tables) == ["catalogue", *KINDS]
    assert all(table["description"] for table in tables.values())
    for kind in KINDS.values():
        record = tables[kind.name]["additionalProperties"]
        assert record["title"] == kind.label.en
        assert record["required"] == [field.name for field in kind.required]
        found = {name: field["description"] for name, field in record["properties"].items()}
        assert found == {field.name: field.help.en for field in kind.fields}
