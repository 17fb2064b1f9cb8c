"""A catalogue in memory: a wrong value hides no other, and what is not understood is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from icccat.catalogue.about import About
from icccat.catalogue.catalogue import load, parse
from icccat.errors import Level, Problem, Unsafe

ERROR, WARNING = Level.ERROR, Level.WARNING


def test_load(tmp_path: Path) -> None:
    """The records by kind and id, and what the catalogue says of itself."""
    path = tmp_path / "catalogue.toml"
    path.write_text(
        '[catalogue]\ntitle = "Villes"\nlanguage = "fr"\n[topic.media]\nlabel = "Médias"\n'
        '[meeting.oslo]\ntitle.en = "Oslo"\n',
        encoding="utf-8",
    )
    catalogue = load(path)
    assert (catalogue.path, catalogue.name, catalogue.found) == (path, str(path), ())
    assert catalogue.text == path.read_text(encoding="utf-8")
    assert catalogue.about == About("fr", {"fr": "Villes"}, {})
    assert catalogue.language == "fr"
    assert [record.key for record in catalogue.everything] == ["meeting.oslo", "topic.media"]
    assert [record.key for record in catalogue.events] == ["meeting.oslo"]
    assert {kind: list(ids) for kind, ids in catalogue.records.items()} == {
        "video": [],
        "meeting": ["oslo"],
        "series": [],
        "topic": ["media"],
        "place": [],
    }
    assert catalogue.records["topic"]["media"].values == {"label": {"fr": "Médias"}}


def test_a_wrong_value_hides_no_other() -> None:
    """The others of its record, and all other records, are read; it is kept as it stands."""
    catalogue = parse(
        '[video.a]\ntitle = "A"\ndate = "2019-02-30"\npart = 2\ntopics = ["x", 3]\n'
        '[video.b]\ntitle = "B"\n',
        Path("c.toml"),
    )
    record = catalogue.records["video"]["a"]
    assert record.values == {"title": {"en": "A"}, "part": 2}
    assert record.other == {"date": "2019-02-30", "topics": ["x", 3]}
    assert list(catalogue.records["video"]) == ["a", "b"]
    assert catalogue.found == (
        Problem(
            ERROR,
            ("video", "a", "date"),
            '"2019-02-30" is not a date (February 2019 has 28 days)',
        ),
        Problem(ERROR, ("video", "a", "topics", "1"), "3 is not text: put it in quotes"),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", None),
        ("[video]\n", None),
        ('[video.a]\ntitle = "A"\n', None),
        (
            "[video.a]\n",
            Problem(ERROR, ("video", "a", "title"), "it is missing: every video needs one"),
        ),
        (
            "video = 3\n",
            Problem(
                ERROR,
                ("video",),
                "records of this kind stand under headings such as [video.some-id]",
            ),
        ),
        (
            '[[meeting]]\ntitle = "A"\n',
            Problem(
                ERROR,
                ("meeting",),
                "records of this kind stand under headings such as [meeting.some-id]",
            ),
        ),
        (
            "[video]\na = 3\n",
            Problem(ERROR, ("video", "a"), "a record stands under a heading: [video.a]"),
        ),
        (
            '[vidio.a]\ntitle = "A"\n',
            Problem(
                WARNING,
                ("vidio",),
                '"vidio" is not a kind of record: it is kept as it is (did you mean video?)',
            ),
        ),
        (
            "xyzzy = 1\n",
            Problem(WARNING, ("xyzzy",), '"xyzzy" is not a kind of record: it is kept as it is'),
        ),
        (
            "catalogue = 1\n",
            Problem(ERROR, ("catalogue",), "[catalogue] is a heading of its own"),
        ),
    ],
)
def test_wrong_tables(text: str, problem: Problem | None) -> None:
    """What is no table of records is told, and the rest is read."""
    others = '[series.s]\ntitle = "S"\n'
    catalogue = parse(f"{text}{others}", Path("c.toml"))
    assert catalogue.found == ((problem,) if problem else ())
    assert list(catalogue.records["series"]) == ["s"]


def test_no_toml() -> None:
    """Text that is no TOML is refused at its place, by the name that the person gave."""
    with pytest.raises(Unsafe) as refused:
        parse("[video.a]\ntitle = \n", Path("some", "c.toml"))
    assert str(refused.value).startswith(f"{Path('some', 'c.toml')}:2:9: ")


@pytest.mark.parametrize("heading", ["[video]", " [ video ]", '["video"]', "['video']"])
def test_the_heading_of_a_kind_stands_once(heading: str) -> None:
    """Empty as it is it may stand once, wherever that is, and not again in another record."""
    once = f'[video.a]\ntitle = "A"\n{heading}\n[video.b]\ntitle = "B"\n'
    assert list(parse(once, Path("c.toml")).records["video"]) == ["a", "b"]
    with pytest.raises(Unsafe, match=r"^c\.toml:6:"):
        parse(f"{once}{heading}\n", Path("c.toml"))
