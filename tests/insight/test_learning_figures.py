"""Before and after of a goal, and progress of practising, against pandas on the exports of the very same calls."""

import io
import random
from datetime import datetime, timedelta

import pandas as pd
import pytest
from kept_calls import a_call, a_result, a_scorecard, a_transcript
from scipy.stats import binomtest

from scoring.insight.goal_progress import BEFORE, progress
from scoring.insight.goals import set_goal
from scoring.insight.practice import expert_answer, finish_call, give_answer, open_set, practice
from scoring.insight.practised import progress_of
from scoring.reports.export import ANSWERS, export_csv
from scoring.rubric import Rubric, load_rubric
from scoring.scorecard import POINTS, Answer, Evidence
from scoring.settings import ROOT, Settings
from scoring.store import Store, open_store
from scoring.store.tables import LOCAL

MADE = datetime(2026, 6, 15, 12, 30, tzinfo=LOCAL)
NOW = MADE + timedelta(days=80)
GREETED, LEFT = "beleefd.begroeting", "beleefd.afscheid"
GIVEN = (Answer.YES, Answer.PARTIAL, Answer.NO)


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return load_rubric(ROOT / "tests" / "app" / "rubriek" / "klein.yaml")


@pytest.fixture
def store(tmp_path):
    with open_store(Settings(data_folder=tmp_path)) as opened:
        yield opened


def keep(store: Store, dice: random.Random, number: int) -> str:
    """A call of one of two employees, somewhere in ten months, with answers by chance."""
    at = MADE + timedelta(days=dice.uniform(-130, 100))
    call = a_call(number, called_at=at.replace(second=0, microsecond=0), agent=f"M-0{1 + number % 2}")
    results = [a_result(name, dice.choice([*POINTS, *Answer])) for name in (GREETED, LEFT)]
    store.save(call, a_transcript(call))
    store.add_scorecard(a_scorecard(call, results=tuple(results)))
    return call.id


def exported(store: Store) -> pd.DataFrame:
    read = pd.read_csv(io.BytesIO(export_csv(store, long=True)), sep=";", decimal=",")
    moment = pd.to_datetime(read["Datum en tijd"], format="%d-%m-%Y %H:%M").dt.tz_localize(LOCAL)
    return read.assign(moment=moment)


@pytest.mark.parametrize("seed", range(5))
def test_before_and_after_equal_pandas_on_the_export(store, rubric, seed):
    dice = random.Random(seed)
    calls = [keep(store, dice, number) for number in range(90)]
    chosen = next(one for one in calls if store.call(one).agent == "M-01")
    quote = Evidence.cut(store.transcript(chosen).turns[0].text, 0)
    goal = set_goal(store, chosen, GREETED, quote, "Ik groet.", "Marit", rubric, MADE)
    found = progress(store, goal, 5, NOW)

    frame = exported(store)
    counting = [ANSWERS[answer] for answer in POINTS]
    mine = frame[
        (frame["Medewerker (pseudoniem)"] == "M-01")
        & (frame.Criterium == GREETED)
        & frame.Antwoord.isin(counting)
    ]
    mine = mine[mine["Gesprek"] != chosen]
    before = mine[(mine.moment >= MADE - BEFORE) & (mine.moment < MADE)]
    after = mine[(mine.moment >= MADE) & (mine.moment < NOW)]
    assert len(before) > 3
    assert len(after) > 3
    for figure, rows in ((found.before, before), (found.after, after)):
        good = int((rows.Antwoord == ANSWERS[Answer.YES]).sum())
        assert (figure.n, figure.value) == (len(rows), pytest.approx(good / len(rows)))
        sure = binomtest(good, len(rows)).proportion_ci(method="wilson")
        assert (figure.low, figure.high) == pytest.approx((sure.low, sure.high))
    assert found.change.value == pytest.approx(
        (after.Antwoord == "ja").mean() - (before.Antwoord == "ja").mean()
    )


@pytest.mark.parametrize("seed", range(3))
def test_progress_of_practice_equals_pandas_on_what_was_answered(store, rubric, seed):
    dice = random.Random(seed)
    calls = [keep(store, dice, number) for number in range(6)]
    number = open_set(store, "Begin", calls, [GREETED, LEFT], rubric, "Ilse").id
    rows = []
    for call_id, name in practice(store, number, "Sam").without_expert:
        expert, own = dice.choice(GIVEN), dice.choice(GIVEN)
        expert_answer(store, number, "Ilse", call_id, name, expert, "Zo hoort het.")
        rows.append(
            {"call": call_id, "b": name.partition(".")[0], "same": own is expert, "own": own, "name": name}
        )
    for row in rows:
        give_answer(store, number, "Sam", row["call"], row["name"], row["own"])
    for call_id in calls[:4]:
        finish_call(store, number, "Sam", call_id)
    (found,) = progress_of(store, "Sam")

    frame = pd.DataFrame(rows)
    done = frame[frame.call.isin(calls[:4])]
    assert (found.done, found.calls) == (4, 6)
    assert (found.same.n, found.same.value) == (len(done), pytest.approx(done.same.mean()))
    by_b = done.groupby("b").same.agg(["size", "mean"])
    assert set(found.by_dimension) == set(by_b.index)
    for name, figure in found.by_dimension.items():
        assert (figure.n, figure.value) == (by_b.loc[name, "size"], pytest.approx(by_b.loc[name, "mean"]))
