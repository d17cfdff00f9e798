"""This module contains how figures are read: whole periods of short lines at once, then counted as arrays."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Text, cast, func, select

from scoring.insight.intervals import Moments
from scoring.insight.periods import Period
from scoring.insight.scope import Scope
from scoring.rubric import Rubric
from scoring.scorecard import Answer
from scoring.store import Store
from scoring.store.figures import LETTERS, UNKNOWN, WIDTH, FigureTable, LayoutTable

TENS = np.array([1000, 100, 10, 1])
TOTAL = "totaal"
"""The name of the total, beside those of the B's."""
Letters = NDArray[np.uint8]
Numbers = NDArray[np.float64]


class Layout(NamedTuple):
    """This represents what the letters and numbers of a line are about, and what judged them."""

    version: str
    norms: str
    criteria: tuple[str, ...]
    dimensions: tuple[str, ...]


class Group(NamedTuple):
    """This represents the lines of one day, team and layout, joined; `agents` are those that are known."""

    day: date
    team: str | None
    layout: Layout
    n: int
    answers: str
    scores: str
    escalation: str


def groups(store: Store, scope: Scope, first: date, after: date) -> list[Group]:
    """The judged calls of these days, in the index' own order."""
    line = FigureTable
    query = (
        select(
            line.day,
            line.team,
            line.layout_id,
            func.count(),
            func.aggregate_strings(line.answers, ""),
            func.aggregate_strings(line.scores, ""),
            func.aggregate_strings(cast(line.escalation, Text), ""),
        )
        .where(line.day >= first.isoformat(), line.day < after.isoformat(), line.demo.is_(scope.demo))
        .group_by(line.day, line.team, line.layout_id)
    )
    if scope.team is not None:
        query = query.where(line.team == scope.team)
    layouts = _layouts(store, scope)
    with store.transaction(reading=True) as session:
        found = session.execute(query).all()
    return [
        Group(date.fromisoformat(str(day)), team, layouts[number], n, said, scored, escalated)
        for day, team, number, n, said, scored, escalated in found
        if number in layouts
    ]


def _layouts(store: Store, scope: Scope) -> dict[int, Layout]:
    """The layouts of this rubric by number."""
    query = select(LayoutTable).where(LayoutTable.rubric_id == scope.rubric)
    with store.transaction(reading=True) as session:
        return {
            row.id: Layout(
                row.rubric_version, row.norms, tuple(row.criteria.split()), tuple(row.dimensions.split())
            )
            for row in session.scalars(query)
        }


def within(found: Iterable[Group], period: Period) -> list[Group]:
    """The groups of one period."""
    return [group for group in found if period.holds(group.day)]


def number_of(found: Iterable[Group]) -> int:
    """How many calls there are in these groups."""
    return sum(group.n for group in found)


def scores(found: Iterable[Group]) -> dict[str, Moments]:
    """The scores of the total and of every B that occurs."""
    gathered: dict[str, list[Numbers]] = {}
    for layout, texts in _by_layout((g.layout, g.scores) for g in found).items():
        names = (TOTAL, *layout.dimensions)
        cells = _codes(texts, len(names) * WIDTH).reshape(-1, len(names), WIDTH)
        values = (cells.astype(np.int64) - ord("0")) @ TENS / 10
        known = cells[:, :, 0] != ord(UNKNOWN[0])
        for place, name in enumerate(names):
            gathered.setdefault(name, []).append(values[known[:, place], place])
    return {name: _moments(np.concatenate(parts)) for name, parts in gathered.items()}


def _moments(values: Numbers) -> Moments:
    return Moments(n=len(values), total=float(values.sum()), squares=float((values**2).sum()))


def answers(found: Iterable[Group]) -> dict[str, Counter[Answer]]:
    """How often every answer was given, by criterion."""
    counted: dict[str, Counter[Answer]] = {}
    for layout, texts in _by_layout((g.layout, g.answers) for g in found).items():
        letters = _codes(texts, len(layout.criteria))
        for answer, letter in LETTERS.items():
            for name, n in zip(layout.criteria, (letters == ord(letter)).sum(0), strict=True):
                counted.setdefault(name, Counter())[answer] += int(n)
    return counted


def losses(found: Iterable[Group], rubric: Rubric) -> dict[str, float]:
    """The points (0–100) of the total that each criterion cost, over all calls together.

    In each call the weights of what counted there are shared out, as `highlights` does for one call.
    """
    lost: dict[str, float] = {}
    for layout, texts in _by_layout((g.layout, g.answers) for g in found).items():
        letters = _codes(texts, len(layout.criteria))
        per_call = _stakes(letters, layout, rubric) * _missed(letters)
        for name, points in zip(layout.criteria, per_call.sum(0), strict=True):
            lost[name] = lost.get(name, 0.0) + float(points)
    return lost


def _missed(letters: Letters) -> Numbers:
    no, partial = (letters == ord(LETTERS[answer]) for answer in (Answer.NO, Answer.PARTIAL))
    return np.asarray(no + 0.5 * partial)


def _stakes(letters: Letters, layout: Layout, rubric: Rubric) -> Numbers:
    """How many points of the total hang on every answer that counted."""
    weights = {c.id: c.weight for c in rubric.criteria}
    mine = np.array([weights.get(name, 0.0) for name in layout.criteria])
    counting = [ord(LETTERS[answer]) for answer in (Answer.YES, Answer.PARTIAL, Answer.NO)]
    counted = np.isin(letters, counting) * mine
    stakes = np.zeros_like(counted)
    present = np.zeros(len(letters))
    for dimension in rubric.dimensions:
        columns = [i for i, name in enumerate(layout.criteria) if name.partition(".")[0] == dimension.id]
        inside = counted[:, columns].sum(1)
        present += dimension.weight * (inside > 0)
        stakes[:, columns] = dimension.weight * _part(counted[:, columns], inside[:, None])
    return 100 * _part(stakes, present[:, None])


def _part(part: Numbers, whole: Numbers) -> Numbers:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def levels(found: Iterable[Group]) -> tuple[int, ...]:
    """How many calls reached each escalation level, from 0 to 4."""
    counted = Counter("".join(group.escalation for group in found))
    return tuple(counted[str(level)] for level in range(5))


def _by_layout(parts: Iterable[tuple[Layout, str]]) -> Mapping[Layout, list[str]]:
    found: dict[Layout, list[str]] = {}
    for layout, text in parts:
        found.setdefault(layout, []).append(text)
    return found


def _codes(texts: list[str], width: int) -> Letters:
    joined = np.frombuffer("".join(texts).encode("ascii"), dtype=np.uint8)
    return joined.reshape(-1, width) if width else np.zeros((0, 0), dtype=np.uint8)
