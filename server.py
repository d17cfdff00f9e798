"""This module contains the web server: the screens, the sound of calls beside them, and the guard before both."""

from starlette.middleware import Middleware
from streamlit.starlette import App

from app_pages import sound
from app_pages.gate import Gate

app = App("app.py", routes=sound.routes(), middleware=[Middleware(Gate)])
