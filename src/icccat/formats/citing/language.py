"""The language in which what is cited is described, and what else of its title there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icccat.locale import LANGUAGES
from icccat.locale import translate as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icccat.formats import Selection
    from icccat.locale import Bilingual


def content_language(selection: Selection) -> str:
    """That of the content, en or fr; of both, the catalogue's."""
    wanted = selection.language if selection.content == "both" else selection.content
    return wanted if wanted in LANGUAGES else "en"


def remark(label: str, text: str) -> str:
    """A remark as people read it, with its label before it: `Duration: 8:05`."""
    label = label[:1].upper() + label[1:]
    return _("{label}: {text}").format(label=label, text=text)


def translations(
    selection: Selection, texts: Mapping[str, str], label: Bilingual
) -> tuple[str, ...]:
    """A remark for each other language that a title is in, where the content is in both."""
    if selection.content != "both":
        return ()
    cited, _text = selection.said(texts)
    called = label.in_(selection.reader)
    return tuple(
        remark(f"{called} ({code})", text) for code, text in texts.items() if code != cited
    )
