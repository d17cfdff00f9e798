"""What the demo shows of coaching and practising: once, however often it is loaded."""

import pytest
from kept_calls import a_result, a_scorecard

from scoring.insight.demo import STORY, add_learning
from scoring.insight.goals import goals
from scoring.insight.practised import progress_of_all
from scoring.insight.sheet_pdf import sheet_pdf
from scoring.insight.sheets import sheets, suggest
from scoring.intake import read
from scoring.rubric import load_rubric
from scoring.scorecard import Answer, Evidence
from scoring.settings import ROOT, Settings
from scoring.store import open_store


@pytest.fixture
def demo(tmp_path):
    """The three calls of the story, with answers as a finished review leaves them."""
    settings = Settings(data_folder=tmp_path)
    rubric = load_rubric(ROOT / "rubrics" / "vijf_b.yaml")
    names = ("demo-1-grofvuil", "demo-4-warm-doorverbonden", "demo-5-koud-doorverbonden")
    with open_store(settings) as store:
        for name in names:
            found = read(STORY.parent / f"{name}.json", settings)
            quote = Evidence.cut(found.transcript.turns[0].text, 0)
            results = tuple(a_result(c.id, Answer.NO, evidence=(quote,)) for c in rubric.criteria)
            store.save(found.call, found.transcript, demo=True)
            store.add_scorecard(a_scorecard(found.call, results=results, provisional=False))
        yield store, rubric


def test_it_is_there_once(demo):
    store, rubric = demo
    for _ in range(2):
        add_learning(store, rubric)
    (goal,), (sheet,), (trainee,) = goals(store), sheets(store), progress_of_all(store)
    assert len(goal.steps) == 2
    assert len(sheet.about.points) == 2
    assert (trainee.done, trainee.calls, trainee.same.n) == (2, 2, 12)
    assert sheet_pdf(store, sheet, rubric, 5, "M-01").startswith(b"%PDF-")
    assert [one.good for one in suggest(store, "M-01", rubric, demo=True)] == [False] * 6


def test_another_rubric_gets_nothing(demo):
    store, _ = demo
    add_learning(store, load_rubric(ROOT / "tests" / "app" / "rubriek" / "klein.yaml"))
    assert goals(store) == []
    assert progress_of_all(store) == []
