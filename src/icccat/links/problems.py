"""What is wrong with the links of records, in words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from icccat.errors import Level, Problem
from icccat.links.outcome import Outcome, Sort
from icccat.locale import count
from icccat.locale import translate as _
from icccat.words.slug import SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icccat.links.addresses import Addresses

_BARE = re.compile(r"[\w.~:/@%+=-]+", re.ASCII)  # what every shell takes as it is
_QUOTED = re.compile(r'[^"$`\\!\s]+')  # what every shell takes between double quotes
_OF_A_RECORD = 3  # keys that lead to a field


def problems(addresses: Addresses, outcomes: Mapping[str, Outcome]) -> Iterator[Problem]:
    """A problem at each place of an address that is wrong: a warning; advice where it moved."""
    for address, paths in addresses.items():
        outcome = outcomes[address]
        sentence = _sentence(outcome)
        for path in paths if sentence else ():
            moved = outcome.sort is Sort.MOVED
            yield Problem(
                Level.ADVICE if moved else Level.WARNING,
                path,
                sentence.format(address=address, detail=outcome.detail, status=outcome.status),
                _mend(path, outcome.detail) if moved else "",
            )


def _sentence(outcome: Outcome) -> str:
    """What there is to say of it, if anything."""
    if outcome.sort is Sort.FAULTY and outcome.status:
        return _("{address} gives an error: its server answers {status}")
    sentences = {
        Sort.MOVED: _("{address} has moved for good to {detail}"),
        Sort.FRONT: _("{address} leads to the front page {detail} only: it is probably gone"),
        Sort.GONE: _("{address} is gone: its server answers {status}"),
        Sort.FAULTY: _("{address} gives nothing: {detail} does not answer properly"),
        Sort.NO_HOST: _("{address} leads nowhere: there is no host {detail}"),
        Sort.REFUSED: _("{address} gives nothing: {detail} refuses the connection"),
        Sort.SILENT: _("{address} gives nothing: {detail} does not answer in time"),
        Sort.INSECURE: _("{address} is not secure: {detail}"),
        Sort.PRIVATE: _("{address} leads to the private address {detail}: not asked for"),
        Sort.ASTRAY: _("{address} leads to {detail}, which is no address on the web"),
        Sort.ENDLESS: _("{address} is sent on from address to address without end"),
    }
    return sentences.get(outcome.sort, "")


def _mend(path: tuple[str, ...], address: str) -> str:
    """The command that takes the new address over; "" where a shell might read it amiss."""
    id_ = path[1]
    if not SHAPE.fullmatch(id_):
        return ""
    if len(path) > _OF_A_RECORD:  # in a document, which has no assignment of its own
        return f"icccat edit {id_}"
    if _BARE.fullmatch(address):
        return f"icccat edit {id_} {path[2]}={address}"
    return f'icccat edit {id_} "{path[2]}={address}"' if _QUOTED.fullmatch(address) else ""


def notes(outcomes: Mapping[str, Outcome]) -> list[str]:
    """What is to be said of links of which nothing is known, in sentences."""
    of = Counter(outcome.sort for outcome in outcomes.values())
    closed = {urlsplit(one).netloc for one, out in outcomes.items() if out.sort is Sort.CLOSED}
    told = []
    if number := of[Sort.CLOSED]:
        sentence = count(
            "{number} link is closed to programs, so try it yourself: {hosts}",
            "{number} links are closed to programs, so try them yourself: {hosts}",
            number,
        )
        told.append(sentence.format(number=number, hosts=", ".join(sorted(closed))))
    if number := of[Sort.UNKNOWN]:
        sentence = count(
            "{number} link could not be looked up: is this computer online?",
            "{number} links could not be looked up: is this computer online?",
            number,
        )
        told.append(sentence.format(number=number))
    return told
