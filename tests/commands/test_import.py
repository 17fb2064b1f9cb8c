"""`icccat import`: a plan, agreed to, made as one step; all or nothing, nothing deleted."""

from __future__ import annotations

import io
import json
import sys
from itertools import product
from typing import TYPE_CHECKING

import pytest
from people import Person

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

SAID = "the text is read as UTF-8\nthe cells are separated by commas\n"
ROWS = """\
id,kind,title,date,topics
refugee-inclusion,,The intercultural approach to refugee inclusion,2019-06-21,refugees
,video,A new video,2020,media
"""
UNDERSTOOD = f"""\
{SAID}2 rows, videos
columns: id, kind, title, date, topics
taken for texts in en: title
"""
PLAN = """\
video.new-video is new (line 3)
  title.en: + A new video
  date: + 2020
  topics: + media
video.refugee-inclusion (line 2)
  date: 2019-06-20 → 2019-06-21
"""
NUMBERS = "1 new, 1 changed, 0 the same"
NEW = """\
[video.new-video]
title.en = "A new video"
date = "2020"
topics = ["media"]

"""


@pytest.fixture
def rows(catalogue: Path) -> Path:
    """A file with a new record and a changed one."""
    file = catalogue.parent / "rows.csv"
    file.write_text(ROWS, encoding="utf-8")
    return file


@pytest.fixture
def expected(catalogue: Path) -> bytes:
    """The catalogue's bytes after the import of these rows."""
    text = catalogue.read_text(encoding="utf-8")
    text = text.replace("date = 2019-06-20", "date = 2019-06-21")
    return text.replace("[video.refugee-inclusion]", f"{NEW}[video.refugee-inclusion]").encode()


@pytest.mark.usefixtures("rows")
def test_without_a_question(icccat: Icccat, catalogue: Path, expected: bytes) -> None:
    """--yes makes the changes as one step, and not a byte of what did not change is touched."""
    before = catalogue.read_bytes()
    done = icccat("import", "rows.csv", "--yes")
    assert done == (0, PLAN, f"{UNDERSTOOD}{NUMBERS}; icccat undo takes it back\n")
    assert catalogue.read_bytes() == expected
    assert "import rows.csv" in icccat("history").out
    assert icccat("undo").code == 0
    assert catalogue.read_bytes() == before


@pytest.mark.usefixtures("rows")
def test_dry_run(icccat: Icccat, catalogue: Path) -> None:
    """--dry-run shows the plan and changes nothing, also as JSON."""
    before = catalogue.read_bytes()
    done = icccat("import", "rows.csv", "--dry-run")
    assert done == (0, PLAN, f"{UNDERSTOOD}{NUMBERS}\nnothing was changed\n")
    answer = json.loads(icccat("import", "rows.csv", "--dry-run", "--yes", "--json").out)
    assert (answer["type"], answer["count"], answer["total"]) == ("plan", 2, 2)
    assert [(row["id"], row["place"]) for row in answer["plan"]] == [
        ("refugee-inclusion", "line 2"),
        ("new-video", "line 3"),
    ]
    assert answer["plan"][1]["before"] is None
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 2), ("", 2)])
@pytest.mark.usefixtures("rows")
def test_asked(
    icccat: Icccat,
    catalogue: Path,
    expected: bytes,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
) -> None:
    """A person is shown the plan and asked once."""
    before = catalogue.read_bytes()
    monkeypatch.setattr(sys, "stdin", Person(answer))
    done = icccat("import", "rows.csv")
    end = "icccat: nothing was changed" if code else f"{NUMBERS}; icccat undo takes it back"
    asked = f"{UNDERSTOOD}{NUMBERS}\nImport this? [y/N] {end}\n"
    assert done == (code, PLAN, asked)
    assert catalogue.read_bytes() == (before if code else expected)


