"""The spreadsheet as a second door: out, saved by a real spreadsheet, and in again."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from icccat.records.kinds import KINDS

if TYPE_CHECKING:
    from conftest import Icccat

SHIPPED = Path(__file__).parent.parent / "data" / "catalogue.toml"
RECORDS = 249
SAVED_AS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods"}
office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture
def shipped(catalogue: Path) -> Path:
    """The shipped catalogue, in the place of the small one."""
    catalogue.write_bytes(SHIPPED.read_bytes())
    return catalogue


def saved_again(path: Path, ending: str) -> Path:
    """The file as LibreOffice saves it, in a folder beside it."""
    folder = path.parent / "saved"
    command = [
        *("soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless"),
        *("--convert-to", SAVED_AS[ending], "--outdir", str(folder), str(path)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{ending}"


@office
@pytest.mark.parametrize("ending", SAVED_AS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_workbook_that_a_spreadsheet_saved(
    icccat: Icccat, shipped: Path, language: str, ending: str
) -> None:
    """The whole shipped catalogue comes back from LibreOffice without a change."""
    before = shipped.read_bytes()
    kinds = f"kind:{','.join(KINDS)}"
    assert icccat("export", kinds, "-o", "all.xlsx", "--lang", language).code == 0
    saved = saved_again(shipped.parent / "all.xlsx", ending)
    answer = icccat("import", str(saved))
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.endswith(f"0 new, 0 changed, {RECORDS} the same\nnothing to change\n")
    assert shipped.read_bytes() == before


def test_one_cell_edited_in_a_french_csv(icccat: Icccat, shipped: Path) -> None:
    """Of all videos in CSV as Excel reads it in French, the one edited cell is the one change."""
    before = shipped.read_bytes()
    icccat("export", "kind:video", "-o", "videos.csv", "--for", "excel-fr")
    path = shipped.parent / "videos.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        heading, *rows = csv.reader(stream, delimiter=";")
    [row] = [row for row in rows if row[0] == "debate-hate-speech-fake-news"]
    row[heading.index("occasion_fr")] = "43e session du Congrès ; « été »"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows([heading, *rows])
    answer = icccat("import", "videos.csv", "--yes")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "video.debate-hate-speech-fake-news (line 6)",
        "  occasion.fr: + 43e session du Congrès ; « été »",
    ]
    assert answer.err.endswith("0 new, 1 changed, 52 the same; icccat undo takes it back\n")
    assert icccat("undo").code == 0
    assert shipped.read_bytes() == before
