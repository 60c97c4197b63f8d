"""Waiting for a condition with a deadline: the only place of the suites where time is let pass."""

import random
import threading
import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def until(condition: Callable[[], Found], within: float, what: str) -> Found:
    """Asks again and again; answers the first true value, or fails naming what was waited for."""
    deadline = time.monotonic() + within
    pause = 0.001
    while True:
        if found := condition():
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {within} s in vain for {what}")
        threading.Event().wait(pause)
        pause = min(pause * 1.5, 0.05)


def random_moment(chance: random.Random, shortest: float, longest: float) -> None:
    """Lets a random time pass: a fault must not come at a moment that the program could know."""
    threading.Event().wait(chance.uniform(shortest, longest))


def measure_after(seconds: float) -> None:
    """Lets this much time pass because a figure is defined by it, as in "resident five seconds later"."""
    threading.Event().wait(seconds)
