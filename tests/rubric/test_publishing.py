"""From draft to version: nothing broken gets out, nothing published is lost, an update changes nothing of it."""

import os
import shutil
from pathlib import Path
from threading import Thread

import pytest

from scoring.errors import RubricError
from scoring.publishing import Workbench
from scoring.rubric import load_rubric
from scoring.rubric.editing import plain
from scoring.rubric.files import stamp
from scoring.rubric.shelf import Shelf, active
from scoring.settings import ROOT, Settings, load_settings

GREETING = ("criteria", "beleefd.begroeting")
PHRASES = (*GREETING, "detectors", "groet", "phrases")
NEW = ["goedemorgen", "goedemiddag", "hallo"]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    shipped = tmp_path / "meegeleverd"
    shutil.copytree(ROOT / "tests" / "small_rubric", shipped)
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setenv("KLANKBORD_RUBRIC", str(shipped / "klein.yaml"))
    monkeypatch.setenv("KLANKBORD_NORMS", "proef")
    return load_settings()


@pytest.fixture
def bench(settings: Settings) -> Workbench:
    return Workbench(settings)


def change(bench: Workbench, changes: dict, by: str = "Noor") -> None:
    bench.change(changes, stamp(bench.content()), by)


def greeted_with_hallo(bench: Workbench) -> None:
    """A phrase more, and the example of ‘no’ that it would spoil."""
    no = {"answer": "no", "dialogue": "A: Zeg het maar.\nB: Dag."}
    examples = plain(bench.content())["criteria"][0]["examples"]
    change(bench, {PHRASES: NEW, (*GREETING, "examples"): [examples[0], no]})


def publish(bench: Workbench, note: str = "") -> str:
    return bench.publish("Noor", note, bench.stamp()).version


def test_a_draft_changes_nothing_until_it_is_published(bench: Workbench, settings: Settings):
    shipped = settings.rubric.read_bytes()
    change(bench, {(*GREETING, "tip"): "Groet altijd."})
    assert active(settings) == settings.rubric
    assert [d.what for d in bench.differences()] == ["tip: ‘Groet de beller.’ → ‘Groet altijd.’"]
    assert bench.about().by == "Noor"
    assert publish(bench, "duidelijker tip") == "1.0.1"
    assert not bench.exists
    assert settings.rubric.read_bytes() == shipped
    rubric = load_rubric(active(settings))
    assert (rubric.version, rubric.criteria[0].tip) == ("1.0.1", "Groet altijd.")
    newest, first = Shelf(settings).versions()
    assert (newest.about.by, newest.about.note, newest.about.based_on) == ("Noor", "duidelijker tip", "1.0.0")
    assert newest.about.hash == rubric.hash
    assert first.path.read_bytes() == shipped


def test_words_raise_the_last_digit_and_weights_the_middle_one(bench: Workbench):
    greeted_with_hallo(bench)
    assert publish(bench) == "1.0.1"
    change(bench, {(*GREETING, "weight"): 2.0})
    assert publish(bench) == "1.1.0"
    change(bench, {(*GREETING, "weight"): 1.0, (*GREETING, "critical"): True})
    assert publish(bench) == "1.2.0"


def test_a_rubric_whose_examples_fail_is_refused_with_each_reason(bench: Workbench, settings: Settings):
    change(
        bench,
        {
            PHRASES: [*NEW, "dag"],
            (*GREETING, "examples"): [{"answer": "no", "dialogue": "A: Hallo?\nB: Dag."}],
        },
    )
    with pytest.raises(RubricError) as refused:
        publish(bench)
    assert refused.value.problems == (
        "beleefd.begroeting: er is geen voorbeeld met het antwoord ‘yes’.",
        "beleefd.begroeting: voorbeeld 1 hoort ‘no’ te zijn, maar de regels geven ‘yes’.",
    )
    assert active(settings) == settings.rubric
    assert bench.exists


def test_what_cannot_be_read_never_reaches_the_draft(bench: Workbench):
    with pytest.raises(
        RubricError, match=r"klein.yaml, regel \d+: beleefd.begroeting: weight: dit getal is te klein"
    ):
        change(bench, {(*GREETING, "weight"): -1.0})
    with pytest.raises(RubricError, match=r"phrases.*lijst is leeg"):
        change(bench, {PHRASES: []})
    assert not bench.exists
    with pytest.raises(RubricError, match="nergens gebruikt"):
        change(bench, {("criteria", "betrouwbaar.samenvatting", "yes"): "vraag"})


def test_nothing_changed_is_nothing_to_publish(bench: Workbench):
    bench.start("Noor")
    with pytest.raises(RubricError, match="niets gewijzigd"):
        publish(bench)
    bench.discard()
    with pytest.raises(RubricError, match="geen concept"):
        publish(bench)


def test_going_back_publishes_the_old_one_as_a_new_version(bench: Workbench, settings: Settings):
    greeted_with_hallo(bench)
    publish(bench)
    change(bench, {(*GREETING, "weight"): 3.0})
    publish(bench)
    back = bench.roll_back(bench.shelf.version("1.0.1").path, "Bram")
    assert (back.version, back.about.note, back.about.by) == ("1.2.0", "terug naar versie 1.0.1", "Bram")
    assert [v.version for v in bench.shelf.versions()] == ["1.2.0", "1.1.0", "1.0.1", "1.0.0"]
    rubric = load_rubric(active(settings))
    assert rubric.criteria[0].weight == 1.0
    assert "hallo" in rubric.criteria[0].detectors["groet"].phrase_texts()
    with pytest.raises(RubricError, match="gelijk aan wat nu geldt"):
        bench.roll_back(bench.shelf.version("1.0.1").path, "Bram")


