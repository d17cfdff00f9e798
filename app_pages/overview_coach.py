"""This module contains what to coach: the criteria that cost most points, with calls that show it."""

import streamlit as st
from markupsafe import Markup

from app_pages import answers, desk, dutch, figure_table, frame
from scoring.access import Right
from scoring.insight.coaching import CoachPoint, Moment, to_coach
from scoring.insight.overview import Overview
from scoring.rubric import Rubric


def draw(seen: Overview, rubric: Rubric) -> None:
    """Calling this shows at most three criteria to work on with the team."""
    points = to_coach(desk.store(), seen, rubric)
    if not points:
        st.success(
            "Geen criterium kost in deze periode punten. Bespreek wat er goed gaat.", icon=":material/check:"
        )
        return
    frame.note(
        "Dit kost het team samen de meeste punten, gewogen zoals de rubriek het doet. Kies er één; meer tegelijk "
        "werkt zelden."
    )
    for place, point in enumerate(points, start=1):
        with st.container(border=True):
            _point(place, point)


def _point(place: int, point: CoachPoint) -> None:
    figure = point.figure
    n = figure.now.n
    frame.put(
        Markup(
            "<h2 class='kb-title'>{}. {}</h2><p class='kb-reason'>Kost gemiddeld <b>{} punten</b> per gesprek: in {} "
            "van de {} gesprekken ging het niet of deels goed.</p><p class='kb-tip'><b>Tip:</b> {}</p>"
        ).format(
            place, point.criterion.question, dutch.number(figure.loss), point.lost, n, point.criterion.tip
        )
    )
    if not desk.may(Right.SEE_CALLS):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        figure_table.link(point.calls, f"Toon {dutch.count(point.lost, 'gesprek', 'gesprekken')}")
    wrong, right = st.columns([0.62, 0.38], gap="medium")
    with wrong:
        frame.put(Markup("<p class='kb-strong'>Zo ging het</p>"))
        for number, moment in enumerate(point.moments):
            _moment(moment, f"{point.criterion.id}-{number}")
    with right:
        _example(point)


def _moment(moment: Moment, key: str) -> None:
    said = moment.quote.quote if moment.quote else ""
    new = said and said not in moment.reason
    quote = Markup("<p class='kb-note'>‘{}’</p>").format(said) if new else Markup("")
    with st.container(key=f"moment-{key.replace('.', '-')}"):
        frame.put(
            Markup("<p class='kb-reason'>{} {}</p>{}").format(
                answers.chip(moment.answer), moment.reason, quote
            )
        )
        _open(moment)


def _example(point: CoachPoint) -> None:
    frame.put(Markup("<p class='kb-strong'>Zo kan het ook</p>"))
    if point.example is None or point.example.quote is None:
        frame.note("In deze periode is er geen gesprek met een goed voorbeeld.")
        return
    frame.put(Markup("<p class='kb-tip'>‘{}’</p>").format(point.example.quote.quote))
    _open(point.example)


def _open(moment: Moment) -> None:
    call = moment.call
    team = f", {call.team}" if call.team else ""
    label = f"Gesprek van {dutch.day(call.called_at)}{dutch.literal(team)}"
    st.page_link(
        "app_pages/call.py", label=label, query_params={"id": call.id}, icon=":material/arrow_forward:"
    )
