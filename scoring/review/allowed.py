"""This module contains what a person may decide, and what a decision must hold."""

from sqlalchemy.orm import Session

from scoring.call import Transcript
from scoring.errors import ReviewError
from scoring.review.call_review import CallReview, same_person
from scoring.scorecard import Evidence
from scoring.store import ReviewState
from scoring.store import reviews as kept


def in_call(transcript: Transcript, quote: Evidence) -> None:
    """ReviewError when these words do not stand at that place of the call."""
    turns = transcript.turns
    if quote.turn >= len(turns) or turns[quote.turn].text[quote.start : quote.end] != quote.quote:
        raise ReviewError("Dit citaat staat niet letterlijk op die plek in het gesprek. Kies het opnieuw.")


def own_name(person: str) -> None:
    """ReviewError when nobody says who decides."""
    if not person.strip():
        raise ReviewError("Vul uw naam in: bij elke beslissing staat wie haar nam.")


def not_own_call(session: Session, call_id: str, person: str) -> None:
    """ReviewError when someone would judge a call they had themselves."""
    if same_person(person, kept.call(session, call_id).agent):
        raise ReviewError("Dit is uw eigen gesprek. Een ander beoordeelt het.")


def find_quote(transcript: Transcript, text: str, turn: int | None = None) -> Evidence:
    """The place of these words in the call (in that turn, when given); ReviewError when they are not there."""
    wanted = text.strip()
    for index, one in enumerate(transcript.turns):
        start = one.text.find(wanted) if wanted and turn in (None, index) else -1
        if start >= 0:
            return Evidence(turn=index, start=start, end=start + len(wanted), quote=wanted)
    raise ReviewError("Deze woorden staan niet zo in het gesprek. Neem ze letterlijk over.")


def may_answer(review: CallReview, reviewer: str) -> None:
    """ReviewError when this person cannot add an answer now."""
    if review.state is ReviewState.FINAL:
        raise ReviewError("Deze beoordeling is definitief. Open haar eerst weer, met een reden.")
    if same_person(reviewer, review.waits_on_second):
        raise ReviewError(
            "U hebt dit afgerond; een tweede beoordelaar kijkt nu. Open het weer om te wijzigen."
        )


def may_finish(review: CallReview, reviewer: str) -> None:
    """ReviewError when this person cannot finish the review now."""
    if review.state is ReviewState.FINAL:
        raise ReviewError("Deze beoordeling is al definitief.")
    if same_person(reviewer, review.waits_on_second):
        raise ReviewError("U hebt dit al afgerond. Een ander moet de tweede beoordelaar zijn.")
    if review.missing:
        number = len(review.missing)
        what = "criterium wacht" if number == 1 else "criteria wachten"
        raise ReviewError(f"Nog {number} {what} op uw antwoord: {', '.join(review.missing)}.")
