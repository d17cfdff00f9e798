"""Goals and sheets of coaching, and sets of calls to practise with; all append-only."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

EVENT_GONE = "OLD.call_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM calls WHERE id = OLD.call_id)"
APPEND_ONLY = {
    "coachings": "1 = 0",
    "coaching_events": EVENT_GONE,
    "practice_sets": "1 = 0",
    "practice_events": EVENT_GONE,
}
"""Table → when its rows may go: only when the call they are about has gone, or never."""


def upgrade() -> None:
    _table("coachings", "kind", "agent", "person")
    op.create_index("ix_coachings_agent_id", "coachings", ["agent", "id"])
    _table("coaching_events", "kind", "call_id?", "person", parent="coachings")
    _table("practice_sets", "title", "person")
    _table("practice_events", "kind", "call_id?", "criterion?", "person", parent="practice_sets")
    for table, gone in APPEND_ONLY.items():
        if op.get_bind().dialect.name == "postgresql":
            _guard_postgresql(table, gone)
        else:
            _guard_sqlite(table, gone)


def _table(name: str, *texts: str, parent: str = "") -> None:
    """A table with these texts (‘?’: may be empty); of events the one that they belong to is `parent`."""
    belongs = f"{parent.removesuffix('s')}_id"
    links: list[sa.Column[Any]] = [sa.Column(belongs, sa.Integer(), nullable=False)] if parent else []
    to = {belongs: parent, "call_id": "calls"} if parent else {}
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *links,
        *(sa.Column(one.rstrip("?"), sa.Text(), nullable=one.endswith("?")) for one in texts),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{to[column]}.id"], name=f"fk_{name}_{column}", ondelete="CASCADE"
            )
            for column in to
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    if parent:
        op.create_index(f"ix_{name}_{belongs}_id", name, [belongs, "id"])
        op.create_index(f"ix_{name}_call_id", name, ["call_id"])


def _guard_sqlite(table: str, gone: str) -> None:
    for verb, unless in (("UPDATE", ""), ("DELETE", f"WHEN NOT ({gone}) ")):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {unless}"
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
