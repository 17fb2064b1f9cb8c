"""Where a host is, and that it is public: no link makes us knock at a private door."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Any, TypeAlias

from icccat.links.outcome import Dead, Sort

if TYPE_CHECKING:
    from collections.abc import Callable

Address: TypeAlias = tuple[Any, ...]
"""As `getaddrinfo` gives it: a family, a type, a protocol, a name, an address of that family."""

NOWHERE = {getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA")}
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits
LAST_32_BITS = 0xFFFFFFFF


def look_up(
    host: str, port: int, *, allow_private: bool, resolve: Callable[..., Any] = socket.getaddrinfo
) -> list[Address]:
    """The addresses of a host; raises Dead where there are none, or one is not public."""
    try:
        found: list[Address] = resolve(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise Dead(Sort.NO_HOST if error.errno in NOWHERE else Sort.UNKNOWN, detail=host) from error
    except ValueError as error:  # no host can have this name
        raise Dead(Sort.NO_HOST, detail=host) from error
    for *_how, address in found:
        if not allow_private and not is_public(address[0]):
            raise Dead(Sort.PRIVATE, detail=address[0])
    return found


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also one that stands in another."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in NAT64:
            inner = ipaddress.IPv4Address(int(found) & LAST_32_BITS)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast and not found.is_reserved
