"""People decide, in a real browser: a review by keyboard only, a blind calibration, a dispute to its outcome."""

import re
from collections.abc import Iterator

import krippendorff
import pytest
from browser_server import CHROMIUM, settled, to_screen
from screen_calls import keep
from sklearn.metrics import cohen_kappa_score

from app_pages import dutch
from scoring.review.calibration import open_session
from scoring.review.reviewing import finish as finish_review
from scoring.review.reviewing import give, open_review
from scoring.rubric import load_norms, load_rubric
from scoring.scorecard import Answer
from scoring.settings import Settings
from scoring.store import ESCALATION, Given, ReviewState, Store, open_store

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
GREETED = "beleefd.begroeting"
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return "";
  const words = at.textContent.length < 400 ? at.textContent : "";  // not the page as a whole
  return `${words} ${at.getAttribute("aria-label") ?? ""}`.trim();
}"""


@pytest.fixture
def store(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(settings.rubric))
    with open_store(settings) as opened:
        for row in opened.calls():
            opened.delete(row.id)
        yield opened


@pytest.fixture
def page(page):
    playwright.expect.set_options(timeout=20_000)
    return page


def tab_to(page, words: str, most: int = 60) -> None:
    """Presses Tab until the focus is on what has these words."""
    for _ in range(most):
        if words in page.evaluate(FOCUSED):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"met Tab niet te bereiken: {words}")


def type_name(page, name: str) -> None:
    box = page.get_by_label("Uw naam of initialen").locator("visible=true").first
    box.fill(name)
    box.press("Enter")
    settled(page)


def here(page):
    return page.locator(".row.open")


def at_criterion(page, words: str) -> None:
    playwright.expect(here(page)).to_contain_text(words)


def test_a_coach_reviews_a_whole_call_by_keyboard_only(page, store: Store, settings: Settings):
    call = keep(store, 1, "Goedemorgen meneer, verder nog vragen?", "Dit is belachelijk.")
    tab_to(page, "Nakijken")
    page.keyboard.press("Enter")
    page.locator(".calls a").wait_for()
    settled(page)
    tab_to(page, "gesprek-1.json")
    page.keyboard.press("Enter")
    here(page).wait_for()
    settled(page)
    tab_to(page, "Uw naam of initialen")
    page.keyboard.type("Marit de Boer")
    page.keyboard.press("Enter")
    playwright.expect(page.locator(".answers .strong").first).to_be_visible()
    settled(page)
    tab_to(page, "Gebruikt de medewerker de naam")
    at_criterion(page, "Gebruikt de medewerker de naam van de beller?")
    page.keyboard.press("l")  # the quote, and back: the keyboard stays in the list
    playwright.expect(page.locator(".turn.here")).to_contain_text("Goedemorgen meneer")
    page.keyboard.press("e")
    at_criterion(page, "Is binnen de norm opgenomen?")
    page.keyboard.press("e")  # the tool gave no answer here
    playwright.expect(page.locator(".told").first).to_contain_text("Kies zelf een antwoord")
    page.keyboard.press("2")
    at_criterion(page, "dagdeelgroet")
    page.keyboard.press("3")  # another answer asks why
    page.keyboard.press("Enter")
    playwright.expect(page.locator(".form .problem")).to_contain_text("Schrijf erbij waarom")
    page.keyboard.type("Te zacht om te horen.")
    page.keyboard.press("Enter")
    at_criterion(page, "Sluit de medewerker beleefd af?")
    page.keyboard.press("t")
    page.keyboard.type("Noem de naam nog eens.")
    page.keyboard.press("Enter")
    at_criterion(page, "nog meer vragen")
    for _ in range(10):  # until the tip is kept: the list takes the keyboard back when it is
        page.keyboard.press("g")  # to the conversation and back
        page.wait_for_timeout(1000)
        if page.locator(".turns").evaluate("turns => turns.getRootNode().activeElement === turns"):
            break
    playwright.expect(page.locator(".turns")).to_be_focused()
    page.keyboard.press("Escape")
    playwright.expect(here(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    at_criterion(page, "nog meer vragen")
    page.keyboard.press("e")
    page.keyboard.press("4")  # same as the tool: no reason needed
    at_criterion(page, "emotie of agressie")
    page.keyboard.press("2")
    page.keyboard.type("De beller schold.")
    page.keyboard.press("Enter")
    playwright.expect(page.get_by_text("7 van 7 bekeken")).to_be_visible()
    page.wait_for_timeout(500)
    settled(page)
    page.keyboard.press("a")
    playwright.expect(page.get_by_text("Afgerond door Marit de Boer")).to_be_visible(timeout=20_000)
    review = open_review(store, call.id, settings)
    assert review.state is ReviewState.FINAL
    assert {item.criterion: item.final.answer for item in review.items} == {
        "bekend.naam_beller": Answer.YES,
        "bereikbaar.opneemtijd": Answer.PARTIAL,
        GREETED: Answer.NO,
        "beleefd.afscheid": Answer.YES,
        "behulpzaam.meer_vragen": Answer.YES,
        "betrouwbaar.terugbelbelofte": Answer.NOT_APPLICABLE,
    }
    assert review.item(GREETED).current.reason == "Te zacht om te horen."
    assert review.tips[0].tip.text == "Noem de naam nog eens."
    assert review.final.escalation.level == 2
    assert all(len(item.said) == 1 for item in review.items)


def test_keys_typed_fast_are_all_kept(page, store: Store, settings: Settings):
    call = keep(store, 1, "Goedemorgen meneer, verder nog vragen?")
    to_screen(page, "Nakijken")
    page.get_by_role("link", name="gesprek-1.json").click()
    here(page).wait_for()
    settled(page)
    type_name(page, "Omar")
    playwright.expect(here(page)).to_be_focused()
    for key in "e1eeee0":
        page.keyboard.press(key)
    playwright.expect(page.get_by_text("7 van 7 bekeken")).to_be_visible()
    for _ in range(100):
        review = open_review(store, call.id, settings)
        if len(review.current) == 7:
            break
        page.wait_for_timeout(200)
    assert len(review.current) == 7
    assert {said.answer for said in review.current if said.criterion == ESCALATION} == {"0"}


def test_three_reviewers_score_blind_and_get_kappa_and_alpha(page, store: Store, settings: Settings):
    calls = [keep(store, n, "Goedemorgen.").id for n in range(3)]
    people = ("Marit", "Omar", "Ilse")
    rubric = load_rubric(settings.rubric)
    open_session(store, "Maart", calls, people, rubric, "Marit", [GREETED])
    table = {"Marit": "132", "Omar": "133", "Ilse": "112"}
    to_screen(page, "Kalibratie")
    for name, keys in table.items():
        page.get_by_role("button", name="Open", exact=True).first.click()
        page.get_by_role("heading", name="Maart").wait_for()
        settled(page)
        type_name(page, name)
        for place, key in enumerate(keys, start=1):
            page.get_by_text(f"Gesprek {place}", exact=True).click()
            settled(page)
            playwright.expect(page.get_by_text("0 van 1 bekeken")).to_be_visible()
            assert page.locator(".answers .machine").count() == 0
            playwright.expect(here(page)).to_have_count(1)  # the card of the call before has gone
            here(page).press(key)
            playwright.expect(page.get_by_text("1 van 1 bekeken")).to_be_visible()
            page.wait_for_timeout(600)
            settled(page)
        page.get_by_role("button", name="Klaar: ik verander niets meer").click()
        playwright.expect(page.get_by_text("U bent klaar.")).to_be_visible(timeout=20_000)
        page.get_by_role("button", name="Alle kalibraties").click()
    page.get_by_role("button", name="Open", exact=True).first.click()
    page.get_by_role("button", name="Sluiten en vergelijken").click()
    page.get_by_role("button", name="Sluiten", exact=True).click()
    page.get_by_role("tab", name="Per criterium").click()
    row = page.get_by_role("row", name=re.compile("dagdeelgroet")).first
    shown = row.inner_text()
    numbers = [[int(key) for key in keys] for keys in table.values()]
    nominal = krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal")
    ordinal = krippendorff.alpha(reliability_data=numbers, level_of_measurement="ordinal")
    assert f"\t{dutch.number(nominal, 2)} (" in shown
    assert f"\t{dutch.number(ordinal, 2)} (" in shown
    page.get_by_text("Kappa van elk tweetal").click()
    pairs = page.get_by_role("row", name=re.compile("dagdeelgroet")).locator("visible=true").last.inner_text()
    for one, other in (("Marit", "Omar"), ("Marit", "Ilse"), ("Omar", "Ilse")):
        kappa = cohen_kappa_score(list(table[one]), list(table[other]))
        assert dutch.number(kappa, 2) in pairs


def test_a_dispute_runs_from_agent_to_outcome(page, store: Store, settings: Settings):
    call = keep(store, 1, "Goedemorgen meneer.")
    norms = load_norms("1stroom", settings.rubric.parent / "normen")
    give(store, call.id, Given(criterion="bereikbaar.opneemtijd", answer="yes"), "Marit", settings)
    give(store, call.id, Given(criterion=GREETED, answer="no", reason="Niet gehoord."), "Marit", settings)
    for criterion in open_review(store, call.id, settings).missing:
        give(store, call.id, Given(criterion=criterion, answer="yes", reason="Gehoord."), "Marit", settings)
    finish_review(store, call.id, "Marit", load_rubric(settings.rubric), norms, settings)
    to_screen(page, "Mijn gesprekken")
    page.locator(".calls a").first.click()
    here(page).wait_for()
    settled(page)
    assert page.get_by_text("vastgesteld cijfer").count() == 0
    page.locator(".row").nth(2).click()
    here(page).press("1")
    playwright.expect(page.get_by_text("1 van 6 bekeken")).to_be_visible()
    page.wait_for_timeout(500)
    page.get_by_role("button", name="Klaar met mijn oordeel").click()
    playwright.expect(page.get_by_text("vastgesteld cijfer")).to_be_visible(timeout=20_000)
    settled(page)
    page.get_by_role("radio", name="Beleefd").or_(page.get_by_role("button", name="Beleefd")).first.click()
    settled(page)
    card = page.locator(f".st-key-eigen-{GREETED.replace('.', '-')}")
    playwright.expect(card).to_contain_text("U zei zelf")
    card.get_by_role("button", name="Niet eens").click()
    page.get_by_label("Waarom klopt dit antwoord niet?").fill("Ik zei goedemorgen.")
    page.get_by_role("button", name="Bezwaar maken").click()
    playwright.expect(card).to_contain_text("Bezwaar in behandeling")
    settled(page)
    to_screen(page, "Nakijken")
    page.get_by_text("Betwist", exact=False).first.click()
    settled(page)
    page.get_by_role("link", name="gesprek-1.json").click()
    page.get_by_text("Bezwaar van M-07").wait_for()
    settled(page)
    type_name(page, "Omar")
    page.get_by_label("Uw antwoord aan de medewerker").fill("U hebt gelijk, ik hoorde het terug.")
    page.get_by_label("Nieuw antwoord als u het bezwaar toekent").click()
    page.get_by_role("option", name="ja", exact=True).click()
    page.get_by_role("button", name="Toekennen").click()
    page.get_by_text("Bezwaar toegekend.").wait_for()
    settled(page)
    to_screen(page, "Mijn gesprekken")
    playwright.expect(page.locator(".calls")).to_contain_text("bezwaar beantwoord")
    page.locator(".calls a").first.click()
    page.get_by_text("U hebt gelijk, ik hoorde het terug.").first.wait_for()
    assert store.scorecard(call.id).result(GREETED).answer is Answer.YES
