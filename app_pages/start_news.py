"""This module contains what changed: the sentence of the month, and the callbacks whose term ends now."""

from datetime import date, timedelta

import streamlit as st

from app_pages import desk, dutch, overview_figures, overview_promises
from scoring.access import Right
from scoring.insight.changes import what_changed
from scoring.insight.overview import overview
from scoring.insight.periods import Unit, period_of
from scoring.insight.promises import due_soon
from scoring.insight.scope import Known, Scope, known

AHEAD = timedelta(days=3)


def draw() -> None:
    """Calling this shows what is new, as far as this person may see it."""
    there = known(desk.store())
    if there.newest is not None and desk.may(Right.SEE_TOTALS):
        _sentence(there, there.newest)
    if desk.may(Right.SEE_CALLS):
        _promises(there)


def _sentence(there: Known, newest: date) -> None:
    rubric = desk.rubric()
    scope = Scope(rubric=rubric.id, period=period_of(newest, Unit.MONTH), demo=there.demo)
    seen = overview(desk.store(), scope, rubric, desk.settings().overview_minimum)
    st.header("Wat is er veranderd?", anchor=False)
    invented = " Het gaat om de verzonnen voorbeeldgesprekken." if there.demo else ""
    st.write(f"{dutch.literal(what_changed(seen, overview_figures.titles(rubric)))}{invented}")
    st.page_link("app_pages/overview.py", label="Naar het overzicht", icon=":material/insights:")


def _promises(there: Known) -> None:
    today = date.today()
    found = due_soon(desk.store(), there.demo, today, today + AHEAD)
    if found:
        st.header("Terugbelafspraken die nu aflopen", anchor=False)
        overview_promises.listed(found, "Vandaag en de komende drie dagen", "soon-table")
