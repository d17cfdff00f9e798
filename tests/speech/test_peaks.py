"""Peaks of recordings: where it is loud, kept by content, gone with the recording."""

import shutil
import wave
from pathlib import Path

import numpy as np
import pytest
from kept_calls import a_call, a_transcript

from scoring.errors import SpeechError
from scoring.settings import ROOT, Settings
from scoring.speech import peaks as module
from scoring.speech.peaks import POINTS, SUFFIX, peaks
from scoring.store import open_store


def a_wave(path: Path, *channels: np.ndarray, rate: int = 8_000) -> Path:
    samples = (np.stack(channels, axis=1) * 32_000).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return path


def tone(seconds: float, loud: float, rate: int = 8_000) -> np.ndarray:
    return loud * np.sin(2 * np.pi * 300 * np.arange(round(seconds * rate)) / rate)


def test_every_channel_is_loud_where_it_sounds(tmp_path):
    left = np.concatenate((tone(2, 1.0), tone(2, 0.0), tone(4, 0.0)))
    right = np.concatenate((tone(2, 0.0), tone(2, 0.0), tone(4, 0.5)))
    found = peaks(a_wave(tmp_path / "s.wav", left, right))
    assert found.seconds == pytest.approx(8.0, abs=0.02)
    first, second = (np.array(row) for row in found.rows)
    assert len(first) == len(second) == 400  # a point for every 20 ms
    assert first[5:95].min() >= 95
    assert first[105:].max() <= 1
    assert second[:195].max() <= 1
    assert 45 <= second[205:395].min() <= second[205:395].max() <= 55


def test_a_long_recording_keeps_its_shape_in_few_points(tmp_path):
    sound = np.concatenate((tone(60, 0.0), tone(1, 1.0), tone(59, 0.0)))
    found = peaks(a_wave(tmp_path / "s.wav", sound))
    assert [len(row) for row in found.rows] == [POINTS]
    loud = [i for i, value in enumerate(found.rows[0]) if value > 50]
    assert 495 <= loud[0] <= 505
    assert 505 <= loud[-1] <= 512


def test_a_compressed_recording_has_peaks_too(tmp_path):
    path = shutil.copy(ROOT / "scoring" / "demo" / "demo-1-grofvuil.ogg", tmp_path / "s.ogg")
    found = peaks(path)
    assert found.seconds == pytest.approx(81.2, abs=1.0)
    assert max(max(row) for row in found.rows) == 100


def test_kept_peaks_are_used_until_the_content_changes(tmp_path, monkeypatch):
    path = a_wave(tmp_path / "s.wav", tone(1, 1.0))
    first = peaks(path)
    monkeypatch.setattr(module, "_measured", lambda *_: pytest.fail("measured again"))
    assert peaks(path) == first
    monkeypatch.undo()
    a_wave(path, tone(2, 1.0))
    assert peaks(path).seconds == pytest.approx(2.0, abs=0.02)
    (tmp_path / f"s.wav{SUFFIX}").write_text('{"content": "half', encoding="utf-8")
    assert peaks(path).seconds == pytest.approx(2.0, abs=0.02)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["s.wav", f"s.wav{SUFFIX}"]


def test_what_is_no_sound_is_a_dutch_error(tmp_path):
    path = tmp_path / "s.wav"
    path.write_bytes(b"geen geluid" * 50)
    with pytest.raises(SpeechError, match=r"s\.wav"):
        peaks(path)
    with pytest.raises(SpeechError, match="niet te lezen"):
        peaks(tmp_path / "weg.wav")


def test_deleting_a_call_deletes_its_peaks(tmp_path):
    sound = a_wave(tmp_path / "s.wav", tone(1, 1.0))
    settings = Settings(data_folder=tmp_path / "gegevens")
    call = a_call()
    with open_store(settings) as store:
        store.save(call, a_transcript(call), sound)
        peaks(store.audio(call.id))
        assert len(list(settings.recordings_folder.iterdir())) == 2
        store.delete(call.id)
    assert list(settings.recordings_folder.iterdir()) == []
