"""What the clock adds to the words: waiting that nobody announced, and how sure an interruption is."""

import pytest
from spoken import of_transcript

from scoring.call import SoundEvent, SoundKind, Sounds, Speaker, Transcript, Turn
from scoring.detectors.episode import EpisodeDetector
from scoring.detectors.timing import InterruptionDetector

HELD = EpisodeDetector(
    kind="episode",
    episode="hold",
    measures="occurred",
    announcing=("in de wacht",),
    second_part=("bedankt",),
)
CUT = InterruptionDetector(kind="interruptions")


def call(returned, before="Ik zoek het op.", sounds=None):
    turns = (
        Turn(speaker=Speaker.AGENT, text="Gemeente Zonnedaal.", start=0, end=2),
        Turn(speaker=Speaker.CALLER, text="Waar blijft mijn pas?", start=2, end=4),
        Turn(speaker=Speaker.AGENT, text=before, start=4, end=6),
        Turn(speaker=Speaker.AGENT, text="Daar is hij.", start=returned, end=returned + 2),
    )
    return of_transcript(Transcript(call_id="proef", turns=turns, sounds=sounds))


@pytest.mark.parametrize(
    ("returned", "music", "held"),
    [(10, None, 0), (20, None, 0), (20, (8, 18), 1), (20, (8, 9), 0), (40, None, 1)],
    ids=["short", "typing", "music", "a beep", "long silence"],
)
def test_waiting_is_heard_in_music_or_in_a_long_silence(returned, music, held):
    events = (SoundEvent(kind=SoundKind.MUSIC, start=music[0], end=music[1]),) if music else ()
    seen = HELD.measure(call(returned, sounds=Sounds(events=events)))
    assert seen.value == held
    assert len(seen.evidence) == 2 * held


def test_waiting_that_words_show_too_counts_once():
    context = call(40, before="Ik zet u even in de wacht.")
    assert HELD.measure(context).value == 1


@pytest.mark.parametrize(("voices", "sure"), [(("kanaal 1", "kanaal 2"), 1.0), (("stem 1", "stem 2"), 0.5)])
def test_an_interruption_on_one_channel_is_an_indication(voices, sure):
    turns = (
        Turn(speaker=Speaker.CALLER, text="Ik bel omdat", start=0, end=4, voice=voices[0]),
        Turn(speaker=Speaker.AGENT, text="Dat kan echt niet.", start=3, end=6, voice=voices[1]),
    )
    seen = CUT.measure(of_transcript(Transcript(call_id="proef", turns=turns, engine="faster-whisper")))
    assert (seen.value, seen.confidence) == (1, sure)
