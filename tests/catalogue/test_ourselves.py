"""Who we are."""

from __future__ import annotations

import os
import platform
from typing import NoReturn

import pytest

from icccat.catalogue.file.ourselves import machine, user


@pytest.mark.parametrize("uname", [True, False])
def test_machine(uname: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 (a column)
    """The machine's name is the same however it is asked for."""
    expected = platform.node()
    if not uname:
        monkeypatch.delattr(os, "uname", raising=False)
    assert machine() == expected


def test_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's name; none where the system has none for the number."""

    def nobody() -> NoReturn:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", lambda: "Ana")
    assert user() == "Ana"
    monkeypatch.setattr("getpass.getuser", nobody)
    assert user() == ""
