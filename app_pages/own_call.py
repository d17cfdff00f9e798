"""This module contains one call as its employee sees it: listen, judge, see the score, say it is not right."""

from datetime import UTC, datetime

import streamlit as st
from markupsafe import Markup

from app_pages import (
    answers,
    charts,
    conversation,
    correcting,
    criteria_view,
    desk,
    dutch,
    frame,
    own_dispute,
    self_view,
)
from app_pages.scorecard_view import grade
from scoring.call import Transcript
from scoring.review.agent_file import AgentFile, agent_file
from scoring.review.call_review import open_review
from scoring.review.disputes import acknowledge
from scoring.rubric import Rubric
from scoring.scorecard import Answer, Scorecard
from scoring.store import Action


def draw(call_id: str, agent: str) -> None:
    """Calling this shows the call when it is this employee's own."""
    call = desk.open_call(call_id)
    desk.note_once(Action.OPENED, call_id)
    file = agent_file(desk.store(), call_id, agent, desk.settings())
    transcript = desk.store().transcript(call_id)
    frame.link_here("Al mijn gesprekken", ":material/arrow_back:", {"als": agent})
    kind = f" · {dutch.literal(call.call_type)}" if call.call_type else ""
    st.header(f"Gesprek van {dutch.day_and_time(call.called_at)}{kind}", anchor=False)
    with st.container(key="kb-halves"):
        left, right = st.columns([0.54, 0.46], gap="medium")
    with right:
        conversation.draw(transcript, file.final, call_id, correcting.version(call_id))
    with left:
        if file.final:
            _score(file, file.final, transcript)
        elif file.assessment is None:
            self_view.draw(call_id, agent, settled=file.settled)
        else:
            st.info("U hebt dit gesprek zelf beoordeeld. De score komt zodra een coach heeft gekeken.")


def _score(file: AgentFile, card: Scorecard, transcript: Transcript) -> None:
    rubric = desk.rubric_of(card)
    with st.container(border=True):
        frame.put(grade(card))
        frame.put(charts.table(charts.bars_of(card, rubric)))
    _seen(file)
    _disputes(file, rubric)
    _tips(file.call_id, transcript)
    term = file.term_ends
    if file.may_dispute(datetime.now(UTC)):
        st.info(f"Niet eens met een antwoord? U kunt bezwaar maken tot en met {dutch.day(term)}.")
    elif term:
        frame.note(
            f"Bezwaar maken kon tot en met {dutch.day(term)}. Praat met uw coach als er iets niet klopt."
        )
    _criteria(file, card, rubric)


def _seen(file: AgentFile) -> None:
    if file.seen_at:
        frame.note(f"U hebt de score gezien op {dutch.day(file.seen_at)}.")
        return
    with (
        st.form(f"gezien-{file.call_id}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        note = st.text_input("Wilt u er iets bij zeggen? (mag leeg)")
        if st.form_submit_button("Ik heb de score gezien", icon=":material/visibility:"):
            own_dispute.act(
                file.call_id,
                "gezien",
                lambda: acknowledge(desk.store(), file.call_id, file.agent, desk.settings(), note),
            )


def _disputes(file: AgentFile, rubric: Rubric) -> None:
    questions = {c.id: c.question for c in rubric.criteria}
    for made in file.disputes:
        question = questions.get(made.criterion, "Escalatie")
        frame.put(Markup("<p class='kb-strong'>{}</p>").format(question) + own_dispute.outcome(made))


def _tips(call_id: str, transcript: Transcript) -> None:
    tips = [said.tip for said in open_review(desk.store(), call_id, desk.settings()).tips if said.tip]
    for tip in tips:
        start = tip.seconds if tip.seconds is not None else transcript.turns[tip.turn].start
        when = "" if start is None else f" bij {dutch.clock(start)}"
        frame.put(Markup("<p class='kb-tip'><b>Tip van uw coach{}</b> {}</p>").format(when, tip.text))


def _criteria(file: AgentFile, card: Scorecard, rubric: Rubric) -> None:
    chosen = criteria_view.choose(card, rubric)
    known = {c.id: c for c in rubric.criteria}
    own = file.assessment.answers if file.assessment else {}
    for result in card.results:
        if result.criterion.partition(".")[0] != chosen:
            continue
        with st.container(border=True, key=f"eigen-{result.criterion}", gap="small"):
            frame.put(criteria_view.summary(result, known.get(result.criterion)))
            if result.criterion in own:
                frame.put(
                    Markup("<p class='kb-note'>U zei zelf: {}</p>").format(
                        answers.chip(Answer(own[result.criterion]))
                    )
                )
            own_dispute.draw(file, result.criterion)
    with st.container(border=True, key="eigen-escalatie", gap="small"):
        frame.put(
            Markup("<p class='kb-criterion'><b>Escalatie: niveau {}</b></p>").format(card.escalation.level)
        )
        own_dispute.draw(file)
