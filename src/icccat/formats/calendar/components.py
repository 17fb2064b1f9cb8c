"""The components of a file of iCalendar (RFC 5545), each property with the line it stands on."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# A line may be folded within a character: so lines are bytes until they are whole.
LINE_END = re.compile(rb"\r\n|\n|\r")
HEAD = re.compile(r"\s*([A-Za-z0-9-]+)\s*[:;]")
SHOWN = 40  # characters of a line that is no property


class Property(NamedTuple):
    """A property as written: its text still has its escapes."""

    line: int
    text: str

    @property
    def name(self) -> str:
        """Its name, in capitals."""
        found = HEAD.match(self.text)
        return found[1].upper() if found else ""

    @property
    def parts(self) -> tuple[Mapping[str, str], str]:
        """Its parameters and its value; raises ValueError where they cannot be told apart."""
        from icalendar.parser import Contentline  # noqa: PLC0415 (loads when used)

        try:
            _name, parameters, value = Contentline(self.text).raw_parts()  # type: ignore[no-untyped-call] # (it has no types)
        except ValueError:
            raise _broken(self.line, self.text) from None
        texts = {key: one if isinstance(one, str) else one[0] for key, one in parameters.items()}
        return {key.upper(): text for key, text in texts.items()}, value

    @property
    def plain(self) -> str:
        """Its value as text, without escapes, nor blanks around it."""
        from icalendar.parser import unescape_backslash  # noqa: PLC0415 (loads when used)

        text: str = unescape_backslash(self.parts[1])
        return text.strip()


@dataclass(frozen=True, slots=True)
class Component:
    """A component: its name in capitals, the line it begins on, its properties by name."""

    name: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    components: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """The first property of this name."""
        return next(iter(self.properties.get(name, ())), None)

    def text(self, name: str) -> str:
        """The text of the first property of this name, "" where there is none."""
        found = self.first(name)
        return found.plain if found else ""


def calendars(data: bytes) -> Sequence[Component]:
    """The calendars of a file; raises ValueError, naming the line, where it is not one of them."""
    top: list[Component] = []
    opened: list[Component] = []
    for one in _properties(data):
        if one.name == "BEGIN":
            component = Component(one.plain.upper(), one.line)
            (opened[-1].components if opened else top).append(component)
            opened.append(component)
        elif not opened:
            raise _no_calendar()
        elif one.name == "END":
            _close(opened.pop(), one)
        else:
            opened[-1].properties.setdefault(one.name, []).append(one)
    if not top or any(component.name != "VCALENDAR" for component in top):
        raise _no_calendar()
    if opened:
        raise _unended(opened[-1])
    return top


def _close(component: Component, end: Property) -> None:
    if end.plain.upper() != component.name:
        raise _unended(component)


def _properties(data: bytes) -> Iterator[Property]:
    """The unfolded lines; raises ValueError where one is no property."""
    for number, written in _unfolded(data.removeprefix(codecs.BOM_UTF8)):
        try:
            text = written.decode()
        except UnicodeDecodeError:
            sentence = _("line {line}: it is not UTF-8, which a calendar has to be")
            raise ValueError(sentence.format(line=number)) from None
        if not text.strip():
            continue
        found = Property(number, text)
        if not found.name:
            raise _broken(number, text) if number > 1 else _no_calendar()
        yield found


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each line with its number, those that go on with a blank joined (RFC 5545, 3.1)."""
    begun, parts = 0, list[bytes]()
    for number, line in enumerate(LINE_END.split(data), 1):
        if not line:  # there should be none, and some programs double the ends
            continue
        if parts and line[:1] in {b" ", b"\t"}:
            parts.append(line[1:])
            continue
        if parts:
            yield begun, b"".join(parts)
        begun, parts = number, [line]
    yield begun, b"".join(parts)


def _broken(line: int, text: str) -> ValueError:
    sentence = _(
        'line {line}: "{text}" is no line of a calendar, nor does it go on with the one before, '
        "as a line that begins with a space does"
    )
    return ValueError(sentence.format(line=line, text=text.strip()[:SHOWN]))


def _unended(component: Component) -> ValueError:
    sentence = _("line {line}: BEGIN:{name} has no END:{name} where it should end")
    return ValueError(sentence.format(line=component.line, name=component.name))


def _no_calendar() -> ValueError:
    return ValueError(_("it is no calendar: iCalendar (RFC 5545) begins with BEGIN:VCALENDAR"))
