"""Mistakes in rubric files: all at once, in Dutch, with file, line, criterion and field."""

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic_core.core_schema import ErrorType
from ruamel.yaml import YAML

from scoring.errors import RubricError
from scoring.examples import check_rubric
from scoring.rubric import load_norms, load_rubric
from scoring.rubric.dutch import explain

RIGHT = """\
id: proef
version: 1.0.0
title: Proef
dimensions:
  - {id: beleefd, title: Beleefd, question: Is het beleefd?}
lists:
  dag: "morgen|middag"
detectors:
  gedeeld: {kind: phrase, phrases: ["mooie {dag}"]}
situations:
  mooi: gedeeld
criteria:
  - id: beleefd.groet
    question: Groet de medewerker?
    why: Zomaar.
    source: test
    mode: machine
    applies_when: mooi
    detectors:
      groet: {kind: phrase, phrases: [hallo]}
    yes: groet
    tip: Groet.
    examples:
      - {answer: "yes", dialogue: "A: Hallo, mooie morgen."}
"""


def mistakes(tmp_path: Path, text: str) -> tuple[str, ...]:
    path = tmp_path / "proef.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RubricError) as found:
        load_rubric(path)
    return found.value.problems


def changed(*changes: tuple[str, str]) -> str:
    text = RIGHT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def load(tmp_path: Path, text: str = RIGHT):
    path = tmp_path / "proef.yaml"
    path.write_text(text, encoding="utf-8")
    return load_rubric(path)


def test_a_right_rubric_loads_and_lists_are_filled_in(tmp_path):
    rubric = load(tmp_path)
    assert rubric.phrase_texts == ("mooie morgen|middag", "hallo")
    assert rubric.criterion("beleefd.groet").dimension == "beleefd"
    assert rubric.folder == str(tmp_path.resolve())


def test_all_mistakes_at_once_with_file_line_criterion_and_field(tmp_path):
    found = mistakes(
        tmp_path,
        changed(
            ("    why: Zomaar.\n", ""),
            ("    tip: Groet.\n", "    tip: Groet.\n    gewicht: 2\n"),
            ("mode: machine", "mode: robot"),
            ("{kind: phrase, phrases: [hallo]}", "{kind: geur, phrases: [hallo]}"),
            ("version: 1.0.0", "version: een"),
        ),
    )
    text = "\n".join(found)
    assert len(found) >= 5
    assert re.search(r"proef\.yaml, regel 2: version: deze tekst heeft niet de goede vorm", text)
    assert re.search(r"proef\.yaml, regel 13: beleefd\.groet: why: dit veld ontbreekt", text)
    assert re.search(r"proef\.yaml, regel \d+: beleefd\.groet: mode: deze waarde kan niet", text)
    assert re.search(
        r"proef\.yaml, regel \d+: beleefd\.groet: detectors\.groet: deze soort bestaat niet", text
    )
    assert re.search(r"proef\.yaml, regel \d+: beleefd\.groet: gewicht: dit veld bestaat niet", text)


def test_all_contradictions_at_once(tmp_path):
    found = mistakes(
        tmp_path,
        changed(
            ("applies_when: mooi", "applies_when: lelijk"),
            ("    yes: groet", "    yes: groeten"),
            ("- id: beleefd.groet", "- id: vreemd.groet"),
            (
                "    tip: Groet.\n",
                "    because: [{answer: partial, when: gedeeld, reason: Half.}]\n    tip: Groet.\n",
            ),
        ),
    )
    text = "\n".join(found)
    assert "vreemd.groet: id: de dimensie ‘vreemd’ staat niet bij dimensions" in text
    assert "‘groeten’ wordt gebruikt, maar bestaat niet" in text
    assert "‘lelijk’ wordt gebruikt, maar bestaat niet" in text
    assert "detectors.groet: deze detector wordt nergens gebruikt" in text
    assert "situations.mooi: dit wordt nergens gebruikt" in text
    assert "because.0.answer: dit antwoord kan bij dit criterium niet voorkomen" in text
    assert all(problem.startswith("proef.yaml, regel ") for problem in found)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("title: Proef\n", "title: Proef\ntitle: Nog een\n", 4, "deze sleutel staat er twee keer"),
        (
            "title: Proef\n",
            "title: [Proef\n",
            None,
            "klopt de opmaak (YAML) niet",
        ),
        (
            "mooie {dag}",
            "mooie {dagg}",
            9,
            "woordenlijst 'dagg' bestaat niet",
        ),
        ("  mooi: gedeeld", "  mooi: mooi", 11, "‘mooi’ bestaat niet of staat pas verderop"),
        (
            "  mooi: gedeeld",
            "  mooi: {all: [later]}\n  later: gedeeld",
            11,
            "‘later’ bestaat niet of staat pas",
        ),
        ("  mooi: gedeeld", "  gedeeld: gedeeld", 11, "deze naam bestaat ook als detector"),
        ("groet: {kind", "gedeeld: {kind", 20, "deze naam bestaat ook voor de hele rubric"),
        ("[hallo]", '["hallo !"]', 20, "geen woord of teken dat in een zin mag"),
        ("[hallo]", '["..."]', 20, "geen enkel verplicht woord"),
        ("[hallo]", '["hallo|"]', 20, "geen woord of teken dat in een zin mag"),
        ("[hallo]", "[]", 20, "deze lijst is leeg"),
        ("    yes: groet\n", "", 13, "zeg bij ‘yes’ wanneer het antwoord ja is"),
        ("mode: machine", "mode: human", 13, "heeft geen detectors of ‘yes’"),
        ("yes: groet\n", "yes: {measure: groet}\n", 21, "geef at_least of at_most"),
        ("mode: machine", "mode: machine\n    weight: 0", 18, "dit getal is te klein"),
        ("id: proef", "id: Proef!", 1, "deze tekst heeft niet de goede vorm"),
    ],
)
def test_each_mistake_is_found_where_it_is(tmp_path, old, new, line, problem):
    found = mistakes(tmp_path, changed((old, new)))
    text = "\n".join(found)
    assert any(option in text for option in problem.split("|")), text
    if line:
        assert any(p.startswith(f"proef.yaml, regel {line}:") for p in found), text


