"""This module contains one call under review: the machine's answers beside those of people."""

from sqlalchemy.orm import Session

from scoring.errors import ReviewError
from scoring.record import Record
from scoring.scorecard import Answer, CriterionResult, Scorecard
from scoring.settings import Settings
from scoring.store import ESCALATION, HIGH_ESCALATION, Review, ReviewState, ReviewStep, StepKind, Store
from scoring.store import reviews as kept

UNDECIDED = (Answer.HUMAN, Answer.FAILED)
"""Answers of the machine that are none: a person has to give one."""


class Item(Record):
    """This represents one criterion under review; `said` is oldest first, `final` what people settled."""

    machine: CriterionResult
    said: tuple[Review, ...] = ()
    final: CriterionResult | None = None

    @property
    def criterion(self) -> str:
        """The criterion's id."""
        return self.machine.criterion

    @property
    def current(self) -> Review | None:
        """What was said last; None while nobody answered."""
        return self.said[-1] if self.said else None

    @property
    def required(self) -> bool:
        """Whether a person has to answer before the review can be finished."""
        return self.machine.proposal or self.machine.answer in UNDECIDED


class CallReview(Record):
    """This represents a call under review. `number` is that of the machine's scorecard.

    `waits_on_second`: who finished it, while a second reviewer has to look; `judged_again`: the machine
    judged anew after people settled it, and what they settled still counts.
    """

    call_id: str
    number: int
    state: ReviewState
    machine: Scorecard
    final: Scorecard | None
    items: tuple[Item, ...]
    escalation: tuple[Review, ...]
    steps: tuple[ReviewStep, ...]
    four_eyes: bool = False
    judged_again: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The criteria that a person still has to answer."""
        return tuple(item.criterion for item in self.items if item.required and item.current is None)

    @property
    def waits_on_second(self) -> str | None:
        """Who finished the review first, while a second person has to look; else None."""
        return self.steps[-1].reviewer if self.state is ReviewState.SECOND else None

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Everyone who answered something or finished, in order."""
        said = [review.reviewer for item in self.items for review in item.said]
        return tuple(dict.fromkeys([*said, *(step.reviewer for step in self.steps)]))

    @property
    def current(self) -> tuple[Review, ...]:
        """What was said last about each criterion, and about the escalation."""
        said = [item.current for item in self.items if item.current]
        return (*said, *self.escalation[-1:])

    @property
    def tips(self) -> tuple[Review, ...]:
        """The reviews that hold a coaching tip at a moment, in order of the call."""
        found = [(review.tip.turn, review) for review in self.current if review.tip]
        return tuple(review for _, review in sorted(found, key=lambda pair: pair[0]))

    @property
    def outside(self) -> tuple[Review, ...]:
        """The reviews that say the cause lay outside the employee."""
        return tuple(review for review in self.current if review.cause)

    def item(self, criterion: str) -> Item:
        """The criterion under review; ReviewError when the scorecard does not have it."""
        for item in self.items:
            if item.criterion == criterion:
                return item
        raise ReviewError(f"Het criterium {criterion} hoort niet bij dit oordeel. Vernieuw de pagina.")


def open_review(store: Store, call_id: str, settings: Settings) -> CallReview:
    """The call as it stands under review; ReviewError when the machine has not judged it (yet)."""
    store.call(call_id)
    with store.transaction(reading=True) as session:
        return read_review(session, call_id, settings)


def read_review(
    session: Session, call_id: str, settings: Settings, lock: bool = False, settled: bool = False
) -> CallReview:
    """The same inside a transaction; `lock` keeps others waiting until it is done.

    `settled`: beside the machine's scorecard that people settled, also when the machine judged anew since.
    """
    state = kept.state_of(session, call_id, lock)
    if state is None or state.machine_id is None or not state.roles_certain:
        raise ReviewError(
            "Dit gesprek is nog niet door de machine beoordeeld. Bevestig eerst wie de medewerker is en "
            "laat het beoordelen."
        )
    said, steps = kept.reviews(session, state), kept.steps(session, state)
    basis = [step.scorecard for step in steps if step.final]
    number = basis[-1] if basis and settled else state.machine_id
    machine = kept.card(session, number)
    final = None if state.scorecard_id in (None, state.machine_id) else kept.card(session, state.scorecard_id)
    finals = {result.criterion: result for result in final.results} if final else {}
    return CallReview(
        call_id=call_id,
        number=number,
        state=ReviewState(state.state),
        machine=machine,
        final=final,
        items=tuple(_item(result, said, finals.get(result.criterion)) for result in machine.results),
        escalation=tuple(review for review in said if review.criterion == ESCALATION),
        steps=tuple(steps),
        four_eyes=_four_eyes(settings, machine, said),
        judged_again=bool(basis) and basis[-1] != state.machine_id,
    )


def same_person(one: str, other: str | None) -> bool:
    """Whether two names are of one person, whatever the capitals and spaces."""
    return other is not None and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def finished_first(review: CallReview) -> ReviewStep | None:
    """The step with which the first of two reviewers finished; None when that has not happened."""
    last = review.steps[-1] if review.steps else None
    return last if last and last.kind is StepKind.FINISHED and last.final is None else None


def _item(result: CriterionResult, said: list[Review], final: CriterionResult | None) -> Item:
    mine = tuple(review for review in said if review.criterion == result.criterion)
    return Item(machine=result, said=mine, final=final)


def _four_eyes(settings: Settings, machine: Scorecard, said: list[Review]) -> bool:
    if settings.four_eyes != "escalated":
        return settings.four_eyes == "always"
    levels = [int(review.answer) for review in said if review.criterion == ESCALATION]
    return max([machine.escalation.level, *levels]) >= HIGH_ESCALATION
