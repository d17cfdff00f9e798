import numpy as np

from scoring.speech.channels import speakers
from scoring.speech.decode import Sound


def labels(*channels):
    kept, warnings = speakers(Sound(channels))
    return [channel.label for channel in kept], warnings


def test_two_voices_are_two_channels(tone):
    assert labels(tone(300), tone(500)) == (["kanaal 1", "kanaal 2"], ())


def test_the_same_sound_twice_is_mono_even_softer_or_upside_down(tone):
    noise = np.random.default_rng(0).standard_normal(16_000).astype(np.float32) * 0.01
    for other in (tone(300), 0.4 * tone(300), -tone(300), tone(300) + noise):
        kept, warnings = labels(tone(300), other)
        assert kept == ["kanaal 1"]
        assert "mono" in warnings[0]


def test_a_voice_with_the_other_leaking_in_stays_its_own_channel(tone):
    assert labels(tone(300), tone(500) + 0.5 * tone(300))[0] == ["kanaal 1", "kanaal 2"]


def test_a_nearly_silent_channel_is_left_out_and_reported(tone):
    assert labels(tone(300, level=0.0003), tone(500)) == (
        ["kanaal 2"],
        ("Kanaal 1 is (bijna) stil. Alleen kanaal 2 is uitgewerkt.",),
    )
    kept, warnings = labels(tone(300, level=0.8), tone(500, level=0.002))
    assert kept == ["kanaal 1"]
    assert "Kanaal 2" in warnings[0]


def test_one_channel_stays_one(tone):
    assert labels(tone(300)) == (["kanaal 1"], ())
