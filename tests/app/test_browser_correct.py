"""Correcting a call in a real browser: a new version, judged anew, told in a sentence, and back again."""

import pytest
from browser_server import CHROMIUM, settled
from test_browser_call import (  # the same call
    call_id,
    edit,
    kept,
    now,
    page,
    playwright,
    press,
    scored,
    store,
    told,
)

from scoring.store import Store

__all__ = ["call_id", "page", "scored", "store"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]


def test_a_correction_is_judged_told_kept_and_taken_back(page, store: Store, call_id: str):
    page.locator(".conversation audio").evaluate("a => { a.currentTime = 31.5; }")
    edit(page, 0)
    page.locator(".editor textarea").fill("Met Marieke van Dalen.")
    page.get_by_label("Waarom?").fill("er klonk een piep")
    press(page, "Opslaan")
    told(page, "Aangepast: Begroeting van ja naar nee.")
    assert store.transcript(call_id).turns[0].text == "Met Marieke van Dalen."
    assert store.scorecard(call_id).result("beleefd.begroeting").answer == "no"
    assert now(page) == 31.5  # the sound stays where it was
    version = store.transcript_versions(call_id)[0]
    assert version.reason == "Beurt 1: tekst verbeterd. Reden: er klonk een piep. Door: Noor."
    press(page, "Meer")
    press(page, "Geschiedenis")
    page.get_by_text("Versie 2 (nu in gebruik)").wait_for()
    press(page, "Terug naar versie 1")
    told(page, "Aangepast: Begroeting van nee naar ja.")
    assert store.transcript(call_id) == store.transcript_at(call_id, 1)
    assert [v.version for v in store.transcript_versions(call_id)] == [3, 2, 1]
    assert len(store.scorecards(call_id)) == 3


@pytest.mark.slow
def test_a_turn_is_cut_at_the_cursor_and_made_one_again(page, store: Store, call_id: str):
    whole = store.transcript(call_id)
    edit(page, 2)
    page.locator(".editor textarea").evaluate("t => t.setSelectionRange(35, 35)")
    press(page, "Splits bij de cursor")
    told(page, "Geen enkel antwoord is veranderd.")
    turns = [turn.text for turn in store.transcript(call_id).turns[2:4]]
    assert turns == ["Dat is vervelend, meneer Bakker. Op", "welk adres staat het grofvuil?"]
    page.locator(".turn").nth(2).locator(".edit").click()
    press(page, "Samen met volgende")
    kept(page, store, call_id, 3)
    assert store.transcript(call_id).turns == whole.turns
    playwright.expect(page.locator(".turn")).to_have_count(len(whole.turns))


@pytest.mark.slow
def test_another_speaker(page, store: Store, call_id: str):
    edit(page, 15)
    page.get_by_label("Wie spreekt?").select_option("other")
    press(page, "Opslaan")
    kept(page, store, call_id, 2)
    assert store.transcript(call_id).turns[15].speaker == "other"
    assert "spreker van beller naar ander" in store.transcript_versions(call_id)[0].reason


def test_nothing_is_kept_without_a_name_or_over_someone_elses_work(page, store: Store, call_id: str):
    edit(page, 0, name="")
    page.locator(".editor textarea").fill("Hallo.")
    press(page, "Opslaan")
    told(page, "Vul eerst uw naam")
    assert page.locator(".editor textarea").input_value() == "Hallo."  # what was typed is not lost
    page.get_by_label("Uw naam of initialen").fill("Noor")
    page.get_by_label("Uw naam of initialen").press("Enter")
    settled(page)
    store.add_transcript(call_id, store.transcript(call_id).swapped(), "rollen omgewisseld")
    press(page, "Opslaan")
    told(page, "intussen door iemand anders aangepast")
    kept(page, store, call_id, 2)


@pytest.mark.slow
def test_escape_closes_without_keeping(page, store: Store, call_id: str):
    edit(page, 0)
    page.locator(".editor textarea").fill("Hallo.")
    page.locator(".editor textarea").press("Escape")
    assert page.locator(".editor").count() == 0
    assert len(store.transcript_versions(call_id)) == 1


@pytest.mark.slow
def test_who_is_who_can_be_chosen_again_after_judging(page, store: Store, call_id: str):
    press(page, "Meer")
    press(page, "Wie is wie?")
    for number, role in ((1, "Beller"), (2, "Medewerker")):
        page.get_by_role("combobox", name=f"Wie is stem {number}?").click()
        page.get_by_role("option", name=role).click()
        page.get_by_role("option").first.wait_for(state="hidden")
    playwright.expect(page.locator(".kb-dialogue p").first).to_contain_text("Beller: Goedemorgen")
    press(page, "Bewaar en beoordeel")
    told(page, "Aangepast: ")
    assert store.transcript(call_id).turns[0].speaker == "caller"
    assert store.transcript_versions(call_id)[0].reason.startswith("Per stem gekozen")
