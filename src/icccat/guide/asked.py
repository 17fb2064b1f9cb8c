"""The question that a conversation has come to: its words, what it offers, what Enter means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.guide.earlier import next_number, suggested
from icccat.guide.entry import entries
from icccat.guide.offers import Offer, numbered
from icccat.guide.question import Question, Said
from icccat.locale import labelled
from icccat.locale import translate as _
from icccat.records.dates import in_words, parse_date
from icccat.records.likeness import NUMBERS
from icccat.records.sorts import FLAGS, Flag, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icccat.guide.entry import Entry
    from icccat.guide.setting import Setting
    from icccat.guide.talk import Talk

MENU = "menu"
GO_ON, TWICE = "go on", "add twice"  # questions of yes or no
MOST = 20  # offers that a help names


def question(talk: Talk, setting: Setting) -> Question:
    """What is asked now."""
    if talk.asked == MENU:
        return _menu(talk, setting)
    if talk.asked == GO_ON:
        return Question(_("Is it another one? Go on?"), _("y or n"))
    if talk.asked == TWICE:
        return Question(_("Add it all the same?"), _("y or n"))
    entry = setting.entry(talk.asked)
    label = _capital(entry.label(setting.reader))
    return Question(
        label,
        _("another one, or Enter: no more") if talk.another else _hint(entry, setting.reader),
        listed=() if talk.another else tuple(_numbered(entry, setting.reader)),
        default=default(talk, setting),
        offers=setting.offers(entry),
        many=entry.many,
    )


def default(talk: Talk, setting: Setting) -> str:
    """The answer that Enter stands for, "" for none.

    What was probably meant; else what was answered before; else the next number of the series, or
    what the most similar record has.
    """
    if talk.near or talk.another:
        return talk.near
    entry = setting.entry(talk.asked)
    if entry.name in talk.typed:
        return talk.typed[entry.name]
    if entry.name in talk.answers:
        return shown(entry, talk.answers[entry.name], setting.reader)
    if entry.name == NUMBERS.get(setting.kind.name):
        series = "".join(talk.answers.get("series", ()))
        following = next_number(setting.kind.name, series, setting.known.records)
        return str(following) if following else ""
    similar = setting.similar(setting.draft(talk.answers))
    return "; ".join(suggested(similar, entry.name)) if similar else ""


def shown(entry: Entry, texts: Sequence[str], language: str) -> str:
    """What was answered, as a person may type it again: a date in words, yes or no."""
    if entry.field and isinstance(entry.field.sort, When):
        try:
            return in_words(parse_date(texts[-1]), language)
        except ValueError:  # given as an option, and asked again for being wrong
            return texts[-1]
    if entry.field and isinstance(entry.field.sort, Flag) and texts[-1] in FLAGS:
        return entry.field.sort.show(FLAGS[texts[-1]], language)
    return "; ".join(texts)


def help_(talk: Talk, setting: Setting) -> tuple[Said, ...]:
    """What explains the question that is asked now."""
    keys = Said(_("Enter: what is in brackets; -: leave it out; <: go back; Ctrl-C: stop"), "help")
    if talk.asked == MENU:
        there = entries(setting.kind, setting.language, talk.answers)
        lines = (
            labelled(f"{number} {one.label(setting.reader)}", _value(talk, one, setting.reader))
            for number, one in enumerate(there, 1)
        )
        return (*(Said(line, "help") for line in lines), keys)
    if talk.asked in {GO_ON, TWICE}:
        return (Said(_("y: yes, go on; n: no, stop, and nothing is saved; <: go back"), "help"),)
    entry = setting.entry(talk.asked)
    return (*(Said(line, "help") for line in _explained(entry, setting)), keys)


def _value(talk: Talk, entry: Entry, language: str) -> str:
    """What was answered, or else what an answer would be for."""
    if entry.name in talk.answers:
        return shown(entry, talk.answers[entry.name], language)
    return entry.help(language)


def _explained(entry: Entry, setting: Setting) -> Iterator[str]:
    label = _capital(entry.label(setting.reader))
    yield labelled(label, entry.help(setting.reader))
    if example := entry.example(setting.reader):
        yield _("as in {example}").format(example=example)
    if entry.many:
        yield _("several: one after another, or separated by ;")
    known = [offer.value for offer in setting.offers(entry)]
    if known and not numbered_or_none(entry):
        more = "…" if len(known) > MOST else ""
        yield _("known so far: {values}").format(values="; ".join(known[:MOST]) + more)


def numbered_or_none(entry: Entry) -> tuple[str, ...]:
    """The words that stand with numbers above the question."""
    return numbered(entry.field) if entry.field else ()


def _hint(entry: Entry, language: str) -> str:
    """How to answer: an example, unless numbered words are one."""
    if numbered_or_none(entry):
        return _("one or more, by number or word") if entry.many else _("a number or a word")
    example = entry.example(language)
    if not example:
        return entry.help(language)
    if entry.many:
        return _("one or more, as in {example}").format(example=example)
    return _("as in {example}").format(example=example)


def _numbered(entry: Entry, language: str) -> Iterator[str]:
    for number, word in enumerate(numbered_or_none(entry), 1):
        yield f"{number} {shown(entry, [word], language)}"


def _menu(talk: Talk, setting: Setting) -> Question:
    """What was answered, and what else may be."""
    there = entries(setting.kind, setting.language, talk.answers)
    rows, listed = [], []
    for number, entry in enumerate(there, 1):
        label = entry.label(setting.reader)
        if entry.name in talk.answers:
            rows.append(labelled(f"{number} {label}", _value(talk, entry, setting.reader)))
        else:
            listed.append(f"{number} {label}")
    offers = [Offer(one.label(setting.reader), one.help(setting.reader)) for one in there]
    hint = _("a number or a name; Enter adds the {kind}").format(kind=setting.kind.label)
    return Question(_("More?"), hint, tuple(rows), tuple(listed), offers=offers)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
