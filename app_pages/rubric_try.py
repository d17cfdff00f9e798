"""This module contains the step in which a draft is tried out: on its own examples and on kept calls."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from app_pages import answers, desk, dutch, effect_view, frame, rubric_desk
from scoring.examples import Tried
from scoring.rubric import Criterion, Rubric, norms_folder
from scoring.store import CallFilter, Status
from scoring.trial import on_calls, on_examples

DEMO, LATEST, CHOSEN = "De demogesprekken", "De laatste gesprekken", "Gesprekken die ik kies"
MANY = 25
TO_CHOOSE = 300
RESULT = "rubric-effect"


def draw() -> None:
    """Calling this shows both tries; without a draft there is nothing to try."""
    bench = rubric_desk.bench()
    if not bench.exists:
        frame.note("Er is nog geen concept. Pas eerst iets aan.")
        return
    rubric = desk.rubric(bench.path)
    changed = [d.part for d in bench.differences() if d.part]
    st.header("1. De voorbeelden", anchor=False)
    _examples(rubric, list(dict.fromkeys(changed)))
    st.header("2. Gesprekken", anchor=False)
    frame.note("U ziet wat er zou veranderen. Er wordt niets van bewaard.")
    _calls(rubric, bench.stamp())


def _examples(rubric: Rubric, changed: list[str]) -> None:
    known = {c.id: c for c in rubric.criteria}
    mine = [own for own in changed if own in known] or [next(iter(known))]
    chosen = st.multiselect(
        "Van welke criteria?",
        list(known),
        default=mine,
        format_func=lambda own: known[own].question,
        key=f"try-criteria-{'-'.join(mine)}",
    )
    for own in chosen:
        _criterion(
            known[own],
            on_examples(rubric, own, desk.settings().norms, norms_folder(rubric_desk.bench().path)),
        )


def _criterion(criterion: Criterion, found: tuple[Tried, ...]) -> None:
    wrong = [one for one in found if not one.right]
    if not found:
        frame.note(f"{criterion.question} Hier zijn geen voorbeelden bij.")
        return
    if not wrong:
        amount = dutch.count(len(found), "voorbeeld klopt", "voorbeelden kloppen")
        st.markdown(f":material/check: {dutch.literal(criterion.question)} **{amount}.**")
        return
    st.markdown(
        f":material/close: {dutch.literal(criterion.question)} **{len(wrong)} van {len(found)} kloppen niet.**"
    )
    for one in wrong:
        got = Markup("niet te lezen") if one.got is None else answers.chip(one.got)
        lines = Markup("").join(
            Markup("<p>{}</p>").format(line)
            for line in criterion.examples[one.number - 1].dialogue.strip().splitlines()
        )
        frame.put(
            Markup(
                "<div class='kb-dialogue'><p>Voorbeeld {}: hoort {} te zijn, maar wordt {}</p>{}</div>"
            ).format(one.number, answers.chip(one.expected), got, lines)
        )


def _calls(rubric: Rubric, stamp: str) -> None:
    which = st.radio("Op welke gesprekken?", (DEMO, LATEST, CHOSEN), horizontal=True, key="try-which")
    ids = _ids(which)
    label = f"Uitproberen op {dutch.count(len(ids), 'gesprek', 'gesprekken')}"
    if st.button(label, type="primary", disabled=not ids, icon=":material/science:"):
        _work(rubric, ids, stamp)
    kept = st.session_state.get(RESULT)
    if kept is None:
        return
    effect, of = kept
    if of != stamp:
        frame.note("Het concept is daarna nog gewijzigd. Probeer het opnieuw uit.")
        return
    questions = {c.id: c.question for c in (*desk.rubric().criteria, *rubric.criteria)}
    effect_view.draw(effect, {d.id: d.title for d in rubric.dimensions}, questions, "proef")


def _ids(which: str) -> list[str]:
    where = desk.visible(CallFilter(status=Status.SCORED, demo=True if which == DEMO else None))
    if which != CHOSEN:
        most = (
            MANY if which == LATEST else TO_CHOOSE
        )  # the demo is small, and a person wants to see all of it
        return [row.id for row in desk.store().calls(where, limit=most)]
    names = {row.id: row.source for row in desk.store().calls(where, limit=TO_CHOOSE)}
    return st.multiselect(
        "Welke gesprekken?",
        list(names),
        format_func=names.__getitem__,
        placeholder="Kies een of meer gesprekken",
        key="try-chosen",
    )


def _work(rubric: Rubric, ids: list[str], stamp: str) -> None:
    bar = st.progress(0.0, text="De gesprekken worden met beide versies beoordeeld …")
    folders: tuple[Path, Path] = (desk.norms_folder(), norms_folder(rubric_desk.bench().path))

    def report(done: int, total: int) -> None:
        """Calling this moves the bar."""
        bar.progress(done / total, text=f"Gesprek {done + 1} van {total}")

    norms = desk.settings().norms
    effect = on_calls(desk.store(), ids, desk.rubric(), rubric, norms, folders, report)
    bar.empty()
    st.session_state[RESULT] = (effect, stamp)
