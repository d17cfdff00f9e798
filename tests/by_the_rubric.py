"""The rubric as it is shipped, asked one thing about one conversation; nothing else of it is judged."""

import re
from functools import cache
from typing import Literal

from scoring.call import Call, Transcript
from scoring.detectors import CallContext
from scoring.evaluate import Judge
from scoring.examples import dialogue
from scoring.learned import learned, lexicon
from scoring.rubric import Norms, Rubric, load_norms, load_rubric
from scoring.settings import ROOT

Direction = Literal["in", "out"]
CALM = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Goedemorgen, met Peters. Ik bel over mijn vergunning voor de schuur.
A: Ja, ik zie hem. Die is nog in behandeling, dat duurt nog drie weken.
B: {}
A: Ik zet het erbij voor de afdeling.
B: Oké.
A: Dag meneer Peters."""
"""An ordinary call in which the caller says one thing."""
FIRST = """A: Goedemiddag, met Roel Dekkers.
B: {}
A: Wat is uw adres?
B: Dorpsstraat 4."""
"""The same as the first thing that is said."""


@cache
def shipped() -> tuple[Rubric, Norms]:
    """The rubric and the norms of a new installation."""
    return load_rubric(ROOT / "rubrics" / "vijf_b.yaml"), load_norms("1stroom", ROOT / "rubrics" / "normen")


def bared(text: str) -> str:
    """Words as recognition writes them: no capitals, no punctuation."""
    return re.sub(r"[^\w\s'-]", "", text).lower()


def judge(talk: str, *, bare: bool = False, direction: Direction = "in") -> Judge:
    """This conversation, ready to be asked; `bare`: with all its turns as recognition writes them."""
    rubric, norms = shipped()
    found = dialogue(talk)
    if bare:
        turns = tuple(t.model_copy(update={"text": bared(t.text)}) for t in found.turns)
        found = Transcript(call_id=found.call_id, turns=turns)
    context = CallContext(
        Call(id="proef", source="proef", direction=direction), found, lexicon(rubric), learned(rubric)
    )
    return Judge(rubric, norms, context)


def answer(criterion: str, talk: str, *, bare: bool = False, direction: Direction = "in") -> str:
    """The answer to one criterion."""
    asked = judge(talk, bare=bare, direction=direction)
    return asked.result(asked.rubric.criterion(criterion)).answer.value


def level(talk: str, *, bare: bool = False) -> int:
    """How far the caller goes (0–4)."""
    return judge(talk, bare=bare).escalation().level


def levels(said: str) -> set[int]:
    """The levels found: halfway a calm call and as the first thing said, as written and as recognised."""
    return {level(frame.format(said), bare=bare) for frame in (CALM, FIRST) for bare in (False, True)}
