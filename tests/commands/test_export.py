"""`icccat export`: what is written, in which format, and over which files it never is."""

from __future__ import annotations

import gc
import json
import os
import sys
from shlex import split
from typing import TYPE_CHECKING

import pytest

from icccat.formats import formats

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as on POSIX")

SHORT = ["--kind", "video", "--columns", "id,date,title_fr"]
ROWS = [
    "id,date,title_fr",
    "refugee-inclusion,2019-06-20,L’approche interculturelle de l’inclusion des réfugiés",
    "refugee-inclusion-short,2019-06,",
    "media-diversity,,",
]


def test_to_stdout(icccat: Icccat) -> None:
    """Without -o CSV goes to stdout, newest first, undated last, with plain line ends."""
    assert icccat("export", *SHORT) == (0, "".join(f"{row}\n" for row in ROWS), "")


def test_to_a_file(icccat: Icccat, catalogue: Path) -> None:
    """A file is CSV as a spreadsheet wants it, and a note says how many records went there."""
    assert icccat("export", "-o", "out.csv", *SHORT) == (0, "", "3 records written to out.csv\n")
    written = (catalogue.parent / "out.csv").read_bytes()
    assert written == "".join(f"{row}\r\n" for row in ROWS).encode("utf-8-sig")
    answer = icccat("export", "id:women-oslo", "--output", "one.tsv", "--columns", "id")
    assert answer.err == "1 record written to one.tsv\n"
    assert (catalogue.parent / "one.tsv").read_bytes() == b"id\nwomen-oslo\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "--columns id refugees -oslo",
            "refugee-inclusion refugee-inclusion-short policy-lab-helsinki",
        ),
        ("--columns id -refugees", "women-oslo media-diversity"),
        ("--columns id kind:topic --sort -id", "refugees media"),
        ("--columns id --kind meeting --sort start", "policy-lab-helsinki women-oslo"),
    ],
)
def test_selection(icccat: Icccat, words: str, expected: str) -> None:
    """The query, a word to leave out included, the kind and the order are those of list."""
    assert icccat("export", *split(words)).out.split() == ["id", *expected.split()]


@pytest.mark.parametrize(
    ("words", "header", "row"),
    [
        (
            "",
            (
                "id,title,title_fr,description,description_fr,date,series,part,version,version_of,"
                "audiences,topics,languages,subtitles,speakers,producer,occasion,occasion_fr,places,"
                "duration,url,documents,status,licence,supplied,source"
            ),
            (
                "refugee-inclusion,The intercultural approach to refugee inclusion,"
                "L’approche interculturelle de l’inclusion des réfugiés,,,2019-06-20,,,full,,"
                "policy makers; practitioners,refugees,,,,,,,,,https://vimeo.com/340198046,,,,,"
            ),
        ),
        (
            "--in fr --notes",
            (
                "id,title,description,date,series,part,version,version_of,audiences,topics,languages,"
                "subtitles,speakers,producer,occasion,places,duration,url,documents,status,licence,"
                "supplied,notes,source"
            ),
            (
                "refugee-inclusion,L’approche interculturelle de l’inclusion des réfugiés,,"
                "2019-06-20,,,full,,policy makers; practitioners,refugees,,,,,,,,https://vimeo.com/340198046,,,,,"
                "Ask for the subtitles.,"
            ),
        ),
        (
            "--in en",
            (
                "id,title,description,date,series,part,version,version_of,audiences,topics,languages,"
                "subtitles,speakers,producer,occasion,places,duration,url,documents,status,licence,"
                "supplied,source"
            ),
            (
                "refugee-inclusion,The intercultural approach to refugee inclusion,,2019-06-20,"
                ",,full,,policy makers; practitioners,refugees,,,,,,,,https://vimeo.com/340198046,,,,,"
            ),
        ),
    ],
)
def test_every_column(icccat: Icccat, words: str, header: str, row: str) -> None:
    """Every field of the kind; a column a language, or one; notes only where asked for."""
    answer = icccat("export", "id:refugee-inclusion", *split(words))
    assert answer == (0, f"{header}\n{row}\n", "")


@pytest.mark.parametrize("words", [[], ["--notes"]])
def test_json(icccat: Icccat, words: list[str]) -> None:
    """JSON is the envelope of --json, with the notes only where asked for."""
    answer = icccat("export", "--format", "json", "id:refugee-inclusion", *words)
    listed = json.loads(icccat("list", "--json", "id:refugee-inclusion").out)
    listed["records"][0] |= {"notes": "Ask for the subtitles."} if words else {}
    assert (answer.code, json.loads(answer.out)) == (0, listed)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("-o out.jsonl", b'{"kind": "meeting", "id": "women-oslo"'),
        ("-o out.markdown", "# Intercultural Cities\n\n*Cités interculturelles*\n".encode()),
        ("-o out.db", b"SQLite format 3\0"),
        ("-o out.sqlite3", b"SQLite format 3\0"),
        ("-o out.csv --columns title,url --for excel-fr", b"\xef\xbb\xbftitle;url\r\n"),
    ],
)
def test_other_formats(icccat: Icccat, catalogue: Path, words: str, first: bytes) -> None:
    """Each format has its endings, and a program may have a way of its own."""
    name = words.split()[1]
    assert icccat("export", *split(words)) == (0, "", f"5 records written to {name}\n")
    assert (catalogue.parent / name).read_bytes().startswith(first)
    assert gc.isenabled()


