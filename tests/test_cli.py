"""The program: global options, help in two languages, failures in a sentence with a code."""

from __future__ import annotations

import io
import sys
from shlex import split
from typing import TYPE_CHECKING

import click
import pytest

from icccat import __version__, cli

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Icccat

HELP = """\
Usage: icccat [OPTIONS] COMMAND [WORDS]…

  The catalogue of the Intercultural Cities programme's videos and meetings.

Options:
  --catalogue FILE  The catalogue to work on (else ICCCAT_CATALOGUE, or the
                    one in this folder).
  --lang en|fr      The language to speak (else ICCCAT_LANG, or that of the
                    system).
  --plain           No boxes, no colour, a label a line: for screen readers.
  --json            The answer as JSON, for other programs.
  --wait SECONDS    How long to wait for another who is changing the file (10;
                    0: not at all).
  --version         Show the version, and exit.
  --help            Show this message and exit.

Commands:
  add         Add a record.
  list        List records, newest first.
  search      Find records by words.
  similar     Find the records most like one.
  show        Show one record, whole.
  edit        Change a record, or several.
  remove      Remove records.
  undo        Take back the latest step.
  redo        Make it again.
  history     List the steps of the catalogue.
  export      Write records to a file, such as CSV.
  import      Bring in the records of a file, such as CSV.
  check       Find what is wrong in the catalogue.
  merge       Take over what another copy of the catalogue has.
  init        Make a new catalogue.
  where       Say which catalogue is meant, and why.
  demo        Make a copy to play with.
  completion  Print the script by which a shell completes words.
"""
SHOW_HELP = """\
Usage: icccat show [OPTIONS] ID

  Show one record, whole.

Arguments:
  ID  A record's id, or how it begins.  [required]

Options:
  --open  Open its link in the browser.
  --help  Show this message and exit.

  Options for every command: icccat --help
"""


def test_help(icccat: Icccat) -> None:
    """The program's help has the global options and every command; a command's has its own."""
    assert icccat("--help") == (0, HELP, "")
    assert icccat("show", "--help") == (0, SHOW_HELP, "")


def test_every_command_is_there() -> None:
    """Each name that is listed is that of a command, which has it too."""
    program = cli.Program()
    context = click.Context(program)
    names = program.list_commands(context)
    assert names == list(cli.COMMANDS)
    assert [program.get_command(context, name).name for name in names] == names


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_of_each_command(icccat: Icccat, name: str) -> None:
    """Every command has help in both languages, its own words in each."""
    english, french = icccat(name, "--help").out, icccat(name, "--help", "--lang", "fr").out
    help_ = cli.COMMANDS[name].help
    usage = "KIND [OPTIONS]" if name == "add" else "[OPTIONS]"
    assert english.startswith(f"Usage: icccat {name} {usage}")
    if name != "add":
        assert f"\n  {help_.en}\n" in english
        assert f"\n  {help_.fr}\n" in french
    assert french != english


@pytest.mark.parametrize("kind", ["video", "meeting", "series", "topic", "place"])
def test_help_of_each_kind(icccat: Icccat, kind: str) -> None:
    """The options of `add` are the fields of the kind, with an example each, in both languages."""
    english = " ".join(icccat("add", kind, "--help").out.split())
    french = " ".join(icccat("--lang", "fr", "add", kind, "--help").out.split())
    if kind in {"video", "meeting", "series"}:
        assert "--title TITLE as published, in its own language (as in" in english
        assert "--title TITRE tel que publié, dans sa langue" in french
    assert "--set FIELD=VALUE" in english
    assert ("--place PLACES" in english) == (kind in {"video", "meeting"})
    assert ("--start START" in english) == (kind == "meeting")


