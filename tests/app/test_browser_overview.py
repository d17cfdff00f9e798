"""The overview in a real browser: numbers lead to their calls, each picture has its table, nobody is named."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from browser_server import CHROMIUM, settled, to_screen
from screen_calls import keep
from test_browser import english

from scoring.insight.overview import overview
from scoring.insight.periods import Unit, period_of
from scoring.insight.scope import Scope
from scoring.rubric import load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import open_store

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
SMALL = ROOT / "tests" / "app" / "rubriek" / "klein.yaml"
GREETED, SILENT = "Goedemorgen meneer, verder nog vragen?", "Hallo, u wordt morgen teruggebeld."
AGENT = re.compile(r"\bM-\d\d\b")
SECTIONS = ("Vijf B’s", "Criteria", "Wat te coachen", "Terugbelafspraken", "Escalatie", "Teams")


@pytest.fixture(scope="module")
def settings(settings: Settings) -> Iterator[Settings]:
    """Three months of three teams, of which one has two calls only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLANKBORD_DATA_FOLDER", str(settings.data_folder))
        patch.setenv("KLANKBORD_RUBRIC", str(settings.rubric))
        with open_store(settings) as store:
            for number in range(36):
                month, place = 1 + number % 3, number // 3
                team = "Balie" if number in (2, 5) else ("KCC", "Wmo")[number % 2]
                angry = "Ik ben boos!" if number % 5 == 0 else "Goed."
                said = GREETED if month == 3 or place % 4 == 0 else SILENT
                day = f"2026-0{month}-{10 + place}T09:42"
                keep(store, number, said, angry, called_at=day, agent=f"M-0{number % 4}", team=team)
        yield settings


@pytest.fixture
def page(page):
    to_screen(page, "Overzicht")
    page.get_by_role("heading", name="Overzicht").wait_for()
    settled(page)
    return page


def show(page, section: str) -> None:
    page.get_by_role("radiogroup", name="Wat wilt u zien?").get_by_role("radio", name=section).click()
    settled(page)


def text(page) -> str:
    return page.locator("[data-testid=stMain]").inner_text()


def march(settings: Settings, team: str | None = None):
    rubric = load_rubric(SMALL)
    with open_store(settings) as store:
        scope = Scope(rubric=rubric.id, period=period_of(date(2026, 3, 1), Unit.MONTH), team=team)
        return overview(store, scope, rubric, 5)


@pytest.mark.parametrize(
    "section",
    ["Criteria", *(pytest.param(s, marks=pytest.mark.slow) for s in ("Vijf B’s", "Escalatie", "Teams"))],
)
def test_a_number_leads_to_as_many_calls(page, section: str):
    show(page, section)
    links = page.locator(".figures a")
    links.first.wait_for()
    chosen = links.nth(links.count() - 1)
    amount = int(chosen.inner_text())
    chosen.focus()
    page.keyboard.press("Enter")
    word = "gesprek" if amount == 1 else "gesprekken"
    page.get_by_role("heading", name=f"{amount} {word}", exact=True).wait_for()
    settled(page)
    assert page.locator("tbody a").count() == amount
    page.get_by_role("link", name="Terug naar het overzicht").click()
    page.get_by_role("heading", name="Overzicht").wait_for()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("section", "caption"), [("Vijf B’s", "Totaal per maand"), ("Escalatie", "niveau van")]
)
def test_beside_a_picture_stands_its_table(page, settings: Settings, section: str, caption: str):
    show(page, section)
    picture = page.get_by_test_id("stVegaLiteChart")
    table = page.locator("table", has=page.locator("caption", has_text=caption))
    picture.locator("canvas, svg").first.wait_for()
    assert picture.count() == table.count() == 1
    left, right = picture.bounding_box(), table.bounding_box()
    assert left["x"] + left["width"] <= right["x"] + 2
    assert left["y"] < right["y"] + right["height"]
    assert right["y"] < left["y"] + left["height"]
    shown = [row.split() for row in table.locator("tbody tr").all_inner_texts()]
    points = [point for point in reversed(march(settings).history) if point.n]
    assert len(shown) == len(points) == 3
    for cells, point in zip(shown, points, strict=True):
        if section == "Escalatie":
            assert [int(cell) for cell in cells[2:7]] == list(point.levels)
        else:
            assert cells[2] == f"{point.scores['totaal'].value:.0f}"
            assert int(cells[-1]) == point.n


def test_the_figures_are_those_of_the_store(page, settings: Settings):
    seen = march(settings)
    rows = page.locator("table", has=page.locator("caption", has_text="Scores van maart 2026")).locator(
        "tbody tr"
    )
    figures = [*seen.dimensions, seen.total]
    assert rows.count() == len(figures)
    for place, figure in enumerate(figures):
        score = rows.nth(place).locator("td").first.inner_text()
        if figure.now.value is None:
            assert "te weinig" in score
        else:
            assert score.split()[0] == f"{figure.now.value:.0f}"
    assert "sinds februari 2026. Dat is meer dan toeval." in text(page)


@pytest.mark.slow
def test_no_person_is_named_or_ranked_and_everything_is_dutch(page):
    for section in SECTIONS:
        show(page, section)
        assert not AGENT.search(text(page)), section
        assert english(page) == [], section


@pytest.mark.slow
def test_of_a_few_calls_there_is_no_figure(page):
    show(page, "Teams")
    small = page.locator("tbody tr", has_text="Balie")
    assert not re.search(r"\d\d", small.inner_text()), small.inner_text()
    page.get_by_role("combobox", name="Team").click()
    page.get_by_role("option", name="Balie").click()
    settled(page)
    page.get_by_text("Vanaf 5 gesprekken staan hier cijfers.").wait_for()
    assert page.locator(".figures").count() == 0
    assert page.get_by_test_id("stVegaLiteChart").count() == 0
    assert not AGENT.search(text(page))
