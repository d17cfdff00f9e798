from kept_calls import a_call, a_result, a_scorecard

from scoring.difference import Changed, changed
from scoring.scorecard import Answer


def test_only_other_answers_are_a_difference():
    call = a_call()
    before = a_scorecard(call)
    results = (
        a_result("beleefd.begroeting", Answer.NO),
        a_result("beleefd.toon", Answer.HUMAN, mode="human", confidence=0.1),
        a_result("betrouwbaar.nieuw", Answer.YES),
    )
    assert changed(before, before) == ()
    assert changed(before, a_scorecard(call, results=results)) == (
        Changed(criterion="beleefd.begroeting", before=Answer.YES, after=Answer.NO),
        Changed(criterion="betrouwbaar.nieuw", before=None, after=Answer.YES),
        Changed(criterion="bekend.naam_beller", before=Answer.PARTIAL, after=None),
    )
