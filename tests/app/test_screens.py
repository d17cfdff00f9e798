"""Every screen, on an empty store, with calls, and with text that tries to be more than text."""

import html
import re

import pytest
from screen_calls import EVIL, Show, component, keep, texts
from streamlit.testing.v1 import AppTest

from scoring.store import Status, Store

TITLES = {
    "start": "Welkom bij Klankbord",
    "judge": "Beoordelen",
    "calls": "Gesprekken",
    "call": "Gesprek",
    "rubric": "Kleine rubriek",
}


def rows(app: AppTest) -> list[list[str]]:
    table = component(app, "klankbord_call_table")
    return [[cell["text"] for cell in row["cells"]] for row in table["rows"]]


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


@pytest.mark.parametrize("page", TITLES)
def test_every_screen_opens_on_an_empty_store(show: Show, page: str):
    app = show(page)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == TITLES[page]


def test_an_empty_start_says_what_to_do(show: Show):
    app = show("start")
    assert "Er zijn nog geen gesprekken" in texts(app)
    assert button(app, "Demogesprekken laden")


def test_start_loads_the_demo_calls(show: Show, store: Store):
    app = show("start")
    button(app, "Demogesprekken laden").click().run()
    assert not app.exception
    assert store.count() > 0
    assert all(row.demo for row in store.calls())
    assert len(rows(app)) == min(8, store.count())


def test_start_puts_the_most_urgent_first(show: Show, store: Store):
    keep(store, 1, "Goedemorgen meneer, nog iets?", "Ik weet je te vinden!")
    keep(store, 2, "Hallo?", confidence=0.4)
    app = show("start")
    assert app.info[0].value.startswith("**Begin hiermee: escalatie 3 of 4 (1 gesprek).**")
    assert {row[7] for row in rows(app)} == {"○ door de tool beoordeeld", "⇄ rollen te bevestigen"}


def test_the_list_shows_dutch_dates_and_commas(show: Show, store: Store):
    keep(store, 1, "Goedemorgen meneer, verder nog vragen?")
    (row,) = rows(show("calls"))
    assert row[:5] == ["gesprek-1.json", "10-03-2026 09:42", "M-07", "KCC", "inkomend"]
    assert row[5] == "10,0"


def test_the_list_filters_and_searches(show: Show, store: Store):
    keep(store, 1, "Goedemorgen.", "Mijn paspoort is zoek.")
    keep(store, 2, "Goedemorgen.", "Het gaat om grofvuil.", team="Balie", direction="out")
    keep(store, 3, "Hallo?", confidence=0.4)
    app = show("calls")
    assert len(rows(app)) == 3
    app.text_input[0].set_value("PASPOORT").run()
    assert [row[0] for row in rows(app)] == ["gesprek-1.json"]
    app.text_input[0].set_value("").run()
    choose = {box.label: box for box in app.selectbox}
    choose["Team"].set_value("Balie").run()
    assert [row[0] for row in rows(app)] == ["gesprek-2.json"]
    choose = {box.label: box for box in app.selectbox}
    choose["Team"].set_value(None).run()
    next(b for b in app.selectbox if b.label == "Stand").set_value(Status.ROLES.value.capitalize()).run()
    assert [row[0] for row in rows(app)] == ["gesprek-3.json"]


def test_start_leads_to_a_list_with_only_those_calls(show: Show, store: Store):
    keep(store, 1, "Goedemorgen meneer, verder nog vragen?")
    keep(store, 2, "Hallo?", confidence=0.4)
    app = show("calls", toon="rollen")
    assert [row[0] for row in rows(app)] == ["gesprek-2.json"]
    button(app, "Toon alle gesprekken").click().run()
    assert len(rows(app)) == 2


def test_a_filter_without_calls_says_so(show: Show, store: Store):
    keep(store, 1, "Goedemorgen.")
    app = show("calls")
    app.text_input[0].set_value("zeppelin").run()
    assert any("Geen gesprek past" in info.value for info in app.info)


