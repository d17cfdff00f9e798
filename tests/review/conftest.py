"""Calls judged by the small rubric, kept in a store of their own."""

from datetime import UTC, datetime

import pytest
from kept_calls import a_call

from scoring.call import Call, Roles, Transcript
from scoring.examples import dialogue
from scoring.pipeline import score_transcript
from scoring.rubric import Norms, Rubric, load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import Store, open_store

SMALL = ROOT / "tests" / "small_rubric" / "klein.yaml"
NOW = datetime(2026, 2, 2, 10, 0, tzinfo=UTC)
POLITE = "A: Goedemorgen, gemeente Zonnedaal.\nB: Dag, mijn vraag is of dat kan.\nA: Ja hoor.\nB: Fijn."
CURT = "A: Hallo?\nB: Dag, mijn vraag is of dat kan.\nA: Even kort, dat kan.\nB: Oké."


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(data_folder=tmp_path / "gegevens")


@pytest.fixture
def store(settings):
    with open_store(settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(SMALL)


@pytest.fixture(scope="session")
def norms() -> Norms:
    return load_norms("proef", SMALL.parent / "normen")


@pytest.fixture
def judged(store: Store, rubric: Rubric, norms: Norms):
    """Keeps a call with this dialogue, judged, and answers it."""

    def keep(number: int = 1, text: str = POLITE, **fields: object) -> Call:
        call = a_call(number, **fields)
        transcript: Transcript = dialogue(text).model_copy(update={"call_id": call.id, "roles": Roles()})
        store.save(call, transcript)
        store.add_scorecard(score_transcript(call, transcript, rubric, norms, NOW))
        return call

    return keep