@pytest.mark.parametrize("words", ["--version", "list --version", "where --version --json"])
def test_version(icccat: Icccat, words: str) -> None:
    """The version, wherever it is asked for."""
    assert icccat(*split(words)) == (0, f"icccat {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "environment", "french"),
    [
        ("--help", {}, False),
        ("--help --lang fr", {}, True),
        ("--lang=fr --help", {}, True),
        ("--lang en --help", {"ICCCAT_LANG": "fr"}, False),
        ("--help", {"ICCCAT_LANG": "fr"}, True),
        ("--help", {"ICCCAT_LANG": "", "LC_ALL": "fr_FR.UTF-8"}, True),
        ("--help", {"ICCCAT_LANG": "en", "LC_ALL": "fr_FR.UTF-8"}, False),
        ("--help", {"LC_ALL": "C.UTF-8", "LANG": "fr_BE"}, False),
        ("--help", {"LC_ALL": "", "LC_MESSAGES": "FR", "LANG": "de"}, True),
        ("--help", {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_CA"}, True),
        ("--help", {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, False),
    ],
)
def test_language(
    icccat: Icccat,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    environment: dict[str, str],
    french: bool,  # noqa: FBT001 (of a table)
) -> None:
    """--lang, then ICCCAT_LANG, then the locale; English where nothing is said."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    answer = icccat(*split(words))
    assert ("Ajouter une fiche." in answer.out, "Add a record." in answer.out) == (
        french,
        not french,
    )


def test_language_after_the_end_of_options(icccat: Icccat) -> None:
    """After `--` a word is a word."""
    answer = icccat("list", "media", "--no-header", "--", "--lang", "fr")
    assert answer == (1, "", "icccat: nothing found\n")


@pytest.mark.parametrize("words", ["--lang fr list {}", "list --lang fr {}", "list {} --lang=fr"])
def test_globals_before_and_after(icccat: Icccat, words: str) -> None:
    """A global option means the same before the command and after it."""
    answer = icccat(*split(words.format("--plain --columns kind,title --limit 1")))
    assert answer.out == "nature\u00a0: réunion\ntitre\u00a0: Women and integration\u00a0[en]\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("frobnicate", 'there is no command "frobnicate"\nicccat --help lists the commands'),
        (
            "lst --help",
            'there is no command "lst" (did you mean list?)\nicccat --help lists the commands',
        ),
        ("--bogus", "there is no option --bogus"),
        ("--jsn list", "there is no option --jsn (did you mean --json?)"),
        ("list --jsn", "there is no option --jsn (did you mean --json?)"),
        ("-x list", "there is no option -x"),
        ("--lang de list", "--lang: 'de' is not one of 'en', 'fr'."),
        ("list --lang de", "--lang: 'de' is not one of 'en', 'fr'."),
        ("list --lang", "Option '--lang' requires an argument."),
        ("--catalogue", "Option '--catalogue' requires an argument."),
        ("list --json=x", "Option '--json' does not take a value."),
        ("where here", "Got unexpected extra argument (here)"),
    ],
)
def test_refused(icccat: Icccat, words: str, message: str) -> None:
    """A wrong word is named in one sentence, with the nearest right one; the exit code is 2."""
    assert icccat(*split(words)) == (2, "", f"icccat: {message}\n")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OSError(28, "No space left on device"),
            "the answer could not be written: No space left on device",
        ),
        (PermissionError(13, "Permission denied", "somewhere"), "somewhere: Permission denied"),
    ],
)
def test_os_errors(
    icccat: Icccat, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    """What the system refuses is said with its reason, and the file where there is one."""

    class Refusing(io.StringIO):
        def flush(self) -> None:
            raise error

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Refusing())
        answer = icccat("where")
    assert answer == (3, "", f"icccat: {message}\n")


def test_without_stdout(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout is closed there can be no answer, and that is said."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        answer = icccat("where")
    message = "icccat: the answer cannot be written: the standard output is closed\n"
    assert answer == (3, "", message)


def test_interrupted(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is told in a word, and has its own exit code."""

    def interrupt() -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.cwd", interrupt)
    assert icccat("list") == (130, "", "icccat: interrupted\n")


def test_main(icccat: Icccat, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words come from the command line, the exit code goes to the system."""
    assert icccat("where").code == 0
    monkeypatch.setattr(sys, "argv", ["icccat", "lst"])
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == 2
