"""The calls kept apart: never learned from, and judged as people judged them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoring import intake
from scoring.language.plain_yaml import plain
from scoring.pipeline import score_transcript
from scoring.review.agreement import Labelled, compare
from scoring.review.labels import read_labels
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings

GOLD = Path(__file__).parent / "gold"
HARD = Path(__file__).parent / "hard"
"""Calls full of look-alikes: held-in irritation, mockery, what only looks like a good deed. One person labelled them."""
NORMS = ROOT / "rubrics" / "normen"


def judged(folder: Path):
    rubric, settings = load_rubric(ROOT / "rubrics" / "vijf_b.yaml"), Settings()
    calls = []
    for path in sorted(folder.glob("*.json")):
        read = intake.read(path, settings)
        norms = load_norms(str(read.call.metadata.get("norms", "1stroom")), NORMS)
        card = score_transcript(read.call, read.transcript, rubric, norms, datetime.now(UTC))
        answers, level = read_labels(path.name, read.labels)
        calls.append(Labelled(call=read.call, scorecard=card, answers=answers, escalation_level=level))
    return compare(calls, rubric, load_norms("1stroom", NORMS))


@pytest.fixture(scope="module")
def comparison():
    return judged(GOLD)


def test_enough_calls_are_kept_apart():
    assert len(list(GOLD.glob("*.json"))) >= 40


def test_no_gold_call_is_learned_from():
    learned = {
        line.strip()[3:].strip()
        for path in (ROOT / "rubrics" / "intents").glob("*.yaml")
        for call in plain(path.read_text(encoding="utf-8")).get("calls", [])
        for line in call["turns"].splitlines()
        if len(line.split()) > 8
    }
    for path in (*GOLD.glob("*.json"), *HARD.glob("*.json")):
        turns = [turn.text for turn in intake.read(path, Settings()).transcript.turns]
        assert not learned & {text for text in turns if len(text.split()) > 7}, path.name


def test_the_machine_agrees_with_people(comparison):
    assert comparison.overall.agreement >= 0.90
    assert comparison.overall.kappa >= 0.85


def test_look_alikes_are_told_apart():
    hard = judged(HARD)
    assert len(list(HARD.glob("*.json"))) >= 150
    assert hard.overall.agreement >= 0.90
    assert hard.overall.kappa >= 0.85


def test_every_quote_stands_in_the_call_and_every_answer_explains_itself():
    rubric, settings, norms = (
        load_rubric(ROOT / "rubrics" / "vijf_b.yaml"),
        Settings(),
        load_norms("1stroom", NORMS),
    )
    for path in sorted(GOLD.glob("*.json"))[::6]:
        read = intake.read(path, settings)
        card = score_transcript(read.call, read.transcript, rubric, norms, datetime.now(UTC))
        for result in card.results:
            assert result.reason.strip()
            for proof in result.evidence:
                text = read.transcript.turns[proof.turn].text
                assert text[proof.start : proof.end] == proof.quote
