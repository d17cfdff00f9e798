"""Every transcript format, as real files, read to the same conversation."""

# ruff: noqa: E501 - tables of examples read best on one line each

import csv
import datetime as dt
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest

from scoring.call import Speaker
from scoring.intake import read

AGENT, CALLER, OTHER = Speaker.AGENT, Speaker.CALLER, Speaker.OTHER
FIRST = "Goedemorgen, gemeente Zwaluwdam, u spreekt met Sanne. Waarmee kan ik u helpen?"
SECOND = "Goedemorgen, met De Boer. Ik bel over één kapotte container, hij kost € 12."
THIRD = "Ik zet het voor u door. Kan ik verder nog iets voor u doen?"
SAID = [(AGENT, FIRST), (CALLER, SECOND), (AGENT, THIRD)]


def said(path: Path, settings) -> list[tuple[Speaker, str]]:
    return [(turn.speaker, turn.text) for turn in read(path, settings).transcript.turns]


def times(path: Path, settings) -> list[float | None]:
    return [turn.start for turn in read(path, settings).transcript.turns]


PLAIN = f"Medewerker: {FIRST}\nBeller: {SECOND}\nMedewerker: {THIRD}\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "utf-16-le", "utf-32", "cp1252"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings(write, settings, encoding, newline):
    text = PLAIN.replace("\n", newline)
    if encoding.endswith("-bom"):
        text, encoding = "\ufeff" + text, encoding.removesuffix("-bom")
    assert said(write("g.txt", text, encoding), settings) == SAID


def test_utf8_with_one_stray_byte_keeps_its_accents(write, settings):
    data = PLAIN.encode() + b"Beller: caf\xe9 \xc3\xa9\xc3\xa9n\n"
    assert said(write("g.txt", data), settings)[-1] == (CALLER, "café één")


LABELS = [
    ("Medewerker", "Beller"), ("Agent", "Klant"), ("A", "B"), ("KCC", "Inwoner"), ("MEDEWERKER", "BELLER"),
    ("Sanne", "Dhr. De Boer"), ("Sanne Vis", "Piet de Boer"), ("Spreker 1", "Spreker 2"), ("S1", "S2"),
    ("KCC-medewerker", "Burger"), ("Agent 1", "Customer"), ("SPEAKER_01", "SPEAKER_00"), ("Persoon 2", "Persoon 1"),
]  # fmt: skip


@pytest.mark.parametrize(("agent", "caller"), LABELS)
def test_plain_labels(write, settings, agent, caller):
    text = PLAIN.replace("Medewerker:", f"{agent}:").replace("Beller:", f"{caller}:")
    assert said(write("g.txt", text), settings) == SAID
    assert read(write("g.txt", text), settings).transcript.roles.certain


