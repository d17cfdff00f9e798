"""The JSON of turns that Klankbord writes itself, whole and damaged."""

import datetime as dt
import json

from one_talk import AGENT, CALLER, SAID, said

from scoring.intake import read


def test_turn_json(write, settings):
    tree = {
        "id": "eigen-7", "direction": "out", "opening_recorded": False, "called_at": "2026-01-15T10:12", "rings": 3,
        "organisation": "Gemeente Zwaluwdam", "scenario": "afval", "labels": {"x": {"answer": "yes"}},
        "escalation_level": 1, "callback_due": None,
        "turns": [{"speaker": s, "text": t, "start": n, "end": n + 0.5} for n, (s, t) in enumerate(SAID)],
    }  # fmt: skip
    taken = read(write("g.json", json.dumps(tree)), settings)
    assert [(t.speaker, t.text) for t in taken.transcript.turns] == SAID
    assert taken.transcript.roles.confidence == 1.0
    assert taken.call.direction == "out"
    assert taken.call.opening_recorded is False
    assert taken.call.ending_recorded is True
    assert taken.call.called_at == dt.datetime(2026, 1, 15, 10, 12)
    assert taken.call.metadata == {"id": "eigen-7", "scenario": "afval", "rings": 3.0}
    assert taken.labels == {"labels": {"x": {"answer": "yes"}}, "escalation_level": 1, "callback_due": None}


def test_turn_json_with_other_speakers_is_guessed(write, settings):
    turns = [{"speaker": {AGENT: "Sanne", CALLER: "Piet"}[s], "text": t} for s, t in SAID]
    path = write("g.json", json.dumps({"turns": turns}))
    assert said(path, settings) == SAID
    assert read(path, settings).transcript.roles.confidence < 1.0


def test_half_characters_in_json_are_replaced(write, settings):
    path = write(
        "g.json",
        '{"\\ud800k": "\\ud800", "turns": [{"speaker": "agent", "text": "ja \\ud83d\\ude00 \\ud800"}]}',
    )
    taken = read(path, settings)
    taken.model_dump_json().encode()
    assert taken.transcript.turns[0].text.startswith("ja 😀")


def test_times_that_run_backwards_are_dropped_with_a_note(write, settings):
    tree = {"turns": [{"speaker": "agent", "text": "ja", "start": 5, "end": 2}]}
    transcript = read(write("g.json", json.dumps(tree)), settings).transcript
    assert transcript.turns[0].end is None
    assert "tijd" in transcript.warnings[0]
