"""This module contains the overview as a spreadsheet: the same figures as on screen."""

import streamlit as st

from app_pages import dutch, handing, overview_figures
from scoring.access import Right
from scoring.insight.intervals import Estimate
from scoring.insight.overview import Figure, Overview
from scoring.reports.spreadsheet import Cell, Table, to_csv, to_xlsx
from scoring.rubric import Rubric
from scoring.scorecard import POINTS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIGURES = ("Naam", "Waarde", "Ondergrens 95 %", "Bovengrens 95 %", "Gesprekken", "Vorige periode", "Verschil")
ANSWERS = ("Ja", "Deels", "Nee", "Kost per gesprek")
HISTORY = ("Periode", "Score", "Waarde", "Ondergrens 95 %", "Bovengrens 95 %", "Gesprekken")


def draw(seen: Overview, rubric: Rubric) -> None:
    """Calling this offers the overview to download; it is made only when asked for."""
    with st.popover("Exporteren", icon=":material/download:"):
        st.write("De cijfers van deze periode, zonder gesprekken en zonder medewerkers.")
        name = f"klankbord-overzicht-{seen.scope.period.first:%Y-%m-%d}"
        st.download_button(
            "Excel (xlsx)",
            handing.later(lambda _: to_xlsx(tables(seen, rubric)), Right.SEE_TOTALS),
            f"{name}.xlsx",
            XLSX,
            on_click="ignore",
        )
        st.download_button(
            "CSV (criteria)",
            handing.later(lambda _: to_csv(tables(seen, rubric)["Criteria"]), Right.SEE_TOTALS),
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
        )


def tables(seen: Overview, rubric: Rubric) -> dict[str, Table]:
    """The sheets: scores (0–100), criteria (shares 0–1) and the periods of the trend."""
    names = overview_figures.titles(rubric)
    scores = tuple((names.get(f.name, f.name), *_figure(f)) for f in (*seen.dimensions, seen.total))
    shares = tuple((names.get(f.name, f.name), *_figure(f), *_answers(f)) for f in seen.criteria)
    history = tuple(
        (point.period.title, names.get(name, name), *_estimate(found))
        for point in seen.history
        for name, found in point.scores.items()
    )
    return {
        "Scores": Table(header=FIGURES, rows=scores),
        "Criteria": Table(header=(*FIGURES, *ANSWERS), rows=shares),
        "Verloop": Table(header=HISTORY, rows=history),
    }


def _figure(figure: Figure) -> tuple[Cell, ...]:
    before = None if figure.before.value is None else round(figure.before.value, 4)
    return (*_estimate(figure.now), before, figure.trend.value)


def _estimate(found: Estimate) -> tuple[Cell, ...]:
    numbers = (found.value, found.low, found.high)
    amount = found.n if found.value is not None else dutch.NONE
    return (*(None if number is None else round(number, 4) for number in numbers), amount)


def _answers(figure: Figure) -> tuple[Cell, ...]:
    loss = None if figure.loss is None else round(figure.loss, 4)
    return (*(figure.answers.get(answer, 0) if figure.answers else None for answer in POINTS), loss)
