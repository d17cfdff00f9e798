"""This module contains what an expert still has to answer before a set can be used."""

import streamlit as st

from app_pages import answers, conversation, correcting, desk, dutch, frame, who
from app_pages.training_compare import guidance
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.insight.practice import expert_answer
from scoring.insight.practised import Place, Practice
from scoring.scorecard import Answer
from scoring.store import GIVEN, Action


def draw(seen: Practice) -> None:
    """Calling this asks the expert for the first answer that is missing, beside the call."""
    call_id, name = seen.without_expert[0]
    desk.open_call(call_id, Right.TRAIN)
    left = dutch.count(len(seen.without_expert), "antwoord", "antwoorden")
    st.info(f"Deze set is nog niet te gebruiken. De expert moet nog {left} geven.")
    who.ask("expert")
    with st.container(key="kb-halves"):
        half, other = st.columns([0.54, 0.46], gap="medium")
    with half:
        _ask(seen, (call_id, name))
    with other:
        conversation.draw(desk.store().transcript(call_id), None, call_id, correcting.version(call_id))


def _ask(seen: Practice, place: Place) -> None:
    call_id, name = place
    criterion = next((c for c in desk.rubric().criteria if c.id == name), None)
    number = list(seen.calls).index(call_id) + 1
    frame.note(f"Gesprek {number} van {len(seen.calls)}")
    with st.form(f"expert-{call_id}-{name}"):
        st.markdown(f"**{dutch.literal(criterion.question if criterion else dutch.label(name))}**")
        answer = st.radio(
            "Antwoord", GIVEN, index=None, horizontal=True, format_func=lambda one: answers.LOOKS[one].word
        )
        text = st.text_area("Waarom? Van deze uitleg leert wie oefent.", max_chars=600)
        if st.form_submit_button("Bewaren en verder", type="primary"):
            _keep(seen.about.id, place, answer, text)
        if criterion:
            frame.put(guidance(criterion))


def _keep(number: int, place: Place, answer: Answer | None, text: str) -> None:
    if answer is None:
        st.error("Kies eerst een antwoord.")
        return
    try:
        working = desk.require(Right.TRAIN)
        desk.open_call(place[0], Right.TRAIN)
        expert_answer(desk.store(), number, working.name, *place, answer, text)
        desk.note(Action.PRACTISED, place[0], f"oefenset {number}: antwoord van de expert")
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
