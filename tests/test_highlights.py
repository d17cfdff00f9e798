"""What stands out on a scorecard: weighed by what it cost or brought."""

from kept_calls import a_call, a_result, a_scorecard

from scoring.highlights import counting, to_coach, went_well
from scoring.rubric import Criterion, Dimension, Rubric
from scoring.scorecard import Answer


def a_rubric(**weights: float) -> Rubric:
    criteria = tuple(
        Criterion(
            id=name.replace("__", "."),
            question="Vraag?",
            why="Daarom.",
            source="Bron",
            weight=weight,
            critical=name.endswith("fataal"),
            mode="human",
            tip="Tip.",
        )
        for name, weight in weights.items()
    )
    names = dict.fromkeys(c.dimension for c in criteria)
    dimensions = tuple(Dimension(id=name, title=name, question="Vraag?") for name in names)
    return Rubric(id="proef", version="1.0.0", title="Proef", dimensions=dimensions, criteria=criteria)


def a_card(**answers: Answer):
    results = tuple(a_result(name.replace("__", "."), answer) for name, answer in answers.items())
    return a_scorecard(a_call(), results=results)


def test_stakes_share_out_the_whole_total():
    rubric = a_rubric(een__a=1, een__b=3, twee__c=1, drie__d=1)
    card = a_card(een__a=Answer.YES, een__b=Answer.NO, twee__c=Answer.PARTIAL, drie__d=Answer.NOT_APPLICABLE)
    stakes = {h.criterion.id: h.stake for h in counting(card, rubric)}
    assert stakes == {"een.a": 12.5, "een.b": 37.5, "twee.c": 50.0}


def test_the_largest_loss_comes_first_and_half_an_answer_loses_half():
    rubric = a_rubric(een__a=1, een__b=3, twee__c=1)
    card = a_card(een__a=Answer.NO, een__b=Answer.NO, twee__c=Answer.PARTIAL)
    assert [(h.criterion.id, h.loss) for h in to_coach(card, rubric)] == [
        ("een.b", 37.5),
        ("twee.c", 25.0),
        ("een.a", 12.5),
    ]


def test_what_caps_a_whole_b_comes_before_everything():
    rubric = a_rubric(een__a=5, een__fataal=1)
    card = a_card(een__a=Answer.NO, een__fataal=Answer.NO)
    assert to_coach(card, rubric, most=1)[0].criterion.id == "een.fataal"


def test_what_a_person_must_check_is_praised_last():
    rubric = a_rubric(een__a=5, een__b=1)
    results = (a_result("een.a", Answer.YES, proposal=True), a_result("een.b", Answer.YES))
    card = a_scorecard(a_call(), results=results)
    assert [h.criterion.id for h in went_well(card, rubric)] == ["een.b", "een.a"]


def test_a_criterion_that_the_rubric_no_longer_has_is_left_out():
    assert counting(a_card(een__weg=Answer.NO), a_rubric(een__a=1)) == []
