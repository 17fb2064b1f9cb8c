"""Conversations for tests: among the records of the small catalogue, without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import records_of
from conftest import CATALOGUE

from icccat.guide.setting import Setting
from icccat.guide.talk import answer, begin
from icccat.records.duplicates import near
from icccat.records.kinds import KINDS
from icccat.records.known import known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icccat.guide.earlier import Given
    from icccat.guide.talk import Talk
    from icccat.records.record import Record

RECORDS = records_of(CATALOGUE)


def setting(kind: str, *, reader: str = "en", language: str = "en", like: str = "") -> Setting:
    """A setting among the small catalogue's records; `like` is the id of the most similar one."""

    def similar(draft: Record) -> Record | None:
        return RECORDS[draft.kind].get(like)

    return Setting(
        KINDS[kind],
        known(RECORDS),
        language,
        reader,
        lambda draft: near(draft, RECORDS, at_any_time=True),
        similar,
    )


def talked(
    among: Setting, answers: Iterable[str], given: Given | None = None, model: Record | None = None
) -> Talk:
    """Where a conversation stands after these answers."""
    talk = begin(among, given or {}, model)
    for text in answers:
        talk = answer(talk, among, text)
    return talk
