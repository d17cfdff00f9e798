import difflib
import shutil

import pytest

from scoring.errors import ReviewError, RubricError
from scoring.review.calibration import close, give_score, open_session, ready, view
from scoring.review.decisions import add_guidance, write_decision
from scoring.rubric import load_rubric
from scoring.rubric.writing import next_version, with_guidance
from scoring.scorecard import Answer
from scoring.settings import ROOT
from scoring.store.calibrations import CalibrationStep

SMALL = ROOT / "tests" / "small_rubric"
SUMMARY = "betrouwbaar.samenvatting"
LINE = "Ja: de medewerker noemt minstens één afspraak; ‘even kort’ alleen is te weinig: er hoort inhoud bij."
FOUR = ["Marit de Boer", "Omar Haddad"]


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "rubriek"
    shutil.copytree(SMALL, folder)
    return folder / "klein.yaml"


@pytest.fixture
def session(store, judged, rubric):
    call = judged()
    found = open_session(store, "Maart", [call.id], FOUR, rubric, FOUR[0], [SUMMARY])
    for name in FOUR:
        give_score(store, found.id, name, call.id, SUMMARY, Answer.YES)
        ready(store, found.id, name)
    close(store, found.id, FOUR[0])
    return found


def changed(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_a_decision_becomes_guidance_in_a_new_version(store, session, path):
    before = path.read_text(encoding="utf-8")
    event = write_decision(store, session.id, SUMMARY, FOUR[1], LINE, path, "proef", path.parent / "normen")
    assert event.version == "1.0.1"
    rubric = load_rubric(path)
    assert (rubric.version, rubric.criterion(SUMMARY).guidance) == ("1.0.1", (LINE,))
    assert before.splitlines()[0] in path.read_text(encoding="utf-8"), "the comment at the top stays"
    (decided,) = [e for e in view(store, session.id, "x").events if e.kind is CalibrationStep.DECIDED]
    assert (decided.text, decided.reviewer, decided.criterion) == (LINE, FOUR[1], SUMMARY)
    assert [p.name for p in path.parent.iterdir() if p.is_file()] == ["klein.yaml"]


def test_the_real_rubric_changes_on_those_lines_only():
    before = (ROOT / "rubrics" / "vijf_b.yaml").read_text(encoding="utf-8")
    after, version = with_guidance(before, "beleefd.begroeting", LINE, "kalibratie 3, 2026-02-02")
    lines = changed(before, after)
    assert [line for line in lines if line[0] == "-"] == [
        f"-version: {load_rubric(ROOT / 'rubrics' / 'vijf_b.yaml').version}"
    ]
    added = "\n".join(line[1:] for line in lines if line[0] == "+")
    assert f"version: {version}" in added
    assert "# kalibratie 3, 2026-02-02" in added
    assert len(lines) <= 5


def test_a_second_decision_stands_below_the_first(path):
    folder = path.parent / "normen"
    add_guidance(path, SUMMARY, LINE, "kalibratie 1", "proef", folder)
    assert add_guidance(path, SUMMARY, "Nee: niets herhaald.", "kalibratie 2", "proef", folder) == "1.0.2"
    assert load_rubric(path).criterion(SUMMARY).guidance == (LINE, "Nee: niets herhaald.")
    text = path.read_text(encoding="utf-8")
    assert text.index("# kalibratie 1") < text.index("# kalibratie 2")


def test_windows_line_ends_stay(path):
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    add_guidance(path, SUMMARY, LINE, "kalibratie 1", "proef", path.parent / "normen")
    written = path.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")
    assert load_rubric(path).version == "1.0.1"


def test_a_rubric_that_fails_its_check_is_not_written(store, session, path):
    example = '{answer: "no", dialogue: "A: %s'
    broken = path.read_text(encoding="utf-8").replace(example % "Hallo?", example % "Goedemorgen")
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(RubricError, match="voorbeeld 2 hoort ‘no’ te zijn"):
        write_decision(store, session.id, SUMMARY, FOUR[0], LINE, path, "proef", path.parent / "normen")
    assert path.read_text(encoding="utf-8") == broken
    assert [p.name for p in path.parent.iterdir() if p.is_file()] == ["klein.yaml"]
    assert not [e for e in view(store, session.id, "x").events if e.kind is CalibrationStep.DECIDED]


def test_what_cannot_be_decided(store, session, judged, rubric, path):
    folder = path.parent / "normen"
    with pytest.raises(ReviewError, match="gesloten kalibratie"):
        write_decision(store, session.id, "beleefd.toon", FOUR[0], LINE, path, "proef", folder)
    still_open = open_session(store, "April", [judged(2).id], FOUR, rubric, FOUR[0])
    with pytest.raises(ReviewError, match="gesloten kalibratie"):
        write_decision(store, still_open.id, SUMMARY, FOUR[0], LINE, path, "proef", folder)
    with pytest.raises(ReviewError, match="Schrijf op"):
        write_decision(store, session.id, SUMMARY, FOUR[0], "  ", path, "proef", folder)
    with pytest.raises(RubricError, match="staat niet"):
        add_guidance(path, "beleefd.weg", LINE, "k", "proef", folder)
    with pytest.raises(RubricError, match="niet te lezen"):
        add_guidance(path.with_name("weg.yaml"), SUMMARY, LINE, "k", "proef", folder)
    assert next_version("1.9.9") == "1.9.10"
