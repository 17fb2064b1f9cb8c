"""Many addresses at once, each host one question at a time; HEAD, then GET where it must be."""

from __future__ import annotations

import socket
import threading
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from web import hang_up

from icccat.links.outcome import Outcome, Sort
from icccat.links.visit import Manners, visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from web import Site

    Serve = Callable[..., Site]

QUICK = Manners(allow_private=True, pause=0)


def test_head_then_get(serve: Serve) -> None:
    """A server that does not like HEAD is asked again with GET; only that counts."""
    liked = {"/fine": 200, "/gone": 410, "/error": 500}
    disliked = {f"HEAD /{status}": status for status in (403, 404, 405, 501)}
    site = serve(
        liked | disliked | {f"GET /{status}": 200 for status in (403, 404, 405, 501)}
        | {"HEAD /up": hang_up, "GET /up": 200}
    )  # fmt: skip
    paths = ("/fine", "/gone", "/error", "/403", "/404", "/405", "/501", "/up")
    found = dict(visit([site.at(path) for path in paths], QUICK))
    fine = {
        site.at(path): Outcome(Sort.FINE, 200, site.at(path))
        for path in ("/fine", "/403", "/404", "/405", "/501", "/up")
    }
    wrong = {
        site.at("/gone"): Outcome(Sort.GONE, 410),
        site.at("/error"): Outcome(Sort.FAULTY, 500),
    }
    assert found == fine | wrong
    assert site.asked.count("HEAD /fine") == 1
    assert "GET /fine" not in site.asked


def test_redirects(serve: Serve) -> None:
    """The way is followed, to another host too."""
    site = serve({"/a": (301, "SITE/b"), "/b": 200, "/loop": (302, "/loop")})
    [other] = [serve({"/c": (308, site.at("/b")), "/d": (301, "ftp://x.org/")})]
    starts = [site.at("/a"), site.at("/loop"), other.at("/c", host="localhost"), other.at("/d")]
    assert dict(visit(starts, QUICK)) == {
        site.at("/a"): Outcome(Sort.MOVED, 200, site.at("/b")),
        site.at("/loop"): Outcome(Sort.ENDLESS, detail=site.at("/loop")),
        other.at("/c", host="localhost"): Outcome(Sort.MOVED, 200, site.at("/b")),
        other.at("/d"): Outcome(Sort.ASTRAY, detail="ftp://x.org/"),
    }


def test_private(serve: Serve) -> None:
    """Unless it is asked for, nobody knocks at this machine's own doors, also by a redirect."""
    site = serve({"/a": 200, "/b": (302, "http://private.invalid/")})

    def resolve(host: str, port: int, **_how: object) -> list[tuple[Any, ...]]:
        address = "8.8.8.8" if host == "public.invalid" else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    manners = Manners(pause=0)
    assert dict(visit([site.at("/a")], manners)) == {
        site.at("/a"): Outcome(Sort.PRIVATE, detail="127.0.0.1")
    }
    assert site.asked == []
    hidden = "http://hidden.invalid/"
    assert dict(visit([hidden], Manners(resolve=resolve))) == {
        hidden: Outcome(Sort.PRIVATE, detail="10.0.0.1")
    }


def test_each_hop_is_looked_up(serve: Serve) -> None:
    """A server that sends on to a private address does not get us there."""
    site = serve({"/a": (302, "http://private.invalid/")})

    def resolve(host: str, port: int, **how: Any) -> list[Any]:  # noqa: ANN401 (as getaddrinfo)
        looked_up.append(host)
        return list(socket.getaddrinfo("127.0.0.1", port, **how))

    looked_up: list[str] = []
    manners = Manners(allow_private=True, pause=0, resolve=resolve, timeout=1)
    [(address, outcome)] = visit([site.at("/a", host="public.invalid")], manners)
    assert looked_up == ["public.invalid", "private.invalid"]
    assert (address, outcome.status) == (site.at("/a", host="public.invalid"), 0)


def test_one_at_a_time(serve: Serve) -> None:
    """A host has one question at a time, and a pause after it, whoever sends there."""
    site = serve({f"/{number}": 200 for number in range(5)} | {"/there": 200})
    other = serve({f"/{number}": (302, site.at("/there")) for number in range(5)})
    starts = [
        one
        for number in range(5)
        for one in (site.at(f"/{number}"), other.at(f"/{number}", host="localhost"))
    ]
    assert len(dict(visit(starts, Manners(allow_private=True, pause=0.02)))) == 10
    assert len(site.asked) == 10
    assert all(later - before >= 0.02 for before, later in pairwise(site.began))


def test_several_hosts_at_once(serve: Serve) -> None:
    """A host that does not answer keeps no other waiting."""
    slow, quick = serve({}), serve({"/a": 200})
    slow.pages = {"/a": slow.hang}
    found = visit([slow.at("/a"), quick.at("/a", host="localhost")], QUICK)
    assert next(found) == (
        quick.at("/a", host="localhost"),
        Outcome(Sort.FINE, 200, quick.at("/a", host="localhost")),
    )
    slow.over.set()
    assert next(found)[0] == slow.at("/a")


def test_slow(serve: Serve) -> None:
    """A server that takes too long is silent; it is not asked twice."""
    site = serve({})
    site.pages = {"/a": site.hang}
    manners = Manners(allow_private=True, pause=0, timeout=0.3)
    assert list(visit([site.at("/a")], manners)) == [
        (site.at("/a"), Outcome(Sort.SILENT, detail="127.0.0.1"))
    ]
    assert site.asked == ["HEAD /a"]


def test_too_many(serve: Serve) -> None:
    """A host that has had too many questions is left alone from then on."""
    site = serve({"/a": 200, "/b": 429, "/c": 200})
    assert dict(visit([site.at(path) for path in ("/a", "/b", "/c")], QUICK)) == {
        site.at("/a"): Outcome(Sort.FINE, 200, site.at("/a")),
        site.at("/b"): Outcome(Sort.CLOSED, 429),
        site.at("/c"): Outcome(Sort.CLOSED, 429),
    }
    assert site.asked == ["HEAD /a", "HEAD /b"]


def test_stopped() -> None:
    """Where nobody listens any more, no other host is asked."""
    over = threading.Event()
    looked_up: list[str] = []

    def resolve(host: str, _port: int, **_how: object) -> None:
        looked_up.append(host)
        if host != "host0.invalid":
            over.wait(30)
        raise socket.gaierror(socket.EAI_NONAME, "no")

    before = set(threading.enumerate())
    listening = visit(
        [f"http://host{number}.invalid/" for number in range(30)], Manners(resolve=resolve)
    )
    assert next(listening)[0] == "http://host0.invalid/"
    del listening
    over.set()
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert len(looked_up) <= 9  # the first, and the eight that had begun


def test_nothing_to_visit() -> None:
    """No addresses, no threads, no outcomes."""
    assert list(visit([], QUICK)) == []


def test_a_bug_is_shown() -> None:
    """What goes wrong in a thread goes wrong where its outcome is awaited."""

    def resolve(*_asked: object, **_how: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(visit(["http://x.invalid/"], Manners(resolve=resolve)))
