"""This module contains which speech models there are and where they are looked for on this computer."""

import re
from pathlib import Path

from scoring.errors import SpeechError
from scoring.record import Record
from scoring.settings import Settings


class Model(Record):
    """This represents a speech model to choose from; `repository` is its place on the model hub."""

    name: str
    repository: str
    megabytes: int
    note: str


MODELS = (
    Model(
        name="base",
        repository="Systran/faster-whisper-base",
        megabytes=145,
        note="Klein en snel, maar maakt veel fouten aan de telefoon. Alleen om te proberen.",
    ),
    Model(
        name="small",
        repository="Systran/faster-whisper-small",
        megabytes=484,
        note="Beter dan base, ongeveer drie keer zo langzaam.",
    ),
    Model(
        name="medium",
        repository="Systran/faster-whisper-medium",
        megabytes=1530,
        note="Goed, maar langzaam zonder grafische kaart.",
    ),
    Model(
        name="large-v3-turbo",
        repository="mobiuslabsgmbh/faster-whisper-large-v3-turbo",
        megabytes=1620,
        note="Aanbevolen: de beste tekst voor Nederlands in redelijke tijd.",
    ),
    Model(
        name="large-v3",
        repository="Systran/faster-whisper-large-v3",
        megabytes=3090,
        note="De beste tekst, maar erg langzaam zonder grafische kaart.",
    ),
)

FILES = ("config.json", "model.bin", "tokenizer.json")
"""What every model folder must hold, beside a vocabulary file."""


def known(name: str) -> Model | None:
    """The model of this name that Klankbord knows, if it does."""
    return next((model for model in MODELS if model.name == name), None)


def target(settings: Settings, name: str) -> Path:
    """The folder where the model of this name belongs. Raises SpeechError for an unusable name."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise SpeechError(
            f"‘{name}’ is geen naam van een spraakmodel. Kies uit: {', '.join(m.name for m in MODELS)}."
        )
    return settings.models_folder / name


def complete(folder: Path) -> bool:
    """Whether a folder holds a whole CTranslate2 Whisper model."""
    return all((folder / file).is_file() for file in FILES) and any(folder.glob("vocabulary.*"))


def find(settings: Settings) -> Path | None:
    """The model on this computer: the configured path, the models folder, then the hub's own cache.

    Raises SpeechError when the configured path does not hold a model.
    """
    if settings.speech_model_path is not None:
        return _configured(settings.speech_model_path, settings.speech_engine)
    folder = target(settings, settings.speech_model)
    if complete(folder):
        return folder
    checkpoint = folder.with_name(f"{folder.name}.pt")
    if settings.speech_engine == "openai-whisper" and checkpoint.is_file():
        return checkpoint
    return _cached(settings.speech_model)


def _configured(path: Path, engine: str) -> Path:
    if complete(path) or (engine == "openai-whisper" and path.is_file() and path.suffix == ".pt"):
        return path
    raise SpeechError(
        f"De instelling speech_model_path wijst naar {path}, maar daar staat geen heel spraakmodel "
        f"({', '.join(FILES)} en vocabulary). Verbeter het pad of haal de instelling weg."
    )


def _cached(name: str) -> Path | None:
    from huggingface_hub import snapshot_download  # slow to load, and seldom needed
    from huggingface_hub.errors import LocalEntryNotFoundError

    model = known(name)
    if model is None:
        return None
    try:
        folder = Path(snapshot_download(model.repository, local_files_only=True))
    except LocalEntryNotFoundError:
        return None
    return folder if complete(folder) else None
