"""This module contains a set as one trainee may see it, the comparison with the expert, and progress per B."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from scoring.insight.intervals import Estimate, share
from scoring.record import Record
from scoring.review.call_review import same_person
from scoring.scorecard import POINTS
from scoring.store import Store
from scoring.store import practices as kept
from scoring.store import reviews as kept_calls
from scoring.store.practices import PracticeEvent, PracticeSet, PracticeStep

Place = tuple[str, str]
"""A call and a criterion."""


class Compared(Record):
    """This represents one answer of a trainee beside that of the expert."""

    call_id: str
    criterion: str
    own: PracticeEvent
    expert: PracticeEvent

    @property
    def same(self) -> bool:
        """Whether both gave the same answer."""
        return self.own.answer is self.expert.answer

    @property
    def leaning(self) -> float:
        """How much milder (+) or stricter (−) the trainee was, in points −1..1; 0 where no points are given."""
        own, expert = self.own.answer, self.expert.answer
        if own is None or expert is None or {own, expert} - POINTS.keys():
            return 0.0
        return POINTS[own] - POINTS[expert]


class Practice(Record):
    """This represents a set as one trainee may see it.

    `calls`: those that still exist. `own`: the last answers. `missing`: what is still to answer, in order.
    `done`: the finished calls; only of those there is something in `compared`. `without_expert`: what the
    expert has to answer before anyone can practise.
    """

    about: PracticeSet
    trainee: str
    calls: tuple[str, ...]
    own: dict[Place, PracticeEvent]
    missing: tuple[Place, ...]
    done: tuple[str, ...]
    compared: tuple[Compared, ...]
    without_expert: tuple[Place, ...]
    is_expert: bool
    withdrawn: bool

    @property
    def finished(self) -> bool:
        """Whether the trainee finished every call."""
        return bool(self.calls) and set(self.done) == set(self.calls)


class Trainee(Record):
    """This represents how far someone is with a set, and the share of answers that equal the expert's, per B."""

    person: str
    title: str
    number: int
    done: int
    calls: int
    same: Estimate
    by_dimension: dict[str, Estimate]


def read_practice(session: Session, number: int, trainee: str) -> Practice:
    """The set as this trainee may see it, inside a transaction."""
    about, events = kept.one_set(session, number), kept.steps(session, number)
    calls = tuple(call_id for call_id in about.calls if kept_calls.state_of(session, call_id))
    asked = tuple((call_id, criterion) for call_id in calls for criterion in about.criteria)
    experts = last(e for e in events if e.kind is PracticeStep.EXPERT)
    mine = [e for e in events if e.kind is not PracticeStep.EXPERT and same_person(e.person, trainee)]
    own = last(e for e in mine if e.kind is PracticeStep.ANSWERED)
    finished = {e.call_id for e in mine if e.kind is PracticeStep.DONE}
    done = tuple(call_id for call_id in calls if call_id in finished)
    return Practice(
        about=about,
        trainee=next((e.person for e in mine), trainee),
        calls=calls,
        own=own,
        missing=tuple(place for place in asked if place not in own),
        done=done,
        compared=_compared([place for place in asked if place[0] in done], own, experts),
        without_expert=tuple(place for place in asked if place not in experts),
        is_expert=any(same_person(e.person, trainee) for e in experts.values()),
        withdrawn=any(e.kind is PracticeStep.WITHDRAWN for e in events),
    )


def agreement(compared: Iterable[Compared]) -> tuple[Estimate, dict[str, Estimate]]:
    """The share of answers that equal the expert's, with its interval: of all, and per B."""
    groups: dict[str, list[bool]] = {}
    for one in compared:
        groups.setdefault(one.criterion.partition(".")[0], []).append(one.same)
    everything = [same for group in groups.values() for same in group]
    return share(sum(everything), len(everything)), {
        dimension: share(sum(group), len(group)) for dimension, group in groups.items()
    }


def progress_of(store: Store, trainee: str) -> list[Trainee]:
    """How far one person is with every set that this person started, oldest set first."""
    return [one for one in progress_of_all(store) if same_person(one.person, trainee)]


def progress_of_all(store: Store) -> list[Trainee]:
    """How far everyone is with every set that they started, oldest set first; for a trainer."""
    with store.transaction(reading=True) as session:
        found = []
        for about in reversed(kept.all_sets(session)):
            names = {
                " ".join(e.person.split()).casefold(): e.person
                for e in kept.steps(session, about.id)
                if e.kind is PracticeStep.ANSWERED
            }
            found += [_trainee(read_practice(session, about.id, name)) for name in names.values()]
    return found


def last(events: Iterable[PracticeEvent]) -> dict[Place, PracticeEvent]:
    """The last answer by call and criterion."""
    return {(str(event.call_id), str(event.criterion)): event for event in events}


def _compared(
    places: Sequence[Place], own: Mapping[Place, PracticeEvent], experts: Mapping[Place, PracticeEvent]
) -> tuple[Compared, ...]:
    return tuple(
        Compared(call_id=place[0], criterion=place[1], own=own[place], expert=experts[place])
        for place in places
        if place in own and place in experts
    )


def _trainee(seen: Practice) -> Trainee:
    same, by_dimension = agreement(seen.compared)
    return Trainee(
        person=seen.trainee,
        title=seen.about.title,
        number=seen.about.id,
        done=len(seen.done),
        calls=len(seen.calls),
        same=same,
        by_dimension=by_dimension,
    )
