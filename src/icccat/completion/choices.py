"""What may be the value of each option, and stand as each word of a command.

Every option that takes a value stands here, though many take any: thus it is known without the
commands which words are values. The tests hold the table against the commands themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from icccat.completion.assignments import assignments
from icccat.completion.candidate import Candidate, Offer
from icccat.completion.columns import columns, orders
from icccat.completion.shells import SHELLS
from icccat.locale import LANGUAGES
from icccat.records.kinds import EVENTS, KINDS
from icccat.records.standards import languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from icccat.completion.asked import Asked
    from icccat.completion.catalogue import Catalogue
    from icccat.records.fields import Field

Source: TypeAlias = "Callable[[Asked, Catalogue], Offer]"
SECOND = "fr"  # the language in which a field has an option of its own


def anything(asked: Asked, _catalogue: Catalogue) -> Offer:
    """Nothing to offer: anything may stand here."""
    return Offer(asked)


def files(asked: Asked, _catalogue: Catalogue) -> Offer:
    """A file."""
    return Offer(asked, files=True)


def _of(*words: str) -> Source:
    """One of these words."""
    return lambda asked, _catalogue: Offer(asked, map(Candidate, words))


def _ids(*kinds: str) -> Source:
    """The id of a record of these kinds."""
    return lambda asked, catalogue: Offer(asked, catalogue.ids(asked.typed, kinds))


def _same_kind(asked: Asked, catalogue: Catalogue) -> Offer:
    """The id of a record of the kind that is being added."""
    return Offer(asked, catalogue.ids(asked.typed, [asked.kind]))


def _kinds(asked: Asked, catalogue: Catalogue) -> Offer:
    return Offer(asked, catalogue.kinds())


def _language(asked: Asked, catalogue: Catalogue) -> Offer:
    return Offer(asked, catalogue.named(languages()))


def _restored(asked: Asked, catalogue: Catalogue) -> Offer:
    """An id, and the sign after which a step is named."""
    found = (Candidate(f"{one.word}@", one.hint) for one in catalogue.ids(asked.typed))
    return Offer(asked, found)


def _term(asked: Asked, catalogue: Catalogue) -> Offer:
    """A term of a query."""
    from icccat.completion.terms import terms  # noqa: PLC0415 (only they need the query language)

    return terms(asked, catalogue)


def _last_term(asked: Asked, catalogue: Catalogue) -> Offer:
    """The last term of a query that is one word of the command."""
    return _term(asked.after_last(" "), catalogue)


def _formats(asked: Asked, _catalogue: Catalogue) -> Offer:
    from icccat.formats import formats  # noqa: PLC0415 (only when asked for)

    return Offer(asked, map(Candidate, formats()))


def _incoming(asked: Asked, _catalogue: Catalogue) -> Offer:
    from icccat.formats.incoming import readers  # noqa: PLC0415 (only when asked for)

    return Offer(asked, map(Candidate, readers()))


def _programs(asked: Asked, _catalogue: Catalogue) -> Offer:
    """The programs that the format has ways of its own for."""
    from icccat.formats import format_named  # noqa: PLC0415 (only when asked for)

    chosen = format_named(asked.options.get("--format", "csv"))
    return Offer(asked, map(Candidate, getattr(chosen, "PROGRAMS", ())))


def _value_of(field: Field) -> Source:
    return lambda asked, catalogue: Offer(asked, catalogue.values(field, asked.typed))


GLOBAL: dict[str, Source] = {"--catalogue": files, "--lang": _of(*LANGUAGES), "--wait": anything}
_KIND: dict[str, Source] = {"--kind": _kinds}
_SHOWN: dict[str, Source] = {"--columns": columns, "--limit": anything}
OPTIONS: dict[str, dict[str, Source]] = {
    "add": {"--id": anything, "--set": assignments, "--copy": _same_kind},
    "list": {**_KIND, **_SHOWN, "--sort": orders, "--count": columns},
    "search": {**_KIND, **_SHOWN, "--save": anything},
    "similar": _SHOWN,
    "edit": {"--where": _last_term},
    "history": {"--restore": _restored},
    "export": {
        **_KIND,
        "--sort": orders,
        "--columns": columns,
        "--output": files,
        "-o": files,
        "--format": _formats,
        "--in": _of("en", "fr", "both"),
        "--for": _programs,
    },
    "import": {
        **_KIND,
        "--format": _incoming,
        "--encoding": anything,
        "--date-order": _of("dmy", "mdy", "ymd"),
        "--in": _language,
    },
    "check": {"--format": _of("text", "github")},
    "merge": {"--git": anything},
}
WORDS: dict[str, Source] = {
    "list": _term,
    "search": _term,
    "export": _term,
    "similar": _ids(*EVENTS),
    "show": _ids(*KINDS),
    "edit": _ids(*KINDS),
    "remove": _ids(*KINDS),
    "history": _ids(*KINDS),
    "import": files,
    "merge": files,
    "init": files,
    "demo": files,
    "completion": _of(*SHELLS),
}


def options(command: str, kind: str = "") -> dict[str, Source]:
    """The options of a command that take a value, and what it may be."""
    return {**GLOBAL, **OPTIONS.get(command, {}), **_fields(kind)}


def _fields(kind: str) -> dict[str, Source]:
    """The options of the fields of a kind."""
    found: dict[str, Source] = {}
    for field in KINDS[kind].fields if kind in KINDS else ():
        found[f"--{field.word}"] = _value_of(field)
        if field.translated:
            found[f"--{field.word}-{SECOND}"] = anything
    return found


def word(asked: Asked) -> Source:
    """What may stand as the next word of the command."""
    if asked.command == "add":
        return anything if asked.kind else _kinds
    if asked.command == "edit" and (asked.words or {"--where", "--all"} & asked.options.keys()):
        return assignments
    single = asked.command in {"show", "similar", "history", "import", "completion"}
    return anything if single and asked.words else WORDS.get(asked.command, anything)
