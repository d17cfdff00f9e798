"""Klankbord in team mode, with a login service, invented people and calls of two agents."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from browser_server import answering, free_port, running
from oidc_provider import CLIENT, CLIENT_SECRET, Provider, providing
from screen_calls import small_rubric

from scoring.settings import Settings, load_settings

PEOPLE = {
    "noor": {"name": "Noor Bakker", "groups": ["kb-coaches"]},
    "sam": {"name": "Sam de Wit", "groups": ["kb-medewerkers", "iedereen"]},
    "els": {"name": "Els Vos", "groups": ["kb-or"]},
    "bram": {"name": "Bram Kok", "groups": ["kb-beheer"]},
    "ada": {"name": "Ada Prins", "groups": ["kb-audit"]},
    "niels": {"name": "Niels Buiten", "groups": ["iedereen"]},
}
TOML = """
mode = "team"
role_claim = "groups"
[claims]
kb-coaches = "coach"
kb-medewerkers = "medewerker"
kb-audit = "auditor"
kb-or = "toezicht"
kb-beheer = "beheerder"
"""
NAMES = "pseudoniem;naam;account\nM-07;Sam de Wit;sam\nM-08;Pien Smit;pien\n"


class Team(NamedTuple):
    """Where it all is."""

    address: str
    provider: Provider
    settings: Settings
    cookies: dict[str, object]
    """Of who logged in before, so that a test need not go through the login service again."""
    contexts: dict[str, object]
    """The browser of each of them."""


def team_folder(folder: Path) -> Settings:
    """A data folder in team mode, with names and the small rubric."""
    data = folder / "gegevens"
    data.mkdir(parents=True)
    small = small_rubric(folder)
    (data / "klankbord.toml").write_text(f'rubric = "{small.as_posix()}"{TOML}', encoding="utf-8")
    (data / "namen.csv").write_text(NAMES, encoding="utf-8")
    return load_settings(data, {})


@contextmanager
def team(folder: Path) -> Iterator[Team]:
    """Klankbord and the login service, both running."""
    settings = team_folder(folder)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with providing(PEOPLE, f"{address}/oauth2callback") as provider:
        hidden = folder / "secrets.toml"
        hidden.write_text(
            f'[auth]\nredirect_uri = "{address}/oauth2callback"\ncookie_secret = "{secrets.token_hex(32)}"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "{CLIENT_SECRET}"\n'
            f'server_metadata_url = "{provider.address}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        environment = os.environ | {
            "KLANKBORD_DATA_FOLDER": str(settings.data_folder),
            "KLANKBORD_PORT": str(port),
            "KLANKBORD_WORKERS": "0",
            "STREAMLIT_SECRETS_FILES": str(hidden),
        }
        with running(environment, folder / "server.log"):
            yield Team(answering(address), provider, settings, {}, {})
