"""Four months of short demo calls: invented, in office hours, and enough to show what overviews and goals can say."""

import re
from datetime import UTC, datetime

import pytest

from scoring.commands.kept import DEMO
from scoring.insight.changes import what_changed
from scoring.insight.demo import add_learning
from scoring.insight.demo_months import add_months, told_calls
from scoring.insight.goal_progress import Verdict, progress
from scoring.insight.goals import goals
from scoring.insight.overview import Trend, overview
from scoring.insight.periods import Unit, period_of
from scoring.insight.scope import Scope, known
from scoring.language.workdays import is_working_day
from scoring.pipeline import keep, score_call
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import CallFilter, open_store

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
STORY = ("demo-1-grofvuil", "demo-4-warm-doorverbonden", "demo-5-koud-doorverbonden")
ASKED = "behulpzaam.meer_vragen"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    settings = Settings(data_folder=tmp_path_factory.mktemp("maanden"))
    rubric = load_rubric(ROOT / "rubrics" / "vijf_b.yaml")
    norms = load_norms("1stroom", ROOT / "rubrics" / "normen")
    with open_store(settings) as store:
        for _ in range(2):
            add_months(store, rubric, norms)
        for name in STORY:
            keep(store, score_call(DEMO / f"{name}.json", rubric, norms, settings), rubric, norms, demo=True)
        add_learning(store, rubric, NOW)
        yield store, rubric


def test_they_are_invented_calls_of_three_people_in_office_hours():
    calls = [one.call for one in told_calls()]
    assert {call.agent for call in calls} == {"M-06", "M-07", "M-08"}
    assert {call.team for call in calls} == {"KCC", "Burgerzaken"}
    assert len({call.called_at.date() for call in calls}) == len(calls)
    for one in told_calls():
        assert is_working_day(one.call.called_at.date()), one.call.id
        assert 8 <= one.call.called_at.hour < 18
        assert one.call.organisation == "Gemeente Voorbeeldstad"
        assert len({turn.text for turn in one.transcript.turns}) == len(one.transcript.turns)
    texts = [one.transcript.turns for one in told_calls()]
    assert len(set(texts)) == len(texts)


def test_they_are_kept_once_and_as_demo(demo):
    store, _ = demo
    assert store.count(CallFilter(demo=True)) == len(told_calls()) + len(STORY)
    assert store.count(CallFilter(demo=False)) == 0
    assert all(len(store.scorecards(one.call.id)) == 1 for one in told_calls())


def test_the_overview_has_a_trend_and_a_change_beyond_chance(demo):
    store, rubric = demo
    there = known(store)
    scope = Scope(rubric=rubric.id, period=period_of(there.newest, Unit.MONTH), demo=there.demo)
    seen = overview(store, scope, rubric, 5)
    assert len([point for point in seen.history if point.scores]) == 4
    assert ASKED in [f.name for f in seen.criteria if f.trend is Trend.UP]
    sentence = what_changed(seen, {one.id: one.title for one in rubric.dimensions})
    changed = r"(kreeg \d+ % ja, tegen \d+ % in|ging van \d+ naar \d+ punten sinds) oktober 2026\."
    assert re.search(changed + r" Dat is meer dan toeval\.", sentence)


def test_goals_show_each_thing_that_before_and_after_can_say(demo):
    store, _ = demo
    told = {one.about.agent: progress(store, one, 5, NOW).verdict for one in goals(store)}
    assert told == {"M-01": Verdict.TOO_FEW, "M-06": Verdict.BETTER, "M-07": Verdict.CHANCE}
