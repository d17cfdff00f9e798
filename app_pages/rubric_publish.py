"""This module contains the step in which a draft becomes the version that judges; nothing broken gets through."""

import streamlit as st

from app_pages import differences_view, dutch, frame, rubric_desk

NOTE = "rubric-note"


def draw() -> None:
    """Calling this shows what changes, what is still wrong, and the button."""
    bench = rubric_desk.bench()
    if not bench.exists:
        frame.note("Er is geen concept om te publiceren. Pas eerst iets aan.")
        return
    differences_view.draw(bench.differences())
    stamp = bench.stamp()
    problems = _problems(stamp)
    if problems:
        text = "\n".join(f"- {dutch.literal(rubric_desk.in_words(problem))}" for problem in problems)
        st.error(f"Publiceren kan nog niet. Los eerst dit op:\n{text}", icon=":material/error:")
    else:
        st.success(
            "Het concept is in orde: alle voorbeelden krijgen het goede antwoord.", icon=":material/check:"
        )
    number = bench.next_version()
    st.text_input(
        "Waarom deze wijziging? (mag leeg)",
        key=NOTE,
        max_chars=200,
        placeholder="Besproken in het teamoverleg",
    )
    st.button(
        f"Publiceer als versie {number}",
        type="primary",
        icon=":material/publish:",
        disabled=bool(problems),
        on_click=_publish,
        args=(stamp,),
    )
    frame.note(
        "Vanaf dan wordt elk nieuw gesprek met deze versie beoordeeld. Oude beoordelingen veranderen niet; "
        "bij ‘Opnieuw beoordelen’ kunt u ze overdoen. Terug naar een oudere versie kan altijd."
    )


def _publish(stamp: str) -> None:
    if rubric_desk.act(lambda: _published(stamp)):
        rubric_desk.go("Opnieuw beoordelen")


def _published(stamp: str) -> str:
    note = str(st.session_state.get(NOTE, "")).strip()
    version = rubric_desk.bench().publish(rubric_desk.by(), note, stamp)
    return f"Versie {version.version} is gepubliceerd en geldt vanaf nu."


@st.cache_data(show_spinner="Alle voorbeelden worden nagedaan …", max_entries=8)
def _problems(stamp: str) -> list[str]:
    return rubric_desk.bench().problems()
