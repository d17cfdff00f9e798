"""This module contains how well several people agree: shares, kappas and Krippendorff's alpha, with intervals.

A table has one row a call and one column a reviewer; None where a reviewer gave no answer. Intervals are of
95%, by drawing calls again with replacement (bootstrap): few calls give wide intervals, and that is honest.
Everything is computed from counts per call, so that a thousand draws cost one multiplication.

Sources: Cohen 1960; Fleiss 1971; Krippendorff, Content Analysis, 4th edition (2018), chapter 12.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from scoring.record import Record

Numbers = NDArray[np.float64]
Table = Sequence[Sequence[str | None]]
DRAWS = 1000
_SEED = 20_260_101
_MOST_UNDEFINED = 0.5
"""When more than this share of the draws gives no number, an interval would be made of the lucky ones."""


class Measure(Record):
    """This represents a number with its 95% interval; None: cannot be computed (all answers the same)."""

    value: float | None
    low: float | None = None
    high: float | None = None


def percent_agreement(table: Table) -> Measure:
    """The share of pairs of reviewers that gave the same answer to the same call."""
    counts = _counts(table, _values(table))
    pairs = counts.sum(1) * (counts.sum(1) - 1)
    same = (counts * (counts - 1)).sum(1)
    return _measure(lambda w: _ratio(w @ same, w @ pairs), len(counts))


def cohen(table: Table) -> Measure:
    """Cohen's kappa of the two columns of a table, over the calls that both answered."""
    both = [row for row in table if None not in row]
    values = _values(both)
    n = len(values)
    cells = np.zeros((len(both), n * n))
    for i, (one, other) in enumerate(both):
        cells[i, values.index(str(one)) * n + values.index(str(other))] = 1

    def kappa(weights: Numbers) -> Numbers:
        confusion = (weights @ cells).reshape(-1, n, n)
        total = confusion.sum((1, 2))
        seen = _ratio(np.einsum("bii->b", confusion), total)
        chance = _ratio((confusion.sum(1) * confusion.sum(2)).sum(1), total**2)
        return _above_chance(seen, chance)

    return _measure(kappa, len(both))


def fleiss(table: Table) -> Measure:
    """Fleiss' kappa, over the calls that every reviewer answered; two reviewers or more."""
    full = [row for row in table if None not in row]
    counts = _counts(full, _values(full))
    raters = len(full[0]) if full else 0
    if raters < 2:
        return Measure(value=None)
    same = ((counts**2).sum(1) - raters) / (raters * (raters - 1))

    def kappa(weights: Numbers) -> Numbers:
        calls = weights.sum(1)
        shares = _ratio(weights @ counts, (calls * raters)[:, None])
        return _above_chance(_ratio(weights @ same, calls), (shares**2).sum(1))

    return _measure(kappa, len(full))


def alpha(table: Table, order: Sequence[str] | None = None) -> Measure:
    """Krippendorff's alpha: nominal, or ordinal over `order` (answers outside it count as not given)."""
    values = list(order) if order else _values(table)
    counts = _counts(table, values)
    counts = counts[counts.sum(1) >= 2]  # one answer says nothing about agreement
    n = len(values)
    together = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(n)
    cells = (together / np.maximum(counts.sum(1) - 1, 1)[:, None, None]).reshape(len(counts), n * n)

    def krippendorff(weights: Numbers) -> Numbers:
        seen = (weights @ cells).reshape(-1, n, n)
        totals = seen.sum(2)
        every = totals.sum(1)
        chance = totals[:, :, None] * totals[:, None, :] - totals[:, :, None] * np.eye(n)
        apart = _rank_distance(totals) if order else np.broadcast_to(1.0 - np.eye(n), chance.shape)
        expected = _ratio((chance * apart).sum((1, 2)), every - 1)
        return 1 - _ratio((seen * apart).sum((1, 2)), expected)

    return _measure(krippendorff, len(counts))


def mean(values: Sequence[float], groups: Sequence[object]) -> Measure:
    """The mean with its interval, drawing whole groups (calls) again: answers in one call hang together."""
    names = list(dict.fromkeys(groups))
    inside = np.array([[float(g == name) for name in names] for g in groups]).reshape(len(groups), len(names))
    sums, sizes = np.array(values, dtype=float) @ inside, inside.sum(0)
    return _measure(lambda w: _ratio(w @ sums, w @ sizes), len(names))


def pairs_of(people: Sequence[str]) -> list[tuple[str, str]]:
    """Every two people, once."""
    return list(combinations(people, 2))


def _rank_distance(totals: Numbers) -> Numbers:
    """How far ordered answers lie apart: by how many answers were given between them."""
    below = np.cumsum(totals, axis=1)
    middle = below - totals / 2
    squared: Numbers = (middle[:, :, None] - middle[:, None, :]) ** 2
    return squared


def _measure(compute: Callable[[Numbers], Numbers], calls: int) -> Measure:
    if not calls:
        return Measure(value=None)
    value = compute(np.ones((1, calls)))[0]
    if not np.isfinite(value):
        return Measure(value=None)
    random = np.random.default_rng(_SEED)  # a fixed seed: the same answers give the same interval
    drawn = compute(random.multinomial(calls, [1 / calls] * calls, size=DRAWS).astype(float))
    known = drawn[np.isfinite(drawn)]
    if len(known) < _MOST_UNDEFINED * DRAWS or calls < 2:
        return Measure(value=round(float(value), 4))
    low, high = np.quantile(known, [0.025, 0.975])
    return Measure(value=round(float(value), 4), low=round(float(low), 4), high=round(float(high), 4))


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(part / whole)


def _above_chance(seen: Numbers, chance: Numbers) -> Numbers:
    chance = np.where(np.isclose(chance, 1), np.nan, chance)  # one answer everywhere: kappa does not exist
    return _ratio(seen - chance, 1 - chance)


def _values(table: Table) -> list[str]:
    return sorted({answer for row in table for answer in row if answer is not None})


def _counts(table: Table, values: Sequence[str]) -> Numbers:
    """How often each answer was given to each call."""
    return np.array([[row.count(v) for v in values] for row in map(list, table)], dtype=float).reshape(
        len(table), len(values)
    )
