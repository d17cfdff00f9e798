"""Learning from reviews, with a small rubric of one learned act and few calls to learn from."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from kept_calls import a_call
from streamlit.testing.v1 import AppTest

from scoring import intake
from scoring.call import Roles
from scoring.errors import ReviewError
from scoring.examples import dialogue
from scoring.language.training import digest, examples
from scoring.learned import learned
from scoring.pipeline import score_transcript
from scoring.review.learning import approve_lessons, try_lessons
from scoring.review.lessons import batches, history, lessons, take_back
from scoring.review.reviewing import find_quote, finish, give
from scoring.rubric import Norms, load_rubric, stamp
from scoring.settings import ROOT, Settings
from scoring.store import Given, open_store
from scoring.store.lessons import TrainingStep

OMAR = "Omar Haddad"
RUBRIC = """
id: leert
version: 1.0.0
title: Leert
intents: intents
dimensions:
  - {id: betrouwbaar, title: Betrouwbaar, question: Betrouwbaar?}
criteria:
  - id: betrouwbaar.samenvatting
    question: Vat de medewerker samen?
    why: Dan is het duidelijk.
    source: test
    mode: machine
    detectors:
      vat_samen: {kind: intent, intent: summary, min: 0.5}
      legt_uit: {kind: intent, intent: explain, min: 0.5}
    yes: {all: [vat_samen, none: [legt_uit]]}
    tip: Vat samen.
