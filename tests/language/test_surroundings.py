import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from scoring.call import Speaker
from scoring.language import surroundings
from scoring.language.learning import train
from scoring.language.moments import Moment
from scoring.language.surroundings import NOTHING, around, learn, log_odds


def test_around_a_turn_stand_its_neighbours_the_most_there_was_before_and_after_and_its_place():
    first = np.array([[1.0], [2.0], [5.0], [3.0]])
    own, *near, until, after, share, square = around(first)[1]
    assert near == [1, NOTHING, NOTHING, 5, 3, NOTHING]
    assert (own, until, after, share, square) == (2, 1, 5, 0.25, 0.0625)


def test_before_the_first_and_after_the_last_turn_there_is_nothing():
    rows = around(np.array([[1.0], [2.0]]))
    assert rows[0][1:4].tolist() == [NOTHING] * 3 == rows[1][4:7].tolist()
    assert rows[0][7] == NOTHING == rows[1][8]
    assert around(np.zeros((0, 3))).shape == (0, 29)


def test_with_few_turns_the_second_reading_is_a_logistic_regression_held_back_by_its_scale(monkeypatch):
    monkeypatch.setattr(surroundings, "_STEPS", 200)
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(400, 5)) * [3, 1, 1, 1, 1]
    wanted = (rows[:, 0] + rows[:, 1] + rng.normal(size=400) > 0)[:, None]
    found = learn(rows, wanted, own=[0])
    assert len(found.hidden) == 0
    scale = np.array([3.0, *(0.055 / rows[:, 1:].std(axis=0))])
    theirs = LogisticRegression(C=1, tol=1e-8).fit((rows - rows.mean(axis=0)) * scale, wanted[:, 0])
    expected = theirs.predict_proba((rows - rows.mean(axis=0)) * scale)[:, 1]
    np.testing.assert_allclose(found.probabilities(rows)[:, 0], expected, atol=0.01)


def either_but_not_both(turns: int) -> tuple[np.ndarray, np.ndarray]:
    """Turns where what counts is how two readings go together: no regression can see it."""
    rows = np.random.default_rng(5).normal(size=(turns, 4))
    return rows, (rows[:, [0, 1]] * rows[:, [1, 2]] > 0)


def test_networks_see_what_counts_only_together():
    rows, wanted = either_but_not_both(8000)
    found = learn(rows[:6000], wanted[:6000], own=[0, 1])
    right = (found.probabilities(rows[6000:]) > 0.5) == wanted[6000:]
    assert right.mean() > 0.9
    alone = found._replace(hidden=np.zeros(0)).probabilities(rows[6000:]) > 0.5
    assert (alone == wanted[6000:]).mean() < 0.6


def test_networks_correct_a_regression_and_never_overrule_it():
    rows, wanted = either_but_not_both(2500)
    found = learn(rows, wanted, own=[0, 1])
    far = rows * 50
    alone, together = found._replace(hidden=np.zeros(0)).probabilities(far), found.probabilities(far)
    moved = log_odds(together) - log_odds(alone)
    assert 1 < np.abs(moved).max() < 1.51


def test_learning_is_the_same_every_time_and_does_not_warn(recwarn):
    rows, wanted = either_but_not_both(2500)
    first, second = (learn(rows, wanted, own=[0, 1]) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
    assert not recwarn.list


def test_log_odds_stay_within_bounds():
    assert log_odds(np.array([0.0, 0.5, 1.0])) == pytest.approx([-9.21, 0, 9.21], abs=0.01)


def said(*lines: str) -> list[Moment]:
    """Turns of employee and caller by turns, the employee first."""
    who = [Speaker.AGENT, Speaker.CALLER] * len(lines)
    return [Moment(who[i], f" {line} ", "", "", i, len(lines), 0.0) for i, line in enumerate(lines)]


def test_the_same_words_do_something_else_after_another_turn():
    offers = ["ik bel u terug", "wij bellen u op", "mijn collega belt u", "u wordt gebeld"]
    facts = ["de balie is open", "het loket is dicht", "het is gratis", "dat kost tien euro"]
    calls = [said(line, "is goed") for _ in range(6) for line in (*offers, *facts)]
    examples = [
        (m, frozenset(acts))
        for call in calls
        for m, acts in zip(
            call,
            ({"offer"}, {"c_accept"}) if call[0].line.strip() in offers else ({"fact"}, {"c_hears"}),
            strict=True,
        )
    ]
    model = train(examples)
    after_offer, after_fact = (
        model.read(said(offers[0], "is goed"))[1],
        model.read(said(facts[0], "is goed"))[1],
    )
    assert after_offer["c_accept"] > 0.5 > after_fact["c_accept"]
