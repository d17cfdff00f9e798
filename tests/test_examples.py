import shutil
from pathlib import Path

import pytest

from scoring.call import Speaker
from scoring.examples import check_rubric, dialogue, example_call, failing, lacking, unlearned
from scoring.rubric import Example, NormHolds, load_norms, load_rubric

SMALL = Path(__file__).parent / "small_rubric"
RUBRIC = Path(__file__).parents[1] / "rubrics" / "vijf_b.yaml"


def test_dialogue_is_turns_in_order():
    turns = dialogue("A: Goedemorgen: zegt u het maar.\nB: Ja.\n  O: (muziek)\nA:").turns
    assert [t.speaker for t in turns] == [Speaker.AGENT, Speaker.CALLER, Speaker.OTHER, Speaker.AGENT]
    assert [t.text for t in turns] == ["Goedemorgen: zegt u het maar.", "Ja.", "(muziek)", ""]


def test_equal_dialogue_is_the_same_call():
    assert dialogue("A: Ja.").call_id == dialogue("A: Ja.").call_id != dialogue("A: Nee.").call_id


@pytest.mark.parametrize("text", ["Ja hoor.", "A: Ja.\nC: Nee.", "A: Ja.\n\nB: Nee.", "a: Ja."])
def test_a_line_without_a_speaker_is_refused(text):
    with pytest.raises(ValueError, match="begint met A:, B: of O:"):
        dialogue(text)


def test_an_example_has_the_facts_of_its_call():
    example = Example(
        answer="na", dialogue="A: Ja.", direction="out", ending_recorded=False, called_at="2026-01-15T10:00",
        organisation="Zonnedaal", metadata={"rings": 3},
    )  # fmt: skip
    call, transcript = example_call(example)
    assert (call.direction, call.ending_recorded, call.organisation) == ("out", False, "Zonnedaal")
    assert (call.called_at.day, call.metadata) == (15, {"rings": 3})
    assert call.id == transcript.call_id


def test_words_per_minute_gives_every_word_a_time():
    example = Example(answer="yes", dialogue="A: Goedemorgen, zegt u het.\nB: Ja dag.", words_per_minute=150)
    first, second = example_call(example)[1].turns
    assert [w.text for w in first.words] == ["Goedemorgen,", "zegt", "u", "het."]
    assert [round(w.end - w.start, 6) for w in (*first.words, *second.words)] == [0.4] * 6
    assert (first.start, second.end) == (0, pytest.approx(2.4))
    assert first.end == second.start == second.words[0].start
    bare = example_call(example.model_copy(update={"words_per_minute": None}))[1]
    assert not any(turn.words for turn in bare.turns)


def _with_norm_values(answer, values):
    rubric = load_rubric(SMALL / "klein.yaml")
    example = Example(answer=answer, dialogue="A: Ja.\nB: Dag.", norm_values=values)
    asked = rubric.criteria[0].model_copy(
        update={"applies_when": NormHolds(norm="verplicht"), "examples": (example,)}
    )
    norms = load_norms("proef", SMALL / "normen")
    norms = norms.model_copy(update={"values": {"verplicht": False}})
    return list(failing(rubric.model_copy(update={"criteria": (asked,)}), norms, SMALL / "normen"))


def test_norm_values_replace_those_of_the_profile():
    assert _with_norm_values("na", {}) == []
    assert _with_norm_values("no", {"verplicht": True}) == []
    assert "hoort ‘na’ te zijn" in _with_norm_values("na", {"verplicht": True})[0]


def test_norm_values_of_an_unknown_norm_are_refused():
    assert "voorbeeld 1 is niet te lezen" in _with_norm_values("na", {"bestaat_niet": True})[0]


def test_the_small_rubric_is_right():
    assert check_rubric(SMALL / "klein.yaml", "proef", SMALL / "normen") == []


def test_an_example_that_gets_another_answer_is_named():
    rubric = load_rubric(SMALL / "klein.yaml")
    first = rubric.criteria[0]
    wrong = first.examples[0].model_copy(update={"answer": "no"})
    rubric = rubric.model_copy(
        update={
            "criteria": (
                first.model_copy(update={"examples": (first.examples[1], wrong)}),
                *rubric.criteria[1:],
            )
        }
    )
    norms = load_norms("proef", SMALL / "normen")
    assert list(failing(rubric, norms, SMALL / "normen")) == [
        "beleefd.begroeting: voorbeeld 2 hoort ‘no’ te zijn, maar de regels geven ‘yes’."
    ]