def test_a_database_for_a_person(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no text goes to no terminal, where it would only do harm."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    sentence = "icccat: sqlite is no text: give a file to write, as in -o catalogue.sqlite\n"
    assert icccat("export", "--format", "sqlite") == (2, "", sentence)


def test_for_another_program(icccat: Icccat) -> None:
    """A program that a format does not know is refused, with the nearest."""
    answer = icccat("export", "--for", "exel")
    assert answer == (2, "", "icccat: csv is not made for exel (did you mean excel?)\n")


def test_an_ending_in_capitals(icccat: Icccat, catalogue: Path) -> None:
    """The ending says the format in any case; --format goes before it."""
    assert icccat("export", "-o", "out.JSON").code == 0
    assert json.loads((catalogue.parent / "out.JSON").read_text(encoding="utf-8"))["count"] == 5
    assert icccat("export", "-o", "out.txt", "--format", "tsv", "--columns", "id").code == 0
    assert (catalogue.parent / "out.txt").read_text(encoding="utf-8").startswith("id\nwomen")


@posix
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("xyzzy -o new.csv", 1, "nothing found, so nothing is written"),
        (
            "-o new.xls",
            2,
            'the ending of "new.xls" says no format: give one with --format (xlsx)',
        ),
        (
            "-o new",
            2,
            f'the ending of "new" says no format: give one with --format ({", ".join(formats())})',
        ),
        ("--format cvs -o new.csv", 2, f'there is no format "cvs": {", ".join(formats())}'),
        (
            "--in de -o new.csv",
            2,
            "--in: 'de' is not one of 'en', 'fr', 'both'.",
        ),
        ("--columns titel -o new.csv", 2, 'there is no column "titel" (did you mean title?)'),
        ("--limit 2 -o new.csv", 2, "there is no option --limit"),
        ("-o", 2, "Option '-o' requires an argument."),
        ("refugees -o", 2, "Option '-o' requires an argument."),
        (
            "-o there.csv",
            3,
            "there.csv: nothing was written, as it is there already (--force overwrites it)",
        ),
        (
            "-o folder.csv",
            3,
            "folder.csv: nothing was written, as it is there already (--force overwrites it)",
        ),
        ("-o folder.csv --force", 3, "folder.csv: nothing was written: it is not a file"),
        (
            "-o no/such/new.csv",
            3,
            "no/such/new.csv: nothing was written: No such file or directory",
        ),
        (
            "-o catalogue.toml --format csv",
            3,
            "catalogue.toml: nothing was written: it is the catalogue itself",
        ),
        (
            "-o catalogue.toml --format csv --force",
            3,
            "catalogue.toml: nothing was written: it is the catalogue itself",
        ),
        ("-o link.csv --force", 3, "link.csv: nothing was written: it is the catalogue itself"),
    ],
)
def test_refused(icccat: Icccat, catalogue: Path, words: str, code: int, message: str) -> None:
    """Nothing is written, and every file there is stays as it was."""
    folder = catalogue.parent
    (folder / "there.csv").write_text("dear", encoding="utf-8")
    (folder / "folder.csv").mkdir()
    (folder / "link.csv").symlink_to(catalogue)
    before = catalogue.read_bytes()
    assert icccat("export", *split(words)) == (code, "", f"icccat: {message}\n")
    assert sorted(path.name for path in folder.iterdir()) == [
        "catalogue.toml",
        "folder.csv",
        "link.csv",
        "there.csv",
    ]
    assert (folder / "there.csv").read_text(encoding="utf-8") == "dear"
    assert catalogue.read_bytes() == before


@posix
def test_force(icccat: Icccat, catalogue: Path) -> None:
    """With --force a file is overwritten, a FIFO is not."""
    (catalogue.parent / "there.csv").write_text("old", encoding="utf-8")
    assert icccat("export", "--columns", "id", "--force", "-o", "there.csv").code == 0
    assert (catalogue.parent / "there.csv").read_text(encoding="utf-8-sig").startswith("id\n")
    os.mkfifo(catalogue.parent / "pipe.csv")
    answer = icccat("export", "--force", "-o", "pipe.csv")
    assert answer == (3, "", "icccat: pipe.csv: nothing was written: it is not a file\n")


def test_notes_are_not_a_column_by_mistake(icccat: Icccat) -> None:
    """A column of internal notes needs --notes too."""
    refused = (2, "", "icccat: notes are internal: they leave only with --notes\n")
    assert icccat("export", "--columns", "id,notes") == refused
    exported = icccat("export", "inclusion", "date:2019-06-20", "--columns", "notes", "--notes")
    assert exported.out == 'notes\nAsk for the subtitles.\n""\n'


def test_records_that_a_format_cannot_hold(icccat: Icccat, catalogue: Path) -> None:
    """They are left out, and their number is told."""
    answer = icccat("export", "-o", "all.ics")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        "2 records written to all.ics\n3 records are left out: ics holds meetings only\n"
    )
    assert (catalogue.parent / "all.ics").read_bytes().count(b"BEGIN:VEVENT") == 2
    assert icccat("export", "refugees", "--kind", "topic", "--format", "ris") == (
        1,
        "",
        "icccat: 1 record is left out: ris holds videos, meetings only\nso nothing is written\n",
    )


@pytest.mark.parametrize("format_", ["json", "ndjson"])
def test_columns_of_json(icccat: Icccat, format_: str) -> None:
    """Of the fields there are those that the columns are made of, with the kind and the id."""
    answer = icccat("export", "id:women-oslo", "--format", format_, "--columns", "title_fr,year")
    row = json.loads(answer.out)
    assert (row["records"][0] if format_ == "json" else row) == {
        "kind": "meeting",
        "id": "women-oslo",
        "title": {"en": "Women and integration"},
        "start": "2021",
    }
