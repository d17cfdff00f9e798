"""This screen shows how often people agree with the machine, what rules they call wrong, and what it learns."""

import streamlit as st
from markupsafe import Markup

from app_pages import desk, dutch, frame, learning_view, measures, rule_view
from scoring.access import Right
from scoring.review.reliability import Measure
from scoring.store import ESCALATION
from scoring.store.trust import Trust


def agreement() -> None:
    """Calling this shows the agreement per criterion, what fell back first."""
    found, settings = desk.store().trust(), desk.settings()
    limit = dutch.whole(100 * settings.trust_minimum)
    frame.note(
        f"Geteld over de laatste {settings.trust_window} nagekeken antwoorden per criterium. Komt een criterium na "
        f"{settings.trust_answers} antwoorden onder {limit} %, dan beslist de tool daar niet meer zelf: het wordt een "
        "voorstel, tot mensen het weer vaak genoeg eens zijn."
    )
    if not found:
        st.info("Er is nog geen gesprek nagekeken. Begin bij Nakijken.")
        return
    fallen = [one for one in found.values() if one.fallen_back]
    questions = {c.id: c.question for c in desk.rubric().criteria} | {ESCALATION: "Escalatie"}
    if fallen:
        names = ", ".join(dutch.literal(questions.get(one.criterion, one.criterion)) for one in fallen)
        st.warning(f"Teruggevallen naar voorstel: {names}", icon=":material/undo:")
    else:
        st.success("Geen enkel criterium is teruggevallen naar voorstel.", icon=":material/check:")
    ordered = sorted(found.values(), key=lambda one: (not one.fallen_back, one.share, -one.n))
    rows = [_row(one, questions) for one in ordered]
    header = ("Criterium", "Eens met de tool", "Antwoorden", "Wat dit zegt")
    frame.put(measures.table("Minst eens bovenaan", header, rows))


def _row(one: Trust, questions: dict[str, str]) -> tuple[object, ...]:
    share = Measure(value=one.share, low=one.low, high=one.high)
    return (
        questions.get(one.criterion, dutch.label(one.criterion)),
        Markup("<span class='kb-short'>{}</span><br>{}").format(
            measures.percent(share), measures.bar(one.share)
        ),
        one.n,
        sentence(one),
    )


def sentence(one: Trust) -> str:
    """What the agreement on one criterion says."""
    if one.fallen_back:
        return "↩ Teruggevallen: de tool stelt hier alleen nog voor."
    few = "" if one.n >= desk.settings().trust_answers else " Nog te weinig om op te bouwen."
    return f"{_same(one.same, one.n)}{few}"


def _same(same: int, among: int) -> str:
    if among == 1:
        other = "hetzelfde" if same else "een ander"
        return f"Een mens keek dit één keer na en gaf {other} antwoord."
    how_many = "nooit" if not same else "elke keer" if same == among else dutch.count(same, "keer", "keer")
    return f"Mensen keken dit {among} keer na en gaven {how_many} hetzelfde antwoord."


desk.require(Right.SEE_TOTALS)
frame.heading("Machine en mensen", "Hoe vaak mensen het eens zijn met de tool, en wat de tool van hen leert.")
PARTS = {"": "Eens per criterium", "regels": "Regel fout", "leren": "Leren van nakijken"}
asked = PARTS.get(st.query_params.get("deel", ""))
numbers, rules, learned = st.tabs(list(PARTS.values()), default=asked, on_change="rerun")
if numbers.open:
    with numbers:
        agreement()
elif rules.open:
    with rules:
        rule_view.draw()
else:  # only when asked for: what calls teach takes a while to find
    with learned:
        learning_view.draw()
