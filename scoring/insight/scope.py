"""This module contains what an overview is about: which calls, of which team, in which period."""

from datetime import date

from sqlalchemy import func, select

from scoring.insight.periods import Period
from scoring.record import Record
from scoring.scorecard import Answer
from scoring.store import CallFilter, Status, Store
from scoring.store.figures import FigureTable, LayoutTable


class Scope(Record):
    """This represents the calls of one rubric (id); the invented ones of the demo, or the real ones."""

    rubric: str
    period: Period
    team: str | None = None
    demo: bool = False

    def calls(self, period: Period | None = None, **fields: object) -> CallFilter:
        """The filter with exactly the judged calls that a figure of this period counts."""
        chosen = period or self.period
        base = {"status": Status.SCORED, "team": self.team, "demo": self.demo}
        return CallFilter.model_validate(base | {"since": chosen.since, "until": chosen.until} | fields)

    def answered(self, criterion: str, *answers: Answer) -> CallFilter:
        """The filter with the calls of this period that have one of these answers."""
        return self.calls(criterion=criterion, answers=answers)


class Known(Record):
    """This represents what there is to make an overview of; `newest` None: nothing with a date."""

    demo: bool
    newest: date | None
    oldest: date | None
    undated: int
    teams: tuple[str, ...]
    rubrics: tuple[str, ...]


def known(store: Store) -> Known:
    """What there is: the real calls, or those of the demo as long as there are no others."""
    line = FigureTable
    with store.transaction(reading=True) as session:
        demo = session.scalar(select(line.call_id).where(line.demo.is_(False)).limit(1)) is None
        mine = line.demo.is_(demo)
        # one by one: the database answers each from an end of its index, and both at once by reading all of it
        oldest = session.scalar(select(func.min(line.day)).where(mine))
        newest = session.scalar(select(func.max(line.day)).where(mine))
        undated = session.scalar(select(func.count()).where(mine, line.day.is_(None))) or 0
        teams = session.scalars(
            select(line.team).where(mine, line.team.is_not(None)).distinct().order_by(line.team)
        )
        rubrics = session.scalars(select(LayoutTable.rubric_id).distinct().order_by(LayoutTable.rubric_id))
        return Known(
            demo=demo,
            newest=date.fromisoformat(newest) if newest else None,
            oldest=date.fromisoformat(oldest) if oldest else None,
            undated=undated,
            teams=tuple(team for team in teams if team),
            rubrics=tuple(rubrics),
        )


def agents(store: Store, scope: Scope) -> dict[str | None, int]:
    """How many employees each team's figures of this period are about; of whom nobody knows, count as many."""
    line = FigureTable
    unknown = func.count().filter(line.agent.is_(None))
    query = (
        select(line.team, func.count(line.agent.distinct()) + unknown)
        .where(line.demo.is_(scope.demo))
        .where(line.day >= scope.period.first.isoformat(), line.day < scope.period.after.isoformat())
        .group_by(line.team)
    )
    with store.transaction(reading=True) as session:
        return {row[0]: row[1] for row in session.execute(query)}
