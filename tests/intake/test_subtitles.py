"""WebVTT and SRT, with speakers in tags, in text or not at all."""

import pytest
from one_talk import AGENT, CALLER, FIRST, SAID, SECOND, THIRD, said, times

from scoring.intake import read

VTT = f"""WEBVTT - opname

NOTE gemaakt voor een test

1
00:00:01.000 --> 00:00:04.000
<v Sanne>{FIRST[:32]}</v>

00:00:04.100 --> 00:00:06.000
<v Sanne>{FIRST[33:]}</v>

00:07.000 --> 00:09.500 align:start
<v.luid De Boer>{SECOND}</v>

00:10.000 --> 00:12.000
<v Sanne><i>Ik zet</i> het <00:00:10.500>voor u door. <c.geel>Kan ik verder</c> nog iets voor u doen?
"""


@pytest.mark.parametrize("name", ["g.vtt", "g.txt", "g.srt", "g"])
def test_webvtt_voices_by_content(write, settings, name):
    path = write(name, VTT)
    assert said(path, settings) == SAID
    assert times(path, settings) == [1.0, 7.0, 10.0]


def test_webvtt_names_in_text(write, settings):
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\nSanne: {FIRST}\n\n00:03.000 --> 00:04.000\nPiet: ja &amp; nee\n\n"
    text += f"00:04.500 --> 00:05.000\nwant ik bel over iets\n\n00:05.000 --> 00:06.000\nSanne: {THIRD}\n"
    assert said(write("g.vtt", text), settings) == [
        (AGENT, FIRST), (CALLER, "ja & nee want ik bel over iets"), (AGENT, THIRD)
    ]  # fmt: skip


def test_webvtt_silence_divides_turns(write, settings):
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Goedemorgen.\n\n00:30.000 --> 00:31.000\n<v A>Daar ben ik weer.\n"
    assert len(read(write("g.vtt", text), settings).transcript.turns) == 2


@pytest.mark.parametrize(
    "shape", ["{label}: {text}", "[{label}]: {text}", "<v {label}>{text}</v>", "- {label}: {text}"]
)
def test_srt(write, settings, shape):
    names = {AGENT: "SPEAKER_01", CALLER: "SPEAKER_00"}
    cues = [
        f"{n}\n00:00:{n:02},500 --> 00:00:{n:02},900\n{shape.format(label=names[s], text=t)}\n"
        for n, (s, t) in enumerate(SAID, start=1)
    ]
    path = write("g.srt", "\n".join(cues))
    assert said(path, settings) == SAID
    assert times(path, settings) == [1.5, 2.5, 3.5]
    assert said(write("g.txt", "\r\n".join("\n".join(cues).split("\n"))), settings) == SAID


def test_unlabelled_srt_keeps_cues(write, settings):
    text = "1\n00:00:01,000 --> 00:00:02,000\nGoedemorgen\n\n2\n00:00:02,000 --> 00:00:03,000\nDag\n"
    transcript = read(write("g.srt", text), settings).transcript
    assert len(transcript.turns) == 2
    assert not transcript.roles.certain
