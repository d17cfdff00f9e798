"""This module contains one set: score a call blind, then see one's answers beside those of the expert."""

from collections.abc import Sequence

import streamlit as st

from app_pages import (
    answer_list,
    answered_alone,
    conversation,
    correcting,
    desk,
    dutch,
    frame,
    training_compare,
    training_expert,
    who,
)
from app_pages.answer_list import Said
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.insight.practice import finish_call, give_answer, practice
from scoring.insight.practised import Practice
from scoring.scorecard import Answer
from scoring.store import Action

DONE = "practice-done"


def draw(number: int) -> None:
    """Calling this shows the set as who practises may see it."""
    seen = practice(desk.store(), number, desk.person().name)
    frame.link_here("Alle oefensets", ":material/arrow_back:")
    frame.heading(seen.about.title, seen.about.text)
    if seen.without_expert and desk.may(Right.TRAIN):
        training_expert.draw(seen)
        return
    if seen.without_expert or not seen.calls:
        st.info("Deze oefenset is nog niet klaar: er ontbreken antwoorden van de expert.")
        return
    with st.columns([0.4, 0.6])[0]:
        who.ask("oefenset")
    if seen.is_expert:
        st.info("U gaf zelf de antwoorden van deze set. Laat een ander hiermee oefenen.")
        return
    if not desk.person().name:
        st.info("Vul hierboven uw naam in. Dan kunt u later verder waar u was.")
        return
    if seen.finished:
        training_compare.whole(seen)
    _call(seen)


def _call(seen: Practice) -> None:
    number, calls = seen.about.id, list(seen.calls)
    next_up = next((one for one in calls if one not in seen.done), calls[0])
    chosen = st.segmented_control(
        "Gesprek",
        calls,
        default=next_up,
        required=True,
        format_func=lambda one: f"{'✓ ' if one in seen.done else ''}Gesprek {calls.index(one) + 1}",
        key=f"oefen-gesprek-{number}",
    )
    desk.open_to_practise(chosen)
    desk.note_once(Action.OPENED, chosen)
    with st.container(key="kb-halves"):
        left, right = st.columns([0.54, 0.46], gap="medium")
    with left:
        if chosen in seen.done:
            training_compare.draw(seen, chosen)
        else:
            _answers(number, chosen)
    with right:  # without a scorecard: the marks would give away what the tool thinks
        conversation.draw(desk.store().transcript(chosen), None, chosen, correcting.version(chosen))


@st.fragment
def _answers(number: int, call_id: str) -> None:
    if st.session_state.pop(DONE, None) == (number, call_id):
        st.rerun()
    seen = practice(desk.store(), number, desk.require(Right.PRACTISE).name)
    key = f"oefen-{number}-{call_id}"
    left = len([one for one in seen.missing if one[0] == call_id])
    frame.note(
        f"Luister of lees, en scoor zelf. Nog {dutch.count(left, 'antwoord', 'antwoorden')} te gaan."
        if left
        else "Alles beantwoord. Rond af met A en zie wat de expert vindt."
    )
    data = {
        "title": "Criteria om op te oefenen",
        "names": {"machine": "", "own": seen.trainee},
        "keys": answer_list.KEYS_ALONE + ("" if left else " · A klaar"),
        "items": answered_alone.items(seen.about.criteria, seen.own, call_id, desk.rubric()),
        "fields": [answer_list.REMARK._asdict()],
        "turns": [],
        "finish": None if left else "Klaar: laat de vergelijking zien",
        "problem": st.session_state.get(f"{key}-problem"),
    }
    answer_list.draw(
        key, data, lambda said: _given(number, call_id, said), lambda: _done(number, call_id, key)
    )


def _given(number: int, call_id: str, new: Sequence[Said]) -> None:
    key = f"oefen-{number}-{call_id}-problem"
    st.session_state.pop(key, None)
    for said in new:
        try:
            working = desk.require(Right.PRACTISE)
            desk.open_to_practise(call_id)
            name = str(said["id"])
            before = practice(desk.store(), number, working.name).own.get((call_id, name))
            text = str(said.get("note", before.text if before else ""))
            give_answer(desk.store(), number, working.name, call_id, name, Answer(str(said["answer"])), text)
        except ScoringError as error:
            st.session_state[key] = {"id": said["id"], "text": str(error), "serial": said["serial"]}


def _done(number: int, call_id: str, key: str) -> None:
    try:
        working = desk.require(Right.PRACTISE)
        desk.open_to_practise(call_id)
        finish_call(desk.store(), number, working.name, call_id)
        desk.note(Action.PRACTISED, call_id, f"oefenset {number}")
    except ScoringError as error:
        serial = answer_list.done(key) + 0.5
        st.session_state[f"{key}-problem"] = {"id": "", "text": str(error), "serial": serial}
        return
    st.session_state[DONE] = (number, call_id)
