"""Saying who is who, per voice and per turn, and what a correction tells."""

from kept_calls import a_call, a_result, a_scorecard
from screen_calls import EVIL, Show, component, keep, texts
from streamlit.testing.v1 import AppTest

from app_pages import correcting
from scoring.call import Call, Roles, Speaker, Transcript, Turn
from scoring.correction import Correction
from scoring.scorecard import Answer
from scoring.store import Store

LINES = (
    ("stem 1", "U wordt doorverbonden."),
    ("stem 2", "Goedemorgen meneer, met wie spreek ik?"),
    ("stem 3", f"Met Driessen {EVIL}"),
    ("stem 2", "Fijne dag nog."),
)


def in_doubt(store: Store, *lines: tuple[str, str]) -> Call:
    """A call in which every voice is still ‘other’."""
    call = Call(id="stemmen", source="stemmen.json")
    turns = tuple(
        Turn(speaker=Speaker.OTHER, text=text, start=float(i), voice=voice)
        for i, (voice, text) in enumerate(lines)
    )
    labels = {voice: Speaker.OTHER for voice, _ in lines}
    roles = Roles(labels=labels, confidence=0.1, reason="Meer stemmen.")
    store.save(call, Transcript(call_id=call.id, turns=turns, roles=roles))
    return call


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def choice(app: AppTest, number: int):
    return next(b for b in app.selectbox if b.label == f"Wie is stem {number}?")


def test_every_voice_gets_a_choice_examples_and_a_preview(show: Show, store: Store):
    call = in_doubt(store, *LINES)
    app = show("call", id=call.id)
    shown = texts(app)
    assert "<b>Stem 2</b> <span class='kb-note'>(2 beurten, in het bestand ‘stem 2’)</span>" in shown
    assert "<br>‘Goedemorgen meneer, met wie spreek ik?’<br>‘Fijne dag nog.’" in shown
    assert "<b>Ander:</b> Goedemorgen meneer" in shown
    choice(app, 2).set_value(Speaker.AGENT).run()
    assert "<b>Medewerker:</b> Goedemorgen meneer" in texts(app)
    choice(app, 3).set_value(Speaker.CALLER).run()
    button(app, "Bewaar en beoordeel").click().run()
    assert not app.exception
    speakers = [turn.speaker.value for turn in store.transcript(call.id).turns]
    assert speakers == ["other", "agent", "caller", "agent"]
    assert store.scorecard(call.id).result("beleefd.begroeting").answer == "yes"
    assert "Het gesprek is nu beoordeeld" in app.success[0].value


def test_without_an_employee_nothing_is_judged(show: Show, store: Store):
    call = in_doubt(store, *LINES)
    app = show("call", id=call.id)
    button(app, "Bewaar en beoordeel").click().run()
    assert "ten minste één stem" in app.error[0].value
    assert store.scorecard(call.id) is None
    assert len(store.transcript_versions(call.id)) == 1


def test_one_voice_is_settled_turn_by_turn(show: Show, store: Store):
    call = in_doubt(store, ("", "Goedemorgen meneer."), ("", "Met Driessen."))
    app = show("call", id=call.id)
    assert any("kies bij elke beurt wie er spreekt" in m.value for m in app.markdown)
    edits = [
        {"kind": "speaker", "turn": 0, "speaker": "agent"},
        {"kind": "speaker", "turn": 1, "speaker": "caller"},
    ]
    store.add_transcript(call.id, _edited(store.transcript(call.id), edits), "Door: Noor.")
    app.run()
    button(app, "Rollen kloppen").click().run()
    assert not app.exception
    assert store.scorecard(call.id).result("beleefd.begroeting").answer == "yes"


def _edited(transcript: Transcript, edits: list[dict[str, object]]) -> Transcript:
    return Correction.model_validate({"edits": edits, "version": 1}).apply(transcript)[0]


def test_a_difference_is_one_plain_sentence():
    call = a_call()
    before = a_scorecard(call, grade=7.0)
    worse = a_scorecard(
        call, grade=6.5, results=(a_result("beleefd.begroeting", Answer.NO), *before.results[1:])
    )
    assert correcting.sentence(before, worse) == (
        "Aangepast: Begroeting van ja naar nee. Het cijfer ging van 7,0 naar 6,5."
    )
    same = "Bewaard en opnieuw beoordeeld. Geen enkel antwoord is veranderd."
    assert correcting.sentence(before, before) == same
    assert correcting.sentence(None, worse) == "Bewaard. Het gesprek is nu beoordeeld: cijfer 6,5."


def test_a_conversation_without_sound_has_evidence_in_order_and_can_be_corrected(show: Show, store: Store):
    call = keep(store, 1, "Goedemorgen meneer, gemeente Zonnedaal.")
    app = show("call", id=call.id)
    data = component(app, "klankbord_conversation")
    assert (data["audio"], data["wave"], data["editing"], data["version"]) == (None, None, False, 1)
    assert [(s["turn"], s["at"]) for s in data["stops"]] == [(0, 1.5), (2, 6.5)]
    app.toggle[0].set_value(True).run()
    assert component(app, "klankbord_conversation")["editing"] is True
