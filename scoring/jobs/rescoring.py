"""This module contains a round of judging kept calls again, on another version of the rubric."""

from time import monotonic

from scoring.errors import RubricError
from scoring.jobs.hold import Hold
from scoring.jobs.job import Again
from scoring.jobs.judged_by import judging_by
from scoring.jobs.lease import Leases
from scoring.pipeline import Stage, judge_anew
from scoring.record import Record
from scoring.rubric import Norms
from scoring.scorecard import RubricStamp, Scorecard
from scoring.store import CallFilter, Status, Store

PLACE = "gebleven"
TURN = 3.0
"""Seconds of a round after which a file that waits goes first."""


class Place(Record):
    """This represents how far a round came: calls go in the order of their id."""

    call_id: str = ""


class GivingWay(Exception):
    """A file waits; the round goes on after it."""


def judge_again(hold: Hold, again: Again, store: Store, leases: Leases) -> None:
    """Calling this judges every kept call of the round with the rubric of the job; old scorecards stay.

    Each call keeps its norm profile. What has this judgement already is not judged twice, so a round that was
    broken off goes on where it was. Raises GivingWay when files wait.
    """
    rubric, _ = judging_by(hold.job.request.rubric, hold.job.request.norms)
    wanted = RubricStamp(id=rubric.id, version=rubric.version, hash=rubric.hash)
    kept = leases.kept(hold.job, PLACE, Place) or Place()
    where = CallFilter(since=again.since, until=again.until, status=Status.SCORED)
    ids = sorted(row.id for row in store.calls(where))
    began = monotonic()
    hold.enter(Stage.SCORE)
    for number, call_id in enumerate(ids):
        if call_id <= kept.call_id:
            continue
        hold.report(number / len(ids), Stage.SCORE)
        card = _to_replace(store, call_id, wanted)
        if card is not None:
            judge_anew(store, call_id, rubric, _norms(hold, card))
        if monotonic() - began > TURN and leases.others_wait(hold.job):
            leases.keep(hold.job, PLACE, Place(call_id=call_id))
            raise GivingWay


def _to_replace(store: Store, call_id: str, wanted: RubricStamp) -> Scorecard | None:
    """The machine's scorecard of a call when it is of another version of this rubric; the call may be gone."""
    if not store.count(CallFilter(ids=(call_id,))):
        return None
    card = store.machine_scorecard(call_id)
    other = card is not None and card.rubric.id == wanted.id and card.rubric != wanted
    return card if other else None


def _norms(hold: Hold, card: Scorecard) -> Norms:
    """The profile that the call was judged by, as it is in this version; the one of the job when it is gone."""
    asked = hold.job.request
    try:
        return judging_by(asked.rubric, card.norms)[1]
    except RubricError:
        return judging_by(asked.rubric, asked.norms)[1]
