"""What a merge or an editor left in the text is a warning, with its line."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from builders import SHIPPED
from hypothesis import given
from hypothesis import strategies as st

from icccat.catalogue.catalogue import load, parse
from icccat.catalogue.leftovers import decomposed, merge_marks
from icccat.catalogue.text import statements
from icccat.errors import Level, Problem

MERGE = "an unfinished merge ({mark}); keep what is right of both, delete the marks"
PARTS = "has letters written in parts, which other programs take for another word"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("# <<<<<<< HEAD\na = 1\n# =======\n# >>>>>>> branch\n", ["1  <<<<<<<", "4  >>>>>>>"]),
        ("#||||||| base\n", ["1  |||||||"]),
        ("  # # <<<<<<<\r\n", ["1  <<<<<<<"]),
        (
            "[video.x]\na = '''\n<<<<<<< ours\n=======\n>>>>>>>'''\nb = '''\n>>>>>>>\n'''\n",
            ["3 video.x.a <<<<<<<", "7 video.x.b >>>>>>>"],
        ),
        ("# <<<<<<<<\n# see <<<<<<< HEAD\n# =======\na = '<<<<<<< b'\n", []),
    ],
)
def test_merge_marks(text: str, marks: list[str]) -> None:
    """A mark of git alone at the beginning of a line, in a comment or in text of many lines."""
    found = [
        Problem(
            Level.WARNING,
            tuple(where.split(".")) if where else (),
            MERGE.format(mark=mark),
            line=int(line),
        )
        for line, where, mark in (each.split(" ") for each in marks)
    ]
    assert list(merge_marks(parse(text, Path("c.toml")), statements(text))) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[video.x]\ntitle.en = "Málaga is fine"\n', []),
        ('# décomposé\n[video.x]\ntitle.en = "Malaga"\n', []),
        (
            '[video.x]\nplaces = ["Oslo, NO", "Málaga, ES", "Córdoba, ES"]\n',
            [("video.x.places", "Málaga")],
        ),
        ('[topic."réfugiés"]\nlabel = "x"\n', [("topic.re\u0301fugie\u0301s", 'topic."réfugiés')]),
    ],
)
def test_decomposed(text: str, words: list[tuple[str, str]]) -> None:
    """Letters in parts are told once a statement, with the word; in a comment they do no harm."""
    written = normalize("NFD", text) if words or text.startswith("#") else text
    found = decomposed(parse(written, Path("c.toml")), statements(written))
    assert [(problem.where, problem.message) for problem in found] == [
        (where, f'"{word}" {PARTS}: type it anew (Unicode NFC)') for where, word in words
    ]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="'")))
def test_any_text(text: str) -> None:
    """A statement is told of where it would be written otherwise, and nowhere else."""
    written = f"a = '{text}'\n"
    found = list(decomposed(parse(written, Path("c.toml")), statements(written)))
    assert len(found) == (normalize("NFC", written) != written)


def test_shipped() -> None:
    """The catalogue that comes with the project has nothing of it."""
    catalogue = load(SHIPPED)
    found = statements(catalogue.text)
    assert [*merge_marks(catalogue, found), *decomposed(catalogue, found)] == []
