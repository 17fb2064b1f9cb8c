"""The page in Chromium: everyone can use it, it prints, and it runs nothing of the data's."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from formats.page.reading import exported, selection_of
from playwright.sync_api import Browser, Page, sync_playwright

from icccat.formats.html import write
from icccat.records.kinds import EVENTS
from icccat.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icccat.formats import Selection

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
AXE = Path(sys.prefix, "node_modules", "axe-core", "axe.min.js")
RUN_AXE = """rules => {
  const only = rules.length ? {runOnly: {type: "rule", values: rules}} : {};
  return axe.run({resultTypes: ["violations"], ...only}).then(found => found.violations);
}"""
ATTACKS = (
    "<script>ran = 1; alert(1)</script>",
    "</script><script>ran = 1; alert(1)</script>",
    '"><img src="https://example.org/x" onerror="ran = 1">',
    "</title></style><svg onload='ran = 1'>",
    "<style>@import 'https://example.org/x'</style>",
    "<!--<script>ran = 1",
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser without a window; nothing it could show here needs its sandbox."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, folder: Path, selection: Selection, **context: Any) -> Page:  # noqa: ANN401 (as Playwright has it)
    """The page of a selection, written to a file and opened in a context of its own."""
    path = folder / "page.html"
    path.write_bytes(write(selection, to_file=True))
    page = browser.new_context(**context).new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed")
@pytest.mark.parametrize("content", ["en", "fr", "both"])
def test_accessible(browser: Browser, tmp_path: Path, content: str) -> None:
    """Axe finds no violation on the page of the shipped catalogue, of WCAG or of good practice.

    In the dark only the colours are others, so there only these are looked at.
    """
    page = opened(browser, tmp_path, exported(content, *EVENTS), bypass_csp=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN_AXE, [])
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(RUN_AXE, ["color-contrast"])
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.context.close()


@pytest.mark.parametrize("size", ["A\u2212", "A", "A+"])
def test_narrow(browser: Browser, tmp_path: Path, size: str) -> None:
    """At 320 pixels nothing is beyond the edge, whatever the size of the text (WCAG 1.4.10)."""
    screen = {"width": 320, "height": 640}
    page = opened(browser, tmp_path, exported("both", *EVENTS), viewport=screen)
    page.get_by_label(size).first.check()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.context.close()


def test_text_size(browser: Browser, tmp_path: Path) -> None:
    """The text is smaller or larger as chosen, with the keys alone, and on paper always alike."""
    page = opened(browser, tmp_path, selection_of('[video.a]\ntitle = "A"'))
    size = "getComputedStyle(document.documentElement).fontSize"
    sizes = [page.evaluate(size)]
    page.get_by_role("radio", checked=True).focus()
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
        sizes.append(page.evaluate(size))
    page.emulate_media(media="print")
    assert [*sizes, page.evaluate(size)] == ["16px", "20.8px", "16px", "14px", "12px"]
    page.context.close()


def test_print(browser: Browser, tmp_path: Path) -> None:
    """The button prints; without a script it is not there, and neither is it on paper."""
    selection = selection_of('[video.a]\ntitle = "A"')
    page = opened(browser, tmp_path, selection)
    page.evaluate("window.print = () => { document.title = 'printed' }")
    button = page.get_by_role("button", name="Print")
    button.click()
    assert page.title() == "printed"
    page.emulate_media(media="print")
    assert not button.is_visible()
    page.context.close()
    page = opened(browser, tmp_path, selection, java_script_enabled=False)
    assert not page.get_by_role("button", name="Print").is_visible()
    page.context.close()


def test_skip(browser: Browser, tmp_path: Path) -> None:
    """The first thing that a key reaches leads past the contents to the records."""
    page = opened(browser, tmp_path, selection_of('[video.a]\ntitle = "A"'))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.context.close()


@pytest.mark.parametrize("bypass_csp", [False, True])
def test_runs_nothing(browser: Browser, tmp_path: Path, bypass_csp: bool) -> None:  # noqa: FBT001 (a case)
    """Hostile texts open no dialog, run no script and load nothing, even without the policy."""
    records = [
        Record("video", f"{number}{attack}", {"title": {"en": attack}, "producer": attack})
        for number, attack in enumerate(ATTACKS)
    ]
    selection = selection_of("")._replace(records=records, query=" ".join(ATTACKS))
    page = browser.new_context(bypass_csp=bypass_csp).new_page()
    happened: list[str] = []
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("console", lambda message: happened.append(message.text))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("request", lambda request: happened.append(request.url))
    path = tmp_path / "page.html"
    path.write_bytes(write(selection, to_file=True))
    page.goto(path.as_uri())
    assert happened == [path.as_uri()]
    assert page.evaluate("typeof ran") == "undefined"
    assert page.get_by_role("heading", level=4).all_inner_texts() == list(ATTACKS)
    page.context.close()
