"""One question to a real server, and every way in which it may not answer."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

import pytest
from web import CERTIFICATE, drip, hang_up

from icccat import __version__
from icccat.links.hosts import look_up
from icccat.links.outcome import Dead, Outcome, Sort
from icccat.links.request import USER_AGENT, Answer, request, target

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.server import BaseHTTPRequestHandler

    from web import Site

    from icccat.links.hosts import Address

    Serve = Callable[..., Site]


def ask(address: str, method: str = "HEAD", *, timeout: float = 10, trust: bool = False) -> Answer:
    """What the server of an address answers."""
    asked = target(address)
    found = look_up(asked.host, asked.port, allow_private=True)
    context = ssl.create_default_context(cafile=CERTIFICATE if trust else None)
    return request(method, asked, found, timeout=timeout, context=context)


def outcome(address: str, *, timeout: float = 10, trust: bool = False) -> Outcome:
    """How an address is dead."""
    with pytest.raises(Dead) as dead:
        ask(address, timeout=timeout, trust=trust)
    return dead.value.outcome


def here_at(site: Site) -> list[Address]:
    """The address of a server, whatever host is meant."""
    return look_up("127.0.0.1", site.port, allow_private=True)


def latin(handler: BaseHTTPRequestHandler) -> None:
    """Send on to an address in Latin-1."""
    handler.wfile.write(b"HTTP/1.1 301 Moved\r\nLocation: /caf\xe9\r\n\r\n")


def test_answer(serve: Serve) -> None:
    """The status, and where the server sends on to; the page itself is not fetched."""
    site = serve({"/a": 200, "GET /b": (301, "/café"), "/c": 304, "/d": latin})
    assert ask(site.at("/a")) == Answer(200, "")
    assert ask(site.at("/b"), "GET") == Answer(301, "/café")
    assert ask(site.at("/c")) == Answer(304, "")
    assert ask(site.at("/d")) == Answer(301, "/café")
    assert site.asked == ["HEAD /a", "GET /b", "HEAD /c", "HEAD /d"]


def test_what_is_asked(serve: Serve) -> None:
    """The address is sent as the web has it, without the fragment, by a program that says so."""
    site = serve({})
    ask(site.at("/été 1/%20?q=ü&a=[b]#part"))
    assert site.asked == ["HEAD /%C3%A9t%C3%A9%201/%20?q=%C3%BC&a=[b]"]
    assert site.headers == [
        {
            "Host": f"127.0.0.1:{site.port}",
            "User-Agent": USER_AGENT,
            "Accept": "*/*",
            "Connection": "close",
        }
    ]
    assert USER_AGENT.startswith(f"icccat/{__version__} ")


def test_the_root(serve: Serve) -> None:
    """An address without a path asks for the root."""
    site = serve({"/": 200, "/?q": 204})
    assert ask(site.at("")) == Answer(200, "")
    assert ask(site.at("?q")) == Answer(204, "")


def test_tls(serve: Serve) -> None:
    """Over TLS the certificate must be one that is trusted, and for this host."""
    site = serve({"/a": 200}, secure=True)
    assert ask(site.at("/a", scheme="https"), trust=True) == Answer(200, "")
    assert outcome(site.at("/a", scheme="https")) == Outcome(
        Sort.INSECURE, detail="self-signed certificate"
    )


def test_another_host(serve: Serve) -> None:
    """The connection goes to the address that was looked up, and must be with the host meant."""
    site = serve({"/a": 200}, secure=True)
    context = ssl.create_default_context(cafile=CERTIFICATE)
    asked = target(site.at("/a", host="x.invalid", scheme="https"))
    with pytest.raises(Dead) as dead:
        request("HEAD", asked, here_at(site), timeout=10, context=context)
    assert dead.value.outcome.sort is Sort.INSECURE
    assert "x.invalid" in dead.value.outcome.detail
    site = serve({"/a": 200})
    asked = target(site.at("/a", host="x.invalid"))
    assert request("HEAD", asked, here_at(site), timeout=10, context=context) == Answer(200, "")
    assert site.headers[0]["Host"] == f"x.invalid:{site.port}"


def test_no_tls(serve: Serve) -> None:
    """A server that does not speak TLS gives no proper answer over it."""
    site = serve({"/a": 200})
    assert outcome(site.at("/a", scheme="https")) == Outcome(Sort.FAULTY, detail="127.0.0.1")


def test_refused() -> None:
    """A port at which nobody listens refuses, at each address of the host."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert outcome(f"http://127.0.0.1:{port}/") == Outcome(Sort.REFUSED, detail="127.0.0.1")


def test_another_address(serve: Serve) -> None:
    """Where the first address of a host refuses, the next is asked."""
    site = serve({"/a": 200})
    asked = target(site.at("/a"))
    here = look_up(asked.host, asked.port, allow_private=True)
    nobody = [(*how, ("127.0.0.3", asked.port)) for *how, _address in here]
    context = ssl.create_default_context()
    found = request("HEAD", asked, nobody + here, timeout=10, context=context)
    assert found == Answer(200, "")


def test_silent(serve: Serve) -> None:
    """A server that does not answer in time, or says without end that it will, is silent."""
    site = serve({})
    site.pages = {"/hang": site.hang, "/drip": drip}
    silent = Outcome(Sort.SILENT, detail="127.0.0.1")
    assert outcome(site.at("/hang"), timeout=0.1) == silent
    assert outcome(site.at("/drip"), timeout=0.1) == silent
    assert outcome(site.at("/hang"), timeout=0) == silent


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    """Answer something that is not HTTP."""
    handler.wfile.write(b"hello\r\n\r\n")


def test_faulty(serve: Serve) -> None:
    """A server that hangs up, or talks nonsense, gives no proper answer."""
    site = serve({"/up": hang_up, "/nonsense": nonsense})
    faulty = Outcome(Sort.FAULTY, detail="127.0.0.1")
    assert outcome(site.at("/up")) == faulty
    assert outcome(site.at("/nonsense")) == faulty


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("http://x.org", "x.org", 80),
        ("https://x.org/a", "x.org", 443),
        ("https://X.org:8443/a", "x.org", 8443),
        ("http://[::1]:8080/a", "::1", 8080),
    ],
)
def test_target(address: str, host: str, port: int) -> None:
    """The host and the port, that of the scheme where none is given."""
    assert target(address)[1:] == (host, port)


@pytest.mark.parametrize(
    "address",
    ["ftp://x.org/a", "file:///etc/passwd", "mailto:a@b", "http://x:y/", "http:///a", "http://[x"],
)
def test_no_target(address: str) -> None:
    """What is not on the web is not asked for."""
    with pytest.raises(Dead) as dead:
        target(address)
    assert dead.value.outcome == Outcome(Sort.ASTRAY, detail=address)


@pytest.mark.skipif(not socket.has_ipv6, reason="this system knows no IPv6")
def test_ipv6() -> None:
    """An IPv6 address stands in brackets in what is asked."""
    try:
        server = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("no IPv6 on this machine")
    with server:
        port = server.getsockname()[1]
        assert outcome(f"http://[::1]:{port}/", timeout=0.1).sort is Sort.SILENT
        line, _address = server.accept()
        with line:
            assert f"Host: [::1]:{port}\r\n".encode() in line.recv(1000)
