"""This module contains the list for the rubric's author: rules that reviewers call wrong."""

from datetime import UTC, datetime

from scoring.errors import ReviewError
from scoring.store import RuleReport, Store
from scoring.store import reviews as kept
from scoring.store.review_tables import ReviewAnswerTable, RuleFixTable


def rule_reports(store: Store, open_only: bool = True) -> list[RuleReport]:
    """Every ‘regel fout’, newest first; `open_only` leaves out what the author dealt with."""
    with store.transaction(reading=True) as session:
        return kept.rule_reports(session, open_only)


def fix_rule(store: Store, report: int, author: str, text: str, now: datetime | None = None) -> None:
    """Calling this adds what the author did with a report (the id of its review), such as the new version."""
    if not author.strip() or not text.strip():
        raise ReviewError("Vul in wie dit afhandelt en wat er met de regel is gedaan.")
    with store.transaction() as session:
        row = session.get(ReviewAnswerTable, report)
        if row is None or not row.rule_wrong:
            raise ReviewError("Deze melding van een foute regel bestaat niet (meer).")
        fix = RuleFixTable(
            review_answer_id=report,
            fixed_by=author.strip(),
            at=now or datetime.now(UTC),
            record=kept.RuleFix(text=text.strip()).model_dump_json(),
        )
        kept.add_fix(session, fix)
