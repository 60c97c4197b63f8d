"""A card like the one being typed is seen, and nobody is warned of a stranger."""

import random
import re
import subprocess

import pytest
from support import product

BENCH = product.BUILD / "release" / "AlikeBench"


def bench(seed: int, looking: str) -> tuple[int, float, float, str]:
    """The status, the recall and the share of false warnings, in percent, and all that was printed."""
    done = subprocess.run([BENCH, str(seed), looking], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    recall, wrong = (
        float(re.search(rf"^{name} ([\d.]+) %$", done.stdout, re.MULTILINE)[1])
        for name in ("recall", "false warnings")
    )
    return done.returncode, recall, wrong, done.stdout


@pytest.fixture(scope="module")
def seed(request: pytest.FixtureRequest) -> int:
    given = request.config.getoption("--seed")
    return random.SystemRandom().randrange(2**32) if given is None else given


def test_second_records_are_seen_and_strangers_are_not(seed: int, record_property):
    status, recall, wrong, told = bench(seed, "product")
    for line in (f"alike: seed {seed}, 10 000 people, 1 000 of them planted", *told.splitlines()):
        record_property("figure", line)
    assert status == 0, told
    assert recall >= 98 and wrong <= 0.5, told


def test_the_control_a_comparison_of_plain_texts_sees_little(seed: int):
    status, recall, _, told = bench(seed, "exact")
    assert status == 1 and recall < 20, told


def test_the_control_a_careless_comparison_warns_of_strangers(seed: int):
    status, recall, wrong, told = bench(seed, "careless")
    assert status == 1 and wrong > 5 and recall < 80, told
