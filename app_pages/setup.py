"""This screen shows how Klankbord is set up, who may do what, and the totals; no call, and nothing to change."""

import streamlit as st

from app_pages import desk, dutch, frame, setup_view
from scoring.access import Right
from scoring.store import CallFilter, ReviewState

desk.require(Right.SEE_SETTINGS)
frame.heading(
    "Instellingen",
    "Zo staat Klankbord nu ingesteld. Veranderen kan alleen de beheerder, in klankbord.toml.",
)
settings, roles, totals = st.tabs(["Instellingen", "Wie mag wat", "Totalen"])
with settings:
    setup_view.settings(desk.settings())
with roles:
    setup_view.rights()
with totals:
    desk.require(Right.SEE_TOTALS)
    store = desk.store()
    counts = [("Gesprekken", store.count())]
    counts += [(state.value.capitalize(), store.count(CallFilter(review=state))) for state in ReviewState]
    setup_view.totals([(name, dutch.count(number, "gesprek", "gesprekken")) for name, number in counts])
