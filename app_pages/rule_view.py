"""This module contains the list of rules that reviewers call wrong, for the author of the rubric."""

import streamlit as st
from markupsafe import Markup

from app_pages import desk, dutch, frame, own_dispute, who
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.rule_reports import fix_rule, rule_reports
from scoring.store import Action, RuleReport


def draw() -> None:
    """Calling this shows every ‘regel fout’ that waits, and on request those dealt with; for who sees calls."""
    if not desk.may(Right.SEE_CALLS):
        frame.note("Deze meldingen gaan over gesprekken. U mag alleen totalen zien.")
        return
    everything = st.toggle("Toon ook wat is afgehandeld")
    found = rule_reports(desk.store(), open_only=not everything)
    if desk.may(Right.EDIT_RUBRIC) and found:
        who.ask("regel")
    if not found:
        st.success("Niemand meldde een foute regel die nog wacht.", icon=":material/check:")
    questions = {c.id: c.question for c in desk.rubric().criteria}
    for report in found:
        with st.container(border=True, key=f"regel-{report.review.id}"):
            _report(report, questions.get(report.review.criterion, report.review.criterion))


def _report(report: RuleReport, question: str) -> None:
    said = report.review
    answers = tuple(own_dispute.word(said.criterion, answer) for answer in (said.machine, said.answer))
    when = dutch.day(said.reviewed_at)
    frame.put(
        Markup(
            "<p class='kb-criterion'><b>{}</b></p><p class='kb-reason'>{}</p><p class='kb-note'>De tool zei {}, "
            "{} zei {} op {}.</p>"
        ).format(question, said.reason or said.note, answers[0], said.reviewer, answers[1], when)
    )
    st.page_link(
        "app_pages/call.py",
        label="Bekijk het gesprek",
        icon=":material/forum:",
        query_params={"id": said.call_id, "nakijken": "1"},
    )
    if report.fixed_by and report.fixed_at:
        fixed = dutch.day(report.fixed_at)
        frame.put(
            Markup("<p class='kb-tip'><b>Afgehandeld door {} op {}</b> {}</p>").format(
                report.fixed_by, fixed, report.fix
            )
        )
    elif desk.may(Right.EDIT_RUBRIC):
        with st.popover("Afhandelen", icon=":material/build:", key=f"afhandelen-{said.id}"):
            text = st.text_area("Wat is er met de regel gedaan?", key=f"gedaan-{said.id}")
            if st.button("Bewaren", key=f"afgehandeld-{said.id}"):
                _fix(said.id, text)


def _fix(number: int, text: str) -> None:
    try:
        fix_rule(desk.store(), number, desk.require(Right.EDIT_RUBRIC).name, text)
        desk.note(Action.RUBRIC, str(number), "regel fout afgehandeld")
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
