"""What tests of every room share."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest
from hypothesis import settings

from icccat import cli, locale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

for entry in cli.COMMANDS.values():  # what they say of themselves is put into words only once
    import_module(f"icccat.commands.{entry.module}")

settings.register_profile("icccat", deadline=None, max_examples=40)  # no test fails on time
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("icccat")

CATALOGUE = """\
# A small catalogue, for tests.
# The staff's own words, kept.
[catalogue]
title.en = "Intercultural Cities"
title.fr = "Cités interculturelles"

[topic.media]
label.en = "Media"
label.fr = "Médias"

[topic.refugees]
label.en = "Refugees"
label.fr = "Réfugiés"
also = ["asylum seekers"]

[place."Helsinki, FI"]
also = ["Helsingfors"]

[series.policy-lab]
title.en = "Policy labs"
since = "2017-11"

[video.media-diversity]
title.en = "Media and diversity"
topics = ["media"]

[video.refugee-inclusion]
title.en = "The intercultural approach to refugee inclusion"
title.fr = "L’approche interculturelle de l’inclusion des réfugiés"
date = 2019-06-20
version = "full"
audiences = ["policy makers", "practitioners"]
topics = ["refugees"]
url = "https://vimeo.com/340198046"
notes = "Ask for the subtitles."

[video.refugee-inclusion-short]
title = "Refugee inclusion, in short" # as on Vimeo
date = "2019-06"
version = "short"
version_of = "refugee-inclusion"
topics = ["refugees"]
url = "https://vimeo.com/340198047"

# Two days, with the ministry.
[meeting.policy-lab-helsinki]
title.en = "Inclusive Integration Policy Lab, third meeting"
type = "policy lab"
series = "policy-lab"
number = 3
start = 2019-05-28
end = 2019-05-29
places = ["Helsinki, FI"]
topics = ["refugees"]
recordings = ["refugee-inclusion-short"]
[[meeting.policy-lab-helsinki.documents]]
title = "Report of the meeting"
url = "https://rm.coe.int/report"
type = "report"

[meeting.women-oslo]
title.en = "Women and integration"
start = "2021"
places = ["Oslo, NO"]
topics = ["media"]
"""


class Answer(NamedTuple):
    """What a run of the program gave back."""

    code: int
    out: str
    err: str


class Icccat(Protocol):
    """`icccat WORDS…`, in this process."""

    def __call__(self, *words: str) -> Answer:
        """Run it with these words."""


class Process(Protocol):
    """A command of the shell, with `icccat` as a process of its own."""

    def __call__(self, command: str, **environment: str) -> Answer:
        """Run it with nothing in the environment but this."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person accept what the program makes now as what is expected."""
    parser.addoption(
        "--refresh",
        action="store_true",
        help="write the expected files anew instead of comparing",
    )


@pytest.fixture
def refresh(pytestconfig: pytest.Config) -> bool:
    """Whether expected files are to be written anew instead of compared."""
    return bool(pytestconfig.getoption("refresh"))


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The file of a small catalogue, alone in its folder."""
    path = tmp_path / "catalogue.toml"
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the index, away from the catalogue."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def icccat(
    catalogue: Path,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Icccat]:
    """Runs the program in the small catalogue's folder, in English, its answer in a pipe."""
    monkeypatch.chdir(catalogue.parent)
    for name in ("ICCCAT_CATALOGUE", "ICCCAT_LANG", "ICCCAT_PLAIN", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"LC_ALL": "C.UTF-8", "TERM": "xterm", "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(catalogue.parent / "configuration"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))

    def run(*words: str) -> Answer:
        code = cli.run(words)
        return Answer(code, *capsys.readouterr())

    yield run
    locale.use("en")


@pytest.fixture
def process(catalogue: Path, cache: Path) -> Process:
    """Runs a command of the shell in the small catalogue's folder, `icccat` being the program.

    The exit code is that of the first process of the command.
    """

    def run(command: str, **environment: str) -> Answer:
        program = f"icccat() {{ '{sys.executable}' -m icccat \"$@\"; }}"
        done = subprocess.run(
            ["bash", "-c", f"{program}; {command}; exit ${{PIPESTATUS[0]}}"],
            cwd=catalogue.parent,
            env=bare() | {"XDG_CACHE_HOME": str(cache)} | environment,
            capture_output=True,
            check=False,
            timeout=30,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def bare() -> dict[str, str]:
    """An environment with nothing in it but what finds programs and counts branches."""
    return {
        name: value
        for name, value in os.environ.items()
        if name == "PATH" or name.startswith("COVERAGE")
    }
