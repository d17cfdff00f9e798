"""First readings as they will be of turns that were never learned from."""

from itertools import product

import numpy as np

from scoring.call import Speaker
from scoring.language.learning import Lesson
from scoring.language.moments import Moment
from scoring.language.surroundings import log_odds

WHO, WHAT = ("ik bel u", "mijn collega belt", "wij bellen", "iemand belt u"), ("morgen", "straks", "vandaag")
FACTS = ("de balie is open", "het loket is dicht", "dat kost niets", "de brief is weg")


def a_lesson(lines: list[tuple[str, bool]]) -> Lesson:
    """A lesson of single turns, of which some are an offer."""
    moments = [Moment(Speaker.AGENT, f" {line} ", "", "", 1, 3, 0.0) for line, _ in lines]
    acts = [frozenset({"offer"} if offers else {"fact"}) for _, offers in lines]
    return Lesson(list(zip(moments, acts, strict=True)), Speaker.AGENT, ())


def test_a_reading_as_unseen_is_always_less_sure_of_what_the_turn_did():
    lines = [(f"{who} {when}", True) for who, when in product(WHO, WHAT)]
    lines += [(f"{fact} {when}", False) for fact, when in product(FACTS, WHAT)]
    lesson = a_lesson(lines)
    learned, offer = lesson.weights(), lesson.names.index("offer")
    fitted = lesson.features @ learned[:-1, offer] + learned[-1, offer]
    lost = (fitted - lesson.as_unseen(learned)[:, offer]) * np.where(lesson.wanted[:, offer], 1, -1)
    assert (lost > 0).all()


def test_turns_of_the_same_words_are_read_the_same_whatever_they_did():
    lesson = a_lesson([("is goed", True), ("is goed", False)] * 10)
    first, second = lesson.as_unseen(lesson.weights())[:2]
    assert np.allclose(first, second)
    assert np.abs(first).max() < log_odds(np.array([0.9]))[0]
