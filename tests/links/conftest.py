"""What the tests of links share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from web import servers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from web import Site


@pytest.fixture
def serve() -> Iterator[Callable[..., Site]]:
    """Starts a server with these pages, with `secure` over TLS."""
    with servers() as start:
        yield start
