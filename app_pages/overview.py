"""This screen shows how a team does in a period, how sure that is, what changed and what to coach."""

from datetime import date

import streamlit as st

from app_pages import (
    desk,
    dutch,
    figure_table,
    frame,
    overview_charts,
    overview_coach,
    overview_export,
    overview_figures,
    overview_promises,
)
from scoring.access import Right
from scoring.insight.changes import what_changed
from scoring.insight.overview import Overview, overview
from scoring.insight.periods import Period, Unit, period_of
from scoring.insight.scope import Known, Scope, known
from scoring.rubric import Rubric

CHOICES = {Unit.WEEK: 53, Unit.MONTH: 36, Unit.QUARTER: 12}
"""How many periods back can be chosen."""
SECTIONS = {
    "b": "Vijf B’s",
    "criteria": "Criteria",
    "coachen": "Wat te coachen",
    "terugbellen": "Terugbelafspraken",
    "escalatie": "Escalatie",
    "teams": "Teams",
}


def choose(there: Known, newest: date, rubric: Rubric) -> Scope:
    """Calling this asks which period and which team."""
    with st.container(border=True):
        length, which, whose = st.columns([0.2, 0.45, 0.35])
        unit = Unit(
            length.selectbox("Per", list(Unit), index=1, format_func=lambda one: one.value.capitalize())
        )
        periods = _periods(there, newest, unit)
        period = which.selectbox("Periode", periods, format_func=lambda one: one.title, key=f"periode-{unit}")
        team = whose.selectbox("Team", there.teams, index=None, placeholder="Alle teams")
    return Scope(rubric=rubric.id, period=period, team=team, demo=there.demo)


def _periods(there: Known, newest: date, unit: Unit) -> list[Period]:
    every = period_of(newest, unit).back(CHOICES[unit])
    return [period for period in reversed(every) if there.oldest is None or period.after > there.oldest]


def notices(there: Known, seen: Overview) -> None:
    """Calling this says what a reader must know before believing the figures."""
    if there.demo:
        st.info(
            "Dit zijn de verzonnen voorbeeldgesprekken. Zodra u zelf gesprekken laat beoordelen, gaan deze "
            "cijfers alleen nog daarover.",
            icon=":material/science:",
        )
    if seen.agents == 1 and seen.enough:
        st.warning(
            "Deze cijfers gaan over één medewerker. Gebruik ze om te helpen, niet om te vergelijken.",
            icon=":material/person:",
        )
    if len(seen.versions) > 1:
        versions = dutch.literal(" en ".join(seen.versions))
        st.warning(
            f"In deze of de vorige periode is met verschillende rubrieken of normen beoordeeld: {versions}. "
            "Een verschil kan daardoor komen.",
            icon=":material/rule:",
        )


def top(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows how many calls, the sentence of what changed, and the way out to a spreadsheet."""
    titles = overview_figures.titles(rubric)
    st.info(
        f"**Wat is er veranderd?** {dutch.literal(what_changed(seen, titles))}", icon=":material/trending_up:"
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        amount = dutch.count(seen.n, "beoordeeld gesprek", "beoordeelde gesprekken")
        st.markdown(f"**{amount}** in {seen.scope.period.title}")
        figure_table.link(seen.scope.calls(), "Toon deze gesprekken")
        if seen.enough:
            overview_export.draw(seen, rubric)


def section(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows the part that the reader chose."""
    chosen = st.segmented_control(
        "Wat wilt u zien?", list(SECTIONS), default="b", format_func=SECTIONS.__getitem__, required=True
    )
    match chosen:
        case "criteria":
            overview_figures.criteria(seen, rubric)
        case "coachen":
            overview_coach.draw(seen, rubric)
        case "terugbellen":
            overview_promises.draw(seen.scope)
        case "escalatie":
            overview_charts.escalation(seen, rubric)
        case "teams":
            overview_figures.teams(seen, rubric)
        case _:
            overview_figures.dimensions(seen, rubric)
            overview_charts.trend(seen, rubric)


def empty() -> None:
    """Calling this says what to do when there is nothing to count."""
    st.info(
        "Er zijn nog geen beoordeelde gesprekken met een datum. Laat gesprekken beoordelen en geef daarbij de "
        "datum van het gesprek op, of laad de voorbeelden op het scherm Start."
    )
    if desk.may(Right.JUDGE):
        st.page_link("app_pages/judge.py", label="Naar Beoordelen", icon=":material/upload_file:")
    if desk.may(Right.SEE_CALLS):
        st.page_link("app_pages/start.py", label="Naar Start", icon=":material/home:")


def main() -> None:
    """Calling this shows the overview, or how to get one."""
    desk.require(Right.SEE_TOTALS)
    frame.heading("Overzicht", "Wat alle gesprekken samen zeggen, en hoe zeker dat is.")
    there = known(desk.store())
    if there.newest is None:
        empty()
        return
    rubric = desk.rubric()
    seen = overview(
        desk.store(), choose(there, there.newest, rubric), rubric, desk.settings().overview_minimum
    )
    notices(there, seen)
    top(seen, rubric)
    if seen.enough:
        section(seen, rubric)
    if there.undated:
        amount = dutch.count(there.undated, "gesprek telt", "gesprekken tellen")
        frame.note(f"{amount} niet mee: de datum is niet bekend.")


main()
