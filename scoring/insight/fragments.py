"""This module contains the library: good and poor fragments per criterion, out of calls that people reviewed."""

from typing import NamedTuple

from scoring.call import Transcript, Turn
from scoring.record import Record
from scoring.review.reviewing import open_review
from scoring.scorecard import Answer, CriterionResult, Evidence
from scoring.settings import Settings
from scoring.store import CallFilter, CallRow, ReviewState, Store

POOR = (Answer.NO, Answer.PARTIAL)
EVERYTHING = CallFilter()


class LibraryFragment(Record):
    """This represents one reviewed call as an example: what was said around the proof, and the reviewer's reason.

    `turns`: the turns to show, with `first` the number of the first; none when the answer is about what was
    not said anywhere. Of whom the call is does not matter here and is not told.
    """

    call_id: str
    answer: Answer
    reason: str
    tip: str
    quote: Evidence | None
    turns: tuple[Turn, ...]
    first: int = 0


class Shelf(NamedTuple):
    """This represents the good and the poor fragments of one criterion."""

    good: tuple[LibraryFragment, ...]
    poor: tuple[LibraryFragment, ...]


def shelf(
    store: Store, criterion: str, settings: Settings, where: CallFilter = EVERYTHING, most: int = 5
) -> Shelf:
    """The newest fragments of a criterion in calls whose review is finished."""

    def found(*answers: Answer) -> tuple[LibraryFragment, ...]:
        fields = {"review": ReviewState.FINAL, "criterion": criterion, "answers": answers}
        rows = store.calls(where.model_copy(update=fields), limit=most)
        made = (_fragment(store, row, criterion, settings) for row in rows)
        return tuple(one for one in made if one)

    return Shelf(good=found(Answer.YES), poor=found(*POOR))


def _fragment(store: Store, row: CallRow, criterion: str, settings: Settings) -> LibraryFragment | None:
    card, transcript = store.scorecard(row.id), store.transcript(row.id)
    result = next((one for one in card.results if one.criterion == criterion), None) if card else None
    if result is None:
        return None
    said = open_review(store, row.id, settings).item(criterion).current
    tip = said.tip if said else None
    quote = _quote(result, transcript)
    turn = quote.turn if quote else tip.turn if tip and tip.turn is not None else None
    first, turns = _around(transcript, turn)
    return LibraryFragment(
        call_id=row.id,
        answer=result.answer,
        reason=result.reason,
        tip=tip.text if tip else "",
        quote=quote,
        turns=turns,
        first=first,
    )


def _quote(result: CriterionResult, transcript: Transcript) -> Evidence | None:
    """The first quote that still stands in the newest text of the call."""
    for one in result.evidence:
        if one.turn < len(transcript.turns) and one.quote in transcript.turns[one.turn].text:
            return one
    return None


def _around(transcript: Transcript, turn: int | None) -> tuple[int, tuple[Turn, ...]]:
    if turn is None:
        return 0, ()
    first = max(0, turn - 1)
    return first, transcript.turns[first : turn + 2]
