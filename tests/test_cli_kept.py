import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from scoring.commands import main
from scoring.commands.kept import DEMO
from scoring.insight.demo_months import told_calls
from scoring.settings import load_settings
from scoring.store import CallFilter, open_store

RUBRIC = Path(__file__).parent / "small_rubric" / "klein.yaml"
SECRET = "Zilverdistel-Bokkenpoot"


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(RUBRIC))
    monkeypatch.setenv("KLANKBORD_NORMS", "proef")


@pytest.fixture
def kept(tmp_path):
    turns = [
        {"speaker": "agent", "text": "Goedemorgen, met Noor Brandsma."},
        {"speaker": "caller", "text": f"Mijn vraag gaat over {SECRET}."},
    ]
    path = tmp_path / "bron" / "=gevaar.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"turns": turns, "agent": "MW-07"}), encoding="utf-8")
    assert main(["score", str(path), "--save", "--format", "json"]) == 0
    with open_store(load_settings()) as store:
        (row,) = store.calls()
    return row


def test_export_csv(kept, tmp_path, capsys):
    target = tmp_path / "uit.csv"
    capsys.readouterr()
    assert main(["export", "--format", "csv", "--output", str(target)]) == 0
    assert "1 gesprekken staan in" in capsys.readouterr().out
    content = target.read_bytes()
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert row["Bestand"] == "'=gevaar.json"
    assert row["Medewerker (pseudoniem)"] == "MW-07"
    assert SECRET.encode() not in content
    assert main(["export", "--format", "csv", "--long", "--with-text", "--output", str(target)]) == 0
    assert "Goedemorgen" in target.read_text(encoding="utf-8-sig")


def test_export_xlsx(kept, tmp_path):
    target = tmp_path / "uit.xlsx"
    assert main(["export", "--output", str(target), "--search", SECRET]) == 0
    assert openpyxl.load_workbook(target)["Gesprekken"]["A2"].value == kept.id


def test_export_to_an_impossible_place(kept, tmp_path, capsys):
    assert main(["export", "--output", str(tmp_path / "nergens" / "uit.xlsx")]) == 1
    assert "kan niet worden geschreven" in capsys.readouterr().err


def test_delete_leaves_no_trace(kept, tmp_path, capsys):
    folder = load_settings().data_folder
    needles = (SECRET.encode(), SECRET.casefold().encode())

    def traces():
        files = [path for path in folder.rglob("*") if path.is_file()]
        return [path for path in files if any(needle in path.read_bytes() for needle in needles)]

    assert traces()
    assert main(["delete", kept.id, "--yes"]) == 0
    assert "verwijderd" in capsys.readouterr().out
    assert traces() == []


def test_delete_asks_first(kept, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert main(["delete", kept.id]) == 1
    assert "--yes" in capsys.readouterr().err
    with open_store(load_settings()) as store:
        assert store.count() == 1


def test_delete_of_an_unknown_call(capsys):
    assert main(["delete", "bestaat-niet", "--yes"]) == 1
    assert "geen gesprek met nummer bestaat-niet" in capsys.readouterr().err


def test_demo_twice_is_as_once():
    counts = []
    for _ in range(2):
        assert main(["demo"]) == 0
        with open_store(load_settings()) as store:
            rows = store.calls(CallFilter(demo=True))
            counts.append([(row.id, len(store.scorecards(row.id))) for row in rows])
    assert counts[0] == counts[1]
    assert len(counts[0]) == len(list(DEMO.glob("*.json"))) + len(told_calls()) > 50
