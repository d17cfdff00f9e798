"""This module contains getting better with the demo calls: a goal, a sheet, a finished practice; all invented."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

import scoring
from scoring.insight.goals import follow_up, goals, set_goal
from scoring.insight.practice import finish_call, give_answer, open_set, practices
from scoring.insight.sheets import Fragment, make_sheet, sheets
from scoring.review.allowed import find_quote
from scoring.rubric import Rubric
from scoring.scorecard import Answer
from scoring.store import CallFilter, CallRow, Store
from scoring.store.coachings import Point

STORY = Path(scoring.__file__).parent / "demo" / "coaching.yaml"
Told = dict[str, Any]
DAY = timedelta(days=1)


def add_learning(store: Store, rubric: Rubric, now: datetime | None = None) -> None:
    """Calling this adds what people did with the demo calls to get better; what is there already stays.

    It is about the criteria of the rubric that comes with Klankbord: with another one nothing is added.
    """
    told = YAML(typ="safe").load(STORY.read_text(encoding="utf-8"))
    first = told["goals"][0]
    asked = {*(one["criterion"] for one in told["goals"]), *told["practice"]["answers"]}
    calls = {row.source: row for row in store.calls(CallFilter(demo=True))}
    needed = {first["call"], *told["practice"]["calls"]}
    if not asked <= {one.id for one in rubric.criteria} or not needed <= calls.keys():
        return
    numbers = [_goal(store, rubric, calls, one) for one in told["goals"] if one["call"] in calls]
    _sheet(store, calls, told["sheet"], calls[first["call"]], numbers[0])
    _practise(store, rubric, calls, told["practice"], now or datetime.now(UTC))


def _goal(store: Store, rubric: Rubric, calls: dict[str, CallRow], told: Told) -> int:
    """The number of the goal, made on the day after its call when it is not there yet."""
    row = calls[told["call"]]
    at = _moment(row) + DAY
    number = next((one.about.id for one in goals(store, row.agent) if one.about.text == told["text"]), None)
    if number is None:
        quote = find_quote(store.transcript(row.id), told["quote"])
        about = (row.id, told["criterion"], quote, told["text"], told["person"], rubric)
        number = set_goal(store, *about, now=at).about.id
        later = told.get("follow_up", {})
        if later.get("call") in calls:
            heard = calls[later["call"]]
            follow_up(store, number, heard.id, told["person"], later["text"], now=_moment(heard) + DAY)
    return number


def _sheet(store: Store, calls: dict[str, CallRow], told: Told, row: CallRow, goal: int) -> None:
    agent = str(row.agent)
    if not any(one.about.demo for one in sheets(store, agent)):
        points = [_point(store, calls, one, goal) for one in told["points"]]
        make_sheet(store, agent, points, told["person"], _moment(row) + 8 * DAY)


def _moment(row: CallRow) -> datetime:
    return row.called_at or datetime.now(UTC)


def _point(
    store: Store, calls: dict[str, CallRow], told: Told, number: int
) -> tuple[Point, tuple[Fragment, ...]]:
    call_id = calls[told["call"]].id
    quote = find_quote(store.transcript(call_id), told["quote"])
    goal = number if told.get("goal") else None
    point = Point(criterion=told["criterion"], good=told["good"], text=told["text"], goal=goal)
    return point, (Fragment(call_id=call_id, quote=quote),)


def _practise(store: Store, rubric: Rubric, calls: dict[str, CallRow], told: Told, now: datetime) -> None:
    if any(one.about.title == told["title"] for one in practices(store, told["trainee"])):
        return
    numbers = [calls[name].id for name in told["calls"]]
    cards = [store.scorecard(number) for number in numbers]
    if any(card is None or card.provisional for card in cards):
        return  # the experts' answers are those of the reviews
    at = now - timedelta(days=1)
    about = (told["title"], numbers, list(told["answers"]), rubric, told["person"], told["text"])
    made = open_set(store, *about, now=at)
    for place, call_id in enumerate(numbers):
        for criterion, said in told["answers"].items():
            given = Answer(said[place])
            text = told["note"] if given is Answer.PARTIAL else ""
            give_answer(store, made.id, told["trainee"], call_id, criterion, given, text, at)
        finish_call(store, made.id, told["trainee"], call_id, at)
