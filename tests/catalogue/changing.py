"""A catalogue to change, and what tests of that share."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest

from icccat.errors import Unsafe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


OLD = '[video.a]\ntitle = "A"\n'
NEW = OLD + '\n[video.b]\ntitle = "B"\n'


def add(old: str) -> str:
    """The change that most tests make."""
    return old + '\n[video.b]\ntitle = "B"\n'


def accept(_old: str, _new: str) -> None:
    """Find nothing wrong with the new text."""


def names(folder: Path) -> set[str]:
    """All that is in the folder."""
    return {path.name for path in folder.iterdir()}


def refusal(act: Callable[[], object]) -> str:
    """The sentence in which it is refused."""
    with pytest.raises(Unsafe) as refused:
        act()
    return str(refused.value)


def failing(number: int) -> Callable[..., NoReturn]:
    """A function of the system's that fails."""

    def fail_so(*_args: object, **_options: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail_so


def run(catalogue: Path, edit: str) -> subprocess.Popen[str]:
    """A process that changes the catalogue, its edit being this code."""
    code = f"""
import signal, sys
from pathlib import Path
from icccat.catalogue.file.replacement import change

def edit(old):
    {edit}

change(Path({str(catalogue)!r}), edit, lambda old, new: None)
print("after", flush=True)
"""
    # Not measured: a process that is killed leaves half a file of coverage.
    env = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
