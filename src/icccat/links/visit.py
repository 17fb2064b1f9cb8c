"""Many addresses asked for at once, each host one question at a time, with a pause after it."""

from __future__ import annotations

import socket
import ssl
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from icccat.links.hosts import look_up
from icccat.links.outcome import Dead, Outcome, Sort
from icccat.links.request import Answer, Target, request, target
from icccat.links.way import follow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

AT_ONCE = 8
TOO_MANY = 429
WRONG = 400  # from here on a status says that something is; some servers only because of HEAD
LISTENING = 0.2  # seconds between two chances for Ctrl-C, which on Windows waits for them


@dataclass(frozen=True, slots=True)
class Manners:
    """How servers are asked: seconds for an answer, seconds between two questions to a host."""

    allow_private: bool = False
    timeout: float = 10
    pause: float = 0.5
    resolve: Callable[..., Any] = socket.getaddrinfo
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def visit(addresses: Iterable[str], manners: Manners) -> Iterator[tuple[str, Outcome]]:
    """Each of the addresses (once) with what came of asking for it, as they come in.

    Whoever stops listening stops the asking; no thread outlives the program.
    """
    hosts: dict[str | None, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).hostname].append(address)
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for of_host in hosts.values():
        waiting.put(of_host)
    visitor = _Visitor(manners, waiting)
    for _number in range(min(AT_ONCE, len(hosts))):
        Thread(target=visitor.work, daemon=True).start()
    try:
        for _address in (address for of_host in hosts.values() for address in of_host):
            yield visitor.next()
    finally:
        visitor.stopped.set()


@dataclass(frozen=True, slots=True)
class _Visitor:
    """What the threads share: what waits, what came, and whose turn it is at each host."""

    manners: Manners
    waiting: SimpleQueue[list[str]]
    came: SimpleQueue[tuple[str, Outcome] | BaseException] = field(default_factory=SimpleQueue)
    stopped: Event = field(default_factory=Event)
    turns: dict[str, Lock] = field(default_factory=dict)
    earliest: dict[str, float] = field(default_factory=dict)
    shut: set[str] = field(default_factory=set)

    def next(self) -> tuple[str, Outcome]:
        """What comes next."""
        while True:
            try:
                came = self.came.get(timeout=LISTENING)
            except Empty:
                continue
            if isinstance(came, BaseException):
                raise came
            return came

    def work(self) -> None:
        """Ask host after host, until none waits or nobody listens."""
        try:
            while not self.stopped.is_set():
                for address in self.waiting.get_nowait():
                    self.came.put((address, follow(address, self.ask)))
        except Empty:
            pass
        except BaseException as bug:  # noqa: BLE001 (for the thread that listens to raise)
            self.came.put(bug)

    def ask(self, address: str) -> Answer:
        """What the server of an address answers: to HEAD, or else to GET."""
        asked = target(address)
        with self.turn(asked.host):
            found = look_up(
                asked.host,
                asked.port,
                allow_private=self.manners.allow_private,
                resolve=self.manners.resolve,
            )
            try:
                answer = self.request("HEAD", asked, found)
            except Dead as dead:
                if dead.outcome.sort is not Sort.FAULTY:
                    raise
                answer = Answer(WRONG, "")
        if answer.status < WRONG or answer.status == TOO_MANY:
            return answer
        with self.turn(asked.host):
            return self.request("GET", asked, found)

    def request(self, method: str, asked: Target, found: list[Any]) -> Answer:
        """One question; a host that has had too many is left alone from then on."""
        answer = request(
            method, asked, found, timeout=self.manners.timeout, context=self.manners.context
        )
        if answer.status == TOO_MANY:
            self.shut.add(asked.host)
        return answer

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """While it lasts nobody else asks this host, and for a pause after it."""
        with self.turns.setdefault(host, Lock()):
            if host in self.shut:
                raise Dead(Sort.CLOSED, TOO_MANY)
            sleep(max(0, self.earliest.get(host, 0) - monotonic()))
            try:
                yield
            finally:
                self.earliest[host] = monotonic() + self.manners.pause
