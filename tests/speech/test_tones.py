"""Ringing, busy tones and keys: counted exactly, and never heard in speech."""

import numpy as np
import pytest

from scoring.settings import ROOT
from scoring.speech.decode import RATE, decode
from scoring.speech.spectrum import moments
from scoring.speech.tones import Span, picked_up, signals
from speech.telephone import beep, noisy, ringing, silence

DEMO = ROOT / "scoring" / "demo" / "demo-1-grofvuil.ogg"


def found(sound):
    return signals(moments(sound))


@pytest.mark.parametrize("count", range(9))
@pytest.mark.parametrize("decibel", [40, 10, 5])
def test_rings_are_counted_exactly_with_their_times(count, decibel):
    rings = found(noisy(ringing(count, lead=1.3), decibel, seed=count)).rings
    assert len(rings) == count
    for place, ring in enumerate(rings):
        assert ring.start == pytest.approx(1.3 + 5 * place, abs=0.06)
        assert ring.length == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("last", [0.25, 0.5, 0.7])
def test_a_ring_that_is_answered_halfway_counts(last):
    rings = found(noisy(ringing(3, last=last), 10)).rings
    assert [round(ring.start) for ring in rings] == [1, 6, 11]
    assert picked_up(rings, None) == pytest.approx(10 + last, abs=0.1)


def test_a_recording_may_begin_inside_a_ring():
    rings = found(ringing(3, lead=0)[int(0.6 * RATE) :]).rings
    assert len(rings) == 3
    assert rings[0].start == 0
    assert rings[0].length < 0.5


@pytest.mark.parametrize(
    ("speech", "seconds"),
    [(7.5, 6.5), (None, 10), (30.0, 10), (6.2, 6.0)],
    ids=["soon", "never", "late", "at once"],
)
def test_seconds_to_the_answer(speech, seconds):
    assert picked_up([Span(1, 2), Span(6, 7)], speech) == seconds


@pytest.mark.parametrize(("start", "length"), [(0.8, 0.25), (2.0, 0.6)], ids=["before it", "after it"])
def test_a_voice_that_goes_on_at_the_pitch_of_a_ring_hides_no_ring(start, length):
    rings = ringing(2, last=0.4)
    voice = np.concatenate([silence(start), beep(length, 425)])
    rings[: len(voice)] = np.where(voice, voice, rings[: len(voice)])
    assert len(found(noisy(rings, 20)).rings) == 2


def test_a_long_tone_alone_is_no_ring():
    assert found(np.concatenate([silence(1), beep(1.6, 425), silence(5)])).rings == ()


def test_without_ringing_nothing_was_answered():
    assert picked_up([], 3.0) is None


def test_rings_after_the_first_speech_belong_to_another_telephone():
    heard = found(ringing(4))
    assert len(heard.before(10.0)) == 2
    assert len(heard.before(None)) == 4


@pytest.mark.parametrize("on", [0.5, 0.25])
def test_a_busy_tone_is_one_signal_and_no_ringing(on):
    tone = np.concatenate([np.concatenate([beep(on, 425), silence(on)])] * 8)
    heard = found(noisy(np.concatenate([silence(2), tone]), 10))
    assert heard.rings == ()
    (busy,) = heard.busy
    assert busy.start == pytest.approx(2, abs=0.1)
    assert busy.length == pytest.approx(15 * on, abs=0.2)


@pytest.mark.parametrize(
    "sound", [beep(10, 425), beep(1, 480), np.concatenate([beep(1, 425), silence(1)] * 5), beep(1, 400)]
)
def test_other_tones_are_no_ringing(sound):
    assert found(np.concatenate([silence(1), sound, silence(1)])).rings == ()


def test_keys_are_found_but_not_which():
    keys = [beep(0.1, 697, 1209), silence(0.1), beep(0.1, 852, 1477), silence(0.1), beep(0.08, 941, 1336)]
    heard = found(noisy(np.concatenate([silence(1), *keys, silence(1)]), 20))
    assert [round(key.start, 1) for key in heard.keys] == [1.0, 1.2, 1.4]
    assert heard.keys[0]._fields == ("start", "end")


def test_there_are_no_signals_in_speech(spoken):
    sound = np.concatenate([decode(path).channels[0] for path, _, _ in spoken])
    heard = found(sound)
    assert (heard.rings, heard.busy, heard.keys) == ((), (), ())


def test_a_demo_call_has_no_signals():
    for channel in decode(DEMO).channels:
        heard = found(channel)
        assert (heard.rings, heard.busy, heard.keys) == ((), (), ())


def test_blocks_of_a_minute_leave_no_seams():
    rings = found(np.concatenate([silence(54.5), ringing(5)])).rings
    assert [round(ring.start, 1) for ring in rings] == [55.5, 60.5, 65.5, 70.5, 75.5]


def test_a_very_short_sound_has_no_moments():
    assert len(moments(silence(0.03)).level) == 0
    assert found(silence(0.03)).rings == ()
