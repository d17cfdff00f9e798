"""One criterion of a few lines, judged."""

from ruamel.yaml import YAML

from scoring.call import Call
from scoring.evaluate import evaluate
from scoring.examples import dialogue
from scoring.rubric import Norms, Rubric
from scoring.scorecard import CriterionResult

NORMS = Norms(id="proef", title="Proef", source="test", values={"grens": 2, "verplicht": True, "vrij": False})
DETECTORS = """
ja: {kind: phrase, phrases: [ja]}
nee: {kind: phrase, phrases: [nee]}
misschien: {kind: phrase, phrases: [misschien]}
tempo: {kind: pace}
"""


def judged(criterion: str, said: str = "A: Ja.\nB: Dag.", **call: object) -> CriterionResult:
    """The answer of one criterion, given as YAML lines, to this conversation."""
    return judged_by(a_rubric(criterion), said, **call)


def judged_by(rubric: Rubric, said: str, **call: object) -> CriterionResult:
    whole = Call.model_validate({"id": "proef", "source": "proef"} | call)
    return evaluate(whole, dialogue(said), rubric, NORMS)[0][0]


def a_rubric(criterion: str, **fields: object) -> Rubric:
    load = YAML(typ="safe").load
    base = {"id": "b.proef", "question": "?", "why": "w", "source": "s", "mode": "machine", "tip": "t"}
    return Rubric.model_validate(
        {
            "id": "proef",
            "version": "1.0.0",
            "title": "Proef",
            "dimensions": [{"id": "b", "title": "B", "question": "?"}],
            "detectors": load(DETECTORS),
            "criteria": [base | load(criterion)],
        }
        | fields
    )
