"""Rooms import downwards only, outside libraries have one door, and nothing grows too long."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "icccat"
MODULES = sorted(SOURCE.rglob("*.py"))

# What each room may import besides itself: all that is below it.
GROUND = {"locale", "errors"}
TRUNK = GROUND | {"words", "records", "catalogue", "guide", "search", "terminal", "formats"}
BELOW = {
    "errors": set[str](),
    "locale": set[str](),
    "words": GROUND,
    "records": GROUND | {"words"},
    "guide": GROUND | {"words", "records"},
    "catalogue": GROUND | {"words", "records"},
    "search": GROUND | {"words", "records", "catalogue", "__init__"},
    "terminal": GROUND | {"words", "records", "guide"},
    "formats": GROUND | {"words", "records"},
    "links": GROUND | {"words", "records", "__init__"},
    "commands": TRUNK | {"links", "__init__"},
    "cli": TRUNK | {"__init__", "commands"},
    "completion": TRUNK | {"__init__", "commands", "cli"},
    "__main__": {"cli", "completion"},
    "__init__": set[str](),
}
DOORS = {
    "rich": {"terminal"},
    "prompt_toolkit": {"terminal"},
    "tomli": {"catalogue"},
    "tomllib": set[str](),
    "tomli_w": {"catalogue"},
    "filelock": {"catalogue"},
    "typer": {"cli", "commands"},
    "click": {"cli", "commands", "completion"},
    "sqlite3": {"search", "formats"},
    "Stemmer": {"search"},
    "icalendar": {"formats"},
    "xlsxwriter": {"formats"},
    "python_calamine": {"formats"},
}
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 50


class Import(NamedTuple):
    """An import: the line it is on, and the module that it names."""

    line: int
    module: str


def tree(path: Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(parsed: ast.Module) -> Iterator[Import]:
    """Every import of a module, also those inside functions and for types alone."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole module"
            assert node.module is not None
            for alias in node.names:
                yield Import(node.lineno, f"{node.module}.{alias.name}")


def room(path: Path) -> str:
    """The room that a module is in: its folder, or itself."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def room_of(module: str) -> str:
    """The room of a name imported from icccat; what is in no room is in `__init__`."""
    name = module.split(".")[1] if "." in module else "__init__"
    return name if name in BELOW else "__init__"


def upwards(parsed: ast.Module, here: str) -> list[str]:
    """The imports of a module in the room `here` that go upwards or sideways."""
    allowed = BELOW[here] | {here}
    return [
        f"line {line}: {module}"
        for line, module in imports(parsed)
        if module.split(".")[0] == "icccat" and room_of(module) not in allowed
    ]


def wrong_doors(parsed: ast.Module, here: str) -> list[str]:
    """The imports of a library in a room that is not its door."""
    return [
        f"line {line}: {module}"
        for line, module in imports(parsed)
        if here not in DOORS.get(module.split(".")[0], {here})
    ]


def named(path: Path) -> str:
    """A module's path as a test's name."""
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_run_downwards(path: Path) -> None:
    """No module imports from a room above or beside its own."""
    assert upwards(tree(path), room(path)) == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_each_library_has_its_door(path: Path) -> None:
    """An outside library is imported only in the room that is its door."""
    assert wrong_doors(tree(path), room(path)) == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_nothing_prints(path: Path) -> None:
    """What people see goes through the terminal's streams, never through `print`."""
    calls = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    assert not [f.lineno for f in calls if isinstance(f, ast.Name) and f.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_nothing_is_too_long(path: Path) -> None:
    """A module has at most 300 lines, a function at most 50."""
    functions = (
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    too_long = {name: n for name, n in lengths.items() if n > MOST_LINES_OF_A_FUNCTION}
    assert too_long == {}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_every_room_has_its_place() -> None:
    """Each room of the source is in the table, and none is there that is gone."""
    assert {room(path) for path in MODULES} == set(BELOW)


@pytest.mark.parametrize(
    ("here", "text", "found"),
    [
        ("records", "from icccat.words.fold import fold", []),
        ("records", "def f():\n    import icccat.search.query", ["line 2: icccat.search.query"]),
        ("formats", "from icccat import terminal", ["line 1: icccat.terminal"]),
        ("terminal", "from icccat.catalogue import file", ["line 1: icccat.catalogue.file"]),
        ("cli", "from icccat import __version__", []),
        ("errors", "from icccat.locale import use", ["line 1: icccat.locale.use"]),
        ("words", "import icccat", ["line 1: icccat"]),
        ("words", "import re", []),
    ],
)
def test_an_import_upwards_is_found(here: str, text: str, found: list[str]) -> None:
    """The walk sees imports of either form, and those inside functions."""
    assert upwards(ast.parse(text), here) == found


@pytest.mark.parametrize(
    ("here", "text", "found"),
    [
        ("terminal", "from rich.table import Table", []),
        ("commands", "def f():\n    from rich.table import Table", ["line 2: rich.table.Table"]),
        ("records", "import tomllib, re", ["line 1: tomllib"]),
    ],
)
def test_a_wrong_door_is_found(here: str, text: str, found: list[str]) -> None:
    """The walk sees a library imported where it has no door."""
    assert wrong_doors(ast.parse(text), here) == found
