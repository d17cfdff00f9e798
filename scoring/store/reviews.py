"""This module contains the keeping and reading back of reviews, inside a transaction of the store."""

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scoring.call import Call, Transcript
from scoring.errors import StoreError
from scoring.record import Record
from scoring.scorecard import Scorecard
from scoring.store.decisions import AnswerPair, Review, ReviewStep, RuleReport
from scoring.store.numbered import added, value
from scoring.store.review_tables import (
    AnswerPairTable,
    CallStateTable,
    ReviewAnswerTable,
    ReviewStepTable,
    RuleFixTable,
)
from scoring.store.states import newest_transcript
from scoring.store.tables import CallTable, ScorecardTable
from scoring.store.writing import result_tables, scorecard_table


class RuleFix(Record):
    """This represents what the rubric's author writes about a ‘regel fout’."""

    text: str


def state_of(session: Session, call_id: str, lock: bool = False) -> CallStateTable | None:
    """Where a call stands; `lock` makes others who want to change it wait until this transaction is done."""
    if lock:
        session.get(CallTable, call_id, with_for_update=True)
    return session.get(CallStateTable, call_id)


def call(session: Session, call_id: str) -> Call:
    """The call; StoreError when there is none with this id."""
    row = session.get(CallTable, call_id)
    if row is None:
        raise StoreError(f"Er is geen gesprek met nummer {call_id}. Kijk in de lijst met gesprekken.")
    return Call.model_validate_json(row.record)


def transcript(session: Session, call_id: str) -> Transcript:
    """The latest version of the call's transcript."""
    return Transcript.model_validate_json(newest_transcript(session, call_id).record)


def card(session: Session, number: int) -> Scorecard:
    """The scorecard with this number."""
    query = select(ScorecardTable.record).where(ScorecardTable.id == number)
    return Scorecard.model_validate_json(session.scalars(query).one())


def reviews(session: Session, state: CallStateTable) -> list[Review]:
    """All that was said about scorecards of the call's present transcript, oldest first."""
    query = select(ReviewAnswerTable).where(ReviewAnswerTable.scorecard_id.in_(_cards(state)))
    return [_review(row) for row in session.scalars(query.order_by(ReviewAnswerTable.id))]


def steps(session: Session, state: CallStateTable) -> list[ReviewStep]:
    """All steps of the review of the call's present transcript, oldest first."""
    query = select(ReviewStepTable).where(ReviewStepTable.scorecard_id.in_(_cards(state)))
    found = session.scalars(query.order_by(ReviewStepTable.id))
    return [value(ReviewStep, row) for row in found]


def add_review(session: Session, review: Review) -> Review:
    """Calling this keeps what a reviewer said, and answers it with its number."""
    row = ReviewAnswerTable(
        call_id=review.call_id,
        scorecard_id=review.scorecard,
        criterion=review.criterion,
        reviewer=review.reviewer,
        reviewed_at=review.reviewed_at,
        machine=review.machine,
        answer=review.answer,
        rule_wrong=review.rule_wrong,
        record=review.model_dump_json(),
    )
    return added(session, row, review)


def add_step(session: Session, step: ReviewStep) -> ReviewStep:
    """Calling this keeps a step of a review, and answers it with its number."""
    row = ReviewStepTable(
        call_id=step.call_id,
        scorecard_id=step.scorecard,
        kind=step.kind.value,
        reviewer=step.reviewer,
        at=step.at,
        final_id=step.final,
        record=step.model_dump_json(),
    )
    return added(session, row, step)


def add_final(session: Session, final: Scorecard, transcript_id: int) -> int:
    """Calling this keeps a scorecard that people settled, and answers its number."""
    row = scorecard_table(final, transcript_id)
    session.add(row)
    session.flush()
    session.add_all(result_tables(final, row.id))
    return row.id


def add_pairs(session: Session, pairs: Iterable[AnswerPair]) -> None:
    """Calling this keeps the machine's answers beside those of people."""
    for pair in pairs:
        fields = pair.model_dump()
        session.add(AnswerPairTable(scorecard_id=fields.pop("scorecard"), **fields))


def newest_pairs(session: Session, criterion: str, limit: int) -> list[AnswerPair]:
    """The last pairs of one criterion, newest first; a corrected answer counts once."""
    query = select(AnswerPairTable).where(AnswerPairTable.criterion == criterion)
    found: dict[int, AnswerPair] = {}
    for row in session.scalars(query.order_by(AnswerPairTable.id.desc())).yield_per(200):
        names = ("call_id", "criterion", "machine", "answer", "reviewer", "at")
        pair = AnswerPair(scorecard=row.scorecard_id, **{name: getattr(row, name) for name in names})
        found.setdefault(row.scorecard_id, pair)
        if len(found) == limit:
            break
    return list(found.values())


def paired_criteria(session: Session) -> list[str]:
    """The criteria that have pairs, in order of the alphabet."""
    name = AnswerPairTable.criterion
    return list(session.scalars(select(name).distinct().order_by(name)))


def rule_reports(session: Session, open_only: bool) -> list[RuleReport]:
    """Every ‘regel fout’, newest first, each with the last thing that was done with it."""
    query = select(ReviewAnswerTable).where(ReviewAnswerTable.rule_wrong.is_(True))
    found = [_report(session, row) for row in session.scalars(query.order_by(ReviewAnswerTable.id.desc()))]
    return [report for report in found if not (open_only and report.fixed_by)]


def add_fix(session: Session, fix: RuleFixTable) -> None:
    """Calling this keeps what the rubric's author did with a ‘regel fout’."""
    session.add(fix)


def _report(session: Session, row: ReviewAnswerTable) -> RuleReport:
    query = select(RuleFixTable).where(RuleFixTable.review_answer_id == row.id)
    fix = session.scalars(query.order_by(RuleFixTable.id.desc()).limit(1)).first()
    if fix is None:
        return RuleReport(review=_review(row))
    text = RuleFix.model_validate_json(fix.record).text
    return RuleReport(review=_review(row), fixed_by=fix.fixed_by, fixed_at=fix.at, fix=text)


def _review(row: ReviewAnswerTable) -> Review:
    return value(Review, row)


def _cards(state: CallStateTable) -> Select[int]:
    return select(ScorecardTable.id).where(ScorecardTable.transcript_id == state.transcript_id)
