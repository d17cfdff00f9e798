"""This module contains the step in which the rubric is changed: a criterion, a new one, shared words, norms."""

import streamlit as st

from app_pages import frame, rubric_desk, rubric_form, rubric_new, rubric_norms

CRITERION, NEW, SHARED, NORMS = "Een criterium", "Nieuw criterium", "Gedeelde zinnen", "Normen"
KINDS = (CRITERION, NEW, SHARED, NORMS)


def draw() -> None:
    """Calling this asks what to change and shows its form."""
    kind = st.radio("Wat wilt u aanpassen?", KINDS, horizontal=True, key="rubric-kind")
    if kind == NEW:
        rubric_new.draw()
    elif kind == SHARED:
        _shared()
    elif kind == NORMS:
        rubric_norms.draw()
    else:
        _criterion()
    if rubric_desk.bench().exists:
        _discard()


def _criterion() -> None:
    data = rubric_desk.data()
    titles = {d["id"]: d["title"] for d in data["dimensions"]}
    left, right = st.columns([1, 3])
    chosen = left.selectbox("B", list(titles), format_func=lambda d: titles[d], key="rubric-b")
    mine = {c["id"]: c["question"] for c in data["criteria"] if c["id"].partition(".")[0] == chosen}
    if not mine:
        frame.note("Deze B heeft nog geen criteria. Kies hierboven ‘Nieuw criterium’.")
        return
    own = right.selectbox("Criterium", list(mine), format_func=lambda c: mine[c], key=f"rubric-c-{chosen}")
    rubric_form.draw(("criteria", own))
    _remove(own, mine[own])


def _remove(own: str, question: str) -> None:
    with st.expander("Dit criterium weghalen"):
        st.write(
            "Het criterium telt dan niet meer mee in nieuwe beoordelingen. Oude beoordelingen houden het. "
            "U kunt het terugkrijgen via ‘Versies’."
        )
        bench = rubric_desk.bench()
        seen = bench.seen()
        sure = st.checkbox(f"Ja, haal ‘{question}’ weg", key=f"sure-{own}")
        st.button(
            "Weghalen uit het concept",
            disabled=not sure,
            key=f"remove-{own}",
            on_click=rubric_desk.pressed,
            args=(lambda: _removed(own, seen), f"criterium {own} weggehaald"),
        )


def _removed(own: str, seen: str) -> str:
    rubric_desk.bench().remove(own, seen, rubric_desk.by())
    return "Het criterium is uit het concept gehaald."


def _shared() -> None:
    data = rubric_desk.data()
    frame.note(
        "Deze zinnen en woordenlijsten worden door meer criteria gebruikt. Een wijziging werkt dus overal door; "
        "kijk bij ‘Uitproberen’ wat er verandert."
    )
    named = {name: d for name, d in (data.get("detectors") or {}).items() if rubric_form.has_words(d)}
    lists = list(data.get("lists") or {})
    options = [*(("detectors", name) for name in named), *(("lists", name) for name in lists)]
    if not options:
        frame.note("Deze rubriek heeft geen gedeelde zinnen.")
        return
    part = st.selectbox("Welke?", options, format_func=_shared_name, key="rubric-shared")
    rubric_form.draw(part)


def _shared_name(part: tuple[str, str]) -> str:
    name = part[1].replace("_", " ")
    return f"woordenlijst: {name}" if part[0] == "lists" else f"zinnen: {name}"


def _discard() -> None:
    with st.expander("Concept weggooien"):
        st.write("Alle wijzigingen in het concept gaan weg. Wat gepubliceerd is, blijft.")
        sure = st.checkbox("Ja, gooi het hele concept weg", key="discard-sure")
        st.button(
            "Weggooien",
            disabled=not sure,
            on_click=rubric_desk.pressed,
            args=(_discarded, "concept weggegooid"),
        )


def _discarded() -> str:
    rubric_desk.by()
    rubric_desk.bench().discard()
    return "Het concept is weggegooid."
