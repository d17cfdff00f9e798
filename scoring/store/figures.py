"""This module contains what a call adds to the figures: its answers and scores in a few characters.

Overviews count years of calls. Reading an answer a row for that would take seconds, so that beside each call
stands one short line with what counts now: of people, else of the machine. Derived, like `call_states`, and
worked out in the same transaction; the scorecard stays the truth. No text of a call stands here.

`answers` holds one letter a criterion (LETTERS) and `scores` four characters a number (the total first, then
every B: tenths, or UNKNOWN), in the order that the line's layout says. Because all lines of a layout are
equally long, the database can hand over a month as one text.
"""

import json
from hashlib import sha256

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from scoring.scorecard import Answer
from scoring.store.decisions import ReviewState
from scoring.store.review_tables import CallStateTable
from scoring.store.tables import Base, CallTable, ResultTable, ScorecardTable

LETTERS = {
    Answer.YES: "y",
    Answer.PARTIAL: "p",
    Answer.NO: "n",
    Answer.NOT_APPLICABLE: "a",
    Answer.UNMEASURABLE: "u",
    Answer.FAILED: "f",
    Answer.HUMAN: "h",
}
UNKNOWN = "...."
WIDTH = len(UNKNOWN)


class LayoutTable(Base):
    """This represents which criteria and B's a line of figures holds, in order, and what judged them."""

    __tablename__ = "figure_layouts"
    __table_args__ = (Index(None, "key", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    rubric_id: Mapped[str]
    rubric_version: Mapped[str]
    norms: Mapped[str]
    criteria: Mapped[str]
    dimensions: Mapped[str]


class FigureTable(Base):
    """This represents one judged call in the figures; `day` is the Dutch day of the call, as YYYY-MM-DD.

    `callback`: a promise to call back was made (True), offered but refused (False), or neither; `due` is the
    last day of its term.
    """

    __tablename__ = "call_figures"
    __table_args__ = (
        # holds all that a year of figures needs, in the order in which it is grouped: no sorting, no table
        Index(None, "demo", "day", "team", "layout_id", "escalation", "answers", "scores"),
        Index(None, "demo", "callback", "due"),
    )

    call_id: Mapped[str] = mapped_column(ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True)
    layout_id: Mapped[int] = mapped_column(ForeignKey("figure_layouts.id"))
    demo: Mapped[bool]
    day: Mapped[str | None]
    team: Mapped[str | None]
    agent: Mapped[str | None]
    escalation: Mapped[int]
    answers: Mapped[str]
    scores: Mapped[str]
    callback: Mapped[bool | None]
    due: Mapped[str | None]
    working_days: Mapped[int | None]


def count_in(session: Session, state: CallStateTable) -> None:
    """Calling this brings the line of one call up to date; a call that is not judged has none."""
    kept = session.get(FigureTable, state.call_id)
    if state.scorecard_id is None or state.state == ReviewState.UNJUDGED.value:
        if kept is not None:
            session.delete(kept)
        return
    session.merge(_line(session, state, session.get_one(ScorecardTable, state.scorecard_id)))


def _line(session: Session, state: CallStateTable, card: ScorecardTable) -> FigureTable:
    call = session.get_one(CallTable, state.call_id)
    results = select(ResultTable.criterion, ResultTable.answer).where(ResultTable.scorecard_id == card.id)
    answers = {row.criterion: LETTERS[Answer(row.answer)] for row in session.execute(results)}
    numbers = [card.total, *(card.dimensions[name] for name in sorted(card.dimensions))]
    callback = json.loads(card.record).get("callback") or {}
    return FigureTable(
        call_id=call.id,
        layout_id=_layout(session, card, sorted(answers)),
        demo=call.demo,
        day=state.called_at.date().isoformat() if state.called_at else None,
        team=call.team,
        agent=call.agent,
        escalation=card.escalation_level,
        answers="".join(answers[name] for name in sorted(answers)),
        scores="".join(packed(number) for number in numbers),
        callback=bool(callback.get("accepted")) if callback else None,
        due=callback.get("due"),
        working_days=callback.get("working_days"),
    )


def packed(number: float | None) -> str:
    """A score 0–100 as four characters."""
    return UNKNOWN if number is None else f"{round(10 * number):04}"


def _layout(session: Session, card: ScorecardTable, criteria: list[str]) -> int:
    about = {
        "rubric_id": card.rubric_id,
        "rubric_version": card.rubric_version,
        "norms": card.norms,
        "criteria": " ".join(criteria),
        "dimensions": " ".join(sorted(card.dimensions)),
    }
    key = sha256("\n".join(about.values()).encode()).hexdigest()
    query = select(LayoutTable.id).where(LayoutTable.key == key)
    known = session.scalar(query)
    if known is None:  # whoever else is adding it at this moment: one of us does
        session.execute(text(_ADD_LAYOUT), about | {"key": key})
        known = session.scalars(query).one()
    return known


_ADD_LAYOUT = (
    "INSERT INTO figure_layouts (key, rubric_id, rubric_version, norms, criteria, dimensions) "
    "VALUES (:key, :rubric_id, :rubric_version, :norms, :criteria, :dimensions) ON CONFLICT DO NOTHING"
)
