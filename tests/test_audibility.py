"""What was badly heard counts for nobody: never a no that rests on a mistake of the machine."""

import pytest
from one_criterion import NORMS, a_rubric

from scoring.call import Call, SoundEvent, SoundKind, Sounds, Speaker, Transcript, Turn, Word
from scoring.evaluate import evaluate
from scoring.rubric import load_norms, load_rubric
from scoring.rubric.norms import Recognition
from scoring.scorecard import Answer
from scoring.settings import ROOT

STRICT = NORMS.model_copy(update={"recognition": Recognition(word_confidence=0.5, not_understood=0.2)})


def heard(*said: tuple[str, float], missed: float = 0.0) -> Transcript:
    """Lines of the employee, each with the probability of all its words; ten seconds of speech a line."""
    turns = []
    for place, (text, sure) in enumerate(said):
        words = tuple(
            Word(text=w, start=10.0 * place, end=10.0 * place + 9, probability=sure) for w in text.split()
        )
        turns.append(
            Turn(speaker=Speaker.AGENT, text=text, start=10.0 * place, end=10.0 * place + 10, words=words)
        )
    end = 10.0 * len(said)
    gap = SoundEvent(kind=SoundKind.UNHEARD, start=end, end=end + missed)
    sounds = Sounds(events=(gap,) if missed else (), speech=end + missed)
    return Transcript(call_id="proef", turns=tuple(turns), engine="faster-whisper", sounds=sounds)


def judged(criterion, transcript, norms=STRICT, **call):
    whole = Call.model_validate({"id": "proef", "source": "proef"} | call)
    return evaluate(whole, transcript, a_rubric(criterion), norms).results[0]


def test_a_yes_on_unsure_words_is_not_measurable_and_says_why():
    result = judged("{yes: ja}", heard(("Ja.", 0.4), ("Dag.", 0.9)))
    assert result.answer is Answer.UNMEASURABLE
    assert "niet goed verstaan" in result.reason
    assert result.evidence == ()


def test_the_same_words_heard_well_are_a_yes():
    assert judged("{yes: ja}", heard(("Ja.", 0.9))).answer is Answer.YES


def test_one_sure_quote_is_enough():
    assert judged("{yes: ja}", heard(("Ja.", 0.4), ("Ja.", 0.9))).answer is Answer.YES


def test_what_was_proven_another_way_stands():
    said = heard(("Ja.", 0.4), ("Nee.", 0.9))
    assert judged("{yes: {any: [ja, nee]}}", said).answer is Answer.YES
    assert judged("{yes: {all: [ja, nee]}}", said).answer is Answer.UNMEASURABLE


def test_a_forbidden_word_that_was_badly_heard_is_no_no():
    assert judged("{yes: {none: [ja]}}", heard(("Ja.", 0.9))).answer is Answer.NO
    assert judged("{yes: {none: [ja]}}", heard(("Ja.", 0.4))).answer is Answer.UNMEASURABLE


def test_a_criterion_that_applies_by_unsure_words_is_not_measurable():
    result = judged("{applies_when: nee, yes: ja}", heard(("Nee.", 0.3)))
    assert result.answer is Answer.UNMEASURABLE


@pytest.mark.parametrize(("missed", "answer"), [(1.0, Answer.NO), (8.0, Answer.UNMEASURABLE)])
def test_not_found_says_nothing_when_much_speech_was_not_understood(missed, answer):
    result = judged("{yes: ja}", heard(("Dag meneer.", 0.9), missed=missed))
    assert result.answer is answer
    if answer is Answer.UNMEASURABLE:
        assert "44%" in result.reason


def test_turns_of_unsure_words_are_not_understood_either():
    said = heard(("Dag.", 0.9), ("Mompel mompel.", 0.2))
    assert judged("{yes: ja}", said).answer is Answer.UNMEASURABLE
    assert (
        judged(
            "{yes: ja}", said, NORMS.model_copy(update={"recognition": Recognition(not_understood=0.6)})
        ).answer
        is Answer.NO
    )


def test_halfway_is_no_less_unfair_than_no():
    assert judged("{yes: ja, partial: nee}", heard(("Nee.", 0.9), missed=9)).answer is Answer.UNMEASURABLE
    assert judged("{yes: ja, partial: nee}", heard(("Ja.", 0.9), missed=9)).answer is Answer.YES


def test_what_needs_no_words_is_judged_all_the_same():
    said = heard(("Dag.", 0.9), missed=30)
    criterion = "{detectors: {rang: {kind: metadata, field: rings}}, yes: {measure: rang, at_most: 4}}"
    assert judged(criterion, said, metadata={"rings": 7}).answer is Answer.NO
    assert judged(criterion, said, metadata={"rings": 2}).answer is Answer.YES


def test_a_text_that_a_person_wrote_or_corrected_is_sure():
    said = heard(("Ja.", 0.2))
    corrected = said.model_copy(update={"turns": (said.turns[0].model_copy(update={"words": ()}),)})
    assert judged("{yes: ja}", corrected).answer is Answer.YES


def rang(count: int, cut: bool = False) -> Sounds:
    events = tuple(SoundEvent(kind=SoundKind.RING, start=5.0 * i, end=5.0 * i + 1) for i in range(count))
    return Sounds(events=events, speech=60, picked_up=5.0 * count - 2, rings_cut=cut)


@pytest.fixture(scope="module")
def product():
    return load_rubric(ROOT / "rubrics" / "vijf_b.yaml"), load_norms("1stroom", ROOT / "rubrics" / "normen")


@pytest.mark.parametrize(
    ("sounds", "metadata", "answer"),
    [
        (rang(3), {}, "yes"),
        (rang(4), {}, "yes"),
        (rang(5), {}, "no"),
        (rang(0), {}, "unmeasurable"),
        (None, {}, "unmeasurable"),
        (rang(7), {"rings": 2}, "yes"),
        (rang(2), {"wait_seconds": 48}, "no"),
    ],
)
def test_rings_on_the_recording_answer_the_pick_up_time_after_the_metadata(product, sounds, metadata, answer):
    said = heard(("Goedemorgen, gemeente Rijnmeer, met Loes Hendriks.", 0.9)).model_copy(
        update={"sounds": sounds}
    )
    call = Call(id="proef", source="proef", metadata=metadata)
    rubric, norms = product
    only = rubric.model_copy(update={"criteria": (rubric.criterion("bereikbaar.opneemtijd"),), "intents": ""})
    (result,) = evaluate(call, said, only, norms).results
    assert result.answer == answer


def test_a_recording_that_begins_inside_a_ring_is_a_proposal(product):
    said = heard(("Goedemorgen.", 0.9)).model_copy(update={"sounds": rang(2, cut=True)})
    rubric, norms = product
    only = rubric.model_copy(update={"criteria": (rubric.criterion("bereikbaar.opneemtijd"),), "intents": ""})
    (result,) = evaluate(Call(id="proef", source="proef"), said, only, norms).results
    assert result.proposal


def test_every_norm_profile_says_when_speech_is_too_unsure():
    for path in (ROOT / "rubrics" / "normen").glob("*.yaml"):
        limits = load_norms(path.stem, path.parent).recognition
        assert {"word_confidence", "not_understood"} <= limits.model_fields_set
        assert limits.terms
