"""Where a person said which channel holds the employee, nothing is guessed."""

import pytest

from scoring.call import Roles, Speaker, Transcript, Turn
from scoring.pipeline import with_employee

TURNS = (Turn(speaker=Speaker.AGENT, text="Ja hoor."), Turn(speaker=Speaker.CALLER, text="Goedemorgen."))


def guessed(*labels: str) -> Transcript:
    roles = dict(zip(labels, (Speaker.AGENT, Speaker.CALLER), strict=False))
    return Transcript(call_id="proef", turns=TURNS, roles=Roles(labels=roles, confidence=0.4))


@pytest.mark.parametrize(("channel", "first"), [("kanaal 1", Speaker.AGENT), ("kanaal 2", Speaker.CALLER)])
def test_the_chosen_channel_is_the_employee(channel: str, first: Speaker):
    settled = with_employee(guessed("kanaal 1", "kanaal 2"), channel)
    assert settled.roles.certain
    assert settled.roles.labels[channel] is Speaker.AGENT
    assert settled.turns[0].speaker is first


@pytest.mark.parametrize("labels", [("kanaal 1",), ("Jan", "Piet"), ("spreker 1", "spreker 2")])
def test_other_voices_are_left_as_they_were(labels: tuple[str, ...]):
    assert with_employee(guessed(*labels), "kanaal 1") == guessed(*labels)


def test_no_choice_changes_nothing():
    assert with_employee(guessed("kanaal 1", "kanaal 2"), None) == guessed("kanaal 1", "kanaal 2")
