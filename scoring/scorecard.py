"""This module contains the outcome of judging: answers with their proof, added up per B."""

from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from scoring.record import Record

Mode = Literal["machine", "proposes", "human"]


class Answer(StrEnum):
    """This represents the five answers, one failure, and `human`: only a person may judge it."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"
    NOT_APPLICABLE = "na"
    UNMEASURABLE = "unmeasurable"
    FAILED = "failed"
    HUMAN = "human"


POINTS: dict[Answer, float] = {Answer.YES: 1.0, Answer.PARTIAL: 0.5, Answer.NO: 0.0}
"""Points of the answers that count; the others are left out of the sum."""


class Evidence(Record):
    """This represents a literal quote: turn index and character offsets into that turn's text."""

    turn: int = Field(ge=0)
    start: int = Field(ge=0)
    end: int
    quote: str

    @model_validator(mode="after")
    def _fits(self) -> "Evidence":
        if self.end - self.start != len(self.quote) or not self.quote.strip():
            raise ValueError("Een citaat moet letterlijk in het gesprek staan.")
        return self

    @classmethod
    def cut(cls, text: str, turn: int, start: int = 0, end: int | None = None) -> "Evidence":
        """The quote that stands at these offsets of a turn's text, without white space around it."""
        end = len(text) if end is None else min(end, len(text))
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        quote = piece.strip()
        if not quote:
            raise ValueError("Een citaat moet letterlijk in het gesprek staan.")
        return cls.model_construct(
            turn=turn, start=start, end=start + len(quote), quote=quote
        )  # right as it is cut


class Observation(NamedTuple):
    """This represents what a detector measured: a number (or None: could not be measured) and proof.

    `confidence` (0–1) says how sure the measurement is; `fired` names the rules or intents behind it.
    """

    value: float | None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    fired: tuple[str, ...] = ()


class CriterionResult(Record):
    """This represents the answer to one criterion, with confidence 0–1 and a reason in plain Dutch."""

    criterion: str
    answer: Answer
    mode: Mode
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    reason: str
    fired: tuple[str, ...] = ()
    proposal: bool = False


class DimensionScore(Record):
    """This represents one B: score 0–100 (None: nothing counted) and share of weight that counted."""

    score: float | None
    coverage: float
    capped: bool = False


class Escalation(Record):
    """This represents the highest level (0–4) of the caller's emotion or aggression, from text only."""

    level: int = Field(ge=0, le=4)
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0


class Callback(Record):
    """This represents a callback arrangement: who calls whom, by when and on which number.

    `due` is an ISO date; `name_known`, `accepted` and `named` say whether the caller's name is known,
    the caller agreed, and who calls back was told to the caller.
    """

    term: str | None = None
    due: str | None = None
    working_days: int | None = None
    who: str | None = None
    number: str | None = None
    about: str | None = None
    name_known: bool = False
    accepted: bool = False
    named: bool = False
    evidence: tuple[Evidence, ...] = ()


class RubricStamp(Record):
    """This represents exactly which rubric judged: id, version and content hash."""

    id: str
    version: str
    hash: str


class Scorecard(Record):
    """This represents a judged call; `total` 0–100 and school `grade` 1–10, None when nothing counted."""

    call_id: str
    source: str
    rubric: RubricStamp
    norms: str
    tool_version: str
    scored_at: datetime
    results: tuple[CriterionResult, ...]
    dimensions: dict[str, DimensionScore]
    total: float | None
    grade: float | None
    escalation: Escalation
    callback: Callback | None = None
    provisional: bool = True
    warnings: tuple[str, ...] = ()

    def result(self, criterion: str) -> CriterionResult:
        """The result of one criterion id; KeyError when the rubric does not have it."""
        for result in self.results:
            if result.criterion == criterion:
                return result
        raise KeyError(criterion)

    def contract(self) -> dict[str, object]:
        """The stable JSON object of the command line: equal input gives equal bytes (no clock)."""
        data = self.model_dump(mode="json")
        drop = {"criterion", "fired", "proposal"}
        criteria = {r["criterion"]: {k: v for k, v in r.items() if k not in drop} for r in data["results"]}
        keep = ("call_id", "source", "rubric", "norms")
        tail = ("dimensions", "total", "grade", "escalation", "callback", "provisional", "warnings")
        return {k: data[k] for k in keep} | {"criteria": criteria} | {k: data[k] for k in tail}
