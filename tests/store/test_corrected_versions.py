"""Versions of a transcript that people make: side by side, none lost, none over another's."""

import pytest
from kept_calls import a_call, a_transcript

from scoring.errors import StoreError
from scoring.store import open_store


@pytest.fixture
def store(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'k.db'}") as opened:
        yield opened


def test_every_version_can_be_read_again(store):
    call = a_call()
    store.save(call, a_transcript(call))
    store.add_transcript(call.id, a_transcript(call, "mijn rijbewijs is zoek"), "Beurt 2: tekst verbeterd.")
    assert store.transcript_at(call.id, 1) == a_transcript(call)
    assert store.transcript_at(call.id, 2) == store.transcript(call.id)
    with pytest.raises(StoreError, match="geen versie 3"):
        store.transcript_at(call.id, 3)


def test_a_correction_of_an_older_screen_is_refused(store):
    call = a_call()
    store.save(call, a_transcript(call))
    store.add_transcript(call.id, a_transcript(call, "eerste"), "Beurt 2: tekst verbeterd.", after=1)
    with pytest.raises(StoreError, match="intussen"):
        store.add_transcript(call.id, a_transcript(call, "tweede"), "Beurt 2: tekst verbeterd.", after=1)
    assert store.transcript(call.id) == a_transcript(call, "eerste")


def test_reading_the_same_file_again_with_voices_known_keeps_the_correction(store):
    call = a_call()
    first = a_transcript(call)
    store.save(call, first)
    store.add_transcript(call.id, a_transcript(call, "verbeterd"), "Beurt 2: tekst verbeterd.")
    named = first.model_copy(
        update={"turns": tuple(turn.model_copy(update={"voice": "kanaal 1"}) for turn in first.turns)}
    )
    store.save(call, named)
    assert store.transcript(call.id) == a_transcript(call, "verbeterd")
