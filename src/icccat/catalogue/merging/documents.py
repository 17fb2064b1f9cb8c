"""Which table of a list is which in another version of that list: by its link, or its title."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeAlias

from icccat.catalogue.text.values import mark

Named: TypeAlias = dict[str, Any]
Telling: TypeAlias = frozenset[Hashable]


def identified(
    base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]
) -> tuple[Named, Named, Named]:
    """The items of three versions of a list, each under a name; those that are one have one name.

    An item is that of `base` with its link, else with its title; without either, its equal.
    """
    before = {str(number): item for number, item in enumerate(base)}
    mine = _named(before, ours, "")
    new = {name: item for name, item in mine.items() if name not in before}
    return before, mine, _named({**before, **new}, theirs, "their ")


def _named(known: Mapping[str, Any], items: Sequence[Any], prefix: str) -> Named:
    """Each item under the name of the known one that it is, in its own order."""
    names: dict[int, str] = {}
    for telling in _TELLING:
        free = {name: telling(one) for name, one in known.items() if name not in names.values()}
        for number, item in enumerate(items):
            if number not in names:
                own = telling(item)
                found = next((name for name, one in free.items() if own & one), None)
                if found is not None:
                    names[number] = found
                    del free[found]
    return {names.get(n, f"{prefix}new {n}"): item for n, item in enumerate(items)}


def _link(item: Any) -> Telling:  # noqa: ANN401 (what a list holds)
    return _marks(item, "url")


def _titles(item: Any) -> Telling:  # noqa: ANN401 (likewise)
    """Its title in each language: one that is the same is enough."""
    return _marks(item, "title")


def _marks(item: Any, name: str) -> Telling:  # noqa: ANN401 (likewise)
    """The item's value of this name, if it has one; of one by language each text."""
    value = item.get(name) if isinstance(item, Mapping) else None
    if isinstance(value, Mapping):
        return frozenset(map(mark, value.items()))
    return frozenset() if value is None else frozenset({mark(value)})


def _whole(item: Any) -> Telling:  # noqa: ANN401 (likewise)
    return frozenset({mark(item)})


_TELLING = (_link, _titles, _whole)
