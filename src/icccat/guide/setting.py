"""What a conversation takes place in: the kind of record, what is known already, who answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from icccat.guide import offers
from icccat.guide.entry import ID, Entry, entries
from icccat.guide.reading import Mistake
from icccat.locale import translate as _
from icccat.records.new import make, parse
from icccat.records.record import from_table
from icccat.records.sorts import Place
from icccat.words.fold import fold
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icccat.guide.earlier import Given
    from icccat.guide.offers import Offer
    from icccat.records.kinds import Kind
    from icccat.records.known import Known
    from icccat.records.likeness import Likeness
    from icccat.records.new import New
    from icccat.records.record import Record


@dataclass(frozen=True, slots=True)
class Setting:
    """The kind of record that is made, among what is known, with a person who reads a language.

    `language` is that of text given without one. `alike` finds the records that a draft probably
    is again, whenever they are; `similar` the one that is most like it, if any is.
    """

    kind: Kind
    known: Known
    language: str
    reader: str
    alike: Callable[[Record], Sequence[Likeness]]
    similar: Callable[[Record], Record | None]
    _offers: dict[str, list[Offer]] = field(default_factory=dict)

    def entry(self, name: str) -> Entry:
        """What is asked under this name."""
        return next(one for one in entries(self.kind, self.language, [name]) if one.name == name)

    def names(self, entry: Entry) -> set[str]:
        """The folded names by which a person may call what is asked."""
        label = entry.label(self.reader)
        own = {entry.name, label}
        if entry.field and entry.code in {"", self.language}:
            own |= {entry.field.name, *entry.field.label}
        return {fold(name) for name in own}

    def offers(self, entry: Entry) -> list[Offer]:
        """What a field offers, looked for once."""
        if entry.field is None:
            return []
        if entry.name not in self._offers:
            records = self.known.records
            found = offers.offers(entry.field, records, code=entry.code, language=self.reader)
            self._offers[entry.name] = found
        return self._offers[entry.name]

    def draft(self, answers: Given) -> Record:
        """The record as far as it is answered, its wrong values aside."""
        given = {name: texts for name, texts in answers.items() if name != ID}
        table = parse(self.kind.name, given, self.language)
        return from_table(self.kind.name, "", table, self.language)[0]

    def made(self, answers: Given) -> New:
        """The record of the answers, checked; raises Refused where no id can be made of them."""
        given = {name: texts for name, texts in answers.items() if name != ID}
        id_ = "".join(answers.get(ID, ()))
        return make(self.kind.name, given, self.known, language=self.language, id_=id_)

    def check_id(self, id_: str) -> None:
        """Raise Mistake for an id that is taken, or that is none."""
        if id_ in self.known:
            sentence = _('the id "{id}" is taken by {other}')
            raise Mistake(sentence.format(id=id_, other=self.known.of_id(id_)[-1].key))
        if self.kind.name == "place":
            try:
                Place().check(id_, self.reader)
            except ValueError as refusal:
                raise Mistake(str(refusal)) from None
        elif not SHAPE.fullmatch(id_):
            sentence = _('the id "{id}" is hard to type: use small letters, digits and hyphens')
            raise Mistake(sentence.format(id=id_))