def test_a_call_shows_its_grade_what_went_well_and_what_to_coach(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen, gemeente Zonnedaal.")
    shown = texts(show("call", id=call.id))
    assert "voorlopig cijfer van de tool" in shown
    assert (
        "Opent de medewerker met een dagdeelgroet?" in shown.split("Ging goed")[1].split("Om te coachen")[0]
    )
    assert "Noem de naam van de beller ten minste één keer." in shown.split("Om te coachen")[1]
    assert "<th scope='row'>Bereikbaar</th><td><span class='kb-score'>–</span>" in shown


def test_a_call_says_answers_in_words_and_how_sure(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen, gemeente Zonnedaal.")
    app = show("call", id=call.id)
    seen = ""
    for dimension in ("bekend", "bereikbaar", "beleefd", "behulpzaam", "betrouwbaar"):
        app.get("button_group")[0].set_value(dimension).run()
        assert not app.exception
        seen += texts(app)
    for word in ("Ja", "Nee", "N.v.t.", "Mens beoordeelt"):
        assert f"</span> {word}</span>" in seen
    assert "voorstel: controleer dit" in seen
    assert ">zeker<" in seen


def test_a_quote_moves_the_conversation_again_and_again(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen, gemeente Zonnedaal.")
    app = show("call", id=call.id)
    app.get("button_group")[0].set_value("beleefd").run()
    for number in (1, 2):
        app.button(key="citaat-beleefd.begroeting-0").click().run()
        jump = component(app, "klankbord_conversation")["jump"]
        assert jump == {"turn": 0, "at": 1.5, "number": number}


def test_roles_in_doubt_are_asked_and_settled_with_one_click(show: Show, store: Store):
    call = keep(store, 1, "Ja.", "Goedemorgen, met Brandsma, verder nog vragen?", confidence=0.4)
    app = show("call", id=call.id)
    assert "Wie is de medewerker?" in app.warning[0].value
    assert "40 %" in app.warning[0].value
    assert store.scorecard(call.id) is None
    button(app, "Wissel medewerker en beller").click().run()
    assert not app.exception
    assert store.transcript(call.id).turns[0].speaker == "caller"
    assert store.scorecard(call.id).result("beleefd.begroeting").answer == "yes"


def test_swapping_roles_of_a_judged_call_judges_it_again(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen, gemeente Zonnedaal.")
    app = show("call", id=call.id)
    button(app, "Wissel rollen").click().run()
    assert not app.exception
    assert store.scorecard(call.id).result("beleefd.begroeting").answer == "no"
    assert len(store.scorecards(call.id)) == 2


def test_judging_again_with_other_norms_keeps_the_earlier_scorecard(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen, gemeente Zonnedaal.")
    app = show("call", id=call.id)
    next(b for b in app.selectbox if b.label == "Normen").set_value("lisse").run()
    button(app, "Opnieuw beoordelen").click().run()
    assert [card.norms for card in store.scorecards(call.id)] == ["lisse", "1stroom"]


def test_deleting_asks_first(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen.")
    app = show("call", id=call.id)
    button(app, "Gesprek verwijderen").click().run()
    assert button(app, "Ja, verwijder dit gesprek")  # what it does stands in test_browser: dialogs need one
    assert store.count() == 1


def test_a_call_that_is_not_there_is_one_dutch_line(show: Show):
    app = show("call", id="weg")
    assert not app.exception
    assert len(app.error) == 1
    assert "Er is geen gesprek" in app.error[0].value


def test_a_broken_rubric_is_told_in_dutch_with_all_its_mistakes(show: Show, folder):
    (folder / "rubriek" / "klein.yaml").write_text("id: klein\nversion: één\n", encoding="utf-8")
    app = show("rubric")
    assert not app.exception
    assert "klein\\.yaml" in app.error[0].value
    assert "dit veld ontbreekt" in app.error[0].value


def test_the_rubric_shows_question_why_source_examples_and_norms(show: Show):
    app = show("rubric")
    app.get("button_group")[0].set_value("beleefd").run()
    shown = texts(app)
    assert "De eerste seconden bepalen de toon." in shown
    assert "Werkafspraken klantcontact, punt 9" in shown
    assert "<b>Medewerker:</b> Hallo?" in shown
    assert "Gemeente Lisse" in shown


@pytest.mark.parametrize("page", TITLES)
def test_text_of_others_stays_text(show: Show, store: Store, page: str):
    fields = {"agent": EVIL, "team": EVIL, "organisation": EVIL, "call_type": EVIL, "source": f"{EVIL}.json"}
    call = keep(store, 1, f"Goedemorgen {EVIL} meneer", f"Belachelijk {EVIL}", **fields)
    keep(store, 2, EVIL, EVIL, confidence=0.4, source=f"{EVIL}.json")
    for query in ({"id": call.id}, {"id": "gesprek-2"}) if page == "call" else ({},):
        app = show(page, **query)
        assert not app.exception
        for element in app.get("html"):
            assert "<script" not in element.value
            assert "<img src=x" not in element.value
        labels = (w.label for kind in ("button", "expander", "checkbox") for w in app.get(kind))
        spoken = [
            *labels,
            *(m.value for k in ("markdown", "title", "warning", "caption") for m in app.get(k)),
        ]
        for text in spoken:
            plain = re.sub(r"\\.", "", text)  # what is left after escaping is what Markdown would act on
            for active in ("<", "**vet", ":material/home", ":red[", "$x", "[klik", "]("):
                assert active not in plain


def test_hostile_speech_is_shown_whole(show: Show, store: Store):
    call = keep(store, 1, f"Goedemorgen {EVIL}", source=f"{EVIL}.json")
    app = show("call", id=call.id)
    turn = component(app, "klankbord_conversation")["turns"][0]
    assert "".join(piece["text"] for piece in turn["pieces"]) == f"Goedemorgen {EVIL}"
    assert html.escape(EVIL, quote=False) in texts(app)
