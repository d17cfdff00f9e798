"""This module contains four months of short calls for the demo, all invented, so that trends have something to show."""

from datetime import datetime
from pathlib import Path

from ruamel.yaml import YAML

import scoring
from scoring.call import Call, Roles, Speaker, Transcript, Turn
from scoring.pipeline import Scored, keep
from scoring.rubric import Norms, Rubric
from scoring.store import Store

MONTHS = Path(scoring.__file__).parent / "demo" / "maanden.yaml"
SPEAKERS = {"M": Speaker.AGENT, "B": Speaker.CALLER}


def add_months(store: Store, rubric: Rubric, norms: Norms) -> int:
    """Calling this judges and keeps the short calls, marked as demo, and answers how many there are."""
    told = told_calls()
    for scored in told:
        keep(store, scored, rubric, norms, demo=True)
    return len(told)


def told_calls() -> list[Scored]:
    """The short calls, not yet judged."""
    told = YAML(typ="safe").load(MONTHS.read_text(encoding="utf-8"))
    return [_call(number, one, told["organisation"]) for number, one in enumerate(told["calls"], start=1)]


def _call(number: int, told: dict[str, str], organisation: str) -> Scored:
    name = f"demo-kort-{number:02}"
    call = Call(
        id=name,
        source=name,
        called_at=datetime.fromisoformat(str(told["at"])),
        organisation=organisation,
        team=told["team"],
        agent=told["agent"],
        call_type=told["type"],
        opening_recorded=True,
        ending_recorded=True,
    )
    spoken = (line.split(": ", maxsplit=1) for line in told["talk"].splitlines())
    turns = tuple(Turn(speaker=SPEAKERS[who], text=text) for who, text in spoken)
    roles = Roles(reason="Zo staat het in het voorbeeld.")
    return Scored(
        call=call, transcript=Transcript(call_id=name, turns=turns, roles=roles), scorecard=None, audio=None
    )
