"""`icccat check --links`: what it says of links, what it remembers, and how it is stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import bare
from web import servers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Icccat
    from web import Site

TEXT = """\
[meeting.m]
title = "M"
start = 2019
topics = ["t"]
url = "{at}/gone"
documents = [{{title = "D", url = "{at}/moved"}}]
[topic.t]
label = "T"
[video.v]
title = "V"
date = 2019
topics = ["t"]
url = "{at}/moved"
source = "{at}/closed"
"""
PAGES = {"/moved": (301, "/there"), "/there": 200, "/closed": 403}


@pytest.fixture
def site(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server, to which the links of the catalogue lead."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(catalogue.parent / "cache"))
    with servers() as serve:
        site = serve(PAGES)
        catalogue.write_text(TEXT.format(at=site.at("")), encoding="utf-8")
        yield site


def test_links(icccat: Icccat, site: Site) -> None:
    """A dead link is a warning, one that moved advice with its command; the exit code is 0."""
    code, out, err = icccat("check", "--links", "--allow-private")
    moved = f"{site.at('/moved')} has moved for good to {site.at('/there')}"
    assert code == 0
    assert out.splitlines() == [
        (
            f"catalogue.toml:5: meeting.m.url: warning: {site.at('/gone')} is gone:"
            " its server answers 404"
        ),
        f"catalogue.toml:6: meeting.m.documents.0.url: advice: {moved}",
        "    icccat edit m",
        f"catalogue.toml:13: video.v.url: advice: {moved}",
        f"    icccat edit v url={site.at('/there')}",
    ]
    assert err == ("2 links looked at\ncatalogue.toml: 3 records, 0 errors, 1 warning\n")


def test_memory(icccat: Icccat, site: Site) -> None:
    """What was asked within the week is not asked again, unless with --fresh."""
    first = icccat("check", "--links", "--allow-private")
    asked = len(site.asked)
    again = icccat("check", "--links", "--allow-private")
    assert (again.code, again.out) == (first.code, first.out)
    assert again.err.startswith("2 links looked at, 2 within the last week (--fresh asks again)\n")
    assert len(site.asked) == asked
    assert icccat("check", "--links", "--allow-private", "--fresh").out == first.out
    assert len(site.asked) == 2 * asked


def test_sources(icccat: Icccat, site: Site) -> None:
    """With --sources those are asked too; what is closed to programs is told apart."""
    answer = icccat("check", "--links", "--sources", "--allow-private")
    assert answer.err.splitlines()[:2] == [
        "3 links looked at",
        f"1 link is closed to programs, so try it yourself: 127.0.0.1:{site.port}",
    ]
    assert "/closed" not in answer.out


def test_private(icccat: Icccat, site: Site) -> None:
    """Unless it is allowed, this machine is not asked."""
    code, out, _err = icccat("check", "--links")
    assert code == 0
    assert [line.partition(": ")[2] for line in out.splitlines()] == [
        f"{place}: warning: {site.at(page)} leads to the private address 127.0.0.1: not asked for"
        for place, page in (
            ("meeting.m.url", "/gone"),
            ("meeting.m.documents.0.url", "/moved"),
            ("video.v.url", "/moved"),
        )
    ]
    assert site.asked == []


def test_json(icccat: Icccat, site: Site) -> None:
    """The problems of links are in the envelope as all others."""
    found = json.loads(icccat("check", "--links", "--allow-private", "--json").out)["problems"]
    assert [(one["level"], one["line"], ".".join(one["path"])) for one in found] == [
        ("warning", 5, "meeting.m.url"),
        ("advice", 6, "meeting.m.documents.0.url"),
        ("advice", 13, "video.v.url"),
    ]
    assert found[2]["mend"] == f"icccat edit v url={site.at('/there')}"


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")
def test_interrupted(catalogue: Path, site: Site) -> None:
    """Ctrl-C stops it at once, though a server hangs, with the exit code for that."""
    site.pages = {"/gone": site.hang}
    with subprocess.Popen(
        [sys.executable, "-m", "icccat", "check", "--links", "--allow-private"],
        cwd=catalogue.parent,
        env=bare() | {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(catalogue.parent / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert site.reached.wait(20)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=8)
    assert (process.returncode, out, err) == (130, b"", b"icccat: interrupted\n")
