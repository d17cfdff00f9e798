"""What shows a thing best comes first, whatever its place in the call."""

from scoring.scorecard import Evidence
from scoring.verdict import MAX_EVIDENCE, Verdict, all_of, unique


def quotes(*turns: int) -> tuple[Evidence, ...]:
    return tuple(Evidence(turn=turn, start=0, end=2, quote="ja") for turn in turns)


def test_each_measurement_gives_its_best_first():
    both = all_of([Verdict(True, 0.9, quotes(9, 1)), Verdict(True, 0.8, quotes(5, 2))])
    assert [e.turn for e in both.evidence] == [9, 5, 1, 2]


def test_the_best_of_each_stays_when_there_is_too_much():
    many = all_of([Verdict(True, 0.9, quotes(*range(1, 9))), Verdict(True, 0.8, quotes(30))])
    assert len(many.evidence) == MAX_EVIDENCE
    assert 30 in [e.turn for e in many.evidence]
    assert [e.turn for e in unique(many.evidence)] == sorted(e.turn for e in many.evidence)
