"""Intervals against scipy, and what must hold whatever the numbers."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from scoring.insight.intervals import (
    Estimate,
    Moments,
    beyond_chance,
    mean,
    mean_difference,
    share,
    share_difference,
)
from scoring.store.trust import wilson

UNHURRIED = settings(deadline=None, max_examples=60)  # a busy machine is no failure
SCORES = st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=2, max_size=60)


def moments(scores: list[float]) -> Moments:
    return Moments(n=len(scores), total=sum(scores), squares=sum(s * s for s in scores))


@UNHURRIED
@given(
    st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.sampled_from([0.9, 0.95, 0.999]),
)
def test_a_share_is_wilson_of_scipy(numbers, level):
    part, n = numbers
    expected = stats.binomtest(part, n).proportion_ci(level, method="wilson")
    found = share(part, n, level)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)
    assert 0 <= found.low <= found.value <= found.high <= 1


@UNHURRIED
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_it_says_the_same_as_machine_against_people(numbers):
    found = share(*numbers)
    assert (found.low, found.high) == pytest.approx(wilson(*numbers), abs=1e-4)


@UNHURRIED
@given(SCORES)
def test_a_mean_is_students_interval_of_scipy(scores):
    found = mean(moments(scores))
    if min(scores) == max(scores):
        assert found.value == pytest.approx(scores[0])
        assert found.low is found.high is None
        return
    assert 0 <= found.low <= found.value <= found.high <= 100
    expected = stats.ttest_1samp(scores, 0).confidence_interval()
    assert found.low == pytest.approx(max(0, expected.low), abs=1e-3)
    assert found.high == pytest.approx(min(100, expected.high), abs=1e-3)


@UNHURRIED
@given(SCORES, SCORES)
def test_a_difference_of_means_is_welch_of_scipy(new, old):
    found = mean_difference(moments(new), moments(old))
    if min(max(new) - min(new), max(old) - min(old)) == 0:
        return
    expected = stats.ttest_ind(new, old, equal_var=False).confidence_interval()
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-3)
    back = mean_difference(moments(old), moments(new))
    assert (back.low, back.high) == pytest.approx((-found.high, -found.low))


def test_a_difference_of_shares_is_newcombes_own_example():
    """Table II, case (a) and (g) of Newcombe 1998, method 10: 56/70 − 48/80 and 10/10 − 0/10."""
    found = share_difference(share(56, 70), share(48, 80))
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    edge = share_difference(share(10, 10), share(0, 10))
    assert (edge.low, edge.high) == pytest.approx((0.6075, 1.0), abs=5e-4)


SHARE = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@UNHURRIED
@given(SHARE, SHARE)
def test_a_difference_of_shares_holds_its_value_and_turns_round(new, old):
    found, back = share_difference(share(*new), share(*old)), share_difference(share(*old), share(*new))
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert (back.low, back.high) == pytest.approx((-found.high, -found.low))


@UNHURRIED
@given(SHARE)
def test_more_calls_make_a_figure_surer(numbers):
    part, n = numbers
    few, many = share(part, n), share(100 * part, 100 * n)
    assert many.high - many.low < few.high - few.low


def test_few_is_no_figure():
    assert share(0, 0) == Estimate(n=0)
    assert mean(Moments()) == Estimate(n=0)
    assert mean(moments([70])) == Estimate(n=1, value=70)
    assert mean_difference(moments([70]), moments([60, 80])).value is None
    assert share_difference(share(1, 2), share(0, 0)).value is None
    assert not beyond_chance(Estimate(n=1))


def test_equal_scores_do_not_differ_and_other_constants_prove_nothing():
    assert not beyond_chance(mean_difference(moments([100] * 6), moments([100] * 6)))
    assert mean_difference(moments([100] * 6), moments([50] * 6)).low is None


def test_the_interval_holds_the_truth_as_often_as_it_says():
    """Coverage of Wilson at p = 0.3, n = 40, computed exactly from the binomial."""
    held = sum(stats.binom.pmf(k, 40, 0.3) for k in range(41) if share(k, 40).low <= 0.3 <= share(k, 40).high)
    assert math.isclose(held, 0.95, abs_tol=0.02)
