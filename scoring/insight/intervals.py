"""This module contains how sure a figure is: intervals of shares, means and differences.

Shares: Wilson's interval (1927); the difference of two shares: Newcombe's method 10 (1998), built on it.
Means: Student's t; the difference of two means: Welch's t. Two limits are known: scores lie between 0 and
100, so that a mean of few, lopsided scores has too tidy an interval; and calls of one employee resemble each
other, so that with few employees the truth is less sure than the interval says.
"""

from functools import cache
from math import sqrt
from statistics import NormalDist

from scipy.special import stdtrit

from scoring.record import Record

LEVEL = 0.95
_NO_VARIANCE = 1e-6
"""Scores have one decimal, so that less than this is rounding."""


class Estimate(Record):
    """This represents a figure of n calls with its interval; None: cannot be said."""

    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None


class Moments(Record):
    """This represents n scores as far as means need them: their sum and the sum of their squares."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    @property
    def mean(self) -> float:
        """The mean; n must be at least 1."""
        return self.total / self.n

    @property
    def variance(self) -> float:
        """The variance of what the scores are a sample of; n must be at least 2."""
        return max(0.0, (self.squares - self.total**2 / self.n) / (self.n - 1))


@cache
def _deviations(level: float) -> float:
    """Standard deviations on either side of the middle that hold this much."""
    return NormalDist().inv_cdf((1 + level) / 2)


def share(part: int, n: int, level: float = LEVEL) -> Estimate:
    """The share part/n with Wilson's interval."""
    if not n:
        return Estimate(n=0)
    z = _deviations(level)
    p = part / n
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    # at 0 and n the interval ends there exactly; only rounding would put it beside
    low = 0.0 if part == 0 else max(0.0, middle - half)
    high = 1.0 if part == n else min(1.0, middle + half)
    return Estimate(n=n, value=p, low=low, high=high)


def mean(scores: Moments, level: float = LEVEL) -> Estimate:
    """The mean of scores 0–100 with Student's interval, kept within 0–100; equal scores tell no interval."""
    if scores.n < 2 or scores.variance < _NO_VARIANCE:
        return Estimate(n=scores.n, value=scores.mean if scores.n else None)
    half = float(stdtrit(scores.n - 1, (1 + level) / 2)) * sqrt(scores.variance / scores.n)
    low, high = max(0.0, scores.mean - half), min(100.0, scores.mean + half)
    return Estimate(n=scores.n, value=scores.mean, low=min(low, scores.mean), high=max(high, scores.mean))


def share_difference(new: Estimate, old: Estimate) -> Estimate:
    """New minus old, of two shares with intervals of the same level (Newcombe)."""
    bounds = (new.value, new.low, new.high, old.value, old.low, old.high)
    if None in bounds:
        return Estimate(n=min(new.n, old.n))
    p, low, high, q, below, above = (float(bound or 0.0) for bound in bounds)
    return Estimate(
        n=min(new.n, old.n),
        value=p - q,
        low=p - q - sqrt((p - low) ** 2 + (above - q) ** 2),
        high=p - q + sqrt((high - p) ** 2 + (q - below) ** 2),
    )


def mean_difference(new: Moments, old: Moments, level: float = LEVEL) -> Estimate:
    """New minus old, of two means (Welch); equal scores on both sides say nothing about chance."""
    n = min(new.n, old.n)
    if n < 2:
        return Estimate(n=n)
    parts = [scores.variance / scores.n for scores in (new, old)]
    value, error = new.mean - old.mean, sum(parts)
    if error <= 0:
        same = value == 0  # nothing varies: equal is equal, and otherwise nobody can say
        return Estimate(n=n, value=value, low=0.0 if same else None, high=0.0 if same else None)
    squares = sum(part**2 / (scores.n - 1) for part, scores in zip(parts, (new, old), strict=True))
    half = float(stdtrit(error**2 / squares, (1 + level) / 2)) * sqrt(error)
    return Estimate(n=n, value=value, low=value - half, high=value + half)


def beyond_chance(difference: Estimate) -> bool:
    """Whether zero lies outside the interval of a difference."""
    if difference.low is None or difference.high is None:
        return False
    return difference.low > 0 or difference.high < 0
