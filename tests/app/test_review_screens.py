"""The screens where people decide: queues, review, samples, own calls, calibration, machine and people."""

import pytest
from screen_calls import EVIL, Show, component, keep, texts
from screen_reviews import GREETED, HUMAN, button, items, reviewed

from app_pages import desk, reviewing_view
from scoring.review.disputes import agent_file, dispute, disputes_of, self_assess
from scoring.review.reviewing import agree, give, open_review
from scoring.review.sampling import SampleRequest, draw_sample
from scoring.scorecard import Answer
from scoring.store import ESCALATION, ReviewState, Store


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("review", "Nakijken"),
        ("own", "Mijn gesprekken"),
        ("calibration", "Kalibratie"),
        ("trust", "Machine en mensen"),
    ],
)
def test_opens_on_an_empty_store(show: Show, page: str, title: str):
    app = show(page)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == title


def test_the_queues_count_and_list(show: Show, store: Store):
    keep(store, 1, "Goedemorgen meneer, nog iets?", "Ik weet je te vinden!")
    keep(store, 2, "Hallo.")
    reviewed(store, 3)
    app = show("review")
    (control,) = [group for group in app.get("button_group") if "Te bekijken **2**" in str(group.options)]
    assert {"Escalatie 3–4 **1**", "Betwist **0**"} <= set(control.options)
    table = component(app, "klankbord_call_table")
    assert [row["cells"][0]["text"] for row in table["rows"]] == ["gesprek-1.json", "gesprek-2.json"]
    assert table["more"] == "nakijken=1"


def test_review_puts_the_tool_beside_the_person(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen meneer, verder nog vragen?", EVIL)
    agree(store, call.id, GREETED, "Marit", desk.settings())
    app = show("call", id=call.id, nakijken="1")
    assert not app.exception
    found = items(app)
    assert found[GREETED]["machine"]["look"]["word"] == "Ja"
    assert found[GREETED]["machine"]["quotes"][0]["text"].startswith("Goedemorgen")
    assert found[GREETED]["answer"] == "yes"
    assert found[GREETED]["history"][0].startswith("Marit, ")
    assert found[HUMAN]["required"]
    assert found[HUMAN]["agree"] is None
    assert found[ESCALATION]["scale"] == "levels"
    assert "Vul hierboven eerst uw naam" in component(app, "klankbord_answer_list")["locked"]
    app.text_input(key="who-nakijken").set_value("Omar").run()
    assert component(app, "klankbord_answer_list")["locked"] == ""


def test_a_final_review_stays_readable_beside_the_tool(show: Show, store: Store):
    call_id = reviewed(store, 1, begroeting="no")
    app = show("call", id=call_id, nakijken="1")
    item = items(app)[GREETED]
    assert (item["machine"]["look"]["word"], item["answer"]) == ("Ja", "no")
    assert "Zo hoorde ik het." in item["history"][0]
    assert component(app, "klankbord_answer_list")["locked"].startswith("Definitief")
    card = show("call", id=call_id)
    assert "vastgesteld cijfer" in texts(card)
    assert 'De tool zei: <span class="kb-chip kb-ja">' in texts(card)


def test_what_was_not_touched_stays_as_it_was_said(store: Store):
    call = keep(store, 1, "Goedemorgen meneer.")
    settings, transcript = desk.settings(), store.transcript(call.id)
    first = reviewing_view.read(
        {
            "id": GREETED,
            "answer": "no",
            "reason": "Te zacht.",
            "note": "Let op.",
            "quote": "Goedemorgen meneer",
            "tip": "Harder.",
            "tip_turn": 0,
            "tip_seconds": 1.5,
            "rule_wrong": True,
            "cause": "iets anders",
        },
        None,
        transcript,
    )
    said = give(store, call.id, first, "Marit", settings)
    again = reviewing_view.read({"id": GREETED, "answer": "yes", "reason": ""}, said, transcript)
    assert (again.note, again.tip, again.evidence, again.cause) == (
        said.note,
        said.tip,
        said.evidence,
        said.cause,
    )
    assert (again.answer, again.reason) == ("yes", "")


def test_a_finished_review_opens_again_with_a_reason(show: Show, store: Store):
    call_id = reviewed(store, 1)
    app = show("call", id=call_id, nakijken="1")
    app.text_input(key="who-nakijken").set_value("Omar").run()
    app.button(key=f"heropen-knop-{call_id}").click().run()
    assert app.error[0].value.startswith("Schrijf waarom")
    app.text_input(key=f"heropen-{call_id}").set_value("Verkeerd gehoord.").run()
    app.button(key=f"heropen-knop-{call_id}").click().run()
    assert open_review(store, call_id, desk.settings()).state is ReviewState.STARTED


def test_a_sample_is_drawn_and_can_be_redone(show: Show, store: Store):
    for number in range(4):
        keep(store, number, "Goedemorgen.", agent=f"M-{number}")
    app = show("review")
    app.text_input(key="who-steekproef").set_value("Omar").run()
    next(n for n in app.number_input if n.label == "Aantal").set_value(2)
    next(t for t in app.text_input if t.label == "Startgetal van de loting").set_value("appel")
    button(app, "Trek de steekproef").click().run()
    assert not app.exception
    assert any("2 van 4 gesprekken" in e.label for e in app.expander)
    same = draw_sample(store, SampleRequest(title="Na", seed="appel", size=2), "Ilse", desk.settings())
    assert sorted(same.calls) == sorted(
        row.id for row in store.calls(desk.visible().model_copy(update={"sample": 1}))
    )


def test_an_employee_judges_before_the_score_is_shown(show: Show, store: Store):
    call_id = reviewed(store, 1)
    app = show("own", id=call_id)
    shown = items(app)
    assert all(item["machine"] is None and item["answer"] is None for item in shown.values())
    assert "vastgesteld cijfer" not in texts(app)
    assert component(app, "klankbord_conversation")["stops"] == []
    self_assess(store, call_id, "M-07", {GREETED: Answer.PARTIAL}, desk.settings())
    app = show("own", id=call_id)
    assert "vastgesteld cijfer" in texts(app)
    button(app, "Ik heb de score gezien").click().run()
    assert agent_file(store, call_id, "M-07", desk.settings()).seen_at


def test_another_employees_call_is_refused(show: Show, store: Store):
    keep(store, 1, "Goedemorgen.", agent="M-01")
    other = keep(store, 2, "Goedemorgen.", agent="M-02")
    app = show("own", id=other.id, als="M-01")
    assert "geen gesprek van u" in app.error[0].value
    assert not app.get("bidi_component")[1:]


def test_a_coach_answers_a_dispute(show: Show, store: Store):
    call_id = reviewed(store, 1, begroeting="no")
    settings = desk.settings()
    self_assess(store, call_id, "M-07", {GREETED: Answer.YES}, settings)
    made = dispute(store, call_id, "M-07", GREETED, f"Ik groette wel. {EVIL}", settings)
    app = show("call", id=call_id, nakijken="1")
    assert "<script>" not in texts(app)
    app.text_input(key="who-nakijken").set_value("Omar").run()
    app.text_area[0].set_value("U hebt gelijk.")
    button(app, "Toekennen").click().run()
    assert "Kies het nieuwe antwoord" in app.error[0].value
    app.selectbox[-1].set_value("yes")
    app.text_area[0].set_value("U hebt gelijk.")
    button(app, "Toekennen").click().run()
    assert disputes_of(store, call_id)[0].new_answer == "yes"
    assert store.scorecard(call_id).result(GREETED).answer is Answer.YES
    assert made.id
