"""What can be mended in a record without a decision of a person.

A fix is one function in FIXES. It takes a text as the file has it to what it should be, and
leaves alone what it is not sure of. `check` and `check --fix` ask no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import bidirectional, is_normalized, normalize

from icccat.records.fields import Document
from icccat.records.known import familiar
from icccat.records.sorts import Choice, Language, Link, Place, Reference, Text, Translated, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from icccat.records.fields import Field
    from icccat.records.known import Known
    from icccat.records.record import Record

    Fix: TypeAlias = Callable[[str, Field, Known], str]

_PROSE = (Text, Translated, Word, Place)  # what people write in their own words
_BREAKS = re.compile("[\v\f]")  # Word's and PowerPoint's line within a paragraph, and page
# What shows nothing and says nothing. Not BS, a lone CR or ESC, which belong to what is around
# them; not FS to US, of which Word makes hyphens; nor C1, which are letters read in a wrong code.
_CONTROLS = re.compile("[\x00-\x07\x0e-\x1a\x7f]")
_MARKS = re.compile("[\u202a\u202c\u202d\u2066\u2068\u2069]")  # from left to right, as text runs
_TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
_ADDRESS = re.compile(r"(\S*://\S*)")


def visible(text: str, field: Field, known: Known) -> str:  # noqa: ARG001 (as every fix)
    """Without characters that cannot be seen and mean nothing where they stand."""
    if type(field.sort) not in _PROSE or text.isprintable():  # as nearly every text is
        return text
    turns = any(bidirectional(character) in _TURNING for character in text)
    text = _CONTROLS.sub("", text if turns else _MARKS.sub("", text))
    return _BREAKS.sub(" ", re.sub(r"\r+\n", "\n", text))


def composed(text: str, field: Field, known: Known) -> str:  # noqa: ARG001 (as every fix)
    """With each letter in one character (Unicode NFC), but for addresses, which may need theirs."""
    if type(field.sort) not in _PROSE or is_normalized("NFC", text):
        return text
    parts = _ADDRESS.split(text)
    return "".join(part if "://" in part else normalize("NFC", part) for part in parts)


def trimmed(text: str, field: Field, known: Known) -> str:  # noqa: ARG001 (as every fix)
    """A line without white space at its ends; a text of several lines may end in a line end."""
    return text if "\n" in text else text.strip()


def code(text: str, field: Field, known: Known) -> str:  # noqa: ARG001 (as every fix)
    """A code or a word of a closed list in its own case: `EN`, `Helsinki, fi`, `Full`."""
    match field.sort:
        case Language():
            return text.lower()
        case Place():
            city, comma, country = text.rpartition(", ")
            return f"{city}{comma}{country.upper()}"
        case Choice(words=words):
            return _in_its_case(text, words)
    return text


def word(text: str, field: Field, known: Known) -> str:
    """A word of an open list in the case in which it is known."""
    return _in_its_case(text, familiar(field, known)) if isinstance(field.sort, Word) else text


def reference(text: str, field: Field, known: Known) -> str:
    """The id of a record in the case in which it is the record's."""
    if not isinstance(field.sort, Reference):
        return text
    return _in_its_case(text, known.records.get(field.sort.kind, {}))


def link(text: str, field: Field, known: Known) -> str:  # noqa: ARG001 (as every fix)
    """An address with the `https://` that `www.…` lacks."""
    bare = isinstance(field.sort, Link) and text.lower().startswith("www.")
    return f"https://{text}" if bare else text


FIXES: tuple[Fix, ...] = (visible, composed, trimmed, code, word, reference, link)


def fixed(record: Record, table: Mapping[str, Any], known: Known, language: str) -> dict[str, Any]:
    """The table of a record in TOML as it should be; the same where nothing can be mended.

    `known` are all records, `language` is that of text given without one.
    """
    return _Mending(known, language).table(record.declared.fields, table)


class _Mending:
    """The fixes, among the other records."""

    def __init__(self, known: Known, language: str) -> None:
        self.known, self.language = known, language

    def table(self, fields: Iterable[Field], table: Mapping[str, Any]) -> dict[str, Any]:
        """The table of a record or a document; what is no field of it stays."""
        named = {field.name: field for field in fields}
        return {
            name: self._value(named[name], value) if name in named else value
            for name, value in table.items()
        }

    def _value(self, field: Field, value: Any) -> Any:  # noqa: ANN401 (what TOML can mean)
        if field.many:
            is_list = isinstance(value, list)
            return self._once(field, [self._one(field, v) for v in value]) if is_list else value
        return self._one(field, value)

    def _one(self, field: Field, value: Any) -> Any:  # noqa: ANN401 (what TOML can mean)
        if isinstance(value, str):
            return self._text(field, value)
        if isinstance(value, Mapping) and isinstance(field.sort, Document):
            return self.table(field.sort.fields, value)
        if isinstance(value, Mapping) and field.translated:
            return {code: self._one(field, text) for code, text in value.items()}
        return value

    def _text(self, field: Field, text: str) -> str:
        """The text as it should be; as it is where that is an id, or would be refused still."""
        if text in self.known.records.get(field.refers_to, {}):
            return text
        found = text
        for fix in FIXES:
            found = fix(found, field, self.known)
        if found == text:
            return text
        if isinstance(field.sort, Reference):
            return found if found in self.known.records.get(field.refers_to, {}) else text
        try:
            field.sort.check(found, self.language)
        except ValueError:
            return text
        return found

    def _once(self, field: Field, items: Sequence[Any]) -> list[Any]:
        """The items without those that say what one before them says."""
        kept, seen = [], []
        for item in items:
            try:
                clean = field.sort.check(item, self.language)
            except ValueError:
                kept.append(item)  # what it says is not known
                continue
            if clean not in seen:
                seen.append(clean)
                kept.append(item)
        return kept


def _in_its_case(text: str, words: Collection[str]) -> str:
    """The one of the words that is this text apart from case; else the text."""
    if text in words:
        return text
    alike = {word for word in words if word.casefold() == text.casefold()}
    return alike.pop() if len(alike) == 1 else text
