"""Bare `icccat`: what there is, what came last, what needs a look, what to do next."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

NEXT = """\
icccat search WORDS    find records
icccat show ID         show one, whole
icccat add video       add one (icccat --help: all commands)
"""


def test_home(icccat: Icccat) -> None:
    """The title, how many records of each kind, the latest three, three useful commands."""
    assert icccat("--plain") == (
        0,
        """\
Intercultural Cities (catalogue.toml)
3 videos, 2 meetings, 1 series, 2 topics, 1 place

date: 2021
title: Women and integration
id: women-oslo
places: Oslo, NO

date: 2019-06-20
title: The intercultural approach to refugee inclusion
id: refugee-inclusion

date: 2019-06
title: Refugee inclusion, in short
id: refugee-inclusion-short
""",
        f"3 of 5\n\n{NEXT}",
    )


def test_in_french(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalogue's French title, and the words of its kinds in French."""
    monkeypatch.setenv("ICCCAT_LANG", "fr")
    assert icccat().out.splitlines()[:2] == [
        "Cités interculturelles (catalogue.toml)",
        "3 vidéos, 2 réunions, 1 série, 2 thèmes, 1 lieu",
    ]


def test_problems(icccat: Icccat, catalogue: Path) -> None:
    """How many references lead nowhere, and how many values could not be read."""
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace('topics = ["media"]', 'topics = ["medio"]'), encoding="utf-8")
    lost = "references lead to no record: icccat check says where\n"
    assert icccat().err == f"\n2 {lost}{NEXT}"
    catalogue.write_text(text.replace("2021", "2021-13"), encoding="utf-8")
    note = "1 value could not be read: icccat check says where\n"
    assert icccat().err == f"{note}\n{NEXT}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# nothing\n", "A catalogue"),
        ('[catalogue]\ntitle.de = "Städte"\n[topic]\n', "Städte"),
        ('[catalogue]\ntitle = "Cities"\n', "Cities"),
    ],
)
def test_an_empty_catalogue(icccat: Icccat, catalogue: Path, text: str, title: str) -> None:
    """Without records there is no table; the title is what there is of one."""
    catalogue.write_text(text, encoding="utf-8")
    assert icccat() == (0, f"{title} (catalogue.toml)\n0 videos, 0 meetings\n", f"\n{NEXT}")


def test_nothing_is_parsed(icccat: Icccat, catalogue: Path) -> None:
    """On an index that is current the home page reads no TOML."""
    script = (
        "import sys; from icccat import cli; cli.run([]);"
        " print(sorted({'tomli', 'icccat.catalogue.catalogue'} & set(sys.modules)))"
    )
    os.utime(catalogue, (0, 0))  # a file that has just changed is read once more
    assert icccat("list").code == 0
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_json(icccat: Icccat) -> None:
    """The latest three in the envelope."""
    answer = json.loads(icccat("--json").out)
    ids = [record["id"] for record in answer.pop("records")]
    assert ids == ["women-oslo", "refugee-inclusion", "refugee-inclusion-short"]
    assert answer == {"schema": "icccat/1", "type": "records", "count": 3, "total": 5}
