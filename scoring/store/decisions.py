"""This module contains what people decide about calls, as it is kept: added, never changed."""

from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from scoring.record import Record
from scoring.scorecard import Answer, Evidence

ESCALATION = "escalatie"
"""Stands where a criterion's id stands, when a person judges the level of escalation (0–4)."""

GIVEN = (Answer.YES, Answer.PARTIAL, Answer.NO, Answer.NOT_APPLICABLE, Answer.UNMEASURABLE)
"""The answers that a person can give."""

LEVELS = tuple(str(level) for level in range(5))


class ReviewState(StrEnum):
    """This represents how far people are with a call, in the words of the screen."""

    UNJUDGED = "niet beoordeeld"
    OPEN = "te beoordelen"
    STARTED = "bezig"
    SECOND = "wacht op tweede beoordelaar"
    FINAL = "definitief"


class Cause(StrEnum):
    """This represents what went wrong outside the employee, in the words of the screen."""

    SYSTEM = "systeem werkte niet"
    COLLEAGUE = "collega niet bereikbaar"
    INFORMATION = "informatie klopte niet"
    OTHER = "iets anders"


class StepKind(StrEnum):
    """This represents a step of a review as a whole, in the words of the screen."""

    FINISHED = "afgerond"
    REOPENED = "heropend"
    UPHELD = "bezwaar toegekend"


class Tip(Record):
    """This represents a coaching tip at a moment: the turn and, where there is sound, seconds from the start."""

    text: str = Field(min_length=1)
    turn: int = Field(ge=0)
    seconds: float | None = Field(default=None, ge=0)


class Given(Record):
    """This represents what a reviewer says about one criterion (or ESCALATION, with answer '0'–'4').

    `reason` is needed where the answer is another than the machine's; `cause`: why it lay outside the
    employee; `rule_wrong`: the rule itself is wrong, for the rubric's author.
    """

    criterion: str
    answer: str
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    tip: Tip | None = None
    rule_wrong: bool = False
    cause: Cause | None = None

    @model_validator(mode="after")
    def _can_be_given(self) -> Self:
        known = LEVELS if self.criterion == ESCALATION else tuple(answer.value for answer in GIVEN)
        if self.answer not in known:
            raise ValueError(f"Kies uit: {', '.join(known)}.")
        return self


class Review(Given):
    """This represents what a reviewer said, beside what the machine said; `scorecard` is the machine's."""

    id: int = 0
    call_id: str
    scorecard: int
    machine: str
    reviewer: str
    reviewed_at: datetime

    @property
    def agrees(self) -> bool:
        """Whether the reviewer and the machine gave the same answer."""
        return self.answer == self.machine


class ReviewStep(Record):
    """This represents a step of the review as a whole; `final` is the scorecard that it led to, if any."""

    id: int = 0
    call_id: str
    scorecard: int
    kind: StepKind
    reviewer: str
    at: datetime
    reason: str = ""
    final: int | None = None


class RuleReport(Record):
    """This represents a ‘regel fout’ for the rubric's author, and what was done with it."""

    review: Review
    fixed_by: str | None = None
    fixed_at: datetime | None = None
    fix: str = ""


class AnswerPair(Record):
    """This represents the machine's answer beside a person's final answer to the same criterion."""

    call_id: str
    scorecard: int
    criterion: str
    machine: str
    answer: str
    reviewer: str
    at: datetime
