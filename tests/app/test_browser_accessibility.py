"""Every screen in a real browser under axe, at 200 % zoom, and by keyboard."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import STREAMLIT, found, listed, ready
from browser_server import CHROMIUM, looking

from app import SCREENS
from scoring.settings import ROOT, Settings
from scoring.store import CallFilter, ReviewState, open_store

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
VIEWS: dict[str, tuple[str, ...]] = {
    "start": (),
    "beoordelen": (),
    "gesprekken": (),
    "gesprek": (),
    "gesprek?id={final}": (),
    "gesprek?id={loud}": (),
    "gesprek?id={open}&nakijken=1": (),
    "nakijken": (),
    "kalibratie": (),
    "kalibratie?nr=1": (),
    "overzicht": ("Criteria", "Wat te coachen", "Terugbelafspraken", "Escalatie", "Teams"),
    "machine-en-mensen": (),
    "gesprekken-bij-een-cijfer": (),
    "mijn-gesprekken?als=M-01": (),
    "mijn-gesprekken?als=M-01&id={final}": (),
    "coaching?medewerker=M-01": (),
    "oefenen": ("Goede en zwakke fragmenten", "Dilemmakaarten"),
    "oefenen?nr=1": (),
    "rubriek": (),
    "rubriek-aanpassen": ("Uitproberen", "Publiceren", "Versies", "Opnieuw beoordelen"),
    "logboek": (),
    "instellingen": (),
}
"""Address → the parts of the screen to choose one after the other; tabs and what unfolds are opened anyway."""


PROBE = "/_stcore/"
"""Opened at a screen, Streamlit first looks for its server below that address; the browser calls that an error."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder with the demo: reviews, a dispute, a calibration, coaching and practice."""
    made = Settings(data_folder=tmp_path_factory.mktemp("toegankelijk") / "gegevens")
    if (known := ROOT / "gegevens" / "cache").is_dir():  # what was learned from the calls before is the same
        shutil.copytree(known, made.data_folder / "cache")
    environment = os.environ | {"KLANKBORD_DATA_FOLDER": str(made.data_folder), "KLANKBORD_WORKERS": "0"}
    subprocess.run([sys.executable, "-m", "scoring", "demo"], cwd=ROOT, env=environment, check=True)
    return made


@pytest.fixture(scope="module")
def calls(settings: Settings) -> dict[str, str]:
    """A settled call of M-01, one that nobody reviewed, and one with escalation."""
    with open_store(settings) as store:
        return {
            "final": store.calls(CallFilter(review=ReviewState.FINAL, agent="M-01"))[0].id,
            "open": store.calls(CallFilter(review=ReviewState.OPEN))[0].id,
            "loud": store.calls(CallFilter(escalation_from=2))[0].id,
        }


@pytest.fixture(scope="module")
def page(chromium, address: str):
    """One page for all screens, on which a screen may also be opened by its address."""
    wrong: list[str] = []
    with looking(chromium, address, wrong) as opened:
        opened.on(
            "response", lambda r: wrong.append(r.url) if r.status >= 400 and PROBE not in r.url else None
        )
        yield opened
    assert [one for one in wrong if not one.startswith("Failed to load resource")] == []


@pytest.fixture
def go(page, address: str, calls: dict[str, str]):
    """Opens an address of the screens, with the calls filled in."""
    page.set_viewport_size({"width": 1366, "height": 768})

    def to(view: str) -> None:
        page.goto(f"{address}/{view.format(**calls)}")
        ready(page)

    return to


def unfold(page) -> None:
    """Opens whatever unfolds, by keyboard; a table of choices or a help text may come along."""
    closed = page.locator("[data-testid=stExpander] details:not([open]) > summary >> visible=true")
    for _ in range(closed.count()):
        if not closed.count():
            break
        closed.first.press("Enter")
        ready(page)


def states(page, parts: tuple[str, ...]) -> Iterator[str]:
    """Every state of a screen in turn, by name: as it opens, each tab, each part."""
    unfold(page)
    yield "zo"
    for number in range(1, page.get_by_role("tab").count()):
        tab = page.get_by_role("tab").nth(number)
        tab.press("Enter")
        ready(page)
        unfold(page)
        yield tab.inner_text()
    for part in parts:
        page.locator("[data-testid=stButtonGroup] button", has_text=re.compile(f"^{part}$")).first.press(
            "Enter"
        )
        ready(page)
        unfold(page)
        yield part


def test_every_screen_is_looked_at():
    assert {screen.url for screen in SCREENS} == {view.partition("?")[0] for view in VIEWS}


WIDE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return Math.max(document.scrollingElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
}"""
TWICE = {"width": 683, "height": 384}
"""A window of 1366 x 768 at 200 %."""


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_of_ours_and_twice_the_size_fits(page, go, view: str):
    go(view)
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title()
    assert {state: left for state in states(page, VIEWS[view]) if (left := found(page))} == {}
    page.set_viewport_size(TWICE)
    ready(page)
    assert page.evaluate(WIDE) <= 0, "de pagina loopt bij 200 % uit aan de zijkant"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("view", "opener", "key"),
    [
        ("gesprekken", "[data-testid=stSelectbox] input", "ArrowDown"),
        ("logboek", "[data-testid=stDateInput] button", "Enter"),
        ("gesprek?id={final}", "[data-testid=stPopover] button:has-text('Meer')", "Enter"),
        ("rubriek-aanpassen", "[data-testid=stTooltipHoverTarget] button", "Enter"),
    ],
)
def test_what_opens_over_a_screen_is_clean_too(page, go, view: str, opener: str, key: str):
    go(view)
    page.locator(opener).locator("visible=true").first.press(key)
    page.locator(
        "[role=listbox], [role=dialog], [data-testid=stPopoverBody], [role=tooltip]"
    ).first.wait_for()
    ready(page)
    assert found(page) == []


@pytest.mark.slow
def test_a_dialog_is_clean_and_closes_with_escape(page, go):
    go("gesprek?id={final}")
    page.locator("[data-testid=stPopover] button", has_text="Meer").press("Enter")
    page.get_by_role("button", name="Geschiedenis").press("Enter")
    page.get_by_role("dialog").get_by_text("Geschiedenis").first.wait_for()
    ready(page)
    assert found(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")


HIDDEN = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === document.body) return ''; // past the last: the browser itself
  const box = at.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const behind = over?.closest('header') && !at.closest('header');
  const outside = box.height > 0 && (box.bottom <= 0 || box.top >= innerHeight);
  return behind || outside ? (at.ariaLabel || at.innerText || at.tagName).slice(0, 60) : '';
}"""


@pytest.mark.slow
@pytest.mark.parametrize("view", ["gesprekken", "gesprek?id={final}", "gesprek?id={open}&nakijken=1"])
def test_what_has_the_keyboard_is_in_sight(page, go, view: str):
    go(view)
    for key in ["Tab"] * 45 + ["Shift+Tab"] * 25:
        page.keyboard.press(key)
        page.wait_for_timeout(30)
        assert page.evaluate(HIDDEN) == ""


def test_what_streamlit_causes_is_told_to_users():
    assert listed() == {(fault.rule, fault.what, fault.way_out) for fault in STREAMLIT}


def test_the_statement_names_the_version_of_axe():
    version = re.search(
        r"axe v([\d.]+)", (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")[:200]
    )
    text = (ROOT / "docs" / "toegankelijkheid.md").read_text(encoding="utf-8")
    assert version is not None
    assert f"axe-core {version[1]}" in text
