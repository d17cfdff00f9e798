"""This module contains the conversation half of a call: listening, reading, and correcting when that is on."""

import streamlit as st

from app_pages import conversation, correcting, frame, who
from scoring.call import Transcript
from scoring.errors import ScoringError
from scoring.scorecard import Scorecard


def draw(call_id: str, transcript: Transcript, card: Scorecard | None) -> None:
    """Calling this shows the conversation; with Aanpassen on, each turn can be corrected."""
    title, switch = st.columns([0.6, 0.4], vertical_alignment="center")
    title.header("Gesprek", anchor=False)
    editing = switch.toggle(
        "Aanpassen",
        key=f"aanpassen-{call_id}",
        help="Verbeter tekst of spreker, splits beurten of voeg ze samen. Elke aanpassing komt in de "
        "geschiedenis en het gesprek wordt meteen opnieuw beoordeeld.",
    )
    above = st.container()  # always there: the conversation keeps its place, and so its sound
    if editing:
        with above:
            who.ask("gesprek")
            frame.note("Kies ✎ Aanpassen bij een beurt. Terugdraaien kan met Meer, Geschiedenis.")
            correcting.draw_told(call_id)  # also here: above the call is out of sight now
    version = correcting.version(call_id)
    asked = conversation.draw(transcript, card, call_id, version, editing)
    if asked is not None and editing:
        with above:
            _correct(call_id, asked)


def _correct(call_id: str, asked: object) -> None:
    try:
        correcting.correct(call_id, asked)
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
