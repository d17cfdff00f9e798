"""This module contains the form for a new goal: which call, which criterion, which words, and what is agreed."""

import streamlit as st

from app_pages import answers, coaching_goal, conversation, desk, dutch, frame
from scoring.access import Right
from scoring.call import Transcript
from scoring.errors import ScoringError
from scoring.insight.goals import set_goal
from scoring.scorecard import POINTS, Answer, CriterionResult, Evidence
from scoring.store import Action, CallFilter, Status

MOST = 50


def draw(agent: str) -> None:
    """Calling this asks for a moment in a call of this employee, and makes a goal of it."""
    where = CallFilter(agent=agent, status=Status.SCORED)
    rows = {row.id: row for row in desk.store().calls(desk.visible(where), limit=MOST)}
    if not rows:
        st.write("Van deze medewerker is nog geen gesprek beoordeeld.")
        return
    left, right = st.columns(2)
    call_id = left.selectbox(
        "1. Gesprek",
        list(rows),
        format_func=lambda one: coaching_goal.named(rows[one]),
        key=f"doel-gesprek-{agent}",
    )
    results = _results(call_id)
    result = right.selectbox(
        "2. Criterium: wat het meest te winnen geeft staat bovenaan",
        list(results),
        format_func=lambda name: _named(results[name]),
        key=f"doel-criterium-{call_id}",
    )
    transcript = desk.store().transcript(call_id)
    turn = st.selectbox(
        "3. Moment in het gesprek",
        range(len(transcript.turns)),
        index=_first(results[result], transcript) if result else 0,
        format_func=lambda number: turn_text(transcript, number),
        key=f"doel-moment-{call_id}-{result}",
    )
    text = st.text_input(
        "4. Afspraak, in één zin",
        placeholder="Bijvoorbeeld: Voor het afscheid vraag ik of er nog iets is.",
        max_chars=300,
        key=f"doel-afspraak-{agent}",
    )
    if st.button("Doel maken", type="primary", key=f"doel-maken-{agent}"):
        quote = Evidence.cut(transcript.turns[turn].text, turn)
        if make(call_id, result or "", quote, text):
            st.rerun()


def _results(call_id: str) -> dict[str, CriterionResult]:
    card = desk.store().scorecard(call_id)
    known = {criterion.id for criterion in desk.rubric().criteria}
    found = [one for one in (card.results if card else ()) if one.criterion in known]
    order = {Answer.NO: 0, Answer.PARTIAL: 1, Answer.YES: 2}
    found.sort(key=lambda one: order.get(one.answer, 3))
    return {one.criterion: one for one in found if one.answer in POINTS or one.answer is Answer.HUMAN}


def _named(result: CriterionResult) -> str:
    look = answers.LOOKS[result.answer]
    return f"{look.icon} {look.word} · {coaching_goal.question(result.criterion)}"


def _first(result: CriterionResult, transcript: Transcript) -> int:
    place = result.evidence[0].turn if result.evidence else 0
    return place if place < len(transcript.turns) else 0


def turn_text(transcript: Transcript, number: int) -> str:
    """A turn as a line in a list to choose from."""
    turn = transcript.turns[number]
    when = "" if turn.start is None else f"{dutch.clock(turn.start)} "
    return f"{when}{conversation.NAMES[turn.speaker]}: {turn.text}"


def make(call_id: str, criterion: str, quote: Evidence, text: str) -> bool:
    """Calling this makes a goal of a moment in a call, or says why that cannot be; whether it was made."""
    try:
        working = desk.require(Right.COACH)
        desk.open_call(call_id, Right.COACH)
        made = set_goal(desk.store(), call_id, criterion, quote, text, working.name, desk.rubric())
        desk.note(Action.COACHED, str(made.about.id), "doel gemaakt")
    except ScoringError as error:
        frame.show_error(error)
        return False
    return True
