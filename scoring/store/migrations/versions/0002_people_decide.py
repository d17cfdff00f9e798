"""Reviews, disputes, calibrations, samples and lessons of people, all append-only; and where each call stands."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Column = sa.Column[Any]
CALL_GONE = "NOT EXISTS (SELECT 1 FROM calls WHERE id = OLD.call_id)"
APPEND_ONLY = {
    "review_answers": CALL_GONE,
    "review_steps": CALL_GONE,
    "answer_pairs": CALL_GONE,
    "agent_events": CALL_GONE,
    "sample_calls": CALL_GONE,
    "calibration_events": f"OLD.call_id IS NOT NULL AND {CALL_GONE}",
    "rule_fixes": "NOT EXISTS (SELECT 1 FROM review_answers WHERE id = OLD.review_answer_id)",
    "samples": "1 = 0",
    "calibrations": "1 = 0",
    "training_events": "1 = 0",
}
"""Table → when its rows may go: only when the call they are about has gone, or never."""


def upgrade() -> None:
    _reviews()
    _disputes()
    _samples()
    _calibrations()
    _training()
    _states()
    for table, gone in APPEND_ONLY.items():
        guard = _guard_postgresql if op.get_bind().dialect.name == "postgresql" else _guard_sqlite
        guard(table, gone)


def _table(
    name: str, *columns: Column, pk: tuple[str, ...] = ("id",), of: dict[str, str] | None = None
) -> None:
    """A table that belongs to others: `of` says which column points to which table."""
    keys = [
        sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{name}_{column}", ondelete="CASCADE")
        for column, parent in (of or {}).items()
    ]
    op.create_table(name, *columns, *keys, sa.PrimaryKeyConstraint(*pk, name=f"pk_{name}"))


def _indexes(table: str, *columns: str) -> None:
    for names in columns:
        op.create_index(f"ix_{table}_{names.replace(' ', '_')}", table, names.split())


def _id() -> Column:
    return sa.Column("id", sa.Integer(), nullable=False)


def _text(name: str, nullable: bool = False) -> Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str, nullable: bool = False) -> Column:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _moment(name: str, nullable: bool = False) -> Column:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _flag(name: str) -> Column:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _reviews() -> None:
    of_card = {"call_id": "calls", "scorecard_id": "scorecards"}
    _table(
        "review_answers",
        *(_id(), _text("call_id"), _number("scorecard_id"), _text("criterion"), _text("reviewer")),
        *(_moment("reviewed_at"), _text("machine"), _text("answer"), _flag("rule_wrong"), _text("record")),
        of=of_card,
    )
    _indexes("review_answers", "call_id id", "scorecard_id id", "rule_wrong id")
    _table(
        "review_steps",
        *(_id(), _text("call_id"), _number("scorecard_id"), _text("kind"), _text("reviewer"), _moment("at")),
        *(_number("final_id", nullable=True), _text("record")),
        of=of_card | {"final_id": "scorecards"},
    )
    _indexes("review_steps", "call_id id", "scorecard_id id", "final_id")
    _table(
        "answer_pairs",
        *(_id(), _text("call_id"), _number("scorecard_id"), _text("criterion"), _text("machine")),
        *(_text("answer"), _text("reviewer"), _moment("at")),
        of=of_card,
    )
    _indexes("answer_pairs", "criterion id", "call_id", "scorecard_id")
    _table(
        "rule_fixes",
        *(_id(), _number("review_answer_id"), _text("fixed_by"), _moment("at"), _text("record")),
        of={"review_answer_id": "review_answers"},
    )
    _indexes("rule_fixes", "review_answer_id")


def _disputes() -> None:
    _table(
        "agent_events",
        *(_id(), _text("call_id"), _text("kind"), _text("criterion", nullable=True), _text("person")),
        *(_moment("at"), _text("record")),
        of={"call_id": "calls"},
    )
    _indexes("agent_events", "call_id id", "kind id")


def _samples() -> None:
    _table(
        "samples", *(_id(), _text("title"), _text("seed"), _text("drawn_by"), _moment("at"), _text("record"))
    )
    _table(
        "sample_calls",
        *(_number("sample_id"), _text("call_id"), _number("position")),
        pk=("sample_id", "call_id"),
        of={"sample_id": "samples", "call_id": "calls"},
    )
    _indexes("sample_calls", "call_id")


def _calibrations() -> None:
    _table("calibrations", *(_id(), _text("title"), _text("opened_by"), _moment("at"), _text("record")))
    _table(
        "calibration_events",
        *(_id(), _number("calibration_id"), _text("kind"), _text("call_id", nullable=True)),
        *(_text("criterion", nullable=True), _text("reviewer"), _moment("at"), _text("record")),
        of={"calibration_id": "calibrations", "call_id": "calls"},
    )
    _indexes("calibration_events", "calibration_id id", "call_id")


def _training() -> None:
    _table(
        "training_events",
        *(_id(), _text("batch"), _text("kind"), _text("person"), _moment("at"), _text("record")),
    )
    _indexes("training_events", "batch id")


def _states() -> None:
    _table(
        "call_states",
        *(_text("call_id"), _number("transcript_id"), _flag("roles_certain")),
        *(_number("machine_id", nullable=True), _number("scorecard_id", nullable=True), _text("state")),
        *(_flag("escalated"), _number("escalation_level", nullable=True)),
        *(sa.Column("grade", sa.Double(), nullable=True), _number("proposals"), _number("open_disputes")),
        _moment("called_at", nullable=True),
        pk=("call_id",),
        of={"call_id": "calls"},
    )
    op.execute(
        "INSERT INTO call_states SELECT c.id, t.id, t.roles_certain, s.id, s.id, "
        "CASE WHEN s.id IS NULL THEN 'niet beoordeeld' ELSE 'te beoordelen' END, "
        "COALESCE(s.escalation_level, 0) >= 3, s.escalation_level, s.grade, "
        "(SELECT count(*) FROM criterion_results r WHERE r.scorecard_id = s.id AND r.proposal), 0, c.called_at "
        "FROM calls c "
        "JOIN transcripts t ON t.id = (SELECT max(id) FROM transcripts WHERE call_id = c.id) "
        "LEFT JOIN scorecards s ON s.id = (SELECT max(id) FROM scorecards WHERE transcript_id = t.id)"
    )
    _indexes("call_states", "state escalated called_at", "state grade", "state proposals", "open_disputes")


def _guard_sqlite(table: str, gone: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN NOT ({gone}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _guard_postgresql(table: str, gone: str) -> None:
    op.execute(
        f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'UPDATE' OR NOT ({gone}) "
        f"THEN RAISE EXCEPTION '{table} is append-only'; END IF; RETURN OLD; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
    )
