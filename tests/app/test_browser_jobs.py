"""Files that wait, in a real browser: the list goes on by itself, by mouse and keyboard, wherever you were."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser_server import CHROMIUM, looking, serving, settled
from test_browser import a_call, english, go

from scoring.settings import ROOT, Settings

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
    pytest.mark.skipif(sys.platform == "win32", reason="the small rubric is linked"),
]
PATIENCE = 60_000


@pytest.fixture
def settings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Screens without a worker, so that a test decides when the work is done."""
    monkeypatch.setenv("KLANKBORD_WORKERS", "0")
    return Settings(data_folder=folder / "gegevens", rubric=folder / "rubriek" / "klein.yaml")


@pytest.fixture
def page(chromium, settings: Settings, tmp_path: Path) -> Iterator[object]:
    wrong: list[str] = []
    with (
        serving(settings, tmp_path / "server.log") as address,
        looking(chromium, address, wrong) as opened,
    ):
        yield opened
    assert wrong == []


def test_files_wait_stop_go_on_and_are_found_again(page, settings: Settings, tmp_path: Path):
    paths = [tmp_path / f"gesprek-{number:02}.json" for number in range(24)]
    for number, path in enumerate(paths):
        path.write_text(a_call(f"Goedemorgen, u belt voor de {number}e keer.") if number else "", "utf-8")
    go(page, "Beoordelen", "Beoordelen")
    page.locator("input[type=file]").set_input_files(paths)
    page.get_by_text(paths[0].name).wait_for()
    settled(page)
    page.get_by_role("button", name="Beoordelen").click()
    page.locator(".jobs tr.wacht").first.wait_for()
    playwright.expect(page.locator(".jobs tbody tr")).to_have_count(20)
    page.get_by_text("Bladzijde 1 van 2 (24 bestanden)").wait_for()
    page.get_by_role("button", name="Stoppen: gesprek-05.json").focus()
    page.wait_for_timeout(2500)  # the list is refreshed under the focus
    page.keyboard.press("Enter")
    page.get_by_text("23 wacht · 1 gestopt").wait_for()
    assert english(page) == []
    go(page, "Rubriek", "Kleine rubriek")
    go(page, "Beoordelen", "Beoordelen")
    page.get_by_text("23 wacht · 1 gestopt").wait_for()
    with working(settings):
        page.get_by_text("22 van 24 bestanden klaar").wait_for(timeout=PATIENCE)
        page.get_by_text("Mislukt of gestopt").click()
        playwright.expect(page.locator(".jobs tbody tr")).to_have_count(2)
        assert page.locator(".jobs tr.mislukt").get_by_text("Dit bestand is leeg").is_visible()
        page.get_by_role("button", name="Opnieuw proberen: gesprek-05.json").click()
        page.get_by_text("23 van 24 bestanden klaar").wait_for(timeout=PATIENCE)
    page.get_by_text("Alles", exact=True).click()
    page.locator(".jobs tr.klaar a", has_text="gesprek-05.json").click()
    page.get_by_role("heading", name="Om te coachen").wait_for()


@contextmanager
def working(settings: Settings) -> Iterator[None]:
    """A worker, as a beheerder starts it apart from the screens."""
    folders = {"KLANKBORD_DATA_FOLDER": settings.data_folder, "KLANKBORD_RUBRIC": settings.rubric}
    environment = os.environ | {name: str(path) for name, path in folders.items()}
    command = [sys.executable, "-m", "scoring", "worker"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield
    process.terminate()
    assert process.wait(30) == 0