@pytest.mark.usefixtures("rows")
def test_asked_for_json(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan is shown beside the answer, which is JSON of what was done."""
    monkeypatch.setattr(sys, "stdin", Person("y\n"))
    done = icccat("import", "rows.csv", "--json")
    assert json.loads(done.out)["count"] == 2
    assert PLAN in done.err


@pytest.mark.usefixtures("rows")
def test_nobody_to_ask(icccat: Icccat, catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal the plan goes to stderr, and nothing is changed."""
    before = catalogue.read_bytes()
    for stdin in (io.StringIO(), None):
        monkeypatch.setattr(sys, "stdin", stdin)
        done = icccat("import", "rows.csv")
        nobody = "icccat: nothing was changed: there is nobody to ask; --yes asks no question\n"
        assert done == (2, "", f"{UNDERSTOOD}{PLAN}{NUMBERS}\n{nobody}")
        assert catalogue.read_bytes() == before


def test_nothing_to_change(icccat: Icccat, catalogue: Path, rows: Path) -> None:
    """What is the same makes no step; without rows there is nothing to import."""
    rows.write_text("id,date\nrefugee-inclusion,20/06/2019\n")
    before = catalogue.read_bytes()
    done = icccat("import", "rows.csv")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith(
        "20/06/2019 was read as 2019-06-20\n0 new, 0 changed, 1 the same\nnothing to change\n"
    )
    dry = icccat("import", "rows.csv", "--dry-run")
    assert dry == (0, "", done.err)
    assert icccat("history").code == 1
    assert catalogue.read_bytes() == before
    rows.write_text("id,date\n")
    assert icccat("import", "rows.csv", "--yes").code == 1


def test_all_or_nothing(icccat: Icccat, catalogue: Path, rows: Path) -> None:
    """Where one cell is wrong nothing is imported; all that is wrong is told at once."""
    before = catalogue.read_bytes()
    rows.write_text(f"{ROWS},video,,soon,mdia\n")
    wrong = """\
icccat: nothing was imported:
  line 4, date: "soon" is not a date: write 2019-06-20, 2019-06 or 2019
  line 4: title: it is missing: every video needs one
  line 4, topics: there is no topic "mdia" (did you mean media?)
"""
    said = UNDERSTOOD.replace("2 rows", "3 rows")
    assert icccat("import", "rows.csv", "--yes") == (2, "", said + wrong)
    assert icccat("import", "rows.csv").err == said + wrong
    dry = icccat("import", "rows.csv", "--dry-run")
    assert (dry.code, dry.err) == (2, said + wrong)
    assert PLAN.splitlines()[0] in dry.out
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["none.csv"], "none.csv: there is no such file"),
        (["rows.csv", "--kind", "vide"], ('--kind: "vide" is not a kind of record: video, meeting, '
         "series, topic, place (did you mean video?)")),
        (["rows.csv", "--in", "xx"],
         '--in: "xx" is not a language code of ISO 639-1, such as en, fr or uk'),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("rows")
def test_refused(icccat: Icccat, words: list[str], sentence: str) -> None:
    """What cannot be meant is refused before anything is read."""
    assert icccat("import", *words) == (2, "", f"icccat: {sentence}\n")


def test_options(icccat: Icccat, catalogue: Path, rows: Path) -> None:
    """The kind, the language, the order of dates, the format and the encoding may be said."""
    rows.rename(catalogue.parent / "rows.txt")
    text = "titre;date\nÉté;01/02/2024\n"
    (catalogue.parent / "rows.txt").write_text(text, encoding="windows-1252")
    words = "--format csv --encoding windows-1252 --kind vidéo --in fr --date-order mdy --yes"
    assert icccat("import", "rows.txt", *words.split()).code == 0
    assert '[video.ete]\ntitle.fr = "Été"\ndate = 2024-01-02\n' in catalogue.read_text("utf-8")


