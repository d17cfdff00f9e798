"""This module contains how values become table rows."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring.call import Call, Transcript
from scoring.scorecard import Scorecard
from scoring.store.tables import ResultTable, ScorecardTable, TranscriptTable


def merged(old: Call, new: Call) -> Call:
    """The new call, with what only the old one knew, such as metadata that a person typed in."""
    known = {name: value for name, value in dict(new).items() if value is not None}
    known["metadata"] = old.metadata | new.metadata
    return old.model_copy(update=known)


def same_words(record: str, transcript: Transcript) -> bool:
    """Whether a kept record is this transcript; labels of voices were not always kept, so they do not count."""

    def bare(whole: Transcript) -> Transcript:
        turns = tuple(turn.model_copy(update={"voice": ""}) for turn in whole.turns)
        return whole.model_copy(update={"turns": turns})

    return bare(Transcript.model_validate_json(record)) == bare(transcript)


def transcript_table(call_id: str, transcript: Transcript, version: int, reason: str) -> TranscriptTable:
    """The row of one version of a transcript."""
    return TranscriptTable(
        call_id=call_id,
        version=version,
        reason=reason,
        roles_certain=transcript.roles.certain,
        created_at=datetime.now(UTC),
        record=transcript.model_dump_json(),
    )


def scorecard_table(card: Scorecard, transcript_id: int) -> ScorecardTable:
    """The row of one scorecard."""
    return ScorecardTable(
        call_id=card.call_id,
        transcript_id=transcript_id,
        rubric_id=card.rubric.id,
        rubric_version=card.rubric.version,
        rubric_hash=card.rubric.hash,
        norms=card.norms,
        tool_version=card.tool_version,
        scored_at=card.scored_at,
        total=card.total,
        grade=card.grade,
        dimensions={name: dimension.score for name, dimension in card.dimensions.items()},
        escalation_level=card.escalation.level,
        provisional=card.provisional,
        record=card.model_dump_json(),
    )


def same_judgement(session: Session, row: ScorecardTable, card: Scorecard) -> int | None:
    """The number of the newest scorecard of that transcript, when it says the same as this card."""
    of_transcript = select(ScorecardTable).where(
        ScorecardTable.transcript_id == row.transcript_id,
        ScorecardTable.provisional.is_(row.provisional),  # what people settled is no judgement of the machine
    )
    newest = session.scalars(of_transcript.order_by(ScorecardTable.id.desc()).limit(1)).first()
    if newest is None:
        return None
    kept = Scorecard.model_validate_json(newest.record)
    return newest.id if kept.contract() == card.contract() else None


def result_tables(card: Scorecard, scorecard_id: int) -> list[ResultTable]:
    """The rows of the answers on one scorecard."""
    return [
        ResultTable(
            scorecard_id=scorecard_id,
            criterion=result.criterion,
            answer=result.answer.value,
            mode=result.mode,
            confidence=result.confidence,
            proposal=result.proposal,
        )
        for result in card.results
    ]
