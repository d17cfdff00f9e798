from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from scoring.errors import ReviewError
from scoring.review.disputes import (
    DisputeStatus,
    acknowledge,
    agent_file,
    dispute,
    disputes_of,
    reject,
    self_assess,
    uphold,
    withdraw,
)
from scoring.review.reviewing import agree, finish, give, open_review, reopen
from scoring.scorecard import Answer
from scoring.store import ESCALATION, Given, Queue, ReviewState

AGENT, MARIT, OMAR = "MW-07", "Marit de Boer", "Omar Haddad"
SUMMARY = "betrouwbaar.samenvatting"
FINISHED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SOON = FINISHED + timedelta(days=2)
BETTER = Given(criterion=SUMMARY, answer="partial")


@pytest.fixture
def call(store, judged, rubric, norms, settings):
    found = judged(agent=AGENT)
    give(store, found.id, Given(criterion="beleefd.toon", answer="yes"), MARIT, settings)
    agree(store, found.id, SUMMARY, MARIT, settings)
    finish(store, found.id, MARIT, rubric, norms, settings, now=FINISHED)
    return found


@pytest.fixture
def assessed(store, call, settings):
    self_assess(store, call.id, AGENT, {SUMMARY: Answer.YES}, settings, now=SOON)
    return call


@pytest.fixture
def disputed(store, assessed, settings):
    return dispute(store, assessed.id, AGENT, SUMMARY, "Ik zei: even kort.", settings, now=SOON)


def test_from_agent_to_outcome(store, disputed, rubric, norms, settings):
    call_id = disputed.call_id
    before = store.scorecard(call_id)
    assert [row.id for row in store.queue(Queue.DISPUTED)] == [call_id]
    uphold(store, disputed.id, OMAR, "U hebt gelijk.", BETTER, rubric, norms, settings)
    file = agent_file(store, call_id, AGENT, settings)
    (settled,) = file.disputes
    assert (settled.status, settled.answered_by, settled.new_answer) == (
        DisputeStatus.UPHELD,
        OMAR,
        "partial",
    )
    assert (settled.reason, settled.answer) == ("Ik zei: even kort.", "U hebt gelijk.")
    result = file.final.result(SUMMARY)
    assert (result.answer, result.reason) == (Answer.PARTIAL, "U hebt gelijk.")
    assert before.total == 33.3
    assert file.final.total == 66.7
    assert store.queue(Queue.DISPUTED) == []
    review = open_review(store, call_id, settings)
    assert [(said.reviewer, said.answer) for said in review.item(SUMMARY).said] == [
        (MARIT, "no"),
        (OMAR, "partial"),
    ]
    assert [step.kind.value for step in review.steps] == ["afgerond", "bezwaar toegekend"]
    assert review.state is ReviewState.FINAL


def test_a_rejected_dispute_changes_no_score_and_stays_readable(store, disputed, settings):
    before = store.scorecard(disputed.call_id)
    with pytest.raises(ReviewError, match="antwoord aan de medewerker"):
        reject(store, disputed.id, MARIT, " ", settings)
    reject(store, disputed.id, MARIT, "Dat was geen samenvatting.", settings)
    assert store.scorecard(disputed.call_id) == before
    (kept,) = disputes_of(store, disputed.call_id)
    assert (kept.status, kept.answer) == (DisputeStatus.REJECTED, "Dat was geen samenvatting.")
    for again in (
        lambda: reject(store, disputed.id, OMAR, "Nee.", settings),
        lambda: withdraw(store, disputed.id, AGENT, settings),
    ):
        with pytest.raises(ReviewError, match="al over beslist"):
            again()
    with pytest.raises(ReviewError, match="al bezwaar gemaakt"):
        dispute(store, disputed.call_id, AGENT, SUMMARY, "Toch.", settings, now=SOON)


def test_the_score_shows_only_after_the_agents_own_judgement(store, call, settings):
    file = agent_file(store, call.id, AGENT, settings)
    assert (file.settled, file.final, file.must_assess_first) == (True, None, True)
    for early in (
        lambda: acknowledge(store, call.id, AGENT, settings),
        lambda: dispute(store, call.id, AGENT, SUMMARY, "Ik zei het.", settings, now=SOON),
    ):
        with pytest.raises(ReviewError, match="eerst zelf"):
            early()
    with pytest.raises(ReviewError, match="minstens één"):
        self_assess(store, call.id, AGENT, {}, settings)
    with pytest.raises(ReviewError, match="Kies per criterium"):
        self_assess(store, call.id, AGENT, {SUMMARY: Answer.HUMAN}, settings)
    file = self_assess(store, call.id, AGENT, {SUMMARY: Answer.YES}, settings, note="Ging goed.")
    assert file.final == store.scorecard(call.id)
    assert file.assessment.answers == {SUMMARY: "yes"}
    with pytest.raises(ReviewError, match="al zelf beoordeeld"):
        self_assess(store, call.id, AGENT, {SUMMARY: Answer.NO}, settings)
    assert acknowledge(store, call.id, AGENT, settings).seen_at is not None


def test_a_site_may_show_the_score_at_once(store, call, settings):
    open_site = settings.model_copy(update={"self_assessment": False})
    assert agent_file(store, call.id, AGENT, open_site).final is not None


def test_a_provisional_score_is_not_for_the_agent(store, judged, settings):
    call = judged(agent=AGENT)
    self_assess(store, call.id, AGENT, {SUMMARY: Answer.YES}, settings)
    file = agent_file(store, call.id, AGENT, settings)
    assert (file.settled, file.final, file.term_ends) == (False, None, None)
    with pytest.raises(ReviewError, match="nog voorlopig"):
        dispute(store, call.id, AGENT, SUMMARY, "Ik zei het.", settings)


