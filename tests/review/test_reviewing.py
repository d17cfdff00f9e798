from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from scoring.errors import ReviewError
from scoring.review.reviewing import agree, find_quote, finish, give, open_review, reopen
from scoring.scorecard import Answer, Evidence
from scoring.store import ESCALATION, CallFilter, Cause, Given, ReviewState, Tip

TONE = Given(criterion="beleefd.toon", answer="yes", note="Rustig en vriendelijk.")
MARIT, OMAR = "Marit de Boer", "Omar Haddad"


def changed(**fields: object) -> Given:
    base = {"criterion": "betrouwbaar.samenvatting", "answer": "yes", "reason": "Hij zegt het nog eens."}
    return Given.model_validate(base | fields)


@pytest.fixture
def finished(store, judged, rubric, norms, settings):
    call = judged()
    give(store, call.id, TONE, MARIT, settings)
    return call, finish(store, call.id, MARIT, rubric, norms, settings)


def test_the_machine_alone_is_provisional_and_says_what_a_person_must_answer(store, judged, settings):
    review = open_review(store, judged().id, settings)
    assert (review.state, review.final, review.missing) == (ReviewState.OPEN, None, ("beleefd.toon",))
    assert review.machine.provisional


def test_people_and_machine_add_up_to_the_score_that_counts(store, judged, rubric, norms, settings):
    call = judged()
    before = store.scorecard(call.id)
    assert (before.dimensions["beleefd"].score, before.dimensions["betrouwbaar"].score) == (100.0, 0.0)
    give(store, call.id, TONE.model_copy(update={"answer": "partial"}), MARIT, settings)
    agree(store, call.id, "beleefd.begroeting", MARIT, settings)
    give(store, call.id, changed(), MARIT, settings)
    give(store, call.id, Given(criterion=ESCALATION, answer="2", reason="Kritiek."), MARIT, settings)
    assert store.scorecard(call.id) == before, "nothing counts before the review is finished"
    review = finish(store, call.id, MARIT, rubric, norms, settings)
    final = store.scorecard(call.id)
    assert final == review.final
    assert not final.provisional
    assert (final.dimensions["beleefd"].score, final.dimensions["betrouwbaar"].score) == (75.0, 100.0)
    assert (final.total, final.grade, final.escalation.level) == (91.7, 9.3, 2)
    assert final.rubric == before.rubric
    assert final.result("betrouwbaar.samenvatting").reason == "Hij zegt het nog eens."
    assert final.result("beleefd.begroeting").evidence == before.result("beleefd.begroeting").evidence
    assert store.machine_scorecard(call.id) == before, "the machine's answers stay readable"
    (row,) = store.calls(CallFilter(review=ReviewState.FINAL))
    assert (row.grade, row.provisional) == (9.3, False)


def test_every_answer_stays_with_who_when_and_why(store, judged, settings):
    call = judged()
    at = datetime(2026, 3, 1, 9, tzinfo=UTC)
    give(store, call.id, changed(), MARIT, settings, now=at)
    give(store, call.id, changed(answer="partial", reason="Half."), OMAR, settings)
    item = open_review(store, call.id, settings).item("betrouwbaar.samenvatting")
    assert [(r.reviewer, r.answer, r.reason) for r in item.said] == [
        (MARIT, "yes", "Hij zegt het nog eens."),
        (OMAR, "partial", "Half."),
    ]
    assert item.said[0].reviewed_at == at
    assert (item.current.machine, item.current.agrees) == ("no", False)


def test_a_change_needs_a_reason_and_agreeing_does_not(store, judged, settings):
    call = judged()
    with pytest.raises(ReviewError, match="Schrijf erbij waarom"):
        give(store, call.id, changed(reason="  "), MARIT, settings)
    assert agree(store, call.id, "betrouwbaar.samenvatting", MARIT, settings).agrees
    with pytest.raises(ReviewError, match="gaf de machine geen antwoord"):
        agree(store, call.id, "beleefd.toon", MARIT, settings)


