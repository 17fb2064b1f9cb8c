"""A page for people, in one file: to read, to print, to send, to put on a site.

It needs nothing but itself, and no script to be read; its policy (CSP) allows its own style and
the script of its print button, nothing else. It meets WCAG 2.2 AA. What a record holds that
icccat does not know, or that is wrong, is not on it, as it may be meant for colleagues alone.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import icccat.formats.page as parts_of_page
from icccat.formats.page import words
from icccat.formats.page.contents import RECORDS, body, contents, parts_of
from icccat.formats.page.header import footer, header, titles
from icccat.formats.page.markup import Html, element, join
from icccat.formats.page.page import Page
from icccat.formats.page.structured import structured

if TYPE_CHECKING:
    from icccat.formats import Selection

ENDINGS = ("htm",)


def write(selection: Selection, *, to_file: bool) -> bytes:  # noqa: ARG001 (as every format)
    """The page, in UTF-8."""
    page = Page.of(selection)
    lines = [_head(page), _body(page)]
    document = element("html", "\n", join(lines, "\n"), "\n", lang=page.language)
    return f"<!DOCTYPE html>\n{document}\n".encode()


def _head(page: Page) -> Html:
    """What a browser must know of the page."""
    style = _file("page.css")
    title = " – ".join(filter(None, (titles(page)[0][1], page.selection.query)))
    lines = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", style),
        structured(page),
    ]
    return element("head", "\n", join(lines, "\n"), "\n")


def _policy() -> str:
    """What the page allows itself (CSP 3): its own style and script, and to load nothing."""
    allowed = {"style": _file("page.css"), "script": _file("page.js")}
    hashes = (f"{name}-src {_hash(content)}" for name, content in allowed.items())
    return "; ".join(("default-src 'none'", *hashes, "base-uri 'none'", "form-action 'none'"))


def _hash(content: str) -> str:
    digest = b64encode(sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _body(page: Page) -> Html:
    """What people see."""
    parts = parts_of(page)
    lines = [
        element("a", page.say(words.SKIP), href=f"#{RECORDS}", class_="skip"),
        header(page),
        contents(page, parts),
        element("main", "\n", body(page, parts), "\n", id=RECORDS, tabindex="-1"),
        footer(page),
        element("script", _file("page.js")),
    ]
    return element("body", "\n", join(lines, "\n"), "\n")


def _file(name: str) -> Html:
    """A file of the page's parts, which is ours and so markup.

    Its line ends are LF, as the hash of it needs; the last is left out, as the Nu checker does.
    """
    (folder,) = parts_of_page.__path__
    return Html((Path(folder) / name).read_text(encoding="utf-8").rstrip())
