"""Screens on a store of their own, with a small rubric and invented calls; in a browser: one server a file."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser_server import launched, looking, serving, settled
from screen_calls import Show, small_rubric
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from scoring.settings import ROOT, Settings, load_settings
from scoring.store import Store, open_store

if TYPE_CHECKING:
    from team_server import Team


@pytest.fixture(scope="session", autouse=True)
def _packages_read_once() -> Iterator[None]:
    """Each `AppTest` reads what every installed package says of itself, which takes longer than most screens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with settings that point at the small rubric."""
    rubric = small_rubric(tmp_path / "rubriek")
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(rubric))
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


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder without calls for the tests of one file, and the small rubric."""
    folder = tmp_path_factory.mktemp("browser")
    return Settings(data_folder=folder / "gegevens", rubric=small_rubric(folder))


@pytest.fixture(scope="module")
def address(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of our own on that folder, for the tests of one file."""
    with serving(settings, tmp_path_factory.mktemp("log") / "server.log") as started:
        yield started


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Team"]:
    """Klankbord in team mode and its login service, with the two calls, for the tests of one file."""
    from team_calls import keep_calls  # needs what speaks for a login service, which few tests do
    from team_server import team

    with team(tmp_path_factory.mktemp("team")) as started:
        keep_calls(started.settings)
        yield started
        for context in started.contexts.values():
            context.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A browser, for all tests that run here after each other."""
    with launched() as browser:
        yield browser


@pytest.fixture
def page(chromium: object, address: str) -> Iterator[object]:
    """The screen that opens first; whatever goes wrong in the browser fails the test."""
    wrong: list[str] = []
    with looking(chromium, address, wrong) as opened:
        settled(opened)
        yield opened
    assert wrong == []
