"""This screen is to practise: sets to score blind, the library of fragments, and dilemma cards for the team."""

import streamlit as st

from app_pages import desk, frame, training_cards, training_library, training_list, training_set
from scoring.access import Right

PARTS = {
    "sets": "Oefensets",
    "fragmenten": "Goede en zwakke fragmenten",
    "dilemmas": "Dilemmakaarten",
}


def start() -> None:
    """Calling this shows the part of the screen that is chosen."""
    frame.heading(
        "Oefenen",
        "Leren luisteren en scoren. Wat u hier antwoordt, telt nergens mee in cijfers of overzichten.",
    )
    asked = st.query_params.get("deel", "sets")
    part = st.segmented_control(
        "Onderdeel",
        list(PARTS),
        default=asked if asked in PARTS else "sets",
        required=True,
        format_func=lambda name: PARTS[name],
        label_visibility="collapsed",
        key="oefenen-deel",
    )
    if part == "fragmenten":
        training_library.draw()
    elif part == "dilemmas":
        training_cards.draw()
    else:
        training_list.draw()


desk.require(Right.PRACTISE)
chosen = st.query_params.get("nr", "")
if chosen.isdecimal():
    training_set.draw(int(chosen))
else:
    start()
