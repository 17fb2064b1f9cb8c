"""One question to one server, at an address that was looked up before: for its head, no more.

The connection goes to that very address, so that a host cannot give a public address to the one
who checks it and a private one to the one who connects.
"""

from __future__ import annotations

import io
import socket
import ssl
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlsplit

from icccat import __version__
from icccat.links.outcome import Dead, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence
    from urllib.parse import SplitResult

    from icccat.links.hosts import Address

USER_AGENT = f"icccat/{__version__} (looks whether the links of a catalogue still work)"
PORTS = {"http": 80, "https": 443}
SIGNS = "/%:=&?~#+!$,;'@()*[]"  # that stand in a path or a query as they are


class Target(NamedTuple):
    """An address on the web, as a server is asked for it."""

    url: SplitResult
    host: str
    port: int


class Answer(NamedTuple):
    """A status (RFC 9110), and where the server sends on to, "" for nowhere."""

    status: int
    location: str


def target(address: str) -> Target:
    """The parts of an address; raises Dead where it is none on the web."""
    try:
        url = urlsplit(address)
        port = url.port or PORTS[url.scheme]
    except (ValueError, KeyError):
        raise Dead(Sort.ASTRAY, detail=address) from None
    if not url.hostname:
        raise Dead(Sort.ASTRAY, detail=address)
    return Target(url, url.hostname, port)


def request(
    method: str,
    target: Target,
    addresses: Sequence[Address],
    *,
    timeout: float,
    context: ssl.SSLContext,
) -> Answer:
    """What the first of the addresses that takes a connection answers; raises Dead.

    `timeout` is for all of it, in seconds, however slowly the server drips.
    """
    until = monotonic() + timeout
    try:
        with _connected(addresses, until) as line:
            if target.url.scheme == "http":
                return _asked(line, method, target, until)
            with context.wrap_socket(line, server_hostname=target.host) as secure:
                return _asked(secure, method, target, until)
    except TimeoutError as error:
        raise Dead(Sort.SILENT, detail=target.host) from error
    except ssl.SSLCertVerificationError as error:
        raise Dead(Sort.INSECURE, detail=error.verify_message) from error
    except ConnectionRefusedError as error:
        raise Dead(Sort.REFUSED, detail=target.host) from error
    except (OSError, HTTPException) as error:
        raise Dead(Sort.FAULTY, detail=target.host) from error


def _connected(addresses: Sequence[Address], until: float) -> socket.socket:
    """A connection to the first address that takes one; each has its share of the time."""
    last = OSError()
    for number, (*how, _name, address) in enumerate(addresses):
        line = socket.socket(*how)
        try:
            line.settimeout(_left(until) / (len(addresses) - number))
            line.connect(address)
        except OSError as error:
            line.close()
            last = error
        else:
            line.settimeout(_left(until))
            return line
    raise last


def _asked(line: socket.socket, method: str, target: Target, until: float) -> Answer:
    line.sendall(_head(method, target))
    response = HTTPResponse(_Until(line, until), method=method)  # type: ignore[arg-type] # (all it needs)
    response.begin()
    return Answer(response.status, _as_utf8(response.headers.get("Location", "")))


def _as_utf8(header: str) -> str:
    """A header as it was meant: HTTPResponse takes its bytes for Latin-1, which they seldom are."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeDecodeError:
        return header


def _head(method: str, target: Target) -> bytes:
    """The lines that ask (RFC 9112)."""
    url = target.url
    path = quote(url.path or "/", SIGNS) + (f"?{quote(url.query, SIGNS)}" if url.query else "")
    host = target.host.encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    port = "" if target.port == PORTS[url.scheme] else f":{target.port}"
    lines = (
        f"{method} {path} HTTP/1.1",
        f"Host: {host}{port}",
        f"User-Agent: {USER_AGENT}",
        "Accept: */*",
        "Connection: close",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


class _Until(io.RawIOBase):
    """What a server sends until a moment; then TimeoutError."""

    def __init__(self, line: socket.socket, until: float) -> None:
        self.line, self.until = line, until

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 (any buffer)
        self.line.settimeout(_left(self.until))
        return self.line.recv_into(buffer)


def _left(until: float) -> float:
    """How many seconds are left; raises TimeoutError where none are."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
