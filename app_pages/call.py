"""This screen shows one call: what went well, what to coach, every criterion and the conversation."""

from functools import partial

import streamlit as st

from app_pages import (
    call_actions,
    call_goal,
    callback_view,
    conversation,
    correcting,
    criteria_view,
    desk,
    dutch,
    frame,
    review_view,
    roles_view,
    scorecard_view,
    talk,
)
from scoring.access import Right
from scoring.call import Call, Transcript
from scoring.scorecard import Evidence, Scorecard
from scoring.store import Action


def about(call: Call) -> str:
    """What is known of the call, on one line."""
    agent = f"medewerker {desk.agent_name(call.agent)}" if call.agent else None
    known = (call.organisation, call.team, agent, call.call_type)
    parts = (*known, dutch.DIRECTIONS[call.direction], f"bestand {call.source}")
    return " · ".join(part for part in parts if part)


def judged(call: Call, transcript: Transcript, card: Scorecard) -> None:
    """Calling this shows the scorecard above, criteria and conversation side by side below."""
    rubric = desk.rubric_of(card)

    def jump(evidence: Evidence) -> None:
        conversation.jump_to(transcript, evidence)

    with st.container():  # one place, whatever is in it: what moves is drawn anew, and its sound stops
        beside = scorecard_view.draw(card, rubric, transcript, jump)
    if card.callback:
        with beside.container(border=True, key="kb-callback"):
            callback_view.draw(card.callback, jump)
    with st.container(key="kb-halves"):
        left, right = st.columns([0.54, 0.46], gap="medium")
    with left:
        st.header("Per criterium", anchor=False)
        frame.note("Kies een citaat om naar die plek in het gesprek te gaan.")
        machine = None if card.provisional else desk.store().machine_scorecard(call.id)
        call_goal.told()
        act = partial(call_goal.button, call, transcript)
        criteria_view.draw(card, rubric, transcript, jump, machine, act)
    with right:
        talk.draw(call.id, transcript, card)


def reviewing(call: Call, transcript: Transcript, card: Scorecard) -> None:
    """Calling this shows the review beside the conversation."""
    with st.container(key="kb-halves"):
        left, right = st.columns([0.54, 0.46], gap="medium")
    with left:
        review_view.draw(call.id)
    with right:
        talk.draw(call.id, transcript, card)


def waiting(call: Call, transcript: Transcript) -> None:
    """Calling this shows a call that waits for its roles or for a judgement."""
    roles_view.draw(call.id, transcript, key="gesprek")
    talk.draw(call.id, transcript, None)


def back() -> None:
    """Calling this shows the way back to the list where the user came from."""
    if "nakijken" in st.query_params:
        st.page_link("app_pages/review.py", label="Wachtrijen", icon=":material/arrow_back:")
    else:
        st.page_link("app_pages/calls.py", label="Alle gesprekken", icon=":material/arrow_back:")


def show(call_id: str) -> None:
    """Calling this shows the call with this id; another call starts at its beginning."""
    if st.session_state.get("shown_call") != call_id:
        st.session_state["shown_call"] = call_id
        conversation.forget_jump()
    call = desk.open_call(call_id)
    desk.note_once(Action.OPENED, call_id)
    transcript = desk.store().transcript(call_id)
    back()
    title, actions = st.columns([0.64, 0.36], vertical_alignment="bottom")
    with title:
        known = call.called_at is not None
        when = f" van {dutch.day_and_time(call.called_at)}" if known else ", datum onbekend"
        frame.heading(f"Gesprek{when}", about(call))
    with st.container():
        correcting.draw_told(call_id)
    card = desk.store().scorecard(call_id)
    with actions:
        call_actions.draw(call, transcript, card)
    if card is None:
        waiting(call, transcript)
    elif "nakijken" in st.query_params:
        reviewing(call, transcript, card)
    else:
        judged(call, transcript, card)


desk.require(Right.SEE_CALLS)
chosen = st.query_params.get("id")
if chosen:
    show(chosen)
else:
    frame.heading("Gesprek")
    st.info("Kies een gesprek uit de lijst.")
    st.page_link("app_pages/calls.py", label="Alle gesprekken", icon=":material/forum:")
