import numpy as np

from scoring.language.sampling import stands_for

TURNS, EXAMPLES = 20_000, 300


def labelled(examples: int = EXAMPLES) -> tuple[np.ndarray, np.ndarray]:
    wanted = np.zeros(TURNS, dtype=bool)
    wanted[:: TURNS // examples] = True
    return wanted, np.random.default_rng(1).random(TURNS)


def test_all_turns_with_the_intent_are_learned_from():
    wanted, likeness = labelled()
    assert (stands_for(wanted, likeness)[wanted] == 1).all()


def test_the_turns_most_like_those_are_learned_from():
    wanted, likeness = labelled()
    nearest = [i for i in np.argsort(-likeness) if not wanted[i]][:1000]
    assert (stands_for(wanted, likeness)[nearest] == 1).all()


def test_fewer_turns_stand_for_all():
    counts = stands_for(*labelled())
    assert (counts > 0).sum() < TURNS / 2
    assert abs(counts.sum() - TURNS) < TURNS / 50


def test_the_choice_is_always_the_same():
    np.testing.assert_array_equal(stands_for(*labelled()), stands_for(*labelled()))


def test_a_little_difference_in_likeness_changes_few():
    wanted, likeness = labelled()
    nearly = likeness + np.random.default_rng(2).normal(0, 1e-6, TURNS)
    assert (stands_for(wanted, likeness) != stands_for(wanted, nearly)).sum() < 10


def test_with_few_turns_all_are_learned_from():
    assert (stands_for(np.arange(100) < 10, np.zeros(100)) == 1).all()
