"""This module contains the way of a recording to the browser: its address, and who may hear it."""

import hmac
import secrets
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from app_pages import desk
from scoring.errors import ScoringError
from scoring.speech.peaks import Peaks, peaks

PATH = "opname"
KINDS = {
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".mp4": "audio/mp4",
    ".aac": "audio/aac",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".webm": "audio/webm",
}
"""Kinds that browsers play; named here because Windows keeps its own, often wrong, list."""
PRIVATE = {
    "Cache-Control": "private, no-store",  # speech of citizens stays out of the browser's files
    "Cross-Origin-Resource-Policy": "same-origin",  # and cannot be put on another site's page
    "X-Content-Type-Options": "nosniff",
}
_SECRET = secrets.token_bytes(32)  # new at every start, so that an address that leaked dies with it


def allowed(request: Request, call_id: str) -> bool:
    """Whether who asks may hear this call; the one place where that is decided.

    Now everyone who uses this computer may (local mode) who got the address from a screen.
    """
    return hmac.compare_digest(request.query_params.get("sleutel", "").encode(), _key(call_id).encode())


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
    facts = path.stat()
    return _wave(str(path), facts.st_size, facts.st_mtime_ns)


def routes() -> list[Route]:
    """What the web server must answer beside the screens."""
    return [Route(f"/{PATH}", _recording, methods=["GET", "HEAD"])]


def _recording(request: Request) -> Response:
    """The recording, or the part of it that the browser asks for (HTTP Range), from disk."""
    call_id = request.query_params.get("gesprek", "")
    if not allowed(request, call_id):
        return PlainTextResponse("U mag deze opname niet horen.", status_code=403, headers=PRIVATE)
    try:
        path = desk.store().audio(call_id)
    except ScoringError:
        path = None
    if path is None:
        return PlainTextResponse("Deze opname is er niet meer.", status_code=404, headers=PRIVATE)
    kind = KINDS.get(path.suffix, "application/octet-stream")
    return FileResponse(path, media_type=kind, headers=PRIVATE)


def _key(call_id: str) -> str:
    return hmac.new(_SECRET, call_id.encode(), sha256).hexdigest()


@st.cache_resource(max_entries=64, show_spinner="De golfvorm wordt gemaakt …")
def _wave(path: str, size: int, changed: int) -> Peaks | None:
    try:
        return peaks(Path(path))
    except ScoringError:
        return None  # the player works without
