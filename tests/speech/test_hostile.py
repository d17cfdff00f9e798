"""Two hundred bad recordings give two hundred clear outcomes, up to the point where a model would be needed."""

import time
from collections import Counter

import pytest

from scoring import intake
from scoring.errors import ScoringError
from scoring.settings import Settings, load_settings
from scoring.speech.decode import decode
from scoring.speech.recognition import hear
from speech.hostile import make

COUNT = 200
SECONDS = 40
"""Of processor time in all; much more than it takes, so that only a file that is read without end fails."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vijandig")
    settings = Settings(data_folder=folder, headerless="mulaw")
    found = {}
    files = make(folder / "opnamen")
    began = time.process_time()
    for path in files:
        try:
            read = intake.read(path, settings)
            found[path.name] = hear(read.audio) if read.audio else read.transcript
        except ScoringError as error:
            found[path.name] = error
    assert time.process_time() - began < SECONDS
    assert len(files) == len(set(files)) == COUNT
    return found


def test_every_file_has_a_clear_outcome(outcomes):
    assert len(outcomes) == COUNT
    for name, outcome in outcomes.items():
        assert outcome is not None, name
        if isinstance(outcome, ScoringError):
            assert str(outcome).startswith(name), outcome
            assert str(outcome).endswith("."), outcome


def test_what_can_be_saved_is_saved(outcomes):
    kinds = Counter("fout" if isinstance(o, ScoringError) else "gehoord" for o in outcomes.values())
    assert kinds["gehoord"] > 75  # misnamed, damaged, video, many channels: the speech is there
    for name in ("video.mp4", "video.avi", "8-kanalen.wav", "vermomd-mp3.flac", "48-uur.wav", "kaal.raw"):
        assert not isinstance(outcomes[name], ScoringError), (name, outcomes[name])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("beveiligd-drms.m4a", "beveiligd (DRM)"),
        ("beveiligd-enca.m4p", "beveiligd (DRM)"),
        ("beveiligd.wma", "beveiligd (DRM)"),
        ("stomme-video.mp4", "alleen beeld"),
        ("nul-seconden.wav", "0 seconden"),
        ("echt-9-uur.wav", "langer dan 8 uur"),
        ("stilte.wav", "geen spraak gevonden"),
        ("toon.wav", "geen spraak gevonden"),
        ("leeg.mp3", "leeg"),
    ],
)
def test_the_error_says_what_is_wrong(outcomes, name, words):
    assert isinstance(outcomes[name], ScoringError)
    assert words in str(outcomes[name])


@pytest.mark.parametrize(
    "name", ["afgekapt-0.6.wav", "afgekapt-0.6.g711.wav", "beschadigd-0.4.mp3", "8-kanalen.wav"]
)
def test_best_effort_comes_with_a_warning(outcomes, name):
    assert outcomes[name].warnings, name


def test_bare_g711_without_a_setting_tells_which_setting(tmp_path):
    path = tmp_path / "kaal.ulaw"
    path.write_bytes(b"\xff" * 8_000)
    with pytest.raises(ScoringError, match="headerless op mulaw of alaw"):
        intake.read(path, Settings(data_folder=tmp_path))


def test_bare_g711_is_read_as_the_settings_say(tmp_path):
    path = tmp_path / "kaal.alaw"
    path.write_bytes(b"\xd5" * 32_000)
    settings = load_settings(tmp_path, {"KLANKBORD_HEADERLESS": "alaw", "KLANKBORD_HEADERLESS_CHANNELS": "2"})
    audio = intake.read(path, settings).audio
    assert (audio.headerless, audio.channels, audio.sample_rate, audio.duration) == ("alaw", 2, 8_000, 2.0)
    sound = decode(path, audio.headerless, audio.channels)
    assert len(sound.channels) == 2
    assert sound.duration == pytest.approx(2, abs=0.05)
