"""Which document of a list is which in another version of it."""

from __future__ import annotations

import pytest

from icccat.catalogue.merging.documents import identified

CASES = {
    "by its link": (
        [{"title": "A", "url": "a"}, {"title": "B", "url": "b"}],
        [{"title": "B2", "url": "b"}, {"title": "A2", "url": "a"}],
        ["1", "0"],
    ),
    "by its title": (
        [{"title": "A", "url": "a"}, {"title": "B"}],
        [{"title": "B", "type": "report"}, {"title": "A"}],
        ["1", "0"],
    ),
    "by its link before its title": (
        [{"title": "A", "url": "a"}, {"title": "B", "url": "b"}],
        [{"title": "A", "url": "b"}],
        ["1"],
    ),
    "by its title in one language": (
        [{"title": {"en": "A"}}, {"title": {"en": "B", "fr": "C"}}],
        [{"title": {"fr": "C"}}, {"title": {"fr": "D", "en": "A"}}],
        ["1", "0"],
    ),
    "not by a title in another language": (
        [{"title": {"en": "A"}}],
        [{"title": {"fr": "A"}}],
        ["new 0"],
    ),
    "by all of it": (["a", {"type": "x"}, "b"], ["b", {"type": "x"}, "c"], ["2", "1", "new 2"]),
    "each once": ([{"title": "A"}], [{"title": "A"}, {"title": "A"}], ["0", "new 1"]),
    "none": ([], [{"title": "A"}], ["new 0"]),
}


@pytest.mark.parametrize(("base", "ours", "names"), CASES.values(), ids=CASES.keys())
def test_ours(base: list[object], ours: list[object], names: list[str]) -> None:
    """Each of ours has the name of the one it was, which is its number in base."""
    before, found, _theirs = identified(base, ours, [])
    assert before == {str(number): item for number, item in enumerate(base)}
    assert found == dict(zip(names, ours, strict=True))
    assert list(found) == names


def test_theirs() -> None:
    """Theirs are named as those of base, then as the new ones of ours; others are theirs alone."""
    base, new, other = ({"url": url} for url in "abc")
    _before, mine, found = identified([base], [base, new], [new, other, base])
    assert mine == {"0": base, "new 1": new}
    assert found == {"new 1": new, "their new 1": other, "0": base}
