"""CSV, XLSX and Word, with and without a heading, read to the same conversation."""

# ruff: noqa: E501 - tables of examples read best on one line each

import csv
import datetime as dt
import io

import docx
import openpyxl
import pytest
from one_talk import AGENT, CALLER, FIRST, SAID, SECOND, THIRD, said, times

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
