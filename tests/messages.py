"""French kept in step with the program: `python tests/messages.py` (see CONTRIBUTING.md).

Gives every sentence of the sources, and of click and Typer, an entry in the French catalogue of
messages, drops the entries of sentences that are gone, compiles it, and prints what has no French.
"""

from __future__ import annotations

import ast
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from babel.messages.catalog import Message

SOURCE = Path(__file__).parents[1] / "src" / "icccat"
FRENCH = SOURCE / "locale" / "fr" / "LC_MESSAGES" / "icccat.po"
COMPILED = FRENCH.with_suffix(".mo")

# How sentences are written, and how many of the words given are sentences.
OURS = {"_": 1, "translate": 1, "count": 2}
THEIRS = {"_": 1, "gettext": 1, "ngettext": 2}
LIBRARIES = ("click", "typer")

Sentence: TypeAlias = tuple[str, ...]
"""A sentence, or one for one thing and one for many."""


def sentences() -> dict[Sentence, list[str]]:
    """Every sentence of the sources, and the files that say it."""
    return _merged((path, SOURCE, OURS) for path in sorted(SOURCE.rglob("*.py")))


def declared() -> list[Sentence]:
    """What is declared in both languages, English and French, beside what it names."""
    files = (path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py")))
    return [pair for file in files for pair in said(file, {"Bilingual": 2})]


def borrowed() -> dict[Sentence, list[str]]:
    """The sentences of the libraries that read and explain commands, as they are installed."""
    click, typer = (_folder(name) for name in LIBRARIES)
    paths = [*sorted(click.glob("*.py")), typer / "core.py"]
    return _merged((path, path.parents[1], THEIRS) for path in paths)


def _folder(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _merged(files: Iterator[tuple[Path, Path, dict[str, int]]]) -> dict[Sentence, list[str]]:
    """What the files say, where; a sentence that is counted somewhere is counted everywhere."""
    found: dict[Sentence, dict[str, None]] = {}
    for path, root, functions in files:
        for sentence in said(path.read_text(encoding="utf-8"), functions):
            found.setdefault(sentence, {})[path.relative_to(root).as_posix()] = None
    counted = {sentence[0]: sentence for sentence in found if len(sentence) > 1}
    merged: dict[Sentence, list[str]] = {}
    for sentence, places in found.items():
        merged.setdefault(counted.get(sentence[0], sentence), []).extend(places)
    return merged


def said(code: str, functions: dict[str, int]) -> Iterator[Sentence]:
    """The sentences that a module says through these functions, in the order of its text.

    Found in its syntax tree: Babel's own extractor takes every `.count(…)` of a text or of bytes
    for ours, and stumbles over bytes.
    """
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id in functions:
            words = [getattr(word, "value", None) for word in call.args]
            sentence = tuple(word for word in words if isinstance(word, str))
            if sentence and len(sentence) == len(words[: functions[call.func.id]]):
                yield sentence


def french(path: Path = FRENCH) -> Catalog:
    """The catalogue of French messages."""
    with path.open("rb") as file:
        return read_po(file, locale="fr")


def is_borrowed(message: Message) -> bool:
    """Whether only the libraries say it, those installed or others that we may meet."""
    return all(file.startswith(LIBRARIES) for file, _line in message.locations)


def renewed(old: Catalog) -> Catalog:
    """The catalogue with an entry for every sentence there is, and for no other of ours."""
    new = Catalog(
        locale="fr",
        header_comment="# What icccat says, in French. python tests/messages.py keeps it in step.",
        project="icccat",
        version="1",
        creation_date=old.creation_date,
        revision_date=old.revision_date,
        last_translator="Intercultural Cities",
        language_team="French",
        msgid_bugs_address="Intercultural Cities",
        fuzzy=False,
    )
    everything = sentences()
    for sentence, places in borrowed().items():
        everything.setdefault(sentence, []).extend(places)
    for sentence, places in everything.items():
        known = old.get(sentence[0])
        string = known.string if known and len(known.id) == len(_id(sentence)) else ""
        new.add(_id(sentence), string, [(place, 0) for place in places])
    for message in old:
        if message.id and message.id not in new and is_borrowed(message):
            new.add(message.id, message.string, [(file, 0) for file, _line in message.locations])
    return new


def _id(sentence: Sentence) -> str | Sentence:
    return sentence if len(sentence) > 1 else sentence[0]


def main() -> None:
    """Bring the catalogue up to date, compile it, and print what has no French yet."""
    new = renewed(french())
    with FRENCH.open("wb") as file:
        write_po(file, new, width=100, sort_by_file=True, include_lineno=False)
    with COMPILED.open("wb") as file:
        write_mo(file, new)
    for message in new:
        if message.id and not all(strings(message)):
            sys.stdout.write(f"{message.id}\n")


def ids(id_: str | Sequence[str]) -> Sentence:
    """The sentence, or both sentences, of an entry."""
    return (id_,) if isinstance(id_, str) else tuple(id_)


def strings(message: Message) -> Sequence[str]:
    """What it is in French: one sentence, or one for each plural."""
    return [message.string] if isinstance(message.string, str) else message.string or [""]


if __name__ == "__main__":
    main()
