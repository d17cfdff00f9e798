"""What one speaker's channel carries of the other's voice is silenced, and nothing else is."""

import numpy as np
import pytest

from scoring.speech.decode import RATE, decode
from scoring.speech.leaks import lag, without_leak


@pytest.fixture(scope="module")
def turns(spoken):
    """A conversation of six turns: what each of two people says, in a channel of their own."""
    clips = {
        who: [decode(p).channels[0] for p, w, _ in spoken if w == who][:3]
        for who in ("nathalie", "flemishguy")
    }
    both = []
    for first, second in zip(clips["nathalie"], clips["flemishguy"], strict=True):
        quiet = np.zeros(RATE // 2, dtype=np.float32)
        both.append(
            (
                np.concatenate([first, quiet, 0 * second, quiet]),
                np.concatenate([0 * first, quiet, second, quiet]),
            )
        )
    line = (
        np.random.default_rng(0).standard_normal((2, sum(len(a) for a, _ in both))).astype(np.float32)
        * 0.0004
    )
    return np.concatenate([a for a, _ in both]) + line[0], np.concatenate([b for _, b in both]) + line[1]


def power(samples, where):
    return float(np.mean(np.square(samples[where])))


@pytest.mark.parametrize(("level", "late"), [(0.1, 0), (0.1, 200), (0.4, 40), (0.2, 4000), (0.2, -80)])
def test_the_other_voice_goes_and_the_own_voice_stays(turns, level, late):
    own, other = turns
    heard = own + level * np.roll(other, late)
    clean = without_leak(heard, other)
    mine, yours = np.abs(own) > 0.01, (np.abs(np.roll(other, late)) > 0.01) & (np.abs(own) < 0.002)
    assert power(clean, yours) < 0.1 * power(heard, yours)
    assert power(clean, mine) > 0.98 * power(heard, mine)


def test_without_a_leak_nothing_changes(turns):
    own, other = turns
    assert without_leak(own, other) is own
    assert without_leak(other, own) is other


def test_speaking_at_the_same_time_is_no_leak(turns):
    own, other = turns
    shifted = np.roll(own, 2 * RATE)  # someone else's words, over the other's and just as soft
    assert without_leak(0.3 * shifted, other) is not None
    clean = without_leak(0.3 * shifted, other)
    assert power(clean, slice(None)) > 0.97 * power(0.3 * shifted, slice(None))


def test_short_or_empty_channels_pass():
    for length in (0, 10, RATE // 2, 3 * RATE):
        silent = np.zeros(length, dtype=np.float32)
        assert without_leak(silent, silent) is silent


def test_lag_finds_how_much_later(tone):
    noise = np.random.default_rng(1).standard_normal(RATE).astype(np.float32)
    for late in (0, 7, 900, -300):
        delay, alike = lag(noise, -0.3 * np.roll(noise, late), 1000)
        assert delay == late
        assert alike > 0.9
    assert lag(noise * 0, noise, 1000)[1] == 0.0
