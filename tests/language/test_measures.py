import pytest

from scoring.call import SoundEvent, SoundKind, Sounds, Speaker, Transcript, Turn, Word
from scoring.language.measures import measure

A, B = Speaker.AGENT, Speaker.CALLER


def turn(speaker, text, start, end, voice=""):
    """A turn whose words take equal time."""
    said = text.split()
    step = (end - start) / len(said)
    words = tuple(
        Word(text=w, start=start + i * step, end=start + (i + 1) * step) for i, w in enumerate(said)
    )
    return Turn(speaker=speaker, text=text, start=start, end=end, words=words, voice=voice)


def call(*turns, **more):
    return Transcript(call_id="proef", turns=turns, **more)


def test_without_times_there_is_nothing_to_measure():
    assert measure(call(Turn(speaker=A, text="Goedemorgen."))) is None
    assert measure(call(turn(A, "Goedemorgen.", 0, 1), Turn(speaker=B, text="Dag."))) is None


def test_share_pace_and_overlap_of_two_channels():
    found = measure(
        call(
            turn(A, "een twee drie vier vijf zes", 1, 3, "kanaal 1"),
            turn(B, "een twee drie vier vijf zes", 2.5, 6.5, "kanaal 2"),
            engine="faster-whisper",
        )
    )
    assert found.exact
    assert (found.agent.seconds, found.caller.seconds) == (2, 4)
    assert found.agent.share == pytest.approx(1 / 3)
    assert found.agent.words_a_minute == pytest.approx(180)
    assert found.overlap == pytest.approx(0.5)
    assert found.agent.interruptions == ()
    assert found.caller.interruptions == (1,)  # begun half a second before the employee's end


def test_nodding_along_cuts_nobody_off():
    found = measure(call(turn(B, "ik wil graag weten hoe het zit", 0, 4), turn(A, "ja ja", 3.5, 4.2)))
    assert found.agent.interruptions == ()


def test_a_turn_inside_the_other_is_no_interruption():
    found = measure(call(turn(B, "ik wil graag weten hoe het zit", 0, 4), turn(A, "dat snap ik", 2, 3)))
    assert found.agent.interruptions == ()


def test_voices_told_apart_by_sound_show_no_overlap_but_a_broken_sentence():
    found = measure(
        call(
            turn(B, "Ik bel omdat mijn buurman", 0, 2, "stem 1"),
            turn(A, "Heeft u een zaaknummer?", 2.0, 4, "stem 2"),
            turn(B, "Nee, dat heb ik niet.", 4.05, 6, "stem 1"),
            turn(A, "Dan kan ik niets.", 6.05, 8, "stem 2"),
            engine="faster-whisper",
        )
    )
    assert not found.exact
    assert found.overlap is None
    assert found.agent.interruptions == (1,)


def test_one_voice_in_a_recognised_call_is_not_exact():
    found = measure(call(turn(A, "Goedemorgen.", 0, 1, "kanaal 1"), engine="faster-whisper"))
    assert not found.exact
    assert found.overlap is None


def test_the_longest_monologue_goes_on_through_a_hum_and_ends_at_an_answer():
    found = measure(
        call(
            turn(B, "mijn verhaal begint", 0, 10),
            turn(A, "hm hm", 9, 9.5),
            turn(B, "en gaat verder", 11, 20),
            turn(A, "dat is vervelend zeg", 20, 22),
            turn(B, "ja dat is het", 23, 30),
        )
    )
    longest = found.caller.longest
    assert (longest.start, longest.end, longest.before, longest.after) == (0, 20, 0, 2)
    assert found.agent.longest.duration == pytest.approx(2)


def test_pauses_and_waiting():
    turns = (
        turn(A, "gemeente Zonnedaal goedemorgen", 2, 4),
        turn(B, "dag met Noor", 5, 6),
        turn(A, "een ogenblik ik vraag het na", 6, 8),
        turn(A, "bedankt voor het wachten", 20, 22),
        turn(B, "geen probleem", 26, 27),
        turn(A, "alstublieft", 60, 61),
    )
    found = measure(call(*turns))
    assert [round(p.duration) for p in found.pauses] == [12, 4, 33]
    assert [w.start for w in found.waiting] == [27]  # twelve quiet seconds may be typing
    assert measure(call(*turns), frozenset({2})).waited == pytest.approx(45)
    music = Sounds(events=(SoundEvent(kind=SoundKind.MUSIC, start=10, end=19),))
    assert [w.start for w in measure(call(*turns, sounds=music)).waiting] == [8, 27]


def test_a_line_about_music_is_not_speech():
    music = Turn(speaker=Speaker.OTHER, text="(wachtmuziek, 38 seconden)", start=4, end=42)
    found = measure(call(turn(A, "een ogenblik", 2, 4), music, turn(A, "bedankt", 42, 43)))
    assert [(w.start, w.end, w.before, w.after) for w in found.waiting] == [(4, 42, 0, 2)]


def test_silence_before_the_employee_speaks_is_no_waiting():
    assert (
        measure(call(turn(Speaker.OTHER, "een moment geduld", 0, 2), turn(A, "goedemorgen", 60, 61))).waiting
        == ()
    )


def test_the_greeting_is_timed_from_the_answer():
    greeting = turn(A, "gemeente Zonnedaal", 13.5, 15)
    rings = Sounds(events=tuple(SoundEvent(kind=SoundKind.RING, start=s, end=s + 1) for s in (1, 6, 11)))
    assert measure(call(greeting)).greeting == pytest.approx(13.5)
    assert measure(call(greeting, sounds=rings)).greeting == pytest.approx(1.5)
    assert measure(call(turn(B, "hallo", 1, 2))).greeting is None


def test_measures_survive_a_json_round_trip():
    found = measure(call(turn(A, "een twee drie vier vijf", 0, 2), turn(B, "ja dat klopt", 2, 3)))
    assert type(found).model_validate_json(found.model_dump_json()) == found
