"""The overview against pandas on the export of the very same calls."""

import io
from datetime import date

import pandas as pd
import pytest
from scipy import stats

from scoring.highlights import counting as stakes
from scoring.insight.changes import what_changed
from scoring.insight.coaching import to_coach
from scoring.insight.overview import Trend, overview
from scoring.insight.periods import Unit, period_of
from scoring.insight.promises import Standing, Term, ledger, promises
from scoring.insight.scope import Scope, known
from scoring.reports.export import ANSWERS, export_csv
from scoring.scorecard import POINTS, Answer
from scoring.store import CallFilter

FEBRUARY = period_of(date(2026, 2, 10), Unit.MONTH)
SCOPES = [
    Scope(rubric="klein", period=FEBRUARY),
    Scope(rubric="klein", period=FEBRUARY, team="KCC"),
    Scope(rubric="klein", period=period_of(date(2026, 2, 10), Unit.QUARTER)),
]
GREETING = "beleefd.begroeting"


def table(store, long=False) -> pd.DataFrame:
    """The export as a user opens it, without the demo and without calls that have no date."""
    read = pd.read_csv(io.BytesIO(export_csv(store, CallFilter(demo=False), long=long)), sep=";", decimal=",")
    moment = pd.to_datetime(read["Datum en tijd"], format="%d-%m-%Y %H:%M")
    return read.assign(moment=moment).dropna(subset="moment")


