"""How many voices there are: made-up rows that lie as the rows of real voices do."""

import numpy as np
import pytest

from scoring.speech.clustering import Limits, Pieces, voices

HOP = 0.5
LIMITS = Limits(two=0.85, more=0.80, close=0.75)


def rows(order, likeness, seed=0):
    """A row for each entry of `order` (the voice); likeness is that of two voices, 0.55 inside one voice."""
    draw = np.random.default_rng(seed)
    size = 192
    shared, *own = np.linalg.qr(draw.standard_normal((size, 8)))[0].T
    centre = {v: np.sqrt(likeness) * shared + np.sqrt(1 - likeness) * own[v] for v in set(order)}
    noise = draw.standard_normal((len(order), size)) * np.sqrt((1 / 0.55 - 1) / size)
    found = np.array([centre[v] for v in order]) + noise
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def count(order, likeness, surely=False):
    found = rows(order, likeness)
    times = np.arange(len(order)) * HOP
    return len(voices(Pieces(found, times, HOP), LIMITS, surely)[0])


TURNS = [0] * 12 + [1] * 10


@pytest.mark.parametrize("likeness", [0.1, 0.5, 0.75])
def test_two_voices_that_differ_are_two(likeness):
    assert count(TURNS * 6, likeness) == 2


def test_one_voice_is_one_however_long():
    assert count([0] * 30, 0.5) == 1
    assert count([0] * 400, 0.5) == 1


def test_voices_too_alike_are_not_parted():
    assert count(TURNS * 6, 0.95) == 1


def test_a_third_and_fourth_voice_that_take_turns_are_found():
    assert count(TURNS * 5 + [2] * 10 + [0] * 8 + [2] * 12 + TURNS * 3, 0.3) == 3
    assert count(TURNS * 5 + ([2] * 10 + [0] * 8 + [3] * 12) * 2 + TURNS * 3, 0.3) == 4


def test_splinters_are_no_third_voice():
    order = TURNS * 6
    order[5::24] = [2] * len(order[5::24])
    assert count(order, 0.3) == 2


def test_beside_another_channel_a_few_seconds_prove_nothing():
    order = [0] * 60 + [1] * 6 + [0] * 60
    assert count(order, 0.3, surely=True) == 1
    assert count([0] * 60 + [1] * 20 + [0] * 60, 0.3, surely=True) == 2


def test_a_recording_of_hours_is_decided_on_a_sample():
    order = (TURNS * 400)[:8000]
    found = rows(order, 0.4)
    centres, _ = voices(Pieces(found, np.arange(len(order)) * HOP, HOP), LIMITS)
    nearest = (found @ centres.T).argmax(axis=1)
    right = (nearest == np.array(order)).mean()
    assert len(centres) == 2
    assert max(right, 1 - right) > 0.99


def test_hardly_any_speech_is_one_voice():
    for length in (1, 2, 3):
        assert count([0, 1, 0][:length], 0.1) in (1, 2)
    assert count([0], 0.1) == 1
