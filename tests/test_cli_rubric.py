import json
import shutil
from pathlib import Path

import pytest

from scoring.commands import main
from scoring.settings import ROOT

HERE = Path(__file__).parent / "small_rubric"
GOLD = ROOT.parent / "shared" / "gold" / "dev"


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(HERE / "klein.yaml"))
    monkeypatch.setenv("KLANKBORD_NORMS", "proef")


def labelled(folder: Path, name: str, greeting: str, answers: dict[str, str], level: int = 0) -> None:
    turns = [
        {"speaker": "agent", "text": f"{greeting}, met Noor."},
        {"speaker": "caller", "text": "Mijn vraag is of dat kan."},
    ]
    labels = {criterion: {"answer": answer} for criterion, answer in answers.items()}
    content = {"turns": turns, "labels": labels, "escalation_level": level}
    (folder / name).write_text(json.dumps(content), encoding="utf-8")


def test_check_finds_nothing_wrong(capsys):
    assert main(["check", str(HERE)]) == 0
    assert capsys.readouterr().out == "Geen fouten in klein.yaml.\n"


def test_check_shows_all_mistakes_at_once(tmp_path, capsys):
    shutil.copytree(HERE, tmp_path / "rubrieken")
    rubric = tmp_path / "rubrieken" / "klein.yaml"
    text = rubric.read_text(encoding="utf-8")
    text = text.replace("goedemorgen, goedemiddag", "goedenavond").replace(
        '- {answer: "na"', '- {answer: "no"'
    )
    rubric.write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path / "rubrieken")]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert any("beleefd.begroeting: voorbeeld 1" in error for error in errors)
    assert any("betrouwbaar.samenvatting" in error and "‘na’" in error for error in errors)
    assert errors[-1].endswith("fouten gevonden.")


def test_check_of_a_folder_without_rubrics(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 1
    assert "hier staat geen rubriek" in capsys.readouterr().err


def test_schema_is_written(tmp_path):
    target = tmp_path / "schema.json"
    assert main(["schema", "--output", str(target)]) == 0
    first = target.read_bytes()
    assert "criteria" in json.loads(first)["properties"]
    assert main(["schema", "--output", str(target)]) == 0
    assert target.read_bytes() == first


def test_evaluate_counts_agreement(tmp_path, capsys):
    labelled(tmp_path, "a.json", "Goedemorgen", {"beleefd.begroeting": "yes", "bekend.onbekend": "na"})
    labelled(tmp_path, "b.json", "Hallo", {"beleefd.begroeting": "yes"}, level=1)
    labelled(tmp_path, "c.json", "Hoi", {"beleefd.begroeting": "no"}, level=3)
    assert main(["evaluate", str(tmp_path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    greeting = found["criteria"]["beleefd.begroeting"]
    assert (greeting["n"], greeting["agreement"], greeting["kappa"]) == (3, 0.6667, 0.4)
    assert (greeting["precision"], greeting["recall"]) == (1.0, 0.5)
    assert greeting["confusion"] == {"no": {"no": 1}, "yes": {"no": 1, "yes": 1}}
    assert found["overall"]["n"] == 4
    assert found["overall"]["judged"] == 0.75
    assert found["overall"]["na_confused"] == 1
    assert found["dimensions"]["beleefd"] == {"n": 3, "mean_absolute_error": 33.33}
    levels = found["escalation"].pop("differences")
    assert found["escalation"] == {"n": 3, "exact": 0.3333, "within_one": 0.6667}
    assert [(d["source"], d["label"], d["machine"], d["turns"]) for d in levels] == [
        ("b.json", 1, 0, []),
        ("c.json", 3, 0, []),
    ]
    differences = [(d["source"], d["criterion"], d["label"], d["machine"]) for d in found["differences"]]
    assert differences == [
        ("a.json", "bekend.onbekend", "na", "missing"),
        ("b.json", "beleefd.begroeting", "yes", "no"),
    ]
    assert [bool(d["reason"]) for d in found["differences"]] == [False, True]


def test_evaluate_as_text_and_as_an_escaped_page(tmp_path, capsys):
    folder = tmp_path / "<b>labels"
    folder.mkdir()
    labelled(
        folder, "<script>alert(1)</script>.json".replace("/", "_"), "Hallo", {"beleefd.begroeting": "yes"}
    )
    assert main(["evaluate", str(folder)]) == 0
    text = capsys.readouterr().out
    assert "beleefd.begroeting" in text
    assert "Overeenstemming 0,0%" in text
    assert main(["evaluate", str(folder), "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page
    assert "Uitleg van de machine" in page
    assert 'lang="nl"' in page
    assert "http" not in page


def test_wrong_labels_are_one_error_each(tmp_path, capsys):
    labelled(tmp_path, "a.json", "Goedemorgen", {"beleefd.begroeting": "yes"})
    labelled(tmp_path, "b.json", "Goedemorgen", {"beleefd.begroeting": "misschien"})
    (tmp_path / "c.txt").write_text("Medewerker: Goedemorgen, met Noor.\nBeller: Dag.\n")
    assert main(["evaluate", str(tmp_path), "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["calls"] == 1
    errors = captured.err.splitlines()
    assert errors[0].startswith("b.json: deze labels kloppen niet: labels.beleefd.begroeting.answer")
    assert errors[1].startswith("c.txt: er staan geen labels")


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled calls are not on this machine")
def test_evaluate_reads_the_labelled_calls(capsys):
    assert main(["evaluate", str(GOLD), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["calls"] == len(list(GOLD.glob("*.json")))
    assert found["escalation"]["n"] == found["calls"]
    assert found["criteria"]["beleefd.begroeting"]["n"] == found["calls"]


def test_transcribe_as_json_can_be_scored_again(tmp_path, capsys):
    source = tmp_path / "gesprek.txt"
    source.write_text(
        "[00:01] Medewerker: Goedemorgen, met Noor.\n[00:04] Beller: Mijn vraag is of dat kan.\n",
        encoding="utf-8",
    )
    assert main(["transcribe", str(source), "--format", "json"]) == 0
    written = tmp_path / "uit.json"
    written.write_text(capsys.readouterr().out, encoding="utf-8")
    assert [turn["start"] for turn in json.loads(written.read_text())["turns"]] == [1.0, 4.0]
    assert main(["score", str(written), str(source), "--format", "json"]) == 0
    one, two = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert one["criteria"] == two["criteria"]
    assert main(["transcribe", str(source)]) == 0
    assert "[00:04] Beller: Mijn vraag is of dat kan." in capsys.readouterr().out


def test_models_are_listed(capsys):
    assert main(["models", "list"]) == 0
    assert "large-v3-turbo" in capsys.readouterr().out


def test_a_model_with_an_impossible_name(capsys):
    assert main(["models", "fetch", "../elders"]) == 1
    assert "geen naam van een spraakmodel" in capsys.readouterr().err
