"""The conversation: what is asked, one thing after another, and what an answer makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from icccat.errors import Level, Refused
from icccat.guide.asked import GO_ON, MENU, TWICE, default, help_
from icccat.guide.earlier import by_language, copied
from icccat.guide.entry import ID, entries, needed, usual
from icccat.guide.question import Said
from icccat.guide.reading import Mistake, read, yes_or_no
from icccat.locale import translate as _
from icccat.records.sorts import or_nearest
from icccat.words.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from icccat.errors import Problem
    from icccat.guide.earlier import Given
    from icccat.guide.entry import Entry
    from icccat.guide.setting import Setting
    from icccat.records.record import Record

BACK, HELP, NOTHING = "<", "?", "-"


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a conversation stands; each answer makes the next one of it.

    `ahead` names what is still to be asked, the first of it now, and then the menu. `typed` is
    what was answered to each, also what was gone back from. `near` is what a wrong answer probably
    meant. `before` is where the latest answer was given. `another`: a list is being lengthened.
    """

    answers: Given
    ahead: tuple[str, ...]
    said: tuple[Said, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    near: str = ""
    another: bool = False
    twice: bool = False
    end: str = ""  # "add" or "stop"
    before: Talk | None = None

    @property
    def asked(self) -> str:
        """The name of what is asked now."""
        return self.ahead[0] if self.ahead else MENU


def begin(setting: Setting, given: Given, model: Record | None = None) -> Talk:
    """The beginning of a conversation, in which what was given is not asked.

    Of a `model` is taken over what was not given, to be changed.
    """
    own = by_language(setting.kind.name, given, setting.language)
    bases = {name.partition(".")[0] for name in own}
    asked = usual(setting.kind, setting.language)
    ahead = tuple(name for name in asked if name.partition(".")[0] not in bases)
    if model is None:
        return Talk(own, ahead)
    answers = copied(model, given, setting.known.records, setting.language)
    title = model.title(setting.language) if model.declared.called else ""
    return Talk(answers, ahead, typed={needed(setting.kind, setting.language)[0]: title})


def answer(talk: Talk, setting: Setting, text: str) -> Talk:
    """Where the conversation stands after an answer."""
    text = text.strip()
    if text == BACK:
        return _back(talk)
    if text == HELP:
        return replace(talk, said=help_(talk, setting))
    if talk.asked in {GO_ON, TWICE}:
        return _decided(talk, text)
    if talk.asked == MENU:
        return _chosen(talk, setting, text) if text else _finished(talk, setting)
    return _answered(talk, setting, text)


def _back(talk: Talk) -> Talk:
    """At the question before, with what was answered there."""
    if talk.before is None:
        return replace(talk, said=(Said(_("this is the first question"), "wrong"),))
    return replace(talk.before, said=(), typed={**talk.before.typed, **talk.typed})


def _decided(talk: Talk, text: str) -> Talk:
    """After a yes or a no."""
    agreed = yes_or_no(text)
    if agreed is None:
        return replace(talk, said=(Said(_("type y for yes, n for no, or < to go back"), "wrong"),))
    if not agreed:
        return replace(talk, end="stop", said=())
    if talk.asked == TWICE:
        return replace(talk, end="add", twice=True, said=())
    return replace(talk, ahead=talk.ahead[1:], said=(), before=talk)


def _answered(talk: Talk, setting: Setting, text: str) -> Talk:
    """After the value of a field, or of the id."""
    entry = setting.entry(talk.asked)
    meant = text or default(talk, setting)
    if not meant and talk.another:
        return _next(talk, entry, {}, (), talk.typed[entry.name])
    if text == NOTHING or not meant:
        return _without(talk, entry)
    try:
        reading = read(entry, meant, setting.offers(entry), setting.reader)
        if entry.field is None:
            setting.check_id(meant)
    except Mistake as mistake:
        return replace(talk, said=(Said(str(mistake), "wrong"),), near=mistake.near)
    said = [Said(reading.echo)] if reading.echo else []
    said += [Said(warning, "warning") for warning in reading.warnings]
    before = talk.answers[entry.name] if talk.another else ()
    values = [*dict.fromkeys([*before, *reading.values])]
    if text and entry.many and len(reading.values) == 1 and ";" not in text:
        return _lengthened(talk, entry, values, said)
    typed = "; ".join(values) if talk.another else meant
    after = _next(talk, entry, {entry.name: values, **reading.also}, said, typed)
    return _warned(after, setting, entry)


def _lengthened(talk: Talk, entry: Entry, values: Sequence[str], said: Sequence[Said]) -> Talk:
    """At the same list, of which another item is asked."""
    answers = {**talk.answers, entry.name: values}
    typed = {**talk.typed, entry.name: "; ".join(values)}
    return Talk(answers, talk.ahead, tuple(said), typed, another=True, before=talk)


def _without(talk: Talk, entry: Entry) -> Talk:
    """After the wish to leave a field out."""
    if entry.needed:
        sentence = _("it is needed: every {kind} has one")
        said = Said(sentence.format(kind=entry.kind.label), "wrong")
        return replace(talk, said=(said,), near="")
    kept = {name: texts for name, texts in talk.answers.items() if name != entry.name}
    typed = {name: text for name, text in talk.typed.items() if name != entry.name}
    return Talk(kept, talk.ahead[1:], typed=typed, before=talk)


def _next(talk: Talk, entry: Entry, given: Given, said: Sequence[Said], typed: str) -> Talk:
    """At the question after this one, with what was answered to it."""
    answers, all_typed = {**talk.answers, **given}, {**talk.typed, entry.name: typed}
    return Talk(answers, talk.ahead[1:], tuple(said), all_typed, before=talk)


def _warned(talk: Talk, setting: Setting, entry: Entry) -> Talk:
    """With what the record may be a duplicate of, once its title is known."""
    if not entry.field or entry.field.name != setting.kind.called:
        return talk
    found = setting.alike(setting.draft(talk.answers))
    if not found:
        return talk
    said = tuple(Said(one.sentence, "warning") for one in found)
    return replace(talk, ahead=(GO_ON, *talk.ahead), said=(*talk.said, *said))


def _chosen(talk: Talk, setting: Setting, text: str) -> Talk:
    """After the wish to answer one thing more."""
    there = entries(setting.kind, setting.language, talk.answers)
    number = int(text) if text.isdecimal() else 0
    if 0 < number <= len(there):
        return replace(talk, ahead=(there[number - 1].name,), said=(), before=talk)
    names = {name: entry for entry in there for name in setting.names(entry)}
    found = names.get(fold(text)) or _only(
        {entry.name: entry for name, entry in names.items() if name.startswith(fold(text))}
    )
    if found:
        return replace(talk, ahead=(found.name,), said=(), before=talk)
    sentence = _('there is no field "{name}" among them').format(name=text)
    return replace(talk, said=(Said(or_nearest(sentence, text, names), "wrong"),))


def _only(found: Mapping[str, Entry]) -> Entry | None:
    return next(iter(found.values())) if len(found) == 1 else None


def _finished(talk: Talk, setting: Setting) -> Talk:
    """After the wish to add the record: added, unless something is wrong with it as a whole."""
    try:
        new = setting.made(talk.answers)
    except Refused as refused:
        said = tuple(Said(line, "wrong") for line in refused.lines)
        return replace(talk, ahead=(ID,), said=said, before=talk)
    wrong = [problem for problem in new.problems if problem.level is Level.ERROR]
    if wrong:
        said = tuple(Said(one.message, "wrong") for one in wrong)
        names = dict.fromkeys(_name(one, setting) for one in wrong)
        return replace(talk, ahead=tuple(names), said=said, before=talk)
    if new.twins:
        sentence = _("the same title and date, or the same link, is there already: {ids}")
        ids = ", ".join(record.key for record in new.twins)
        said = (Said(sentence.format(ids=ids), "warning"),)
        return replace(talk, ahead=(TWICE,), said=said, before=talk)
    return replace(talk, end="add", said=())


def _name(problem: Problem, setting: Setting) -> str:
    """What to ask again because of a problem."""
    base = problem.path[2] if len(problem.path) > 2 else ID  # noqa: PLR2004 (kind, id, field)
    field = setting.kind.field(base)
    return f"{base}.{setting.language}" if field and field.translated else base
