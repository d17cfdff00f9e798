"""The screens of calibration, and of machine beside people."""

from datetime import UTC, datetime

import pytest
from screen_calls import Show, component, keep, texts
from screen_reviews import GREETED, button, items, reviewed

from app_pages import acts, desk
from scoring.detectors.intent import IntentDetector
from scoring.reports.calibration import export_calibration
from scoring.review.calibration import close, give_score, open_session, sessions
from scoring.review.reviewing import give
from scoring.rubric import load_rubric
from scoring.scorecard import Answer
from scoring.settings import ROOT
from scoring.store import Given, Store


def test_a_calibration_stays_blind_until_it_closes(show: Show, store: Store):
    calls = [keep(store, n, "Goedemorgen.").id for n in (1, 2)]
    people = ("Marit", "Omar")
    number = open_session(
        store, "Maart", calls, people, desk.rubric(), "Marit", [GREETED, "beleefd.afscheid"]
    ).id
    give_score(store, number, "Omar", calls[0], GREETED, Answer.NO, "GEHEIM")
    app = show("calibration", nr=str(number))
    app.text_input(key="who-kalibratie").set_value("Marit").run()
    assert all(item["machine"] is None and item["answer"] is None for item in items(app).values())
    assert "GEHEIM" not in texts(app) + str(component(app, "klankbord_answer_list"))
    assert component(app, "klankbord_conversation")["stops"] == []
    for call_id in calls:
        for name in (GREETED, "beleefd.afscheid"):
            give_score(store, number, "Marit", call_id, name, Answer.YES)
    close(store, number, "Marit", unfinished_too=True)
    app = show("calibration", nr=str(number))
    assert not app.exception
    assert "GEHEIM" in texts(app)
    assert "0 %" in app.info[0].value


def test_machine_and_people_shows_n_interval_and_what_fell_back(
    show: Show, store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("KLANKBORD_TRUST_ANSWERS", "2")
    for number in (1, 2):
        reviewed(store, number, begroeting="no")
    desk.store().close()
    app = show("trust")
    shown = texts(app)
    assert "0 % (0 tot 66)" in shown
    assert "Teruggevallen: de tool stelt hier alleen nog voor." in shown
    assert "Opent de medewerker met een dagdeelgroet" in app.warning[0].value


def test_a_wrong_rule_reaches_the_author(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen.")
    wrong = Given(criterion=GREETED, answer="no", reason="De regel telt ‘morgen’ mee.", rule_wrong=True)
    said = give(store, call.id, wrong, "Marit", desk.settings(), datetime(2026, 3, 10, 9, tzinfo=UTC))
    app = show("trust", deel="regels")
    assert "De regel telt ‘morgen’ mee." in texts(app)
    app.text_input(key="who-regel").set_value("Ilse").run()
    app.text_area(key=f"gedaan-{said.id}").set_value("Aangepast in 1.0.1.")
    app.button(key=f"afgehandeld-{said.id}").click().run()
    assert any("wacht" in one.value for one in app.success)


def test_acts_have_a_dutch_meaning():
    rubric = load_rubric(ROOT / "rubrics" / "vijf_b.yaml")
    known = acts.meanings(rubric)
    assert known["empathy"].startswith("erkent gevoel")
    assert known["callback_who"] == known["callback_number"]
    assert acts.meaning("nieuwe_handeling", known) == "nieuwe handeling"
    used = {d.intent for c in rubric.criteria for d in c.detectors.values() if isinstance(d, IntentDetector)}
    assert used <= set(known)
    assert used


def test_a_calibration_is_opened_from_the_screen(show: Show, store: Store):
    calls = [keep(store, n, "Goedemorgen.").id for n in (1, 2)]
    app = show("calibration")
    app.text_input(key="who-nieuwe-kalibratie").set_value("Marit").run()
    next(t for t in app.text_input if t.label == "Naam").set_value("Maart")
    next(m for m in app.multiselect if m.label == "Gesprekken").set_value(calls)
    app.text_area[0].set_value("Marit\nOmar")
    button(app, "Kalibratie openen").click().run()
    assert not app.exception
    (opened,) = sessions(store)
    assert (opened.title, opened.reviewers, set(opened.calls)) == ("Maart", ("Marit", "Omar"), set(calls))


def test_the_export_of_a_calibration_holds_answers_and_no_speech(store: Store):
    calls = [keep(store, n, "Goedemorgen.").id for n in (1, 2)]
    number = open_session(store, "Maart", calls, ("Marit", "Omar"), desk.rubric(), "Marit", [GREETED]).id
    for who, answer in (("Marit", Answer.YES), ("Omar", Answer.NO)):
        for call_id in calls:
            give_score(store, number, who, call_id, GREETED, answer, "Een opmerking.")
    close(store, number, "Marit", unfinished_too=True)
    lines = export_calibration(store, number).decode("utf-8-sig").splitlines()
    assert lines[0] == "Kalibratie;Gesprek;Criterium;Beoordelaar;Antwoord"
    assert lines[1:3] == [f"Maart;1;{GREETED};Marit;ja", f"Maart;1;{GREETED};Omar;nee"]
    assert len(lines) == 5
    assert "opmerking" not in " ".join(lines)
