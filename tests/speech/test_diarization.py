"""Who speaks when, on real voices and the real weights; and what a user is told where those are absent."""

import hashlib
from itertools import islice

import numpy as np
import pytest

from scoring.call import Word
from scoring.errors import SpeechError
from scoring.settings import Settings
from scoring.speech import timbre, voices
from scoring.speech.channels import Channel, speakers
from scoring.speech.decode import RATE, Sound, decode
from scoring.speech.diarization import diarize
from scoring.speech.timbre import KNOWN, find_timbre
from scoring.speech.voices import tell_apart


@pytest.fixture(params=KNOWN, ids=[known.package for known in KNOWN])
def network(request, monkeypatch, tmp_path):
    monkeypatch.setattr(timbre, "KNOWN", (request.param,))
    found = find_timbre(Settings(data_folder=tmp_path))
    if found is None:
        pytest.skip(f"de gewichten van {request.param.package} zijn niet geïnstalleerd")
    return found


@pytest.fixture(scope="session")
def people(spoken):
    """Half a minute of a woman and of a man, each as five or so clips."""
    said = {}
    for speaker in ("nathalie", "flemishguy"):
        clips = (decode(path).channels[0] for path, who, _ in spoken if who == speaker)
        said[speaker] = list(islice(clips, 10))
    return said["nathalie"], said["flemishguy"]


