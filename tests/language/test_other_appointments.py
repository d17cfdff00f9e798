"""Which days beside a promise to ring are those of something else, and which call is this very one."""

from datetime import date

import pytest
from spoken import a_turn

from scoring.language.callbacks import agreed_term
from scoring.language.this_call import rings_now

TUESDAY = date(2026, 3, 10)


def due(said: str) -> date | None:
    """The day on which is rung, as promised in this turn."""
    found = agreed_term([a_turn(said)], [0], [0], TUESDAY)
    return found and found.due


@pytest.mark.parametrize(
    "said",
    [
        "Ik streep woensdag door en Noor belt u voor een nieuwe datum.",
        "dus ik zeg vrijdag af en noor belt u",
        "Vrijdag gaat niet door, Noor belt u.",
        "Morgen haal ik dat bezoek eraf en Noor belt u terug.",
        "Noor belt u terug over een keuring voor vrijdag.",
        "noor belt u terug om een bezoek te plannen voor volgende week",
        "Noor belt u terug. Ze werkt alleen maandag en vrijdag.",
    ],
)
def test_a_day_of_something_else_is_no_term(said):
    assert due(said) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Ik zeg vrijdag af, en Noor belt u morgen.", date(2026, 3, 11)),
        ("Noor belt u morgen om een bezoek te plannen voor volgende week.", date(2026, 3, 11)),
        ("Ze werkt alleen maandag en donderdag, dus ze belt u donderdag terug.", date(2026, 3, 12)),
        ("Noor belt u terug, ze werkt morgen weer.", date(2026, 3, 11)),
        ("Ik zet een belafspraak voor morgen, dan belt Noor u.", date(2026, 3, 11)),
    ],
)
def test_the_day_of_ringing_stays(said, day):
    assert due(said) == day


@pytest.mark.parametrize("said", ["Daarom bel ik. Ik heb vrijdag voor u.", "vandaar dat ik u bel"])
def test_why_the_employee_rings_is_this_call(said):
    assert rings_now(a_turn(said))


@pytest.mark.parametrize("said", ["Daarom bel ik u morgen terug.", "Daarvoor bel ik u nog eens."])
def test_why_the_employee_will_ring_is_another(said):
    assert not rings_now(a_turn(said))
