"""This module contains what the store is asked with and what it answers in lists."""

from datetime import datetime
from enum import StrEnum

from scoring.record import Record
from scoring.scorecard import Answer
from scoring.store.decisions import ReviewState

LOW_GRADE = 5.5
"""Below this school grade a call is a fail."""
HIGH_ESCALATION = 3
"""From this level the caller was aggressive towards the employee."""


class Status(StrEnum):
    """This represents how far a call is, in the words of the screen."""

    SCORED = "beoordeeld"
    ROLES = "rollen te bevestigen"
    UNSCORED = "niet beoordeeld"


class AgentStep(StrEnum):
    """This represents a step between agent and coach, in the words of the screen."""

    ASSESSED = "zelf beoordeeld"
    SEEN = "gezien"
    DISPUTED = "bezwaar gemaakt"
    WITHDRAWN = "bezwaar ingetrokken"
    ANSWERED = "bezwaar beantwoord"


class Queue(StrEnum):
    """This represents a pile of calls that need a person, in the words of the screen.

    Of what waits for a review: all of it (escalation 3–4 first), only escalation, only below the norm, only
    those with answers the machine is not sure of. Further what is being worked on, what waits for a second
    reviewer, and what an agent disputes.
    """

    REVIEW = "te beoordelen"
    ESCALATED = "escalatie"
    BELOW_NORM = "onder de norm"
    PROPOSALS = "voorstellen"
    STARTED = "bezig"
    SECOND = "tweede beoordelaar"
    DISPUTED = "bezwaar"


class CallFilter(Record):
    """This represents which calls are meant; an empty filter means all of them.

    `search`: every word must occur in source, organisation, team, agent or transcript, whatever the
    capitals and accents. `since` is inclusive, `until` exclusive, both on the moment of the call.
    `sample`: the number of a random sample that the call was drawn in. `criterion` with `answers`: what
    counts now is one of these answers. `dated`: whether the moment of the call is known.
    """

    search: str = ""
    status: Status | None = None
    organisation: str | None = None
    team: str | None = None
    agent: str | None = None
    call_type: str | None = None
    direction: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    escalation_from: int | None = None
    grade_below: float | None = None
    with_proposals: bool = False
    demo: bool | None = None
    ids: tuple[str, ...] | None = None
    review: ReviewState | None = None
    sample: int | None = None
    criterion: str | None = None
    answers: tuple[Answer, ...] = ()
    escalation_level: int | None = None
    dated: bool | None = None


class CallRow(Record):
    """This represents a call in a list; scores are those that count: of people, else of the machine.

    `proposals`: how many answers the machine is not sure of; `provisional`: no person settled it yet.
    """

    id: str
    source: str
    called_at: datetime | None
    direction: str
    organisation: str | None
    team: str | None
    agent: str | None
    call_type: str | None
    demo: bool
    has_audio: bool
    imported_at: datetime
    status: Status
    scorecard_id: int | None
    scored_at: datetime | None
    total: float | None
    grade: float | None
    dimensions: dict[str, float | None]
    escalation_level: int | None
    provisional: bool | None
    review: ReviewState
    proposals: int
    open_disputes: int


class TranscriptVersion(Record):
    """This represents one version of a transcript without its text: number, moment and reason."""

    version: int
    reason: str
    created_at: datetime


class Attention(Record):
    """This represents how many calls need a person, and why."""

    roles_to_confirm: int
    escalated: int
    low_score: int
    with_proposals: int
    unscored: int
