"""Which language is spoken: the first wish that names one, in the order that people are told."""

from __future__ import annotations

import ctypes
import shlex
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from icccat.locale.choice import chosen

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Process


def spoken(words: str, tmp_path: Path, configured: str | None = None, **environment: str) -> str:
    """The language of a command, in an environment, beside a configuration file."""
    file = tmp_path / "icccat.toml"
    if configured is not None:
        file.write_text(configured, encoding="utf-8")
    return chosen(words.split(), environment, lambda: file)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("list --lang fr", "fr"),
        ("--lang=fr list", "fr"),
        ("--lang en list --lang fr", "fr"),
        ("list -- --lang fr", "en"),
        ("list --lang", "en"),
        ("list --lang=", "en"),
        ("list --lang de", "en"),
        ("list --language fr", "en"),
        ("", "en"),
    ],
)
def test_option(words: str, expected: str, tmp_path: Path) -> None:
    """The last --lang before `--` counts, however it is written."""
    assert spoken(words, tmp_path) == expected


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        ('language = "fr"', "fr"),
        ("catalogue = \"/home/ana/icc.toml\"\nlanguage='fr' # mine", "fr"),
        ('language = "FR"\r\n', "fr"),
        ('language = "de"', "en"),
        ("language = fr", "en"),
        ('# language = "fr"', "en"),
        ('catalogue = "language"', "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_configuration(configured: str | None, expected: str, tmp_path: Path) -> None:
    """The key `language` of the configuration file, where there is one."""
    assert spoken("list", tmp_path, configured) == expected


def test_no_configuration(tmp_path: Path) -> None:
    """A file that cannot be read says nothing, nor does none."""
    assert chosen([], {}, lambda: tmp_path) == "en"
    assert chosen([], {"LANG": "fr_FR.UTF-8"}) == "fr"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr-CH"}, "fr"),
        ({"LANG": "fr@euro"}, "fr"),
        ({"LANG": "fry_NL"}, "en"),  # West Frisian
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "de_DE", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_BE", "LANG": "de_DE"}, "fr"),
        ({"LC_TIME": "fr_FR"}, "en"),
    ],
)
def test_locale(environment: dict[str, str], expected: str, tmp_path: Path) -> None:
    """The first variable of the locale that is set decides, by its language alone."""
    assert spoken("list", tmp_path, **environment) == expected


def test_order(tmp_path: Path) -> None:
    """Each wish counts over all that come after it; one that names no language is passed over."""
    french, english = 'language = "fr"', 'language = "en"'
    assert spoken("--lang fr", tmp_path, english, ICCCAT_LANG="en", LANG="en_GB") == "fr"
    assert spoken("--lang en", tmp_path, french, ICCCAT_LANG="fr", LANG="fr_FR") == "en"
    assert spoken("", tmp_path, english, ICCCAT_LANG="fr", LANG="en_GB") == "fr"
    assert spoken("", tmp_path, french, ICCCAT_LANG="en", LANG="fr_FR") == "en"
    assert spoken("", tmp_path, french, LANG="en_GB") == "fr"
    assert spoken("", tmp_path, english, LANG="fr_FR") == "en"
    assert spoken("--lang de", tmp_path, english, ICCCAT_LANG="fr") == "fr"
    assert spoken("", tmp_path, french, ICCCAT_LANG="de", LANG="en_GB") == "fr"


@pytest.mark.parametrize(
    ("number", "environment", "expected"),
    [
        (0x040C, {}, "fr"),  # French, France
        (0x100C, {}, "fr"),  # French, Switzerland
        (0x0809, {}, "en"),
        (0x0407, {}, "en"),
        (0x040C, {"LANG": "en_GB.UTF-8"}, "en"),
        (0x0809, {"ICCCAT_LANG": "fr"}, "fr"),
    ],
)
def test_windows(
    number: int, environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows the language of its windows, where nothing else says one."""
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert chosen([], environment) == expected


def test_of_the_program(process: Process, catalogue: Path) -> None:
    """The program speaks the language that its configuration says, from its first word on."""
    folder = catalogue.parent / "settings" / "icccat"
    folder.mkdir(parents=True)
    (folder / "icccat.toml").write_text('language = "fr"\n', encoding="utf-8")
    settings = {"XDG_CONFIG_HOME": str(folder.parent), "LANG": "en_GB.UTF-8"}
    french, english = "icccat: aucun résultat\n", "icccat: nothing found\n"
    assert process("icccat list qqqq", **settings).err == french
    assert process("icccat list qqqq --lang en", **settings).err == english
    assert process("icccat list qqqq", **settings, ICCCAT_LANG="en").err == english


def test_remembering_keeps_the_language(process: Process, catalogue: Path) -> None:
    """A configuration that says a language says it still after a catalogue is remembered."""
    file = catalogue.parent / "settings" / "icccat" / "icccat.toml"
    file.parent.mkdir(parents=True)
    file.write_text('language = "fr"\n', encoding="utf-8")
    settings = {"XDG_CONFIG_HOME": str(catalogue.parent / "settings")}
    for _time in range(2):
        assert process("icccat where --remember", **settings).code == 0
        text = file.read_text(encoding="utf-8")
        assert text == f'catalogue = "{catalogue}"\nlanguage = "fr"\n'


WATCHED = """
import sys
before = {*sys.modules}
sys.addaudithook(lambda event, what: event == "open" and print(what[0], file=sys.stderr))
from icccat.cli import run
run(["--version"])
print(*sys.modules.keys() - before, sep="\\n", file=sys.stderr)
"""


@pytest.mark.parametrize(("language", "reads"), [("en", 0), ("fr", 1)])
def test_what_starting_reads(process: Process, language: str, reads: int) -> None:
    """Only in French is a catalogue of messages read, once; in neither language anything slow."""
    answer = process(f"{shlex.quote(sys.executable)} -c '{WATCHED}'", LANG=language)
    seen = answer.err.splitlines()
    assert sum(line.endswith(".mo") for line in seen) == reads
    slow = {"tomli", "tomllib", "ctypes", "babel", "rich"}
    assert not slow & set(seen)
    assert answer.out.startswith("icccat ")
