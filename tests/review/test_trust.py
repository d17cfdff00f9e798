from datetime import UTC, datetime

import pytest
from scipy.stats import binomtest

from scoring.pipeline import Scored, judge_anew, keep
from scoring.review.reviewing import agree, finish, give, reopen
from scoring.scorecard import Answer
from scoring.settings import Settings
from scoring.store import ESCALATION, Given, open_store
from scoring.store.trust import wilson

MARIT = "Marit de Boer"
GREETING = "beleefd.begroeting"


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(data_folder=tmp_path, trust_answers=4, trust_minimum=0.75, trust_window=6)


@pytest.fixture
def reviewed(store, judged, rubric, norms, settings):
    """Reviews a new call, agreeing with the machine on the greeting or not."""

    def review(number: int, right: bool, now: datetime | None = None) -> str:
        call = judged(number)
        give(store, call.id, Given(criterion="beleefd.toon", answer="yes"), MARIT, settings)
        answer = "yes" if right else "no"
        give(
            store,
            call.id,
            Given(criterion=GREETING, answer=answer, reason="Zo hoor ik het."),
            MARIT,
            settings,
        )
        finish(store, call.id, MARIT, rubric, norms, settings, now=now)
        return call.id

    return review


@pytest.mark.parametrize(("same", "n"), [(0, 1), (1, 1), (3, 4), (27, 30), (160, 200)])
def test_the_interval_is_wilsons(same, n):
    known = binomtest(same, n).proportion_ci(method="wilson")
    assert wilson(same, n) == pytest.approx((known.low, known.high), abs=1e-4)


def test_agreement_counts_only_what_a_person_answered_in_so_many_words(store, reviewed):
    reviewed(1, True)
    reviewed(2, False)
    found = store.trust()
    assert list(found) == [GREETING], "neither untouched answers nor those only a person can give"
    assert (found[GREETING].n, found[GREETING].same, found[GREETING].share) == (2, 1, 0.5)
    assert found[GREETING].low < 0.5 < found[GREETING].high


def test_few_answers_change_nothing_and_enough_of_them_do(store, reviewed):
    for number in range(3):
        reviewed(number, False)
    assert store.fallen_back() == frozenset()
    reviewed(3, True)
    assert store.fallen_back() == {GREETING}


def test_a_criterion_recovers_when_people_agree_again(store, reviewed):
    for number in range(4):
        reviewed(number, number == 0)
    assert store.fallen_back() == {GREETING}
    for number in range(4, 9):
        reviewed(number, True)
    assert store.trust()[GREETING].n == 6, "only the last answers count"
    assert store.fallen_back() == frozenset()


def test_a_fallen_back_criterion_is_a_proposal_that_says_so(store, judged, reviewed, rubric, norms):
    call = judged(99)
    before = store.scorecard(call.id).result(GREETING)
    assert (before.mode, before.proposal) == ("machine", False)
    for number in range(4):
        reviewed(number, False)
    card = judge_anew(store, call.id, rubric, norms)
    now = card.result(GREETING)
    assert (now.answer, now.mode, now.proposal) == (Answer.YES, "proposes", True)
    assert now.reason.endswith("Dit is een voorstel: mensen gaven hier te vaak een ander antwoord.")
    assert card.result("betrouwbaar.samenvatting").mode == "machine"
    assert card.result("beleefd.toon").mode == "human"
    assert card.total == store.scorecards(call.id)[-1].total
    assert [row.proposals for row in store.calls() if row.id == call.id] == [1]
    with_roles = Scored(call=call, transcript=store.transcript(call.id), scorecard=None)
    assert keep(store, with_roles, rubric, norms).result(GREETING) == now
    assert len(store.scorecards(call.id)) == 2, "the same judgement is not kept twice"


def test_an_answer_corrected_later_counts_once(store, reviewed, rubric, norms, settings):
    call_id = reviewed(1, False)
    reopen(store, call_id, MARIT, "Vergist.", settings)
    agree(store, call_id, GREETING, MARIT, settings)
    finish(store, call_id, MARIT, rubric, norms, settings, now=datetime(2026, 5, 1, tzinfo=UTC))
    assert (store.trust()[GREETING].n, store.trust()[GREETING].same) == (1, 1)


def test_the_level_of_escalation_is_compared_too(store, judged, rubric, norms, settings):
    call = judged()
    give(store, call.id, Given(criterion="beleefd.toon", answer="yes"), MARIT, settings)
    give(store, call.id, Given(criterion=ESCALATION, answer="2", reason="Kritiek."), MARIT, settings)
    finish(store, call.id, MARIT, rubric, norms, settings)
    with open_store(settings) as again:
        assert again.trust()[ESCALATION].same == 0
