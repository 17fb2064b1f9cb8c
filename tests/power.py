"""What a disk may hold after a power cut, at any moment of a command that was recorded.

A command runs in a child process. Before each of its operations that changes names, and before each
that forces something to the disk, the folder is read as the system then shows it: so whatever was
written in between is seen, in whichever way, and an operation that was missed fails the test.

The disk is a harsh one. It keeps what was forced to it, a file's bytes or a folder's names, and of
the rest what it likes: of the operations on names any, and not the others, but a rename as a whole
or not at all; of a file's bytes none, a part, all, or zeros in the place of a part or of all.
A file system with a journal keeps operations in their order: all that it may show is among this.
"""

from __future__ import annotations

import json
import os
import posixpath
import sys
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from icccat import cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Tree: TypeAlias = dict[str, bytes | None]  # path in the folder, and bytes; None for a folder
State: TypeAlias = frozenset[tuple[str, bytes | None]]  # the same, for sets of them
Names: TypeAlias = frozenset[tuple[str, int]]  # path in the folder, and the file's number

ENCODING = "latin-1"  # of bytes in JSON
FULL_SYNC = 51  # what macOS has in the place of fsync
NAMING = {"os.mkdir": "make", "os.remove": "remove", "os.rename": "rename", "os.link": "link"}


@dataclass(frozen=True, slots=True)
class Named:
    """A file or folder has a name that it had not, or has lost one, or both."""

    file: int
    gone: str = ""
    there: str = ""

    @property
    def folders(self) -> set[str]:
        """Those in which names change."""
        return {posixpath.dirname(path) for path in (self.gone, self.there) if path}

    def on(self, names: Names) -> Names:
        """The names after it."""
        kept = names - {(self.gone, self.file)}
        if not self.there:
            return kept
        return frozenset(one for one in kept if one[0] != self.there) | {(self.there, self.file)}


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file are these."""

    file: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Forced:
    """The bytes of a file, or the names in a folder, are on the disk."""

    file: int
    path: str


@dataclass(slots=True)
class Record:
    """What a command did to files, which have numbers, and what was in them when it began."""

    first: Names
    began: dict[int, bytes | None]
    events: list[Named | Written | Forced] = field(default_factory=list)

    def at(self, moment: int) -> set[State]:
        """What the disk may hold when so many of the events are over."""
        events = self.events[:moment]
        contents = {file: _contents(file, data, events) for file, data in self.began.items()}
        found = set()
        for names in _names(self.first, events):
            paths = sorted(names)
            for data in product(*(contents[file] for _path, file in paths)):
                shown = zip(paths, data, strict=True)
                found.add(_visible({path: bytes_ for (path, _file), bytes_ in shown}))
        return found

    def ever(self) -> set[State]:
        """What the disk may hold at any moment."""
        return set().union(*map(self.at, range(len(self.events) + 1)))

    def end(self) -> set[State]:
        """What the disk may hold when the command is over."""
        return self.at(len(self.events))


def _names(first: Names, events: Sequence[object]) -> set[Names]:
    """The names that the disk may hold after the events."""
    found = {first}
    for number, event in enumerate(events):
        if isinstance(event, Named):
            forced = {one.path for one in events[number:] if isinstance(one, Forced)}
            changed = {event.on(names) for names in found}
            found = changed if event.folders <= forced else found | changed
    return found


def _contents(file: int, began: bytes | None, events: Sequence[object]) -> set[bytes | None]:
    """The bytes that the disk may hold of a file after the events."""
    now, found = began, {began}
    for event in events:
        if isinstance(event, Written) and event.file == file:
            now, half, zeros = event.data, len(event.data) // 2, bytes(len(event.data))
            found |= {b"", now[:half], now[:-1], now, zeros, now[:half] + zeros[half:]}
        elif isinstance(event, Forced) and event.file == file:
            found = {now}
    return found


def _visible(tree: Tree) -> State:
    """What is in folders that are there."""

    def shown(path: str) -> bool:
        return not path or (path in tree and shown(posixpath.dirname(path)))

    return frozenset((path, data) for path, data in tree.items() if shown(path))


def tree_of(folder: Path) -> Tree:
    """The folder as the system shows it."""
    return {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }


def put(state: Iterable[tuple[str, bytes | None]], folder: Path) -> None:
    """Make the folder as it is in that state."""
    folder.mkdir()
    for path, data in sorted(state):
        if data is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(data)


def record(folder: Path, words: Sequence[str]) -> Record:
    """What the command does in this folder, its catalogue's."""
    told = folder.with_name("recorded")
    pid = os.fork()
    if pid == 0:  # the child, which coverage does not see
        sys.settrace(None)
        _child(folder, words, told)
    assert os.waitpid(pid, 0)[1] == 0
    moments = [
        (
            (sort, paths),
            {path: None if data is None else data.encode(ENCODING) for path, data in shown},
        )
        for sort, paths, shown in json.loads(told.read_text())
    ]
    numbers = {path: number for number, path in enumerate(moments[0][1], 1)}
    began = {numbers[path]: data for path, data in moments[0][1].items()}
    made = Record(frozenset(numbers.items()), began)
    names, contents = made.first, dict(began)
    for operation, tree in moments:
        names = _noted(made, names, contents, operation, tree)
    return made


