"""This module contains what the machine can learn from reviews: choose, see the effect, approve, take back."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from app_pages import acts, desk, dutch, frame, measures, who
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.review.learning import Effect, approve_lessons, try_lessons
from scoring.review.lessons import Lesson, batches, lessons, take_back
from scoring.store import Action
from scoring.store.lessons import TrainingEvent

EFFECT = "learning-effect"


def draw() -> None:
    """Calling this shows what is learned from now and what could be; for who may edit the rubric."""
    frame.note(
        "Waar mensen iets anders antwoordden dan de tool, kan de tool van die beurt leren. Dat gebeurt alleen als u "
        "het goedkeurt, en pas nadat u ziet wat het doet op gesprekken waarvan de tool niet leert. Terug kan altijd."
    )
    for batch in batches(desk.store()):
        with st.container(
            border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ):
            frame.put(_batch(batch))
            if desk.may(Right.EDIT_RUBRIC) and st.button(
                "Terugnemen", key=f"terug-{batch.batch}", icon=":material/undo:"
            ):
                _act(partial(take_back, desk.store(), batch.batch), "voorbeelden teruggenomen")
    if not desk.may(Right.EDIT_RUBRIC):
        return
    found = lessons(desk.store(), desk.rubric())
    if not found:
        st.info("Er is nu niets nieuws om van te leren.")
        return
    chosen = _choose(found)
    who.ask("leren")
    if st.button(
        "Bekijk het effect", icon=":material/science:", disabled=not chosen, help="Duurt ongeveer een minuut."
    ):
        _try(chosen)
    effect = st.session_state.get(EFFECT)
    if isinstance(effect, Effect) and effect.lessons == tuple(chosen):
        _effect(effect)


def _batch(batch: TrainingEvent) -> Markup:
    amount = dutch.count(batch.turns, "beurt", "beurten")
    calls = dutch.count(batch.calls, "gesprek", "gesprekken")
    return Markup(
        "<p class='kb-reason'><b>Geleerd: {} uit {}</b>, door {} op {}. Eens met mensen: {} → {}.</p>"
    ).format(amount, calls, batch.person, dutch.day(batch.at), share(batch.before), share(batch.after))


def share(value: float | None) -> str:
    """A share as a percentage with one decimal."""
    return dutch.NONE if value is None else f"{dutch.number(100 * value)} %"


def _choose(found: Sequence[Lesson]) -> list[Lesson]:
    st.markdown("**Waarvan de tool kan leren**")
    questions = {c.id: c.question for c in desk.rubric().criteria}
    known = acts.meanings(desk.rubric())
    chosen = []
    for place, lesson in enumerate(found):
        turn = desk.store().transcript(lesson.call_id).turns[lesson.turn]
        does = "doet dit wel" if lesson.present else "doet dit niet"
        unsure = "" if lesson.sure else " Er passen meer handelingen bij deze beurt: kies wat klopt."
        question = dutch.literal(questions.get(lesson.criterion, lesson.criterion))
        label = (
            f"‘{dutch.literal(turn.text)}’ **{does}**: {dutch.literal(acts.meaning(lesson.intent, known))} "
            f"({question} {dutch.literal(lesson.reviewer)}; de tool vond het voor "
            f"{dutch.whole(100 * lesson.chance)} % waarschijnlijk.){unsure}"
        )
        if st.checkbox(
            label, value=lesson.sure, key=f"les-{place}-{lesson.call_id}-{lesson.turn}-{lesson.intent}"
        ):
            chosen.append(lesson)
    return chosen


def _try(chosen: Sequence[Lesson]) -> None:
    with st.spinner(
        "De tool leert op proef en wordt gemeten met gesprekken die apart staan. Dit duurt ongeveer een minuut …"
    ):
        try:
            desk.require(Right.EDIT_RUBRIC)
            st.session_state[EFFECT] = try_lessons(
                desk.store(), chosen, desk.rubric(), desk.norms(), desk.settings()
            )
        except ScoringError as error:
            frame.show_error(error)


def _effect(effect: Effect) -> None:
    change = effect.change()
    less = change is not None and change < 0
    word = (
        "gelijk"
        if not change
        else f"{dutch.number(100 * change)} procentpunt {'minder' if less else 'meer'}".replace("-", "")
    )
    st.markdown(
        f"**Effect op {dutch.count(effect.before.calls, 'gesprek', 'gesprekken')} die apart staan:** eens met mensen "
        f"{share(effect.before.overall.agreement)} → {share(effect.after.overall.agreement)} ({word})."
    )
    rows: list[tuple[object, ...]] = [
        (name, share(effect.before.criteria[name].agreement), share(after.agreement))
        for name, after in effect.after.criteria.items()
        if name in effect.before.criteria and effect.change(name)
    ]
    if rows:
        frame.put(
            measures.table("Criteria die veranderen", ("Criterium", "Nu", "Met deze voorbeelden"), rows)
        )
    for problem in effect.problems:
        st.warning(dutch.literal(problem))
    if st.button("Goedkeuren: leer hiervan", type="primary", icon=":material/check:"):
        _act(
            lambda name: approve_lessons(desk.store(), effect, name, desk.rubric(), desk.settings()),
            "voorbeelden goedgekeurd",
        )


def _act(do: Callable[[str], object], what: str) -> None:
    try:
        do(desk.require(Right.EDIT_RUBRIC).name)
        desk.note(Action.RUBRIC, detail=what)
    except ScoringError as error:
        frame.show_error(error)
        return
    st.session_state.pop(EFFECT, None)
    st.rerun()
