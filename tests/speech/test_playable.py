"""What browsers cannot play gets a copy that they can, with every word at its own time."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from kept_calls import a_call, a_transcript

from scoring.call import Audio
from scoring.errors import SpeechError
from scoring.pipeline import Scored, keep
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.speech.decode import decode
from scoring.speech.playable import SUFFIX, for_listening, kind
from scoring.store import open_store
from speech.hostile import encode, speech

TELEPHONE = [
    ("a-law.wav", "pcm_alaw", 8_000),
    ("mu-law.wav", "pcm_mulaw", 8_000),
    ("adpcm.wav", "adpcm_ms", 8_000),
    ("sun.au", "pcm_mulaw", 8_000),
    ("mac.aiff", "pcm_s16be", 16_000),
]
BROWSER = [
    ("gewoon.wav", "pcm_s16le", 16_000, "audio/wav"),
    ("gewoon.mp3", "mp3", 16_000, "audio/mpeg"),
    ("gewoon.m4a", "aac", 16_000, "audio/mp4"),
    ("gewoon.flac", "flac", 16_000, "audio/flac"),
]


@pytest.mark.parametrize(("name", "codec", "rate"), TELEPHONE, ids=[name for name, *_ in TELEPHONE])
def test_the_copy_is_what_was_recognised(name, codec, rate, tmp_path):
    path = encode(tmp_path / name, speech(2), codec, rate)
    assert kind(path) is None
    copy = for_listening(path)
    assert copy == tmp_path / f"{name}{SUFFIX}"
    assert kind(copy) == "audio/flac"
    heard, listened = decode(path).channels, decode(copy).channels
    assert len(listened) == len(heard) == 2
    for one, other in zip(heard, listened, strict=True):
        assert len(one) == len(other)
        assert np.abs(np.clip(one, -1, 1) - other).max() < 0.001
    written = copy.stat().st_mtime_ns
    assert for_listening(path).stat().st_mtime_ns == written  # made once


@pytest.mark.parametrize(("name", "codec", "rate", "called"), BROWSER, ids=[name for name, *_ in BROWSER])
def test_what_a_browser_plays_needs_no_copy(name, codec, rate, called, tmp_path):
    path = encode(tmp_path / name, speech(), codec, rate)
    assert for_listening(path) == path
    assert kind(path) == called
    assert list(tmp_path.iterdir()) == [path]


def test_a_wrong_name_does_not_mislead_the_browser(tmp_path):
    path = encode(tmp_path / "echt.mp3", speech(), "mp3", 16_000).rename(tmp_path / "zogenaamd.wav")
    assert kind(path) == "audio/mpeg"


def test_bare_g711_is_heard_when_its_coding_is_known(tmp_path):
    bare = tmp_path / "kaal.ul"
    bare.write_bytes(bytes(range(256)) * 100)
    copy = for_listening(bare, "mulaw", 1)
    assert decode(copy).duration == pytest.approx(3.2, abs=0.01)
    assert for_listening(bare) == copy  # who listens later need not know the coding


def test_who_listen_at_once_get_one_whole_copy(tmp_path):
    path = encode(tmp_path / "a-law.wav", speech(2, 8.0), "pcm_alaw", 8_000)
    with ThreadPoolExecutor(8) as listeners:
        copies = set(listeners.map(for_listening, [path] * 8))
    (copy,) = copies
    assert decode(copy).duration == pytest.approx(decode(path).duration, abs=0.001)
    assert sorted(tmp_path.iterdir()) == [path, copy]


def test_rubbish_leaves_nothing_half_written(tmp_path):
    path = tmp_path / "stuk.wav"
    path.write_bytes(b"RIFF" + bytes(200))
    with pytest.raises(SpeechError):
        for_listening(path)
    assert list(tmp_path.iterdir()) == [path]


def test_the_copy_comes_and_goes_with_the_call(tmp_path):
    settings = Settings(data_folder=tmp_path / "gegevens")
    rubric = load_rubric(settings.rubric)
    norms = load_norms("1stroom", ROOT / "rubrics" / "normen")
    folder, call = settings.recordings_folder, a_call()
    with open_store(settings) as store:
        for seconds in (2.0, 3.0):
            path = encode(tmp_path / "opname.wav", speech(1, seconds), "pcm_alaw", 8_000)
            audio = Audio(path=path, channels=1, sample_rate=8_000, duration=seconds)
            scored = Scored(call=call, transcript=a_transcript(call), scorecard=None, audio=audio)
            keep(store, scored, rubric, norms)
            copy = for_listening(store.audio(call.id))
            assert copy.name.endswith(SUFFIX)
            assert decode(copy).duration == pytest.approx(seconds, abs=0.1)
            assert sum(file.name.endswith(".golf.json") for file in folder.iterdir()) == 1
        store.delete(call.id)
    assert list(folder.iterdir()) == []
