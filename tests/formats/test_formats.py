"""The formats by their names, and by the endings of files."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

import icccat.formats
from icccat.errors import Refused
from icccat.formats import Selection, format_named, format_of, formats


def test_every_file_of_the_room_is_a_format() -> None:
    """The list of formats names the modules there are, in order."""
    (folder,) = icccat.formats.__path__
    modules = sorted(path.stem for path in Path(folder).glob("[a-z]*.py"))
    assert list(formats()) == modules


@pytest.mark.parametrize("name", formats())
def test_format_named(name: str) -> None:
    """Each format is a module that writes bytes of a selection."""
    format_ = format_named(name)
    written = format_.write(Selection(records=[], columns=(), total=0), to_file=False)
    assert isinstance(written, bytes)


@pytest.mark.parametrize("name", ["xslx", "", "CSV"])
def test_a_format_that_is_not_there(name: str) -> None:
    """Another name is refused, and the known ones are told."""
    with pytest.raises(Refused) as caught:
        format_named(name)
    assert caught.value.lines == (f'there is no format "{name}": {", ".join(formats())}',)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("out.csv", "csv"), ("my.report.JSON", "json"), ("/tables/été 2019.Tsv", "tsv")],
)
def test_format_of(path: str, expected: str) -> None:
    """The ending of a file says its format, in any case."""
    assert format_of(PurePath(path)) == expected


@pytest.mark.parametrize(
    ("path", "name", "known"),
    [
        ("folder/out.cvs", "out.cvs", "csv"),
        ("out.jsno", "out.jsno", "json"),
        ("out.pdf", "out.pdf", ", ".join(formats())),
        ("out", "out", ", ".join(formats())),
        ("out.", "out.", ", ".join(formats())),
        (".csv", ".csv", ", ".join(formats())),
    ],
)
def test_an_ending_that_says_no_format(path: str, name: str, known: str) -> None:
    """Another ending, or none, is refused, and the nearest format or all of them are told."""
    with pytest.raises(Refused) as caught:
        format_of(PurePath(path))
    sentence = f'the ending of "{name}" says no format: give one with --format ({known})'
    assert caught.value.lines == (sentence,)
