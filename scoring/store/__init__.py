"""This package contains what is kept: calls, transcripts and scorecards, of which none is overwritten.

    with open_store(load_settings()) as store:
        store.save(call, transcript, audio_path)
        store.add_scorecard(scorecard)
        for row in store.calls(CallFilter(search="paspoort", status=Status.SCORED), limit=50):
            print(row.source, row.grade)

Every method raises StoreError, in Dutch, when the database cannot do what is asked.
"""

from scoring.store.rows import (
    HIGH_ESCALATION,
    LOW_GRADE,
    Attention,
    CallFilter,
    CallRow,
    Status,
    TranscriptVersion,
)
from scoring.store.store import Store, open_store

__all__ = [
    "HIGH_ESCALATION",
    "LOW_GRADE",
    "Attention",
    "CallFilter",
    "CallRow",
    "Status",
    "Store",
    "TranscriptVersion",
    "open_store",
]
