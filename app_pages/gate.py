"""This module contains the guard before the web server: in team mode no file goes in or out without a right."""

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime

from app_pages import handing, login
from scoring.access import Person, Right
from scoring.errors import ScoringError

MADE = "/media/"
BROUGHT = "/_stcore/upload_file/"
"""Where Streamlit keeps files that a screen made, and files that somebody uploads; it asks no one who it is."""
REFUSED = "U mag dit bestand niet openen. Meld u aan, of vraag het de beheerder."


class Gate:
    """This represents the guard; what it lets through still meets the checks of screens and actions."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Calling this hands the request on, or refuses it."""
        if scope["type"] == "http" and not await run_in_threadpool(_allowed, HTTPConnection(scope)):
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _allowed(connection: HTTPConnection) -> bool:
    path = _inside(connection)
    if not path.startswith((MADE, BROUGHT)):
        return True
    try:
        if not login.required():
            return True
        person = login.visitor(connection)
    except ScoringError:
        return False
    if person is None:
        return False
    return person.may(Right.JUDGE) if path.startswith(BROUGHT) else _theirs(path.removeprefix(MADE), person)


def _theirs(name: str, person: Person) -> bool:
    """Whether a screen made this file for this person."""
    file = runtime.get_instance().media_file_mgr.read_file(name)
    return file is not None and handing.given(file.content, person)


def _inside(connection: HTTPConnection) -> str:
    """The address without the folder that Klankbord may have on a server with more programs."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    path = str(connection.scope["path"])
    return path.removeprefix(f"/{base}") if base else path
