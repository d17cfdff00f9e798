"""This module contains the criteria of one B: answer, reason, proof, tip, and why."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from app_pages import answers, dutch, frame, quotes
from app_pages.conversation import moment
from app_pages.scorecard_view import Jump, quote_button
from scoring.call import Transcript
from scoring.rubric import Criterion, Rubric
from scoring.scorecard import Answer, CriterionResult, Scorecard

ORDER = (Answer.NO, Answer.PARTIAL, Answer.FAILED, Answer.YES, Answer.HUMAN)
MODES = {
    "machine": "De tool beslist.",
    "proposes": "De tool stelt voor, een mens beslist.",
    "human": "Alleen een mens beslist.",
}


def draw(
    card: Scorecard,
    rubric: Rubric,
    transcript: Transcript,
    jump: Jump,
    machine: Scorecard | None = None,
    act: Callable[[CriterionResult], None] = lambda _: None,
) -> None:
    """Calling this shows the criteria of the B that the user chooses; what `machine` said stays readable.

    `act` shows what one can do with a criterion.
    """
    chosen = choose(card, rubric)
    mine = [r for r in card.results if r.criterion.partition(".")[0] == chosen]
    shown = sorted((r for r in mine if r.answer in ORDER), key=lambda r: ORDER.index(r.answer))
    known = {c.id: c for c in rubric.criteria}
    before = {r.criterion: r for r in machine.results} if machine else {}
    for result in shown:
        with st.container(border=True, key=f"criterium-{result.criterion}", gap="small"):
            _criterion(result, known.get(result.criterion), transcript, jump)
            _machine_said(result, before.get(result.criterion))
            act(result)
    _silent([r for r in mine if r.answer not in ORDER], known)


def choose(card: Scorecard, rubric: Rubric) -> str | None:
    """Calling this asks which B to show, with the score of each."""
    titles = {d.id: d.title for d in rubric.dimensions}
    options = [*(d for d in titles if d in card.dimensions), *(d for d in card.dimensions if d not in titles)]
    return st.segmented_control(
        "Kies een B",
        options,
        default=_weakest(card) or options[0],
        required=True,
        format_func=lambda d: f"{titles.get(d, d)} **{dutch.whole(card.dimensions[d].score)}**",
        key=f"b-{card.call_id}",
    )


def _weakest(card: Scorecard) -> str | None:
    scored = {name: d.score for name, d in card.dimensions.items() if d.score is not None}
    return min(scored, key=lambda name: scored[name]) if scored else None


def _criterion(
    result: CriterionResult, criterion: Criterion | None, transcript: Transcript, jump: Jump
) -> None:
    frame.put(summary(result, criterion, quotes.in_reason(result.reason, result.evidence, transcript)))
    for place, evidence, shown in quotes.apart(result.evidence, transcript):
        start = moment(transcript.turns[evidence.turn], evidence)
        when = "" if start is None else f" ({dutch.clock(start)})"
        quote_button(evidence, f"citaat-{result.criterion}-{place}", jump, shown, when)
    if criterion and result.answer in (Answer.NO, Answer.PARTIAL):
        frame.put(Markup("<p class='kb-tip'><b>Tip</b> {}</p>").format(criterion.tip))
    with st.expander("Waarom?"):
        frame.put(_why(result, criterion))


def _machine_said(result: CriterionResult, before: CriterionResult | None) -> None:
    if before and before.answer is not result.answer:
        frame.put(
            Markup("<p class='kb-note'>De tool zei: {} {}</p>").format(
                answers.chip(before.answer), before.reason
            )
        )


def summary(result: CriterionResult, criterion: Criterion | None, reason: str = "") -> Markup:
    """The answer, the question, how sure, and the reason."""
    sure = answers.certainty(result)
    note = Markup("<span class='kb-note'>{}</span>").format(sure) if sure else ""
    question = criterion.question if criterion else dutch.label(result.criterion)
    return Markup("<p class='kb-criterion'>{}<b>{}</b>{}</p><p class='kb-reason'>{}</p>").format(
        answers.chip(result.answer), question, note, reason or result.reason
    )


def _why(result: CriterionResult, criterion: Criterion | None) -> Markup:
    facts = [("Criterium", result.criterion), ("Wie beslist", MODES[result.mode])]
    if result.answer not in answers.EXPLANATION:
        facts.append(("Zekerheid", f"{dutch.whole(100 * result.confidence)} %"))
    facts.extend(("Regel", fired) for fired in result.fired)
    if criterion:
        weight = dutch.number(criterion.weight).removesuffix(",0")
        critical = "; een nee begrenst de hele B" if criterion.critical else ""
        facts += [("Weging", f"{weight}{critical}"), ("Waarom dit telt", criterion.why)]
        facts.append(("Bron", criterion.source))
    return definitions(facts)


def definitions(facts: Sequence[tuple[str, str]]) -> Markup:
    """Names with their values, as a list."""
    rows = (Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in facts)
    return Markup("<dl class='kb-facts'>{}</dl>").format(Markup("").join(rows))


def _silent(results: Sequence[CriterionResult], known: dict[str, Criterion]) -> None:
    if not results:
        return
    amount = dutch.count(len(results), "criterium telt", "criteria tellen")
    with st.expander(f"{amount} hier niet mee (n.v.t. of niet meetbaar)"):
        for result in results:
            frame.put(summary(result, known.get(result.criterion)))
