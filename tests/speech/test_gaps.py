"""Tapes and music on hold become turns of nobody, so that they count for nobody."""

import pytest

from scoring.call import SoundEvent, SoundKind, Sounds, Speaker, Turn, Word
from scoring.language.announcements import answers, from_tape
from scoring.language.roles import guess_roles
from scoring.speech.gaps import TAPE, tape_apart, with_music
from scoring.speech.turns import Utterance


def said(label, text, start):
    words = [
        Word(text=w, start=start + i * 0.3, end=start + i * 0.3 + 0.25) for i, w in enumerate(text.split())
    ]
    return Utterance(label, words)


def labelled(*utterances):
    return [(u.label, u.text) for u in tape_apart(utterances)]


GREETING = "Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks."


def test_a_known_tape_before_the_answer_is_apart_with_all_before_it():
    assert labelled(
        said(
            "kanaal 1", "Welkom bij de gemeente Rijnmeer. Dit gesprek kan worden opgenomen voor training.", 0
        ),
        said("kanaal 1", GREETING, 9),
        said("kanaal 2", "Goedemorgen, ik heb een vraag.", 14),
    ) == [
        (TAPE, "Welkom bij de gemeente Rijnmeer. Dit gesprek kan worden opgenomen voor training."),
        ("kanaal 1", GREETING),
        ("kanaal 2", "Goedemorgen, ik heb een vraag."),
    ]


def test_a_tape_that_runs_into_the_greeting_is_cut_off():
    parts = labelled(said("kanaal 1", f"Al onze medewerkers zijn in gesprek. {GREETING}", 0))
    assert parts == [(TAPE, "Al onze medewerkers zijn in gesprek."), ("kanaal 1", GREETING)]


def test_unknown_text_is_a_tape_by_its_length_and_the_pause():
    tape = "Op deze lijn bereikt u het loket voor al uw vragen over wonen en bouwen."
    assert labelled(said("kanaal 1", tape, 0), said("kanaal 1", GREETING, 9))[0] == (TAPE, tape)
    assert labelled(said("kanaal 1", "Een moment.", 0), said("kanaal 1", GREETING, 9))[0][0] == "kanaal 1"


def test_an_employee_who_tells_of_the_recording_is_no_tape():
    own = f"{GREETING} Dit gesprek wordt opgenomen om van te leren."
    assert labelled(said("kanaal 1", own, 0)) == [("kanaal 1", own)]


def test_a_waiting_tape_in_the_middle_is_apart():
    parts = labelled(
        said("kanaal 1", GREETING, 0),
        said("kanaal 2", "Ik wil iemand van belastingen spreken.", 5),
        said("kanaal 1", "Er zijn nog drie wachtenden voor u.", 20),
        said("kanaal 1", "Daar ben ik weer.", 30),
    )
    assert [label for label, _ in parts] == ["kanaal 1", "kanaal 2", TAPE, "kanaal 1"]


def test_an_ordinary_call_is_left_as_it_was():
    call = [
        said("kanaal 1", GREETING, 0),
        said("kanaal 2", "Dag. Met Pieter Roos. Ik bel over het grofvuil.", 5),
    ]
    assert tape_apart(call) == tuple(call)


def test_the_tape_gets_the_role_of_nobody():
    parts = labelled(
        said("kanaal 1", "Al onze medewerkers zijn in gesprek.", 0),
        said("kanaal 1", GREETING, 9),
        said("kanaal 2", "Ik heb een vraag over mijn paspoort.", 14),
    )
    roles = guess_roles(parts)
    assert roles.labels == {TAPE: Speaker.OTHER, "kanaal 1": Speaker.AGENT, "kanaal 2": Speaker.CALLER}
    assert roles.certain


@pytest.mark.parametrize(
    ("text", "opening", "tape"),
    [
        ("Al onze medewerkers zijn op dit moment in gesprek.", False, True),
        ("Voor vragen over afval, toets 2.", True, True),
        ("U bent nummer drie in de rij.", False, True),
        ("Dit gesprek kan worden opgenomen.", True, True),
        ("Dit gesprek kan worden opgenomen.", False, False),
        ("Ik zet u even in de wacht.", False, False),
        ("Een van onze medewerkers belt u morgen terug.", False, False),
        (GREETING, True, False),
    ],
)
def test_texts_of_tapes(text, opening, tape):
    assert from_tape(text, opening=opening) is tape


def test_who_answers_gives_a_name_or_offers_help():
    assert answers(GREETING)
    assert answers("Waarmee kan ik u helpen?")
    assert not answers("Welkom bij de gemeente Rijnmeer.")


def test_music_is_a_turn_of_nobody_in_its_place_and_once():
    turns = [
        Turn(speaker=Speaker.AGENT, text="Momentje.", start=0, end=2),
        Turn(speaker=Speaker.AGENT, text="Daar ben ik.", start=50, end=52),
    ]
    events = tuple(
        SoundEvent(kind=SoundKind.MUSIC, start=start, end=48, voice=voice)
        for start, voice in ((3, "a"), (5, "b"))
    )
    _, music, _ = with_music(turns, Sounds(events=events))
    assert music.speaker is Speaker.OTHER
    assert music.text == "(wachtmuziek, 45 seconden)"
    assert (music.start, music.end) == (3, 48)
