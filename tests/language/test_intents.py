from math import nan

import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from scoring.call import Speaker
from scoring.language.features import PARTS, Features, Part, places, texts
from scoring.language.intents import IntentModel
from scoring.language.learning import MIN_EXAMPLES, Lesson, train
from scoring.language.moments import Moment
from scoring.language.vocabulary import counted

OFFERS = "ik bel u terug", "zal ik u morgen even terugbellen", "mijn collega belt u terug", "wij bellen u"
ASKS = "waar gaat het over", "wat is uw nummer", "is de straat al open", "waar woont u dan"
UNSEEN = "een heel ander verhaal ja ja ja", "x", "ik bel bel bel u u", "  ", "zoiets staat nergens", "à l’Été"


def a_moment(line: str, place: int, lines: list[str], speaker: Speaker = Speaker.AGENT) -> Moment:
    before = lines[place - 1] if place else ""
    after = "".join(lines[place + 1 : place + 2])
    return Moment(speaker, f" {line} ", before, after, place, len(lines), float(line in ASKS))


def a_call(*lines: str, speaker: Speaker = Speaker.AGENT) -> list[Moment]:
    padded = [f" {line} " for line in lines]
    return [a_moment(line, i, padded, speaker) for i, line in enumerate(lines)]


@pytest.fixture
def labelled() -> list[tuple[Moment, frozenset[str]]]:
    calls = [
        m for _ in range(3) for m in a_call(*(x for pair in zip(OFFERS, ASKS, strict=True) for x in pair))
    ]
    return [(m, frozenset({"question" if m.asks else "callback_offer"})) for m in calls]


def fresh(part: Part) -> TfidfVectorizer:
    sizes = {"ngram_range": (part.shortest, part.longest), "min_df": part.min_turns, "sublinear_tf": True}
    words = {"token_pattern": r"\S+"} if part.analyzer == "word" else {}
    return TfidfVectorizer(analyzer=part.analyzer, **sizes, **words)


def by_sklearn(fitted: list[TfidfVectorizer], moments: list[Moment]) -> csr_matrix:
    lines = texts(moments)
    return hstack([p.share * v.transform(t) for p, v, t in zip(PARTS, fitted, lines, strict=True)]).tocsr()


@pytest.fixture
def fitted(labelled) -> list[TfidfVectorizer]:
    lines = texts([m for m, _ in labelled])
    return [fresh(part).fit(some) for part, some in zip(PARTS, lines, strict=True)]


def test_features_are_those_of_the_vectorizers_they_were_learned_with(fitted):
    moments = a_call(*OFFERS, *UNSEEN, *ASKS)
    terms = [list(v.get_feature_names_out()) for v in fitted]
    ours = Features(terms, [v.idf_ for v in fitted]).matrix(moments)
    theirs = by_sklearn(fitted, moments)
    assert theirs.nnz > 200
    np.testing.assert_allclose(ours.toarray(), theirs.toarray(), rtol=0, atol=1e-12)


def test_the_vocabulary_is_that_of_the_vectorizers(labelled, fitted):
    for part, vectorizer, lines in zip(PARTS, fitted, texts([m for m, _ in labelled]), strict=True):
        found = counted(part, lines)
        assert found.terms == list(vectorizer.get_feature_names_out())
        np.testing.assert_allclose(found.rarity(), vectorizer.idf_)


def test_turns_are_learned_with_the_features_they_are_read_with(labelled):
    lesson = Lesson(labelled, Speaker.AGENT, ())
    moments = [m for m, _ in labelled if m.speaker is Speaker.AGENT]
    read = Features(lesson.terms, lesson.idf).matrix(moments)
    learned = lesson.features[:, : read.shape[1]]
    assert read.nnz > 200
    np.testing.assert_allclose(learned.toarray(), read.toarray(), rtol=0, atol=1e-12)


def test_probabilities_of_the_first_reading_are_those_of_the_learned_regression(labelled, fitted):
    moments = a_call(*(line for line in UNSEEN if line.strip()), *OFFERS, *ASKS)
    words = train(labelled)._readings[Speaker.AGENT].words
    features = hstack([by_sklearn(fitted, moments), csr_matrix(places(moments))])
    weights = words.arrays("")["weights"].astype(np.float64)
    expected = 1 / (1 + np.exp(-(features @ weights[:-1] + weights[-1])))
    acts = expected[:, : len(words.names)]  # behind them stands what asks
    np.testing.assert_allclose(words.probabilities(moments), acts, atol=1e-6)


def test_what_was_learned_is_recognised_and_told_apart(labelled):
    offer, question = train(labelled).read(a_call("ik bel u morgen terug", "waar gaat het dan over"))
    assert offer["callback_offer"] > 0.5 > offer["question"]
    assert question["question"] > 0.5 > question["callback_offer"]


def test_in_a_call_without_question_marks_words_tell_what_asks(labelled):
    words = train(labelled)._readings[Speaker.AGENT].words
    marked = a_call(*OFFERS, *ASKS)
    unmarked, never = ([m._replace(asks=asks) for m in marked] for asks in (nan, 0.0))
    true, judged, lost = (words.probabilities(moments) for moments in (marked, unmarked, never))
    asking = slice(len(OFFERS), None)
    assert np.abs(judged - true).max() < 0.1
    assert np.abs(lost - true)[asking].max() > 2 * np.abs(judged - true)[asking].max()


def test_calls_that_never_had_question_marks_teach_and_are_read_as_well(labelled):
    without = [(m._replace(asks=nan), acts) for m, acts in labelled]
    offer, question = train(without).read([m._replace(asks=nan) for m in a_call(OFFERS[1], ASKS[0])])
    assert offer["callback_offer"] > 0.5 > offer["question"]
    assert question["question"] > 0.5


def test_an_empty_turn_and_a_speaker_without_examples_have_no_intents(labelled):
    model = train(labelled)
    assert model.read(a_call(" ")) == [{}]
    assert model.read(a_call("ik bel u terug", speaker=Speaker.CALLER)) == [{}]


def test_an_intent_with_too_few_examples_is_not_learned(labelled):
    rare = [(m, acts | {"rare"}) for m, acts in labelled[: MIN_EXAMPLES - 1]]
    assert train(rare + labelled[MIN_EXAMPLES - 1 :]).names == {"callback_offer", "question"}


def test_a_model_that_was_kept_reads_exactly_the_same(labelled, tmp_path):
    model, moments = train(labelled), [m._replace(asks=nan) for m in a_call(*OFFERS, *UNSEEN)]
    model.save(tmp_path / "kept.npz")
    assert IntentModel.open(tmp_path / "kept.npz").read(moments) == model.read(moments)


def test_learning_twice_gives_the_same_model(labelled):
    moments = a_call(*OFFERS, *UNSEEN)
    assert train(labelled).read(moments) == train(labelled).read(moments)


def test_learning_both_speakers_at_once_gives_the_same_networks_every_time(labelled):
    callers = [
        (m._replace(speaker=Speaker.CALLER), frozenset({"c_question"} & {f"c_{a}" for a in acts}))
        for m, acts in labelled
    ]
    many = [*labelled, *callers] * (2_400 // len(labelled))
    first, again = train(many), train(many)
    assert all(len(reading.second.hidden) for reading in first._readings.values())
    for speaker, reading in first._readings.items():
        for one, other in zip(reading.second, again._readings[speaker].second, strict=True):
            np.testing.assert_array_equal(one, other)
