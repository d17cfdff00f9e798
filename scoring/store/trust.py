"""This module contains how often people agree with the machine, and where it may only propose any more."""

from math import sqrt

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.record import Record
from scoring.settings import Settings
from scoring.store.review_tables import AnswerPairTable
from scoring.store.reviews import paired_criteria

_Z = 1.959964
"""Standard deviations on either side of the middle that hold 95%."""


class Trust(Record):
    """This represents agreement with people on one criterion (or ESCALATION): n answers, share 0–1, 95% interval.

    Only answers that a person gave in so many words count, the last ones. `fallen_back`: too often another
    answer, so the machine only proposes here until people agree again.
    """

    criterion: str
    n: int
    same: int
    share: float
    low: float
    high: float
    fallen_back: bool


def wilson(same: int, n: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson): honest with few answers too. n must be at least 1."""
    share = same / n
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def trust(session: Session, settings: Settings) -> dict[str, Trust]:
    """The agreement of every criterion that people reviewed."""
    return {name: _trust(session, name, settings) for name in paired_criteria(session)}


def _trust(session: Session, criterion: str, settings: Settings) -> Trust:
    pair = AnswerPairTable
    query = select(pair.scorecard_id, pair.machine, pair.answer).where(pair.criterion == criterion)
    last: dict[int, bool] = {}  # by scorecard: an answer that was corrected later counts once
    most = 2 * settings.trust_window  # enough, however often answers were corrected
    for scorecard, machine, answer in session.execute(query.order_by(pair.id.desc()).limit(most)):
        last.setdefault(scorecard, machine == answer)
        if len(last) == settings.trust_window:
            break
    n, same = len(last), sum(last.values())
    low, high = wilson(same, n)
    return Trust(
        criterion=criterion,
        n=n,
        same=same,
        share=round(same / n, 4),
        low=low,
        high=high,
        fallen_back=n >= settings.trust_answers and same / n < settings.trust_minimum,
    )
