"""The seed of a run, told so that the run can be repeated."""

import random

import pytest


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    given = request.config.getoption("--seed")
    seed = random.SystemRandom().randrange(2**32) if given is None else given
    print(f"seed {seed}: repeat with --seed {seed}")
    return seed
