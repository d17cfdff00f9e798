"""This module contains reviewing a call on screen: the tool's answer beside that of a person, by key."""

from collections.abc import Sequence

import streamlit as st

from app_pages import answer_list, desk, review_items
from app_pages.answer_list import Field, Said
from scoring.access import Right
from scoring.call import Transcript
from scoring.errors import ReviewError, ScoringError
from scoring.review.call_review import CallReview
from scoring.review.reviewing import find_quote, finish, give, open_review
from scoring.store import ESCALATION, Action, Cause, Given, Review, ReviewState, Tip

KEYS = (
    "Toetsen: E eens · 1–5 ander antwoord · J/K of ↑↓ vorige/volgende · L citaat horen · spatie geluid · "
    "U uitleg · G naar het gesprek, Esc terug · A afronden"
)
FIELDS = (
    Field("reason", "Waarom een ander antwoord?", "Waarom", "w"),
    Field("quote", "Citaat uit het gesprek (letterlijk)", "Citaat", "c"),
    answer_list.REMARK,
    Field("tip", "Tip voor de medewerker", "Tip", "t"),
    Field("cause", "Oorzaak buiten de medewerker?", "Oorzaak erbuiten", "b", "choice", tuple(Cause)),
    Field("rule_wrong", "Regel fout: meld dit aan de maker van de rubriek", "Regel fout", "r", "tick"),
)
FINISHED = "review-finished"


@st.fragment
def draw(call_id: str) -> None:
    """Calling this shows the list; a key draws only this part of the screen anew."""
    if st.session_state.pop(FINISHED, None) == call_id:
        st.rerun()  # the whole screen: the grade is another one now
    review = open_review(desk.store(), call_id, desk.settings())
    rubric, transcript = desk.rubric_of(review.machine), desk.store().transcript(call_id)
    key = f"nakijken-{call_id}"
    data = {
        "title": "Criteria om na te kijken",
        "names": {"machine": "De tool", "own": "De beoordelaar" if locked(review) else "U"},
        "keys": KEYS,
        "items": review_items.items(review, rubric, transcript),
        "fields": [field._asdict() for field in FIELDS],
        "turns": answer_list.turns(transcript),
        "round": review.number,
        "finish": "Nakijken afronden",
        "locked": locked(review),
        "waits": not desk.person().name.strip(),
        "problem": st.session_state.get(f"{key}-problem"),
    }
    answer_list.draw(key, data, lambda said: _given(call_id, said), lambda: _finish(call_id))


def locked(review: CallReview) -> str:
    """Why nobody can answer now; empty when one can."""
    if review.state is ReviewState.FINAL:
        return "Definitief. Hieronder staat wat de tool zei naast wat mensen besloten. J/K of ↑↓: vorige/volgende."
    who = desk.person().name
    if not who.strip():
        return "Vul hierboven eerst uw naam of initialen in. Die komen bij elke beslissing te staan."
    if review.waits_on_second and review.waits_on_second.casefold() == who.casefold():
        return "U hebt dit afgerond. Nu kijkt een tweede beoordelaar."
    return ""


def _given(call_id: str, new: Sequence[Said]) -> None:
    key = f"nakijken-{call_id}-problem"
    st.session_state.pop(key, None)
    for said in new:
        try:
            _keep(call_id, said)
        except ScoringError as error:
            st.session_state[key] = {"id": said["id"], "text": str(error), "serial": said["serial"]}


def _keep(call_id: str, said: Said) -> None:
    desk.open_call(call_id, Right.REVIEW)
    criterion = str(said["id"])
    review = open_review(desk.store(), call_id, desk.settings())
    before = review.escalation if criterion == ESCALATION else review.item(criterion).said
    given = read(said, before[-1] if before else None, desk.store().transcript(call_id))
    seen = int(str(said["seen"]))
    give(desk.store(), call_id, given, desk.person().name, desk.settings(), seen=seen)
    desk.note_once(Action.REVIEWED, call_id, "antwoord")


def read(said: Said, before: Review | None, transcript: Transcript) -> Given:
    """What came from the screen as it is kept; what was not touched stays as it was said before."""
    fields = {name: getattr(before, name) for name in Given.model_fields} if before else {}
    fields |= {name: said[name] for name in ("reason", "note", "rule_wrong") if name in said}
    if "cause" in said:
        fields["cause"] = said["cause"] or None
    if "quote" in said:
        text = str(said["quote"])
        kept = before.evidence if before and before.evidence and before.evidence[0].quote == text else ()
        fields["evidence"] = kept or ((find_quote(transcript, text),) if text else ())
    if "tip" in said:
        moment_of = {"turn": said["tip_turn"], "seconds": said.get("tip_seconds")}
        fields["tip"] = Tip.model_validate({"text": said["tip"], **moment_of}) if said["tip"] else None
    return Given.model_validate(fields | {"criterion": said["id"], "answer": said["answer"]})


def _finish(call_id: str) -> None:
    key = f"nakijken-{call_id}"
    try:
        desk.open_call(call_id, Right.REVIEW)
        card = desk.store().machine_scorecard(call_id)
        if card is None:
            raise ReviewError("Dit gesprek is nog niet beoordeeld.")
        about = (desk.rubric_of(card), desk.norms(card.norms), desk.settings())
        finish(desk.store(), call_id, desk.person().name, *about)
        desk.note(Action.REVIEWED, call_id, "afgerond")
    except ScoringError as error:
        st.session_state[f"{key}-problem"] = {
            "id": "",
            "text": str(error),
            "serial": answer_list.done(key) + 0.5,
        }
        return
    st.session_state[FINISHED] = call_id
