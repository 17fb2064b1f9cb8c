"""Servers on this machine, for the tests of links."""

from __future__ import annotations

import ssl
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Page = int | tuple[int, str] | Callable[[BaseHTTPRequestHandler], None]

CERTIFICATE = Path(__file__).parent / "links" / "localhost.pem"  # its own, for a hundred years


@dataclass
class Site:
    """A server: `pages` are what it answers to `METHOD /path`, or `/path` whatever the method.

    A status, or a status with a Location, or a function that answers by itself; what is no page
    is not found. `asked` are the requests it had.
    """

    pages: Mapping[str, Page]
    port: int = 0
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    began: list[float] = field(default_factory=list)
    reached: Event = field(default_factory=Event)
    over: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def at(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a page."""
        return f"{scheme}://{host}:{self.port}{path}"

    def hang(self, _handler: BaseHTTPRequestHandler) -> None:
        """Answer nothing until the test is over."""
        self.reached.set()
        self.over.wait(30)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer a request."""
        asked = f"{handler.command} {handler.path}"
        with self.lock:
            self.began.append(monotonic())
            self.asked.append(asked)
            self.headers.append(dict(handler.headers))
        page = self.pages.get(asked, self.pages.get(handler.path, 404))
        if callable(page):
            page(handler)
        else:
            status, location = page if isinstance(page, tuple) else (page, "")
            handler.send_response(status)
            if location:
                there = location.replace("SITE", self.at(""))
                handler.send_header("Location", there.encode().decode("latin-1"))
            handler.end_headers()


class Server(ThreadingHTTPServer):
    """The server, silent about those who hang up."""

    daemon_threads = True
    request_queue_size = 50

    def handle_error(self, *_request: object) -> None:
        """Say nothing."""


@contextmanager
def servers() -> Iterator[Callable[..., Site]]:
    """Starts servers, each with its pages, with `secure` over TLS; stops them in the end."""
    running: list[tuple[Site, Server]] = []

    def start(pages: Mapping[str, Page], *, secure: bool = False) -> Site:
        site = Site(pages)

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                site.answer(self)

            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_message: object) -> None:
                pass

        server = Server(("127.0.0.1", 0), Handler)
        site.port = server.server_address[1]
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        running.append((site, server))
        return site

    try:
        yield start
    finally:
        for site, server in running:
            site.over.set()
            server.shutdown()
            server.server_close()


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """Close the connection without an answer."""
    handler.close_connection = True


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Say without end that the answer is to come."""
    with suppress(OSError):
        while True:
            handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
