"""Invented calls and scorecards to keep."""

from datetime import datetime

from scoring.call import Call, Roles, Speaker, Transcript, Turn
from scoring.scorecard import (
    Answer,
    CriterionResult,
    DimensionScore,
    Escalation,
    Evidence,
    RubricStamp,
    Scorecard,
)


def a_call(number: int = 1, **fields: object) -> Call:
    base = {"id": f"gesprek-{number:04}", "source": f"2026-01-15_in_{number:04}.json"}
    return Call.model_validate(base | {"called_at": "2026-01-15T10:12", "agent": "MW-07"} | fields)


def a_transcript(call: Call, words: str = "mijn paspoort is zoek", **roles: object) -> Transcript:
    turns = (
        Turn(speaker=Speaker.AGENT, text="Goedemorgen, gemeente Zonnedaal, u spreekt met Noor Brandsma."),
        Turn(speaker=Speaker.CALLER, text=f"Met Driessen, {words}."),
    )
    return Transcript(call_id=call.id, turns=turns, roles=Roles.model_validate(roles))


def a_result(criterion: str, answer: Answer, **fields: object) -> CriterionResult:
    base = {"criterion": criterion, "answer": answer, "mode": "machine", "confidence": 0.9}
    return CriterionResult.model_validate(base | {"reason": "Dat staat in het gesprek."} | fields)


def a_scorecard(call: Call, grade: float | None = 7.5, level: int = 0, **fields: object) -> Scorecard:
    quote = Evidence(turn=0, start=0, end=12, quote="Goedemorgen,")
    results = (
        a_result("beleefd.begroeting", Answer.YES, evidence=(quote,)),
        a_result("bekend.naam_beller", Answer.PARTIAL, mode="proposes", proposal=True),
        a_result("beleefd.toon", Answer.HUMAN, mode="human"),
    )
    base: dict[str, object] = {
        "call_id": call.id,
        "source": call.source,
        "rubric": RubricStamp(id="vijf_b", version="1.0.0", hash="ab12"),
        "norms": "1stroom",
        "tool_version": "0.1.0",
        "scored_at": datetime(2026, 1, 16, 9, 0),
        "results": results,
        "dimensions": {
            "bekend": DimensionScore(score=50.0, coverage=1.0),
            "beleefd": DimensionScore(score=100.0, coverage=0.5),
            "bereikbaar": DimensionScore(score=None, coverage=0.0),
        },
        "total": None if grade is None else round((grade - 1) / 9 * 100, 1),
        "grade": grade,
        "escalation": Escalation(level=level),
    }
    return Scorecard.model_validate(base | fields)
