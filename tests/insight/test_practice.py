"""Practising: blind until a call is finished, compared with the expert, and never in any figure."""

from datetime import UTC, date, datetime

import pytest
from kept_calls import a_call, a_result, a_scorecard, a_transcript

from scoring.errors import ReviewError
from scoring.insight.dilemmas import LEVELS, dilemmas
from scoring.insight.fragments import shelf
from scoring.insight.overview import overview
from scoring.insight.periods import Unit, period_of
from scoring.insight.practice import (
    expert_answer,
    finish_call,
    give_answer,
    open_set,
    practice,
    practices,
    withdraw_set,
)
from scoring.insight.practised import agreement, progress_of, progress_of_all
from scoring.insight.scope import Scope
from scoring.rubric import Rubric, load_rubric
from scoring.scorecard import Answer, Evidence
from scoring.settings import ROOT, Settings
from scoring.store import Store, open_store

GREETED, LEFT = "beleefd.begroeting", "beleefd.afscheid"


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(ROOT / "tests" / "app" / "rubriek" / "klein.yaml")


@pytest.fixture
def store(tmp_path):
    with open_store(Settings(data_folder=tmp_path)) as opened:
        yield opened


def keep(store: Store, number: int, provisional: bool = True) -> str:
    call = a_call(number, agent="M-01", called_at=datetime(2026, 3, 1 + number, 9, tzinfo=UTC))
    transcript = a_transcript(call)
    proof = (Evidence.cut(transcript.turns[0].text, 0),)
    results = (a_result(GREETED, Answer.NO, evidence=proof), a_result(LEFT, Answer.YES, evidence=proof))
    store.save(call, transcript)
    store.add_scorecard(a_scorecard(call, results=results, provisional=provisional))
    return call.id


def a_set(store: Store, rubric: Rubric, calls: list[str]) -> int:
    number = open_set(store, "Begin", calls, [GREETED, LEFT], rubric, "Ilse").id
    for call_id, criterion in practice(store, number, "Sam").without_expert:
        expert_answer(store, number, "Ilse", call_id, criterion, Answer.NO, "Dat hoor je niet.")
    return number


def test_nobody_practises_before_the_expert_answered(store, rubric):
    call_id = keep(store, 1)
    number = open_set(store, "Begin", [call_id], [GREETED, LEFT], rubric, "Ilse").id
    assert len(practice(store, number, "Sam").without_expert) == 2
    with pytest.raises(ReviewError, match="nog niet klaar"):
        give_answer(store, number, "Sam", call_id, GREETED, Answer.YES)
    with pytest.raises(ReviewError, match="Leg uit"):
        expert_answer(store, number, "Ilse", call_id, GREETED, Answer.YES, " ")


def test_blind_until_the_call_is_finished_then_compared(store, rubric):
    calls = [keep(store, 1), keep(store, 2)]
    number = a_set(store, rubric, calls)
    give_answer(store, number, "Sam", calls[0], GREETED, Answer.YES, "Ik hoorde het wel.")
    with pytest.raises(ReviewError, match="nog 1"):
        finish_call(store, number, "Sam", calls[0])
    give_answer(store, number, "sam", calls[0], LEFT, Answer.NO)
    seen = practice(store, number, "Sam")
    assert seen.compared == ()
    assert "Dat hoor je niet" not in seen.model_dump_json()
    seen = finish_call(store, number, "Sam", calls[0])
    assert [(one.criterion, one.same, one.leaning) for one in seen.compared] == [
        (GREETED, False, 1.0),
        (LEFT, True, 0.0),
    ]
    assert seen.compared[0].expert.text == "Dat hoor je niet."
    assert not seen.finished
    with pytest.raises(ReviewError, match="al gezien"):
        give_answer(store, number, "Sam", calls[0], GREETED, Answer.NO)
    total, by_dimension = agreement(seen.compared)
    assert (total.n, total.value, by_dimension["beleefd"].value) == (2, 0.5, 0.5)
    assert [one.done for one in progress_of(store, "SAM")] == [1]
    assert progress_of(store, "Omar") == []
    assert len(progress_of_all(store)) == 1


def test_the_expert_and_the_employee_of_the_call_do_not_practise(store, rubric):
    call_id = keep(store, 1)
    number = a_set(store, rubric, [call_id])
    with pytest.raises(ReviewError, match="zelf de antwoorden"):
        give_answer(store, number, "ilse", call_id, GREETED, Answer.NO)
    with pytest.raises(ReviewError, match="gesprek van uzelf"):
        give_answer(store, number, "M-01", call_id, GREETED, Answer.NO)
    withdraw_set(store, number, "Ilse")
    assert practices(store, "Sam") == []
    with pytest.raises(ReviewError, match="ingetrokken"):
        give_answer(store, number, "Sam", call_id, GREETED, Answer.NO)


def test_a_finished_review_is_the_answer_of_the_expert_at_once(store, rubric):
    call_id = keep(store, 1, provisional=False)
    number = open_set(store, "Begin", [call_id], [GREETED, LEFT], rubric, "Ilse").id
    assert practice(store, number, "Sam").without_expert == ()


def test_a_practice_changes_no_figure_no_trust_and_no_export(store, rubric):
    calls = [keep(store, number) for number in range(6)]
    scope = Scope(rubric="vijf_b", period=period_of(date(2026, 3, 1), Unit.MONTH))

    def figures():
        rows = [row.model_dump() for row in store.calls()]
        seen = overview(store, scope, rubric, 1)
        cards = [store.scorecards(call_id) for call_id in calls]
        assert seen.n == len(calls)
        return rows, seen, cards, store.trust(), store.queue_counts()

    before = figures()
    number = a_set(store, rubric, calls)
    for call_id in calls:
        for criterion in (GREETED, LEFT):
            give_answer(store, number, "Sam", call_id, criterion, Answer.PARTIAL)
        finish_call(store, number, "Sam", call_id)
    assert practice(store, number, "Sam").finished
    assert figures() == before


def test_a_deleted_call_leaves_the_set(store, rubric):
    calls = [keep(store, 1), keep(store, 2)]
    number = a_set(store, rubric, calls)
    store.delete(calls[0])
    seen = practice(store, number, "Sam")
    assert seen.calls == (calls[1],)
    assert {call_id for call_id, _ in seen.missing} == {calls[1]}


def test_the_library_shows_reviewed_calls_only(store):
    keep(store, 1)
    assert shelf(store, GREETED, Settings()) == ((), ())


def test_there_are_cards_for_every_level_and_each_is_complete():
    found = dilemmas()
    assert {card.level for card in found} == set(LEVELS)
    assert 8 <= len(found) <= 12
    assert all(len(card.questions) >= 2 and len(card.sides) == 2 for card in found)
