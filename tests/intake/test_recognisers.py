"""The JSON of Whisper, WhisperX and Amazon Transcribe, read to the same conversation."""

import json

from one_talk import AGENT, CALLER, SAID, said, times

from scoring.call import Speaker
from scoring.intake import read


def segments(**extra: object) -> list[dict[str, object]]:
    return [
        {"id": n, "seek": 0, "start": n * 5.0, "end": n * 5.0 + 4, "text": f" {t}", "tokens": [1], "temperature": 0.0,
         "words": [{"word": f" {w}", "start": n * 5.0, "end": n * 5.0 + 1, "probability": 0.9} for w in t.split()]}
        | extra
        for n, (_, t) in enumerate(SAID)
    ]  # fmt: skip


def test_openai_whisper(write, settings):
    tree = {"text": " ".join(t for _, t in SAID), "segments": segments(), "language": "nl"}
    transcript = read(write("g.json", json.dumps(tree)), settings).transcript
    assert [t.text for t in transcript.turns] == [t for _, t in SAID]
    assert [t.start for t in transcript.turns] == [0.0, 5.0, 10.0]
    assert transcript.turns[0].words[0].text == "Goedemorgen,"
    assert transcript.turns[0].words[0].probability == 0.9
    assert (transcript.engine, transcript.roles.certain) == ("whisper", False)


def test_faster_whisper_dumps(write, settings):
    old = [list(segment.values())[:6] for segment in segments()]
    words = [{"word": " Ja", "start": 0.0, "end": 0.5, "probability": 1.0}, {"word": " hoor", "start": 0.5, "end": 0.9},
             {"word": " Dag", "start": 4.0, "end": 4.4}]  # fmt: skip
    expected = [t for _, t in SAID]
    for tree in (segments(), old, {"segments": segments(), "info": {"language": "fy"}}):
        transcript = read(write("g.json", json.dumps(tree)), settings).transcript
        assert [t.text for t in transcript.turns] == expected
        assert transcript.language == ("fy" if isinstance(tree, dict) else "nl")
    assert [t.text for t in read(write("w.json", json.dumps(words)), settings).transcript.turns] == [
        "Ja hoor",
        "Dag",
    ]


def test_whisperx(write, settings):
    names = {AGENT: "SPEAKER_00", CALLER: "SPEAKER_01"}
    whole = [segment | {"speaker": names[s]} for segment, (s, _) in zip(segments(), SAID, strict=True)]
    assert said(write("g.json", json.dumps({"segments": whole, "word_segments": []})), settings) == SAID
    words = [
        {"word": w, "start": float(n), "end": n + 0.5, "score": 0.8, "speaker": names[s]}
        if w != "12."
        else {"word": w}
        for n, (s, w) in enumerate((s, w) for s, t in SAID for w in t.split())
    ]
    mixed = {"segments": [{"start": 0.0, "end": 60.0, "text": "alles", "words": words}]}
    path = write("m.json", json.dumps(mixed))
    assert said(path, settings) == SAID
    assert read(path, settings).transcript.engine == "whisperx"


def transcribe_items(label: str | None) -> list[dict[str, object]]:
    names = {AGENT: "spk_1", CALLER: "spk_0"}
    items: list[dict[str, object]] = []
    for n, (speaker, word) in enumerate((s, w) for s, t in SAID for w in t.split()):
        bare = word.rstrip(".,?")
        stamp = {"start_time": f"{n * 0.4:.2f}", "end_time": f"{n * 0.4 + 0.3:.2f}"}
        mine = {label: names[speaker]} if label else {}
        items.append(
            {
                "type": "pronunciation",
                "alternatives": [{"content": bare, "confidence": "0.97"}],
                **stamp,
                **mine,
            }
        )
        items += [
            {"type": "punctuation", "alternatives": [{"content": mark, "confidence": "0.0"}]}
            for mark in word[len(bare) :]
        ]
    return items


def speaker_segments() -> list[dict[str, object]]:
    named = [item for item in transcribe_items("speaker_label") if "speaker_label" in item]
    keys = ("start_time", "end_time", "speaker_label")
    return [{"speaker_label": i["speaker_label"], "items": [{k: i[k] for k in keys}]} for i in named]


def test_amazon_transcribe_speakers(write, settings):
    apart = {
        "items": transcribe_items(None),
        "speaker_labels": {"speakers": 2, "segments": speaker_segments()},
    }
    inline = {"items": transcribe_items("speaker_label"), "language_code": "nl-NL"}
    for results in (apart, inline):
        path = write(
            "g.json",
            json.dumps({"jobName": "x", "results": results | {"transcripts": [{"transcript": "x"}]}}),
        )
        assert said(path, settings) == SAID
        transcript = read(path, settings).transcript
        assert (transcript.language, transcript.engine) == ("nl", "amazon-transcribe")
        assert transcript.turns[0].words[0].text == "Goedemorgen,"
        assert transcript.turns[0].words[0].probability == 0.97


def test_amazon_transcribe_channels(write, settings):
    def items(speaker: Speaker) -> list[dict[str, object]]:
        found, at = [], 0.0
        for who, text in SAID:
            for word in text.split():
                at += 0.4
                if who is speaker:
                    found.append({"type": "pronunciation", "start_time": f"{at:.1f}", "end_time": f"{at + 0.3:.1f}",
                                  "alternatives": [{"content": word}]})  # fmt: skip
            at += 2
        return found

    channels = [
        {"channel_label": "ch_0", "items": items(CALLER)},
        {"channel_label": "ch_1", "items": items(AGENT)},
    ]
    path = write("g.json", json.dumps({"results": {"items": [], "channel_labels": {"channels": channels}}}))
    assert said(path, settings) == SAID


def test_call_analytics(write, settings):
    turns = [
        {"ParticipantRole": {AGENT: "AGENT", CALLER: "CUSTOMER"}[s], "Content": t, "BeginOffsetMillis": n * 9000,
         "EndOffsetMillis": n * 9000 + 5000,
         "Items": [{"Content": w, "Confidence": "0.9", "BeginOffsetMillis": n * 9000, "EndOffsetMillis": n * 9000 + 9}
                   for w in t.split()]}
        for n, (s, t) in enumerate(SAID)
    ]  # fmt: skip
    path = write("g.json", json.dumps({"LanguageCode": "nl-NL", "Transcript": turns, "JobName": "x"}))
    assert said(path, settings) == SAID
    assert times(path, settings) == [0.0, 9.0, 18.0]
    assert read(path, settings).transcript.roles.certain
    for turn in turns:
        turn["ParticipantId"] = f"id-{turn.pop('ParticipantRole')}"
    people = [{"ParticipantId": f"id-{role}", "ParticipantRole": role} for role in ("AGENT", "CUSTOMER")]
    assert said(write("l.json", json.dumps({"Participants": people, "Transcript": turns})), settings) == SAID
