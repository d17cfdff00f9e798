"""This module contains talking about a calibration: each difference with its remarks, and what is decided."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from app_pages import answers, calibration_rubric, desk, dutch, frame
from scoring.access import Right
from scoring.errors import ScoringError
from scoring.publishing import Workbench
from scoring.review.calibration import add_note, decide
from scoring.review.comparison import Difference, SessionComparison
from scoring.review.decisions import write_decision
from scoring.scorecard import Answer
from scoring.store import Action


def draw(found: SessionComparison, questions: dict[str, str]) -> None:
    """Calling this shows the differences by criterion, the largest first, and asks for a decision on each."""
    if not found.differences:
        st.success("Iedereen antwoordde overal hetzelfde. Er is niets te bespreken.", icon=":material/check:")
    order = list(dict.fromkeys(one.criterion for one in found.differences))
    for name in order:
        mine = [one for one in found.differences if one.criterion == name]
        with st.container(border=True, key=f"verschil-{name}"):
            st.markdown(f"**{dutch.literal(questions.get(name, name))}**")
            for one in mine:
                _difference(found, one)
            _decisions(found, name)


def _difference(found: SessionComparison, one: Difference) -> None:
    number = found.calibration.id
    place = found.calibration.calls.index(one.call_id) + 1
    said = Markup(" · ").join(
        Markup("{} {}{}").format(who, answers.chip(Answer(answer)), _remark(one.remarks.get(who)))
        for who, answer in one.answers.items()
    )
    machine = Markup(" · de tool {}").format(answers.chip(Answer(one.machine))) if one.machine else ""
    frame.put(Markup("<p class='kb-reason'>{}{}</p>").format(said, machine))
    for note in one.notes:
        frame.put(Markup("<p class='kb-note'>{}: {}</p>").format(note.reviewer, note.text))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(
            "app_pages/call.py",
            label=f"Gesprek {place}",
            icon=":material/forum:",
            query_params={"id": one.call_id},
        )
        with st.popover("Opmerking", icon=":material/comment:", key=f"noteer-{one.call_id}-{one.criterion}"):
            text = st.text_area("Wat is hierover gezegd?", key=f"notitie-{one.call_id}-{one.criterion}")
            if st.button("Bewaren", key=f"bewaar-{one.call_id}-{one.criterion}"):
                about = (one.call_id, one.criterion)
                _act(lambda who: add_note(desk.store(), number, *about, who, text), Right.CALIBRATE)


def _remark(text: str | None) -> str:
    return f" ‘{text}’" if text else ""


def _decisions(found: SessionComparison, criterion: str) -> None:
    for made in found.decisions:
        if made.criterion == criterion:
            written = f" Staat in de rubriek sinds versie {made.version}." if made.version else ""
            frame.put(
                Markup("<p class='kb-tip'><b>Besloten</b> {} ({}){}</p>").format(
                    made.text, made.reviewer, written
                )
            )
    with st.popover("Besluit", icon=":material/gavel:", key=f"besluit-{criterion}"):
        text = st.text_area("Wat spreekt u af?", key=f"afspraak-{criterion}", max_chars=500)
        number = found.calibration.id
        if st.button("Alleen vastleggen", key=f"leg-vast-{criterion}"):
            _act(lambda who: decide(desk.store(), number, criterion, who, text), Right.CALIBRATE)
        if desk.may(Right.EDIT_RUBRIC):
            frame.note("In de rubriek komt de afspraak bij de uitleg van dit criterium, als nieuwe versie.")
            if st.button("Vastleggen en in de rubriek schrijven", type="primary", key=f"schrijf-{criterion}"):
                _act(lambda who: _write(found, criterion, who, text), Right.EDIT_RUBRIC)


def _write(found: SessionComparison, criterion: str, who: str, text: str) -> None:
    path = calibration_rubric.path_of(found.calibration)
    about = (desk.store(), found.calibration.id, criterion, who, text)
    with st.spinner("De rubriek wordt gecontroleerd met alle voorbeelden …"):
        bench = Workbench(desk.settings(), path)
        made = write_decision(*about, path, desk.settings().norms, desk.norms_folder(), bench=bench)
    desk.note(Action.RUBRIC, path.stem, f"versie {made.version}")
    st.toast(f"Staat in de rubriek, versie {made.version}.")


def _act(do: Callable[[str], object], right: Right) -> None:
    try:
        do(desk.require(right).name)
    except ScoringError as error:
        frame.show_error(error)
        return
    st.rerun()
