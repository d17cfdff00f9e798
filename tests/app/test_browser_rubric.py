"""A coach changes the rubric in a real browser: a phrase, a criterion, the effect, publishing, judging again, back."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_server import CHROMIUM, looking, serving, settled, to_screen

import scoring
from scoring.intake import call_files
from scoring.pipeline import keep, score_call
from scoring.rubric import load_norms, load_rubric
from scoring.rubric.editing import plain
from scoring.rubric.shelf import Shelf, active
from scoring.settings import ROOT, Settings, load_settings
from scoring.store import Store, open_store

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
SHOTS = os.environ.get("KLANKBORD_TEST_SHOTS")
GREETING = "Groet de medewerker?"
COMMENT = "      # afgesproken in het teamoverleg van maart\n"
LONG = 60_000
SCORES = re.compile(r"(Totaal|Beleefd|Behulpzaam|Bekend|Bereikbaar|Betrouwbaar) ([\d,]+) → ([\d,]+)")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    shipped = tmp_path / "meegeleverd"
    shutil.copytree(ROOT / "tests" / "small_rubric", shipped)
    rubric = shipped / "klein.yaml"
    text = rubric.read_text(encoding="utf-8").replace("      groet:", f"{COMMENT}      groet:")
    rubric.write_text(text, encoding="utf-8")
    (tmp_path / "gegevens").mkdir()
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(rubric))
    monkeypatch.setenv("KLANKBORD_NORMS", "proef")
    return load_settings()


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """The demo calls that are text, judged by the small rubric."""
    rubric = load_rubric(settings.rubric)
    norms = load_norms("proef", settings.rubric.parent / "normen")
    with open_store(settings) as opened:
        for path in call_files([Path(scoring.__file__).parent / "demo"]):
            if path.suffix == ".json":
                keep(opened, score_call(path, rubric, norms, settings), rubric, norms, demo=True)
        yield opened


@pytest.fixture
def page(chromium, settings: Settings, store: Store, tmp_path: Path) -> Iterator[object]:
    wrong: list[str] = []
    with (
        serving(settings, tmp_path / "server.log", workers=1) as address,
        looking(chromium, address, wrong) as opened,
    ):
        opened.set_default_timeout(LONG)
        settled(opened)
        to_screen(opened, "Rubriek")
        opened.get_by_role("link", name="Rubriek aanpassen").click()
        opened.get_by_role("heading", name="Rubriek aanpassen").wait_for()
        settled(opened)
        yield opened
    assert [text for text in wrong if "404" not in text] == []


def step(page, name: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_role("radio", name=name, exact=True).click()
    settled(page)


def press(page, name: str) -> None:
    page.get_by_role("button", name=name).click()
    settled(page)


def fill(page, label: str, text: str) -> None:
    page.get_by_role("textbox", name=label, exact=True).fill(text)


def choose(page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).click()
    settled(page)


def told(page, key: str, changed: int) -> dict[str, dict[str, tuple[float, float]]]:
    """What the screen says of the calls whose scores change: name of the score → old and new."""
    rows = page.locator(f"[class*='st-key-effect-{key}-']")
    playwright.expect(rows).to_have_count(changed)
    found = {}
    for row in rows.all():
        source = row.get_by_role("link").inner_text().strip()
        found[source] = {
            name: (float(old.replace(",", ".")), float(new.replace(",", ".")))
            for name, old, new in SCORES.findall(row.locator(".kb-reason").inner_text())
        }
    return {source: scores for source, scores in found.items() if scores}


def scores(store: Store, place: int) -> dict[str, dict[str, float | None]]:
    """The scores of every call on its newest scorecard (0), or an older one."""
    cards = ((row.source, store.scorecards(row.id)[place]) for row in store.calls())
    return {
        source: {"Totaal": card.total} | {name.capitalize(): d.score for name, d in card.dimensions.items()}
        for source, card in cards
    }


def shot(page, name: str) -> None:
    if SHOTS:
        page.set_viewport_size({"width": 1366, "height": 1700})
        page.wait_for_timeout(400)
        page.screenshot(path=f"{SHOTS}/{name}.png")
        page.set_viewport_size({"width": 1366, "height": 768})


def test_a_coach_changes_tries_publishes_judges_again_and_goes_back(page, settings: Settings, store: Store):
    see = playwright.expect
    see.set_options(timeout=LONG)
    shipped = settings.rubric.read_bytes()
    fill(page, "Uw naam of initialen", "Noor")

    # A phrase that spoils an example: nothing broken gets out.
    greetings = "goedemorgen\ngoedemiddag\ngoedenavond\nhallo"
    fill(page, "Zinnen die tellen bij ‘groet’ (de medewerker)", greetings)
    shot(page, "1-criterium")
    press(page, "Bewaren in het concept")
    see(page.get_by_text("Bewaard in het concept.")).to_be_visible()
    step(page, "Publiceren")
    see(page.get_by_text("Zin bij ‘groet’ toegevoegd: ‘hallo’")).to_be_visible()
    see(page.get_by_text("Voorbeeld 2 hoort ‘nee’ te zijn, maar de regels geven ‘ja’.")).to_be_visible()
    see(page.get_by_role("button", name="Publiceer als versie 1.0.1")).to_be_disabled()
    shot(page, "2-geweigerd")

    # The example is made to fit, and a criterion of our own comes with it.
    step(page, "Aanpassen")
    page.get_by_text("Voorbeelden (2)").click()
    fill(page, "Het gesprekje van voorbeeld 2", "A: Zeg het maar.\nB: Dag.")
    press(page, "Bewaren in het concept")
    page.get_by_text("Nieuw criterium", exact=True).click()
    settled(page)
    fill(page, "Korte naam (alleen letters)", "bedankt")
    fill(page, "De vraag", "Bedankt de medewerker de beller?")
    fill(page, "Waarom telt dit voor de beller?", "Een dankwoord is hoffelijk.")
    fill(page, "Waar komt dit vandaan?", "Teamafspraak: maart 2026")
    fill(page, "Tip voor de coach", "Zeg: ‘Dank u wel voor het wachten.’")
    fill(page, "Zinnen die tellen", "dank u|je wel\nbedankt")
    press(page, "Toevoegen aan het concept")
    see(page.get_by_text("Schrijf ten minste één voorbeeld met het antwoord ja.")).to_be_visible()
    fill(page, "Voorbeeld 1 met het antwoord ja", "A: Dank u wel voor het wachten.\nB: Dag.")
    fill(page, "Voorbeeld 1 met het antwoord nee", "A: Daar ben ik weer.\nB: Dag.")
    shot(page, "3-nieuw")
    press(page, "Toevoegen aan het concept")
    see(page.get_by_text("Het criterium staat in het concept.")).to_be_visible()

    # The effect on the demo calls.
    step(page, "Uitproberen")
    see(page.get_by_text("2 voorbeelden kloppen.").first).to_be_visible()
    press(page, f"Uitproberen op {store.count()} gesprekken")
    see(page.get_by_text("verandert bij 7 de score").first).to_be_visible()
    see(page.get_by_text("niet gevraagd → ja").first).to_be_visible()
    shot(page, "4-uitproberen")
    expected, kept = told(page, "proef", store.count()), scores(store, 0)
    assert len(expected) == 7
    for source, found in expected.items():
        assert "Beleefd" in found, "which B changes, and not the total alone"
        assert {name: old for name, (old, _) in found.items()} == {name: kept[source][name] for name in found}
    assert all(card.rubric.version == "1.0.0" for _, card in store.scored())

    # Publishing, and judging again.
    step(page, "Publiceren")
    fill(page, "Waarom deze wijziging? (mag leeg)", "teamoverleg maart")
    shot(page, "5-publiceren")
    press(page, "Publiceer als versie 1.1.0")
    see(page.get_by_text("Versie 1.1.0 is gepubliceerd en geldt vanaf nu.")).to_be_visible()
    assert settings.rubric.read_bytes() == shipped
    text = active(settings).read_text(encoding="utf-8")
    assert COMMENT in text
    assert text.startswith("# A rubric of three criteria")
    assert [c["id"] for c in plain(text)["criteria"]][2] == "beleefd.bedankt"
    press(page, f"Beoordeel {store.count()} gesprekken opnieuw")
    see(page.get_by_text("klaar", exact=True)).to_be_visible(timeout=60_000)
    see(page.get_by_text("De gesprekken die het meest veranderen")).to_be_visible()
    shot(page, "6-opnieuw")
    for row in store.calls():
        versions = [card.rubric.version for card in store.scorecards(row.id)]
        assert versions == ["1.1.0", "1.0.0"]
    assert told(page, "ronde", store.count()) == expected
    now, before = scores(store, 0), scores(store, 1)
    assert before == kept
    for source, found in expected.items():
        assert {name: new for name, (_, new) in found.items()} == {name: now[source][name] for name in found}
    assert {source for source in now if now[source] != before[source]} == set(expected)

    # The versions side by side, and the way back.
    step(page, "Versies")
    see(page.get_by_text("1.1.0 (geldt nu)")).to_be_visible()
    see(page.get_by_text("Nieuw criterium")).to_be_visible()
    shot(page, "7-versies")
    press(page, "Zet versie 1.0.0 terug")
    see(page.get_by_text("Versie 1.0.0 geldt weer, met het nieuwe nummer 1.2.0.")).to_be_visible()
    back = load_rubric(active(settings))
    assert (back.version, len(back.criteria)) == ("1.2.0", 3)
    assert COMMENT in active(settings).read_text(encoding="utf-8")
    assert [v.about.note for v in Shelf(settings).versions()] == [
        "terug naar versie 1.0.0",
        "teamoverleg maart",
        "meegeleverd",
    ]

    # Judged again on the version of before, every call has the scores of before.
    step(page, "Opnieuw beoordelen")
    press(page, f"Beoordeel {store.count()} gesprekken opnieuw")
    see(page.get_by_text("klaar", exact=True)).to_have_count(2)
    assert scores(store, 0) == kept
    for row in store.calls():
        assert [card.rubric.version for card in store.scorecards(row.id)] == ["1.2.0", "1.1.0", "1.0.0"]
