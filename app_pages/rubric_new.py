"""This module contains the form of a new criterion: a template that a coach fills in, with its examples."""

from typing import Any

import streamlit as st

from app_pages import decimals, rubric_desk
from app_pages.rubric_fields import HELP
from app_pages.rubric_form import HOW, SPEAKERS
from scoring.rubric.templates import INTENTS, Case, Measure, Template, Wish, criterion

EXAMPLES = 2
"""So many examples of yes and of no can be written at once; more can be added later."""
ABOUT = {
    Template.PHRASE: "Kies dit als er een vaste manier van zeggen is, zoals ‘fijne dag’.",
    Template.INTENT: "Kies dit als mensen het op veel manieren zeggen. De tool heeft dit geleerd van voorbeelden.",
    Template.COUNT: "Kies dit als één keer niet genoeg is, of als iets niet te vaak mag.",
    Template.ORDER: "Kies dit als de volgorde telt, zoals eerst vragen en dan doorverbinden.",
    Template.MEASURE: "Kies dit voor iets wat te tellen of te meten is, zoals het spreektempo.",
}
PLACES = {
    "overal": "in het hele gesprek",
    "begin": "in de eerste drie beurten",
    "einde": "in de laatste drie beurten",
}
_PREFIX = "new-"


def draw() -> None:
    """Calling this asks for a template and shows its form."""
    template = st.selectbox("Wat voor criterium wordt het?", list(Template), key=f"{_PREFIX}template")
    assert template is not None  # a list without an empty choice
    st.caption(ABOUT[template])
    measure = None
    if template is Template.MEASURE:
        measure = st.selectbox("Wat wordt er gemeten?", list(Measure), key=f"{_PREFIX}measure")
    seen = rubric_desk.bench().seen()
    with st.form("form-new"):
        _texts()
        st.markdown("**Wat er wordt herkend**")
        _asked(template, measure)
        st.markdown("**Voorbeelden: hiermee wordt het criterium getest**")
        _cases(measure)
        st.form_submit_button(
            "Toevoegen aan het concept", type="primary", on_click=_submit, args=(template, measure, seen)
        )


def _texts() -> None:
    dimensions = {d["id"]: d["title"] for d in rubric_desk.data()["dimensions"]}
    left, middle, right = st.columns([1, 2, 1])
    left.selectbox("B", list(dimensions), format_func=dimensions.__getitem__, key=f"{_PREFIX}dimension")
    middle.text_input(
        "Korte naam (alleen letters)",
        key=f"{_PREFIX}name",
        placeholder="wenst sterkte",
        help="Hieronder bewaart de tool de antwoorden. De naam blijft altijd hetzelfde.",
    )
    with right:
        decimals.ask("Gewicht", 1.0, 0.5, 10.0, 0.5, f"{_PREFIX}weight", HELP["weight"])
    st.text_input("De vraag", key=f"{_PREFIX}question", placeholder="Wenst de medewerker de beller sterkte?")
    st.text_input("Waarom telt dit voor de beller?", key=f"{_PREFIX}why")
    st.text_input("Waar komt dit vandaan?", key=f"{_PREFIX}source", placeholder="Teamafspraak maart 2026")
    st.text_input("Tip voor de coach", key=f"{_PREFIX}tip", help=HELP["tip"])
    st.checkbox(
        "De tool mag hier zelf over beslissen",
        key=f"{_PREFIX}decides",
        help="Laat dit uit zolang u niet zeker weet dat de tool het goed doet: dan kijkt een mens mee.",
    )


def _asked(template: Template, measure: Measure | None) -> None:
    if measure is not None:
        _limit(measure)
        return
    left, right = st.columns(2)
    if template is Template.INTENT:
        left.selectbox(
            "Wat moet er gebeuren?", list(INTENTS), format_func=INTENTS.__getitem__, key=f"{_PREFIX}intent"
        )
        with right:
            label = "Hoe zeker moet dit herkend zijn?"
            decimals.ask(label, 0.5, 0.05, 0.95, 0.05, f"{_PREFIX}sure", HELP["min"])
    else:
        _phrases(template, left, right)
    if template is Template.COUNT:
        left.number_input("Hoe vaak?", 0, 50, 2, key=f"{_PREFIX}times")
    left.selectbox(
        "Waar in het gesprek?", list(PLACES), format_func=PLACES.__getitem__, key=f"{_PREFIX}where"
    )
    good = {True: "dit moet er zijn" if template is not Template.COUNT else "minstens zo vaak"}
    good[False] = "dit mag er niet zijn" if template is not Template.COUNT else "hoogstens zo vaak"
    right.selectbox("Wanneer is het goed?", list(good), format_func=good.__getitem__, key=f"{_PREFIX}wanted")


