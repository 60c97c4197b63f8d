"""Printers for the desks of this suite."""

import pathlib
from collections.abc import Iterator

import pytest
from support.printer import Printer, Roll


@pytest.fixture
def printer(tmp_path: pathlib.Path) -> Iterator[Printer]:
    """A printer of documents that is on."""
    made = Printer(tmp_path / "printer")
    try:
        yield made.switch_on()
    finally:
        made.close()


@pytest.fixture
def roll() -> Iterator[Roll]:
    made = Roll()
    yield made
    made.close()
