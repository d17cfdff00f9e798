"""This module contains correcting a call from a screen: a new version, judged anew, and what that changed."""

from collections.abc import Mapping

import streamlit as st
from pydantic import ValidationError

from app_pages import answers, desk, dutch, who
from scoring.access import Right
from scoring.call import Speaker, Transcript
from scoring.correction import Correction, assigned
from scoring.difference import Changed, changed
from scoring.errors import CorrectionError
from scoring.pipeline import as_trusted, score_transcript
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Scorecard
from scoring.store import Action

TOLD = "correction-told"


def version(call_id: str) -> int:
    """The number of the version that is on the screen now."""
    return desk.store().transcript_versions(call_id)[0].version


def correct(call_id: str, asked: object) -> None:
    """Calling this does what a person asked for in the conversation; CorrectionError when it cannot."""
    try:
        correction = Correction.model_validate(asked)
    except ValidationError as error:
        raise CorrectionError("Deze aanpassing is niet te lezen. Laad de pagina opnieuw.") from error
    _may(call_id)
    before = desk.store().transcript_at(call_id, correction.version)
    after, done = correction.apply(before)
    if after == before:
        tell(call_id, "Er is niets veranderd.")
        return
    why = f" Reden: {' '.join(correction.why.split())}." if correction.why.strip() else ""
    _keep(call_id, after, f"{done}{why}", correction.version)


def assign(call_id: str, chosen: Mapping[str, Speaker], norms: str | None = None) -> None:
    """Calling this gives each voice the role that a person chose, and judges the call with that."""
    if Speaker.AGENT not in chosen.values():
        raise CorrectionError(
            "Kies bij ten minste één stem ‘Medewerker’. Zonder medewerker is er geen oordeel."
        )
    desk.open_call(call_id, Right.CORRECT)
    shown = version(call_id)
    after = assigned(desk.store().transcript_at(call_id, shown), chosen)
    _keep(call_id, after, "Per stem gekozen wie er spreekt.", shown, norms)


def go_back(call_id: str, to: int) -> None:
    """Calling this adds an earlier version once more, as the newest; what came between stays kept."""
    _may(call_id)
    _keep(call_id, desk.store().transcript_at(call_id, to), f"Terug naar versie {to}.", version(call_id))


def machine_card(call_id: str) -> Scorecard | None:
    """The last judgement of the machine, of whichever version of the text."""
    return next((card for card in desk.store().scorecards(call_id) if card.provisional), None)


def tell(call_id: str, line: str) -> None:
    """Calling this shows a line above the call, until the next one or another call."""
    st.session_state[TOLD] = (call_id, line)


def draw_told(call_id: str) -> None:
    """Calling this shows what the last correction of this call did."""
    of_call, line = st.session_state.get(TOLD, ("", ""))
    if of_call == call_id:
        st.success(dutch.literal(line), icon=":material/check_circle:")
    else:
        st.session_state.pop(TOLD, None)


def sentence(before: Scorecard | None, after: Scorecard) -> str:
    """What judging anew changed, in one line."""
    if before is None:
        return f"Bewaard. Het gesprek is nu beoordeeld: cijfer {dutch.number(after.grade)}."
    found = changed(before, after)
    grade = ""
    if dutch.number(before.grade) != dutch.number(after.grade):
        grade = f" Het cijfer ging van {dutch.number(before.grade)} naar {dutch.number(after.grade)}."
    if not found:
        return f"Bewaard en opnieuw beoordeeld. Geen enkel antwoord is veranderd.{grade}"
    return f"Aangepast: {'; '.join(map(_one, found))}.{grade}"


def _one(change: Changed) -> str:
    before, after = (
        answers.LOOKS[answer].word.lower() if answer else "niet in de rubriek"
        for answer in (change.before, change.after)
    )
    return f"{dutch.label(change.criterion)} van {before} naar {after}"


def _may(call_id: str) -> None:
    desk.open_call(call_id, Right.CORRECT)
    if not who.name():
        raise CorrectionError("Vul eerst uw naam of initialen in. Die komen bij de aanpassing te staan.")


def _keep(call_id: str, after: Transcript, done: str, shown: int, norms: str | None = None) -> None:
    """Judges first and keeps then: a version that cannot be judged would leave the call without a grade."""
    store, call = desk.store(), desk.open_call(call_id, Right.CORRECT)
    before = machine_card(call_id)
    card = None
    if after.roles.certain:
        card = as_trusted(store, score_transcript(call, after, *_with(before, norms)))
    by = f" Door: {who.name()}." if who.name() else ""
    store.add_transcript(call_id, after, f"{done}{by}", after=shown)
    desk.note(Action.CORRECTED, call_id, f"versie {shown + 1}")
    if card is None:
        tell(call_id, "Bewaard. Het gesprek wordt beoordeeld zodra duidelijk is wie de medewerker is.")
        return
    store.add_scorecard(card)
    tell(call_id, sentence(before, card))


def _with(before: Scorecard | None, norms: str | None) -> tuple[Rubric, Norms]:
    """What judged this call before, so that a difference comes from the correction alone."""
    if before is None:
        return desk.rubric(), desk.norms(norms)
    return desk.rubric_of(before), desk.norms(norms or before.norms)
