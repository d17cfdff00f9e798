"""The rubric as it is shipped, asked one thing about one conversation; nothing else of it is judged."""

import re
from functools import cache

from scoring.call import Call, Transcript
from scoring.detectors import CallContext
from scoring.evaluate import Judge
from scoring.examples import dialogue
from scoring.learned import learned, lexicon
from scoring.rubric import Norms, Rubric, load_norms, load_rubric
from scoring.settings import ROOT


@cache
def shipped() -> tuple[Rubric, Norms]:
    """The rubric and the norms of a new installation."""
    return load_rubric(ROOT / "rubrics" / "vijf_b.yaml"), load_norms("1stroom", ROOT / "rubrics" / "normen")


def bared(text: str) -> str:
    """Words as recognition writes them: no capitals, no punctuation."""
    return re.sub(r"[^\w\s'-]", "", text).lower()


def judge(talk: str, *, bare: bool = False) -> Judge:
    """This conversation, ready to be asked; `bare`: with all its turns as recognition writes them."""
    rubric, norms = shipped()
    found = dialogue(talk)
    if bare:
        turns = tuple(t.model_copy(update={"text": bared(t.text)}) for t in found.turns)
        found = Transcript(call_id=found.call_id, turns=turns)
    context = CallContext(Call(id="proef", source="proef"), found, lexicon(rubric), learned(rubric))
    return Judge(rubric, norms, context)


def answer(criterion: str, talk: str, *, bare: bool = False) -> str:
    """The answer to one criterion."""
    asked = judge(talk, bare=bare)
    return asked.result(asked.rubric.criterion(criterion)).answer.value


def level(talk: str, *, bare: bool = False) -> int:
    """How far the caller goes (0–4)."""
    return judge(talk, bare=bare).escalation().level
