"""Goals: made from a moment, followed up, and before and after counted by hand; sheets of at most three points."""

from datetime import UTC, datetime, timedelta

import pytest
from kept_calls import a_call, a_result, a_scorecard, a_transcript
from scipy.stats import binomtest

from scoring.errors import ReviewError
from scoring.insight.goal_progress import Verdict, later_calls, progress
from scoring.insight.goals import close_goal, follow_up, goals, set_goal
from scoring.insight.sheets import Fragment, make_sheet, sheets
from scoring.rubric import Rubric, load_rubric
from scoring.scorecard import Answer, Evidence
from scoring.settings import ROOT, Settings
from scoring.store import Store, open_store
from scoring.store.coachings import CoachingStep, Point

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
GREETED = "beleefd.begroeting"


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(ROOT / "tests" / "app" / "rubriek" / "klein.yaml")


@pytest.fixture
def store(tmp_path):
    with open_store(Settings(data_folder=tmp_path)) as opened:
        yield opened


def keep(store: Store, number: int, days: float, answer: Answer, **fields: object):
    call = a_call(number, called_at=NOW + timedelta(days=days), **({"agent": "M-01"} | fields))
    store.save(call, a_transcript(call))
    store.add_scorecard(a_scorecard(call, results=(a_result(GREETED, answer),)))
    return call


def quote(store: Store, call_id: str) -> Evidence:
    return Evidence.cut(store.transcript(call_id).turns[0].text, 0)


def a_goal(store: Store, rubric: Rubric, number: int = 99):
    call = keep(store, number, -1, Answer.NO)
    made = set_goal(store, call.id, GREETED, quote(store, call.id), "Ik groet.", "Marit", rubric, NOW)
    return call, made


def test_before_and_after_leave_out_the_moment_and_everything_else(store, rubric):
    _, made = a_goal(store, rubric)
    for number in range(8):
        keep(store, number, -10 - number, Answer.YES if number == 0 else Answer.NO)
    for number in range(10, 18):
        keep(store, number, number, Answer.PARTIAL if number == 10 else Answer.YES)
    keep(store, 20, -95, Answer.YES)
    keep(store, 21, 3, Answer.NO, agent="M-02")
    keep(store, 22, 4, Answer.NOT_APPLICABLE)
    found = progress(store, made, 5, NOW + timedelta(days=60))
    assert (found.before.n, found.after.n) == (8, 8)
    assert (found.before.value, found.after.value) == (1 / 8, 7 / 8)
    for figure, part in ((found.before, 1), (found.after, 7)):
        expected = binomtest(part, 8).proportion_ci(method="wilson")
        assert (figure.low, figure.high) == pytest.approx((expected.low, expected.high))
    assert found.verdict is Verdict.BETTER
    assert progress(store, made, 9, NOW + timedelta(days=60)).verdict is Verdict.TOO_FEW


def test_a_small_difference_may_be_chance(store, rubric):
    _, made = a_goal(store, rubric)
    for number in range(12):
        keep(
            store,
            number,
            -10 if number < 6 else 10,
            Answer.YES if number % 6 < 2 + number // 6 else Answer.NO,
        )
    assert progress(store, made, 5, NOW + timedelta(days=60)).verdict is Verdict.CHANCE


def test_a_goal_needs_words_a_name_and_a_quote_that_was_said(store, rubric):
    call = keep(store, 1, -1, Answer.NO)
    said = quote(store, call.id)
    with pytest.raises(ReviewError, match="afspreekt"):
        set_goal(store, call.id, GREETED, said, " ", "Marit", rubric)
    with pytest.raises(ReviewError, match="naam"):
        set_goal(store, call.id, GREETED, said, "Ik groet.", "", rubric)
    with pytest.raises(ReviewError, match="eigen gesprek"):
        set_goal(store, call.id, GREETED, said, "Ik groet.", "m-01", rubric)
    with pytest.raises(ReviewError, match="rubriek"):
        set_goal(store, call.id, "beleefd.dansen", said, "Ik groet.", "Marit", rubric)
    wrong = Evidence(turn=0, start=0, end=4, quote="Nooi")
    with pytest.raises(ReviewError, match="letterlijk"):
        set_goal(store, call.id, GREETED, wrong, "Ik groet.", "Marit", rubric)
    assert goals(store) == []


