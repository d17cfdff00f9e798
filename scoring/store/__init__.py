"""This package contains what is kept: calls, transcripts and scorecards, of which none is overwritten.

    with open_store(load_settings()) as store:
        store.save(call, transcript, audio_path)
        store.add_scorecard(scorecard)
        for row in store.calls(CallFilter(search="paspoort", status=Status.SCORED), limit=50):
            print(row.source, row.grade)

Every method raises StoreError, in Dutch, when the database cannot do what is asked.
"""

from scoring.store.audit import Action, AuditEntry, AuditFilter, AuditTrail
from scoring.store.decisions import (
    ESCALATION,
    GIVEN,
    AnswerPair,
    Cause,
    Given,
    Review,
    ReviewState,
    ReviewStep,
    RuleReport,
    StepKind,
    Tip,
)
from scoring.store.rows import (
    HIGH_ESCALATION,
    LOW_GRADE,
    AgentStep,
    Attention,
    CallFilter,
    CallRow,
    Queue,
    Status,
    TranscriptVersion,
)
from scoring.store.states import refresh
from scoring.store.store import Store, open_store
from scoring.store.trust import Trust

__all__ = [
    "ESCALATION",
    "GIVEN",
    "HIGH_ESCALATION",
    "LOW_GRADE",
    "Action",
    "AgentStep",
    "AnswerPair",
    "Attention",
    "AuditEntry",
    "AuditFilter",
    "AuditTrail",
    "CallFilter",
    "CallRow",
    "Cause",
    "Given",
    "Queue",
    "Review",
    "ReviewState",
    "ReviewStep",
    "RuleReport",
    "Status",
    "StepKind",
    "Store",
    "Tip",
    "TranscriptVersion",
    "Trust",
    "open_store",
    "refresh",
]
