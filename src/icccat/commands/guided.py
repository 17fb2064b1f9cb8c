"""`icccat add` in a terminal: what was not given is asked for, until the record is whole."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from icccat.catalogue.lookup import place_of
from icccat.commands.given import Options
from icccat.errors import Refused, Stopped
from icccat.guide.asked import question
from icccat.guide.earlier import copied
from icccat.guide.entry import ID, lacking
from icccat.guide.question import Said
from icccat.guide.setting import Setting
from icccat.guide.talk import answer, begin
from icccat.locale import translate as _
from icccat.records.duplicates import near
from icccat.records.kinds import EVENTS
from icccat.search.index.remembered import Remembered
from icccat.search.order import ranked
from icccat.search.similar import similar
from icccat.terminal.asking import by_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icccat.commands.session import Session
    from icccat.guide.talk import Talk
    from icccat.records.kinds import Kind
    from icccat.records.likeness import Likeness
    from icccat.records.record import Record
    from icccat.search.index import Index
    from icccat.terminal.asking import Ask


def asked(session: Session, kind: Kind, options: Options, copy: str) -> Options:
    """The options with what is copied of the record `copy`, and with what a person answers.

    Nothing is asked where nothing needed is lacking, or where there is nobody. Raises Stopped
    where the person has had enough.
    """
    talking = lacking(kind, options.given, options.id) and _somebody()
    if not copy and not talking:
        return options
    with session.index() as index:
        model = _model(index, kind, copy) if copy else None
        if talking:
            return _answered(session, _setting(session, index, kind), options, model)
        assert model is not None  # noqa: S101 (else the options stand as they are)
        given = copied(model, options.given, index.records, index.about.language)
        return options._replace(given=given)


def _answered(
    session: Session, setting: Setting, options: Options, model: Record | None
) -> Options:
    """The options with what a person answers."""
    given = {**options.given, **({ID: [options.id]} if options.id else {})}
    talk = _talk(session, setting, begin(setting, given, model))
    own = f".{setting.language}"  # which options need not say
    answers = {name.removesuffix(own): texts for name, texts in talk.answers.items() if name != ID}
    id_ = "".join(talk.answers.get(ID, ()))
    return Options(answers, id_, options.yes or talk.twice, by_hand=True)


def _somebody() -> bool:
    """Whether there is a person to ask, who sees what is asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _model(index: Index, kind: Kind, beginning: str) -> Record:
    """The record that is copied; raises Refused for one of another kind."""
    ids = index.ids()
    record = index.record(ids[place_of([id_ for _number, id_ in ids], beginning)][0])
    if record.kind != kind.name:
        sentence = _("--copy {id}: that is a {other}, not a {kind}")
        sentence = sentence.format(id=record.id, other=record.declared.label, kind=kind.label)
        raise Refused(sentence)
    return record


def _setting(session: Session, index: Index, kind: Kind) -> Setting:
    known = Remembered(index)

    def alike(draft: Record) -> list[Likeness]:
        return near(draft, known.records, at_any_time=True)

    def most_similar(draft: Record) -> Record | None:
        if kind.name not in EVENTS:
            return None
        numbers = ranked(similar(draft, index).scores, index, session.terminal.language)
        return next((one for one in index.read(numbers) if one.kind == kind.name), None)

    return Setting(
        kind, known, index.about.language, session.terminal.language, alike, most_similar
    )


def _talk(session: Session, setting: Setting, talk: Talk) -> Talk:
    """The conversation, led to its end; raises Stopped where it has none."""
    ask = _ask(session)
    sentence = _("A new {kind}. Enter takes what is in brackets, ? explains, < goes back.")
    said: Sequence[Said] = [Said(sentence.format(kind=setting.kind.label), "help")]
    try:
        while not talk.end:
            talk = answer(talk, setting, ask(question(talk, setting), said))
            said = talk.said
    except (KeyboardInterrupt, EOFError):
        session.terminal.note("")
        raise Stopped(_("nothing was saved")) from None
    session.terminal.note("")
    if talk.end == "stop":
        raise Refused(_("nothing was saved"))
    return talk


def _ask(session: Session) -> Ask:
    if session.terminal.form == "plain" or os.environ.get("TERM") == "dumb":
        return by_lines(session.terminal, sys.stdin)
    from icccat.terminal.prompt import prompting  # noqa: PLC0415 (only for a conversation)

    return prompting(session.terminal)
