"""Screens on a store of their own, with a small rubric and invented calls."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from screen_calls import Show
from streamlit.testing.v1 import AppTest

from scoring.settings import ROOT, load_settings
from scoring.store import Store, open_store

SMALL = ROOT / "tests" / "app" / "rubriek" / "klein.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with settings that point at the small rubric."""
    rubrics = tmp_path / "rubriek"
    shutil.copytree(ROOT / "rubrics" / "normen", rubrics / "normen")
    shutil.copy(SMALL, rubrics / "klein.yaml")
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(rubrics / "klein.yaml"))
    (tmp_path / "gegevens").mkdir()
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with open_store(load_settings()) as opened:
        yield opened


@pytest.fixture
def show(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Opens a screen, with query parameters, and makes sure nothing crashed."""
    monkeypatch.chdir(ROOT)

    def opened(page: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()  # learns the pages
        app.switch_page(f"app_pages/{page}.py")
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return opened
