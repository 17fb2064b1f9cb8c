"""In real terminals of many widths and encodings: all fits, and nothing fails or is cut."""
# ruff: noqa: RUF001 -- a colon of Chinese

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING, Protocol

import pexpect
import pytest
from builders import SHIPPED
from conftest import bare

from icccat.terminal.safe import width
from icccat.terminal.wrapping import pieces

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

ESCAPES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m")
HARD = """
[video.hard-arabic]
title.en = "مدن (2026): مقدمة"
date = 2031-01-03
[video.hard-chinese]
title.en = "跨文化城市：多样性的优势与地方政策实践经验交流会议报告以及各城市代表的讨论纪要"
date = 2031-01-02
[video.hard-pictures]
title.en = "Family 👨‍👩‍👧‍👦, flag 🇫🇷, heart ❤️, thumbs 👍🏽 and Ma\u0301laga"
date = 2031-01-01
"""
ADD = (
    "add meeting --yes --title 'Meeting of the coordinators of intercultural cities in Europe'"
    " --title-fr 'Réunion des coordinateurs et coordinatrices des cités interculturelles'"
    " --start 2030-05-06 --type 'policy lab' --place 'Reggio Emilia, IT' --place 'Limassol, CY'"
    " --topic refugees --url https://www.coe.int/en/web/interculturalcities/-/a-page-of-its-own"
)


class See(Protocol):
    """What a terminal of so many columns shows of `icccat WORDS`, and the exit code."""

    def __call__(self, words: str, columns: int = 80, /, **environment: str) -> tuple[str, int]:
        """Run it."""


@pytest.fixture
def see(tmp_path: Path) -> See:
    """Runs the program on a copy of the shipped catalogue, with what is hard to show."""
    path = tmp_path / "catalogue.toml"
    shutil.copy(SHIPPED, path)
    path.write_text(f"{path.read_text(encoding='utf-8')}{HARD}", encoding="utf-8")

    def run(words: str, columns: int = 80, /, **environment: str) -> tuple[str, int]:
        usual = {"TERM": "xterm", "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(tmp_path / "cache")}
        child = pexpect.spawn(
            "bash",
            ["-c", f"exec '{sys.executable}' -m icccat {words}"],
            cwd=str(tmp_path),
            env=bare() | usual | environment,
            encoding=environment.get("PYTHONIOENCODING", "utf-8"),
            dimensions=(50, columns),
            timeout=20,
        )
        child.expect(pexpect.EOF)
        child.close()
        text = re.sub(r"[^\n]*\r", "", str(child.before).replace("\r\n", "\n"))
        return text, int(child.exitstatus or 0)  # without what showed how far it was

    return run


def assert_fits(text: str, columns: int) -> None:
    """No line is wider than the terminal, but one of a single word."""
    lines = ESCAPES.sub("", text).splitlines()
    assert [one for one in lines if width(one.rstrip()) > columns and len(pieces(one)) > 1] == []
    assert "Traceback" not in text


@pytest.mark.parametrize(
    ("columns", "environment"),
    [
        (40, {"ICCCAT_LANG": "fr", "ICCCAT_THEME": "light"}),
        (80, {"TERM": "dumb"}),
    ],
)
def test_commands_fit(see: See, columns: int, environment: dict[str, str]) -> None:
    """The home page, `list`, `search`, `show`, `add` and `check` fit the terminal."""
    for words in ("", "list date:2031 OR date:2026", "search intercultural cities", ADD, "check"):
        text, code = see(words, columns, **environment)
        assert_fits(text, columns)
        assert code == 0
    shown, _code = see("show meeting-coordinators", columns, **environment)
    assert_fits(shown, columns)
    plain = re.sub(r"\s+", " ", ESCAPES.sub("", shown))
    assert "Meeting of the coordinators of intercultural cities in Europe" in plain
    assert "https://www.coe.int/en/web/interculturalcities/-/a-page-of-its-own" in re.sub(
        r"\s", "", plain
    )


def test_hard_to_show(see: See) -> None:
    """Wide letters and pictures leave the columns where they are; Arabic is set apart."""
    text, _code = see("list date:2031 --columns title,id", 80)
    lines = [line.rstrip() for line in ESCAPES.sub("", text).splitlines()]
    assert lines[1:] == [
        "\u2068مدن (2026): مقدمة\u2069",
        "hard-arabic",
        "跨文化城市：多样性的优势与地方政策实践经验交流会议报告以及各城市代表的讨论纪要",
        "hard-chinese",
        "Family 👨‍👩‍👧‍👦, flag 🇫🇷, heart ❤️, thumbs 👍🏽 and Ma\u0301laga",
        "hard-pictures",
        f"3 of {lines[-1].rpartition(' ')[2]}",
    ]


@pytest.mark.parametrize(
    ("environment", "title"),
    [
        (
            {"PYTHONIOENCODING": "cp1252"},
            "Rencontres «\xa0Lódz\xa0» de l’été…",
        ),
        (
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            'Rencontres " Lodz " de l\'ete...',
        ),
    ],
)
def test_encodings(see: See, environment: dict[str, str], title: str) -> None:
    """Letters and signs that the terminal lacks are there as others; nothing fails."""
    words = "add video --lang fr --yes --date 2032 --title 'Rencontres «\xa0Łódź\xa0» de l’été…'"
    text, code = see(words, 80, PYTHONUTF8="1")
    assert code == 0
    shown, code = see("list date:2031.. --lang fr --columns title,date", 80, **environment)
    assert (code, title in ESCAPES.sub("", shown)) == (0, True)
    helped, code = see("--help --lang fr", 80, **environment)
    assert (code, "Traceback" in text + helped) == (0, False)


def test_a_theme_that_is_not_there(see: See) -> None:
    """It is refused in a terminal that draws."""
    text, code = see("list", ICCCAT_THEME="drak")
    themes = '"drak" is not one of: dark, light, contrast (did you mean\n  dark?)\n'
    assert (text, code) == (f"icccat: ICCCAT_THEME: {themes}", 2)