def test_a_quote_and_a_moment_must_exist(store, judged, settings):
    call = judged()
    made_up = Evidence(turn=0, start=0, end=5, quote="Dagje")
    with pytest.raises(ReviewError, match="niet letterlijk"):
        give(store, call.id, changed(evidence=(made_up,)), MARIT, settings)
    with pytest.raises(ReviewError, match="niet letterlijk"):
        give(store, call.id, changed(evidence=(made_up.model_copy(update={"turn": 99}),)), MARIT, settings)
    with pytest.raises(ReviewError, match="moment"):
        give(store, call.id, changed(tip=Tip(text="Vat samen.", turn=4)), MARIT, settings)
    transcript = store.transcript(call.id)
    quote = find_quote(transcript, "Ja hoor")
    assert (quote.turn, quote.start, quote.end) == (2, 0, 7)
    with pytest.raises(ReviewError, match="letterlijk"):
        find_quote(transcript, "Nee hoor")
    tip = Tip(text="Vat samen.", turn=2, seconds=4.5)
    given = give(store, call.id, changed(evidence=(quote,), tip=tip, cause=Cause.SYSTEM), MARIT, settings)
    review = open_review(store, call.id, settings)
    assert review.tips == review.outside == (given,)


def test_answers_that_no_person_gives_are_refused():
    for criterion, answer in (("beleefd.toon", "human"), ("beleefd.toon", "3"), (ESCALATION, "5")):
        with pytest.raises(ValidationError):
            Given(criterion=criterion, answer=answer)


def test_it_is_finished_only_when_all_that_needs_a_person_has_an_answer(
    store, judged, rubric, norms, settings
):
    call = judged()
    with pytest.raises(ReviewError, match=r"Nog 1 criterium wacht op uw antwoord: beleefd\.toon"):
        finish(store, call.id, MARIT, rubric, norms, settings)
    assert open_review(store, call.id, settings).state is ReviewState.OPEN


def test_what_is_final_changes_only_after_reopening_and_keeps_counting(
    store, finished, rubric, norms, settings
):
    call, review = finished
    assert review.state is ReviewState.FINAL
    with pytest.raises(ReviewError, match="definitief"):
        give(store, call.id, changed(), OMAR, settings)
    with pytest.raises(ReviewError, match="definitief"):
        finish(store, call.id, OMAR, rubric, norms, settings)
    with pytest.raises(ReviewError, match="waarom"):
        reopen(store, call.id, OMAR, " ", settings)
    opened = reopen(store, call.id, OMAR, "Samenvatting gemist.", settings)
    assert opened.state is ReviewState.STARTED
    assert store.scorecard(call.id) == review.final
    give(store, call.id, changed(), OMAR, settings)
    again = finish(store, call.id, OMAR, rubric, norms, settings)
    assert again.final.result("betrouwbaar.samenvatting").answer is Answer.YES
    assert [card.provisional for card in store.scorecards(call.id)] == [False, False, True]
    assert [step.kind.value for step in again.steps] == ["afgerond", "heropend", "afgerond"]


def test_four_eyes_are_of_two_people(store, judged, rubric, norms, settings):
    careful = settings.model_copy(update={"four_eyes": "always"})
    call = judged()
    give(store, call.id, TONE, MARIT, careful)
    first = finish(store, call.id, MARIT, rubric, norms, careful)
    assert (first.state, first.waits_on_second, first.final) == (ReviewState.SECOND, MARIT, None)
    for same in (MARIT, " marit  DE boer "):
        with pytest.raises(ReviewError, match="Een ander"):
            finish(store, call.id, same, rubric, norms, careful)
        with pytest.raises(ReviewError, match="tweede beoordelaar"):
            give(store, call.id, changed(), same, careful)
    give(store, call.id, changed(), OMAR, careful)
    second = finish(store, call.id, OMAR, rubric, norms, careful)
    assert (second.state, second.reviewers) == (ReviewState.FINAL, (MARIT, OMAR))
    assert second.final.result("betrouwbaar.samenvatting").answer is Answer.YES


