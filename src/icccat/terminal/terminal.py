"""Where answers and notes go: the streams, how wide they are, and what they can draw."""

from __future__ import annotations

import codecs
import io
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from icccat.terminal.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import Console, RenderableType


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a command writes to: answers to `out`, all that is said about them to `err`.

    `form` is "rich" (tables and colours), "plain" (a label and a value a line) or "lines"
    (tab-separated, for other programs); `language` is the reader's; `width` counts cells.
    """

    out: TextIO
    err: TextIO
    form: str
    width: int
    language: str = "en"

    def answer(self, text: str) -> None:
        """Write a line, or lines, of the answer, safe to show."""
        self.out.write(f"{safe(text, multiline=True)}\n")

    def data(self, text: str) -> None:
        """Write a line of an answer made for other programs, as it is."""
        self.out.write(f"{text}\n")

    def raw(self, data: bytes) -> None:
        """Write the bytes of a file to the answer."""
        self.out.flush()
        self.out.buffer.write(data)
        self.out.buffer.flush()

    def note(self, *lines: str) -> None:
        """Say something about the answer: a count, a warning, what to do next."""
        self.out.flush()  # what was answered before stands before it
        with suppress(OSError):  # a full stderr: the answer, and the exit code, stand
            for line in lines:
                self.err.write(f"{safe(line)}\n")
            self.err.flush()

    def draw(self, *renderables: RenderableType) -> None:
        """Draw what only a rich terminal can; a text of one word is never broken."""
        from rich.text import Text  # noqa: PLC0415 (a pipe need not import it)

        console = self._console()
        for renderable in renderables:
            one_word = isinstance(renderable, Text) and " " not in renderable.plain
            console.print(renderable, soft_wrap=one_word)

    def _console(self) -> Console:
        from rich.console import Console  # noqa: PLC0415 (a pipe need not import it)

        return Console(
            file=self.out,
            width=self.width,
            force_terminal=True,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
        )

    def lines(self, lines: Iterable[str]) -> None:
        """Write tab-separated lines of the answer, each cell safe to show."""
        for line in lines:
            self.data("\t".join(map(safe, line.split("\t"))))


def forgiving(stream: TextIO | None) -> TextIO:
    """The stream, from now on writing what its encoding lacks as an escape, never failing.

    Where there is none, one that forgets.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_FORGIVING)
    return stream or io.StringIO()


_FORGIVING = "icccat.forgiving"
_NARROW = "\u202f"  # of French, which the code pages of Windows lack


def _written(error: UnicodeError) -> tuple[str | bytes, int]:
    """One character that an encoding lacks: the narrow space as a space, others as an escape."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 (streams that are written to)
    error.end = error.start + 1
    if error.object[error.start] == _NARROW:
        return " ", error.end
    return codecs.backslashreplace_errors(error)


codecs.register_error(_FORGIVING, _written)


def form_for(out: TextIO, environment: Mapping[str, str], *, plain: bool) -> str:
    """How answers are written: as asked, as the environment says, as the stream allows."""
    forced = environment.get("FORCE_COLOR", "") != ""
    shown = out.isatty() or forced
    if plain or environment.get("ICCCAT_PLAIN") or (shown and environment.get("TERM") == "dumb"):
        return "plain"
    return "rich" if shown else "lines"
