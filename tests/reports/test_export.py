import csv
import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from kept_calls import a_call, a_result, a_scorecard, a_transcript

from scoring.reports.export import export_csv, export_xlsx, long_table, wide_table
from scoring.reports.spreadsheet import Table, harmless, to_csv, to_xlsx
from scoring.scorecard import Answer
from scoring.settings import Settings
from scoring.store import CallFilter, open_store

ATTACKS = [
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1",
    "  =1+1",
    '=HYPERLINK("http://x")',
    "＝1+1",
]


@pytest.fixture
def store(tmp_path: Path):
    with open_store(Settings(data_folder=tmp_path)) as opened:
        call = a_call(1, organisation="Gemeente Zonnedaal; 't Ven", called_at="2026-07-01T10:12")
        opened.save(call, a_transcript(call, "mijn geheime zin"))
        opened.add_scorecard(a_scorecard(call, grade=7.5))
        other = a_call(2, called_at=None, source="=cmd.json")
        opened.save(other, a_transcript(other, confidence=0.2))
        yield opened


def read_csv(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert "\r\n" in text
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_csv_has_a_row_a_call_for_dutch_excel(store):
    first, second = read_csv(export_csv(store))
    assert first["Organisatie"] == "Gemeente Zonnedaal; 't Ven"
    assert first["Datum en tijd"] == "01-07-2026 10:12"
    assert (first["Cijfer"], first["Totaal (0-100)"], first["Bekend"]) == ("7,5", "72,2", "50,0")
    assert first["Bereikbaar"] == ""
    assert first["Medewerker (pseudoniem)"] == "MW-07"
    assert (first["beleefd.begroeting"], first["beleefd.toon"]) == ("ja", "beoordeelt een mens")
    assert (second["Stand"], second["Cijfer"], second["Bestand"]) == (
        "rollen te bevestigen",
        "",
        "'=cmd.json",
    )


def test_long_form_has_a_row_an_answer(store):
    rows = read_csv(export_csv(store, long=True))
    assert [(row["Criterium"], row["Antwoord"], row["Voorstel"]) for row in rows] == [
        ("beleefd.begroeting", "ja", "nee"),
        ("bekend.naam_beller", "deels", "ja"),
        ("beleefd.toon", "beoordeelt een mens", "nee"),
    ]
    assert rows[0]["B"] == "Beleefd"
    assert rows[0]["Zekerheid (0-1)"] == "0,9"


def test_no_speech_unless_asked(store):
    for content in (export_csv(store), export_csv(store, long=True)):
        assert b"geheime" not in content
        assert b"Goedemorgen" not in content
        assert b"staat in het gesprek" not in content
    assert b"Beller: Met Driessen, mijn geheime zin." in export_csv(store, with_text=True)
    assert b"Goedemorgen," in export_csv(store, long=True, with_text=True)


def test_only_the_calls_that_were_asked_for(store):
    assert len(read_csv(export_csv(store, CallFilter(search="zonnedaal driessen geheime")))) == 1
    assert wide_table(store, CallFilter(search="bestaat niet")).rows == ()


def test_workbook_has_real_numbers_and_dates(store):
    book = openpyxl.load_workbook(io.BytesIO(export_xlsx(store, long=True)))
    assert book.sheetnames == ["Gesprekken", "Antwoorden"]
    sheet = book["Gesprekken"]
    titles = [cell.value for cell in sheet[1]]
    first = dict(zip(titles, [cell.value for cell in sheet[2]], strict=True))
    assert first["Cijfer"] == 7.5
    assert first["Datum en tijd"] == datetime(2026, 7, 1, 10, 12)
    assert sheet.freeze_panes == "B2"
    assert book["Antwoorden"].max_row == 1 + len(long_table(store).rows) == 4


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_can_become_a_formula(attack):
    assert harmless(attack) == f"'{attack}"
    table = Table(header=("a", attack), rows=((attack, 1.5), ("veilig", None)))
    with io.StringIO(to_csv(table).decode("utf-8-sig"), newline="") as text:
        cells = [cell for row in csv.reader(text, delimiter=";") for cell in row]
    assert cells == ["a", f"'{attack}", f"'{attack}", "1,5", "veilig", ""]
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx({"Blad": table})))["Blad"]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(found) == 5
    assert {cell.data_type for cell in found} == {"s", "n"}
    assert all(cell.hyperlink is None for cell in found)


@pytest.mark.parametrize("text", ["goedemorgen", "14 026", "a=b", "’s ochtends", ""])
def test_plain_text_stays_as_it_is(text):
    assert harmless(text) == text


def test_a_negative_number_stays_a_number():
    assert to_csv(Table(header=("n",), rows=((-1.5,),))).decode("utf-8-sig") == "n\r\n-1,5\r\n"


def test_a_very_long_text_is_cut_where_excel_would_lose_it():
    cut = harmless("a" * 40_000)
    assert len(cut) <= 32_767
    assert cut.endswith("(afgekapt)")


def test_attacks_from_a_file_reach_no_cell(store):
    call = a_call(3, **dict.fromkeys(("source", "team", "agent", "organisation", "call_type"), "=1+1"))
    store.save(call, a_transcript(call))
    card = a_scorecard(call, results=(a_result("beleefd.x", Answer.NO, reason="@x"),))
    store.add_scorecard(card)
    wide, long = export_csv(store, with_text=True), export_csv(store, long=True, with_text=True)
    for content, attacked in ((wide, 5), (long, 3)):
        cells = [cell for row in read_csv(content) for cell in row.values()]
        assert sum(cell == "'=1+1" for cell in cells) == attacked
        assert not any(cell.startswith(("=", "@", "+")) for cell in cells)
