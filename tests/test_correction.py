"""Corrections of a transcript: what changes, what stays, and what cannot be done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scoring.call import Roles, Speaker, Transcript, Turn, Word
from scoring.correction import EDIT, Correction, Join, Remove, Respeak, Retext, Split, assigned, voices
from scoring.errors import CorrectionError


def heard(text: str, start: float) -> tuple[Word, ...]:
    """Words of half a second that follow on each other."""
    return tuple(
        Word(text=word, start=start + i / 2, end=start + i / 2 + 0.4, probability=0.5)
        for i, word in enumerate(text.split())
    )


def spoken(speaker: Speaker, text: str, start: float, voice: str = "") -> Turn:
    words = heard(text, start)
    return Turn(speaker=speaker, text=text, start=start, end=words[-1].end, words=words, voice=voice)


CALL = Transcript(
    call_id="gesprek-1",
    turns=(
        spoken(Speaker.AGENT, "Goedemorgen, gemeente Zonnedaal. Met Driesen over mijn pas.", 1.0, "kanaal 1"),
        spoken(Speaker.CALLER, "Dat klopt.", 7.0, "kanaal 2"),
    ),
    roles=Roles(labels={"kanaal 1": Speaker.AGENT, "kanaal 2": Speaker.CALLER}),
)
PLAIN = CALL.model_copy(update={"turns": tuple(turn.model_copy(update={"words": ()}) for turn in CALL.turns)})


def test_other_words_keep_the_times_of_what_stays_and_lose_the_machines_doubt():
    text = "Goedemorgen, gemeente Zonnedaal. Met Driessen over mijn oude pas."
    turn = Retext(turn=0, text=f"  {text}\n").apply(CALL).turns[0]
    assert turn.text == text
    assert [word.text for word in turn.words] == text.split()
    times = {word.text: word.start for word in turn.words}
    assert times["Goedemorgen,"] == 1.0
    assert times["Driessen"] == 3.0  # one word for another at the same place
    assert times["oude"] is None  # nobody measured when this was said
    assert times["pas."] == 4.5
    assert {word.probability for word in turn.words} == {None}
    assert (turn.start, turn.end, turn.speaker) == (1.0, CALL.turns[0].end, Speaker.AGENT)


def test_a_turn_without_word_times_gets_none():
    assert Retext(turn=1, text="Ja, dat klopt.").apply(PLAIN).turns[1].words == ()


def test_the_original_is_never_changed():
    before = CALL.model_dump_json()
    for edit in (Retext(turn=0, text="Hallo."), Split(turn=0, place=33), Join(turn=0), Remove(turn=0)):
        assert edit.apply(CALL) != CALL
    assert CALL.model_dump_json() == before


def test_another_speaker_speaks_with_the_voice_of_that_role():
    turn = Respeak(turn=0, speaker=Speaker.CALLER).apply(CALL).turns[0]
    assert (turn.speaker, turn.voice) == (Speaker.CALLER, "kanaal 2")
    stranger = Respeak(turn=0, speaker=Speaker.OTHER).apply(CALL).turns[0]
    assert (stranger.speaker, stranger.voice) == (Speaker.OTHER, "")


def test_words_go_with_their_half():
    first, second, _ = Split(turn=0, place=33).apply(CALL).turns
    assert (first.text, second.text) == ("Goedemorgen, gemeente Zonnedaal.", "Met Driesen over mijn pas.")
    assert [word.text for word in first.words] == first.text.split()
    assert [word.text for word in second.words] == second.text.split()
    assert (first.start, first.end) == (1.0, 2.4)
    assert (second.start, second.end) == (2.5, CALL.turns[0].end)
    assert second.words[0].probability == 0.5


@pytest.mark.parametrize(("place", "last"), [(35, "Zonnedaal."), (33, "Zonnedaal."), (32, "Zonnedaal.")])
def test_a_cut_in_a_word_goes_to_its_beginning(place: int, last: str):
    assert Split(turn=0, place=place).apply(CALL).turns[0].text.split()[-1] == last


@pytest.mark.parametrize("place", [-4, 0, 3, 59, 99])
def test_a_cut_at_an_edge_is_refused(place: int):
    with pytest.raises(CorrectionError, match="tussen twee woorden"):
        Split(turn=0, place=place).apply(CALL)


def test_without_word_times_the_moment_is_unknown_or_where_the_player_is():
    first, second, _ = Split(turn=0, place=33).apply(PLAIN).turns
    assert (first.start, first.end, second.start) == (1.0, None, None)
    first, second, _ = Split(turn=0, place=33, at=2.45).apply(PLAIN).turns
    assert (first.end, second.start) == (2.45, 2.45)
    assert Split(turn=0, place=33, at=60.0).apply(PLAIN).turns[1].start is None


def test_two_turns_become_one():
    (turn,) = Join(turn=0).apply(CALL).turns
    assert turn.text == f"{CALL.turns[0].text} Dat klopt."
    assert (turn.speaker, turn.start, turn.end) == (Speaker.AGENT, 1.0, CALL.turns[1].end)
    assert len(turn.words) == 10
    with pytest.raises(CorrectionError, match="geen beurt"):
        Join(turn=1).apply(CALL)


@given(place=st.integers(0, 60))
def test_joining_what_was_split_gives_the_same_words(place: int):
    try:
        split = Split(turn=0, place=place).apply(CALL)
    except CorrectionError:
        return
    assert Join(turn=0).apply(split) == CALL


def test_a_turn_can_go_but_not_the_last_one():
    left = Remove(turn=0).apply(CALL)
    assert [turn.text for turn in left.turns] == ["Dat klopt."]
    with pytest.raises(CorrectionError, match="enige beurt"):
        Remove(turn=0).apply(left)


def test_what_cannot_be_done_is_said_in_dutch():
    with pytest.raises(CorrectionError, match="zonder tekst"):
        Retext(turn=0, text="  ").apply(CALL)
    with pytest.raises(CorrectionError, match="niet meer"):
        Join(turn=7).apply(CALL)


def test_a_screen_sends_corrections_as_data_and_nothing_else():
    assert EDIT.validate_python({"kind": "split", "turn": 0, "place": 3}) == Split(turn=0, place=3)
    for wrong in ({"kind": "shell", "turn": 0}, {"kind": "join", "turn": -1}, {"kind": "join"}, [], None):
        with pytest.raises(ValidationError):
            EDIT.validate_python(wrong)


def test_what_was_done_is_told_without_what_was_said():
    assert Retext(turn=0, text="geheim").told(CALL) == "Beurt 1: tekst verbeterd."
    assert Respeak(turn=1, speaker=Speaker.AGENT).told(CALL) == "Beurt 2: spreker van beller naar medewerker."
    assert Split(turn=0, place=33).told(CALL) == "Beurt 1: gesplitst in beurt 1 en 2."
    assert Join(turn=0).told(CALL) == "Beurt 1 en 2: samengevoegd."
    assert Remove(turn=0).told(CALL) == "Beurt 1: verwijderd."


def test_each_voice_gets_the_role_that_a_person_chose():
    turns = (
        spoken(Speaker.OTHER, "Een ogenblik alstublieft.", 0.0, "stem 1"),
        spoken(Speaker.OTHER, "Met wie spreek ik?", 3.0, "stem 2"),
        spoken(Speaker.OTHER, "Met Driessen.", 6.0, "stem 3"),
        spoken(Speaker.OTHER, "Fijne dag.", 9.0, "stem 2"),
    )
    unknown = Roles(labels=dict.fromkeys(("stem 1", "stem 2", "stem 3"), Speaker.OTHER), confidence=0.2)
    call = Transcript(call_id="gesprek-2", turns=turns, roles=unknown)
    assert list(voices(call)) == ["stem 1", "stem 2", "stem 3"]
    done = assigned(call, {"stem 2": Speaker.AGENT, "stem 3": Speaker.CALLER})
    assert [turn.speaker.value for turn in done.turns] == ["other", "agent", "caller", "agent"]
    assert done.roles.certain
    assert done.roles.labels == {
        "stem 1": Speaker.OTHER,
        "stem 2": Speaker.AGENT,
        "stem 3": Speaker.CALLER,
    }


def test_turns_without_a_label_are_one_voice_for_each_role():
    bare = tuple(turn.model_copy(update={"voice": ""}) for turn in CALL.turns)
    call = CALL.model_copy(update={"turns": bare, "roles": Roles(confidence=0.3)})
    assert voices(call) == {"agent": (Speaker.AGENT,), "caller": (Speaker.CALLER,)}
    swapped = assigned(call, {"agent": Speaker.CALLER, "caller": Speaker.AGENT})
    assert [turn.speaker.value for turn in swapped.turns] == ["caller", "agent"]


def test_edits_in_one_go_follow_on_each_other():
    edits = (Retext(turn=0, text="Goedemorgen. Met Driessen."), Split(turn=0, place=13))
    after, told = Correction(edits=edits, version=1).apply(CALL)
    assert [turn.text for turn in after.turns] == ["Goedemorgen.", "Met Driessen.", "Dat klopt."]
    assert told == "Beurt 1: tekst verbeterd. Beurt 1: gesplitst in beurt 1 en 2."
    with pytest.raises(ValidationError):
        Correction(edits=(), version=1)
