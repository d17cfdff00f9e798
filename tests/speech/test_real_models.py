"""The real engines on real Dutch speech; skips where the weights or the clips are absent."""

import re
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np
import pytest

from scoring.call import Audio
from scoring.errors import SpeechError
from scoring.settings import Settings
from scoring.speech import transcribe
from scoring.speech.decode import decode
from scoring.speech.engine import ENGINES, load
from scoring.speech.models import FILES

pytestmark = pytest.mark.model


def plain(text):
    return re.findall(r"\w+", text.lower())


def alike(first, second):
    return SequenceMatcher(None, plain(first), plain(second), autojunk=False).ratio()


@pytest.fixture(scope="module")
def call(spoken, write, tmp_path_factory):
    """Two real voices, one a channel, who take turns: path, texts in order."""
    voices = [[clip for clip in spoken if clip[1] == name][2:3] for name in ("nathalie", "flemishguy")]
    order = [clip for pair in zip(*voices, strict=True) for clip in pair]
    rows: list[list[np.ndarray]] = [[], []]
    for index, (path, _, _) in enumerate(order):
        samples = np.pad(decode(path).channels[0], 4_000)
        rows[index % 2].append(samples)
        rows[1 - index % 2].append(np.zeros_like(samples))
    path = tmp_path_factory.mktemp("gesprek") / "gesprek.flac"
    write(path, np.stack([np.concatenate(row) for row in rows]), "flac")
    return path, [text for _, _, text in order]


@pytest.fixture(scope="module")
def transcripts(call, base_model):
    path, _ = call
    audio = Audio(path=path, channels=2, sample_rate=16_000, duration=decode(path).duration)
    return {
        engine: transcribe(audio, "c1", Settings(speech_engine=engine, speech_model_path=base_model))
        for engine in ENGINES
    }


def test_both_engines_hear_nearly_the_same_from_the_same_weights(transcripts):
    faster, openai = (" ".join(turn.text for turn in t.turns) for t in transcripts.values())
    assert alike(faster, openai) > 0.85


@pytest.mark.parametrize("engine", ENGINES)
def test_real_speech_becomes_turns_in_order_with_times(transcripts, call, engine):
    transcript = transcripts[engine]
    assert alike(" ".join(turn.text for turn in transcript.turns), " ".join(call[1])) > 0.6
    assert transcript.engine == engine
    words = [word for turn in transcript.turns for word in turn.words]
    assert all(word.start <= word.end for word in words)
    assert all(0 < word.probability <= 1 for word in words)
    speakers = [turn.speaker for turn in transcript.turns]
    changes = [b for a, b in pairwise(speakers) if a != b]
    assert len(changes) == 1  # one clip each, after one another


def test_the_same_recording_gives_the_same_transcript(transcripts, call, base_model):
    path, _ = call
    audio = Audio(path=path, channels=2, sample_rate=16_000, duration=decode(path).duration)
    again = transcribe(audio, "c1", Settings(speech_model_path=base_model))
    assert again == transcripts["faster-whisper"]


@pytest.mark.parametrize("engine", ENGINES)
def test_damaged_weights_are_one_clear_error(tmp_path, base_model, engine):
    folder = tmp_path / "base"
    folder.mkdir()
    for name in (*FILES, "vocabulary.txt"):
        (folder / name).write_bytes((base_model / name).read_bytes()[:5_000])
    with pytest.raises(SpeechError, match="opnieuw op"):
        load(engine, folder)
