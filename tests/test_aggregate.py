from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.aggregate import aggregate, grade
from scoring.call import Call
from scoring.rubric import Criterion, Dimension, Norms, Rubric
from scoring.scorecard import Answer, CriterionResult, Escalation, Evidence, Scorecard

NORMS = Norms(id="proef", title="Proef", source="test", values={})


def a_criterion(id: str, **fields: object) -> Criterion:
    base = {"id": id, "question": "?", "why": "w", "source": "s", "mode": "human", "tip": "t"}
    return Criterion.model_validate(base | fields)


def a_card(answers: dict[str, str], weights: dict[str, float] | None = None, **fields: object) -> Scorecard:
    """The scorecard of answers by criterion id; `critical` names some, `b` weighs dimensions."""
    critical = fields.get("critical", ())
    b = fields.get("b", {})
    dimensions = dict.fromkeys(id.partition(".")[0] for id in answers)
    rubric = Rubric(
        id="proef",
        version="1.0.0",
        title="Proef",
        cap=fields.get("cap", 50.0),
        dimensions=tuple(Dimension(id=d, title=d, question="?", weight=b.get(d, 1.0)) for d in dimensions),
        criteria=tuple(
            a_criterion(id, weight=(weights or {}).get(id, 1.0), critical=id in critical) for id in answers
        ),
    )
    quote = (Evidence(turn=0, start=0, end=2, quote="Ja"),)
    results = [
        CriterionResult(criterion=id, answer=a, mode="machine", confidence=0.9, reason="r", evidence=quote)
        for id, a in answers.items()
    ]
    when = datetime(2026, 1, 15, tzinfo=UTC)
    return aggregate(Call(id="c", source="s"), rubric, NORMS, results, Escalation(level=0), when)


def test_points_times_weight_over_what_counts():
    card = a_card(
        {"a.een": "yes", "a.twee": "partial", "a.drie": "no"}, {"a.een": 2, "a.twee": 1, "a.drie": 1}
    )
    assert card.dimensions["a"].score == 62.5
    assert card.dimensions["a"].coverage == 1.0
    assert (card.total, card.grade) == (62.5, 6.6)


@pytest.mark.parametrize("answer", ["na", "unmeasurable", "failed", "human"])
def test_answers_that_do_not_count_cost_nothing_but_coverage(answer):
    card = a_card({"a.een": "yes", "a.twee": answer}, {"a.twee": 3})
    assert (card.dimensions["a"].score, card.dimensions["a"].coverage) == (100.0, 0.25)


def test_a_b_where_nothing_counts_has_no_score_and_no_part_in_the_total():
    card = a_card({"a.een": "na", "b.een": "partial"}, b={"a": 5})
    assert card.dimensions["a"].score is None
    assert card.dimensions["a"].coverage == 0.0
    assert card.total == 50.0


def test_when_nothing_counts_at_all_there_is_no_grade():
    card = a_card({"a.een": "na", "b.een": "human"})
    assert (card.total, card.grade) == (None, None)


def test_the_total_is_the_weighted_mean_of_the_bs_not_of_the_criteria():
    answers = {"a.een": "yes", "a.twee": "yes", "a.drie": "yes", "b.een": "no"}
    assert a_card(answers).total == 50.0
    assert a_card(answers, b={"a": 3}).total == 75.0


@pytest.mark.parametrize(
    ("answer", "score", "capped"), [("no", 50.0, True), ("partial", 95.0, False), ("na", 100.0, False)]
)
def test_a_critical_no_caps_its_b(answer, score, capped):
    card = a_card({"a.een": "yes", "a.twee": answer}, {"a.een": 9}, critical=("a.twee",))
    assert (card.dimensions["a"].score, card.dimensions["a"].capped) == (score, capped)


def test_a_cap_never_lifts_a_score():
    card = a_card({"a.een": "no", "a.twee": "no"}, critical=("a.een",), cap=40)
    assert (card.dimensions["a"].score, card.dimensions["a"].capped) == (0.0, True)


@pytest.mark.parametrize(
    ("percentage", "expected"),
    [
        (0, 1.0),
        (100, 10.0),
        (50, 5.5),
        (83.3, 8.5),
        (62.5, 6.6),
        (5, 1.5),
        (15, 2.4),
        (None, None),
    ],
)
def test_school_grades(percentage, expected):
    assert grade(percentage) == expected


ANSWERS = st.sampled_from([a.value for a in Answer])


@given(st.lists(st.tuples(ANSWERS, st.floats(0.1, 5)), min_size=1, max_size=12))
def test_scores_stay_between_0_and_100(rows):
    ids = [f"{'abc'[i % 3]}.{'x' * (i + 1)}" for i in range(len(rows))]
    answers = {id: a for id, (a, _) in zip(ids, rows, strict=True)}
    card = a_card(answers, {id: w for id, (_, w) in zip(ids, rows, strict=True)})
    for score in card.dimensions.values():
        assert 0 <= score.coverage <= 1
        assert score.score is None or 0 <= score.score <= 100
    assert card.total is None or 0 <= card.total <= 100
    assert card.grade is None or 1 <= card.grade <= 10
    assert Scorecard.model_validate_json(card.model_dump_json()) == card


def test_the_contract_has_exactly_these_keys():
    data = a_card({"a.een": "yes", "a.twee": "human"}).contract()
    known = "call_id source rubric norms criteria dimensions total grade escalation provisional"
    assert set(known.split()) <= data.keys()
    assert data.keys() - set(known.split()) <= {"callback", "warnings"}
    assert "scored_at" not in data
    assert data["rubric"].keys() == {"id", "version", "hash"}
    assert data["provisional"] is True
    for result in data["criteria"].values():
        assert set(result) == {"answer", "mode", "confidence", "evidence", "reason"}
    assert set(data["criteria"]["a.een"]["evidence"][0]) == {"turn", "start", "end", "quote"}
    assert data["dimensions"]["a"].keys() >= {"score", "coverage"}
    assert data["escalation"].keys() >= {"level", "evidence"}
