from pathlib import Path

import numpy as np
import pytest
from spoken import literal

from scoring.errors import RubricError
from scoring.language.cues import KINDS, Cue, Cues
from scoring.language.intents import IntentModel
from scoring.language.learning import train
from scoring.language.lexicon import Lexicon
from scoring.language.moments import Moment
from scoring.language.phrases import PhraseSet
from scoring.language.surroundings import log_odds
from scoring.language.text import TurnText
from scoring.language.training import cues, digest
from scoring.settings import ROOT
from tests.language.test_intents import ASKS, OFFERS, a_call

INTENTS = ROOT / "rubrics" / "intents"
HEAVY = {
    "A": {"empathy", "blame", "boundary"},
    "B": {"c_emotion", "c_criticism", "c_insult", "c_threat"},
}
"""What is not in plain speech; who asks for his case or tells that he mailed speaks plainly."""
STRONG, WEAK, UNLESS = range(len(KINDS))
LISTED = (
    Cue("offer", STRONG, "hang ... aan de lijn"),
    Cue("offer", WEAK, "telefoontje"),
    Cue("offer", UNLESS, "kreeg ..4 telefoontje"),
    Cue("question", STRONG, "zou ik mogen weten"),
    Cue("elsewhere", STRONG, "telefoontje"),
)


def added(line: str) -> list[float]:
    return Cues(LISTED, ["offer", "question"]).log_odds([f" {line} "])[0].tolist()


def test_a_phrase_makes_only_its_own_intent_likelier():
    assert added("dan hang ik morgen even aan de lijn") == [3.5, 0.0]
    assert added("zou ik mogen weten wie dat is") == [0.0, 3.5]
    assert added("de balie is open") == [0.0, 0.0]


def test_a_weak_phrase_adds_less_and_never_on_top_of_a_strong_one():
    assert added("u krijgt een telefoontje") == [1.0, 0.0]
    assert added("een telefoontje dan hang ik aan de lijn") == [3.5, 0.0]


def test_unless_silences_both_kinds_in_its_turn():
    assert added("ik kreeg gisteren een telefoontje en hang aan de lijn") == [0.0, 0.0]


def labelled() -> list[tuple[Moment, frozenset[str]]]:
    lines = [line for pair in zip(OFFERS, ASKS, strict=True) for line in pair]
    calls = [moment for _ in range(3) for moment in a_call(*lines)]
    return [(m, frozenset({"question" if m.asks else "offer"})) for m in calls]


def test_a_listed_wording_that_no_example_holds_is_recognised():
    unseen = a_call("zou ik mogen weten wie u bent", "mooi weer hè")
    without, listed = (train(labelled(), given).read(unseen)[0]["question"] for given in ((), LISTED))
    assert log_odds(listed) > log_odds(without) + 1


def test_a_model_kept_on_disk_keeps_its_cues(tmp_path):
    model, unseen = train(labelled(), LISTED), a_call("dan hang ik straks aan de lijn", "telefoontje")
    model.save(tmp_path / "m.npz")
    assert IntentModel.open(tmp_path / "m.npz").read(unseen) == model.read(unseen)


def test_what_people_listed_of_the_caller_says_nothing_of_the_employee():
    assert not np.any(Cues([Cue("c_emotion", STRONG, "bang")], ["offer"]).log_odds([" ik ben bang "]))


def test_a_file_names_every_phrase_that_cannot_be_read(tmp_path):
    text = "cues: {offer: {strong: ['{weg} terug', 'bel (u)'], weak: ['...']}}"
    (tmp_path / "aanwijzingen-fout.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RubricError) as error:
        cues(tmp_path)
    assert [m.partition(":")[0] for m in error.value.problems] == [
        "aanwijzingen-fout.yaml, zin ‘{weg} terug’",
        "aanwijzingen-fout.yaml, zin ‘bel (u)’",
        "aanwijzingen-fout.yaml, zin ‘...’",
    ]


def test_word_lists_of_the_file_are_filled_in(tmp_path):
    text = "lists: {u: u|je}\ncues: {offer: {strong: ['bel {u} terug']}}"
    (tmp_path / "aanwijzingen-x.yaml").write_text(text, encoding="utf-8")
    assert cues(tmp_path) == [Cue("offer", STRONG, "bel u|je terug")]


def test_another_list_is_another_model(tmp_path):
    before = digest(tmp_path)
    (tmp_path / "aanwijzingen-x.yaml").write_text("cues: {}", encoding="utf-8")
    assert digest(tmp_path) != before


def test_every_alternative_of_every_delivered_cue_can_match():
    dead, words = set(), Lexicon()
    for phrase in {cue.phrase for cue in cues(INTENTS)}:
        one = PhraseSet([phrase])
        for at in range(max(len(part.split("|")) for part in phrase.split())):
            said = literal(phrase, at)
            if not list(one.occurring([TurnText(said, words).line])):
                dead.add(f"{phrase} → {said}")
    assert sorted(dead) == []


def test_no_delivered_cue_contradicts_another():
    kinds: dict[tuple[str, str], set[int]] = {}
    for intent, kind, phrase in cues(INTENTS):
        kinds.setdefault((intent, phrase), set()).add(kind)
    assert not [key for key, found in kinds.items() if len(found) > 1]


def test_delivered_cues_are_of_acts_that_are_described():
    described = (INTENTS / "handelingen.md").read_text(encoding="utf-8")
    assert all(f"`{intent}`" in described for intent in {cue.intent for cue in cues(INTENTS)})


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        ("c_emotion", "ik zit echt met mijn handen in het haar"),
        ("c_emotion", "daar lig ik nachten van wakker"),
        ("c_criticism", "dat is toch van de zotte wat jullie doen"),
        ("empathy", "dat is ook niet niks wat u meemaakt"),
    ],
)
def test_well_known_sayings_are_listed(intent, said):
    assert Cues(cues(INTENTS), [intent]).log_odds([f" {said} "])[0, 0] > 0


@pytest.mark.parametrize("speaker", ["A", "B"])
def test_no_strong_cue_is_heard_in_plain_speech(speaker):
    words = Lexicon()
    lines = (Path(__file__).parent / "plain_speech.txt").read_text(encoding="utf-8").splitlines()
    said = [TurnText(line[2:], words).line for line in lines if line.startswith(speaker)]
    heavy = {c.phrase for c in cues(INTENTS) if c.kind == STRONG and c.intent in HEAVY[speaker]}
    assert not sorted((said[i], phrase) for i, phrase in PhraseSet(heavy).occurring(said))


@pytest.mark.parametrize(
    "text",
    [
        "cues: {empathy: {strong: }}",
        "cues: {empathy: {strong: wat naar}}",
        "cues: {empathy: {sterk: [wat naar]}}",
        "cues: {empathy: [wat naar]}",
        "cues: [wat naar]",
        "",
    ],
)
def test_a_file_of_another_shape_is_told_in_dutch(tmp_path, text):
    (tmp_path / "aanwijzingen-fout.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RubricError, match=r"aanwijzingen-fout\.yaml: .*hoort"):
        cues(tmp_path)
