"""XML of a workbook, an element at a time; of a document type there is nothing but a refusal.

Entities, which grow or fetch, can only be declared in a document type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import ParseError, XMLPullParser
from xml.parsers.expat import ExpatError, ParserCreate

from icccat.formats.incoming.archive import damaged
from icccat.formats.incoming.refusals import refused
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from xml.etree.ElementTree import Element

    from icccat.formats.incoming import Source

PIECE = 1 << 20  # bytes at a time
_WRONG = (ExpatError, ParseError, LookupError, ValueError)


def expect_plain(source: Source, data: bytes) -> None:
    """Raise Refused where this is not well-formed XML, or has a document type."""

    def refuse(*_words: object) -> None:
        sentence = _("the workbook holds a document type, as none does: it is not opened")
        raise refused(source, sentence)

    parser = ParserCreate(namespace_separator="}")  # as ElementTree, to refuse the same
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 (that it is all, which expat takes by place alone)
    except _WRONG as error:
        raise damaged(source) from error


def walk(
    data: bytes,
    *,
    start: Callable[[str, dict[str, str]], None],
    text: Callable[[str], None],
    end: Callable[[str], None] | None = None,
) -> None:
    """Call `start` and `end` for every element, and `text` for what is between them.

    This is the quick way through many elements; a name is as it is written, with its prefix. Of
    a part that `expect_plain` has let through.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.Parse(data, True)  # noqa: FBT003 (likewise)


def local(element: Element) -> str:
    """The name of an element, without that of its namespace."""
    return str(element.tag).rpartition("}")[2]


def elements(data: bytes, whole: Container[str] = ()) -> Iterator[Element]:
    """The elements in order: those named in `whole` with all that is in them, others without.

    Nothing is kept of those that are past. Of a part that `expect_plain` has let through.
    """
    path: list[Element] = []
    first = 0  # how deep the outermost element stands that is to be whole; 0 for none
    for event, element in _events(data):
        if event == "start":
            path.append(element)
            if not first:
                if local(element) in whole:
                    first = len(path)
                else:
                    yield element
            continue
        if first == len(path):
            yield element
            first = 0
        path.pop()
        if path and not first:
            path[-1].remove(element)


def _events(data: bytes) -> Iterator[tuple[str, Element]]:
    """The beginnings and ends of elements."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    for place in range(0, len(data), PIECE):
        parser.feed(data[place : place + PIECE])
        yield from cast("Iterator[tuple[str, Element]]", parser.read_events())
