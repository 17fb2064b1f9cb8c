"""`FIELD=VALUE`, `FIELD+=VALUE`, `FIELD-=VALUE`: what a person wants a record to hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icccat.errors import Refused
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.sorts import or_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icccat.records.fields import Field
    from icccat.records.record import Record

_SIGN = re.compile(r"(.*?)(\+=|-=|=)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A field, a sign (=, +=, -=) and the text given; `code` is the language of title.fr."""

    name: str
    sign: str
    text: str

    @property
    def base(self) -> str:
        """The field's name, without a language."""
        return self.name.partition(".")[0]

    @property
    def code(self) -> str:
        """The language named, "" for none."""
        return self.name.partition(".")[2]

    @property
    def clears(self) -> bool:
        """Whether it takes the whole value away."""
        return self.sign == "=" and not self.code and not self.text.strip()


def parse_assignments(words: Iterable[str]) -> list[Assignment]:
    """The assignments of a command; raises Refused for all the words that are none."""
    found, wrong = [], []
    for word in words:
        match = _SIGN.fullmatch(word)
        if match is None or not match[1].strip():
            wrong.append(_('"{word}" is no assignment: write FIELD=VALUE').format(word=word))
        else:
            found.append(Assignment(match[1].strip(), match[2], match[3]))
    if wrong:
        raise Refused(*wrong)
    return found


def assigned_values(
    record: Record, assignments: Iterable[Assignment], language: str
) -> tuple[dict[str, Any], list[str]]:
    """The record's new values by field, None for those cleared, and what is wrong."""
    values: dict[str, Any] = {}
    wrong = []
    for one in assignments:
        try:
            if one.base in record.other and one.clears:  # an unknown key, or a wrong value
                values[one.base] = None
            else:
                field = _field(record, one, values)
                now = values.get(one.base, record.get(one.base))
                values[one.base] = _assigned(field, now, one, language)
        except ValueError as refusal:
            wrong += [labelled(one.name, sentence) for sentence in str(refusal).splitlines()]
    return values, wrong


def _field(record: Record, one: Assignment, values: Mapping[str, Any]) -> Field:
    """The field assigned to; ValueError if there is none, or a part of a wrong value is meant."""
    field = record.declared.field(one.base)
    if field is None:
        sentence = _("a {kind} has no such field").format(kind=record.declared.label)
        raise ValueError(or_nearest(sentence, one.base, [f.name for f in record.declared.fields]))
    if one.base in record.other and one.base not in values and (one.code or one.sign != "="):
        raise ValueError(_("what it holds now is wrong: icccat check says what to mend first"))
    return field


def _assigned(field: Field, now: Any, one: Assignment, language: str) -> Any:  # noqa: ANN401 (the sort says which)
    """The field's new clean value, None for none; ValueError says what is wrong."""
    if one.code and not field.translated:
        raise ValueError(_("it is not text by language"))
    if one.sign != "=" and not field.many:
        raise ValueError(_("it is not a list: write {name}=VALUE").format(name=one.base))
    if field.translated:
        return _translated(field, now, one, language)
    if not one.text.strip() and one.sign == "=":
        return None
    if not field.many:
        return field.check(field.sort.parse(one.text, language), language)
    given = [field.sort.parse(text, language) for text in one.text.split("; ")]
    return _list(field, now or (), one.sign, field.check(given, language))


def _translated(field: Field, now: Any, one: Assignment, language: str) -> dict[str, str] | None:  # noqa: ANN401 (the sort says which)
    """The text by language with one of them set or cleared."""
    code = one.code or language
    texts = dict(now or {})
    if one.text.strip():
        texts |= field.check(field.sort.parse(one.text, code), language)
    elif texts.pop(code, None) is None:
        raise ValueError(_("there is no text in {language} to clear").format(language=code))
    return texts or None


def _list(
    field: Field, now: tuple[Any, ...], sign: str, given: tuple[Any, ...]
) -> tuple[Any, ...] | None:
    """The list set, with items more, or with items fewer."""
    if sign == "=":
        return given
    if sign == "+=":
        for item in given:
            now = now if item in now else (*now, item)
        return now
    missing = [field.show((item,), "en") for item in given if item not in now]
    if missing:
        sentence = _("{items} is not among them: {there}")
        there = field.show(now, "en") or _("nothing is there")
        raise ValueError(sentence.format(items="; ".join(missing), there=there))
    return tuple(item for item in now if item not in given) or None
