"""Where it is measured: a folder with a catalogue, a cache of its own, and the two programs."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HELLO = '''\
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    """Greet somebody."""
    print(f"Hello, {name}.")


@app.command()
def goodbye(name: str, formal: bool = False) -> None:
    """Part from somebody."""
    print(f"Goodbye, {name}." if formal else f"Bye, {name}!")


def main() -> None:
    app()
'''
LAUNCHER = """\
#!{python}
import sys
from {module} import main
sys.exit(main())
"""
AN_HOUR = 3600
ROOT = Path(__file__).parents[1]
SHARED = "PATH", "PYTHONPATH", "VIRTUAL_ENV"  # of our environment; no PYTHONDONTWRITEBYTECODE


@dataclass(frozen=True)
class Place:
    """A folder with `catalogue.toml`; its cache, configuration and programs lie beside it."""

    folder: Path

    @property
    def catalogue(self) -> Path:
        """The catalogue's file."""
        return self.folder / "catalogue.toml"

    @property
    def hello(self) -> Path:
        """The Typer hello-world, as pip would install it."""
        return self.folder / "bin" / "hello"

    @property
    def icccat(self) -> Path:
        """The program, likewise."""
        return self.folder / "bin" / "icccat"

    @property
    def environment(self) -> dict[str, str]:
        """Nothing of the person's own: no settings, no cache, no history."""
        path = f"{self.icccat.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        kept = {name: os.environ[name] for name in SHARED if name in os.environ}
        homes = {"HOME": "home", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "configuration"}
        return (
            kept
            | {name: str(self.folder / below) for name, below in homes.items()}
            | {"PATH": path, "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        )

    def lay(self, catalogue: Path) -> None:
        """Lay it all out, once, with a copy of the catalogue."""
        self.icccat.parent.mkdir(parents=True)
        (self.folder / "home").mkdir()
        (self.icccat.parent / "hello_world.py").write_text(HELLO, encoding="utf-8")
        for program, module in ((self.hello, "hello_world"), (self.icccat, "icccat.__main__")):
            text = LAUNCHER.format(python=sys.executable, module=module)
            program.write_text(text, encoding="utf-8")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
        shutil.copyfile(catalogue, self.catalogue)

    def warm(self) -> None:
        """Let an hour pass since the last change, and run the program once."""
        then = self.catalogue.stat().st_mtime - AN_HOUR
        os.utime(self.catalogue, (then, then))
        self.run("list", "--limit", "1")

    def run(self, *words: str) -> bytes:
        """What the program answers, unmeasured."""
        return subprocess.run(  # noqa: S603 (our own program)
            [self.icccat, *words],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            check=True,
        ).stdout

    def has(self, command: str) -> bool:
        """Whether the program has the command."""
        words = [str(self.icccat), command, "--help"]
        return not subprocess.run(words, env=self.environment, capture_output=True).returncode  # noqa: PLW1510, S603 (told by the code)

    def forget(self) -> None:
        """Have the program's cache empty, as before its first run."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)

    def edit(self) -> None:
        """Change a letter in the middle of the catalogue, as a person would by hand."""
        with self.catalogue.open("r+b") as file:
            file.seek(self.catalogue.stat().st_size // 2)
            while not (line := file.readline()).startswith(b"title.en = "):
                pass
            file.seek(-len(line) + len(b'title.en = "'), os.SEEK_CUR)
            letter = file.read(1)
            file.seek(-1, os.SEEK_CUR)
            file.write(b"Y" if letter == b"X" else b"X")

    @cached_property
    def video(self) -> str:
        """The id of a video of the catalogue."""
        return self._first("video")

    @cached_property
    def series(self) -> str:
        """The id of a series of the catalogue."""
        return self._first("series")

    def _first(self, kind: str) -> str:
        with self.catalogue.open(encoding="utf-8") as file:
            line = next(line for line in file if line.startswith(f"[{kind}."))
        return line.strip().removeprefix(f"[{kind}.").removesuffix("]")


def run_module(name: str, *words: str) -> None:
    """Run a module of the benchmarks in a process of its own.

    Thus the one that measures stays small: Linux counts its memory to that of what it starts.
    """
    module = [sys.executable, "-m", f"benchmarks.{name}"]
    subprocess.run([*module, *words], cwd=ROOT, check=True)  # noqa: S603 (our own module)