SHAPES = [
    "[00:12] {label}: {text}", "00:00:12 {label}: {text}", "(0:12) {label}: {text}", "00:12 {label}: {text}",
    "{label} [00:12]: {text}", "{label} (00:00:12): {text}", "{label} 00:12: {text}", "{label}: [00:12] {text}",
    "{label}: (0:12) {text}", "{label}: {text} [00:12]", "[00:00:12.000] {label}: {text}", "{label}   0:12\n{text}",
    "[00:12 - 00:15] {label}: {text}", "00:12 - 00:15 {label}: {text}", "00:00:12 {label}\n{text}",
    "[00:12]\n{label}: {text}", "[00:12] [{label}]: {text}", "**{label}:** [00:12] {text}", "- [00:12] {label}: {text}",
    "00:12\t{label}\t{text}", "[00:00:12,000 --> 00:00:15,000] {label}: {text}", "12:00\n" + "[0:12] {label}: {text}",
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_times_in_any_usual_place(write, settings, shape):
    lines = [shape.format(label={AGENT: "Medewerker", CALLER: "Beller"}[s], text=t) for s, t in SAID]
    path = write("g.txt", "\n".join(lines))
    assert said(path, settings) == SAID
    assert times(path, settings) == [12.0, 12.0, 12.0]


def test_continuation_lines_and_colons_in_speech(write, settings):
    text = (
        "Medewerker: Goedemorgen,\nu spreekt met Sanne.\n\nBeller: Ja dag.\nLet op: ik zeg maar zo:\n"
        "10:30 is prima\nen verder: niets\n"
    )
    assert said(write("g.txt", text), settings) == [
        (AGENT, "Goedemorgen, u spreekt met Sanne."),
        (CALLER, "Ja dag. Let op: ik zeg maar zo: 10:30 is prima en verder: niets"),
    ]


def test_a_name_that_comes_once_among_long_turns_is_mentioned(write, settings):
    text = "Sanne: Goedemorgen.\nU spreekt met Sanne.\nPiet: Dag.\nJa.\nDus.\nSanne: Ja.\nPiet: Nee.\nNou.\nKees: (muziek)\nJa.\n"
    transcript = read(write("g.txt", text), settings).transcript
    assert len(transcript.turns) == 4
    assert "andere spreker" in transcript.warnings[0]
    stamped = text.replace("Kees:", "[00:30] Kees:")
    assert len(read(write("h.txt", stamped), settings).transcript.turns) == 5


def test_stage_directions_and_roles_in_speech_are_no_speakers(write, settings):
    text = "Medewerker: Een moment.\n(wachtmuziek)\nMet computer.\nBeller: Ja.\n(stilte) Nou ja.\nGemeente.\n0 6 1 2 3\n"
    assert said(write("g.txt", text), settings) == [
        (AGENT, "Een moment. (wachtmuziek) Met computer."), (CALLER, "Ja. (stilte) Nou ja. Gemeente. 0 6 1 2 3")
    ]  # fmt: skip


def test_head_above_the_call_is_metadata(write, settings):
    taken = read(
        write(
            "g.txt",
            f"Gesprek over afval\nDatum: 3 maart\nTijd: 10:30\nOrganisatie: Gemeente Zwaluwdam\n\n{PLAIN}",
        ),
        settings,
    )
    assert [(t.speaker, t.text) for t in taken.transcript.turns] == SAID
    assert taken.call.metadata == {"datum": "3 maart", "tijd": "10:30"}
    assert taken.call.organisation == "Gemeente Zwaluwdam"
    assert taken.transcript.warnings == ("Regels boven de eerste spreker die zijn overgeslagen: 1.",)


def test_text_without_labels_is_not_certain(write, settings):
    transcript = read(write("g.txt", f"{FIRST}\n{SECOND}\n"), settings).transcript
    assert [t.text for t in transcript.turns] == [FIRST, SECOND]
    assert not transcript.roles.certain
    assert transcript.roles.reason


def test_tape_is_other(write, settings):
    text = f"Bandje: Dit gesprek kan worden opgenomen.\n{PLAIN}Muziek: (muziek)\n"
    assert said(write("g.txt", text), settings)[0] == (OTHER, "Dit gesprek kan worden opgenomen.")
    assert said(write("g.txt", text), settings)[1:4] == SAID


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


TABLE = [("Spreker", "Tekst", "Start", "Einde")] + [
    ({AGENT: "Medewerker", CALLER: "Beller"}[s], t, f"00:00:{n:02}", f"00:00:{n + 1:02}")
    for n, (s, t) in enumerate(SAID)
]
HEADERS = [
    ("Spreker", "Tekst", "Start", "Einde"), ("speaker", "text", "start", "end"), ("ROL", "Uiting", "Begintijd", "Eindtijd"),
    ("Speaker label", "Transcript", "start_time", "end_time"), ("Wie", "Gesproken tekst", "Van", "Tot"),
    ("participant", "Content", "Start (s)", "End (s)"),
]  # fmt: skip


def as_csv(rows: list[tuple[str, ...]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("head", HEADERS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("name", ["g.csv", "g.txt"])
def test_csv(write, settings, head, delimiter, name):
    path = write(name, as_csv([head, *TABLE[1:]], delimiter), "utf-8-sig")
    assert said(path, settings) == SAID
    assert times(path, settings) == [0.0, 1.0, 2.0]


def test_csv_cp1252_other_order_and_decimal_comma(write, settings):
    rows = [
        ("start", "tekst", "spreker"),
        *(("1,5", t, "AGENT" if s is AGENT else "CUSTOMER") for s, t in SAID),
    ]
    path = write("g.csv", as_csv(rows, ";"), "cp1252")
    assert said(path, settings) == SAID
    assert times(path, settings) == [1.5, 1.5, 1.5]


def test_csv_milliseconds_title_row_and_repeated_speaker(write, settings):
    text = "Export van gesprek\n\nspreker;tekst;start_ms\nMedewerker;Goedemorgen;1500\n;u spreekt met Sanne;2500\nBeller;dag;3000\n"
    path = write("g.csv", text)
    assert times(path, settings) == [1.5, 2.5, 3.0]
    assert [s for s, _ in said(path, settings)] == [AGENT, AGENT, CALLER]


@pytest.mark.parametrize("name", ["g.xlsx", "g.csv", "g.bin"])
def test_xlsx(tmp_path, settings, name):
    book = openpyxl.Workbook()
    book.active.append(["Dit blad is uitleg"])
    sheet = book.create_sheet("gesprek")
    sheet.append(["Gesprek 12"])
    sheet.append(TABLE[0])
    for n, row in enumerate(TABLE[1:]):
        sheet.append([row[0], row[1], dt.time(0, 0, n), float(n + 1)])
    book.save(tmp_path / name)
    assert said(tmp_path / name, settings) == SAID
    assert times(tmp_path / name, settings) == [0.0, 1.0, 2.0]


def test_xlsx_with_a_cell_in_the_last_corner(tmp_path, settings):
    book = openpyxl.Workbook()
    for row in TABLE:
        book.active.append(row)
    book.active.cell(1_048_576, 16_384, "x")
    book.save(tmp_path / "g.xlsx")
    assert said(tmp_path / "g.xlsx", settings) == SAID


def test_docx_paragraphs(tmp_path, settings):
    document = docx.Document()
    document.add_heading("Transcript", level=1)
    document.add_paragraph(f"[00:01] Medewerker: {FIRST}")
    paragraph = document.add_paragraph()
    paragraph.add_run("Beller: ").bold = True
    paragraph.add_run(SECOND)
    document.add_paragraph("")
    document.add_paragraph(f"Medewerker:\n{THIRD}")
    document.save(tmp_path / "g.docx")
    assert said(tmp_path / "g.docx", settings) == SAID
    assert times(tmp_path / "g.docx", settings)[0] == 1.0


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("timed", [True, False])
def test_docx_table(tmp_path, settings, headed, timed):
    document = docx.Document()
    document.add_paragraph("Gesprek")
    rows = [((row[2],) if timed else ()) + row[:2] for row in (TABLE if headed else TABLE[1:])]
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(tmp_path / "g.docx")
    assert said(tmp_path / "g.docx", settings) == SAID
    assert times(tmp_path / "g.docx", settings) == ([0.0, 1.0, 2.0] if timed else [None] * 3)


def test_word_transcript_with_names_and_times_on_their_own_line(tmp_path, settings):
    document = docx.Document()
    for n, (speaker, text) in enumerate(SAID):
        document.add_paragraph(f"00:00:{n:02} {'Spreker 1' if speaker is AGENT else 'Spreker 2'}")
        document.add_paragraph(text)
    document.save(tmp_path / "g.docx")
    assert said(tmp_path / "g.docx", settings) == SAID
    assert times(tmp_path / "g.docx", settings) == [0.0, 1.0, 2.0]


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


def test_same_content_same_id_whatever_the_name(write, settings):
    one, two = read(write("a.txt", PLAIN), settings), read(write("b.txt", PLAIN), settings)
    assert one.call.id == two.call.id == one.transcript.call_id
    assert (one.call.source, two.call.source) == ("a.txt", "b.txt")
