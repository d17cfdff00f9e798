"""This module contains making a coaching goal from a criterion of the call on screen."""

import streamlit as st
from markupsafe import Markup

from app_pages import answers, coaching_goal, coaching_new, conversation, desk, dutch, frame, who
from scoring.access import Right
from scoring.call import Call, Transcript
from scoring.scorecard import POINTS, Answer, CriterionResult, Evidence

MADE = "goal-made"


def offers(call: Call, result: CriterionResult) -> bool:
    """Whether who works here can make a goal of this answer: there is something to win, and someone to coach."""
    working = desk.person()
    return (
        working.may(Right.COACH)
        and call.agent is not None
        and not working.owns(call.agent)
        and result.answer in POINTS
        and result.answer is not Answer.YES
        and result.criterion in {known.id for known in desk.rubric().criteria}
    )


def button(call: Call, transcript: Transcript, result: CriterionResult) -> None:
    """Calling this shows the button that opens the form; nothing for who may not coach."""
    if offers(call, result) and st.button(
        "Doel maken",
        key=f"doel-uit-{result.criterion}",
        icon=":material/flag:",
        type="tertiary",
        help="Maak van dit moment een doel voor de medewerker.",
    ):
        _form(call, transcript, result)


def told() -> None:
    """Calling this says once that a goal was made, and leads to it."""
    agent = st.session_state.pop(MADE, None)
    if agent is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="doel-gemaakt"):
        st.success("Het doel is gemaakt.", icon=":material/flag:")
        st.page_link(
            "app_pages/coaching.py",
            label="Bekijk het bij Coaching",
            icon=":material/arrow_forward:",
            query_params={"medewerker": agent},
        )


@st.dialog("Doel maken", width="medium")
def _form(call: Call, transcript: Transcript, result: CriterionResult) -> None:
    frame.put(
        Markup("<p class='kb-criterion'>{}<b>{}</b></p><p class='kb-note'>Voor medewerker {}</p>").format(
            answers.chip(result.answer),
            coaching_goal.question(result.criterion),
            desk.agent_name(call.agent or ""),
        )
    )
    found = moments(transcript, result)
    quote = st.selectbox(
        "Moment in het gesprek",
        found,
        index=0 if result.evidence else None,
        placeholder="Kies de zin waar het om gaat",
        format_func=lambda one: _named(transcript, one),
        key=f"doel-uit-moment-{call.id}-{result.criterion}",
    )
    who.ask("doel")
    text = st.text_input(
        "Afspraak, in één zin",
        placeholder="Bijvoorbeeld: Voor het afscheid vraag ik of er nog iets is.",
        max_chars=300,
        key=f"doel-uit-afspraak-{call.id}-{result.criterion}",
    )
    if st.button("Doel bewaren", type="primary", icon=":material/flag:", key="doel-uit-bewaren"):
        if quote is None:
            st.error("Kies eerst het moment in het gesprek.", icon=":material/error:")
        elif coaching_new.make(call.id, result.criterion, quote, text):
            st.session_state[MADE] = call.agent
            st.rerun()


def moments(transcript: Transcript, result: CriterionResult) -> list[Evidence]:
    """What can be pointed at: the proof of this answer first, then every turn in order of the call."""
    whole = (Evidence.cut(turn.text, place) for place, turn in enumerate(transcript.turns) if turn.text)
    return list(dict.fromkeys((*result.evidence, *whole)))


def _named(transcript: Transcript, quote: Evidence) -> str:
    turn = transcript.turns[quote.turn]
    start = conversation.moment(turn, quote)
    when = "" if start is None else f"{dutch.clock(start)} "
    return f"{when}{conversation.NAMES[turn.speaker]}: {quote.quote}"
