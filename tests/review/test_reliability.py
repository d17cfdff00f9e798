"""Our agreement figures against those of scikit-learn, krippendorff and Fleiss' own table."""

import numpy as np
import pytest
from krippendorff import alpha as reference_alpha
from sklearn.metrics import cohen_kappa_score

from scoring.review.reliability import alpha, cohen, fleiss, mean, percent_agreement

ORDER = ("no", "partial", "yes")
ALL = (*ORDER, "na", "unmeasurable")
FLEISS_1971 = [  # 10 of what 14 raters gave one of five marks
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip


def random_table(seed, calls=12, reviewers=3, values=ALL, holes=0.2):
    """Answers that hang together, as those of people do, with some not given."""
    rng = np.random.default_rng(seed)
    table = []
    for _ in range(calls):
        usual = rng.integers(len(values))
        row = [usual if rng.random() < 0.6 else rng.integers(len(values)) for _ in range(reviewers)]
        table.append([None if rng.random() < holes else values[i] for i in row])
    return table


def krippendorff(table, level, values):
    data = [
        [np.nan if row[i] not in values else values.index(row[i]) for row in table]
        for i in range(len(table[0]))
    ]
    return reference_alpha(reliability_data=data, level_of_measurement=level)


@pytest.mark.parametrize("seed", range(12))
def test_alpha_is_that_of_krippendorff(seed):
    table = random_table(seed, reviewers=2 + seed % 3)
    assert alpha(table).value == pytest.approx(krippendorff(table, "nominal", list(ALL)), abs=1e-4)
    assert alpha(table, ORDER).value == pytest.approx(krippendorff(table, "ordinal", list(ORDER)), abs=1e-4)


@pytest.mark.parametrize("seed", range(12))
def test_cohen_is_that_of_scikit_learn(seed):
    table = random_table(seed, reviewers=2)
    both = [row for row in table if None not in row]
    known = cohen_kappa_score([a for a, _ in both], [b for _, b in both])
    assert cohen(table).value == pytest.approx(known, abs=1e-4)


def test_fleiss_is_that_of_fleiss():
    table = [[str(mark) for mark, n in enumerate(row) for _ in range(n)] for row in FLEISS_1971]
    assert fleiss(table).value == pytest.approx(0.210, abs=5e-4)


@pytest.mark.parametrize("seed", range(6))
def test_fleiss_and_alpha_keep_their_known_distance(seed):
    table = random_table(seed, holes=0)
    answers = len(table) * 3
    kappa = fleiss(table).value
    assert alpha(table).value == pytest.approx(kappa + (1 - kappa) / answers, abs=2e-4)


def test_percent_agreement_is_that_of_pairs():
    assert percent_agreement([["yes", "yes", "no"], ["no", None, "no"]]).value == 0.5
    assert percent_agreement([["yes", None]]).value is None


def test_what_cannot_be_computed_is_none():
    same = [["yes", "yes"], ["yes", "yes"]]
    assert percent_agreement(same).value == 1.0
    for measure in (cohen, fleiss, alpha):
        assert measure(same).value is None
        assert measure([]).value is None
    assert alpha([["na", "na"], ["na", "yes"]], ORDER).value is None
    assert fleiss([["yes"], ["no"]]).value is None


def test_intervals_are_those_of_a_plain_bootstrap():
    table = random_table(3, calls=25, holes=0)
    found = fleiss(table)
    rng = np.random.default_rng(1)
    drawn = [fleiss([table[i] for i in rng.integers(25, size=25)]).value for _ in range(400)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.05)
    assert found.low < found.value < found.high
    assert fleiss(table) == found, "the same answers give the same interval"


def test_more_calls_give_a_narrower_interval():
    few, many = (percent_agreement(random_table(5, calls=n, holes=0)) for n in (8, 200))
    assert many.high - many.low < few.high - few.low


def test_a_mean_draws_whole_calls():
    values = [0.5] * 10 + [-0.5] * 10
    by_call = mean(values, ["a"] * 10 + ["b"] * 10)
    apart = mean(values, list(range(20)))
    assert by_call.value == apart.value == 0.0
    assert (by_call.low, by_call.high) == (-0.5, 0.5)
    assert -0.5 < apart.low < apart.high < 0.5
    assert mean([], []).value is None
