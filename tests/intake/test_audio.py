"""Sound files made here for real: what is measured, and what is refused."""

import wave

import av
import numpy as np
import pytest

from scoring.errors import InputError
from scoring.intake import read
from scoring.intake.audio import probe
from scoring.settings import Settings


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".ogg", ".opus", ".flac"])
@pytest.mark.parametrize("channels", [1, 2])
def test_every_format_is_measured(sound, settings, suffix, channels):
    path = sound(f"gesprek{suffix}", channels=channels)
    taken = read(path, settings)
    assert taken.transcript is None
    assert taken.audio.channels == channels
    assert taken.audio.sample_rate == 48000
    assert taken.audio.duration == pytest.approx(2.0, abs=0.1)
    assert len(taken.call.id) == 16


@pytest.mark.parametrize("codec", ["pcm_mulaw", "pcm_alaw"])
def test_telephone_wav(sound, settings, codec):
    audio = read(sound("lijn.wav", rate=8000, codec=codec), settings).audio
    assert (audio.channels, audio.sample_rate) == (1, 8000)
    assert audio.duration == pytest.approx(2.0, abs=0.05)


def test_wrong_extension_is_read_by_content(sound, settings):
    path = sound("opname.wav")
    renamed = path.rename(path.with_name("opname.txt"))
    assert read(renamed, settings).audio.duration == pytest.approx(2.0, abs=0.05)


def test_cut_off_wav_tells_what_is_there(sound, settings):
    path = sound("half.wav", duration=4.0)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert read(path, settings).audio.duration == pytest.approx(2.0, abs=0.1)


def test_corrupt_audio(write, settings):
    for name in ("kapot.wav", "kapot.mp3", "kapot.m4a", "kapot.ogg", "kapot.flac"):
        with pytest.raises(InputError, match=f"{name}: .*beschadigd"):
            read(write(name, bytes(range(256)) * 40), settings)


def test_broken_behind_a_good_mark(write, settings):
    for name, mark in (("a.flac", b"fLaC"), ("b.ogg", b"OggS"), ("c.wav", b"RIFF\x00\x10\x00\x00WAVE")):
        with pytest.raises(InputError, match=name):
            read(write(name, mark + bytes(500)), settings)


def test_zero_seconds(tmp_path, settings):
    path = tmp_path / "stil.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
    with pytest.raises(InputError, match=r"stil\.wav: .*0 seconden"):
        read(path, settings)


def test_empty_audio(write, settings):
    with pytest.raises(InputError, match="leeg"):
        read(write("leeg.mp3", b""), settings)


def test_video_without_sound(tmp_path, settings):
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=5, width=32, height=32, pix_fmt="yuv420p")
        for _ in range(5):
            frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with pytest.raises(InputError, match="geen geluid in, alleen beeld"):
        read(path, settings)


def test_playlist_dressed_as_sound_reads_no_other_file(sound, write):
    secret = sound("geheim.wav")
    playlist = write("lijst.mp3", f"ffconcat version 1.0\nfile {secret.name}\n")
    with pytest.raises(InputError, match=r"lijst\.mp3"):
        probe(playlist, Settings())


def test_recording_beside_transcript_is_attached(sound, write, settings):
    sound("gesprek.mp3")
    taken = read(write("gesprek.txt", "Medewerker: Goedemorgen.\nBeller: Hallo.\n"), settings)
    assert taken.audio.path.name == "gesprek.mp3"
    assert taken.transcript is not None


def test_broken_recording_does_not_cost_the_transcript(write, settings):
    write("gesprek.wav", b"\x00\xff" * 300)
    taken = read(write("gesprek.txt", "Medewerker: Goedemorgen.\nBeller: Hallo.\n"), settings)
    assert taken.audio is None
    assert "gesprek.wav" in taken.transcript.warnings[-1]