"""
SUMMING, EXPLAINING = (
    "Dus {} komt morgen bij u langs, dat is afgesproken.",
    "Dat is omdat {} nu eenmaal zo werkt.",
)
THINGS = "monteur wagen brief folder koerier ploeg collega sleutel pas container kaart steiger".split()
NEW = "Nou even resumerend, {} staat genoteerd."


def training_call(number: int, thing: str) -> dict[str, object]:
    explained, summed = EXPLAINING.format(thing), SUMMING.format(thing)
    turns = f"A: Goedemorgen.\nB: Dag, hoe zit het met {thing}?\nA: {explained}\nB: Oké.\nA: {summed}\n"
    return {"id": f"L-{number}", "turns": turns, "acts": {"explain": [2], "summary": [4]}}


@pytest.fixture
def settings(tmp_path, monkeypatch) -> Settings:
    monkeypatch.setenv("KLANKBORD_DATA_FOLDER", str(tmp_path / "gegevens"))
    monkeypatch.setattr("scoring.learned._cache_folder", lambda: tmp_path / "gegevens" / "cache")
    return Settings(
        data_folder=tmp_path / "gegevens", apart=tmp_path / "apart", rubric=tmp_path / "r" / "leert.yaml"
    )


@pytest.fixture
def rubric(settings, tmp_path):
    (tmp_path / "r" / "intents").mkdir(parents=True)
    settings.rubric.write_text(RUBRIC, encoding="utf-8")
    calls = {"calls": [training_call(i, thing) for i, thing in enumerate(THINGS)]}
    (tmp_path / "r" / "intents" / "a.yaml").write_text(yaml.safe_dump(calls), encoding="utf-8")
    settings.apart.mkdir()
    for i, thing in enumerate(("verhuiswagen", "aannemer", "vergunning", "schutting")):
        lines = NEW.format(thing) if i % 2 else SUMMING.format(thing)
        (settings.apart / f"G-{i}.json").write_text(labelled(i, lines), encoding="utf-8")
    return load_rubric(settings.rubric)


def labelled(number: int, words: str) -> str:
    turns = [("agent", "Goedemorgen."), ("caller", "Dag, ik heb een vraag."), ("agent", words)]
    spoken = [{"speaker": who, "text": text} for who, text in turns]
    labels = {"betrouwbaar.samenvatting": {"answer": "yes"}}
    return json.dumps({"id": f"G-{number}", "turns": spoken, "labels": labels})


@pytest.fixture
def store(settings):
    with open_store(settings) as opened:
        yield opened


@pytest.fixture
def reviewed(store, rubric, norms, settings):
    """Ten calls whose summary the machine missed and a reviewer saw, and one that was none."""
    for number in range(10):
        words = NEW.format(f"nummer {number} en de {THINGS[number]}")
        keep_reviewed(store, rubric, norms, settings, number, words, "yes")
    return store


def keep_reviewed(store, rubric, norms, settings, number, words, answer):
    call = a_call(number)
    text = f"A: Goedemorgen.\nB: Dag, ik heb een vraag.\nA: {words}"
    transcript = dialogue(text).model_copy(update={"call_id": call.id, "roles": Roles()})
    store.save(call, transcript)
    card = score_transcript(call, transcript, rubric, norms)
    store.add_scorecard(card)
    quotes = (find_quote(transcript, words),) if answer == "yes" else ()
    given = Given(
        criterion="betrouwbaar.samenvatting", answer=answer, reason="Zo hoor ik het.", evidence=quotes
    )
    give(store, call.id, given, OMAR, settings)
    finish(store, call.id, OMAR, rubric, norms, settings)
    return card


def test_a_missed_act_is_a_lesson_and_agreement_is_none(store, rubric, norms, settings):
    missed = keep_reviewed(store, rubric, norms, settings, 1, NEW.format("alles"), "yes")
    assert missed.results[0].answer == "no", "else there would be nothing to learn"
    seen = keep_reviewed(store, rubric, norms, settings, 2, SUMMING.format("de pas"), "yes")
    assert seen.results[0].answer == "yes"
    (found,) = lessons(store, rubric)
    assert (found.call_id, found.turn, found.intent, found.present) == ("gesprek-0001", 2, "summary", True)
    assert (found.sure, found.reviewer, found.criterion) == (True, OMAR, "betrouwbaar.samenvatting")
    assert found.chance < 0.5


def test_what_the_machine_saw_wrongly_is_a_lesson_too(store, rubric, norms, settings):
    keep_reviewed(store, rubric, norms, settings, 1, SUMMING.format("de wagen"), "no")
    (found,) = lessons(store, rubric)
    assert (found.turn, found.intent, found.present) == (2, "summary", False)


def test_learning_is_tried_approved_and_taken_back(reviewed, rubric, norms, settings):
    store = reviewed
    chosen = lessons(store, rubric)
    assert len(chosen) == 10
    effect = try_lessons(store, chosen, rubric, norms, settings)
    assert (effect.before.overall.n, effect.before.overall.agreement) == (4, 0.5)
    assert (effect.after.overall.agreement, effect.change()) == (1.0, 0.5)
    assert not settings.lessons_folder.exists(), "trying leaves nothing"
    assert load_rubric(settings.rubric).hash == rubric.hash

    before = stamp(settings.rubric)
    event = approve_lessons(store, effect, OMAR, rubric, settings)
    assert (event.before, event.after, event.turns, event.calls) == (0.5, 1.0, 10, 10)
    assert stamp(settings.rubric) != before
    taught = load_rubric(settings.rubric)
    assert taught.hash != rubric.hash, "a score says by what it was judged"
    assert verdict(taught, norms) == "yes"
    assert verdict(rubric, norms) == "no"
    assert lessons(store, rubric) == []
    assert [e.batch for e in batches(store)] == [event.batch]

    take_back(store, event.batch, "Marit de Boer")
    again = load_rubric(settings.rubric)
    assert again.hash == rubric.hash
    assert verdict(again, norms) == "no"
    assert batches(store) == []
    assert [e.kind for e in history(store)] == [TrainingStep.TAKEN_BACK, TrainingStep.LEARNED]
    assert len(lessons(store, rubric)) == 10
    with pytest.raises(ReviewError, match=r"niet \(meer\)"):
        take_back(store, event.batch, OMAR)


def verdict(rubric, norms: Norms) -> str:
    transcript = dialogue(f"A: Goedemorgen.\nB: Dag, ik heb een vraag.\nA: {NEW.format('de heg')}")
    card = score_transcript(a_call(77), transcript.model_copy(update={"call_id": "x"}), rubric, norms)
    return card.results[0].answer.value


def test_a_deleted_call_takes_its_words_and_what_was_learned_with_it(reviewed, rubric, norms, settings):
    store = reviewed
    approve_lessons(
        store, try_lessons(store, lessons(store, rubric), rubric, norms, settings), OMAR, rubric, settings
    )
    learned(load_rubric(settings.rubric))
    cache = settings.data_folder / "cache"
    assert len(list(settings.lessons_folder.glob("*.yaml"))) == 10
    assert list(cache.glob("intents-*.npz"))
    words = b"nummer 3 en de folder"
    assert any(words in path.read_bytes() for path in settings.lessons_folder.iterdir())
    store.delete("gesprek-0003")
    assert not any(words in path.read_bytes() for path in settings.lessons_folder.iterdir())
    assert len(list(settings.lessons_folder.glob("*.yaml"))) == 9
    assert list(cache.glob("intents-*.npz")) == []


def test_the_files_are_those_of_the_rubric(reviewed, rubric, norms, settings):
    store = reviewed
    effect = try_lessons(store, lessons(store, rubric)[:1], rubric, norms, settings)
    approve_lessons(store, effect, OMAR, rubric, settings)
    folder = Path(rubric.folder) / "intents"
    base, more = list(examples(folder)), list(examples(folder, settings.lessons_folder))
    assert more[: len(base)] == base
    assert [acts for _, acts in more[len(base) :]] == [frozenset(), frozenset(), frozenset({"summary"})]
    assert digest(folder, settings.lessons_folder) != digest(folder)
    shutil.copy(next(settings.lessons_folder.glob("*.yaml")), folder / "b.yaml")
    assert list(examples(folder)) == more, "the format is the same"


def test_what_may_not_be_learned(reviewed, rubric, norms, settings, tmp_path):
    store = reviewed
    chosen = lessons(store, rubric)
    with pytest.raises(ReviewError, match="minstens één voorbeeld"):
        try_lessons(store, [], rubric, norms, settings)
    against = chosen[0].model_copy(update={"present": False})
    with pytest.raises(ReviewError, match="tegenspreken"):
        try_lessons(store, [chosen[0], against], rubric, norms, settings)
    nowhere = settings.model_copy(update={"apart": tmp_path / "nergens"})
    with pytest.raises(ReviewError, match="geen gelabelde gesprekken"):
        try_lessons(store, chosen, rubric, norms, nowhere)
    effect = try_lessons(store, chosen[:1], rubric, norms, settings)
    with pytest.raises(ReviewError, match="intussen veranderd"):
        approve_lessons(store, effect, OMAR, rubric.model_copy(update={"hash": "anders"}), settings)
    approve_lessons(store, effect, OMAR, rubric, settings)
    with pytest.raises(ReviewError, match="leert de machine al"):
        approve_lessons(store, effect, OMAR, rubric, settings)


def test_a_call_that_measures_is_never_learned_from(store, rubric, norms, settings):
    path = settings.apart / "G-1.json"
    read = intake.read(path, settings)
    store.save(read.call, read.transcript)
    store.add_scorecard(score_transcript(read.call, read.transcript, rubric, norms))
    quote = find_quote(read.transcript, "Nou even resumerend")
    given = Given(criterion="betrouwbaar.samenvatting", answer="yes", reason="Ja.", evidence=(quote,))
    give(store, read.call.id, given, OMAR, settings)
    finish(store, read.call.id, OMAR, rubric, norms, settings)
    with pytest.raises(ReviewError, match="wordt gemeten"):
        try_lessons(store, lessons(store, rubric), rubric, norms, settings)


def test_on_the_screen_the_effect_is_seen_approved_and_taken_back(reviewed, rubric, settings, monkeypatch):
    for name in ("data_folder", "rubric", "apart"):
        monkeypatch.setenv(f"KLANKBORD_{name.upper()}", str(getattr(settings, name)))
    monkeypatch.chdir(ROOT)
    shutil.copytree(ROOT / "rubrics" / "normen", settings.rubric.parent / "normen")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page("app_pages/trust.py")
    app.query_params["deel"] = "leren"
    app.run()
    press(app, "Bekijk het effect")
    assert "eens met mensen 50,0 % → 100,0 % (50,0 procentpunt meer)" in words(app)
    press(app, "Goedkeuren: leer hiervan")
    assert len(list(settings.lessons_folder.glob("*.yaml"))) == 10
    assert "Geleerd: 10 beurten uit 10 gesprekken" in words(app)
    assert "Er is nu niets nieuws om van te leren." in words(app)
    press(app, "Terugnemen")
    assert not list(settings.lessons_folder.glob("*.yaml"))
    assert "Geleerd: 10 beurten" not in words(app)
    assert load_rubric(settings.rubric).hash == rubric.hash


def press(app: AppTest, label: str) -> None:
    """Presses a button, after the name was given where the screen asks for one."""
    for box in app.text_input:
        if box.label == "Uw naam of initialen" and not box.value:
            box.set_value(OMAR).run()
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def words(app: AppTest) -> str:
    """All that the screen says."""
    shown = [*app.markdown, *app.info, *app.get("html")]
    return re.sub(r"\s+", " ", re.sub("<[^>]+>|[*]", "", " ".join(str(part.value) for part in shown)))
