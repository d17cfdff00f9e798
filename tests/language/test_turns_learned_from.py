import numpy as np

from scoring.language.sampling import chosen

TURNS, EXAMPLES = 20_000, 300


def labelled(examples: int = EXAMPLES) -> tuple[np.ndarray, np.ndarray]:
    wanted = np.zeros(TURNS, dtype=bool)
    wanted[:: TURNS // examples] = True
    return wanted, np.random.default_rng(1).random(TURNS)


def test_all_turns_with_the_intent_are_learned_from():
    wanted, likeness = labelled()
    turns, stands_for = chosen(wanted, likeness)
    assert set(np.flatnonzero(wanted)) <= set(turns)
    assert (stands_for[wanted[turns]] == 1).all()


def test_the_turns_most_like_those_are_learned_from():
    wanted, likeness = labelled()
    turns, _ = chosen(wanted, likeness)
    nearest = [i for i in np.argsort(-likeness) if not wanted[i]][:1000]
    assert set(nearest) <= set(turns)


def test_fewer_turns_stand_for_all():
    wanted, likeness = labelled()
    turns, stands_for = chosen(wanted, likeness)
    assert len(turns) < TURNS / 2
    assert abs(stands_for.sum() - TURNS) < TURNS / 50
    assert (np.diff(turns) > 0).all()


def test_the_choice_is_always_the_same():
    wanted, likeness = labelled()
    again = chosen(wanted, likeness)
    for first, second in zip(chosen(wanted, likeness), again, strict=True):
        np.testing.assert_array_equal(first, second)


def test_with_few_turns_all_are_learned_from():
    wanted, likeness = np.arange(100) < 10, np.zeros(100)
    turns, stands_for = chosen(wanted, likeness)
    np.testing.assert_array_equal(turns, np.arange(100))
    assert (stands_for == 1).all()
