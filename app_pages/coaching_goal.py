"""This module contains one goal on screen: the agreement, the moment it came from, before and after, what next."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from app_pages import desk, dutch, frame
from app_pages.conversation import NAMES
from scoring.access import Right
from scoring.call import Speaker
from scoring.errors import ScoringError
from scoring.insight.goal_progress import Progress, Verdict, later_calls, progress
from scoring.insight.goals import Goal, close_goal, follow_up, note
from scoring.insight.intervals import Estimate
from scoring.insight.sheet_pdf import progress_text
from scoring.store import Action, CallRow
from scoring.store.coachings import CoachingEvent, CoachingStep

ICONS = {Verdict.TOO_FEW: "…", Verdict.BETTER: "▲", Verdict.WORSE: "▼", Verdict.CHANCE: "≈"}


def draw(goal: Goal, coaching: bool) -> None:
    """Calling this shows a goal; with `coaching` also what one can add to it."""
    about = goal.about
    with st.container(border=True, key=f"doel-{about.id}"):
        frame.put(_head(goal))
        for step in goal.of(CoachingStep.MOMENT):
            _fragment(step, "Dit doel komt uit", coaching)
        frame.put(before_after(progress(desk.store(), goal, desk.settings().overview_minimum)))
        for step in goal.steps:
            if step.kind is CoachingStep.FOLLOW_UP:
                _fragment(step, "Vervolggesprek", coaching)
            elif step.kind is not CoachingStep.MOMENT:
                _said(step)
        if coaching and not goal.closed:
            _actions(goal)


def question(criterion: str) -> str:
    """The question of a criterion as the rubric asks it now."""
    return next((c.question for c in desk.rubric().criteria if c.id == criterion), dutch.label(criterion))


def before_after(found: Progress) -> Markup:
    """Before and after as a table, with what they say together above it."""
    said = Markup("<p class='kb-tip'><b><span aria-hidden='true'>{}</span> {}</b></p>").format(
        ICONS[found.verdict], progress_text(found)
    )
    rows = Markup("").join(
        _row(name, figure)
        for name, figure in (("90 dagen vóór de afspraak", found.before), ("Sinds de afspraak", found.after))
    )
    about = (
        "Alle gesprekken waarin dit meetelde; het gesprek waar het doel uit komt, telt niet mee. "
        f"{dutch.count(found.checked, 'gesprek is', 'gesprekken zijn')} door een mens nagekeken."
    )
    names = ("Periode", "Gesprekken", "Ging goed", "Onzekerheid (95 %)")
    head = Markup("").join(Markup("<th scope='col'>{}</th>").format(name) for name in names)
    table = Markup(
        "<table class='kb-table'><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    )
    return said + table.format(about, head, rows)


def _row(name: str, figure: Estimate) -> Markup:
    good = dutch.NONE
    doubt = dutch.NONE
    if figure.value is not None and figure.low is not None and figure.high is not None:
        good = f"{round(figure.value * figure.n)} ({dutch.whole(100 * figure.value)} %)"
        doubt = f"{dutch.whole(100 * figure.low)} tot {dutch.whole(100 * figure.high)} %"
    cells = Markup("<th scope='row'>{}</th><td>{}</td><td>{}</td><td>{}</td>").format(
        name, figure.n, good, doubt
    )
    return Markup("<tr>{}</tr>").format(cells)


def _head(goal: Goal) -> Markup:
    about = goal.about
    state = Markup("<span class='kb-chip kb-{}'>{}</span>").format(
        "stil" if goal.closed else "ja", "✓ afgerond" if goal.closed else "● loopt"
    )
    made = f"Afgesproken op {dutch.day(about.at)} met {about.person}."
    return Markup(
        "<p class='kb-criterion'>{}<b>{}</b><span class='kb-note'>{}</span></p><p class='kb-lead'>{}</p>"
    ).format(state, question(about.criterion), made, about.text)


def _fragment(step: CoachingEvent, title: str, coaching: bool) -> None:
    call = desk.open_call(str(step.call_id))
    who = f"{NAMES[Speaker(step.speaker)]}: " if step.speaker else ""
    quote = Markup(" {}<i>‘{}’</i>").format(who, step.quote.quote) if step.quote else ""
    text = Markup(" {}").format(step.text) if step.text else ""
    left, right = st.columns([0.82, 0.18], vertical_alignment="center")
    with left:
        frame.put(
            Markup("<p class='kb-reason'><b>{}</b> het gesprek van {}.{}{}</p>").format(
                title, dutch.day(call.called_at), quote, text
            )
            if step.kind is CoachingStep.MOMENT
            else Markup("<p class='kb-reason'><b>{}</b> van {}.{}{}</p>").format(
                title, dutch.day(call.called_at), text, quote
            )
        )
    with right:
        page, more = ("call", {}) if coaching else ("own", {"als": call.agent or ""})
        st.page_link(
            f"app_pages/{page}.py",
            label="Luister",
            icon=":material/forum:",
            query_params={"id": call.id} | more,
        )


def _said(step: CoachingEvent) -> None:
    frame.put(
        Markup("<p class='kb-reason'><b>{}</b> {} ({}, {})</p>").format(
            step.kind.value.capitalize(), step.text, step.person, dutch.day(step.at)
        )
    )


def _actions(goal: Goal) -> None:
    number = goal.about.id
    with st.container(horizontal=True):
        with st.popover("Vervolggesprek", icon=":material/hearing:", key=f"vervolg-{number}"):
            _follow(goal)
        with st.popover("Aantekening", icon=":material/edit_note:", key=f"aantekening-{number}"):
            text = st.text_area("Wat wilt u onthouden?", key=f"aantekening-tekst-{number}", max_chars=500)
            if st.button("Bewaren", key=f"aantekening-knop-{number}"):
                _act(goal, lambda who: note(desk.store(), number, who, text))
        with st.popover("Afronden", icon=":material/flag:", key=f"afronden-{number}"):
            text = st.text_area("Hoe is het gegaan?", key=f"afronden-tekst-{number}", max_chars=500)
            if st.button("Doel afronden", type="primary", key=f"afronden-knop-{number}"):
                _act(goal, lambda who: close_goal(desk.store(), number, who, text))


def _follow(goal: Goal) -> None:
    rows = {row.id: row for row in later_calls(desk.store(), goal)}
    number = goal.about.id
    if not rows:
        st.write("Er zijn nog geen gesprekken van na de afspraak waarin dit criterium meetelde.")
        return
    chosen = st.selectbox(
        "Gesprek van na de afspraak",
        list(rows),
        format_func=lambda one: named(rows[one]),
        key=f"later-{number}",
    )
    text = st.text_area("Wat hoorde u?", key=f"later-tekst-{number}", max_chars=500)
    if st.button("Toevoegen", key=f"later-knop-{number}"):
        desk.open_call(chosen, Right.COACH)
        _act(goal, lambda who: follow_up(desk.store(), number, chosen, who, text))


def named(row: CallRow) -> str:
    """A call as a line in a list to choose from."""
    return f"{dutch.short_moment(row.called_at)} · {row.source}"


def _act(goal: Goal, do: Callable[[str], object]) -> None:
    try:
        do(desk.require(Right.COACH).name)
        desk.note(Action.COACHED, str(goal.about.id), "doel bijgewerkt")
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
