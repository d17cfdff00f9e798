"""This module contains the check that recordings can be recognised, and the button that makes it so."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from app_pages import desk, dutch, frame
from scoring.errors import SpeechError
from scoring.intake import call_files
from scoring.intake.audio import SUFFIXES
from scoring.speech import MODELS, fetch, find


def ready_for(names: Sequence[str]) -> bool:
    """Whether these files can be judged; with a recording and no speech model the user is helped."""
    alone = call_files([Path(name) for name in names])  # a recording beside its transcript needs no model
    if not any(path.suffix.lower() in SUFFIXES for path in alone):
        return True
    if find(desk.settings()) is not None:
        return True
    _offer(desk.settings().speech_model)
    return False


def _offer(name: str) -> None:
    size = next((f" (ongeveer {m.megabytes} MB)" for m in MODELS if m.name == name), "")
    st.warning(
        f"Voor opnamen is een spraakmodel nodig. Het model ‘{dutch.literal(name)}’ staat nog niet op deze "
        f"computer. Ophalen{size} kan met de knop; daarna gaat er niets meer naar internet. "
        "Zonder internet: vraag uw beheerder het model in de map te zetten.",
        icon=":material/mic_off:",
    )
    if not st.button("Spraakmodel ophalen", icon=":material/download:"):
        return
    bar = st.progress(0.0, text="Spraakmodel ophalen …")

    def report(share: float, what: str) -> None:
        bar.progress(share, text=dutch.literal(what))

    try:
        fetch(name, desk.settings(), report)
    except SpeechError as error:
        bar.empty()
        frame.show_error(error)
    else:
        st.rerun()
