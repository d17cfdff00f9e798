"""This module contains what goals and sheets keep of a call: what was said there, by whom, and when the call was."""

from datetime import datetime

from sqlalchemy.orm import Session

from scoring.review.allowed import in_call
from scoring.scorecard import Evidence
from scoring.store import reviews as kept_calls
from scoring.store.tables import CallTable


def is_demo(session: Session, call_id: str) -> bool:
    """Whether a call is one of the invented ones."""
    row = session.get(CallTable, call_id)
    return row is not None and row.demo


def called_at(session: Session, call_id: str) -> datetime | None:
    """When the call was, with its zone; the file may have left that out."""
    row = session.get(CallTable, call_id)
    return row.called_at if row else None


def spoken(session: Session, call_id: str, quote: Evidence | None) -> dict[str, object]:
    """A quote with who said it and when; ReviewError when it is not in the call."""
    if quote is None:
        return {}
    transcript = kept_calls.transcript(session, call_id)
    in_call(transcript, quote)
    turn = transcript.turns[quote.turn]
    return {"quote": quote, "speaker": turn.speaker.value, "seconds": turn.start}