@pytest.fixture(scope="session")
def turns(people):
    """Sound of ten turns each, and for every turn who and from when to when (seconds)."""
    pieces, truth, at = [], [], 0.0
    for i in range(20):
        clip = people[i % 2][i // 2]
        pieces += [clip, np.zeros(RATE // 3, dtype=np.float32)]
        truth.append((i % 2, at, at + len(clip) / RATE))
        at += len(clip) / RATE + 1 / 3
    return np.concatenate(pieces), truth


def share_right(found, truth):
    """The share of the time of all turns that went to the one voice per speaker that fits best."""
    table = np.zeros((2, 4))
    for who, start, end in truth:
        for s in found.stretches:
            table[who, s.voice] += max(0.0, min(end, s.end) - max(start, s.start))
    return max(table[0, 0] + table[1, 1], table[0, 1] + table[1, 0]) / table.sum()


def test_two_people_in_one_channel_are_told_apart(network, turns):
    samples, truth = turns
    found = diarize(samples, network)
    assert found.voices == 2
    assert found.stretches[0].voice == 0  # numbered in the order of first speaking
    assert share_right(found, truth) > 0.97
    starts = [stretch.start for stretch in found.stretches]
    assert starts == sorted(starts)


def test_one_person_is_one_voice(network, people):
    assert diarize(np.concatenate(people[0][:6]), network).voices == 1


def test_silence_has_no_voices(network):
    assert diarize(np.zeros(3 * RATE, dtype=np.float32), network).stretches == ()


def test_mono_words_go_to_voices_and_the_user_is_told_it_is_an_estimate(
    network, turns, monkeypatch, tmp_path
):
    monkeypatch.setattr(voices, "find_timbre", lambda _settings: network)
    samples, truth = turns
    apart = tell_apart((Channel("kanaal 1", samples),), Settings(data_folder=tmp_path))
    said = [
        Word(text=f"{who}", start=t, end=t + 0.3)
        for who, start, end in truth
        for t in np.arange(start + 0.3, end - 0.5, 0.5).tolist()
    ]
    parts = dict(apart.divide({"kanaal 1": said}))
    assert list(parts) == ["stem 1", "stem 2"]
    right = sum(word.text == "0" for word in parts["stem 1"]) + sum(w.text == "1" for w in parts["stem 2"])
    assert right / len(said) > 0.95
    assert "gevonden: 2 stemmen" in apart.warnings[0]


def test_a_second_voice_in_a_channel_gets_a_name_beside_the_channel(network, people, monkeypatch, tmp_path):
    monkeypatch.setattr(voices, "find_timbre", lambda _settings: network)
    agent = np.concatenate([*people[0], *people[1][:4]])  # a colleague takes over
    caller = np.zeros_like(agent)
    caller[: len(people[1][5])] = people[1][5]
    apart = tell_apart(
        (Channel("kanaal 1", agent), Channel("kanaal 2", caller)), Settings(data_folder=tmp_path)
    )
    end = len(agent) / RATE
    said = [Word(text="eerst", start=5, end=5.3), Word(text="nog", start=12, end=12.3)]
    said.append(Word(text="later", start=end - 4, end=end - 3.7))
    parts = dict(apart.divide({"kanaal 1": said, "kanaal 2": [Word(text="ja", start=1, end=1.2)]}))
    assert {label: [w.text for w in words] for label, words in parts.items()} == {
        "kanaal 1": ["eerst", "nog"],
        "kanaal 1, stem 2": ["later"],
        "kanaal 2": ["ja"],
    }
    assert apart.warnings == ()


def test_without_weights_a_mono_user_is_told_what_to_install(monkeypatch, tmp_path, tone):
    missing = KNOWN[0]._replace(package="geen_pakket_van_die_naam")
    monkeypatch.setattr(timbre, "KNOWN", (missing,))
    settings = Settings(data_folder=tmp_path)
    assert find_timbre(settings) is None
    apart = tell_apart((Channel("kanaal 1", tone(300)),), settings)
    assert "pip install" in apart.warnings[0]
    assert apart.divide({"kanaal 1": [Word(text="ja", start=0, end=1)]})[0][0] == "kanaal 1"
    two = (Channel("kanaal 1", tone(300)), Channel("kanaal 2", tone(500)))
    assert tell_apart(two, settings).warnings == ()


def test_a_file_with_other_content_is_never_opened(monkeypatch, tmp_path):
    settings = Settings(data_folder=tmp_path)
    settings.models_folder.mkdir()
    path = settings.models_folder / "campplus_cn_en_common.pt"
    path.write_bytes(b"cos\nsystem\n(S'echo hallo'\ntR.")  # a pickle that would run a command
    with pytest.raises(SpeechError, match="niet het stemmenmodel"):
        find_timbre(settings)


def test_weights_beside_the_speech_models_work_without_the_package(network, monkeypatch, tmp_path):
    (known,) = timbre.KNOWN
    packaged = timbre._packaged(known)
    settings = Settings(data_folder=tmp_path)
    settings.models_folder.mkdir()
    (settings.models_folder / packaged.name).write_bytes(packaged.read_bytes())
    assert hashlib.sha256(packaged.read_bytes()).hexdigest() == known.sha256
    monkeypatch.setattr(timbre, "_packaged", lambda _weights: None)
    assert find_timbre(settings) is not None


def test_leaked_words_fall_to_the_louder_channel(people, tmp_path, monkeypatch):
    monkeypatch.setattr(voices, "find_timbre", lambda _settings: None)
    gap = np.zeros(RATE, dtype=np.float32)
    agent = np.concatenate([people[0][0], gap, np.zeros_like(people[1][0]), gap])
    caller = np.concatenate([np.zeros_like(people[0][0]), gap, people[1][0], gap])
    late = 160  # 10 ms
    heard = (agent + 0.15 * np.roll(caller, late), caller + 0.15 * np.roll(agent, late))
    first, second = len(people[0][0]) / RATE, len(people[1][0]) / RATE
    mine = [Word(text=f"a{i}", start=t, end=t + 0.3) for i, t in enumerate(np.arange(0.3, first - 0.4, 0.4))]
    yours = [
        Word(text=f"b{i}", start=t, end=t + 0.3)
        for i, t in enumerate(np.arange(first + 1.3, first + 1 + second - 0.4, 0.4))
    ]
    channels = tuple(Channel(f"kanaal {i}", samples) for i, samples in enumerate(heard, 1))
    both = sorted([*mine, *yours], key=lambda word: word.start)
    parts = dict(
        tell_apart(channels, Settings(data_folder=tmp_path)).divide({"kanaal 1": both, "kanaal 2": both})
    )
    right = sum(w.text[0] == "a" for w in parts["kanaal 1"]) + sum(
        w.text[0] == "b" for w in parts["kanaal 2"]
    )
    wrong = sum(map(len, parts.values())) - right
    assert right == len(both)
    assert wrong <= 0.1 * len(both)  # pauses inside a clip, where neither is louder


def test_both_may_say_ja_at_the_same_time(people, tmp_path, monkeypatch):
    monkeypatch.setattr(voices, "find_timbre", lambda _settings: None)
    length = min(len(people[0][0]), len(people[1][0]))
    channels = (Channel("kanaal 1", people[0][0][:length]), Channel("kanaal 2", 0.5 * people[1][0][:length]))
    words = {
        "kanaal 1": [Word(text="ja", start=1, end=1.3)],
        "kanaal 2": [Word(text="Ja,", start=1.05, end=1.3)],
    }
    assert len(tell_apart(channels, Settings(data_folder=tmp_path)).divide(words)) == 2


def test_channels_that_are_one_sound_a_little_later_are_mono(people):
    sound = np.concatenate(people[0][:3])
    later = np.concatenate([np.zeros(300, dtype=np.float32), 0.7 * sound])[: len(sound)]
    for pair in ((sound, later), (later, sound)):
        kept, warnings = speakers(Sound(pair))
        assert len(kept) == 1
        assert "mono" in warnings[0]
