"""Mutants: each is a module with one mistake, and a test sees it or it lives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mistakes import Mutant, mutants, sample


@pytest.mark.parametrize(
    ("statement", "others"),
    [
        ("a = b == c", ["a = b != c"]),
        ("a = b < c > d", ["a = b <= c > d", "a = b >= c > d", "a = b < c >= d", "a = b < c <= d"]),
        ("a = b and c or d", ["a = (b and c) and d", "a = (b or c) or d"]),
        ("a = not b", ["a = b"]),
        ("a = b + c * d", ["a = b - c * d"]),
        ("a = True", ["a = False"]),
        ("a = 1", ["a = 2", "a = 0"]),
        ("a = ('b', b'c', '')", ["a = ('', b'c', '')", "a = ('b', b'', '')"]),
        ("a = b if c else d", ["a = b if not c else d"]),
        ("if a:\n    b = c", ["if not a:"]),
        ("while a:\n    break", ["continue"]),
        ("for a in b:\n    continue", ["break"]),
        ("def a(b=None):\n    return b", ["return None"]),
        ("with a:\n    b = c", ["if True:"]),
        ("with a as b:\n    b()", ["pass"]),
        ("del a", ["pass"]),
        ("a += b", ["pass"]),
        ("raise a", ["pass"]),
        ("a.b = c", ["pass"]),
        ("a[:] = b", ["pass"]),
    ],
)
def test_mistakes(statement: str, others: list[str]) -> None:
    """Every mistake that a statement can have, shown by the first line of what it changes."""
    found = list(mutants("a.py", statement))
    assert [one.change.partition("  →  ")[2] for one in found] == others


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "if TYPE_CHECKING:\n    a = 1",
        "@dataclass(frozen=True)\nclass A(B[1]):\n    a: Literal['b']",
        "A: TypeAlias = Mapping['B', 'C']",
        "__all__ = ['a']",
        "sentence = _('for people')",
        "def a(b: Literal[1]) -> Literal[2]:\n    return None",
    ],
)
def test_no_mistakes(source: str) -> None:
    """What the program does not read as it runs has no mutants, and no sentence has."""
    assert list(mutants("a.py", source)) == []


def test_a_mutant_is_the_module_with_one_mistake() -> None:
    """The lines are those of the statement without what is in it; the rest stands."""
    source = "if (\n    a\n    or b\n):\n    c = 1\n"
    assert list(mutants("a.py", source)) == [
        Mutant(
            "a.py", range(1, 5), "if a or b:  →  if not (a or b):", "if not (a or b):\n    c = 1"
        ),
        Mutant("a.py", range(1, 5), "if a or b:  →  if a and b:", "if a and b:\n    c = 1"),
        Mutant("a.py", range(5, 6), "c = 1  →  c = 2", "if a or b:\n    c = 2"),
        Mutant("a.py", range(5, 6), "c = 1  →  c = 0", "if a or b:\n    c = 0"),
    ]


def test_sample() -> None:
    """Of each module its share, rounded up, in the order of the lines; by the seed alone."""
    every = [Mutant("a.py", range(line, line + 1), "", "") for line in range(90)]
    every += [Mutant("b.py", range(line, line + 1), "", "") for line in range(10)]
    found = sample(every, 15, 1)
    assert [one.module for one in found] == ["a.py"] * 14 + ["b.py"] * 2
    places = [(one.module, one.lines.start) for one in found]
    assert places == sorted(set(places))
    assert sample(every, 15, 1) == found != sample(every, 15, 2)
    assert sample(every, 1000, 1) == every


posix = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")

PROJECT = {
    "pyproject.toml": "[tool.pytest]\n",
    "src/icccat/__init__.py": "",
    "src/icccat/catalogue/__init__.py": "",
    "src/icccat/catalogue/one.py": (
        "def small(number):\n    return number < 10\n\n\ndef unseen():\n    return small(0)\n"
    ),
    "src/icccat/catalogue/two.py": "def first(numbers):\n    return numbers and numbers[0]\n",
    "tests/catalogue/test_one.py": (
        "from hypothesis import given, strategies\n"
        "from icccat.catalogue.one import small, unseen\n"
        "from icccat.catalogue.two import first\n\n\n"
        "@given(strategies.integers(max_value=8))\n"
        "def test_small(number):\n    assert small(number)\n\n\n"
        "def test_first():\n    assert first([1]) == 1\n    unseen()\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project, alone in its folder."""
    for name, text in PROJECT.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(project: Path) -> subprocess.CompletedProcess[str]:
    """The program, in the project's folder."""
    program = Path(__file__).with_name("mutants.py")
    env = {name: value for name, value in os.environ.items() if "COV" not in name}
    command = [sys.executable, str(program)]
    return subprocess.run(
        command, cwd=project, env=env, capture_output=True, text=True, check=False, timeout=60
    )


@posix
def test_those_that_live_are_named(project: Path) -> None:
    """Each with its line and its mistake; then how many of each module were seen, and of all."""
    answer = run(project)
    assert answer.stderr == ""
    assert answer.stdout.splitlines() == [
        "lives: one.py:2: return number < 10  →  return number <= 10",
        "lives: one.py:2: return number < 10  →  return number < 11",
        "lives: one.py:2: return number < 10  →  return number < 9",
        "lives: one.py:6: return small(0)  →  return None",
        "lives: one.py:6: return small(0)  →  return small(1)",
        "lives: one.py:6: return small(0)  →  return small(-1)",
        "lives: two.py:2: return numbers and numbers[0]  →  return numbers and numbers[-1]",
        "one.py: 2 of 8",
        "two.py: 3 of 4",
        "all: 5 of 12, 41.7%",
    ]


@posix
def test_tests_that_fail_see_nothing(project: Path) -> None:
    """What they say of the project as it is is all that there is."""
    (project / "tests/catalogue/test_one.py").write_text("def test_one():\n    assert 1 == 2\n")
    answer = run(project)
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert "test_one.py F" in answer.stderr
