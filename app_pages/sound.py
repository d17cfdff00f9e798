"""This module contains the way of a recording to the browser: its address, and who may hear it."""

import hmac
import secrets
import time
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from app_pages import desk, login
from scoring.access import Person, Right, local_person
from scoring.errors import AccessError, ScoringError
from scoring.insight.practice import practised_with
from scoring.speech.peaks import Peaks, peaks
from scoring.speech.playable import for_listening, kind
from scoring.store import Action

PATH = "opname"
PRIVATE = {
    "Cache-Control": "private, no-store",  # speech of citizens stays out of the browser's files
    "Cross-Origin-Resource-Policy": "same-origin",  # and cannot be put on another site's page
    "X-Content-Type-Options": "nosniff",
}
ONE_TIME = 3600.0
"""Seconds within which parts of a recording are one time of listening."""
_fetched: dict[tuple[str, str], float] = {}
_SECRET = secrets.token_bytes(32)  # new at every start, so that an address that leaked dies with it


def allowed(request: Request, call_id: str) -> Person | None:
    """Who asks, when that person may hear this call; the one place where that is decided.

    The address must come from a screen. In team mode who asks must also be logged in, and may see the call.
    """
    given = request.query_params.get("sleutel", "").encode()
    if not hmac.compare_digest(given, _key(call_id).encode()):
        return None
    if not login.required():
        return local_person()
    person = login.visitor(request)
    if person is None:
        return None
    agent = desk.store().call(call_id).agent
    practising = person.may(Right.PRACTISE) and practised_with(desk.store(), call_id)
    return person if person.may_open(agent) or practising else None


def address(call_id: str) -> str | None:
    """The address of a call's recording, for a screen that may show the call; None without recording."""
    if desk.store().audio(call_id) is None:
        return None
    return f"{PATH}?{urlencode({'gesprek': call_id, 'sleutel': _key(call_id)})}"


def wave(call_id: str) -> Peaks | None:
    """How loud the recording is from moment to moment; None when it has none or cannot be read."""
    path = desk.store().audio(call_id)
    if path is None:
        return None
    path = _heard(path)
    facts = path.stat()
    return _wave(str(path), facts.st_size, facts.st_mtime_ns)


def _heard(path: Path) -> Path:
    """The recording or the copy that browsers play; the recording itself when there can be no copy."""
    try:
        return for_listening(path)
    except ScoringError:
        return path


def routes() -> list[Route]:
    """What the web server must answer beside the screens."""
    return [Route(f"/{PATH}", _recording, methods=["GET", "HEAD"])]


def _recording(request: Request) -> Response:
    """The recording, or the part of it that the browser asks for (HTTP Range), from disk."""
    call_id = request.query_params.get("gesprek", "")
    try:
        person = allowed(request, call_id)
        path = desk.store().audio(call_id) if person else None
    except AccessError:
        person, path = None, None
    except ScoringError:  # the call has gone
        return _no("Deze opname is er niet meer.", 404)
    if person is None:
        return _no("U mag deze opname niet horen.", 403)
    if path is None:
        return _no("Deze opname is er niet meer.", 404)
    _note(person, call_id)
    path = _heard(path)
    # told by content: names lie, and Windows keeps its own, often wrong, list
    return FileResponse(path, media_type=kind(path) or "application/octet-stream", headers=PRIVATE)


def _note(person: Person, call_id: str) -> None:
    """Writes down who fetched a recording; a browser asks for it in many parts, that is one time."""
    if not login.required():
        return  # one person, of whom it is written down that the call was opened
    now = time.monotonic()
    if now - _fetched.get((person.id, call_id), -ONE_TIME) < ONE_TIME:
        return
    _fetched[person.id, call_id] = now
    desk.store().audit.add(person, Action.HEARD, call_id)


def _no(why: str, status: int) -> Response:
    return PlainTextResponse(why, status_code=status, headers=PRIVATE)


def _key(call_id: str) -> str:
    return hmac.new(_SECRET, call_id.encode(), sha256).hexdigest()


@st.cache_resource(max_entries=64, show_spinner="De golfvorm wordt gemaakt …")
def _wave(path: str, size: int, changed: int) -> Peaks | None:
    try:
        return peaks(Path(path))
    except ScoringError:
        return None  # the player works without
