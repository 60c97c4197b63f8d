"""Rounds in turn, product and limit, so that a busy machine is busy for both; the median share counts."""

import statistics
from collections.abc import Callable


def in_turn(rounds: int, product: Callable[[], float], limit: Callable[[], float]) -> float:
    """Runs both alternately; each answers its speed. Answers the median share of the limit."""
    shares = []
    for number in range(1, rounds + 1):
        # The order changes so that neither always runs on the warmer machine.
        if number % 2:
            mine, best = product(), limit()
        else:
            best, mine = limit(), product()
        shares.append(mine / best)
        print(
            f"round {number}: product {mine:,.0f}/s, limit {best:,.0f}/s, share {mine / best:.2f}", flush=True
        )
    return statistics.median(shares)