def test_an_answer_without_example_is_named():
    rubric = load_rubric(SMALL / "klein.yaml")
    bare = tuple(c.model_copy(update={"examples": c.examples[:1]}) for c in rubric.criteria)
    assert list(lacking(rubric.model_copy(update={"criteria": bare}))) == [
        "beleefd.begroeting: er is geen voorbeeld met het antwoord ‘no’.",
        "betrouwbaar.samenvatting: er is geen voorbeeld met het antwoord ‘na’.",
        "betrouwbaar.samenvatting: er is geen voorbeeld met het antwoord ‘no’.",
    ]


def test_a_broken_rubric_is_explained_not_raised(tmp_path):
    (tmp_path / "stuk.yaml").write_text("id: stuk\n", encoding="utf-8")
    found = check_rubric(tmp_path / "stuk.yaml", "proef", SMALL / "normen")
    assert any("criteria: dit veld ontbreekt" in line for line in found)


@pytest.mark.parametrize("change", [("dialogue", "zomaar"), ("norms", "weg"), ("called_at", "ooit")])
def test_a_broken_example_is_explained_not_raised(tmp_path, change):
    lines = (SMALL / "klein.yaml").read_text(encoding="utf-8")
    field, value = change
    old = '{answer: "no", dialogue: "A: Hallo?\\nB: Dag."}'
    assert old in lines
    new = (
        f'{{answer: "no", dialogue: {value}}}' if field == "dialogue" else old[:-1] + f", {field}: {value}}}"
    )
    (tmp_path / "klein.yaml").write_text(lines.replace(old, new), encoding="utf-8")
    found = check_rubric(tmp_path / "klein.yaml", "proef", SMALL / "normen")
    assert [line.partition(".")[0] for line in found] == ["beleefd"]
    assert "voorbeeld 2 is niet te lezen" in found[0]


def test_an_act_that_nothing_teaches_is_named(tmp_path):
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "intents").mkdir()
    said = "\n".join(f"    - ik bel u over {n} dagen terug" for n in range(12))
    missed = "\n".join(f"    - dat kost {n} euro" for n in range(12))
    (tmp_path / "intents" / "gesprekken-x.yaml").write_text(
        f"utterances:\n  callback_offer:\n{said}\n  -callback_offer:\n{missed}\n", encoding="utf-8"
    )
    (tmp_path / "intents" / "aanwijzingen-x.yaml").write_text(
        "cues:\n  callback_ofer:\n    strong:\n      - ik bel u zo\n  callback_offer:\n    weak:\n      - u hoort nog\n",
        encoding="utf-8",
    )
    rubric = (tmp_path / "klein.yaml").read_text(encoding="utf-8")
    (tmp_path / "klein.yaml").write_text(f"intents: intents\n{rubric}", encoding="utf-8")
    assert check_rubric(tmp_path / "klein.yaml", "proef", tmp_path / "normen") == [
        "de zinnen van ‘callback_ofer’: de handeling ‘callback_ofer’ komt in te weinig gesprekken voor, "
        "of is verkeerd gespeld."
    ]


def test_a_detector_of_an_act_that_nothing_teaches_is_named():
    rubric = load_rubric(RUBRIC)
    assert list(unlearned(rubric)) == []
    wrong = rubric.detectors["kritiek"].model_copy(update={"intent": "c_kritiek"})
    rubric = rubric.model_copy(update={"detectors": rubric.detectors | {"kritiek": wrong}})
    expected = rubric.criterion("betrouwbaar.verwachting")
    beside = expected.detectors["zegt_wie"].model_copy(update={"intent": "handlr"})
    expected = expected.model_copy(update={"detectors": expected.detectors | {"zegt_wie": beside}})
    rubric = rubric.model_copy(update={"criteria": (expected,)})
    assert [line.partition(":")[0] for line in unlearned(rubric)] == [
        "detectors.kritiek",
        "betrouwbaar.verwachting.detectors.zegt_wie",
    ]
