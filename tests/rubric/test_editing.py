"""Editing keeps every comment, and a line that did not change stays as it was."""

import difflib

import pytest

from scoring.errors import RubricError
from scoring.rubric.editing import GONE, edited, plain, with_criterion, without_criterion
from scoring.settings import ROOT

SMALL = """\
# Hoort bij de hele rubriek.
id: proef
version: 1.0.0
criteria:
  # Hoort bij de groet.
  - id: beleefd.groet
    question: Groet de medewerker?   # de vraag
    source: werkafspraak
    weight: 1.0 # gewoon
    detectors:
      groet:
        kind: phrase
        phrases:
          - goedemorgen # van zes tot twaalf
          # na de middag
          - goedemiddag
          - goedenavond # vanaf zes uur
    yes: groet
  - id: beleefd.dag   # het einde
    question: Neemt de medewerker afscheid?
    yes: groet
"""
PHRASES = ("criteria", "beleefd.groet", "detectors", "groet", "phrases")


def changed(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_a_phrase_in_the_middle_leaves_every_comment_at_its_line():
    lines = ["goedemorgen", "dag", "goedemiddag", "goedenavond"]
    after = edited(SMALL, {PHRASES: lines})
    assert changed(SMALL, after) == ["+          - dag"]
    assert plain(after)["criteria"][0]["detectors"]["groet"]["phrases"] == lines


def test_a_phrase_taken_away_takes_its_own_comment_only():
    after = edited(SMALL, {PHRASES: ["goedemorgen", "goedemiddag"]})
    assert changed(SMALL, after) == ["-          - goedenavond # vanaf zes uur"]


def test_numbers_choices_and_new_fields():
    own = ("criteria", "beleefd.groet")
    after = edited(
        SMALL, {(*own, "weight"): 2.0, (*own, "critical"): True, (*own, "guidance"): ["Let op: hij telt."]}
    )
    assert "weight: 2.0 # gewoon" in after
    criterion = plain(after)["criteria"][0]
    assert criterion["critical"] is True
    assert criterion["guidance"] == ["Let op: hij telt."]
    assert list(criterion).index("guidance") == list(criterion).index("source") + 1
    assert edited(after, {(*own, "critical"): GONE, (*own, "guidance"): GONE, (*own, "weight"): 1.0}) == SMALL


def test_a_criterion_goes_to_the_end_of_its_b_and_away_again():
    new = {
        "id": "beleefd.toon",
        "question": "Klinkt dit: goed?",
        "examples": [{"answer": "no", "dialogue": "A: Ja.\nB: Dag."}],
    }
    after = with_criterion(SMALL, new)
    assert plain(after)["criteria"][2] == new | {
        "examples": [{"answer": "no", "dialogue": "A: Ja.\nB: Dag.\n"}]
    }
    assert 'answer: "no"' in after
    assert "# het einde" in after
    assert without_criterion(after, "beleefd.toon") == SMALL


def test_what_is_gone_or_double_is_told():
    with pytest.raises(RubricError, match="staat niet"):
        edited(SMALL, {("criteria", "beleefd.weg", "weight"): 2})
    with pytest.raises(RubricError, match="al een criterium"):
        with_criterion(SMALL, {"id": "beleefd.dag"})


def test_the_real_rubric_stays_byte_for_byte_but_for_the_line_that_changed():
    content = (ROOT / "rubrics" / "vijf_b.yaml").read_text(encoding="utf-8")
    own = ("criteria", "behulpzaam.meer_vragen")
    now = next(c for c in plain(content)["criteria"] if c["id"] == own[1])
    assert edited(content, {(*own, "tip"): now["tip"], (*own, "weight"): now["weight"]}) == content
    guidance = [*now["guidance"], "Een open vraag telt ook."]
    assert changed(content, edited(content, {(*own, "guidance"): guidance})) == [
        "+      - Een open vraag telt ook."
    ]


@pytest.mark.parametrize("name", ["1stroom", "katwijk", "lisse", "heemskerk"])
def test_a_norm_profile_keeps_its_comments(name: str):
    content = (ROOT / "rubrics" / "normen" / f"{name}.yaml").read_text(encoding="utf-8")
    assert edited(content, {("values", "zinslengte"): plain(content)["values"]["zinslengte"]}) == content
    found = changed(content, edited(content, {("values", "zinslengte"): 17}))
    assert len(found) == 2
    assert found[1].startswith("+  zinslengte: 17")
    assert found[0].partition("#")[2] == found[1].partition("#")[2]
