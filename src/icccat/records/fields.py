"""A field of a record: its name, its sort of value, its words in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from icccat.locale import translate as _
from icccat.records.sorts import Place, Reference, Sort, Text, Translated

if TYPE_CHECKING:
    from icccat.locale import Bilingual


BETWEEN = "; "  # many values in one cell
Wrong: TypeAlias = list[tuple[tuple[str, ...], str]]
"""What is wrong in a table: (path inside it, sentence)."""


class Invalid(ValueError):
    """A value is wrong, at each path inside its field: an index of a list, a key of a table."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__("\n".join(sentence for _path, sentence in wrong))
        self.wrong = wrong


class Field(NamedTuple):
    """One field, declared once; options, columns, checks and documents come from it.

    `many`: the value is a list; `option` is then the word for one of them, as in `--topic`.
    """

    name: str
    sort: Sort
    label: Bilingual
    help: Bilingual
    example: str
    required: bool = False
    many: bool = False
    option: str = ""

    @property
    def word(self) -> str:
        """Its word on the command line, without hyphens before it: `topic`, `version-of`."""
        return (self.option or self.name).replace("_", "-")

    @property
    def translated(self) -> bool:
        """Whether its text stands by language."""
        return isinstance(self.sort, Translated)

    @property
    def refers_to(self) -> str:
        """The kind of record that it names, "" for none; a place is named by its id too."""
        if isinstance(self.sort, Place):
            return "place"
        return self.sort.kind if isinstance(self.sort, Reference) else ""

    def check(self, value: object, language: str) -> Any:
        """The clean value (a tuple where there are many) of a TOML value; raises Invalid."""
        if not self.many:
            return self._check_one(value, language)
        if not isinstance(value, list):
            raise Invalid([((), _("it is a list: put it in square brackets"))])
        check = self.sort.check
        try:
            return tuple([check(one, language) for one in value])
        except ValueError:
            raise Invalid(self._wrong(value, language)) from None

    def _wrong(self, values: list[object], language: str) -> Wrong:
        """What is wrong in a list."""
        wrong: Wrong = []
        for number, one in enumerate(values):
            try:
                self._check_one(one, language)
            except Invalid as invalid:
                wrong += [((str(number), *path), sentence) for path, sentence in invalid.wrong]
        return wrong

    def _check_one(self, value: object, language: str) -> Any:
        try:
            return self.sort.check(value, language)
        except Invalid:
            raise
        except ValueError as refusal:
            raise Invalid([((), str(refusal))]) from None

    def items(self, value: Any) -> tuple[Any, ...]:
        """The clean values, one or many."""
        return value if self.many else (value,)

    def plain(self, value: Any) -> Any:
        """The value as TOML and JSON hold it."""
        if type(self.sort).plain is Text.plain:  # as it is, which need not be said of each
            return list(value) if self.many else value
        return [self.sort.plain(one) for one in value] if self.many else self.sort.plain(value)

    def cell(self, value: Any) -> str:
        """The value as a spreadsheet's cell; many are joined with "; "."""
        cell = self.sort.cell
        return BETWEEN.join([cell(one) for one in value]) if self.many else cell(value)

    def show(self, value: Any, language: str) -> str:
        """The value for a person; many are joined with "; "."""
        if not self.many:
            return self.sort.show(value, language)
        return BETWEEN.join([self.sort.show(one, language) for one in value])

    def order(self, value: Any, language: str) -> Any:
        """What the value is compared by, among others of this field."""
        if self.many:
            return tuple(self.sort.order(one, language) for one in value)
        return self.sort.order(value, language)

    def schema(self) -> dict[str, Any]:
        """The field in JSON Schema, with its help."""
        one = self.sort.schema()
        shape = {"type": "array", "items": one, "uniqueItems": True} if self.many else one
        return {"title": self.label.en, "description": self.help.en} | shape


def check_fields(
    fields: tuple[Field, ...], table: Mapping[str, object], language: str
) -> tuple[dict[str, Any], Wrong]:
    """The clean values of a table's known fields, in the fields' order, and what is wrong.

    A wrong or unknown value is not among the clean ones.
    """
    values: dict[str, Any] = {}
    wrong: Wrong = []
    for field in fields:
        if field.name not in table:
            continue
        try:
            values[field.name] = field.check(table[field.name], language)
        except Invalid as invalid:
            wrong += [((field.name, *path), sentence) for path, sentence in invalid.wrong]
    return values, wrong


class Document(Text):
    """A document of a record: a table of fields; typed, it is `TITLE | URL | TYPE`."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self.fields = fields

    def parse(self, text: str, language: str) -> object:
        """The document's table."""
        parts = [part.strip() for part in text.split("|")]
        named = dict(zip(("title", "url", "type"), parts, strict=False))
        if len(parts) > len(named):
            return text
        return {name: part for name, part in named.items() if part}

    def check(self, value: object, language: str) -> dict[str, Any]:
        """The document's clean values; a wrong one is refused, an unknown one kept."""
        if not isinstance(value, Mapping):
            raise ValueError(
                _('"{value}" is not a document: TITLE | URL | TYPE').format(value=value)
            )
        values, wrong = check_fields(self.fields, value, language)
        if "title" not in value:
            wrong.append(((), _("a document needs a title")))
        if wrong:
            raise Invalid(wrong)
        return values | {key: value[key] for key in self.unknown(value)}

    def unknown(self, value: Mapping[str, Any]) -> list[str]:
        """The keys that are no field of a document; they are kept."""
        names = {field.name for field in self.fields}
        return [key for key in value if key not in names]

    def plain(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """The document as TOML and JSON hold it."""
        known = {f.name: f.plain(value[f.name]) for f in self.fields if f.name in value}
        return known | {key: value[key] for key in self.unknown(value)}

    def cell(self, value: Mapping[str, Any]) -> str:
        """`title | url | type`, in English where there is a choice."""
        return self.show(value, "en")

    def show(self, value: Mapping[str, Any], language: str) -> str:
        """`title | url | type`, the last without a value left out."""
        parts = [
            field.show(value[field.name], language) if field.name in value else ""
            for field in self.fields[:3]
        ]
        return " | ".join(parts).rstrip(" |")

    def schema(self) -> dict[str, Any]:
        """An object with its fields."""
        return {
            "type": "object",
            "properties": {field.name: field.schema() for field in self.fields},
            "required": ["title"],
        }
