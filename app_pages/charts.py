"""This module contains the drawings of the five B's: a table with bars, and a radar beside it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from app_pages import dutch
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard

SIZE, MIDDLE, RADIUS = 300, 150, 92
RINGS = (25, 50, 75, 100)


class Bar(NamedTuple):
    """This represents one B as it is drawn: score 0–100 or None, share of weight that counted."""

    title: str
    score: float | None
    coverage: float
    capped: bool


def bars_of(card: Scorecard, rubric: Rubric) -> list[Bar]:
    """The B's of a scorecard in the order of the rubric."""
    titles = {d.id: d.title for d in rubric.dimensions}
    order = [*titles, *(name for name in card.dimensions if name not in titles)]
    found = ((titles.get(n, n.capitalize()), card.dimensions[n]) for n in order if n in card.dimensions)
    return [Bar(title, s.score, s.coverage, s.capped) for title, s in found]


def table(bars: Sequence[Bar]) -> Markup:
    """The B's as a table, each score with its bar."""
    rows = Markup("").join(_row(bar) for bar in bars)
    return Markup(
        "<table class='kb-bars'><caption>Scores van 0 tot 100</caption>"
        "<tr><th scope='col'>B</th><th scope='col'>Score</th><th scope='col'>Telde mee</th></tr>{}</table>"
    ).format(rows)


def _row(bar: Bar) -> Markup:
    width = 0 if bar.score is None else round(bar.score)
    note = Markup(" <span class='kb-note'>begrensd</span>") if bar.capped else ""
    return Markup(
        "<tr><th scope='row'>{}{}</th>"
        "<td><span class='kb-score'>{}</span><span class='kb-track' aria-hidden='true'>"
        "<span class='kb-fill' style='width:{}%'></span></span></td><td>{}&nbsp;%</td></tr>"
    ).format(bar.title, note, dutch.whole(bar.score), width, dutch.whole(100 * bar.coverage))


def radar(bars: Sequence[Bar]) -> Markup:
    """The B's as a radar; a B without score shows a dash and leaves a gap, never a zero."""
    spoken = ", ".join(f"{bar.title} {dutch.whole(bar.score)}" for bar in bars)
    around = range(len(bars))
    rings = (_polygon([_point(i, ring, len(bars)) for i in around], "kb-ring") for ring in RINGS)
    spokes = (_line(_point(i, 100, len(bars))) for i in around)
    scored = [_point(i, bar.score, len(bars)) for i, bar in enumerate(bars) if bar.score is not None]
    dots = (Markup("<circle class='kb-dot' cx='{:.1f}' cy='{:.1f}' r='4'/>").format(*p) for p in scored)
    names = (_name(i, bar, len(bars)) for i, bar in enumerate(bars))
    shape = _polygon(scored, "kb-shape") if len(scored) > 1 else ""
    inside = Markup("").join([*rings, *spokes, shape, *dots, *names])
    return Markup(
        "<svg class='kb-radar' viewBox='-45 0 {} {}' role='img' aria-label='Radar van de B’s: {}'>{}</svg>"
    ).format(SIZE + 90, SIZE, spoken, inside)


def _point(place: int, score: float, many: int) -> tuple[float, float]:
    angle = 2 * math.pi * place / many - math.pi / 2
    reach = RADIUS * score / 100
    return MIDDLE + reach * math.cos(angle), MIDDLE + reach * math.sin(angle)


def _polygon(points: Sequence[tuple[float, float]], css: str) -> Markup:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return Markup("<polygon class='{}' points='{}'/>").format(css, path)


def _line(end: tuple[float, float]) -> Markup:
    return Markup("<line class='kb-ring' x1='{0}' y1='{0}' x2='{1:.1f}' y2='{2:.1f}'/>").format(MIDDLE, *end)


def _name(place: int, bar: Bar, many: int) -> Markup:
    x, y = _point(place, 122, many)
    anchor = "middle" if abs(x - MIDDLE) < 15 else "start" if x > MIDDLE else "end"
    return Markup(
        "<text x='{0:.1f}' y='{1:.1f}' text-anchor='{2}'>{3}"
        "<tspan class='kb-strong' x='{0:.1f}' dy='1.15em'>{4}</tspan></text>"
    ).format(x, y, anchor, bar.title, dutch.whole(bar.score))
