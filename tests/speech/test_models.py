from pathlib import Path

import pytest

from scoring.errors import SpeechError
from scoring.settings import Settings
from scoring.speech.models import FILES, MODELS, complete, find, known


@pytest.fixture(autouse=True)
def _empty_hub_cache(tmp_path, monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))


def place(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in (*FILES, "vocabulary.txt"):
        (folder / name).write_bytes(b"x")
    return folder


def cache(root: Path, repository: str) -> Path:
    """A model as the hub's own client keeps it."""
    kept = root / f"models--{repository.replace('/', '--')}"
    (kept / "refs").mkdir(parents=True)
    (kept / "refs" / "main").write_text("abc")
    return place(kept / "snapshots" / "abc")


def test_the_configured_path_goes_before_the_models_folder_before_the_cache(tmp_path):
    settings = Settings(data_folder=tmp_path / "gegevens")
    assert find(settings) is None
    third = cache(tmp_path / "hub", "Systran/faster-whisper-base")
    assert find(settings) == third
    second = place(settings.models_folder / "base")
    assert find(settings) == second
    first = place(tmp_path / "eigen-model")
    assert find(settings.model_copy(update={"speech_model_path": first})) == first


def test_a_model_that_is_not_whole_does_not_count(tmp_path):
    settings = Settings(data_folder=tmp_path)
    folder = place(settings.models_folder / "base")
    (folder / "tokenizer.json").unlink()
    assert not complete(folder)
    assert find(settings) is None


def test_a_wrong_configured_path_is_said_and_not_passed_over(tmp_path):
    settings = Settings(data_folder=tmp_path, speech_model_path=tmp_path / "weg")
    place(settings.models_folder / "base")
    with pytest.raises(SpeechError, match=r"speech_model_path wijst naar .*weg"):
        find(settings)


def test_an_own_checkpoint_serves_openai_whisper_only(tmp_path):
    settings = Settings(data_folder=tmp_path, speech_engine="openai-whisper")
    settings.models_folder.mkdir()
    checkpoint = settings.models_folder / "base.pt"
    checkpoint.write_bytes(b"x")
    assert find(settings) == checkpoint
    assert find(settings.model_copy(update={"speech_engine": "faster-whisper"})) is None


@pytest.mark.parametrize("name", ["../elders", "a/b", "", "c:\\model", ".verborgen"])
def test_a_name_cannot_point_outside_the_models_folder(tmp_path, name):
    with pytest.raises(SpeechError, match="geen naam van een spraakmodel"):
        find(Settings(data_folder=tmp_path, speech_model=name))


def test_every_known_model_says_what_it_is_good_for():
    assert known("base") == MODELS[0]
    assert known("bestaat-niet") is None
    assert all(model.note and model.megabytes > 100 for model in MODELS)