def _noted(
    made: Record,
    names: Names,
    contents: dict[int, bytes | None],
    operation: tuple[str, list[str]],
    tree: Tree,
) -> Names:
    """Note what was written before the operation, and the operation; the names after it."""
    for path, file in names:
        data = tree.get(path)
        if data is not None and data != contents[file]:
            contents[file] = data
            made.events.append(Written(file, data))
    assert {path: contents[file] for path, file in names} == tree, "an operation was missed"
    now, (sort, paths) = dict(names), operation
    if sort == "look":
        return names
    if sort == "force":
        made.events.append(Forced(now.get(paths[0], 0), paths[0]))
        return names
    if sort in {"make", "create"}:
        file = len(contents) + 1
        contents[file] = made.began[file] = None if sort == "make" else b""
        event = Named(file, there=paths[0])
    elif sort == "link":
        event = Named(now[paths[0]], there=paths[1])
    else:
        event = Named(now[paths[0]], *paths)
    made.events.append(event)
    return event.on(names)


def _child(folder: Path, words: Sequence[str], told: Path) -> NoReturn:
    """Run the command, and tell its operations, each with the folder before it."""
    moments: list[tuple[str, list[str], list[tuple[str, str | None]]]] = []

    def note(sort: str, *paths: Path) -> None:
        tree = tree_of(folder)
        shown = [
            (path, data if data is None else data.decode(ENCODING)) for path, data in tree.items()
        ]
        moments.append((sort, [_inside(folder, path) for path in paths], shown))

    os.chdir(folder)
    sys.stdout = sys.stderr = told.with_name("said").open("w", encoding="utf-8")
    code = 70
    try:
        note("look")
        watch(folder, note)
        code = cli.run(words)
        note("look")
        told.write_text(json.dumps(moments))
    finally:
        os._exit(code)


def _inside(folder: Path, path: Path) -> str:
    """The path in the folder; nothing for the folder itself."""
    return "" if path == folder else path.relative_to(folder).as_posix()


def watch(folder: Path, note: Callable[..., None]) -> None:
    """Note each operation in the folder just before it; for good, so only in a child."""
    really = os.fsync

    def force(descriptor: int) -> None:
        status = os.fstat(descriptor)
        for path in (folder, *folder.rglob("*")):
            if os.path.samestat(path.stat(), status):
                note("force", path)

    def fsync(descriptor: int) -> None:
        force(descriptor)
        really(descriptor)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "fcntl.fcntl" and arguments[1] == FULL_SYNC:
            force(arguments[0])
        sort = NAMING.get(event, "")
        if event == "open" and (arguments[2] or 0) & os.O_CREAT:
            sort = "create"
        given = arguments[: 2 if sort in {"rename", "link"} else 1]
        paths = [Path(one).absolute() for one in given if isinstance(one, (str, os.PathLike))]
        if (
            sort
            and paths
            and paths[0].is_relative_to(folder)
            and paths[0].exists() != (sort in {"make", "create"})  # else it fails
        ):
            note(sort, *paths)

    os.fsync = fsync  # type: ignore[assignment] # the one operation that Python does not announce
    sys.addaudithook(hook)
