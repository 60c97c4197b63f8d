"""Every paper, drawn once for all tests of the suite."""

import pathlib

import papers
import pytest


@pytest.fixture(scope="session")
def drawn(template: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pathlib.Path]:
    """By name: those of a desk at work, and those from plain values."""
    morning = papers.Morning(template, tmp_path_factory.mktemp("morning"))
    with morning.desk:
        from_desk = morning.papers(tmp_path_factory.mktemp("drawn"))
    return from_desk | papers.sampled(tmp_path_factory.mktemp("sampled"))
