"""This module contains what a closed calibration shows: how alike people judged, and each difference to discuss."""

import streamlit as st
from markupsafe import Markup

from app_pages import answers, calibration_rubric, calibration_talk, desk, dutch, frame, handing, measures
from scoring.access import Person, Right
from scoring.reports.calibration import export_calibration
from scoring.review.comparison import CriterionAgreement, Leaning, SessionComparison, compare_session
from scoring.scorecard import Answer
from scoring.store import Action

EXPLAINED = (
    "**Gelijk**: hoe vaak twee beoordelaars hetzelfde antwoord gaven. **Kappa** en **alpha** trekken daarvan af wat "
    "ook bij gokken gelijk zou zijn: 0 is toeval, 1 is altijd gelijk. **Alpha met volgorde** telt ja tegenover nee "
    "zwaarder dan ja tegenover deels. Tussen haakjes: waar het echte getal met 95 % zekerheid ligt. Met weinig "
    "gesprekken is dat breed; trek dan geen harde conclusies."
)


def draw(number: int) -> None:
    """Calling this shows the outcome in the order in which a group talks about it."""
    found = compare_session(desk.store(), number)
    questions = {c.id: c.question for c in calibration_rubric.rubric_of(found.calibration).criteria}
    st.info(overall(found), icon=":material/balance:")
    talk, figures, lean, answers_tab = st.tabs(
        ["Verschillen bespreken", "Per criterium", "Streng of mild", "Alle antwoorden"]
    )
    with talk:
        calibration_talk.draw(found, questions)
    with figures:
        _figures(found, questions)
    with lean:
        _leanings(found)
    with answers_tab:
        _all(found, questions)


def overall(found: SessionComparison) -> str:
    """The whole session in a sentence."""
    share = found.percent
    if share.value is None:
        return "Er zijn te weinig antwoorden om te vergelijken."
    margin = ""
    if share.low is not None and share.high is not None:
        margin = f" (met 95 % zekerheid tussen {dutch.whole(100 * share.low)} % en {dutch.whole(100 * share.high)} %)"
    return (
        f"Twee beoordelaars gaven in **{dutch.whole(100 * share.value)} %** van de gevallen hetzelfde antwoord{margin}. "
        f"Er zijn {dutch.count(len(found.differences), 'verschil', 'verschillen')} om te bespreken."
    )


def sentence(one: CriterionAgreement) -> str:
    """What the figures of one criterion say."""
    if one.percent.value == 1:
        return "Iedereen antwoordde steeds hetzelfde."
    if one.alpha.value is None:
        return "Te weinig antwoorden om iets over te zeggen."
    calls = dutch.count(one.calls, "gesprek", "gesprekken")
    doubt = f", maar met {calls} is dat nog onzeker" if measures.unsure(one.alpha) else ""
    return f"De overeenstemming is {measures.word(one.alpha.value)}{doubt}."


def _figures(found: SessionComparison, questions: dict[str, str]) -> None:
    kind = found.criteria[0].kappa_kind if found.criteria else ""
    rows: list[tuple[object, ...]] = [
        (
            questions.get(one.criterion, dutch.label(one.criterion)),
            Markup("<span class='kb-short'>{}</span><br>{}").format(
                measures.percent(one.percent), measures.bar(one.percent.value)
            ),
            measures.figure(one.kappa),
            measures.figure(one.alpha),
            measures.figure(one.alpha_ordinal),
            sentence(one),
        )
        for one in sorted(found.criteria, key=lambda c: c.percent.value if c.percent.value is not None else 2)
    ]
    header = (
        "Criterium",
        "Gelijk",
        f"{kind}’ kappa" if kind == "Fleiss" else "Cohens kappa",
        "Alpha",
        "Alpha met volgorde",
        "In woorden",
    )
    frame.put(measures.table("Minst eensgezind bovenaan", header, rows))
    st.caption(EXPLAINED)
    if len(found.calibration.reviewers) > 2:
        with st.expander("Kappa van elk tweetal"):
            _pairs(found, questions)


def _pairs(found: SessionComparison, questions: dict[str, str]) -> None:
    names = [f"{pair.one} en {pair.other}" for pair in found.criteria[0].pairs]
    rows: list[tuple[object, ...]] = [
        (questions.get(one.criterion, one.criterion), *(measures.figure(pair.kappa) for pair in one.pairs))
        for one in found.criteria
    ]
    frame.put(measures.table("Cohens kappa", ("Criterium", *names), rows))


def _leanings(found: SessionComparison) -> None:
    rows: list[tuple[object, ...]] = [
        (one.reviewer, measures.figure(one.difference), leaning(one)) for one in found.leanings
    ]
    header = ("Beoordelaar", "Punten boven de anderen", "In woorden")
    frame.put(measures.table("Ja is 1 punt, deels een half, nee 0", header, rows))
    st.caption(
        "Dit gaat over deze gesprekken, niet over hoe goed iemand is. Streng of mild staat er alleen als het "
        "verschil waarschijnlijk geen toeval is. Met weinig gesprekken blijft dat onzeker."
    )


def leaning(one: Leaning) -> str:
    """Whether someone is strict or mild, in a sentence."""
    if one.difference.value is None:
        return "Te weinig antwoorden om te vergelijken."
    if one.leans == "gelijk":
        return "Geen duidelijk verschil met de anderen."
    more = "lagere" if one.leans == "streng" else "hogere"
    return f"{one.leans.capitalize()}: gaf duidelijk {more} scores dan de anderen."


def _all(found: SessionComparison, questions: dict[str, str]) -> None:
    if desk.may(Right.EXPORT):
        st.download_button(
            "Antwoorden als CSV",
            handing.later(lambda to: _exported(to, found.calibration.id), Right.EXPORT),
            f"klankbord-kalibratie-{found.calibration.id}.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            help="Om zelf mee te rekenen, zoals in notebooks/02-calibratie.ipynb. Zonder gesproken tekst.",
        )
    for name, rows in found.tables.items():
        cells: list[tuple[object, ...]] = [
            (f"Gesprek {place}", *(answers.chip(Answer(one)) if one else dutch.NONE for one in row))
            for place, row in enumerate(rows, start=1)
        ]
        frame.put(measures.table(questions.get(name, name), ("Gesprek", *found.calibration.reviewers), cells))


def _exported(working: Person, number: int) -> bytes:
    desk.store().audit.add(working, Action.EXPORTED, detail=f"kalibratie {number}")
    return export_calibration(desk.store(), number)
