import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scoring.commands import main
from scoring.settings import ROOT, load_settings
from scoring.store import Status, open_store

RUBRIC = Path(__file__).parent / "small_rubric" / "klein.yaml"


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(RUBRIC))
    monkeypatch.setenv("KLANKBORD_NORMS", "proef")


def a_file(folder: Path, name: str, greeting: str = "Goedemorgen", **fields: object) -> Path:
    turns = [
        {"speaker": "agent", "text": f"{greeting}, met Noor Brandsma."},
        {"speaker": "caller", "text": "Mijn vraag is of dat kan."},
        {"speaker": "agent", "text": "Even kort, dat kan."},
    ]
    path = folder / name
    path.write_text(json.dumps({"turns": turns} | fields), encoding="utf-8")
    return path


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_json_follows_the_contract(tmp_path, capsys):
    assert main(["score", str(a_file(tmp_path, "A-01.json")), "--format", "json"]) == 0
    captured = capsys.readouterr()
    (card,) = lines(captured.out)
    assert captured.err == ""
    assert card["source"] == "A-01.json"
    assert card["rubric"] == {"id": "klein", "version": "1.0.0", "hash": card["rubric"]["hash"]}
    assert card["norms"] == "proef"
    greeting = card["criteria"]["beleefd.begroeting"]
    assert (greeting["answer"], greeting["mode"]) == ("yes", "machine")
    assert greeting["evidence"] == [{"turn": 0, "start": 0, "end": 11, "quote": "Goedemorgen"}]
    assert card["criteria"]["beleefd.toon"]["answer"] == "human"
    assert card["dimensions"]["beleefd"]["score"] == 100.0
    assert (card["total"], card["grade"], card["provisional"]) == (100.0, 10.0, True)
    assert card["escalation"]["level"] == 0
    assert "scored_at" not in card


def test_order_is_that_of_the_arguments_and_bad_files_do_not_stop_the_rest(tmp_path, capsys):
    good = [a_file(tmp_path, name, greeting=name) for name in ("z.json", "a.json", "m.json")]
    empty, binary, wrong = (tmp_path / name for name in ("leeg.json", "beeld.json", "fout.json"))
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 20)
    wrong.write_text('{"turns": [{"speaker": "agent"')
    missing = tmp_path / "weg.json"
    files = [good[0], empty, missing, good[1], binary, wrong, good[2]]
    assert main(["score", *map(str, files), "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert [card["source"] for card in lines(captured.out)] == ["z.json", "a.json", "m.json"]
    errors = captured.err.splitlines()
    assert [error.split(":")[0] for error in errors] == ["leeg.json", "weg.json", "beeld.json", "fout.json"]
    assert all(error.endswith(".") for error in errors)


def test_a_folder_stands_for_its_files(tmp_path, capsys):
    for name in ("b.json", "a.json"):
        a_file(tmp_path, name, greeting=name)
    assert main(["score", str(tmp_path), "--format", "json"]) == 0
    assert [card["source"] for card in lines(capsys.readouterr().out)] == ["a.json", "b.json"]


def test_two_runs_in_two_processes_give_equal_bytes(tmp_path, capfdbinary):
    files = [str(a_file(tmp_path, f"{number}.json", greeting=f"Hé {number}")) for number in range(5)]
    command = [sys.executable, "-m", "scoring", "score", *files, "--format", "json"]
    other = os.environ | {"PYTHONHASHSEED": str(hash("x") % 1000)}  # sets stand in another order there
    there = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env=other)
    assert main(["score", *files, "--format", "json"]) == 0
    here = capfdbinary.readouterr()
    assert there.stdout == here.out
    assert there.stdout.count(b"\n") == 5
    assert there.stderr == b""


def test_two_hundred_files_at_once(tmp_path, capsys):
    files = [str(a_file(tmp_path, f"{n:03}.json", greeting=f"Goedemiddag {n}")) for n in range(200)]
    start = time.perf_counter()
    assert main(["score", *files, "--format", "json"]) == 0
    took = time.perf_counter() - start
    found = lines(capsys.readouterr().out)
    assert [card["source"] for card in found] == [Path(file).name for file in files]
    assert len({card["call_id"] for card in found}) == 200
    assert took < 20, "a slow machine does this in two seconds; loading per file would take minutes"


def test_text_is_for_people(tmp_path, capsys):
    assert main(["score", str(a_file(tmp_path, "x.json", greeting="Hallo [red]"))]) == 0
    out = capsys.readouterr().out
    assert "Cijfer 7,0, totaal 66,7 van 100 (voorlopig" in out
    assert "nee: Groet de medewerker? Niet gegroet." in out


def test_save_keeps_the_call_and_uncertain_roles_wait(tmp_path, capsys):
    good = a_file(tmp_path, "goed.json")
    doubtful = tmp_path / "twijfel.txt"
    doubtful.write_text("X: Ja.\nY: Nee.\nX: Goed.\n", encoding="utf-8")
    assert main(["score", str(good), str(doubtful), "--save", "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert len(lines(captured.out)) == 1
    assert "twijfel.txt: het is niet zeker wie de medewerker is" in captured.err
    with open_store(load_settings()) as store:
        kept = {row.source: row.status for row in store.calls()}
    assert kept == {"goed.json": Status.SCORED, "twijfel.txt": Status.ROLES}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["score"], "BESTAND ontbreekt"),
        (["score", "x.json", "--format", "pdf"], "De waarde van --format kan niet"),
        (["score", "x.json", "--bestaat-niet"], "De optie --bestaat-niet bestaat niet"),
        (["score", "x.json", "--norms"], "--norms hoort een waarde"),
        (["score", "x.json", "--norms", "nergens"], "normprofiel ‘nergens’ bestaat niet"),
        (["score", "x.json", "--rubric", "nergens.yaml"], "nergens.yaml"),
        (["oordeel"], "Dit commando bestaat niet"),
        (["export"], "--output ontbreekt"),
    ],
)
def test_wrong_use_is_one_dutch_line_and_exit_code_two(arguments, message, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert len(captured.err.splitlines()) == 1


def test_an_empty_folder_is_an_error(tmp_path, capsys):
    (tmp_path / "map").mkdir()
    assert main(["score", str(tmp_path / "map")]) == 1
    assert "geen gesprek gevonden" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["score"], ["models"], ["models", "fetch"], ["export"], ["delete"]])
def test_help_is_dutch(command, capsys):
    assert main([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Gebruik: python -m scoring" in out
    for english in ("Usage", "Options", "Arguments", "Commands", "Show this", "default:", "required", "<"):
        assert english not in out


def test_a_settings_mistake_is_wrong_use(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KLANKBORD_PORT", "deur")
    assert main(["score", str(a_file(tmp_path, "x.json"))]) == 2
    assert "port" in capsys.readouterr().err
