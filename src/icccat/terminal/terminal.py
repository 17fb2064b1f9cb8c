"""Where answers and notes go: the streams, how wide they are, and what they can draw."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TextIO

from icccat.terminal.direction import END, ISOLATE, is_apart
from icccat.terminal.encodings import READABLE, escaped, readable
from icccat.terminal.fitting import columns, fitted
from icccat.terminal.safe import safe
from icccat.terminal.theme import UNSAID, styles
from icccat.terminal.wrapping import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import Console, RenderableType
    from rich.text import Text


class Terminal(NamedTuple):
    """What a command writes to: answers to `out`, all that is said about them to `err`.

    `form` is "rich" (tables and colours), "plain" (a label and a value a line) or "lines"
    (tab-separated, for other programs); `language` is the reader's; `width` counts cells;
    `theme` says how things stand out.
    """

    out: TextIO
    err: TextIO
    form: str
    width: int
    language: str = "en"
    theme: str = UNSAID

    @property
    def is_plain(self) -> bool:
        """Whether all is said in words, for a screen reader."""
        return self.form == "plain"

    def answer(self, text: str) -> None:
        """Write a line, or lines, of the answer, safe to show; people see them fit the width."""
        if self.form == "lines":
            self.data(safe(text, multiline=True))
            return
        most = self.width if self.form == "rich" or self.out.isatty() else 0
        self.out.write(f"{fitted(text, self.out, most, multiline=True)}\n")

    def data(self, text: str) -> None:
        """Write a line of an answer made for other programs, as it is."""
        self.out.write(f"{escaped(text, self.out.encoding)}\n")

    def raw(self, data: bytes) -> None:
        """Write the bytes of a file to the answer."""
        self.out.flush()
        self.out.buffer.write(data)
        self.out.buffer.flush()

    def note(self, *lines: str) -> None:
        """Say something about the answer: a count, a warning, what to do next."""
        self.out.flush()  # what was answered before stands before it
        most = self.width if self.out.isatty() and self.err.isatty() else columns(self.err)
        with suppress(OSError):  # a full stderr: the answer, and the exit code, stand
            for line in lines:
                self.err.write(f"{fitted(line, self.err, most)}\n")
            self.err.flush()

    def shown(self, text: str, *, multiline: bool = False) -> str:
        """The text as it is drawn: safe, in letters that the terminal has."""
        return readable(safe(text, multiline=multiline), self.out.encoding)

    def draw(self, *renderables: RenderableType) -> None:
        """Draw what only a rich terminal can; a text is broken between its words only."""
        from rich.text import Text  # noqa: PLC0415 (a pipe need not import it)

        for renderable in renderables:
            if isinstance(renderable, Text):
                self.draw_lines(map(apart, broken(renderable, self.width)))
            else:
                self._console().print(renderable)

    def draw_lines(self, lines: Iterable[Text]) -> None:
        """Draw lines that are not to be broken."""
        console = self._console()
        for line in lines:
            console.print(line, soft_wrap=True)

    def _console(self) -> Console:
        from rich.console import Console  # noqa: PLC0415 (a pipe need not import it)
        from rich.theme import Theme  # noqa: PLC0415 (likewise)

        return Console(
            file=self.out,
            width=self.width,
            theme=Theme(styles(self.theme), inherit=False),
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
    """The stream, from now on writing what its encoding lacks as what is nearest, never failing.

    Where there is none, one that forgets.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=READABLE)
    return stream or io.StringIO()


def broken(text: Text, most: int) -> list[Text]:
    """The text in lines of at most so many cells, each letter with its style."""
    return [
        line[start:end]
        for line in text.split("\n", allow_blank=True)
        for start, end in spans(line.plain, most)
    ]


def apart(line: Text) -> Text:
    """The line, set apart from its neighbours where it runs from right to left."""
    from rich.text import Text  # noqa: PLC0415 (a pipe need not import it)

    if is_apart(line.plain):
        return Text.assemble(ISOLATE, line, END)
    return line


def form_for(out: TextIO, environment: Mapping[str, str], *, plain: bool) -> str:
    """How answers are written: as asked, as the environment says, as the stream allows."""
    forced = environment.get("FORCE_COLOR", "") != ""
    shown = out.isatty() or forced
    if plain or environment.get("ICCCAT_PLAIN") or (shown and environment.get("TERM") == "dumb"):
        return "plain"
    return "rich" if shown else "lines"