def test_norms_belong_to_the_version_and_go_back_with_it(bench: Workbench, settings: Settings):
    name = bench.norm_names()[0]
    field = next(iter(plain(bench.norms(name))["values"]), None) or "proefnorm"
    bench.change_norms(name, {("title",): "Proefdorp"}, stamp(bench.norms(name)), "Noor")
    bench.change_norms(name, {("values", field): 7.0}, stamp(bench.norms(name)), "Noor")
    assert [d.title for d in bench.differences()] == ["Normen: Proefdorp"] * 2
    assert publish(bench) == "1.1.0"
    own = active(settings).parent / "normen" / f"{name}.yaml"
    assert plain(own.read_text(encoding="utf-8"))["values"][field] == 7.0
    bench.roll_back(bench.shelf.version("1.0.0").path, "Noor")
    assert plain(bench.norms(name))["title"] != "Proefdorp"


def test_an_update_of_klankbord_leaves_what_the_site_published(bench: Workbench, settings: Settings):
    greeted_with_hallo(bench)
    publish(bench)
    shipped = settings.rubric.read_text(encoding="utf-8")
    settings.rubric.write_text(shipped.replace("version: 1.0.0", "version: 1.4.0"), encoding="utf-8")
    assert load_rubric(active(settings)).version == "1.0.1"
    change(bench, {(*GREETING, "tip"): "Groet altijd."})
    assert publish(bench) == "1.4.1"  # never a number that a shipped version has


def test_two_people_at_once_notice_it(bench: Workbench):
    seen = stamp(bench.content())
    bench.change({(*GREETING, "tip"): "Van Noor."}, seen, "Noor")
    with pytest.raises(RubricError, match="Iemand anders"):
        bench.change({(*GREETING, "tip"): "Van Bram."}, seen, "Bram")
    whole = bench.stamp()
    change(bench, {(*GREETING, "why"): "Omdat het zo hoort."})
    with pytest.raises(RubricError, match="Iemand anders"):
        bench.publish("Bram", "", whole)


def test_two_people_on_two_criteria_do_not_hinder_each_other(bench: Workbench):
    other = ("criteria", "betrouwbaar.samenvatting")
    mine, theirs = bench.seen(GREETING), bench.seen(other)
    bench.change({(*GREETING, "tip"): "Van Noor."}, mine, "Noor", GREETING)
    bench.change({(*other, "tip"): "Van Bram."}, theirs, "Bram", other)
    assert len(bench.differences()) == 2
    with pytest.raises(RubricError, match="Iemand anders"):
        bench.change({(*GREETING, "tip"): "Van Bram."}, mine, "Bram", GREETING)


def test_of_many_who_save_the_same_text_one_wins(bench: Workbench):
    bench.start("Noor")
    seen, refused = stamp(bench.content()), []

    def save(number: int) -> None:
        try:
            bench.change({(*GREETING, "tip"): f"Tip {number}."}, seen, f"{number}")
        except RubricError:
            refused.append(number)

    threads = [Thread(target=save, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 5


def test_a_draft_or_rest_of_a_crash_is_never_what_judges(bench: Workbench, settings: Settings):
    greeted_with_hallo(bench)
    (bench.shelf.folder / "nieuw-0").mkdir()
    (bench.shelf.folder / "9.0.0").mkdir()  # a folder without a rubric in it
    assert active(settings) == settings.rubric
    assert not list(bench.shelf.draft.parent.glob("*nieuw*"))


def test_line_ends_of_windows_stay(bench: Workbench, settings: Settings):
    text = settings.rubric.read_bytes().replace(b"\n", b"\r\n")
    settings.rubric.write_bytes(text)
    change(bench, {(*GREETING, "tip"): "Groet altijd."})
    content = bench.shelf.draft.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert content == text.replace(b"Groet de beller.", b"Groet altijd.")


@pytest.mark.skipif(os.geteuid() == 0, reason="root mag overal schrijven")
def test_a_folder_that_cannot_be_written_is_told(bench: Workbench, settings: Settings):
    settings.data_folder.mkdir()
    settings.data_folder.chmod(0o500)
    with pytest.raises(RubricError, match="niet worden geschreven"):
        change(bench, {(*GREETING, "tip"): "Groet altijd."})


def test_a_decision_is_published_beside_a_draft_and_gets_into_it(bench: Workbench, settings: Settings):
    shipped = settings.rubric.read_bytes()
    change(bench, {(*GREETING, "tip"): "Groet altijd."})
    version = bench.publish_guidance(
        "beleefd.begroeting", "Ja: ook ‘dag’.", "kalibratie 3, 2026-02-02", "Noor"
    )
    assert (version.version, version.about.note) == ("1.0.1", "kalibratie 3, 2026-02-02")
    judging = load_rubric(active(settings)).criteria[0]
    assert (judging.guidance, judging.tip) == (("Ja: ook ‘dag’.",), "Groet de beller.")
    assert "# kalibratie 3" in active(settings).read_text(encoding="utf-8")
    assert [d.what[:3] for d in bench.differences()] == ["tip"]
    assert settings.rubric.read_bytes() == shipped
    assert not list(bench.shelf.folder.glob("nieuw-*"))


def test_who_looks_while_another_saves_sees_what_was_saved(bench):
    """A screen that is drawn during a slow save must not believe that somebody else changed the rubric."""
    looked: list[str] = []
    with bench._writing():
        other = Thread(target=lambda: looked.append(bench.seen()))
        other.start()
        other.join(0.2)
        assert looked == []
        change(bench, {PHRASES: NEW})
    other.join(10)
    assert looked == [bench.seen()]
    bench.change({PHRASES: ["goedemorgen", "goedemiddag"]}, looked[0], "Noor")
