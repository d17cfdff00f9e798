"""This module contains the web server: the screens, and the sound of calls beside them."""

from streamlit.starlette import App

from app_pages import sound

app = App("app.py", routes=sound.routes())