def test_what_looks_odd(icccat: Icccat, rows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An accident is called out at the head of the plan and in the question."""
    rows.write_text("id,date\nrefugee-inclusion-short,2019-06-01\n")
    monkeypatch.setattr(sys, "stdin", Person("n\n"))
    done = icccat("import", "rows.csv")
    assert done.code == 2
    assert done.err.splitlines()[4:] == [
        (
            "look twice: a month or a year has become its first day in 1 value "
            "(video.refugee-inclusion-short date: 2019-06 → 2019-06-01)"
        ),
        "0 new, 1 changed, 0 the same",
        "Import this, although it looks odd? [y/N] icccat: nothing was changed",
    ]


NEARLY = """\
kind,title,date
video,The intercultural approach to refugee inclusions,2019-06-21
video,The intercultural approach to refugees inclusion,2019-06-22
"""
IS_IT = "Is it the same? [s]ame, [n]ew, [a]ll the rest new, [q]uit, and change nothing:"


@pytest.mark.parametrize(
    ("answers", "numbers", "asked"),
    [
        ("s\nn\ny\n", "1 new, 1 changed, 0 the same", 2),
        ("n\ns\ny\n", "1 new, 1 changed, 0 the same", 2),
        ("a\ny\n", "2 new, 0 changed, 0 the same", 1),
        ("q\n", "", 1),
        ("n\n", "", 2),
    ],
)
def test_rows_that_may_be_records(
    icccat: Icccat,
    catalogue: Path,
    rows: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    numbers: str,
    asked: int,
) -> None:
    """Of a row without an id that is like a record, a person says whether it is that record."""
    before = catalogue.read_bytes()
    rows.write_text(NEARLY)
    monkeypatch.setattr(sys, "stdin", Person(answers))
    done = icccat("import", "rows.csv")
    assert done.err.count(IS_IT) == asked
    if numbers:
        assert done.err.endswith(f"{numbers}; icccat undo takes it back\n")
        assert done.code == 0
    else:
        assert (done.code, done.out) == (2, "")
        assert done.err.endswith("icccat: nothing was changed\n")
        assert catalogue.read_bytes() == before


def test_rows_that_may_be_records_are_new_for_nobody(icccat: Icccat, rows: Path) -> None:
    """Where nobody is asked they are new, with a warning, as they are to add."""
    rows.write_text(NEARLY)
    done = icccat("import", "rows.csv", "--yes")
    assert done.code == 0
    assert done.err.count("warning: line 2: it may be video.refugee-inclusion again") == 1
    assert done.err.endswith("2 new, 0 changed, 0 the same; icccat undo takes it back\n")


def test_what_others_do_meanwhile(
    icccat: Icccat, catalogue: Path, rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another person changed elsewhere stays; in the same place, nothing is imported."""
    text = catalogue.read_text(encoding="utf-8")

    def told(old: str, new: str) -> list[str]:
        catalogue.write_text(text, encoding="utf-8")
        changed = text.replace(old, new)
        person = Person("y\n", lambda: catalogue.write_text(changed, encoding="utf-8"))
        monkeypatch.setattr(sys, "stdin", person)
        done = icccat("import", rows.name)
        if done.code:
            assert catalogue.read_text(encoding="utf-8") == changed
            assert done.code == 2
        return done.err.splitlines()[-2:]

    others = "[y/N] icccat: nothing was imported, as others changed the catalogue:"
    assert told("date = 2019-06-20", "date = 2019-06-30") == [
        f"Import this? {others}",
        (
            "video.refugee-inclusion: date was changed by someone else meanwhile: it stays "
            '"2019-06-30", and does not become "2019-06-21"'
        ),
    ]
    assert told('[topic.media]\nlabel.en = "Media"\nlabel.fr = "Médias"\n', "") == [
        f"Import this? {others}",
        'video.new-video.topics.0: there is no topic "media"',
    ]
    assert told('title.en = "Women', 'title.en = "All women')[1:] == [
        f"Import this? [y/N] {NUMBERS}; icccat undo takes it back"
    ]
    assert "All women" in catalogue.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ending", "content"),
    [*product(("csv", "tsv", "json"), ("both", "en", "fr")), ("xlsx", "both")],
)
def test_what_was_exported(icccat: Icccat, catalogue: Path, ending: str, content: str) -> None:
    """What export writes changes nothing when it comes back."""
    before = catalogue.read_bytes()
    for kind in ("video", "meeting", "topic", "series", "place"):
        file = f"{kind}.{ending}"
        words = ["-o", file, "--in", content, "--notes", "--kind", kind]
        assert icccat("export", *words).code == 0
        done = icccat("import", file, "--yes")
        assert (done.code, done.out) == (0, ""), done.err
        assert done.err.endswith("nothing to change\n")
        assert catalogue.read_bytes() == before
