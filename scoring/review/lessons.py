"""This module contains how turns that people reviewed become examples that the machine learns from.

    found = lessons(store, rubric)                       # what reviews teach, with the turn it is about
    effect = try_lessons(store, chosen, rubric, norms, settings)   # agreement before and after, on calls apart
    approve_lessons(store, chosen, effect, "Omar Haddad", rubric)
    take_back(store, batch, "Omar Haddad")

Nothing is learned without a person who approves. The words stay in the data folder and go with the call.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString
from sqlalchemy import select

from scoring.call import Speaker, Transcript, Turn
from scoring.detectors import CallContext
from scoring.detectors.intent import IntentDetector
from scoring.errors import ReviewError
from scoring.learned import learned, lexicon
from scoring.record import Record
from scoring.review.allowed import own_name
from scoring.rubric import AllOf, AnyOf, Condition, Criterion, FirstKnown, Rubric, Test
from scoring.scorecard import Answer
from scoring.store import Review, ReviewState, Store
from scoring.store import lessons as kept
from scoring.store import reviews as kept_reviews
from scoring.store.lessons import TrainingEvent, TrainingStep
from scoring.store.review_tables import AnswerPairTable

LETTERS = {Speaker.AGENT: "A", Speaker.CALLER: "B", Speaker.OTHER: "O"}
MOST = 200
"""So many calls at once are enough to look through."""
_LIKELY = 0.5
_MET = (Answer.YES, Answer.PARTIAL)


class Lesson(Record):
    """This represents that a turn does something, or that it does not, as a reviewer saw it.

    `chance` is how likely the machine finds it now; `sure`: the criterion rests on one act only, so what the
    reviewer meant is clear. Else a person picks which of the lessons about that turn hold.
    """

    call_id: str
    turn: int
    intent: str
    present: bool
    criterion: str
    reviewer: str
    chance: float
    sure: bool


def lessons(store: Store, rubric: Rubric) -> list[Lesson]:
    """What finished reviews teach where people and the machine differ, newest calls first.

    Calls that the machine already learns from are left out.
    """
    return [lesson for call_id in _reviewed(store) for lesson in _of_call(store, call_id, rubric)]


def batches(store: Store) -> list[TrainingEvent]:
    """What is being learned from now, newest first, each with agreement before and after."""
    events = history(store)
    gone = {event.batch for event in events if event.kind is TrainingStep.TAKEN_BACK}
    return [event for event in events if event.kind is TrainingStep.LEARNED and event.batch not in gone]


def history(store: Store) -> list[TrainingEvent]:
    """All that was ever learned and taken back, newest first."""
    with store.transaction(reading=True) as session:
        return kept.trainings(session)


def take_back(store: Store, batch: str, person: str, now: datetime | None = None) -> None:
    """Calling this makes the machine forget a batch; it learns anew without it, in seconds, on next use."""
    own_name(person)
    event = next((event for event in batches(store) if event.batch == batch), None)
    if event is None:
        raise ReviewError("Van deze voorbeelden leert de machine niet (meer).")
    store.lessons.remove_batch(batch)
    undone = {"kind": TrainingStep.TAKEN_BACK, "person": person, "at": now or datetime.now(UTC)}
    with store.transaction() as session:
        kept.add_training(session, event.model_copy(update=undone))


def lesson_file(store: Store, call_id: str, chosen: Sequence[Lesson], rubric: Rubric) -> str:
    """The call as the files in rubrics/intents have it: every turn, and what each turn does.

    What people saw goes first; the other turns keep what the machine makes of them now.
    """
    transcript = store.transcript(call_id)
    acts: dict[str, set[int]] = {}
    for turn, chances in enumerate(_chances(store, call_id, transcript, rubric)):
        for intent, chance in chances.items():
            if chance >= _LIKELY:
                acts.setdefault(intent, set()).add(turn)
    for lesson in chosen:
        turns = acts.setdefault(lesson.intent, set())
        (turns.add if lesson.present else turns.discard)(lesson.turn)
    spoken = "\n".join(_line(turn) for turn in transcript.turns)
    listed = {intent: sorted(turns) for intent, turns in sorted(acts.items()) if turns}
    call = {"id": call_id, "turns": LiteralScalarString(spoken + "\n"), "acts": listed}
    text = io.StringIO()
    text.write("# Een beoordeeld gesprek waarvan de machine leert. Gaat weg met het gesprek.\n")
    YAML().dump({"calls": [call]}, text)
    return text.getvalue()


def lesson_files(store: Store, chosen: Sequence[Lesson], rubric: Rubric) -> Mapping[str, str]:
    """The file of every call that these lessons are about."""
    calls = dict.fromkeys(lesson.call_id for lesson in chosen)
    return {
        call_id: lesson_file(
            store, call_id, [lesson for lesson in chosen if lesson.call_id == call_id], rubric
        )
        for call_id in calls
    }


def _reviewed(store: Store) -> list[str]:
    pair = AnswerPairTable
    query = select(pair.call_id).where(pair.machine != pair.answer).order_by(pair.id.desc())
    with store.transaction(reading=True) as session:
        found = dict.fromkeys(session.scalars(query.limit(MOST * 10)))
    return [call_id for call_id in found if not store.lessons.knows(call_id)][:MOST]


def _of_call(store: Store, call_id: str, rubric: Rubric) -> list[Lesson]:
    with store.transaction(reading=True) as session:
        state = kept_reviews.state_of(session, call_id)
        if state is None or state.state != ReviewState.FINAL or state.machine_id is None:
            return []
        said = {review.criterion: review for review in kept_reviews.reviews(session, state)}
        machine = {r.criterion: r for r in kept_reviews.card(session, state.machine_id).results}
    transcript = store.transcript(call_id)
    chances = _chances(store, call_id, transcript, rubric)
    found: list[Lesson] = []
    for criterion in rubric.criteria:
        review = said.get(criterion.id)
        if review and not review.agrees and criterion.id in machine:
            turns = _turns(review, tuple(quote.turn for quote in machine[criterion.id].evidence))
            found += _lessons(review, turns, criterion, rubric, transcript, chances)
    return found


def _turns(review: Review, of_machine: tuple[int, ...]) -> dict[int, bool]:
    """The turns that a review is about, and whether they do what the criterion asks."""
    if review.answer in _MET:
        return {quote.turn: True for quote in review.evidence}
    return dict.fromkeys(of_machine, False) if review.machine in _MET else {}


def _lessons(
    review: Review,
    turns: Mapping[int, bool],
    criterion: Criterion,
    rubric: Rubric,
    transcript: Transcript,
    chances: Sequence[Mapping[str, float]],
) -> list[Lesson]:
    found = []
    intents = sorted(_intents(rubric, criterion))
    for turn, present in turns.items():
        caller = transcript.turns[turn].speaker is Speaker.CALLER
        fitting = [name for name in intents if name.startswith("c_") == caller and name in chances[turn]]
        for intent in fitting:
            chance = round(chances[turn][intent], 3)
            found.append(
                Lesson(
                    call_id=review.call_id,
                    turn=turn,
                    intent=intent,
                    present=present,
                    criterion=criterion.id,
                    reviewer=review.reviewer,
                    chance=chance,
                    sure=len(fitting) == 1,
                )
            )
    return found


def _intents(rubric: Rubric, criterion: Criterion) -> set[str]:
    """The acts that speak for the criterion: what must not happen teaches nothing about what was said."""
    found: set[str] = set()
    for condition in (criterion.yes, criterion.partial):
        for name in _asked(condition, rubric) if condition is not None else ():
            detector = criterion.detectors.get(name) or rubric.detectors.get(name)
            if isinstance(detector, IntentDetector):
                found.add(detector.intent)
    return found


def _asked(condition: Condition, rubric: Rubric) -> set[str]:
    """The measurements that must be there for a condition to hold."""
    match condition:
        case str(name) if name in rubric.situations:
            return _asked(rubric.situations[name], rubric)
        case str(name):
            return {name}
        case Test(measure=name, at_least=bound) if bound is not None:
            return {name}
        case AllOf(all=inner) | AnyOf(any=inner) | FirstKnown(first_known=inner):
            return {name for part in inner for name in _asked(part, rubric)}
        case _:
            return set()


def _chances(store: Store, call_id: str, transcript: Transcript, rubric: Rubric) -> list[dict[str, float]]:
    return CallContext(store.call(call_id), transcript, lexicon(rubric), learned(rubric)).intents


def _line(turn: Turn) -> str:
    return f"{LETTERS[turn.speaker]}: {' '.join(turn.text.split()) or '…'}"
