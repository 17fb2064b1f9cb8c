"""What is being typed, of the words of a command."""

from __future__ import annotations

import pytest

from icccat.cli import COMMANDS
from icccat.completion.asked import Asked, understood
from icccat.completion.choices import options
from icccat.completion.options import parameters
from icccat.records.kinds import KINDS


def asked(line: str) -> Asked:
    """What is typed at the end of a line, without the program's name."""
    *words, typed = line.split(" ")
    return understood(words, typed, lambda so_far, name: name in options(so_far.command))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Asked("")),
        ("sh", Asked("sh")),
        ("show pol", Asked("pol", command="show")),
        ("add vid", Asked("vid", command="add")),
        ("add video x", Asked("x", command="add", kind="video")),
        ("edit a b", Asked("b", command="edit", words=["a"])),
        ("--lang fr show x", Asked("x", command="show", options={"--lang": "fr"})),
        ("--lang=fr show x", Asked("x", command="show", options={"--lang": "fr"})),
        ("list --plain x", Asked("x", command="list", options={"--plain": ""})),
        ("list --kind vi", Asked("vi", command="list", option="--kind")),
        ("list --kind=vi", Asked("vi", "--kind=", "list", option="--kind")),
        ("list --ki", Asked("--ki", command="list")),
        ("list --plain=x", Asked("--plain=x", command="list")),
        ("list --sort -da", Asked("-da", command="list", option="--sort")),
        ("search -women x", Asked("x", command="search", words=["-women"])),
        ("list -- --kind x", Asked("x", command="list", words=["--kind"], is_over=True)),
        ("list -- -- x", Asked("x", command="list", words=["--"], is_over=True)),
    ],
)
def test_understood(line: str, expected: Asked) -> None:
    """The command, the words and options before, and whether a value or a name is typed."""
    assert asked(line) == expected


@pytest.mark.parametrize(
    ("line", "is_option"),
    [("list --k", True), ("list -", True), ("list k", False), ("list --sort -d", False)],
)
def test_the_name_of_an_option(line: str, is_option: bool) -> None:  # noqa: FBT001 (of a table)
    """A word with a hyphen is the name of an option, unless it is the value of one."""
    assert asked(line).is_option is is_option


def test_after() -> None:
    """What is typed before a sign stays as it is."""
    assert Asked("a,b,c").after_last(",") == Asked("c", "a,b,")
    assert Asked("abc").after_last(",") == Asked("abc")
    assert Asked("abc", "x=").after(1) == Asked("bc", "x=a")


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        *((name, "") for name in ("", *COMMANDS) if name != "add"),
        *(("add", kind) for kind in KINDS),
    ],
)
def test_options_with_values(command: str, kind: str) -> None:
    """The table of options that take values is that of the commands themselves."""
    takes = {
        name
        for one in parameters(command, kind)
        if one.param_type_name == "option" and not getattr(one, "is_flag", False)
        for name in one.opts
    }
    assert set(options(command, kind)) == takes