def test_four_eyes_where_a_person_saw_aggression(store, judged, rubric, norms, settings):
    careful = settings.model_copy(update={"four_eyes": "escalated"})
    for number, level, state in ((1, "0", ReviewState.FINAL), (2, "3", ReviewState.SECOND)):
        call = judged(number)
        give(store, call.id, TONE, MARIT, careful)
        give(store, call.id, Given(criterion=ESCALATION, answer=level, reason="Hij schold."), MARIT, careful)
        assert finish(store, call.id, MARIT, rubric, norms, careful).state is state


def test_nobody_reviews_their_own_call_or_without_a_name(store, judged, settings):
    call = judged(agent="MW-07")
    with pytest.raises(ReviewError, match="eigen gesprek"):
        give(store, call.id, TONE, "mw-07", settings)
    with pytest.raises(ReviewError, match="Vul uw naam in"):
        give(store, call.id, TONE, " ", settings)


def test_people_keep_their_answers_when_the_machine_judges_anew(store, finished, rubric, norms, settings):
    call, settled = finished
    newer = settled.machine.model_copy(update={"warnings": ("opnieuw",)})
    number = store.add_scorecard(newer)
    review = open_review(store, call.id, settings)
    assert store.scorecard(call.id) == settled.final
    assert (review.judged_again, review.number, review.state) == (True, number, ReviewState.FINAL)
    reopen(store, call.id, OMAR, "Opnieuw beoordeeld.", settings)
    with pytest.raises(ReviewError, match="intussen opnieuw beoordeeld"):
        give(store, call.id, changed(), OMAR, settings, seen=settled.number)
    final = finish(store, call.id, OMAR, rubric, norms, settings).final
    assert final.result("beleefd.toon").answer is Answer.YES


def test_swapped_roles_start_the_review_over(store, finished, settings):
    call, _ = finished
    store.confirm_roles(call.id, swapped=True)
    with pytest.raises(ReviewError, match="nog niet door de machine beoordeeld"):
        open_review(store, call.id, settings)
    assert store.calls()[0].review is ReviewState.UNJUDGED
    assert len(store.scorecards(call.id)) == 2


def test_a_rubric_that_weighs_otherwise_cannot_settle(store, judged, rubric, norms, settings):
    call = judged()
    give(store, call.id, TONE, MARIT, settings)
    heavy = tuple(d.model_copy(update={"weight": 9.0}) for d in rubric.dimensions[:1])
    for other in (
        rubric.model_copy(update={"dimensions": (*heavy, *rubric.dimensions[1:])}),
        rubric.model_copy(update={"criteria": rubric.criteria[:1]}),
    ):
        with pytest.raises(ReviewError, match="telt nu anders"):
            finish(store, call.id, MARIT, other, norms, settings)
    wording = rubric.model_copy(update={"hash": "anders", "version": "1.0.1"})
    assert finish(store, call.id, MARIT, wording, norms, settings).final.rubric.version == "1.0.0"


def test_two_people_finish_at_once_and_one_is_told(store, judged, rubric, norms, settings):
    call = judged()
    give(store, call.id, TONE, MARIT, settings)

    def attempt(name: str) -> str:
        try:
            return finish(store, call.id, name, rubric, norms, settings).state
        except ReviewError as error:
            return str(error)

    with ThreadPoolExecutor(4) as pool:
        told = sorted(pool.map(attempt, [MARIT, OMAR, "Ilse Kok", "Bram Vos"]))
    assert told == ["Deze beoordeling is al definitief."] * 3 + ["definitief"]
    assert len([c for c in store.scorecards(call.id) if not c.provisional]) == 1


def test_many_answers_at_once_all_stay(store, judged, settings):
    call = judged()
    names = [f"Beoordelaar {n}" for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: give(store, call.id, TONE, name, settings), names))
    assert {r.reviewer for r in open_review(store, call.id, settings).item("beleefd.toon").said} == set(names)
