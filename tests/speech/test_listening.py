"""What is no speech never reaches recognition, and music on hold is found and named."""

import numpy as np
import pytest

from scoring.call import SoundKind
from scoring.settings import ROOT
from scoring.speech.channels import Channel
from scoring.speech.decode import RATE, decode
from scoring.speech.listening import listen
from speech.telephone import beep, melody, noisy, ringing, silence

DEMO = ROOT / "scoring" / "demo" / "demo-1-grofvuil.ogg"


@pytest.fixture(scope="module")
def talk():
    """Twenty seconds of a demo call, both voices together."""
    left, right = decode(DEMO).channels
    return (left + right)[: 20 * RATE]


def heard(*sounds):
    return listen(Channel("kanaal 1", np.concatenate(sounds).astype(np.float32)))


def test_ten_minutes_of_silence_music_and_ringing_hold_no_speech():
    hiss = noisy(silence(150), 40)
    busy = np.concatenate([beep(0.5, 425), silence(0.5)] * 60)
    voice = heard(silence(60), hiss, noisy(ringing(20), 10), busy, *[melody(60, seed) for seed in range(4)])
    assert voice.speech.regions == ()
    assert voice.speech.duration == 0


def test_music_between_speech_is_named_with_its_times(talk):
    voice = heard(talk, melody(30), talk)
    (music,) = voice.music
    assert music.start == pytest.approx(20, abs=2.5)
    assert music.end == pytest.approx(50, abs=2.5)
    assert voice.speech.duration == pytest.approx(2 * heard(talk).speech.duration, abs=3)
    assert [event.kind for event in voice.events()] == [SoundKind.MUSIC]


def test_speech_and_hum_are_no_music(talk):
    assert heard(talk).music == ()
    assert heard(beep(30, 50, 150, 250, level=0.02)).music == ()
    assert heard(noisy(silence(30), 20)).music == ()


def test_speech_over_soft_music_stays(talk):
    under = talk + melody(20, level=0.01)[: len(talk)]
    assert heard(under).speech.duration == pytest.approx(heard(talk).speech.duration, abs=2)


def test_ringing_before_speech_is_no_part_of_it(talk):
    voice = heard(noisy(ringing(3), 15), talk)
    assert len(voice.signals.before(voice.begins)) == 3
    assert voice.begins > 12


def test_a_long_call_is_listened_to_in_blocks(talk):
    long = heard(*[talk, silence(20)] * 16)  # over ten minutes
    short = heard(talk, silence(20))
    assert long.speech.duration == pytest.approx(16 * short.speech.duration, rel=0.02)


def test_parts_are_cut_in_silence_and_lose_nothing(talk):
    speech = heard(*[talk, silence(5)] * 4).speech
    parts = list(speech.parts(15))
    assert len(parts) > 3
    assert all(part.duration <= 15 for part in parts)
    assert sum(len(part.samples) for part in parts) == len(speech.samples)
    assert np.array_equal(np.concatenate([part.samples for part in parts]), speech.samples)
