"""Text as a catalogue holds it, in English and in French: titles, descriptions, names of people.

Words are drawn by rank, so that a few are everywhere and most are rare, as in any language.
After the words of the lists come composed ones, and family names of syllables.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.chance import Chance

WORDS = Path(__file__).parent / "words"

VIDEO_TITLES = (
    "{topic}: {a} and {b}|{topic} : {a} et {b}",
    "How {a} change {b} in {city}|Comment les {a} changent les {b} à {city}",
    "{person} on {q} {a} in {city}|{person} sur les {a} {q} à {city}",
    "What do {a} know about {b}?|Que savent les {a} des {b} ?",
    "{a}, {b} and {c}: a short film from {city}|{a}, {b} et {c} : un court métrage de {city}",
    "Interview with {person}: {a} and {q} {b}|Entretien avec {person} : {a} et {b} {q}",
    "{topic} in {city}: {q} {a}|{topic} à {city} : {a} {q}",
)
MEETING_TITLES = (
    "Study visit to {city}: {a} and {b}|Visite d’étude à {city} : {a} et {b}",
    "{topic} and {q} {a}: policy lab in {city}|{topic} et {a} {q} : laboratoire à {city}",
    "Webinar: {q} {a} and {b}|Webinaire : {a} {q} et {b}",
    "Training on {a} for {b}|Formation sur les {a} pour les {b}",
    "{topic}: {a}, {b} and the role of {c}|{topic} : {a}, {b} et le rôle des {c}",
    "Meeting of the {a} of {city} on {b}|Réunion des {a} de {city} sur les {b}",
)
SERIES_TITLES = ("{q} {a} and {b}|{a} et {b} {q}",)
SENTENCES = (
    "It shows how {a} and {b} work together in {city}.|On y voit les {a} et les {b} à {city}.",
    "About {number} {a} discussed {q} {b}.|Quelque {number} {a} ont débattu des {b} {q}.",
    "{person} presents {a} made with {b}.|{person} présente des {a} conçus avec les {b}.",
    "The {a} of {city} met {q} {b} and {c}.|Les {a} de {city} ont rencontré les {b} et les {c}.",
    "Without {a} there are no {b}, say the {c}.|Sans les {a}, pas de {b}, disent les {c}.",
    "{q} {a} lead to {b}; {topic} follows.|Des {a} {q} mènent aux {b} ; suit : {topic}.",
    "Adopted: {number} {q} {a} for {b}.|Adoptés : {number} {a} {q} pour les {b}.",
)
NOTES = (
    "Ask {person} for the subtitles.|",
    "The link of {city} was moved twice; see the {a}.|",
)

_BEFORE = "inter trans multi co pluri supra micro macro post auto contra extra eco ethno socio geo"
_ROOTS = """
communic particip medi negoti integr migr organis represent transform vari observ innov explor
document cooper evalu motiv inspir orient associ coordin anim form educ cre consult deleg fond
habit invit liber navig narr oblig qualific ratific specul toler urbanis valid simul segreg moder
"""
_FIRST = """
ber kor van sil mar tor hal lin ost gar pel dom zav kri bal fen mor tal rus vel adam ander castell
daniel ferr gonz hern ivan jan kamin laur mikh nov oliv petr rodrig sand thom valent weiss yild zub
"""
_MIDDLE = "en ov an il ar es in om ul et ad ic or em ag ib un ek is az"
_LAST = "sson ić ska dis ez eira aud ini berg ova escu oglu enko mann ard iou ens ács ulić ai"


class Phrase(NamedTuple):
    """The same words in both languages."""

    en: str
    fr: str


class Topic(NamedTuple):
    """A topic of the vocabulary."""

    id: str
    label: Phrase
    also: tuple[str, ...]
    broader: str


def rows(name: str) -> list[list[str]]:
    """The rows of one of the word lists, the most frequent first."""
    text = (WORDS / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@cache
def nouns() -> Sequence[Phrase]:
    """Nouns in the plural: those of the list, then composed ones."""
    composed = [
        Phrase(f"{before}{root}{en}", f"{before}{root}{fr}")
        for (en, fr), root, before in product(
            (("ations", "ations"), ("ators", "ateurs")), _ROOTS.split(), _BEFORE.split()
        )
    ]
    return [Phrase(*row) for row in rows("nouns")] + composed


@cache
def adjectives() -> Sequence[Phrase]:
    """Adjectives, in French in the plural of either gender."""
    return [Phrase(*row) for row in rows("adjectives")]


@cache
def topics() -> Sequence[Topic]:
    """The vocabulary, the most frequent topic first."""
    return [
        Topic(id_, Phrase(en, fr), tuple(also.split("; ")) if also else (), broader)
        for id_, en, fr, also, broader in rows("topics")
    ]


@cache
def places() -> Mapping[str, list[str]]:
    """Places, `City, CC`, each with its other names, the most frequent first."""
    return {place: also.split("; ") if also else [] for place, also in rows("places")}


@cache
def _given() -> Sequence[str]:
    return [name for [name] in rows("given")]


@cache
def _families() -> Sequence[str]:
    syllables = product(_FIRST.split(), _MIDDLE.split(), _LAST.split())
    names = ["".join(parts).capitalize() for parts in syllables]
    return sorted(names, key=lambda name: crc32(name.encode()))  # in no order, always the same


def person(chance: Chance) -> str:
    """The name of a person; a few are met again and again, most of them once."""
    return f"{chance.ranked(_given())} {chance.ranked(_families())}"


def compose(patterns: Sequence[str], chance: Chance, *, city: str, topic: Topic) -> Phrase:
    """One of the patterns, its gaps filled with the same words in both languages."""
    a, b, c = (chance.ranked(nouns()) for _ in range(3))
    name, number, q = person(chance), chance.number(8, 240), chance.ranked(adjectives())
    en, _bar, fr = chance.any_of(patterns).partition("|")
    gaps = {"city": city, "person": name, "number": number}
    return Phrase(
        _capital(en.format(a=a.en, b=b.en, c=c.en, q=q.en, topic=topic.label.en, **gaps)),
        _capital(fr.format(a=a.fr, b=b.fr, c=c.fr, q=q.fr, topic=topic.label.fr, **gaps)),
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
