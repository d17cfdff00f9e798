"""What every judged call adds to overviews, in a few characters, so that years can be counted at once."""

import json
from collections import defaultdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LETTERS = {"yes": "y", "partial": "p", "no": "n", "na": "a", "unmeasurable": "u", "failed": "f", "human": "h"}
LAYOUT = ("rubric_id", "rubric_version", "norms", "criteria", "dimensions")
LINE = (
    *("call_id", "layout_id", "demo", "day", "team", "agent", "escalation", "answers", "scores"),
    *("callback", "due", "working_days"),
)
CHUNK = 500
Row = dict[str, Any]


def upgrade() -> None:
    op.create_table(
        "figure_layouts",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("key", *LAYOUT)),
        sa.PrimaryKeyConstraint("id", name="pk_figure_layouts"),
    )
    op.create_index("ix_figure_layouts_key", "figure_layouts", ["key"], unique=True)
    kinds: dict[str, type[sa.types.TypeEngine[Any]]] = {
        **dict.fromkeys(("layout_id", "escalation", "working_days"), sa.Integer),
        **dict.fromkeys(("demo", "callback"), sa.Boolean),
    }
    known = {"call_id", "layout_id", "demo", "escalation", "answers", "scores"}
    op.create_table(
        "call_figures",
        *(sa.Column(n, kinds.get(n, sa.Text)(), nullable=n not in known) for n in LINE),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name="fk_call_figures_call_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["layout_id"], ["figure_layouts.id"], name="fk_call_figures_layout_id"),
        sa.PrimaryKeyConstraint("call_id", name="pk_call_figures"),
    )
    counted = ["demo", "day", "team", "layout_id", "escalation", "answers", "scores"]
    op.create_index(f"ix_call_figures_{'_'.join(counted)}", "call_figures", counted)
    op.create_index("ix_call_figures_demo_callback_due", "call_figures", ["demo", "callback", "due"])
    _count_what_is_there(op.get_bind())


def _count_what_is_there(connection: sa.Connection) -> None:
    counting = connection.execute(
        sa.text("SELECT scorecard_id FROM call_states WHERE scorecard_id IS NOT NULL AND roles_certain")
    )
    cards = list(counting.scalars())
    layouts: dict[str, int] = {}
    for first in range(0, len(cards), CHUNK):
        numbers: sa.BindParameter[int] = sa.bindparam("cards", cards[first : first + CHUNK], expanding=True)
        answers: dict[int, dict[str, str]] = defaultdict(dict)
        query = "SELECT scorecard_id, criterion, answer FROM criterion_results WHERE scorecard_id IN :cards"
        for card, criterion, answer in connection.execute(sa.text(query).bindparams(numbers)):
            answers[card][criterion] = LETTERS[answer]
        query = (
            "SELECT s.id, c.id AS call_id, c.demo, c.called_at, c.team, c.agent, s.rubric_id, s.rubric_version, "
            "s.norms, s.total, s.dimensions, s.escalation_level, s.record FROM scorecards s "
            "JOIN calls c ON c.id = s.call_id WHERE s.id IN :cards"
        )
        types: dict[str, sa.types.TypeEngine[Any]] = {
            "dimensions": sa.JSON(),
            "called_at": sa.DateTime(),
            "demo": sa.Boolean(),
        }
        found = connection.execute(sa.text(query).bindparams(numbers).columns(**types)).mappings().all()
        lines = [_line(connection, dict(row), answers[row["id"]], layouts) for row in found]
        table = sa.table("call_figures", *(sa.column(name) for name in LINE))
        connection.execute(table.insert(), lines)


def _line(connection: sa.Connection, row: Row, answers: dict[str, str], layouts: dict[str, int]) -> Row:
    dimensions = row["dimensions"]
    numbers = [row["total"], *(dimensions[name] for name in sorted(dimensions))]
    callback = json.loads(row["record"]).get("callback") or {}
    layout = {name: row[name] for name in LAYOUT[:3]}
    layout |= {"criteria": " ".join(sorted(answers)), "dimensions": " ".join(sorted(dimensions))}
    return {
        "layout_id": _layout(connection, layout, layouts),
        "day": _day(row["called_at"]),
        "escalation": row["escalation_level"],
        "answers": "".join(answers[name] for name in sorted(answers)),
        "scores": "".join("...." if n is None else f"{round(10 * n):04}" for n in numbers),
        "callback": bool(callback.get("accepted")) if callback else None,
        "due": callback.get("due"),
        "working_days": callback.get("working_days"),
    } | {name: row[name] for name in ("call_id", "demo", "team", "agent")}


def _day(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo("Europe/Amsterdam")).date().isoformat()


def _layout(connection: sa.Connection, layout: dict[str, str], layouts: dict[str, int]) -> int:
    key = sha256("\n".join(layout.values()).encode()).hexdigest()
    if key not in layouts:
        table = sa.table("figure_layouts", sa.column("id"), *(sa.column(n) for n in ("key", *LAYOUT)))
        done = connection.execute(table.insert().values(key=key, **layout).returning(table.c.id))
        layouts[key] = done.scalar_one()
    return layouts[key]
