"""This module contains who is behind the browser: nobody asked in local mode, a login in team mode."""

import json
from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from starlette.requests import HTTPConnection
from streamlit.auth_util import (
    get_cookie_with_chunks,
    get_origin_from_redirect_uri,
    get_secrets_auth_section,
    is_authlib_installed,
)
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from scoring import sign_in
from scoring.access import Person
from scoring.roster import Roster, load_roster
from scoring.settings import Settings, load_settings

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 32
"""Who can guess the secret can make a login; so many characters at least."""


def required() -> bool:
    """Whether people have to log in."""
    return load_settings().mode == "team"


def claims() -> Mapping[str, object]:
    """What the login service says of who is behind this session; empty when nobody logged in."""
    said = st.user.to_dict()
    return said if said.get("is_logged_in") is True else {}


def signed_in() -> Person | None:
    """Who logged in, in this session; None when nobody did or too long ago. AccessError without a role."""
    return _person(claims(), load_settings())


def visitor(connection: HTTPConnection) -> Person | None:
    """Who asks for a file, by the cookie that Streamlit signed at login; for addresses beside the screens."""
    return _person(_from_cookie(connection.cookies), load_settings())


def roster() -> Roster:
    """The list of names; read again only when it changed."""
    path = load_settings().names_file
    try:
        facts = path.stat()
    except OSError:
        return Roster()
    return _roster(str(path), facts.st_mtime_ns, facts.st_size)


def problems() -> list[str]:
    """Why Klankbord cannot let anybody in as it is set up now; empty when all is well."""
    settings = load_settings()
    found = sign_in.problems(settings, st.get_option("server.address"))
    if settings.mode == "team":
        found += _login_problems()
    return found


def _login_problems() -> list[str]:
    if not is_authlib_installed():
        return ["Voor aanmelden is het pakket Authlib nodig. Installeer het met: pip install Authlib"]
    section = get_secrets_auth_section()
    missing = [name for name in NEEDED if not section.get(name)]
    if missing:
        return [f"In .streamlit/secrets.toml ontbreekt onder [auth]: {', '.join(missing)}."]
    if len(str(section["cookie_secret"])) < SHORTEST_SECRET:
        return [
            f"cookie_secret in .streamlit/secrets.toml is te kort: neem er {SHORTEST_SECRET} tekens of meer."
        ]
    return []


def _person(said: Mapping[str, object], settings: Settings) -> Person | None:
    if not said or not sign_in.fresh(said, settings):
        return None
    return sign_in.person_of(said, settings, roster())


def _from_cookie(cookies: Mapping[str, str]) -> Mapping[str, object]:
    """What Streamlit itself reads from its cookie when a session begins, with the same checks."""

    def one(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, value) if value else None

    raw = get_cookie_with_chunks(one, USER_COOKIE_NAME)
    try:
        said = json.loads(raw) if raw else {}
    except ValueError:
        return {}
    if not isinstance(said, dict) or said.get("is_logged_in") is not True:
        return {}
    return said if said.get("origin") == get_origin_from_redirect_uri() else {}


@st.cache_resource(show_spinner=False, max_entries=2)
def _roster(path: str, changed: int, size: int) -> Roster:
    return load_roster(Path(path))
