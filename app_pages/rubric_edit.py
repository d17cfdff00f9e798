"""This screen lets a coach change the rubric: draft, try out, publish, compare, judge again."""

import streamlit as st

from app_pages import (
    desk,
    dutch,
    frame,
    rubric_again,
    rubric_change,
    rubric_desk,
    rubric_publish,
    rubric_try,
    rubric_versions,
    who,
)
from scoring.access import Right
from scoring.rubric.shelf import order

STEPS = {
    "Aanpassen": rubric_change.draw,
    "Uitproberen": rubric_try.draw,
    "Publiceren": rubric_publish.draw,
    "Versies": rubric_versions.draw,
    "Opnieuw beoordelen": rubric_again.draw,
}

desk.require(Right.EDIT_RUBRIC)
bench = rubric_desk.bench()
now = desk.rubric().version
frame.heading("Rubriek aanpassen", f"Nu wordt beoordeeld met versie {now} van ‘{desk.rubric().title}’.")
top, name = st.columns([3, 1], vertical_alignment="bottom")
with name:
    who.ask("rubriek")
with top:
    if bench.exists:
        about = bench.about()
        amount = dutch.count(len(bench.differences()), "wijziging", "wijzigingen")
        frame.note(
            f"Er ligt een concept met {amount}, begonnen door {about.by or 'onbekend'} op "
            f"{dutch.day_and_time(about.at)}. Het telt pas mee als u het publiceert."
        )
    else:
        frame.note(
            "Er is geen concept. Uw eerste wijziging begint er een; de beoordelingen merken daar niets van."
        )
shipped = rubric_versions.shipped()
if shipped is not None and order(shipped) > order(now):
    st.info(
        f"Klankbord heeft een nieuwere versie meegeleverd: {shipped}. Die van uw organisatie blijft gelden. "
        "Bij ‘Versies’ ziet u de verschillen.",
        icon=":material/info:",
    )
step = st.segmented_control(
    "Stap",
    list(STEPS),
    default="Aanpassen",
    required=True,
    key=rubric_desk.STEP,
    label_visibility="collapsed",
)
rubric_desk.tell()
STEPS[step or "Aanpassen"]()
