"""Dates as people and spreadsheets write them."""

from __future__ import annotations

import pytest

from icccat.records.incoming.dates import read_date, read_period

NOT = "is not a date: write 2019-06-20, 2019-06 or 2019"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2019", "2019"),
        (" 2019-06 ", "2019-06"),
        ("2019-06-20", "2019-06-20"),
        ("2019-06-20T10:00:00Z", "2019-06-20"),
        ("20/06/2019 10:00", "2019-06-20"),
        ("06/20/2019", "2019-06-20"),
        ("20.6.2019", "2019-06-20"),
        ("5/5/2019", "2019-05-05"),
        ("2019/6/20", "2019-06-20"),
        ("6/2019", "2019-06"),
        ("20 juin 2019", "2019-06-20"),
        ("June 20th, 2019", "2019-06-20"),
    ],
)
def test_read(written: str, date: str) -> None:
    """What can be one date only is that date."""
    assert str(read_date(written)) == date


@pytest.mark.parametrize(
    ("written", "order", "date"),
    [
        ("01/02/2024", "dmy", "2024-02-01"),
        ("01/02/2024", "mdy", "2024-01-02"),
        ("01/02/24", "dmy", "2024-02-01"),
        ("24-02-01", "ymd", "2024-02-01"),
        ("01.02.69", "dmy", "1969-02-01"),
        ("2019/6/1", "dmy", "2019-06-01"),
        ("20 juin 2019", "mdy", "2019-06-20"),
    ],
)
def test_in_order(written: str, order: str, date: str) -> None:
    """The order of day, month and year settles what may be several; a year may have two digits."""
    assert str(read_date(written, order)) == date


@pytest.mark.parametrize(
    ("written", "order", "sentence"),
    [
        ("01/02/2024", "", '"01/02/2024" may be two dates: say --date-order dmy or mdy'),
        ("01/02/24", "", f'"01/02/24" {NOT}'),
        ("31/02/2024", "", f'"31/02/2024" {NOT}'),
        ("00/02/2024", "", f'"00/02/2024" {NOT}'),
        ("soon", "dmy", f'"soon" {NOT}'),
        ("2019-02-30", "", '"2019-02-30" is not a date (February 2019 has 28 days)'),
        ("20/06/2019", "mdy", '"2019-20-06" is not a date (there are 12 months)'),
        ("20/06/2019", "ymd", '"20/06/2019" is not a date in the order ymd'),
        ("1/2/3", "dmy", '"1/2/3" is not a date in the order dmy'),
        (
            "43636",
            "",
            '"43636" is not a date: if it is a day as Excel counts them, write 2019-06-20',
        ),
    ],
)
def test_refused(written: str, order: str, sentence: str) -> None:
    """What is none, or may be several, is refused with what would be right."""
    with pytest.raises(ValueError, match="date") as refusal:
        read_date(written, order)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2019-05-28/2019-05-29", ["2019-05-28", "2019-05-29"]),
        ("2019 / 2020-01", ["2019", "2020-01"]),
        ("2019-05-28", ["2019-05-28"]),
        ("05/2019", ["05/2019"]),
    ],
)
def test_period(written: str, parts: list[str]) -> None:
    """Two dates with a slash between are the first and the last."""
    assert read_period(written) == parts