def test_other_agents_see_and_do_nothing(store, disputed, judged, settings):
    nobody = judged(2, agent=None)
    for ask in (
        lambda: agent_file(store, disputed.call_id, "MW-08", settings),
        lambda: agent_file(store, nobody.id, "", settings),
        lambda: acknowledge(store, disputed.call_id, "MW-08", settings),
        lambda: self_assess(store, disputed.call_id, "MW-08", {SUMMARY: Answer.YES}, settings),
        lambda: dispute(store, disputed.call_id, "MW-08", ESCALATION, "Nee.", settings, now=SOON),
        lambda: withdraw(store, disputed.id, "MW-08", settings),
    ):
        with pytest.raises(ReviewError, match="geen gesprek van u"):
            ask()


def test_the_agent_does_not_answer_the_own_dispute(store, disputed, rubric, norms, settings):
    with pytest.raises(ReviewError, match="eigen gesprek"):
        reject(store, disputed.id, "mw-07", "Nee.", settings)
    with pytest.raises(ReviewError, match="eigen gesprek"):
        uphold(store, disputed.id, "mw-07", "Ja.", BETTER, rubric, norms, settings)


def test_the_term_ends_after_its_last_day(store, assessed, settings):
    ends = agent_file(store, assessed.id, AGENT, settings).term_ends
    assert ends.isoformat() == "2026-03-16T23:59:59+01:00"
    late = ends + timedelta(seconds=1)
    with pytest.raises(ReviewError, match="tot en met 16-03-2026"):
        dispute(store, assessed.id, AGENT, SUMMARY, "Te laat.", settings, now=late)
    assert (
        dispute(store, assessed.id, AGENT, SUMMARY, "Op tijd.", settings, now=ends).status
        is DisputeStatus.OPEN
    )


def test_what_can_be_disputed(store, assessed, settings):
    with pytest.raises(ReviewError, match="hoort niet bij dit oordeel"):
        dispute(store, assessed.id, AGENT, "beleefd.onbekend", "Nee.", settings, now=SOON)
    with pytest.raises(ReviewError, match="Schrijf waarom"):
        dispute(store, assessed.id, AGENT, SUMMARY, "", settings, now=SOON)
    dispute(store, assessed.id, AGENT, ESCALATION, "Hij schold wel.", settings, now=SOON)
    assert store.calls()[0].open_disputes == 1


def test_a_withdrawn_dispute_may_come_again(store, disputed, settings):
    withdraw(store, disputed.id, AGENT, settings)
    assert store.calls()[0].open_disputes == 0
    dispute(store, disputed.call_id, AGENT, SUMMARY, "Toch wel.", settings, now=SOON)
    assert [d.status.value for d in disputes_of(store, disputed.call_id)] == ["ingetrokken", "in behandeling"]


def test_the_level_of_escalation_can_be_disputed(store, assessed, rubric, norms, settings):
    one = dispute(store, assessed.id, AGENT, ESCALATION, "Hij schold.", settings, now=SOON)
    uphold(store, one.id, OMAR, "Klopt.", Given(criterion=ESCALATION, answer="3"), rubric, norms, settings)
    assert agent_file(store, assessed.id, AGENT, settings).final.escalation.level == 3
    assert store.calls()[0].escalation_level == 3


def test_what_an_upheld_dispute_asks(store, disputed, rubric, norms, settings):
    def attempt(given: Given, coach: str = OMAR, chosen=settings) -> None:
        uphold(store, disputed.id, coach, "Ja.", given, rubric, norms, chosen)

    with pytest.raises(ReviewError, match="ander criterium"):
        attempt(Given(criterion="beleefd.toon", answer="no"))
    with pytest.raises(ReviewError, match="staat er al"):
        attempt(Given(criterion=SUMMARY, answer="no"))
    with pytest.raises(ReviewError, match="Een ander moet"):
        attempt(BETTER, MARIT, settings.model_copy(update={"four_eyes": "always"}))
    reopen(store, disputed.call_id, MARIT, "Nog eens.", settings)
    with pytest.raises(ReviewError, match="weer geopend"):
        attempt(BETTER)
    assert [card.provisional for card in store.scorecards(disputed.call_id)] == [False, True]


def test_a_dispute_is_about_what_people_settled_not_about_a_newer_machine(
    store, disputed, rubric, norms, settings
):
    review = open_review(store, disputed.call_id, settings)
    mean = tuple(r.model_copy(update={"answer": Answer.NO}) for r in review.machine.results)
    store.add_scorecard(review.machine.model_copy(update={"results": mean, "total": 0.0, "dimensions": {}}))
    uphold(store, disputed.id, OMAR, "Klopt.", BETTER, rubric, norms, settings)
    final = store.scorecard(disputed.call_id)
    assert final.result("beleefd.begroeting").answer is Answer.YES
    assert final.result(SUMMARY).answer is Answer.PARTIAL


def test_two_coaches_decide_at_once_and_one_is_told(store, disputed, rubric, norms, settings):
    def attempt(coach: str) -> str:
        try:
            uphold(store, disputed.id, coach, "Ja.", BETTER, rubric, norms, settings)
        except ReviewError as error:
            return str(error)
        return "toegekend"

    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(attempt, [MARIT, OMAR, "Ilse Kok"]))
    assert sorted("al over beslist" in words for words in told) == [False, True, True]
    assert len(store.scorecards(disputed.call_id)) == 3
