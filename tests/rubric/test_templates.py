"""Each template gives a criterion that passes `check` with nothing but what a coach filled in."""

import shutil
from pathlib import Path

import pytest

from scoring.errors import RubricError
from scoring.examples import check_rubric
from scoring.rubric import load_rubric, norms_folder
from scoring.rubric.editing import with_criterion
from scoring.rubric.templates import INTENTS, Case, Measure, Template, Wish, criterion
from scoring.settings import ROOT

SMALL = ROOT / "tests" / "small_rubric"
TEXTS = {
    "dimension": "beleefd",
    "name": "Wenst sterkte",
    "question": "Wenst de medewerker sterkte?",
    "why": "Dat doet een beller goed.",
    "source": "Teamafspraak: maart 2026",
    "tip": "Zeg bijvoorbeeld: ‘Veel sterkte.’",
}


def cases(yes: str, no: str, values: tuple[float | None, float | None] = (None, None)) -> tuple[Case, ...]:
    return (
        Case(answer="yes", dialogue=yes, value=values[0]),
        Case(answer="no", dialogue=no, value=values[1]),
    )


WISHES = {
    "zin": {
        "template": Template.PHRASE,
        "phrases": ("veel|heel sterkte",),
        "unless": ("geen sterkte",),
        "where": "einde",
        "cases": cases("B: Dag.\nA: Veel sterkte.", "B: Dag.\nA: Dag."),
    },
    "zin die niet mag": {
        "template": Template.PHRASE,
        "phrases": ("geen idee",),
        "wanted": False,
        "cases": cases("B: Hoe dan?\nA: Ik zoek het uit.", "B: Hoe dan?\nA: Geen idee."),
    },
    "aantal": {
        "template": Template.COUNT,
        "phrases": ("meneer|mevrouw",),
        "times": 2,
        "cases": cases(
            "A: Dag meneer.\nB: Dag.\nA: Tot ziens meneer.", "A: Dag meneer.\nB: Dag.\nA: Tot ziens."
        ),
    },
    "volgorde": {
        "template": Template.ORDER,
        "phrases": ("mag|zal ik u doorverbinden",),
        "then": ("ik verbind u",),
        "cases": cases(
            "A: Zal ik u doorverbinden?\nB: Ja.\nA: Ik verbind u door.",
            "A: Ik verbind u door.\nB: Wacht.\nA: Zal ik u doorverbinden?",
        ),
    },
    "tempo": {
        "template": Template.MEASURE,
        "measure": Measure.PACE,
        "limit": 180.0,
        "decides": True,
        "cases": cases(*["A: Goedemorgen, hier is de gemeente voor u.\nB: Dag."] * 2, (150.0, 220.0)),
    },
    "getal": {
        "template": Template.MEASURE,
        "measure": Measure.METADATA,
        "key": "wachttijd",
        "limit": 60.0,
        "cases": cases(*["A: Goedemorgen.\nB: Dag."] * 2, (10.0, 90.0)),
    },
    "zinslengte": {
        "template": Template.MEASURE,
        "measure": Measure.SENTENCES,
        "limit": 5.0,
        "cases": cases(
            "A: Dat kan morgen.\nB: Fijn.", "A: Dat kan morgen of een dag later als u dat wilt.\nB: Fijn."
        ),
    },
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "rubriek")
    return tmp_path / "rubriek" / "klein.yaml"


@pytest.mark.parametrize("name", WISHES)
def test_a_template_gives_a_criterion_that_passes_the_check(name: str, path: Path):
    made = criterion(Wish.model_validate(TEXTS | WISHES[name]))
    path.write_text(with_criterion(path.read_text(encoding="utf-8"), made), encoding="utf-8")
    assert check_rubric(path, "proef", norms_folder(path)) == []
    assert load_rubric(path).criterion("beleefd.wenst_sterkte").question == TEXTS["question"]


def test_what_is_recognised_loads_with_its_intent(path: Path):
    wish = {
        "template": Template.INTENT,
        "intent": "summary",
        "sure": 0.4,
        "cases": cases("A: Ja.", "A: Nee."),
    }
    made = criterion(Wish.model_validate(TEXTS | wish))
    path.write_text(with_criterion(path.read_text(encoding="utf-8"), made), encoding="utf-8")
    detector = load_rubric(path).criterion("beleefd.wenst_sterkte").detectors["gevonden"]
    assert (detector.kind, detector.intent, detector.min) == ("intent", "summary", 0.4)


def test_all_that_is_missing_is_told_at_once():
    with pytest.raises(RubricError) as refused:
        criterion(Wish.model_validate(TEXTS | {"template": Template.ORDER, "tip": " ", "name": "1"}))
    assert refused.value.problems == (
        "Geef het criterium een korte naam, alleen met letters.",
        "Vul in: tip.",
        "Schrijf ten minste één zin die telt.",
        "Schrijf ten minste één zin die daarna moet komen.",
        "Schrijf ten minste één voorbeeld met het antwoord ja.",
        "Schrijf ten minste één voorbeeld met het antwoord nee.",
    )


def test_every_intent_to_choose_is_one_that_the_training_calls_teach():
    texts = [p.read_text(encoding="utf-8") for p in (ROOT / "rubrics" / "intents").glob("*.yaml")]
    assert [name for name in INTENTS if not any(f" {name}:" in text for text in texts)] == []
