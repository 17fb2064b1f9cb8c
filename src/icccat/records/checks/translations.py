"""What of a record is in one of the two languages, English and French, and not in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.errors import Level, Problem
from icccat.locale import LANGUAGES, language
from icccat.locale import translate as _
from icccat.records.checks.values import path_of
from icccat.records.standards import languages
from icccat.records.translations import translations
from icccat.words.shell import in_shell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.records.record import Record


def gaps(record: Record) -> Iterator[Problem]:
    """A text that is in one of the two languages alone; asked for by itself, never of course."""
    for field, path, texts in translations(record):
        missing = [code for code in LANGUAGES if code not in texts]
        if len(missing) == 1:
            code = missing[0]
            sentence = _("it has no {language} {field} yet")
            sentence = sentence.format(
                language=languages()[code].in_(language()), field=field.label
            )
            where = path_of(record, *path, code)
            yield Problem(Level.ADVICE, where, sentence, _mend(record, path, code))


def _mend(record: Record, path: tuple[str, ...], code: str) -> str:
    """The command that adds the text: in the editor for what is inside a document."""
    edit = f"icccat edit {in_shell(record.id)}"
    return f'{edit} {path[0]}.{code}="…"' if len(path) == 1 else edit
