"""This module contains the guard before the web server: in team mode no file goes in or out without a right."""

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app_pages import login
from scoring.access import Right
from scoring.errors import ScoringError

GUARDED = {
    "/media/": (Right.EXPORT, Right.SEE_LOG),  # files that a screen made to download
    "/_stcore/upload_file/": (Right.JUDGE,),
}
"""Beginnings of addresses of Streamlit that know no person, and the rights of which one is needed."""
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


def _inside(connection: HTTPConnection) -> str:
    """The address without the folder that Klankbord may have on a server with more programs."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    path = str(connection.scope["path"])
    return path.removeprefix(f"/{base}") if base else path


def _allowed(connection: HTTPConnection) -> bool:
    path = _inside(connection)
    needed = next((rights for start, rights in GUARDED.items() if path.startswith(start)), None)
    if needed is None:
        return True
    try:
        if not login.required():
            return True
        person = login.visitor(connection)
    except ScoringError:
        return False
    return person is not None and any(person.may(right) for right in needed)
