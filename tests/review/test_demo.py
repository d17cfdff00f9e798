"""The people of the demo calls: all of what people can decide is there to see, once."""

import pytest

from scoring.commands.kept import DEMO
from scoring.pipeline import keep, score_call
from scoring.review.calibration import sessions
from scoring.review.comparison import compare_session
from scoring.review.demo import add_people
from scoring.review.disputes import DisputeStatus, disputes_of
from scoring.review.reviewing import open_review
from scoring.review.rule_reports import fix_rule, rule_reports
from scoring.review.sampling import check_sample, samples
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import CallFilter, Queue, ReviewState, open_store


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    settings = Settings(data_folder=tmp_path_factory.mktemp("demo"))
    rubric = load_rubric(ROOT / "rubrics" / "vijf_b.yaml")
    norms = load_norms("1stroom", ROOT / "rubrics" / "normen")
    with open_store(settings) as store:
        for path in sorted(DEMO.glob("*.json")):
            keep(store, score_call(path, rubric, norms, settings), rubric, norms, demo=True)
        add_people(store, rubric, norms, settings)
        yield store, rubric, norms, settings


def test_all_that_people_can_decide_is_there(demo):
    store, _, _, settings = demo
    states = [row.review for row in store.calls()]
    assert states.count(ReviewState.FINAL) == 4
    assert states.count(ReviewState.STARTED) == 1
    assert states.count(ReviewState.OPEN) == 6
    reviews = [
        open_review(store, row.id, settings) for row in store.calls(CallFilter(review=ReviewState.FINAL))
    ]
    assert {name for review in reviews for name in review.reviewers} == {
        "Marit de Boer",
        "Omar Haddad",
        "Ilse Kok",
    }
    assert any(review.tips for review in reviews)
    assert any(review.outside for review in reviews)
    assert any(not said.agrees for review in reviews for said in review.current if said.machine != "human")
    (call,) = store.queue(Queue.DISPUTED)
    (waiting,) = disputes_of(store, call.id)
    assert (waiting.status, waiting.agent) == (DisputeStatus.OPEN, call.agent)
    (sample,) = samples(store)
    assert check_sample(store, sample.id).same_draw


def test_the_calibration_of_three_people_compares(demo):
    store = demo[0]
    (session,) = sessions(store)
    compared = compare_session(store, session.id)
    assert len(session.reviewers) == 3
    leans = {leaning.reviewer: leaning.leans for leaning in compared.leanings}
    assert leans["Ilse Kok"] == "streng"
    assert compared.differences
    assert compared.decisions
    assert any(difference.notes for difference in compared.differences)
    assert all(found.percent.value is not None for found in compared.criteria)


def test_doing_it_again_changes_nothing(demo):
    store, rubric, norms, settings = demo
    before = store.calls(), len(sessions(store)), len(samples(store)), store.trust()
    for path in sorted(DEMO.glob("*.json"))[:3]:
        keep(store, score_call(path, rubric, norms, settings), rubric, norms, demo=True)
    add_people(store, rubric, norms, settings)
    assert (store.calls(), len(sessions(store)), len(samples(store)), store.trust()) == before
    assert all(len(store.scorecards(row.id)) <= 2 for row in store.calls())


def test_the_rubrics_author_has_a_list(demo):
    store = demo[0]
    (report,) = rule_reports(store)
    assert report.review.criterion == "bekend.eerder_contact"
    fix_rule(store, report.review.id, "Bram Vos", "Aangepast in versie 1.1.0.")
    assert rule_reports(store) == []
    (done,) = rule_reports(store, open_only=False)
    assert (done.fixed_by, done.fix) == ("Bram Vos", "Aangepast in versie 1.1.0.")


def test_another_rubric_gets_no_invented_people(tmp_path, rubric, norms):
    settings = Settings(data_folder=tmp_path)
    with open_store(settings) as store:
        add_people(store, rubric, norms, settings)
        assert sessions(store) == []
