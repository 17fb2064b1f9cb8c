"""What a shell is told of each thing that may be typed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from icccat.__main__ import ASKED, main
from icccat.cli import COMMANDS
from icccat.completion.answer import answer
from icccat.completion.candidate import Candidate
from icccat.completion.catalogue import Catalogue
from icccat.completion.quoting import Word
from icccat.completion.shells import SHELLS, WORDS
from icccat.formats import formats
from icccat.formats.incoming import readers
from icccat.records.kinds import KINDS, every_field
from icccat.records.standards import countries, languages
from icccat.search.fields import all_fields

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat, Process

VIDEOS = [
    "media-diversity\tMedia and diversity",
    "refugee-inclusion\tThe intercultural approach to refugee inclusion",
    "refugee-inclusion-short\tRefugee inclusion, in short",
]


class Answers(Protocol):
    """What zsh is offered for the words of a line, the last as it is typed."""

    def __call__(self, line: str) -> list[str]:
        """The lines of the answer, without the first."""


@pytest.fixture
def answers(icccat: Icccat) -> Answers:
    """Asks in the folder of the small catalogue, in English."""
    del icccat  # its folder and environment are what is wanted

    def ask(line: str) -> list[str]:
        first, *lines = answer(["zsh", *line.split(" ")], os.environ).decode().splitlines()
        assert first == "words"
        return lines

    return ask


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("sho", ["show\tShow one record, whole."]),
        ("--lang fr sho", ["show\tMontrer une fiche entière."]),
        ("add m", ["meeting\tmeeting"]),
        ("add video x", []),
        ("list --kind v", ["video\tvideo"]),
        ("list --kind=v", ["--kind=video\tvideo"]),
        ("--lang ", ["en", "fr"]),
        ("list --columns title,da", ["title,date\tdate"]),
        ("list --sort -da", ["-date\tdate"]),
        ("list --count city", ["city\tcity"]),
        ("list --limit ", []),
        ("export --in ", ["en", "fr", "both"]),
        ("export --format xl", ["xlsx"]),
        ("export --for excel", ["excel", "excel-fr"]),
        ("export --format md --for ", []),
        ("import --date-order d", ["dmy"]),
        ("import --in uk", ["uk\tUkrainian"]),
        ("import --format cs", ["csv"]),
        ("check --format g", ["github"]),
        ("completion ", ["bash", "zsh", "fish", "powershell"]),
        ("completion bash ", []),
        ("undo ", []),
        ("nonsense ", []),
        ("nonsense --pl", ["--plain\tNo boxes, no colour, a label a line: for screen readers."]),
        ("show --op", ["--open\tOpen its link in the browser."]),
        (
            "add video --subt",
            ["--subtitle\tlanguages of the subtitles (as in fr)"],
        ),
        ("list -- --k", []),
    ],
)  # fmt: skip
def test_what_is_declared(answers: Answers, line: str, offered: list[str]) -> None:
    """Commands, options, and the values of closed lists, each with its help or label."""
    assert answers(line) == offered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("show women", ["women-oslo\tWomen and integration"]),
        ("show WOMEN", ["women-oslo\tWomen and integration"]),
        ("show oslo", ["women-oslo\tWomen and integration"]),
        (
            "show helsinki",
            [
                "Helsinki, FI",
                "policy-lab-helsinki\tInclusive Integration Policy Lab, third meeting",
            ],
        ),
        ("show women-oslo ", []),
        ("show xyzzy", []),
        ("show %", []),
        ("similar media", [VIDEOS[0]]),
        ("edit women", ["women-oslo\tWomen and integration"]),
        ("remove women-oslo media-", [VIDEOS[0]]),
        ("history women", ["women-oslo\tWomen and integration"]),
        ("history --restore women", ["women-oslo@\tWomen and integration"]),
        ("add video --copy ", VIDEOS),
        ("add video --version-of ref", VIDEOS[1:]),
        ("add video --topic ref", ["refugees\tRefugees"]),
        ("--lang fr add video --topic ref", ["refugees\tRéfugiés"]),
        ("add video --series=pol", ["--series=policy-lab\tPolicy labs"]),
        ("add video --place ", ["Helsinki, FI", "Oslo, NO"]),
        ("add video --version ", ["full", "short", "trailer"]),
        ("add video --audience pol", ["policy makers"]),
        ("add video --language uk", ["uk\tUkrainian"]),
        ("add video --supplied ", ["true", "false"]),
        ("add video --title M", []),
        ("add video --set topics=med", ["topics=media\tMedia"]),
        ("add video --set dura", ["duration=\tduration"]),
        ("edit women-oslo sta", ["start=\tstart", "status=\tstatus"]),
        ("edit women-oslo title", ["title=\ttitle", "title.en=\ttitle (en)",
                                   "title.fr=\ttitle (fr)"]),
        ("edit women-oslo i", ["id=\tid"]),
        ("edit women-oslo topics+=ref", ["topics+=refugees\tRefugees"]),
        ("edit women-oslo status=", ["status=planned", "status=held", "status=postponed",
                                     "status=cancelled"]),
        ("edit women-oslo date=", []),
        ("edit women-oslo title.fr=", []),
        ("edit nobody dur", ["duration=\tduration"]),
        ("edit refugee pa", ["part=\tpart", "participants=\tparticipants",
                             "participant_count=\tnumber of participants"]),
        ("edit refugee-inclusion pa", ["part=\tpart"]),
        ("edit --all stat", ["status=\tstatus"]),
        ("edit --where topic:ref", ["topic:refugees\tRefugees"]),
    ],
)  # fmt: skip
def test_what_the_catalogue_holds(answers: Answers, line: str, offered: list[str]) -> None:
    """Ids by their beginning or a word in them, with titles; fields and values of records."""
    assert answers(line) == offered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("search topic:ref", ["topic:refugees\tRefugees"]),
        ("search -topic:ref", ["-topic:refugees\tRefugees"]),
        ("search (topic:media,ref", ["(topic:media,refugees\tRefugees"]),
        ("search THÈME:ref", ["THÈME:refugees\tRefugees"]),
        ("search ser", ["series:\tseries"]),
        ("search vil", ["ville:\tcity"]),
        ("search perso", ["person:\tperson:Medina"]),
        ("list kind:vi", ["kind:video\tvideo"]),
        ("export type:policy", ["type:policy-lab"]),
        ("search type:coord", ["type:coordinators-meeting"]),
        ("search place:", ["place:helsinki-fi", "place:oslo-no"]),
        ("search city:", ["city:Helsinki\tHelsinki, FI", "city:Oslo\tOslo, NO"]),
        ("search country:", ["country:FI\tFinland", "country:NO\tNorway"]),
        ("search id:women", ["id:women-oslo\tWomen and integration"]),
        ("search has:rep", ["has:report"]),
        ("search missing:ur", ["missing:url\tlink"]),
        ("search saved:", ["saved:lab\tseries:policy-lab"]),
        ("search status:p", ["status:planned", "status:published", "status:postponed"]),
        ("search date:", []),
        ("search person:", []),
        ("search nonsense:x", []),
        ("search xyzzy", []),
    ],
)
def test_queries(answers: Answers, icccat: Icccat, line: str, offered: list[str]) -> None:
    """Fields in either language, and their values as a query takes them without quotes."""
    assert icccat("search", "series:policy-lab", "--save", "lab").code == 0
    assert answers(line) == offered
    query = [one.partition("\t")[0].lstrip("(") for one in offered if ":" in one]
    words = [one for one in query if not one.endswith(":")]
    assert [one for one in words if icccat("list", one).code > 1] == []


def test_a_country_alone(answers: Answers, catalogue: Path) -> None:
    """A place that is a country is no city."""
    text = '[video.a]\ntitle = "A"\nplaces = ["FI"]\n'
    catalogue.write_text(text, encoding="utf-8")
    assert (answers("search city:"), answers("search country:")) == ([], ["country:FI\tFinland"])


def test_where(icccat: Icccat) -> None:
    """The query of --where is one word, of which the last term is completed."""
    del icccat
    words = ["zsh", "edit", "--where", "'kind:video topic:ref"]
    assert answer(words, os.environ).decode() == "words\nkind:video topic:refugees\tRefugees\n"


def test_a_list_in_one_word(icccat: Icccat) -> None:
    """The values of a list stand in one word, of which the last is completed."""
    del icccat
    words = ["zsh", "edit", "women-oslo", "topics=media;\\ ref"]
    assert answer(words, os.environ).decode() == "words\ntopics=media; refugees\tRefugees\n"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("", len(COMMANDS)),
        ("add ", len(KINDS)),
        ("show ", 9),
        ("search ", len(set(all_fields().values()))),
        ("add video --language ", len(languages())),
        ("export --format ", len(formats())),
        ("import --format ", len(readers())),
        ("edit women-oslo ", len(KINDS["meeting"].fields) + 11),
    ],
)
def test_nothing_typed(answers: Answers, line: str, number: int) -> None:
    """Where nothing is typed all that may stand there is offered, once."""
    assert len(answers(line)) == len(set(answers(line))) == number


@pytest.mark.parametrize(
    "line",
    ["import ca", "merge ", "init x", "demo ", "export -o x", "--catalogue=x", "--catalogue "],
)
def test_files(icccat: Icccat, line: str) -> None:
    """Where a file belongs the shell offers its own."""
    del icccat
    assert answer(["zsh", *line.split(" ")], os.environ) == b"files\n"


@pytest.mark.parametrize(
    ("shell", "asked", "lines"),
    [
        ("bash", ["icccat show women", "=:"], ["women-oslo "]),
        ("bash", ["icccat search topic:ref", "=:"], ["refugees "]),
        ("bash", ["icccat search topic:ref", ""], ["topic:refugees "]),
        ("bash", ["icccat search seri", "=:"], ["series:"]),
        ("bash", ["icccat add video --place Os", "=:"], ["Oslo,\\ NO "]),
        ("bash", ["icccat add video --place 'Os", "=:"], ["Oslo, NO"]),
        ("bash", ["icccat add video --place=Os", "=:"], ["Oslo,\\ NO "]),
        ("bash", ["icccat show oslo", "=:"], ["women-oslo "]),
        ("bash", ["icccat show helsinki", "=:"], ["Helsinki,\\ FI ", "policy-lab-helsinki "]),
        (
            "bash",
            ["icccat show inclusion", "=:"],
            ["refugee-inclusion ", "refugee-inclusion-short "],
        ),
        ("bash", ["icccat --lang ", "=:"], ["en ", "fr "]),
        ("bash", ["", "=:"], [f"{name} " for name in COMMANDS]),
        ("bash", [], [f"{name} " for name in COMMANDS]),
        ("zsh", [], None),
        ("fish", ["show", "women"], ["women-oslo\tWomen and integration"]),
        ("fish", ["add", "video", "--place", "'Oslo, "], ["Oslo, NO"]),
        ("tcsh", ["show", "women"], []),
    ],
)
def test_shells(icccat: Icccat, shell: str, asked: list[str], lines: list[str] | None) -> None:
    """Bash gives a line and takes quoted words; others give words, and take hints too."""
    del icccat
    found = answer([shell, *asked], os.environ).decode().splitlines()[1:]
    assert found == lines or (lines is None and len(found) == len(COMMANDS))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("show\nwomen", ["women-oslo\twomen-oslo\tWomen and integration"]),
        ("add\nvideo\n--place\nOs", ["'Oslo, NO'\tOslo, NO\tOslo, NO"]),
        ("add\nv", ["video\tvideo\tvideo"]),
    ],
)
def test_powershell(icccat: Icccat, words: str, lines: list[str]) -> None:
    """PowerShell asks by a variable, and takes each word quoted, as it is listed, and a hint."""
    del icccat
    found = answer(["powershell"], {**os.environ, WORDS: words}).decode().splitlines()
    assert found == ["words", *lines]


def test_what_bash_would_put_in_place() -> None:
    """Of several words with a beginning in common, but not what is typed, bash is told nothing."""
    found = [Candidate("lab-oslo-x"), Candidate("lab-paris-x")]
    assert SHELLS["bash"].writes(found, Word("x")) == []
    assert SHELLS["bash"].writes([*found, Candidate("x")], Word("x")) == [
        "lab-oslo-x ",
        "lab-paris-x ",
        "x ",
    ]


def test_no_shell() -> None:
    """Who does not say which shell it is gets nothing."""
    assert answer([], {}) == b""


def test_other_names(answers: Answers, catalogue: Path) -> None:
    """What could trick a terminal is never a word, and shown as such in a hint; else ids are."""
    text = (
        '[topic."evil\\u001b[31m"]\nlabel = "x"\n[topic."évora b\'c"]\nlabel = "Réd\\u001b[31m"\n'
        '[topic.bare]\nlabel = "bare"\n'
    )
    catalogue.write_text(text, encoding="utf-8")
    assert answers("show ") == ["bare", "évora b'c\tRéd␛[31m"]
    assert answers("show evora") == []
    assert answer(["bash", "icccat show é", "=:"], os.environ).decode() == (
        "words\névora\\ b\\'c \n"
    )


@pytest.mark.parametrize(
    ("text", "offered"),
    [("", []), ("[video", []), ("[topic.a]\nlabel = 1\n[topic.b]\nlabel = 'B'\n", ["a", "b\tB"])],
)
def test_a_broken_catalogue(
    answers: Answers, catalogue: Path, text: str, offered: list[str]
) -> None:
    """What can be read is offered, and nothing is said of the rest."""
    catalogue.write_text(text, encoding="utf-8")
    assert answers("show ") == offered


@pytest.mark.parametrize(
    "line", ["show ", "similar x", "edit x topics=", "edit x", "search saved:"]
)
def test_no_catalogue(answers: Answers, catalogue: Path, line: str) -> None:
    """Without a catalogue nothing of it is offered."""
    catalogue.unlink()
    assert answers(line) == []


def test_what_needs_no_catalogue(answers: Answers, catalogue: Path) -> None:
    """Without a catalogue all that is declared is offered."""
    catalogue.unlink()
    assert len(answers("search country:")) == len(countries())
    assert answers("search type:pol") == ["type:policy-lab"]
    assert answers("add video --place ") == []
    assert len(answers("edit x ")) == len(every_field(("video", "meeting"))) + 11
    assert Catalogue("nowhere.toml", "", "en", hints=True).record("x") is None


def test_the_catalogue_that_is_named(answers: Answers, catalogue: Path) -> None:
    """The option, before or after, and the variable say which catalogue is meant."""
    other = catalogue.with_name("other.toml")
    other.write_text("[topic.other]\nlabel = 'Other'\n", encoding="utf-8")
    assert answers("--catalogue other.toml show ") == ["other\tOther"]
    assert answers("show --catalogue=other.toml ") == ["other\tOther"]
    environment = {**os.environ, "ICCCAT_CATALOGUE": "other.toml"}
    assert answer(["zsh", "show", ""], environment) == b"words\nother\tOther\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone(
    answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder is no longer there, nothing is offered or said."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    assert answers("show ") == []


@pytest.mark.skipif(sys.platform == "win32", reason="shells as on POSIX")
@pytest.mark.parametrize(
    ("command", "out"),
    [
        ("zsh show women", "words\nwomen-oslo\tWomen and integration\n"),
        ("zsh show $'\\xff'", "words\n"),
        ("bash $'icccat show \\xff' ''", "words\n"),
        ("zsh show women > /dev/full", ""),
        ("zsh show women >&-", ""),
        ("zsh --lang nonsense --catalogue nonsense show ''", "words\n"),
        ("", ""),
    ],
)
def test_never_an_error(process: Process, command: str, out: str) -> None:
    """Whatever is asked, and whatever becomes of the answer, the exit code is 0, and no more."""
    assert process(f"icccat __complete {command}") == (0, out, "")


def test_the_program(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """The program answers a shell where its first word says so."""
    monkeypatch.setattr(sys, "argv", ["icccat", ASKED, "zsh", "completion", "f"])
    main()
    assert capfd.readouterr() == ("words\nfish\n", "")


def test_what_is_imported(icccat: Icccat, catalogue: Path) -> None:
    """For an id neither the commands' libraries are imported, nor the query language, nor TOML."""
    os.utime(catalogue, (0, 0))  # a file that has just changed is read once more
    assert icccat("list").code == 0
    script = (
        "import os, sys; from icccat.completion.answer import answer;"
        " found = answer(['zsh', 'show', 'women'], os.environ); assert b'women-oslo' in found;"
        " print({'click', 'typer', 'rich', 'tomli', 'icccat.search.query', 'icccat.cli'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"set()\n"