def of(frame: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    kept = frame[(frame.moment >= scope.period.since) & (frame.moment < scope.period.until)]
    return kept if scope.team is None else kept[kept.Team == scope.team]


@pytest.mark.parametrize("scope", SCOPES)
def test_scores_equal_pandas_on_the_export(filled, small, scope):
    seen = overview(filled, scope, small, 5)
    frame = of(table(filled), scope)
    assert seen.n == len(frame) == filled.count(scope.calls())
    for figure, column in (
        (seen.total, "Totaal (0-100)"),
        *((d, d.name.capitalize()) for d in seen.dimensions),
    ):
        scores = frame[column].dropna()
        assert figure.now.n == len(scores)
        assert figure.now.value == pytest.approx(scores.mean(), abs=1e-6)
        if (figure.now.low or 0) > 0 and (figure.now.high or 0) < 100:
            expected = stats.ttest_1samp(scores, 0).confidence_interval()
            assert (figure.now.low, figure.now.high) == pytest.approx((expected.low, expected.high), abs=1e-3)


@pytest.mark.parametrize("scope", SCOPES)
def test_answers_equal_pandas_on_the_export_and_click_through_to_as_many(filled, small, scope):
    seen = overview(filled, scope, small, 1)
    frame = of(table(filled, long=True), scope)
    assert [figure.name for figure in seen.criteria] == [c.id for c in small.criteria]
    for figure in seen.criteria:
        given = frame[frame.Criterium == figure.name].Antwoord.value_counts()
        assert {ANSWERS[a]: n for a, n in figure.answers.items()} == given.to_dict()
        counted = [given.get(ANSWERS[answer], 0) for answer in POINTS]
        assert figure.now.n == sum(counted)
        assert figure.now.value == pytest.approx(counted[0] / sum(counted))
        for answer, n in figure.answers.items():
            assert filled.count(scope.answered(figure.name, answer)) == n


def test_loss_is_what_highlights_says_call_by_call(filled, small):
    scope = SCOPES[0]
    seen = overview(filled, scope, small, 1)
    cards = [card for _, card in filled.scored(scope.calls())]
    for figure in seen.criteria:
        lost = sum(h.loss for card in cards for h in stakes(card, small) if h.criterion.id == figure.name)
        assert figure.loss == pytest.approx(lost / len(cards))


def test_escalation_and_history_equal_pandas(filled, small):
    seen = overview(filled, SCOPES[0], small, 5)
    assert len(seen.history) == 12
    frame = table(filled)
    for point in seen.history[-2:]:
        month = of(frame, SCOPES[0].model_copy(update={"period": point.period}))
        levels = month["Escalatie (0-4)"].value_counts()
        assert point.levels == tuple(levels.get(level, 0) for level in range(5))
        assert point.n == len(month)
    assert all(point.n == 0 and point.levels == () for point in seen.history[:-2])


def test_what_changed_is_named_and_the_rest_is_chance(filled, small):
    seen = overview(filled, SCOPES[0], small, 5)
    greeting = next(figure for figure in seen.criteria if figure.name == GREETING)
    assert greeting.trend is Trend.UP
    sentence = what_changed(seen, {GREETING: "Groet", "beleefd": "Beleefd"})
    assert "Dat is meer dan toeval." in sentence
    assert "januari 2026" in sentence
    assert "Beleefd ging van" in sentence or "‘Groet’ kreeg" in sentence
    same = overview(filled, SCOPES[2], small, 5)
    assert "te weinig gesprekken om 1e kwartaal 2026 mee te vergelijken" in what_changed(same, {})


def test_nothing_is_shown_of_a_few_calls(filled, small):
    seen = overview(filled, SCOPES[0].model_copy(update={"team": "Balie"}), small, 5)
    assert not seen.enough
    figures = (seen.total, *seen.dimensions, *seen.criteria)
    assert all(figure.now.value is None and not figure.answers and figure.loss is None for figure in figures)
    assert all(point.levels == () for point in seen.history)
    assert to_coach(filled, seen, small) == ()
    assert "nog te weinig" in what_changed(seen, {})


def test_a_team_of_one_person_is_no_team_figure(filled, small):
    seen = overview(filled, SCOPES[0], small, 5)
    teams = {team.team: team for team in seen.teams}
    assert list(teams) == sorted(teams)
    assert teams["Wmo"].agents == 1
    assert teams["Wmo"].scores == {}
    assert teams["KCC"].scores["totaal"].value is not None
    assert teams["Balie"].scores.get("totaal") is None or teams["Balie"].scores["totaal"].value is None


def test_demo_and_undated_calls_stay_out_of_real_figures(filled):
    there = known(filled)
    assert not there.demo
    assert there.undated == 1
    assert there.teams == ("Balie", "KCC", "Wmo")
    assert filled.count(SCOPES[0].calls(ids=("gesprek-0501",))) == 0
    assert filled.count(SCOPES[0].calls(ids=("gesprek-0502",))) == 1


def test_what_to_coach_is_the_costliest_with_calls_that_show_it(filled, small):
    seen = overview(filled, SCOPES[0], small, 5)
    points = to_coach(filled, seen, small)
    losses = [point.figure.loss for point in points]
    assert losses == sorted((f.loss or 0 for f in seen.criteria), reverse=True)[:3]
    for point in points:
        assert filled.count(point.calls) == point.lost > 0
        assert point.moments
        for moment in point.moments:
            card = filled.scorecard(moment.call.id)
            assert card is not None
            assert card.result(point.criterion.id).answer == moment.answer in (Answer.NO, Answer.PARTIAL)


def test_the_ledger_adds_up(filled):
    today = date(2026, 2, 14)
    scope = SCOPES[2]
    found = ledger(filled, scope, today)
    cards = [card for _, card in filled.scored(scope.calls()) if card.callback]
    made = [card.callback for card in cards if card.callback.accepted]
    assert (found.made, found.refused) == (len(made), len(cards) - len(made))
    assert sum(found.standing.values()) == sum(found.terms.values()) == found.made
    assert found.standing[Standing.OVERDUE] == sum(c.due < "2026-02-14" for c in made)
    assert found.terms[Term.TWO] == sum(c.working_days == 2 for c in made)
    for standing in Standing:
        listed = promises(filled, scope, standing, today)
        assert len(listed) == found.standing[standing]
        assert [p.callback.due for p in listed] == sorted(p.callback.due for p in listed)
