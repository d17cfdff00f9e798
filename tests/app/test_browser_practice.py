"""A trainee scores a set blind in a real browser, and then sees the comparison; a coach takes a sheet along."""

import io

import pytest
from browser_server import CHROMIUM, settled

from scoring.insight.goals import goals, set_goal
from scoring.insight.practice import expert_answer, open_set, practice
from scoring.insight.sheets import Fragment, make_sheet
from scoring.pipeline import keep, score_call
from scoring.rubric import load_norms, load_rubric
from scoring.scorecard import Answer, Evidence
from scoring.settings import ROOT, Settings
from scoring.store import open_store
from scoring.store.coachings import CoachingStep, Point

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pypdf = pytest.importorskip("pypdf", reason="pypdf is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
DEMO = ROOT / "scoring" / "demo" / "demo-1-grofvuil.json"
GREETED, LEFT = "beleefd.begroeting", "beleefd.afscheid"
WHY = "De groet en de naam vallen in de eerste zin."


@pytest.fixture(scope="module")
def settings(settings: Settings) -> Settings:
    """A call with sound, a set about it, and a goal with a sheet."""
    rubric = load_rubric(settings.rubric)
    norms = load_norms("1stroom", settings.rubric.parent / "normen")
    with open_store(settings) as store:
        keep(store, score_call(DEMO, rubric, norms, settings), rubric, norms)
        (call,) = store.calls()
        number = open_set(store, "Begin van het gesprek", [call.id], [GREETED, LEFT], rubric, "Ilse").id
        for name in (GREETED, LEFT):
            expert_answer(store, number, "Ilse", call.id, name, Answer.YES, WHY)
        quote = Evidence.cut(store.transcript(call.id).turns[0].text, 0)
        goal = set_goal(store, call.id, GREETED, quote, "Ik noem mijn naam rustig.", "Marit", rubric)
        point = Point(criterion=GREETED, good=True, text="Fijn begin.", goal=goal.about.id)
        make_sheet(store, call.agent, [(point, [Fragment(call_id=call.id, quote=quote)])], "Marit")
    return settings


def opens(page, name: str) -> None:
    """Goes to a screen by the menu."""
    page.locator("header").get_by_role("link", name=name, exact=True).click()
    page.get_by_role("heading", name=name, exact=True).wait_for()
    settled(page)


def say_name(page, name: str, then) -> None:
    """Types the name until what comes after it is there: a busy browser may still be drawing the field."""
    for _ in range(6):
        box = page.get_by_label("Uw naam of initialen")
        box.fill(name)
        box.press("Enter")
        settled(page)
        try:
            then.wait_for(timeout=5_000)
        except playwright.TimeoutError:
            continue
        return


def test_a_trainee_finishes_a_set_and_sees_the_comparison(page, settings: Settings):
    opens(page, "Oefenen")
    start = page.locator("[data-testid=stMain]").get_by_role("button", name="Oefen", exact=True)
    say_name(page, "Sam", start)
    start.click()
    page.get_by_role("heading", name="Begin van het gesprek").wait_for()
    page.get_by_text("Nog 2 antwoorden te gaan").wait_for()
    settled(page)
    assert WHY not in page.locator("body").inner_text()
    criterion = page.locator(".st-key-kb-answers")
    criterion.get_by_role("button", name="Ja").first.click()
    page.get_by_text("Nog 1 antwoord te gaan").wait_for()
    settled(page)
    criterion.get_by_role("button", name="Nee").locator("visible=true").first.click()
    page.get_by_text("Alles beantwoord").wait_for()
    page.get_by_role("button", name="Klaar: laat de vergelijking zien").click()
    page.get_by_text("Gelijk aan de expert: 50 % (1 van 2)").wait_for()
    settled(page)
    shown = page.locator("body").inner_text()
    assert WHY in shown
    assert "Verschil. U was strenger." in shown
    assert "1 van 2 antwoorden gelijk aan de expert" in shown
    with open_store(settings) as store:
        assert practice(store, 1, "Sam").finished


def test_the_sheet_is_a_pdf_that_can_be_read(page):
    opens(page, "Coaching")
    assert "Nog te weinig gesprekken" in page.locator("body").inner_text()
    with page.expect_download() as started:
        page.get_by_role("button", name="Gespreksblad (PDF)").click()
    read = pypdf.PdfReader(io.BytesIO(started.value.path().read_bytes()))
    text = " ".join(" ".join(sheet.extract_text() for sheet in read.pages).split())
    for words in ("Fijn begin.", "Ik noem mijn naam rustig.", "Goedemorgen", "Nog te weinig gesprekken"):
        assert words in text
    root = read.trailer["/Root"]
    assert root["/Lang"].startswith("nl")
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_a_coach_makes_a_goal_at_a_moment_of_the_call_by_keyboard(page, settings: Settings):
    """The call, its criterion and its employee are filled in; the coach points at the words and writes."""
    with open_store(settings) as store:
        (row,) = store.calls()
        said = store.transcript(row.id).turns[0].text
    opens(page, "Coaching")
    page.get_by_role("link", name="Luister").first.click()
    page.get_by_role("heading", name="Per criterium").wait_for()
    settled(page)
    page.get_by_role("radio", name="Behulpzaam").click()
    settled(page)
    page.get_by_role("button", name="Doel maken").first.focus()
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog")
    form.get_by_text("Vraagt de medewerker of er nog meer vragen zijn?").wait_for()
    assert row.agent in form.inner_text()
    keep_it = form.get_by_role("button", name="Doel bewaren")
    keep_it.focus()
    page.keyboard.press("Enter")
    form.get_by_text("Kies eerst het moment in het gesprek.").wait_for()
    form.get_by_role("combobox").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    form.get_by_label("Uw naam of initialen").focus()
    page.keyboard.type("Marit")
    page.keyboard.press("Tab")
    page.wait_for_timeout(500)
    form.get_by_label("Afspraak, in één zin").focus()
    page.keyboard.type("Ik vraag of er nog iets is.")
    page.keyboard.press("Tab")
    page.wait_for_timeout(500)
    keep_it.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Het doel is gemaakt.").wait_for()
    settled(page)
    with open_store(settings) as store:
        made = goals(store, row.agent)[0]
    (moment,) = made.of(CoachingStep.MOMENT)
    assert (made.about.criterion, made.about.person) == ("behulpzaam.meer_vragen", "Marit")
    assert (moment.call_id, moment.quote.quote) == (row.id, said)
    page.get_by_role("link", name="Bekijk het bij Coaching").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Ik vraag of er nog iets is.").wait_for()
