"""This module contains an employee judging an own call before the score is shown, by key or click."""

from collections.abc import Sequence

import streamlit as st

from app_pages import answer_list, desk, dutch
from app_pages.answer_list import Said
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.disputes import self_assess
from scoring.rubric import Rubric
from scoring.scorecard import Answer
from scoring.settings import Settings
from scoring.store import Action

DONE = "self-assessed"


@st.fragment
def draw(call_id: str, agent: str, settled: bool) -> None:
    """Calling this asks the employee's own judgement; a key draws only this part anew."""
    if st.session_state.pop(DONE, None) == call_id:
        st.rerun()
    key = f"zelf-{call_id}"
    given: dict[str, str] = st.session_state.setdefault(f"{key}-answers", {})
    after = "Daarna ziet u de score." if settled else "De score komt als een coach heeft gekeken."
    st.info(f"Hoe vond u het zelf gaan? Beantwoord wat u wilt, minstens één punt. {after}")
    st.text_input("In uw eigen woorden (mag leeg)", key=f"{key}-note", max_chars=500)
    card = desk.store().machine_scorecard(call_id)
    rubric = desk.rubric_of(card) if card else desk.rubric()
    data = {
        "title": "Uw eigen oordeel",
        "names": {"machine": "", "own": "U"},
        "keys": answer_list.KEYS_ALONE + " · A klaar",
        "items": blank(rubric, given),
        "finish": "Klaar met mijn oordeel",
        "problem": st.session_state.get(f"{key}-problem"),
    }
    answer_list.draw(
        key, data, lambda said: _given(key, said), lambda: _finish(key, call_id, agent, desk.settings())
    )


def blank(rubric: Rubric, given: dict[str, str]) -> list[dict[str, object]]:
    """Every criterion without what the tool or anyone else said."""
    titles = {d.id: d.title for d in rubric.dimensions}
    return [
        answer_list.item(
            criterion.id,
            titles.get(criterion.dimension, dutch.label(criterion.dimension)),
            criterion.question,
            guidance=list(criterion.guidance),
            answer=given.get(criterion.id),
        )
        for criterion in rubric.criteria
    ]


def _given(key: str, new: Sequence[Said]) -> None:
    for said in new:
        st.session_state[f"{key}-answers"][str(said["id"])] = str(said["answer"])


def _finish(key: str, call_id: str, agent: str, settings: Settings) -> None:
    try:
        desk.require(Right.SEE_OWN_CALLS)
        desk.open_call(call_id)
        given = {name: Answer(answer) for name, answer in st.session_state[f"{key}-answers"].items()}
        self_assess(desk.store(), call_id, agent, given, settings, st.session_state.get(f"{key}-note", ""))
        desk.note(Action.RESPONDED, call_id, "zelf beoordeeld")
    except ScoringError as error:
        st.session_state[f"{key}-problem"] = {
            "id": "",
            "text": str(error),
            "serial": answer_list.done(key) + 0.5,
        }
        return
    st.session_state[DONE] = call_id
