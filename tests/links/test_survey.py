"""All links: those asked within the week are known, the others are asked, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from icccat.links.outcome import Outcome, Sort
from icccat.links.survey import Survey, survey
from icccat.links.visit import Manners

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from web import Site

    Serve = Callable[..., Site]

MANNERS = Manners(allow_private=True, pause=0)


def test_remembered(serve: Serve, tmp_path: Path) -> None:
    """What will be the same tomorrow is not asked again, unless afresh; what may pass is."""
    site = serve({"/a": 200, "/b": 500})
    file = tmp_path / "links.json"
    a, b = site.at("/a"), site.at("/b")
    outcomes = {a: Outcome(Sort.FINE, 200, a), b: Outcome(Sort.FAULTY, 500)}
    steps: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        steps.append((done, total))

    assert survey([a, b], MANNERS, file, step) == Survey(outcomes, 0)
    assert site.asked == ["HEAD /a", "HEAD /b", "GET /b"]
    assert survey([a, b], MANNERS, file, step) == Survey(outcomes, 1)
    assert site.asked[3:] == ["HEAD /b", "GET /b"]
    assert survey([a], MANNERS, file, step, fresh=True) == Survey({a: outcomes[a]}, 0)
    assert site.asked[5:] == ["HEAD /a"]
    assert steps == [(0, 2), (1, 2), (2, 2), (0, 1), (1, 1), (0, 1), (1, 1)]


def test_interrupted(serve: Serve, tmp_path: Path) -> None:
    """What has been learnt before somebody stops it is remembered."""
    site = serve({"/a": 200, "/b": 200})
    file = tmp_path / "links.json"

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        survey([site.at("/a"), site.at("/b")], MANNERS, file, stop)
    found = survey([site.at("/a")], MANNERS, file, lambda _done, _total: None)
    assert found == Survey({site.at("/a"): Outcome(Sort.FINE, 200, site.at("/a"))}, 1)
