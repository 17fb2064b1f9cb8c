"""The headings of a table: which field each stands for, and how that was seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from icccat.locale import Bilingual
from icccat.records.columns import MADE
from icccat.records.kinds import KINDS, every_field
from icccat.records.standards import languages
from icccat.words.fold import fold
from icccat.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

ID, KIND = "id", "kind"
OTHER = "other"  # what a heading stands for that is a key icccat does not know
FOUND = "found"  # why a record was found, which `icccat search --json` says
READ = (ID, KIND, "date", "title")  # columns made of fields that are read all the same
# as in title_fr, Title (fr) and titre (français)
_IN_LANGUAGE = re.compile(r"(.*\w)[\s_.-]*[\s_.([-][\s]*(\w[\w -]*\w)[\s)\]]*")


class Heading(NamedTuple):
    """What a heading stands for.

    `name` is a field, or id, kind, or other, for a key that icccat does not know; `code` the
    language that it names, if any. `how` it was understood: name, en, fr (a label in that
    language), near; or that it is left over: made (of other fields, by icccat), unknown. `near` is
    the nearest known one in both of these cases. `alone`: no heading of the same field names a
    language, nor does it.
    """

    text: str
    name: str = ""
    code: str = ""
    how: str = "unknown"
    near: str = ""
    alone: bool = True

    @property
    def is_read(self) -> bool:
        """Whether its cells are read at all."""
        return self.how not in {"made", "unknown"}

    @property
    def field(self) -> str:
        """The field as people write it: title, title.fr."""
        return f"{self.name}.{self.code}" if self.code else self.name


def keys(texts: Sequence[str], kinds: Collection[str]) -> list[Heading]:
    """What the keys of objects stand for: fields to the letter, else keys that are kept."""
    fields = every_field(tuple(kinds) or tuple(KINDS))
    named = {name: Heading(name, name, how="name") for name in (*fields, ID, KIND)}
    named[FOUND] = Heading(FOUND, how="made")
    return [named.get(text, Heading(text, OTHER, how="name")) for text in texts]


def understood(texts: Sequence[str], kinds: Collection[str]) -> list[Heading]:
    """What the headings of records of these kinds stand for, in order.

    Those that are known come first to a field; of the others the nearest spelling.
    """
    known = _known(kinds)
    found = [_exact(text, known) for text in texts]
    taken = {(one.name, one.code) for one in found}
    for place, one in enumerate(found):
        if one.how == "unknown":
            found[place] = _nearest(one.text, known, taken)
            taken.add((found[place].name, found[place].code))
    fields = every_field(tuple(kinds))
    if "date" not in fields and any(one.name in _dates(kinds) for one in found):
        found = [one._replace(how="made") if one.name == "date" else one for one in found]
    in_languages = {one.name for one in found if one.code}
    return [one._replace(alone=one.name not in in_languages) for one in found]


def _dates(kinds: Collection[str]) -> set[str]:
    return {name for kind in kinds for name in KINDS[kind].dates}


def _known(kinds: Collection[str]) -> dict[str, Heading]:
    """Each heading by what it folds to: names of fields, then labels, then words of options."""
    found: dict[str, Heading] = {}
    fields = every_field(tuple(kinds) or tuple(KINDS))
    names = [*MADE, *fields]
    labels = {name: column.label for name, column in MADE.items()}
    labels |= {name: field.label for name, field in fields.items()}
    for name in names:
        found.setdefault(_key(name), Heading("", name, how="name"))
    for name, label in labels.items():
        for language in Bilingual._fields:
            found.setdefault(_key(label.in_(language)), Heading("", name, how=language))
    for name, field in fields.items():
        if field.option:
            found.setdefault(_key(field.option), Heading("", name, how="en"))
    for key, one in found.items():
        if one.name in MADE and one.name not in (*READ, *fields):
            found[key] = one._replace(how="made")
    return found


def _key(text: str) -> str:
    """The text without what people write otherwise: case, accents, underscores, marks."""
    return " ".join(re.sub(r"[_:*]+", " ", fold(text)).split())


def _exact(text: str, known: Mapping[str, Heading]) -> Heading:
    """The heading, if it is a known one, or a known one with a language."""
    if one := known.get(_key(text)):
        return one._replace(text=text)
    for base, code in _in_language(text):
        one = known.get(base)
        if one and one.name in _translated():
            return one._replace(text=text, code=code)
    return Heading(text)


def _in_language(text: str) -> Iterator[tuple[str, str]]:
    """What stands before a language, and the language's code."""
    if found := _IN_LANGUAGE.fullmatch(fold(text)):
        code = _codes().get(found[2])
        if code:
            yield _key(found[1]), code


def _codes() -> dict[str, str]:
    """The codes of languages by themselves and by their names."""
    named = {fold(name): code for code, both in languages().items() for name in both}
    return named | {code: code for code in languages()}


def _translated() -> set[str]:
    return {name for name, field in every_field().items() if field.translated}


def _nearest(
    text: str, known: Mapping[str, Heading], taken: Collection[tuple[str, str]]
) -> Heading:
    """The heading nearest in spelling, where no other one stands for the same; else unknown."""
    for base, code in [(_key(text), ""), *_in_language(text)]:
        near = nearest(base, [key for key, one in known.items() if one.name not in (ID, KIND)])
        one = known[near] if near else None
        if near and one and (not code or one.name in _translated()):
            if one.how != "made" and (one.name, code) not in taken:
                return one._replace(text=text, code=code, how="near", near=near)
            return Heading(text, near=near)
    return Heading(text)
