"""This module contains practising: a trainee scores calls blind, and then sees what an expert answered and why.

A practice is kept apart from reviews: no figure, no trust and no lesson ever reads it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.insight.practised import Practice, read_practice
from scoring.review.allowed import in_call, own_name
from scoring.review.call_review import same_person
from scoring.rubric import Rubric
from scoring.scorecard import Answer, Evidence
from scoring.store import GIVEN, Store
from scoring.store import practices as kept
from scoring.store import reviews as kept_calls
from scoring.store.practices import PracticeEvent, PracticeSet, PracticeStep


def open_set(
    store: Store,
    title: str,
    calls: Sequence[str],
    criteria: Sequence[str],
    rubric: Rubric,
    person: str,
    text: str = "",
    now: datetime | None = None,
) -> PracticeSet:
    """Calling this makes a set; what a finished review settled becomes the answer of the expert at once.

    The rest of the answers the maker gives with `expert_answer`; until then nobody can practise with it.
    """
    own_name(person)
    _can_open(title, calls, criteria, rubric)
    at = now or datetime.now(UTC)
    settled = {call_id: store.scorecard(call_id) for call_id in dict.fromkeys(calls)}
    with store.transaction() as session:
        made = kept.add_set(
            session,
            PracticeSet(
                title=title.strip(),
                text=text.strip(),
                calls=tuple(settled),
                criteria=tuple(dict.fromkeys(criteria)),
                rubric=rubric.id,
                rubric_version=rubric.version,
                person=person,
                at=at,
            ),
        )
        for call_id, card in settled.items():
            for result in card.results if card and not card.provisional else ():
                if result.criterion in made.criteria and result.answer in GIVEN:
                    said = {"answer": result.answer, "text": result.reason, "evidence": result.evidence}
                    about = {"call_id": call_id, "criterion": result.criterion}
                    _add(session, made.id, PracticeStep.EXPERT, person, at, **about, **said)
    return made


def expert_answer(
    store: Store,
    number: int,
    person: str,
    call_id: str,
    criterion: str,
    answer: Answer,
    text: str,
    evidence: tuple[Evidence, ...] = (),
    now: datetime | None = None,
) -> PracticeEvent:
    """Calling this adds the expert's answer, with the reason that a trainee reads; the last one counts."""
    own_name(person)
    if not text.strip():
        raise ReviewError("Leg uit waarom: van die uitleg leert wie oefent.")
    with store.transaction() as session:
        _check(kept.one_set(session, number, lock=True), call_id, criterion, answer)
        for quote in evidence:
            in_call(kept_calls.transcript(session, call_id), quote)
        said = {"answer": answer, "text": text.strip(), "evidence": evidence}
        about = {"call_id": call_id, "criterion": criterion}
        return _add(session, number, PracticeStep.EXPERT, person, now, **about, **said)


def practices(store: Store, trainee: str) -> list[Practice]:
    """Every set that can still be used, newest first, with how far this trainee is."""
    with store.transaction(reading=True) as session:
        found = [read_practice(session, one.id, trainee) for one in kept.all_sets(session)]
    return [one for one in found if one.calls and not one.withdrawn]


def practice(store: Store, number: int, trainee: str) -> Practice:
    """A set as this trainee may see it: the expert's answers only of calls that the trainee finished."""
    with store.transaction(reading=True) as session:
        return read_practice(session, number, trainee)


def give_answer(
    store: Store,
    number: int,
    trainee: str,
    call_id: str,
    criterion: str,
    answer: Answer,
    text: str = "",
    now: datetime | None = None,
) -> PracticeEvent:
    """Calling this adds a trainee's blind answer; the last one counts, until the call is finished."""
    with store.transaction() as session:
        seen = _practising(session, number, trainee)
        _check(seen.about, call_id, criterion, answer)
        if call_id in seen.done:
            raise ReviewError(
                "U hebt de vergelijking van dit gesprek al gezien; antwoorden veranderen niet meer."
            )
        said = {"answer": answer, "text": text.strip(), "call_id": call_id, "criterion": criterion}
        return _add(session, number, PracticeStep.ANSWERED, seen.trainee, now, **said)


def finish_call(
    store: Store, number: int, trainee: str, call_id: str, now: datetime | None = None
) -> Practice:
    """Calling this ends a call for the trainee, who from then on sees the expert's answers about it."""
    with store.transaction() as session:
        seen = _practising(session, number, trainee)
        left = len([one for one in seen.missing if one[0] == call_id])
        if call_id not in seen.calls:
            raise ReviewError("Dit gesprek hoort niet bij deze oefenset.")
        if left:
            raise ReviewError(f"U hebt van dit gesprek nog {left} van de antwoorden niet gegeven.")
        if call_id not in seen.done:
            _add(session, number, PracticeStep.DONE, seen.trainee, now, call_id=call_id)
        return read_practice(session, number, trainee)


def practised_with(store: Store, call_id: str) -> bool:
    """Whether a trainer chose this call to practise with, in a set that is not withdrawn."""
    with store.transaction(reading=True) as session:
        chosen = [one.id for one in kept.all_sets(session) if call_id in one.calls]
        return any(
            all(step.kind is not PracticeStep.WITHDRAWN for step in kept.steps(session, number))
            for number in chosen
        )


def withdraw_set(store: Store, number: int, person: str, now: datetime | None = None) -> None:
    """Calling this takes a set out of the list; what people answered stays."""
    own_name(person)
    with store.transaction() as session:
        kept.one_set(session, number, lock=True)
        _add(session, number, PracticeStep.WITHDRAWN, person, now)


def _can_open(title: str, calls: Sequence[str], criteria: Sequence[str], rubric: Rubric) -> None:
    if not title.strip():
        raise ReviewError("Geef de oefenset een naam.")
    if not calls:
        raise ReviewError("Kies minstens één gesprek.")
    if not criteria:
        raise ReviewError("Kies minstens één criterium om op te oefenen.")
    unknown = sorted(set(criteria) - {one.id for one in rubric.criteria})
    if unknown:
        raise ReviewError(f"Deze criteria staan niet in de rubriek: {', '.join(unknown)}.")


def _check(about: PracticeSet, call_id: str, criterion: str, answer: Answer) -> None:
    if call_id not in about.calls or criterion not in about.criteria:
        raise ReviewError("Dit gesprek of criterium hoort niet bij deze oefenset.")
    if answer not in GIVEN:
        raise ReviewError("Kies ja, deels, nee, niet van toepassing of niet te beoordelen.")


def _practising(session: Session, number: int, trainee: str) -> Practice:
    own_name(trainee)
    kept.one_set(session, number, lock=True)
    seen = read_practice(session, number, trainee)
    if seen.withdrawn:
        raise ReviewError("Deze oefenset is ingetrokken. Kies een andere.")
    if seen.without_expert:
        raise ReviewError("Deze oefenset is nog niet klaar: er ontbreken antwoorden van de expert.")
    if seen.is_expert:
        raise ReviewError("U gaf zelf de antwoorden van deze set; oefen met een set van een ander.")
    if any(same_person(trainee, kept_calls.call(session, call_id).agent) for call_id in seen.calls):
        raise ReviewError("In deze set zit een gesprek van uzelf. Oefen met een andere set.")
    return seen


def _add(
    session: Session, number: int, kind: PracticeStep, person: str, now: datetime | None, **fields: object
) -> PracticeEvent:
    base = {"practice_set": number, "kind": kind, "person": person, "at": now or datetime.now(UTC)}
    return kept.add_step(session, PracticeEvent.model_validate(base | fields))
