"""This module contains the rubric as a reader sees it: per B every criterion with its examples."""

import streamlit as st
from markupsafe import Markup

from app_pages import answers, dutch, frame
from app_pages.conversation import NAMES
from app_pages.criteria_view import MODES, definitions
from scoring.examples import dialogue
from scoring.rubric import Criterion, Example, Rubric
from scoring.scorecard import Answer

ALWAYS = "Geldt voor elk gesprek, voor zover de opname het laat horen."


def draw(rubric: Rubric) -> None:
    """Calling this shows the criteria of the B that the user chooses."""
    if rubric.description:
        frame.put(Markup("<p class='kb-lead'>{}</p>").format(rubric.description))
    dimensions = {d.id: d for d in rubric.dimensions}
    chosen = st.segmented_control(
        "Kies een B",
        list(dimensions),
        default=next(iter(dimensions)),
        required=True,
        format_func=lambda d: dutch.literal(dimensions[d].title),
    )
    if chosen is None:
        return
    frame.put(Markup("<p class='kb-strong'>{}</p>").format(dimensions[chosen].question))
    for criterion in rubric.criteria:
        if criterion.dimension == chosen:
            _criterion(criterion)


def _criterion(criterion: Criterion) -> None:
    mark = " · :material/priority_high: belangrijk: een nee begrenst de hele B" if criterion.critical else ""
    with st.expander(f"**{dutch.literal(criterion.question)}**{mark}"):
        frame.put(definitions(_facts(criterion)))
        frame.put(_guidance(criterion))
        frame.put(Markup("<p class='kb-tip'><b>Tip</b> {}</p>").format(criterion.tip))
        for example in criterion.examples:
            frame.put(_example(example))


def _facts(criterion: Criterion) -> list[tuple[str, str]]:
    not_applicable = criterion.reasons.na or answers.EXPLANATION[Answer.NOT_APPLICABLE]
    weight = dutch.number(criterion.weight).removesuffix(",0")
    return [
        ("Waarom", criterion.why),
        ("N.v.t. wanneer", not_applicable if criterion.applies_when is not None else ALWAYS),
        ("Wie beslist", MODES[criterion.mode]),
        ("Weging", weight),
        ("Bron", criterion.source),
        ("Code", criterion.id),
    ]


def _guidance(criterion: Criterion) -> Markup:
    lines = (Markup("<li>{}</li>").format(line) for line in criterion.guidance)
    return Markup("<ul class='kb-guide'>{}</ul>").format(Markup("").join(lines))


def _example(example: Example) -> Markup:
    lines = Markup("").join(
        Markup("<p><b>{}:</b> {}</p>").format(NAMES[turn.speaker], turn.text)
        for turn in dialogue(example.dialogue).turns
    )
    return Markup("<div class='kb-dialogue'><p>Voorbeeld: {}</p>{}</div>").format(
        answers.chip(example.answer), lines
    )
