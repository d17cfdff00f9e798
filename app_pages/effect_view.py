"""This module contains what another version does to scores, as a reader sees it: per B, criterion and call."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from app_pages import answers, dutch, frame
from scoring.difference import Changed
from scoring.effect import TOTAL, CallEffect, Effect, Means
from scoring.scorecard import Answer

MOST = 15
"""So many calls are shown, those that change most."""
NEW = "niet gevraagd"


def draw(effect: Effect, dimensions: Mapping[str, str], questions: Mapping[str, str], key: str) -> None:
    """Calling this shows the effect; the mappings give titles of B's and questions of criteria."""
    moved = effect.moved()
    scored = sum(c.before.total != c.after.total for c in effect.calls)
    total = dutch.count(len(effect.calls), "gesprek", "gesprekken")
    if not moved:
        st.success(
            f"Van {total} verandert geen enkel antwoord en geen enkele score.", icon=":material/check:"
        )
        return
    st.markdown(f"**Van {total} verandert bij {scored} de score.**")
    left, right = st.columns([2, 3])
    with left:
        frame.put(_means(effect, dimensions))
    with right:
        frame.put(_criteria(effect, questions))
    st.markdown("**De gesprekken die het meest veranderen**")
    for place, call in enumerate(moved[:MOST]):
        with st.container(horizontal=True, vertical_alignment="top", key=f"effect-{key}-{place}"):
            st.page_link(
                "app_pages/call.py",
                label=dutch.literal(call.source),
                query_params={"id": call.call_id},
                width=330,
            )
            frame.put(_call(call, dimensions, questions))
    if len(moved) > MOST:
        frame.note(f"En nog {len(moved) - MOST} met een kleinere verandering.")


def signed(value: float) -> str:
    """A change with its sign, such as ‘+3,5’."""
    if round(value, 1) == 0:
        return "0"
    return f"{'+' if value > 0 else '−'}{dutch.number(abs(value))}"


def _means(effect: Effect, dimensions: Mapping[str, str]) -> Markup:
    names = {**dimensions, TOTAL: "Totaal"}
    rows = Markup("").join(_mean(title, effect.means(name)) for name, title in names.items())
    return Markup(
        "<table class='kb-table'><caption>Gemiddelde score van 0 tot 100</caption><thead><tr><th scope='col'>B</th>"
        "<th scope='col'>Was</th><th scope='col'>Wordt</th><th scope='col'>Verschil</th></tr></thead>"
        "<tbody>{}</tbody></table>"
    ).format(rows)


def _mean(title: str, means: Means | None) -> Markup:
    if means is None:
        return Markup("<tr><th scope='row'>{}</th><td colspan='3'>telt nergens mee</td></tr>").format(title)
    values = (dutch.number(means.before), dutch.number(means.after), signed(means.after - means.before))
    cells = Markup("").join(Markup("<td class='kb-short'>{}</td>").format(value) for value in values)
    return Markup("<tr><th scope='row'>{}</th>{}</tr>").format(title, cells)


def _criteria(effect: Effect, questions: Mapping[str, str]) -> Markup:
    rows = Markup("").join(
        Markup("<tr><th scope='row'>{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            questions.get(one.criterion, dutch.label(one.criterion)),
            one.better,
            one.worse,
            one.n - one.better - one.worse,
            ", ".join(f"{_words(kind)} ({n}×)" for kind, n in one.kinds),
        )
        for one in effect.criteria()
    )
    if not rows:
        return Markup("<p class='kb-note'>Geen enkel antwoord verandert; alleen de weging telt anders.</p>")
    return Markup(
        "<table class='kb-table'><caption>Criteria met andere antwoorden</caption><thead><tr>"
        "<th scope='col'>Criterium</th><th scope='col'>Beter</th><th scope='col'>Slechter</th>"
        "<th scope='col'>Anders</th><th scope='col'>Antwoorden</th></tr></thead>"
        "<tbody>{}</tbody></table>"
    ).format(rows)


def _words(one: Changed) -> str:
    return f"{_answer(one.before)} → {_answer(one.after)}"


def _answer(answer: Answer | None) -> str:
    return NEW if answer is None else answers.LOOKS[answer].word.lower()


def _call(call: CallEffect, dimensions: Mapping[str, str], questions: Mapping[str, str]) -> Markup:
    scores = [("Totaal", call.before.total, call.after.total)]
    scores += [
        (title, call.before.dimensions.get(name), call.after.dimensions.get(name))
        for name, title in dimensions.items()
    ]
    parts = [f"{t} {dutch.number(a)} → {dutch.number(b)}" for t, a, b in scores if a != b]
    if call.before.grade != call.after.grade:
        parts.insert(0, f"cijfer {dutch.number(call.before.grade)} → {dutch.number(call.after.grade)}")
    said = "; ".join(
        f"{questions.get(one.criterion, dutch.label(one.criterion))} {_words(one)}" for one in call.changed
    )
    return Markup("<p class='kb-reason'><b>{}</b></p><p class='kb-note'>{}</p>").format(
        " · ".join(parts) or "dezelfde score", said or "dezelfde antwoorden, een andere weging"
    )
