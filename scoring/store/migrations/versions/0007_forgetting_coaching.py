"""The coaching of one employee may be removed wholly, when that person is being forgotten; else it stays append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

FORGOTTEN = "EXISTS (SELECT 1 FROM forgotten_agents WHERE agent = OLD.agent)"
CALL_GONE = "OLD.call_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM calls WHERE id = OLD.call_id)"
COACHING_GONE = "NOT EXISTS (SELECT 1 FROM coachings WHERE id = OLD.coaching_id)"
MAY_GO = {"coachings": FORGOTTEN, "coaching_events": f"({CALL_GONE}) OR {COACHING_GONE}"}
"""Table → when its rows may go."""


def upgrade() -> None:
    op.create_table(
        "forgotten_agents",
        sa.Column("agent", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agent", name="pk_forgotten_agents"),
    )
    for table, gone in MAY_GO.items():
        if op.get_bind().dialect.name == "postgresql":
            _guard_postgresql(table, gone)
        else:
            _guard_sqlite(table, gone)


def _guard_sqlite(table: str, gone: str) -> None:
    op.execute(f"DROP TRIGGER {table}_no_delete")
    op.execute(
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN NOT ({gone}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _guard_postgresql(table: str, gone: str) -> None:
    op.execute(
        f"CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'UPDATE' OR NOT ({gone}) "
        f"THEN RAISE EXCEPTION '{table} is append-only'; END IF; RETURN OLD; END $$"
    )
