"""This module contains the pictures of an overview, each with its table beside it."""

import altair as alt
import pandas as pd
import streamlit as st

from app_pages import dutch, figure_table, frame
from app_pages.overview_figures import titles
from scoring.insight.counting import TOTAL
from scoring.insight.overview import Overview, Point
from scoring.rubric import Rubric
from scoring.store import HIGH_ESCALATION

COLOUR, BAND, GRID, TEXT = "#0b5c7d", "#8fbfdc", "#e6e3da", "#1d2a33"
SPOKEN = "Grafiek. Dezelfde cijfers staan in de tabel ernaast."
"""What a screen reader says of a picture; its lines and dots would be read in English, one by one."""
SHADES = ("#e6e3da", "#b9d4e3", "#6fa8c7", "#d98a5c", "#8a2d00")
"""From light to dark, so that they keep apart without colour as well."""
HEIGHT = 260


def trend(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows one score over the last periods, as a line with its interval and as a table."""
    names = titles(rubric)
    st.header("Verloop", anchor=False)
    options = [TOTAL, *(figure.name for figure in seen.dimensions)]
    chosen = st.segmented_control(
        "Welke score?", options, default=TOTAL, format_func=lambda name: names.get(name, name), required=True
    )
    points = [point for point in seen.history if chosen in point.scores]
    known = [point for point in points if point.scores[chosen].value is not None]
    picture, table = st.columns([0.55, 0.45])
    with picture:
        if len(known) > 1:
            _show(_line(seen, known, chosen))
        else:
            st.info("Nog geen twee perioden met genoeg gesprekken: er is nog geen verloop te tekenen.")
    with table:
        _trend_table(seen, points, chosen, names.get(chosen, chosen))


def _show(chart: alt.LayerChart | alt.Chart) -> None:
    text = {"labelColor": TEXT, "titleColor": TEXT, "labelFontSize": 13, "titleFontSize": 13}
    drawn = chart.configure_view(stroke=None)
    st.altair_chart(drawn.configure_axis(**text).configure_legend(**text), width="stretch")


def _line(seen: Overview, points: list[Point], name: str) -> alt.LayerChart:
    order = [point.period.short for point in seen.history]
    rows = [_row(point, name) for point in points]
    base = alt.Chart(pd.DataFrame(rows)).encode(
        x=alt.X("periode:N", sort=order, title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        tooltip=[
            alt.Tooltip(f"{field}:N", title=field.capitalize()) for field in ("periode", "score", "zeker")
        ],
    )
    scale = alt.Scale(domain=[0, 100])
    axis = alt.Axis(title="Score", values=[0, 25, 50, 75, 100], gridColor=GRID)
    reach = base.mark_rule(color=BAND, strokeWidth=8, strokeCap="round").encode(
        y=alt.Y("laag:Q", scale=scale, axis=axis), y2="hoog:Q"
    )
    line = base.mark_line(color=COLOUR, point=alt.OverlayMarkDef(color=COLOUR, size=70)).encode(
        y=alt.Y("waarde:Q", scale=scale)
    )
    layers: alt.LayerChart = (reach + line).properties(height=HEIGHT, description=SPOKEN)
    return layers


def _row(point: Point, name: str) -> dict[str, object]:
    found = point.scores[name]
    value = found.value or 0.0
    low, high = (value if bound is None else bound for bound in (found.low, found.high))
    return {
        "periode": point.period.short,
        "waarde": value,
        "laag": low,
        "hoog": high,
        "score": dutch.whole(value),
        "zeker": f"tussen {dutch.whole(low)} en {dutch.whole(high)}",
    }


def _trend_table(seen: Overview, points: list[Point], name: str, title: str) -> None:
    rows = []
    for point in reversed(points):
        found = point.scores[name]
        sure = dutch.NONE if found.low is None else f"{dutch.whole(found.low)} tot {dutch.whole(found.high)}"
        rows.append(
            [
                figure_table.plain(point.period.title),
                figure_table.plain(dutch.whole(found.value) if found.value is not None else "te weinig"),
                figure_table.plain(sure),
                figure_table.calls(point.n, seen.scope.calls(point.period)),
            ]
        )
    columns = ("Periode", "Score", "Zeker tussen", "Gesprekken")
    figure_table.draw(f"{title} per {seen.scope.period.unit.value}", columns, rows, "trend-table")


def escalation(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows how many calls reached each level of escalation, by period."""
    frame.note(
        "Hoe hoog de emotie of agressie van de beller opliep, gelezen uit de woorden. Het zegt iets over de "
        "gesprekken, niet over de medewerker."
    )
    points = [point for point in seen.history if point.levels]
    titles = {level.level: level.title for level in rubric.escalation}
    names = [f"{level}: {titles.get(level, 'Geen') if level else 'Rustig'}" for level in range(5)]
    picture, table = st.columns([0.5, 0.5])
    with picture:
        _show(_bars(seen, points, names))
    with table:
        _levels_table(seen, points)


def _bars(seen: Overview, points: list[Point], names: list[str]) -> alt.Chart:
    rows = [
        {
            "periode": point.period.short,
            "niveau": names[level],
            "plaats": level,
            "gesprekken": amount,
            "deel": 100 * amount / point.n,
            "aandeel": f"{dutch.whole(100 * amount / point.n)} %",
        }
        for point in points
        for level, amount in enumerate(point.levels)
    ]
    order = [point.period.short for point in seen.history]
    colour = alt.Color("niveau:N", scale=alt.Scale(domain=names, range=list(SHADES)), title="Niveau")
    tips = [
        alt.Tooltip(f"{field}:N", title=field.capitalize())
        for field in ("periode", "niveau", "gesprekken", "aandeel")
    ]
    bars: alt.Chart = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(stroke="#ffffff", strokeWidth=1)
        .encode(
            x=alt.X("periode:N", sort=order, title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("deel:Q", title="Gesprekken (%)", scale=alt.Scale(domain=[0, 100])),
            color=colour.legend(orient="bottom", columns=2, labelLimit=260),
            order="plaats:Q",
            tooltip=tips,
        )
        .properties(height=HEIGHT + 140, description=SPOKEN)
    )
    return bars


def _levels_table(seen: Overview, points: list[Point]) -> None:
    rows = [
        [
            figure_table.plain(point.period.title),
            *(
                figure_table.calls(amount, seen.scope.calls(point.period, escalation_level=level))
                for level, amount in enumerate(point.levels)
            ),
            figure_table.calls(
                sum(point.levels[HIGH_ESCALATION:]),
                seen.scope.calls(point.period, escalation_from=HIGH_ESCALATION),
            ),
        ]
        for point in reversed(points)
    ]
    columns = ("Periode", *(f"Niveau {level}" for level in range(5)), "3 en 4 samen")
    figure_table.draw("Gesprekken per niveau van escalatie", columns, rows, "escalation-table")
