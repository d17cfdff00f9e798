"""This module contains the only reader of configuration: `klankbord.toml` and KLANKBORD_* variables."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from scoring.access import Role
from scoring.errors import SettingsError
from scoring.record import Record

ROOT = Path(__file__).resolve().parent.parent
CONFIG_NAME = "klankbord.toml"
PREFIX = "KLANKBORD_"


class Settings(Record):
    """This represents everything a site can configure; sensible without any file."""

    data_folder: Path = ROOT / "gegevens"
    database_url: str = ""
    rubric: Path = ROOT / "rubrics" / "vijf_b.yaml"
    norms: str = "1stroom"
    speech_engine: Literal["faster-whisper", "openai-whisper"] = "faster-whisper"
    speech_model: str = "base"
    speech_model_path: Path | None = None
    language: str = "nl"
    headerless: Literal["", "mulaw", "alaw"] = ""
    headerless_channels: int = Field(default=1, ge=1, le=2)
    longest_hours: float = Field(default=8.0, gt=0)
    filename_pattern: str = (
        r"(?P<called_at>\d{4}-?\d{2}-?\d{2}([T_-]?\d{2}[:.h-]?\d{2})?)"
        r"(_(?P<direction>in|out|uit))?(_(?P<team>[A-Za-z]+))?(_(?P<agent>[A-Za-z]+-?\d+))?"
    )
    host: str = "127.0.0.1"
    port: int = 8501
    mode: Literal["local", "team"] = "local"
    claims: dict[str, Role] = Field(default_factory=dict)
    role_claim: str = "roles"
    account_claim: str = "preferred_username"
    agent_claim: str = ""
    login_hours: float = Field(default=10.0, gt=0, le=720)
    names: Path | None = None
    four_eyes: Literal["never", "escalated", "always"] = "never"
    self_assessment: bool = True
    dispute_days: int = Field(default=14, ge=1, le=365)
    sample_per_agent: int = Field(default=5, ge=1)
    trust_minimum: float = Field(default=0.8, ge=0, le=1)
    trust_answers: int = Field(default=30, ge=1)
    trust_window: int = Field(default=200, ge=1)
    apart: Path = ROOT / "tests" / "gold"
    workers: int = Field(default=1, ge=0, le=32)
    overview_minimum: int = Field(default=5, ge=1)

    @property
    def database(self) -> str:
        """The SQLAlchemy URL: the configured one, else SQLite in the data folder."""
        return self.database_url or f"sqlite:///{(self.data_folder / 'klankbord.db').as_posix()}"

    @property
    def names_file(self) -> Path:
        """The list of who is behind which pseudonym; it need not be there."""
        return self.names or self.data_folder / "namen.csv"

    @property
    def models_folder(self) -> Path:
        """Where speech models are kept."""
        return self.data_folder / "modellen"

    @property
    def recordings_folder(self) -> Path:
        """Where sound files of stored calls are kept."""
        return self.data_folder / "opnamen"

    @property
    def lessons_folder(self) -> Path:
        """Where reviewed calls are that the machine learns from, beside those of the rubric."""
        return self.data_folder / "geleerd"

    @property
    def uploads_folder(self) -> Path:
        """Where uploaded files wait until they are judged."""
        return self.data_folder / "wachtrij"


def load_settings(data_folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Calling this reads klankbord.toml beside the data, then KLANKBORD_* variables on top.

    Raises SettingsError, in Dutch, for an unreadable file, an unknown key or a wrong value.
    """
    env = os.environ if environment is None else environment
    folder = data_folder or Path(env.get(f"{PREFIX}DATA_FOLDER", Settings().data_folder))
    path = folder / CONFIG_NAME
    values = _from_file(path) | _from_environment(env) | {"data_folder": folder}
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        lines = [_explain(path, ".".join(map(str, e["loc"])), e["type"]) for e in error.errors()]
        raise SettingsError("\n".join(lines)) from error


def _from_file(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: dit instellingenbestand is niet te lezen. Controleer de regels op aanhalingstekens."
        ) from error


def _from_environment(env: Mapping[str, str]) -> dict[str, object]:
    names = {f"{PREFIX}{name.upper()}": name for name in Settings.model_fields}
    return {names[key]: value for key, value in env.items() if key in names}


def _explain(path: Path, field: str, kind: str) -> str:
    if kind == "extra_forbidden":
        return f"{path}: de instelling ‘{field}’ bestaat niet. Haal de regel weg of verbeter de naam."
    return f"{path} (of {PREFIX}{field.upper()}): de waarde van ‘{field}’ kan niet. Kijk in docs/instellingen.md."