def _phrases(template: Template, left: Any, right: Any) -> None:
    people = ("agent", "caller")
    left.selectbox("Wie zegt het?", people, format_func=SPEAKERS.__getitem__, key=f"{_PREFIX}speaker")
    first = "Zinnen die eerst komen" if template is Template.ORDER else "Zinnen die tellen"
    left.text_area(
        first, key=f"{_PREFIX}phrases", help=HOW, placeholder="veel|heel sterkte\nik wens u sterkte"
    )
    if template is Template.ORDER:
        right.selectbox(
            "Wie zegt wat daarna komt?",
            people,
            format_func=SPEAKERS.__getitem__,
            key=f"{_PREFIX}then_speaker",
        )
        right.text_area("Zinnen die daarna moeten komen", key=f"{_PREFIX}then", help=HOW)
    else:
        right.text_area("Zinnen die níét tellen (mag leeg)", key=f"{_PREFIX}unless", help=HOW)


def _limit(measure: Measure) -> None:
    left, right = st.columns(2)
    if measure is Measure.METADATA:
        left.text_input("Hoe heet dit getal in metadata.csv?", key=f"{_PREFIX}key", placeholder="wachttijd")
    sides = {True: "hoogstens", False: "minstens"}
    left.selectbox("Het is goed bij …", list(sides), format_func=sides.__getitem__, key=f"{_PREFIX}at_most")
    right.number_input("… dit getal", 0.0, 9999.0, 10.0, key=f"{_PREFIX}limit", format="%g")


def _cases(measure: Measure | None) -> None:
    valued = measure in (Measure.PACE, Measure.METADATA)
    for number in range(EXAMPLES):
        for column, answer, word in zip(st.columns(2), ("yes", "no"), ("ja", "nee"), strict=True):
            need = "" if number == 0 else " (mag leeg)"
            column.text_area(
                f"Voorbeeld {number + 1} met het antwoord {word}{need}",
                key=f"{_PREFIX}{answer}-{number}",
                help=HELP["example"],
                placeholder="A: Goedemorgen, gemeente Rijnmeer, met Loes.\nB: Dag, ik heb een vraag.",
            )
            if valued:
                column.number_input(
                    f"De meting in voorbeeld {number + 1} ({word})",
                    0.0,
                    9999.0,
                    key=f"{_PREFIX}{answer}-{number}-value",
                    format="%g",
                )


def _submit(template: Template, measure: Measure | None, seen: str) -> None:
    wish = _wish(template, measure)
    done = rubric_desk.act(lambda: _added(wish, seen), f"nieuw criterium {wish.question}")
    if done:
        for key in [k for k in st.session_state if str(k).startswith(_PREFIX)]:
            del st.session_state[key]


def _added(wish: Wish, seen: str) -> str:
    by = rubric_desk.by()
    rubric_desk.bench().add(criterion(wish), seen, by)
    return "Het criterium staat in het concept. Kijk bij ‘Uitproberen’ of de voorbeelden kloppen."


def _wish(template: Template, measure: Measure | None) -> Wish:
    typed = {
        str(k).removeprefix(_PREFIX): v for k, v in st.session_state.items() if str(k).startswith(_PREFIX)
    }
    lists = {name: _lines(typed.pop(name)) for name in ("phrases", "unless", "then") if name in typed}
    own = {name: value for name, value in typed.items() if name in Wish.model_fields} | lists
    cases = tuple(
        Case(answer=answer, dialogue=text, value=typed.get(f"{answer}-{number}-value"))
        for number in range(EXAMPLES)
        for answer in ("yes", "no")
        if (text := typed.get(f"{answer}-{number}", "").strip())
    )
    return Wish.model_validate(
        own | {"template": template, "cases": cases} | ({"measure": measure} if measure else {})
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