def test_a_double_criterion_is_found(tmp_path):
    criterion = RIGHT[RIGHT.index("  - id: beleefd.groet") :]
    assert any("‘beleefd.groet’ staat er 2 keer" in p for p in mistakes(tmp_path, RIGHT + criterion))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "dit is geen rubric"),
        (b"- een\n- twee\n", "dit is geen rubric"),
        (b"\xff\xfe\x00", "Sla het op als UTF-8"),
        (b"a: \x07", "opmaak (YAML)"),
    ],
)
def test_files_that_are_no_rubric(tmp_path, content, problem):
    path = tmp_path / "proef.yaml"
    path.write_bytes(content)
    with pytest.raises(RubricError, match=re.escape(problem)):
        load_rubric(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(RubricError, match="dit bestand is er niet"):
        load_rubric(tmp_path / "weg.yaml")


@pytest.mark.parametrize(
    "old_new",
    [
        ("[hallo]", "{hallo: 1}"),
        ("yes: groet", "yes: [groet]"),
        ("yes: groet", "yes: 3"),
        ("lists:\n  dag: \"morgen|middag\"", "lists: 5"),
        ("criteria:", "criteria: 5\nrest:"),
        ("examples:", "examples: geen\n    rest:"),
        ("title: Proef", "title: [1, 2]"),
        ("dimensions:", "intents: 7\ndimensions:"),
    ],
)  # fmt: skip
def test_values_of_the_wrong_shape_are_mistakes_not_crashes(tmp_path, old_new):
    for problem in mistakes(tmp_path, changed(old_new)):
        assert re.match(r"proef\.yaml(, regel \d+)?: .+\.$", problem)


def test_episodes_and_callbacks_check_their_phrases_too(tmp_path):
    wrong = '{kind: callback, measures: promised, phrases: ["bel u !"]}'
    found = mistakes(tmp_path, changed(("{kind: phrase, phrases: [hallo]}", wrong)))
    assert any("geen woord of teken dat in een zin mag" in p for p in found)
    wrong = '{kind: episode, episode: hold, measures: occurred, announcing: ["..."]}'
    found = mistakes(tmp_path, changed(("{kind: phrase, phrases: [hallo]}", wrong)))
    assert any("geen enkel verplicht woord" in p for p in found)


def test_equal_rubrics_have_equal_hashes_whatever_the_line_ends(tmp_path):
    first = load(tmp_path).hash
    (tmp_path / "proef.yaml").write_bytes(RIGHT.replace("\n", "\r\n").encode())
    assert load_rubric(tmp_path / "proef.yaml").hash == first
    assert load(tmp_path, changed(("title: Proef", "title: Proeve"))).hash != first


NORM = "id: een\ntitle: Een\nsource: test\nvalues:\n  grens: 2\n"


def test_norm_profiles(tmp_path):
    (tmp_path / "een.yaml").write_text(NORM, encoding="utf-8")
    assert load_norms("een", tmp_path).limit("grens") == 2.0
    with pytest.raises(RubricError, match="Kies uit: een"):
        load_norms("twee", tmp_path)
    (tmp_path / "een.yaml").write_text(NORM.replace("grens: 2", "grens: veel").replace("title: Een\n", ""))
    with pytest.raises(RubricError) as found:
        load_norms("een", tmp_path)
    text = "\n".join(found.value.problems)
    assert "een.yaml, regel 1: title: dit veld ontbreekt" in text
    assert "een.yaml, regel 4: values.grens: hier hoort" in text


def test_a_missing_norm_is_named_per_profile(tmp_path):
    norms = tmp_path / "normen"
    norms.mkdir()
    (norms / "een.yaml").write_text(NORM, encoding="utf-8")
    (norms / "twee.yaml").write_text(NORM.replace("een", "twee").replace("grens", "anders"), encoding="utf-8")
    text = changed(("    yes: groet", "    yes: {measure: groet, at_least: {norm: grens}}"))
    (tmp_path / "proef.yaml").write_text(text, encoding="utf-8")
    assert check_rubric(tmp_path / "proef.yaml", "een", norms) == [
        "twee: de norm ‘grens’ ontbreekt in dit profiel."
    ]


@pytest.mark.parametrize("kind", get_args(ErrorType))
def test_every_message_is_dutch(kind):
    error = {"type": kind, "loc": ("veld",), "msg": "", "input": 1, "ctx": {"error": ValueError("fout")}}
    text = explain(error)
    assert text
    assert not re.search(r"\b(should|input|valid|must|field)\b", text, re.IGNORECASE)


def test_yaml_is_read_without_running_anything(tmp_path):
    (problem,) = mistakes(tmp_path, changed(("title: Proef", "title: !!python/object/apply:os.getcwd []")))
    assert "opmaak (YAML)" in problem
    assert YAML(typ="safe").load("a: 1") == {"a": 1}
