from pathlib import Path

import numpy as np
import pytest

from scoring.errors import SpeechError
from scoring.speech.decode import RATE, decode

FORMATS = [
    ("a.wav", "pcm_s16le", 16_000),
    ("a.wav", "pcm_s24le", 44_100),
    ("a.wav", "pcm_mulaw", 8_000),
    ("a.wav", "pcm_alaw", 8_000),
    ("a.mp3", "libmp3lame", 16_000),
    ("a.m4a", "aac", 16_000),
    ("a.ogg", "libopus", 48_000),
    ("a.flac", "flac", 22_050),
]


def strength(samples, frequency):
    """How much of this frequency is in the sound, next to all there is."""
    spectrum = np.abs(np.fft.rfft(samples)) ** 2
    place = round(frequency * len(samples) / RATE)
    return spectrum[place - 30 : place + 30].sum() / spectrum.sum()


@pytest.mark.parametrize(("name", "codec", "rate"), FORMATS)
def test_every_format_keeps_channels_apart(tmp_path, tone, write, name, codec, rate):
    sent = np.stack([tone(400, 2, rate), tone(900, 2, rate)])
    sound = decode(write(tmp_path / name, sent, codec, rate))
    assert [channel.dtype for channel in sound.channels] == [np.float32] * 2
    assert sound.duration == pytest.approx(2, abs=0.12)
    left, right = sound.channels
    assert strength(left, 400) > 0.9
    assert strength(right, 900) > 0.9
    assert np.abs(left).max() == pytest.approx(0.3, abs=0.08)


def test_mono_is_one_channel_and_four_channels_become_one(tmp_path, tone, write):
    assert len(decode(write(tmp_path / "1.wav", tone(400)[None])).channels) == 1
    assert len(decode(write(tmp_path / "4.wav", np.stack([tone(400)] * 4))).channels) == 1


def test_a_long_call_fits_in_little_more_than_its_samples(tmp_path, tone, write):
    tracemalloc = pytest.importorskip("tracemalloc")
    path = write(tmp_path / "lang.flac", np.stack([tone(400, 300, 8_000)] * 2), "flac", 8_000)
    tracemalloc.start()
    sound = decode(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = sum(channel.nbytes for channel in sound.channels)
    assert peak < 1.6 * size  # two copies of the sound would be 2


@pytest.mark.parametrize("content", [b"", b"Dit is gewone tekst.\n" * 50, bytes(range(256)) * 40])
def test_no_sound_file_is_one_clear_error(tmp_path, content):
    path = tmp_path / "opname.wav"
    path.write_bytes(content)
    with pytest.raises(SpeechError, match=r"opname\.wav: dit is geen geluidsbestand"):
        decode(path)


def test_a_playlist_cannot_make_the_decoder_read_another_file(tmp_path, tone, write):
    write(tmp_path / "geheim.wav", tone(400)[None])
    trap = tmp_path / "opname.wav"
    trap.write_text("ffconcat version 1.0\nfile geheim.wav\n")
    with pytest.raises(SpeechError, match="geen geluidsbestand"):
        decode(trap)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SpeechError, match=r"weg\.wav"):
        decode(Path(tmp_path / "weg.wav"))


def test_a_broken_off_recording_keeps_what_was_there(tmp_path, tone, write):
    path = write(tmp_path / "a.wav", np.stack([tone(400, 4)] * 2))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert decode(path).duration == pytest.approx(2, abs=0.1)


def damage(path):
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 300] = np.random.default_rng(0).bytes(300)
    path.write_bytes(data)
    return path


def test_a_damaged_piece_is_skipped_and_counted(tmp_path, tone, write):
    sound = decode(damage(write(tmp_path / "a.mp3", tone(400, 6)[None], "libmp3lame")))
    assert sound.damaged
    assert sound.duration > 5


def test_what_follows_lost_sound_stays_in_its_place(tmp_path, tone, write):
    sent = np.concatenate([tone(400, 5, 48_000), tone(900, 1, 48_000)])
    sound = decode(damage(write(tmp_path / "a.ogg", sent[None], "libopus", 48_000)))
    assert sound.damaged
    assert sound.duration == pytest.approx(6, abs=0.1)
    assert strength(sound.channels[0][int(5.2 * RATE) : int(5.8 * RATE)], 900) > 0.9
    assert strength(sound.channels[0][int(4.3 * RATE) : int(4.8 * RATE)], 400) > 0.9
