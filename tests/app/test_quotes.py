"""How quotes and a callback arrangement read on the screen of a call."""

import pytest
from screen_calls import Show, component, keep, texts

from app_pages import callback_view, quotes
from scoring.call import Roles, Speaker, Transcript, Turn
from scoring.scorecard import Callback, Evidence
from scoring.store import Store

SAID = (
    "Fijn. Goedemiddag, Wmo-loket, met Jelmer. Waarmee kan ik u vandaag verder nog van dienst zijn denkt u?"
)


@pytest.fixture
def transcript() -> Transcript:
    turn = Turn(speaker=Speaker.AGENT, text=SAID)
    return Transcript(call_id="een", turns=(turn,), roles=Roles(confidence=1.0, reason="Vast."))


def of(word: str) -> Evidence:
    return Evidence.cut(SAID, 0, SAID.index(word), SAID.index(word) + len(word))


def test_a_short_quote_reads_with_its_sentence(transcript: Transcript):
    assert quotes.readable(of("met"), transcript) == "Goedemiddag, Wmo-loket, met Jelmer."


def test_at_most_eight_words_stand_around_a_short_quote(transcript: Transcript):
    assert quotes.readable(of("verder"), transcript) == "… kan ik u vandaag verder nog van dienst zijn …"


def test_a_longer_quote_stays_as_it_is(transcript: Transcript):
    assert quotes.readable(of("kan ik u"), transcript) == "kan ik u"


def test_quotes_in_the_same_words_are_shown_once(transcript: Transcript):
    shown = quotes.apart((of("Goedemiddag"), of("met"), of("kan ik u")), transcript)
    assert [(place, text) for place, _, text in shown] == [
        (0, "Goedemiddag, Wmo-loket, met Jelmer."),
        (2, "kan ik u"),
    ]


def test_a_reason_shows_the_sentence_too(transcript: Transcript):
    said = quotes.in_reason("Er is een deel te horen (‘met’).", (of("met"),), transcript)
    assert said == "Er is een deel te horen (‘Goedemiddag, Wmo-loket, met Jelmer.’)."


def test_a_callback_is_told_in_dutch():
    agreed = Callback(
        **{"term": "morgen", "due": "2026-11-11", "working_days": 1, "who": "ik", "number": "0612345678"},
        **{"about": "En wie is dat dan?", "name_known": True, "accepted": False},
    )
    assert callback_view.facts(agreed) == [
        ("Wie belt terug", "de medewerker zelf"),
        ("Wanneer", "uiterlijk woensdag 11 november 2026 (1 werkdag); gezegd: ‘morgen’"),
        ("Nummer", "0612345678"),
        ("Naam van de beller", "bekend"),
        ("Let op", "de beller wilde dit niet"),
    ]


def test_a_callback_without_a_term_says_so():
    told = dict(callback_view.facts(Callback(about="Ik wil weten wanneer mijn container wordt geleegd.")))
    assert told["Wanneer"] == "geen termijn genoemd"
    assert told["Wie belt terug"] == "niet genoemd"
    assert told["Waarover"] == "‘Ik wil weten wanneer mijn container wordt geleegd.’"


def test_a_call_shows_its_callback(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen, gemeente Zonnedaal.")
    assert "Terugbelafspraak" not in texts(show("call", id=call.id))
    said = "Mijn collega belt u morgen terug."
    promise = Callback(who="mijn collega", due="2026-03-11", evidence=(Evidence.cut(said, 0),))
    other = keep(store, 2, said)
    store.add_scorecard(store.scorecard(other.id).model_copy(update={"callback": promise}))
    app = show("call", id=other.id)
    assert "woensdag 11 maart 2026" in texts(app).split("Terugbelafspraak")[1]
    app.button(key="citaat-terugbellen-0").click().run()
    jump = component(app, "klankbord_conversation")["jump"]
    assert isinstance(jump, dict)
    assert jump["turn"] == 0
