"""The demo calls read well, and are what they say: invented, in office hours, by pseudonym."""

import re
from datetime import date

import pytest

from scoring import intake
from scoring.call import Speaker
from scoring.commands.kept import DEMO
from scoring.language.workdays import is_working_day
from scoring.settings import Settings

FILES = sorted(DEMO.glob("*.json"))


def test_there_are_enough() -> None:
    assert len(FILES) >= 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_demo_call_is_ready_to_judge(path) -> None:
    read = intake.read(path, Settings())
    call, transcript = read.call, read.transcript
    assert transcript is not None
    assert transcript.roles.certain
    assert transcript.warnings == ()
    assert {Speaker.AGENT} < {turn.speaker for turn in transcript.turns}
    assert call.organisation == "Gemeente Voorbeeldstad"
    assert call.team in {"KCC", "Burgerzaken", "Wmo"}
    assert re.fullmatch(r"M-0[1-5]", call.agent or "")
    assert call.called_at is not None
    assert is_working_day(call.called_at.date())
    assert 8 <= call.called_at.hour < 18
    assert call.called_at.date() <= date(2026, 11, 20)
