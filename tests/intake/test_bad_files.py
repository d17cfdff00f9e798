"""Every bad file gives one clear Dutch sentence with its name, and never its content."""

import io
import json
import time
import zipfile

import pytest

from scoring.errors import InputError
from scoring.intake import Intake, read, read_many

GOOD = json.dumps(
    {"turns": [{"speaker": "agent", "text": "Goedemorgen."}, {"speaker": "caller", "text": "Dag."}]}
)
SECRET = "Wilgenroosje"


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return packed.getvalue()


BAD: list[tuple[str, bytes, str]] = [
    ("leeg.txt", b"", "leeg"),
    ("wit.txt", b"  \n\n\t ", "leeg"),
    ("alleen_merk.txt", b"\xef\xbb\xbf", "leeg"),
    ("binair.txt", bytes(range(256)) * 8, "geen tekst en geen geluid"),
    ("nullen.json", bytes(5000), "geen tekst en geen geluid"),
    ("binair.vtt", b"\x00\x01\x02\x03\x81\x8d" * 50, "geen tekst"),
    ("half.json", GOOD[:40].encode(), "afgebroken"),
    ("half2.json", GOOD[:-1].encode(), "afgebroken"),
    ("half3.txt", GOOD[:60].encode(), "afgebroken"),
    ("fout.json", b'{"turns": [,]}', "regel 1, teken 12"),
    ("tekst.json", b"Medewerker: Wilgenroosje\nBeller: ja", "geen geldige JSON"),
    ("diep.json", b"[" * 200_000, "niet te lezen"),
    ("diep2.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "niet te lezen"),
    ("getal.json", b'{"turns": ' + b"9" * 6000 + b"}", "niet te lezen"),
    ("vreemd.json", b'{"Wilgenroosje": 1}', "geen beurten"),
    ("vreemd2.json", b'["Wilgenroosje"]', "geen beurten"),
    ("geen_beurten.json", b'{"turns": []}', "geen gesproken tekst"),
    ("lege_beurten.json", b'{"turns": [{"speaker": "agent", "text": " "}]}', "geen gesproken tekst"),
    ("beurt.json", b'{"turns": ["Wilgenroosje"]}', "beurt 1"),
    ("beurt2.json", b'{"turns": [{"speaker": "agent", "text": 3}]}', "beurt 1: ‘text’"),
    ("beurt3.json", b'{"turns": [{"speaker": "agent", "text": "a", "start": "Wilgenroosje"}]}', "‘start’"),
    ("beurt4.json", b'{"turns": [{"speaker": "agent", "text": "a", "start": NaN}]}', "‘start’"),
    ("beurt5.json", b'{"turns": [{"speaker": "agent", "text": "a", "words": 3}]}', "‘words’"),
    ("beurt6.json", b'{"turns": [{"speaker": null, "text": "a"}]}', "‘speaker’"),
    (
        "datum.json",
        b'{"called_at": "2026-02-31", "turns": [{"speaker": "agent", "text": "a"}]}',
        "‘called_at’",
    ),
    ("kop.vtt", b"WEBVTT\n", "geen gesproken tekst"),
    ("kapot.vtt", b"WEBVTT\n\n00:99.000 --> xx\nWilgenroosje\n\n1:2:3:4 --> 5\n", "kapot.vtt"),
    (
        "kapot.srt",
        b"1\n00:00:01,000 --> 00:00:02,000\nJa\n\nWilgenroosje 3\n00:00:0\n\n2\n00:00:05,000 -->",
        "kapot.srt",
    ),
    ("kolommen.csv", b"Wilgenroosje;boom\n1;2\n", "geen kolom ‘tekst’"),
    ("leeg.csv", b"spreker;tekst\n", "geen gesproken tekst"),
    ("half.csv", b'spreker;tekst\nMedewerker;"Wilgenroosje en verder', "afgebroken"),
    ("vlak.pdf", b"%PDF-1.7\nWilgenroosje", "pdf"),
    ("oud.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "oud of beveiligd"),
    ("rijk.rtf", b"{\\rtf1 Wilgenroosje}", "rtf"),
    ("foto.txt", b"\x89PNG\r\n\x1a\n" + bytes(20), "afbeelding"),
    ("pagina.txt", b"<!DOCTYPE html><p>Wilgenroosje</p>", "webpagina"),
    ("half.docx", zipped(word__document_xml=b"x" * 900)[:60], "beschadigd"),
    ("kapot.docx", zipped(word__document_xml=b"<geen xml"), "beschadigd"),
    ("kapot.xlsx", zipped(xl__workbook_xml=b"<geen xml"), "beschadigd"),
    ("ander.zip", zipped(iets_xml=b"Wilgenroosje"), "Pak het uit"),
    ("bom.xlsx", zipped(xl__workbook_xml=bytes(40_000_000)), "veel te groot"),
    ("bom.docx", zipped(word__document_xml=bytes(40_000_000)), "veel te groot"),
]


@pytest.mark.parametrize(("name", "content", "problem"), BAD, ids=[case[0] for case in BAD])
def test_bad_file(write, settings, name, content, problem):
    with pytest.raises(InputError) as caught:
        read(write(name, content), settings)
    message = str(caught.value)
    assert message.startswith((f"{name}: ", f"{name}, "))
    assert problem in message
    assert SECRET not in message
    assert "\n" not in message
    assert "/" not in message


def test_absent_and_folder(tmp_path, settings):
    for path, problem in ((tmp_path / "weg.txt", "is er niet"), (tmp_path, "geen bestand")):
        with pytest.raises(InputError, match=problem):
            read(path, settings)


def test_huge_text_is_not_read(tmp_path, settings):
    path = tmp_path / "reus.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    started = time.perf_counter()
    with pytest.raises(InputError, match="50 MB"):
        read(path, settings)
    assert time.perf_counter() - started < 0.5


def test_the_others_go_on(write, tmp_path, settings):
    write("a.json", GOOD)
    write("b.txt", b"")
    write("c.txt", "Medewerker: Goedemorgen.\nBeller: Hallo.\n")
    write("metadata.csv", "bestand;team\na.json;Balie\n")
    outcome = {path.name: taken for path, taken in read_many([tmp_path, tmp_path / "weg.vtt"], settings)}
    assert list(outcome) == ["a.json", "b.txt", "c.txt", "weg.vtt"]
    assert [type(taken) for taken in outcome.values()] == [Intake, InputError, Intake, InputError]


def test_recording_of_a_transcript_is_no_second_call(write, sound, tmp_path, settings):
    write("a.json", GOOD)
    sound("a.wav")
    sound("los.wav")
    assert [path.name for path, _ in read_many([tmp_path], settings)] == ["a.json", "los.wav"]


SLOW = {
    "regels.srt": "1\n00:00:01,000 --> 00:00:02,000\nja\n" + "\n" * 300_000 + "x",
    "cijfers.srt": "1\n00:00:01,000 --> 00:00:02,000\nja\n\n" + "1" * 300_000,
    "spaties.txt": "Medewerker: ja\nBeller:" + " " * 1_000_000 + "ja",
    "haken.txt": "Medewerker: ja\nBeller: " + "[" * 1_000_000,
    "punten.txt": "Medewerker: ja\nBeller: " + "a:" * 500_000,
    "klok.txt": "Medewerker: ja\nBeller: nee\n" + "00:" * 300_000,
    "namen.txt": "".join(f"Naam{i}: ja\n" for i in range(50_000)),
    "sterren.txt": "Medewerker: ja\nBeller: nee\n" + "*" * 500_000,
    "tags.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ans>ja " + "<" * 300_000 + "v " * 100_000,
    "woorden.txt": "Sanne: ja\nPiet: " + "gemeente ik bel u " * 60_000,
}


@pytest.mark.parametrize("name", SLOW)
def test_no_file_takes_more_than_linear_time(write, settings, name):
    path = write(name, SLOW[name])
    started = time.perf_counter()
    try:
        read(path, settings)
    except InputError as error:
        assert name in str(error)  # noqa: PT017 - reading or refusing are both fine, hanging is not
    assert time.perf_counter() - started < 20  # quadratic would take minutes; a busy machine takes seconds
