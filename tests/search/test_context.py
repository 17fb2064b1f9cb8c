"""What a query can know of the catalogue that it is asked of."""

from __future__ import annotations

import pytest
from asking import CONTEXT, TODAY
from builders import records_of

from icccat.search.context import Context
from icccat.search.mistake import Mistake

CATALOGUE = Context(
    TODAY,
    records=records_of("""
[video.a]
title = { en = "Cities: a guide", fr = "Villes : un guide" }
places = ["Reggio Emilia, IT", "FR"]
[[video.a.documents]]
title = "Cuttings"
type = "Press cuttings"
[[video.a.documents]]
title = "No type"

[topic.youth]
label = "Young people"
also = ["jeunes gens"]

[place."The Hague, NL"]
also = ["La Haye"]
"""),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cities: a guide", True),
        ("  CITIES: a  gûide\n", True),
        ("Cities – a guide", False),
        ("-young people", False),
        ("Villes : un guide", True),
        ("young people", True),
        ("jeunes gens", False),
        ("Cities", False),
        ("", False),
    ],
)
def test_is_title(text: str, *, expected: bool) -> None:
    """What a record is called, in any language, but for accents, capitals and spaces."""
    assert CATALOGUE.is_title(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reggio emilia", True),
        ("Reggio", False),
        ("The Hague", True),
        ("la haye", True),
        ("FR", False),
        ("jeunes gens", False),
        ("", False),
    ],
)
def test_is_place(text: str, *, expected: bool) -> None:
    """A city that a record was in, or one of the places and their other names."""
    assert CATALOGUE.is_place(text) is expected


def test_document_types() -> None:
    """The declared types and those in use."""
    assert CATALOGUE.document_types["press cuttings"] == "Press cuttings"
    assert CATALOGUE.document_types["policy brief"] == "policy brief"
    assert "press cuttings" not in CONTEXT.document_types


def test_saved() -> None:
    """A saved search is found by its name, then by its name folded."""
    both = Context(TODAY, {"Été": "a", "ete": "b", "ÉTÉ": "c"})
    assert [both.saved(name) for name in ("Été", "ete", "ÉTÉ")] == ["Été", "ete", "ÉTÉ"]
    assert CONTEXT.saved("ete") == "Été"
    with pytest.raises(Mistake) as caught:
        CONTEXT.saved("portgal")
    assert str(caught.value) == 'there is no saved search "portgal"'
    assert caught.value.instead == "portugal"
