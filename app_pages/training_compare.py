"""This module contains the comparison: a trainee's answers beside the expert's, with the explanation of both."""

import streamlit as st
from markupsafe import Markup

from app_pages import answers, conversation, desk, dutch, frame
from app_pages.scorecard_view import quote_button
from app_pages.training_list import same
from scoring.insight.practised import Compared, Practice, agreement
from scoring.rubric import Criterion
from scoring.scorecard import Answer

LEANS = {True: "U was milder.", False: "U was strenger."}


def whole(seen: Practice) -> None:
    """Calling this shows how often the answers were equal over the whole set, per B."""
    total, by_dimension = agreement(seen.compared)
    titles = {d.id: d.title for d in desk.rubric().dimensions}
    with st.container(border=True):
        frame.put(
            Markup("<p class='kb-lead'><b>Klaar.</b> Gelijk aan de expert: {}.</p>").format(same(total))
        )
        rows = Markup("").join(
            Markup("<tr><th scope='row'>{}</th><td>{}</td><td>{}</td></tr>").format(
                titles.get(name, name), same(figure), _doubt(figure.low, figure.high)
            )
            for name, figure in by_dimension.items()
        )
        frame.put(
            Markup(
                "<table class='kb-table'><caption>Per B; bij zo weinig antwoorden zegt het verschil tussen B’s "
                "nog niet veel.</caption><thead><tr><th scope='col'>B</th><th scope='col'>Gelijk</th>"
                "<th scope='col'>Onzekerheid (95 %)</th></tr></thead><tbody>{}</tbody></table>"
            ).format(rows)
        )


def draw(seen: Practice, call_id: str) -> None:
    """Calling this shows one finished call: differences first, each with the explanation."""
    mine = sorted((one for one in seen.compared if one.call_id == call_id), key=lambda one: one.same)
    equal = len([one for one in mine if one.same])
    frame.note(f"{equal} van {len(mine)} antwoorden gelijk aan de expert. Verschillen staan bovenaan.")
    known = {c.id: c for c in desk.rubric().criteria}
    for one in mine:
        _compared(one, known.get(one.criterion))


def _compared(one: Compared, criterion: Criterion | None) -> None:
    with st.container(border=True, key=f"vergelijk-{one.call_id}-{one.criterion}", gap="small"):
        frame.put(_head(one, criterion))
        transcript = desk.store().transcript(one.call_id)
        for place, quote in enumerate(one.expert.evidence):
            turn = transcript.turns[quote.turn] if quote.turn < len(transcript.turns) else None
            if turn and quote.quote in turn.text:
                start = conversation.moment(turn, quote)
                when = "" if start is None else f" ({dutch.clock(start)})"
                key = f"citaat-oefen-{one.call_id}-{one.criterion}-{place}"
                jump = lambda chosen=quote: conversation.jump_to(transcript, chosen)  # noqa: E731
                quote_button(quote, key, jump, quote.quote, when)
        if criterion:
            with st.expander("Uitleg uit de rubriek", expanded=not one.same):
                frame.put(guidance(criterion))


def _head(one: Compared, criterion: Criterion | None) -> Markup:
    own, expert = (Answer(str(event.answer)) for event in (one.own, one.expert))
    question = criterion.question if criterion else dutch.label(one.criterion)
    lean = f" {LEANS[one.leaning > 0]}" if one.leaning else ""
    verdict = "✓ Gelijk." if one.same else f"✕ Verschil.{lean}"
    said = f" ‘{one.own.text}’" if one.own.text else ""
    return Markup(
        "<p class='kb-criterion'><b>{}</b><span class='kb-note'>{}</span></p>"
        "<p class='kb-reason'>U {}{} · Expert {}</p><p class='kb-reason'>De expert: {}</p>"
    ).format(question, verdict, answers.chip(own), said, answers.chip(expert), one.expert.text)


def guidance(criterion: Criterion) -> Markup:
    """Why a criterion counts, and when which answer is given."""
    lines = Markup("").join(Markup("<li>{}</li>").format(line) for line in criterion.guidance)
    return Markup("<p class='kb-reason'>{}</p><ul class='kb-guide'>{}</ul>").format(criterion.why, lines)


def _doubt(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return dutch.NONE
    return f"{dutch.whole(100 * low)} tot {dutch.whole(100 * high)} %"
