"""Everything that people can use is in the README."""

from __future__ import annotations

import re
from pathlib import Path

from icccat.cli import COMMANDS
from icccat.formats import formats
from icccat.records.kinds import KINDS

README = Path(__file__).parent.parent / "README.md"
FIELDS = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- /fields -->)", re.DOTALL)


def test_each_command_has_its_row() -> None:
    """The table of commands names each command of the program."""
    text = README.read_text(encoding="utf-8")
    assert [
        name for name in COMMANDS if not re.search(rf"^\| .*`icccat {name}[ `]", text, re.MULTILINE)
    ] == []


def test_each_format_is_named() -> None:
    """The row of `export` names each format."""
    [row] = re.findall(r"^\| `icccat export .*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in formats() if f"`{name}`" not in row] == []


def test_each_field_is_described(refresh: bool) -> None:  # noqa: FBT001 (a fixture)
    """The tables of fields are those of the declarations."""
    text = README.read_text(encoding="utf-8")
    now = FIELDS.sub(lambda _found: tables(), text)
    if refresh:
        README.write_text(now, encoding="utf-8")
    assert text == now


def tables() -> str:
    """A table of the fields of each kind: name, French name, help, example."""
    lines = ["\\* Every record of the kind has one. A list holds any number of values.", ""]
    for kind in KINDS.values():
        lines += [f"**{kind.name}** ({kind.label.fr})", ""]
        lines += ["| field | en français | what it is | example |", "| --- | --- | --- | --- |"]
        for field in kind.fields:
            mark = " \\*" if field.required else ""
            also = ", a list" if field.many else ""
            help_ = field.help.en.replace("|", "\\|")
            example = field.example.replace("|", "\\|")
            lines.append(
                f"| `{field.name}`{mark} | {field.label.fr} | {help_}{also} | `{example}` |"
            )
        lines.append("")
    return "".join(f"{line}\n" for line in lines)
