"""The real rubric against the codebook and against itself."""

import itertools
import re
from collections import Counter
from functools import lru_cache

import pytest
from spoken import literal

from scoring.examples import check_rubric, failing, lacking
from scoring.language.phrases import PhraseSet, TextIndex, mistakes
from scoring.language.text import TurnText
from scoring.learned import lexicon
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT

PATH = ROOT / "rubrics" / "vijf_b.yaml"
NORMS = ROOT / "rubrics" / "normen"
CODEBOOK = """
bekend.naam_beller P bekend.ruimte_beller P bekend.vraag_helder P bekend.eerder_contact P
bereikbaar.opneemtijd A bereikbaar.doorverbinden_warm P bereikbaar.alternatief P bereikbaar.wachtstand P
bereikbaar.geen_doorkiesnummer A beleefd.begroeting A beleefd.naam_medewerker A beleefd.aanspreekvorm A
beleefd.empathie P beleefd.laat_uitspreken A beleefd.tempo A beleefd.afscheid A beleefd.toon H
behulpzaam.open_vragen A behulpzaam.initiatief P behulpzaam.begrijpelijk P behulpzaam.meer_vragen A
behulpzaam.ombuigen P behulpzaam.grens_stellen P betrouwbaar.samenvatting P betrouwbaar.verwachting P
betrouwbaar.terugbelbelofte A betrouwbaar.terugbelnotitie P betrouwbaar.tevreden P betrouwbaar.behandelaar P
betrouwbaar.opnamemelding A betrouwbaar.voicemail A betrouwbaar.juistheid H
""".split()
MODES = {"A": "machine", "P": "proposes", "H": "human"}


@lru_cache(maxsize=1)
def vijf_b():
    return load_rubric(PATH)


def test_every_criterion_of_the_codebook_is_there_with_its_mode():
    wanted = dict(zip(CODEBOOK[::2], (MODES[m] for m in CODEBOOK[1::2]), strict=True))
    assert len(wanted) == 32
    assert {c.id: c.mode for c in vijf_b().criteria} == wanted


def test_the_five_bs_in_order():
    assert [d.id for d in vijf_b().dimensions] == "bekend bereikbaar beleefd behulpzaam betrouwbaar".split()
    assert {level.level for level in vijf_b().escalation} == {1, 2, 3, 4}
    assert vijf_b().cap == 50


def test_no_criterion_is_critical_by_default():
    assert not [c.id for c in vijf_b().criteria if c.critical]


def test_every_criterion_explains_itself():
    for c in vijf_b().criteria:
        assert c.question.endswith("?")
        assert c.why
        assert c.tip
        assert c.guidance
        if c.mode == "human":
            continue
        assert c.reasons.yes, c.id
        assert c.reasons.no, c.id
        assert bool(c.partial) == bool(c.reasons.partial), c.id
        assert not c.applies_when or c.reasons.na, c.id


def test_reasons_only_use_what_is_filled_in():
    for c in vijf_b().criteria:
        for text in (*c.reasons.model_dump().values(), *(one.reason for one in c.because)):
            assert set(re.findall(r"\{.*?\}", text)) <= {"{citaat}", "{citaten}", "{meting}"}, c.id


def test_every_norm_profile_has_what_the_rubric_asks():
    profiles = sorted(NORMS.glob("*.yaml"))
    assert len(profiles) >= 4
    for path in profiles:
        norms = load_norms(path.stem, NORMS)
        assert vijf_b().norm_names() <= norms.values.keys(), path.name
        assert norms.source


def test_every_phrase_is_well_written():
    assert [(p, mistakes(p)) for p in vijf_b().phrase_texts if mistakes(p)] == []


def test_every_alternative_of_every_phrase_can_match():
    rubric, dead = vijf_b(), set()
    words = lexicon(rubric)
    for phrase in set(rubric.phrase_texts):
        one = PhraseSet([phrase])
        for at in range(max(len(part.split("|")) for part in phrase.split())):
            said = literal(phrase, at)
            if not one.find(TextIndex([TurnText(said, words)]), {0}):
                dead.add(f"{phrase} → {said}")
    assert sorted(dead) == []


@pytest.mark.parametrize(
    "said",
    ["hier van", "hier in", "daar op", "daar aan", "daar bij", "daar van", "twee honderd", "drie honderd"],
)
def test_no_phrase_makes_one_word_of_what_people_say_apart(said: str):
    """A word in any phrase joins its halves in every call: with "hiervan" "Sjors hier, van team Werk" says no name."""
    assert lexicon(vijf_b()).join(*said.split()) is None


def test_no_list_says_the_same_twice():
    rubric = vijf_b()
    owners = [("", rubric.detectors), *((c.id, c.detectors) for c in rubric.criteria)]
    for owner, detectors in owners:
        for name, detector in detectors.items():
            for field in ("phrases", "unless", "announcing", "first_part", "second_part"):
                twice = [p for p, n in Counter(getattr(detector, field, ())).items() if n > 1]
                assert not twice, f"{owner} {name}.{field}: {twice}"
            assert not set(getattr(detector, "phrases", ())) & set(getattr(detector, "unless", ())), name


def test_no_two_measurements_are_the_same():
    seen: dict[str, str] = {}
    for owner, detectors in [("", vijf_b().detectors), *((c.id, c.detectors) for c in vijf_b().criteria)]:
        for name, detector in detectors.items():
            key = detector.model_dump_json()
            first = seen.setdefault(key, f"{owner} {name}")
            shared = first.startswith(" ") or owner == first.split()[0]
            assert first == f"{owner} {name}" or not shared, f"{owner} {name} is the same as {first}"


def test_examples_are_there_and_no_dialogue_is_used_twice_for_one_criterion():
    for c in vijf_b().criteria:
        assert c.examples or c.mode == "human", c.id
        for one, other in itertools.combinations(c.examples, 2):
            assert one != other, c.id


def test_every_answer_has_an_example():
    assert list(lacking(vijf_b())) == []


def test_every_example_gets_its_answer():
    assert list(failing(vijf_b(), load_norms("1stroom", NORMS), NORMS)) == []


@pytest.mark.slow  # `make test` has just run this very check, from the command line
def test_the_check_of_rubric_authors_agrees():
    assert check_rubric(PATH, "1stroom", NORMS) == []
