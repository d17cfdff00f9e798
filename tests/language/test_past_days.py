"""Which days that are named are gone by, or are today, and so no days on which somebody rings back."""

from datetime import date

import pytest
from spoken import a_turn

from scoring.language.beside_calling import second_sentences
from scoring.language.past_days import is_past
from scoring.language.terms import terms

THURSDAY = date(2026, 1, 15)


def past(said: str) -> list[bool]:
    """Of each day in this turn whether it is gone by."""
    text = a_turn(said)
    begins = second_sentences(text)
    return [is_past(text.line, begins, t.start, t.end) for t in terms(text.line, THURSDAY) if not t.hour]


@pytest.mark.parametrize(
    "said",
    [
        "U had maandag ook al gebeld zie ik.",
        "ik bel u terug u had maandag gebeld",
        "Ik bel u zoals ik maandag beloofd had.",
        "Ik had gezegd dat ik u voor vrijdag zou bellen.",
        "U heeft maandag gebeld over uw uitrit.",
        "Ik zie dat er maandag al een terugbelverzoek is gemaakt.",
        "een terugbelverzoek dat mijn collega op 30 maart maakte",
        "Naar aanleiding van uw verzoek van maandag 30 maart.",
        "U had een verzoek ingediend, afgelopen maandag.",
        "Dat is sinds maandag zo.",
        "Dat red ik niet, het is vrijdag kwart voor vier.",
        "het is vrijdagmiddag",
        "Het is vandaag vrijdag.",
    ],
)
def test_a_day_gone_by(said):
    assert all(past(said))
    assert past(said)


@pytest.mark.parametrize(
    "said",
    [
        "Hij belt u maandag, zoals u had gevraagd.",
        "hij was er niet hij belt u maandag",
        "hij belt u maandag u had daar een vraag over",
        "Het wordt vrijdag.",
        "Dat is dan vrijdag.",
        "Ik had morgen gedacht.",
        "Ik had u morgen willen laten bellen.",
        "Dan heeft hij u maandag gebeld.",
        "Dan maak ik er een terugbelverzoek van, maandag.",
        "in de loop van maandag",
        "Dat wordt de week van dertien april.",
        "U heeft maandag antwoord.",
        "Als het goed is morgen.",
        "Ik heb maandag genoteerd, dan belt hij u.",
        "Ik heb u voor donderdag op de lijst gezet.",
    ],
)
def test_a_day_to_come(said):
    assert past(said)
    assert not any(past(said))
