"""Plain text, with labels and times in every usual place, read to the same conversation."""

import pytest
from one_talk import AGENT, CALLER, FIRST, OTHER, SAID, SECOND, THIRD, said, times

from scoring.intake import read

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


def test_same_content_same_id_whatever_the_name(write, settings):
    one, two = read(write("a.txt", PLAIN), settings), read(write("b.txt", PLAIN), settings)
    assert one.call.id == two.call.id == one.transcript.call_id
    assert (one.call.source, two.call.source) == ("a.txt", "b.txt")
