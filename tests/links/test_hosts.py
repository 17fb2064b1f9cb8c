"""Hosts are looked up, and those that are not public refused."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest

from icccat.links.hosts import is_public, look_up
from icccat.links.outcome import Dead, Outcome, Sort

if TYPE_CHECKING:
    from collections.abc import Callable


def answers(*addresses: str) -> Callable[..., Any]:
    """A name service that gives these addresses for every host."""
    return lambda _host, port, **_how: [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses
    ]


def fails(code: int) -> Callable[..., Any]:
    """A name service that fails so."""

    def resolve(*_asked: object, **_how: object) -> None:
        raise socket.gaierror(code, "no")

    return resolve


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("::ffff:8.8.8.8", True),
        ("2002:808:808::1", True),
        ("64:ff9b::808:808", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.1.2.3", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff0e::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:a00:1::1", False),
        ("64:ff9b::7f00:1", False),
    ],
)  # fmt: skip
def test_is_public(address: str, public: bool) -> None:  # noqa: FBT001 (an expected value)
    """Private, loopback, link-local, shared, multicast and reserved addresses are not public."""
    assert is_public(address) is public


def test_public() -> None:
    """A public host has its addresses."""
    found = look_up("x.org", 80, allow_private=False, resolve=answers("8.8.8.8", "8.8.4.4"))
    assert [address for *_how, address in found] == [("8.8.8.8", 80), ("8.8.4.4", 80)]


@pytest.mark.parametrize(
    ("resolve", "outcome"),
    [
        (answers("8.8.8.8", "10.0.0.1"), Outcome(Sort.PRIVATE, detail="10.0.0.1")),
        (fails(socket.EAI_NONAME), Outcome(Sort.NO_HOST, detail="x.org")),
        (fails(socket.EAI_AGAIN), Outcome(Sort.UNKNOWN, detail="x.org")),
    ],
)
def test_dead(resolve: Callable[..., Any], outcome: Outcome) -> None:
    """One address that is not public is enough; no such host is told from no answer."""
    with pytest.raises(Dead) as dead:
        look_up("x.org", 80, allow_private=False, resolve=resolve)
    assert dead.value.outcome == outcome


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "0x7f000001", "::1"])
def test_private(host: str) -> None:
    """This machine is refused under all its names, and allowed if asked for."""
    with pytest.raises(Dead) as dead:
        look_up(host, 80, allow_private=False)
    assert dead.value.outcome.sort is Sort.PRIVATE
    assert look_up(host, 80, allow_private=True)


@pytest.mark.parametrize("host", ["x" * 64 + ".org", "a..b", "a\0b"])
def test_names_that_cannot_be(host: str) -> None:
    """What cannot be a name is no host, and no crash."""
    with pytest.raises(Dead) as dead:
        look_up(host, 80, allow_private=True)
    assert dead.value.outcome == Outcome(Sort.NO_HOST, detail=host)