def test_follow_up_is_of_the_same_employee_and_later(store, rubric):
    moment, made = a_goal(store, rubric)
    number = made.about.id
    later = keep(store, 1, 2, Answer.YES)
    other = keep(store, 2, 2, Answer.YES, agent="M-02")
    assert [row.id for row in later_calls(store, made)] == [later.id]
    with pytest.raises(ReviewError, match="andere medewerker"):
        follow_up(store, number, other.id, "Marit")
    with pytest.raises(ReviewError, match="later gesprek"):
        follow_up(store, number, moment.id, "Marit")
    seen = follow_up(store, number, later.id, "Marit", "Ging goed.", quote(store, later.id), NOW)
    assert [step.text for step in seen.of(CoachingStep.FOLLOW_UP)] == ["Ging goed."]
    assert later_calls(store, seen) == []
    assert close_goal(store, number, "Marit", "Gelukt.").closed
    with pytest.raises(ReviewError, match="afgerond"):
        follow_up(store, number, later.id, "Marit")


def test_deleting_the_call_takes_its_words_along(store, rubric):
    moment, _ = a_goal(store, rubric)
    store.delete(moment.id)
    (left,) = goals(store, "M-01")
    assert left.steps == ()


def test_a_sheet_has_one_to_three_points_with_proof_of_this_employee(store, rubric):
    mine, other = keep(store, 1, 0, Answer.NO), keep(store, 2, 0, Answer.NO, agent="M-02")
    proof = Fragment(call_id=mine.id, quote=quote(store, mine.id))
    foreign = Fragment(call_id=other.id, quote=quote(store, other.id))

    def make(points):
        return make_sheet(store, "M-01", points, "Marit", NOW)

    names = [criterion.id for criterion in rubric.criteria][:4]
    with pytest.raises(ReviewError, match="hoogstens 3"):
        make([(Point(criterion=name), [proof]) for name in names])
    with pytest.raises(ReviewError, match="minstens één punt"):
        make([])
    with pytest.raises(ReviewError, match="zonder bewijs"):
        make([(Point(criterion=GREETED), [])])
    with pytest.raises(ReviewError, match="andere medewerker"):
        make([(Point(criterion=GREETED), [foreign])])
    made = make([(Point(criterion=GREETED, text="Groet."), [proof])])
    assert sheets(store, "M-01") == [made]
    assert sheets(store, "M-02") == []
    assert made.of(GREETED)[0].quote == proof.quote


def test_the_coaching_of_an_employee_goes_wholly_and_that_of_others_stays(store, rubric, tmp_path):
    moment, _ = a_goal(store, rubric)
    other = keep(store, 3, 0, Answer.NO, agent="M-02")
    proof = Fragment(call_id=moment.id, quote=quote(store, moment.id))
    make_sheet(store, "M-01", [(Point(criterion=GREETED, text="Zwaluwnest."), [proof])], "Marit", NOW)
    set_goal(store, other.id, GREETED, quote(store, other.id), "Ik groet ook.", "Marit", rubric, NOW)
    assert store.forget_coaching("M-01") == 2
    assert (goals(store, "M-01"), sheets(store, "M-01")) == ([], [])
    assert [one.about.agent for one in goals(store)] == ["M-02"]
    assert store.call(moment.id).agent == "M-01"
    assert store.scorecard(moment.id) is not None
    assert store.forget_coaching("M-01") == 0
    for file in tmp_path.glob("klankbord.db*"):
        assert b"Zwaluwnest" not in file.read_bytes()


def test_deleting_a_call_leaves_no_sheet_that_quotes_it(store, rubric):
    mine = keep(store, 1, 0, Answer.NO)
    proof = Fragment(call_id=mine.id, quote=quote(store, mine.id))
    make_sheet(store, "M-01", [(Point(criterion=GREETED), [proof])], "Marit", NOW)
    store.delete(mine.id)
    (left,) = sheets(store, "M-01")
    assert left.fragments == ()
