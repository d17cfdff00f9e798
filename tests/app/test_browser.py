"""The dashboard in a real browser: from upload to deletion, by mouse and keyboard, all in Dutch."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_server import CHROMIUM, serving, settled, to_screen
from screen_calls import EVIL

from scoring.pipeline import score_call
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import open_store

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
ENGLISH = re.compile(
    r"\b(browse|upload|drag and drop|choose|select|press enter|limit|per file|rerun|deploy|settings|close"
    r"|clear|open|help|running|search|fullscreen|download|no results|loading|skip to|sidebar|main|delete"
    r"|remove|add|available|day|month|year|january|february|march|monday|yyyy|app pages|home page|today"
    r"|next|previous)\b",
    re.IGNORECASE,
)
WORDS = """() => {
  const found = [];
  const look = (root) => root.querySelectorAll('*').forEach((e) => {
    if (e.shadowRoot) look(e.shadowRoot);
    const icon = e.closest('[data-testid=stIconMaterial], [translate=no], style, script, [aria-hidden=true]');
    if (icon || !e.getClientRects().length) return;
    for (const name of ['aria-label', 'title', 'placeholder']) found.push(e.getAttribute(name) || '');
    for (const n of e.childNodes) if (n.nodeType === 3) found.push(n.data);
  });
  look(document.body);
  return found.map((t) => t.trim()).filter(Boolean);
}"""
PLAYER = """() => {
  const find = (r) => [...r.querySelectorAll('*')].flatMap((e) =>
    [...(e.tagName === 'AUDIO' ? [e] : []), ...(e.shadowRoot ? find(e.shadowRoot) : [])]);
  return find(document).map((a) => a.currentTime)[0];
}"""


@pytest.fixture(scope="module")
def settings(settings: Settings) -> Settings:
    """A data folder with one call."""
    norms = load_norms("1stroom", settings.rubric.parent / "normen")
    path = ROOT / "scoring" / "demo" / "demo-3-traplift-terugbellen.json"
    scored = score_call(path, load_rubric(settings.rubric), norms, settings)
    with open_store(settings) as store:
        store.save(scored.call, scored.transcript, demo=True)
        store.add_scorecard(scored.scorecard)
    return settings


@pytest.fixture(scope="module")
def address(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """With somebody who works behind the screens: what is uploaded is judged."""
    with serving(settings, tmp_path_factory.mktemp("log") / "server.log", workers=1) as started:
        yield started


def go(page, name: str, title: str) -> None:
    to_screen(page, name)
    page.get_by_role("heading", name=title, exact=True).wait_for()
    settled(page)


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).locator("visible=true").first.click()
    settled(page)


def upload(page, folder: Path, *files: tuple[str, str]) -> None:
    paths = [folder / name for name, _ in files]
    for path, (_, content) in zip(paths, files, strict=True):
        path.write_text(content, encoding="utf-8")
    judge(page, paths)


def judge(page, paths: list[Path]) -> None:
    go(page, "Beoordelen", "Beoordelen")
    page.locator("input[type=file]").set_input_files(paths)
    page.get_by_text(paths[-1].name).wait_for()
    settled(page)
    page.get_by_role("button", name="Beoordelen").click()
    page.get_by_role("heading", name="Uw bestanden").wait_for()
    page.locator(".jobs tbody tr").first.wait_for()
    playwright.expect(page.locator(".jobs tr.wacht, .jobs tr.bezig")).to_have_count(0, timeout=60_000)
    settled(page)


def open_result(page, name: str) -> None:
    page.locator(".jobs tr.klaar", has_text=name).locator("a").first.click(timeout=60_000)
    page.get_by_role("heading", name="Om te coachen").wait_for()
    settled(page)


def a_call(said: str = "Goedemorgen, gemeente Zonnedaal, u spreekt met Noor.", **fields: object) -> str:
    lines = ["Met Driessen.", "Wat kan ik doen?", "Mijn paspoort is zoek.", "Dat regelen we."] * 6
    speakers = ("caller", "agent")
    turns = [{"speaker": "agent", "text": said}]
    turns += [{"speaker": speakers[i % 2], "text": text} for i, text in enumerate(lines)]
    turns += [{"speaker": "agent", "text": "Fijne dag nog."}]
    return json.dumps({"turns": turns} | fields)


def choose(page, name: str) -> None:
    """Chooses a B: a radio button or a button, as Streamlit draws it."""
    page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).first.click()
    settled(page)


def english(page) -> list[str]:
    return [text for text in page.evaluate(WORDS) if ENGLISH.search(text)]


def test_from_upload_to_deletion(page, tmp_path: Path):
    upload(page, tmp_path, ("leeg.txt", " "), ("gesprek.json", a_call()))
    assert page.locator(".jobs tr.mislukt").get_by_text("Dit bestand is leeg").is_visible()
    open_result(page, "gesprek.json")
    choose(page, "Beleefd")
    page.locator(".st-key-citaat-beleefd-afscheid-0 button").locator("visible=true").click()
    page.locator(".turn.here", has_text="Fijne dag nog.").wait_for()
    playwright.expect(page.locator(".turn.here")).to_be_in_viewport(ratio=1)
    press(page, "Wissel rollen")
    page.locator(".turn.caller", has_text="Goedemorgen").wait_for()
    press(page, "Meer")
    press(page, "Gesprek verwijderen")
    assert english(page) == []
    press(page, "Ja, verwijder dit gesprek")
    page.get_by_role("heading", name="Gesprekken", exact=True).wait_for()
    page.get_by_role("link", name="demo-3").wait_for()
    assert page.get_by_role("link", name="gesprek.json").count() == 0


def test_speech_and_names_that_try_to_be_code_show_as_they_are(page, tmp_path: Path):
    hostile = f"Goedemorgen meneer {EVIL} :smile: -> www.kwaad.nl a@b.nl"
    upload(page, tmp_path, ("**vet** $x$.json", a_call(hostile, agent=EVIL, organisation=EVIL, team=EVIL)))
    open_result(page, "vet")
    assert page.locator(".turn .said").first.inner_text() == hostile
    assert page.get_by_text(f"medewerker {EVIL}").count() == 1
    assert page.locator("a[href*=kwaad], .katex, img[src=x]").count() == 0
    go(page, "Gesprekken", "Gesprekken")
    playwright.expect(page.locator(".calls td", has_text=EVIL)).to_have_count(2)


def test_a_quote_is_heard_also_the_second_time(page):
    judge(page, sorted((ROOT / "scoring" / "demo").glob("demo-1-grofvuil.*")))
    open_result(page, "demo-1-grofvuil")
    choose(page, "Bekend")
    for _ in range(2):
        page.locator(".st-key-citaat-bekend-naam_beller-0 button").locator("visible=true").click()
        page.wait_for_function(f"() => {{ const t = ({PLAYER})(); return t > 14.6 && t < 19.6; }}")
        page.locator("audio").evaluate("a => { a.pause(); a.currentTime = 0; }")
        settled(page)


def test_every_screen_and_what_it_unfolds_is_dutch(page):
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert english(page) == []
    go(page, "Rubriek", "Kleine rubriek")
    assert english(page) == []
    page.get_by_role("tab", name="Normen").click()
    settled(page)
    assert english(page) == []
    go(page, "Gesprekken", "Gesprekken")
    box = page.get_by_role("combobox", name="Team")
    box.click()
    box.fill("zzzz")
    page.get_by_role("listbox").get_by_text("Niets gevonden").wait_for()
    assert english(page) == []
    box.press("Escape")
    press(page, "Exporteren")
    assert english(page) == []
    page.keyboard.press("Escape")
    go(page, "Beoordelen", "Beoordelen")
    page.get_by_text("Gegevens bij deze gesprekken").click()
    page.get_by_role("button", name="Kies een datum").first.click()
    page.get_by_role("button", name="Vorige maand").wait_for()
    settled(page)
    assert english(page) == []


def test_a_list_works_without_a_mouse(page):
    go(page, "Gesprekken", "Gesprekken")
    page.locator(".sort", has_text="Datum en tijd").focus()
    page.keyboard.press("Enter")
    page.locator("th[aria-sort=ascending]", has_text="Datum en tijd").wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.shadowRoot?.activeElement?.tagName") == "A":
            break
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Per criterium").wait_for()
