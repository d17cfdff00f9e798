"""Terms that tell of an intent may weigh more than terms that stand anywhere."""

import numpy as np
from scipy.sparse import csr_matrix

from scoring.language.freedom import Freedom

TELLS, ANYWHERE, ONCE = 0, 1, 2


def freedom(turns: int = 400) -> Freedom:
    """Half the turns have the intent: one term stands in those only, one in all, one in a single turn."""
    wanted = np.arange(turns) % 2 == 0
    features = np.stack([wanted, np.ones(turns), np.arange(turns) == 0], axis=1).astype(float)
    return Freedom(csr_matrix(features), wanted[:, None])


def test_a_telling_term_is_freer_than_one_that_stands_anywhere():
    whole = freedom().whole[:, 0]
    assert whole[TELLS] > whole[ONCE] > whole[ANYWHERE] > 0


def test_among_few_examples_little_seems_telling():
    few, many = freedom(20).whole, freedom(4000).whole
    assert np.ptp(few) < np.ptp(many) / 3


def test_without_its_only_turn_a_term_is_no_longer_telling():
    kept = freedom().kept(wanted=True)[:, 0]
    assert kept[ONCE] < 0.9 < kept[TELLS]


def test_an_intent_that_always_or_never_occurs_is_no_reason_to_stop():
    never_always = np.array([[False, True]] * 10)
    found = Freedom(csr_matrix(np.eye(10)), never_always)
    assert np.isfinite(found.whole).all()
    assert np.isfinite(found.kept(wanted=False)).all()
