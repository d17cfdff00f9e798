"""This module contains the top of a judged call: grade, five B's, what went well and what to coach."""

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from app_pages import answers, charts, dutch, frame, quotes
from scoring.call import Transcript
from scoring.highlights import Highlight, to_coach, went_well
from scoring.rubric import Rubric
from scoring.scorecard import Evidence, Scorecard
from scoring.store import HIGH_ESCALATION

Jump = Callable[[Evidence], None]


def draw(card: Scorecard, rubric: Rubric, transcript: Transcript, jump: Jump) -> DeltaGenerator:
    """Calling this shows what a coach must see first; gives the column where more may follow."""
    escalation(card, rubric, transcript, jump)
    with st.container(key="kb-top"):
        left, right = st.columns([0.54, 0.46], gap="medium")
    with left.container(border=True, key="kb-scores"):
        _scores(card, rubric)
    with left.container(border=True):
        _good(went_well(card, rubric))
    with right.container(border=True):
        _coach(to_coach(card, rubric), transcript, jump)
    for warning in card.warnings:
        st.caption(f":material/info: {dutch.literal(warning)}")
    return right


def _scores(card: Scorecard, rubric: Rubric) -> None:
    bars = charts.bars_of(card, rubric)
    numbers, picture = st.columns([0.58, 0.42], vertical_alignment="center")
    with numbers:
        frame.put(grade(card))
        frame.put(charts.table(bars))
    with picture:
        frame.put(charts.radar(bars))


def grade(card: Scorecard) -> Markup:
    """The school grade, and that it is provisional as long as no person looked at it."""
    state = "voorlopig cijfer van de tool" if card.provisional else "vastgesteld cijfer"
    total = f"totaal {dutch.number(card.total)} van 100" if card.total is not None else "niets telde mee"
    return Markup("<p class='kb-grade'><b>{}</b><span>{}<br>{}</span></p>").format(
        dutch.number(card.grade), state, total
    )


def escalation(card: Scorecard, rubric: Rubric, transcript: Transcript, jump: Jump) -> None:
    """Calling this warns when the caller was emotional or aggressive."""
    level = card.escalation.level
    if not level:
        return
    title = next((f": {known.title}" for known in rubric.escalation if known.level == level), "")
    serious = level >= HIGH_ESCALATION
    advice = " Bespreek dit gesprek eerst met de medewerker; let op nazorg." if serious else ""
    show = st.error if serious else st.warning if level > 1 else st.info
    show(dutch.literal(f"Escalatie niveau {level} van 4{title}.{advice}"), icon=":material/warning:")
    first_of_turn = {evidence.turn: evidence for evidence in reversed(card.escalation.evidence)}
    signs = Counter(evidence.turn for evidence in card.escalation.evidence)
    with st.container(horizontal=True):
        for turn in sorted(turn for turn, _ in signs.most_common(3)):
            shown = quotes.readable(first_of_turn[turn], transcript)
            quote_button(first_of_turn[turn], f"citaat-escalatie-{turn}", jump, shown)


def quote_button(evidence: Evidence, key: str, jump: Jump, shown: str = "", when: str = "") -> None:
    """Calling this shows a quote, or how it reads better, that leads to its place in the conversation."""
    if st.button(
        f"‘{dutch.literal(shown or evidence.quote)}’{when}",
        key=key,
        type="tertiary",
        icon=":material/arrow_right_alt:",
    ):
        jump(evidence)


def _good(highlights: Sequence[Highlight]) -> None:
    items = (
        Markup("<li>{} <span class='kb-strong'>{}</span></li>").format(
            answers.chip(h.result.answer), h.criterion.question
        )
        for h in highlights
    )
    empty = Markup("<p class='kb-note'>Nog niets dat zeker goed ging.</p>")
    body = Markup("<ul class='kb-list'>{}</ul>").format(Markup("").join(items)) if highlights else empty
    frame.put(Markup("<h2 class='kb-title'>Ging goed</h2>{}").format(body))


def _coach(highlights: Sequence[Highlight], transcript: Transcript, jump: Jump) -> None:
    frame.put(Markup("<h2 class='kb-title'>Om te coachen</h2>"))
    if not highlights:
        frame.put(Markup("<p class='kb-note'>Geen verbeterpunten gevonden.</p>"))
    for h in highlights:
        note = " (voorstel: controleer dit)" if h.result.proposal else ""
        frame.put(
            Markup(
                "<ul class='kb-list kb-coach'><li>{} <span class='kb-strong'>{}</span>"
                "<span class='kb-note'>{}</span><p>{}</p></li></ul>"
            ).format(answers.chip(h.result.answer), h.criterion.question, note, h.criterion.tip)
        )
        for evidence in h.result.evidence[:1]:
            shown = quotes.readable(evidence, transcript)
            quote_button(evidence, f"citaat-coach-{h.criterion.id}", jump, shown)
