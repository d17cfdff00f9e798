"""This module contains the drawings of the five B's: a table with bars, and a radar beside it."""

import base64
import math
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from app_pages import dutch
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard

MIDDLE, RADIUS = 150, 100
RINGS = (25, 50, 75, 100)
COLOUR = "#0b5c7d"
GRID = "fill:none;stroke:#d3cfc4"
SHAPE = f"fill:{COLOUR};fill-opacity:0.2;stroke:{COLOUR};stroke-width:2;stroke-linejoin:round"


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
    # as an image: Streamlit takes drawings out of HTML, and an image cannot run anything
    picture = base64.b64encode(str(_drawing(bars)).encode()).decode()
    return Markup(
        "<img class='kb-radar' alt='Radar van de B’s: {}' src='data:image/svg+xml;base64,{}'>"
    ).format(spoken, picture)


def _drawing(bars: Sequence[Bar]) -> Markup:
    many = len(bars)
    rings = (_polygon([_point(i, ring, many) for i in range(many)], GRID) for ring in RINGS)
    spokes = (_polygon([(MIDDLE, MIDDLE), _point(i, 100, many)], GRID) for i in range(many))
    scored = [_point(i, bar.score, many) for i, bar in enumerate(bars) if bar.score is not None]
    dots = (Markup("<circle cx='{:.1f}' cy='{:.1f}' r='4' fill='{}'/>").format(*p, COLOUR) for p in scored)
    names = (_name(i, bar, many) for i, bar in enumerate(bars))
    shape = _polygon(scored, SHAPE) if len(scored) > 1 else Markup("")
    return Markup(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-30 0 360 290' font-size='18' fill='#1d2a33'"
        " text-anchor='middle' font-family='Segoe UI, Arial, sans-serif'>{}</svg>"
    ).format(Markup("").join([*rings, *spokes, shape, *dots, *names]))


def _point(place: int, score: float, many: int) -> tuple[float, float]:
    angle = 2 * math.pi * place / many - math.pi / 2
    reach = RADIUS * score / 100
    return MIDDLE + reach * math.cos(angle), MIDDLE + reach * math.sin(angle)


def _polygon(points: Sequence[tuple[float, float]], style: str) -> Markup:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return Markup("<polygon points='{}' style='{}'/>").format(path, style)


def _name(place: int, bar: Bar, many: int) -> Markup:
    x, y = _point(place, 128, many)
    raised = y - 22 if RADIUS / 10 < MIDDLE - y < RADIUS else y  # beside a corner: above it, not over it
    return Markup(
        "<text x='{0:.1f}' y='{1:.1f}'>{2}<tspan font-weight='bold' x='{0:.1f}' dy='1.1em'>{3}</tspan></text>"
    ).format(x, raised, bar.title, dutch.whole(bar.score))
