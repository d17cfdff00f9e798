"""This module contains the labelled calls that intents are learned from, and the keeping of the model."""

import gc
import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from scoring.call import Speaker
from scoring.errors import RubricError
from scoring.language.cues import KINDS, Cue
from scoring.language.intents import FORMAT, IntentModel
from scoring.language.lexicon import Lexicon
from scoring.language.moments import Moment, moments
from scoring.language.phrases import expand, mistakes
from scoring.language.plain_yaml import plain
from scoring.language.text import TurnText
from scoring.language.variants import PAIRS, VARIANTS

log = logging.getLogger(__name__)
SPEAKERS = {"A": Speaker.AGENT, "B": Speaker.CALLER, "O": Speaker.OTHER}
_CUE_FILES = "aanwijzingen-*.yaml"
Example = tuple[Moment, frozenset[str]]


def sources(folder: Path, lessons: Path | None = None) -> list[Path]:
    """The files that intents are learned from: those of the rubric, then calls that people reviewed."""
    folders = [folder, lessons] if lessons else [folder]
    return [path for one in folders for path in sorted(one.glob("*.yaml"))]


def digest(folder: Path, lessons: Path | None = None) -> str:
    """A hash of everything the model is learned from."""
    whole = hashlib.sha256(repr((FORMAT, VARIANTS, PAIRS)).encode())  # other standard words are another model
    for path in sources(folder, lessons):
        whole.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()[:16]


@lru_cache(maxsize=2)
def intent_model(folder: Path, version: str, cache: Path | None, lessons: Path | None = None) -> IntentModel:
    """The model learned from these folders; from the cache when it was learned before."""
    kept = cache / f"intents-{version}.npz" if cache else None
    if kept and kept.exists():
        try:
            return IntentModel.open(kept)
        except ValueError:
            log.warning("cached intent model is unreadable and is built again")
    from scoring.language.learning import train  # loads slowly, and only the first start needs it

    with _without_cleaning():
        labelled = list(examples(folder, lessons))
    if not labelled:
        told = f"map {folder.name}: hier staat geen gesprek en geen zin om van te leren."
        raise RubricError([f"{told} Zet de bestanden terug, of haal ‘intents’ weg uit de rubriek."])
    model = train(labelled, cues(folder))
    if kept:
        try:
            model.save(kept)
        except OSError:
            log.warning("intent model could not be kept; it is built again next time")
    return model


@contextmanager
def _without_cleaning() -> Iterator[None]:
    """No looking for garbage: among so many small things, all needed, that takes as long as making them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def examples(folder: Path, lessons: Path | None = None) -> Iterator[Example]:
    """Every turn of the labelled calls and single utterances in these folders, with what it does."""
    lexicon = Lexicon()
    for path in sources(folder, lessons):
        data = _read(path)
        for call in data.get("calls", []):
            yield from _from_call(call, lexicon, path)
        for intent, lines in data.get("utterances", {}).items():
            if not isinstance(lines, list) or not all(
                isinstance(line, str) and line.strip() for line in lines
            ):
                raise RubricError(
                    [f"{path.name}: bij {intent} hoort een lijst met zinnen te staan, geen lege."]
                )
            yield from _from_lines(intent, lines, lexicon)


def cues(folder: Path) -> list[Cue]:
    """The phrases that say outright what a turn does; RubricError names every one that cannot be read."""
    found: list[Cue] = []
    wrong: list[str] = []
    for path in sorted(folder.glob(_CUE_FILES)):
        data = _read(path)
        misshapen = [f"{path.name}: {problem}" for problem in _misshapen(data)]
        wrong += misshapen
        for intent, kind, phrase in () if misshapen else _listed(data["cues"]):
            try:
                whole = expand(phrase, data.get("lists", {}))
                mistake = mistakes(whole)
            except KeyError as error:
                whole, mistake = phrase, f"de lijst {{{error.args[0]}}} bestaat niet"
            if mistake:
                wrong.append(f"{path.name}, zin ‘{phrase}’: {mistake}.")
            found.append(Cue(intent, kind, whole))
    if wrong:
        raise RubricError(wrong)
    return found


def _misshapen(data: dict[str, Any]) -> Iterator[str]:
    """What in a file of cues has not the shape of `cues: {intent: {strong: [phrases]}}`."""
    cues = data.get("cues")
    if not isinstance(cues, dict):
        yield "onder ‘cues’ hoort een handeling te staan, met daaronder lijsten van zinnen."
        return
    for intent, lists in cues.items():
        for name, phrases in lists.items() if isinstance(lists, dict) else [("", None)]:
            if name not in KINDS or not isinstance(phrases, list):
                where = f"‘{intent}’, ‘{name}’" if name else f"‘{intent}’"
                yield f"{where}: hier hoort een lijst met streepjes te staan, met als naam {', '.join(KINDS)}."


def _listed(cues: dict[str, dict[str, list[Any]]]) -> Iterator[tuple[str, int, str]]:
    for intent, lists in cues.items():
        for name, phrases in lists.items():
            yield from ((intent, KINDS.index(name), str(phrase)) for phrase in phrases)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = plain(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RubricError([f"{path.name}: dit bestand met voorbeelden is niet te lezen."]) from error
    return data if isinstance(data, dict) else {}


def _from_call(call: dict[str, Any], lexicon: Lexicon, path: Path) -> Iterator[Example]:
    lines = [line.partition(": ") for line in call["turns"].strip().splitlines()]
    if any(who not in SPEAKERS for who, _, _ in lines):
        raise RubricError([f"{path.name}, gesprek {call['id']}: een regel begint niet met A:, B: of O:."])
    texts = [text for _, _, text in lines]
    turns = [TurnText(text, lexicon) for text in texts]
    acts: list[set[str]] = [set() for _ in lines]
    for act, where in call["acts"].items():
        if not isinstance(where, list) or not all(
            turn.isdigit() and int(turn) < len(lines) for turn in where
        ):
            raise RubricError(
                [f"{path.name}, gesprek {call['id']}: bij {act} horen nummers van beurten: [0, 4]."]
            )
        for turn in where:
            acts[int(turn)].add(act)
    for moment, found in zip(moments(turns, [SPEAKERS[w] for w, _, _ in lines], texts), acts, strict=True):
        yield moment, frozenset(found)


def _from_lines(intent: str, lines: list[str], lexicon: Lexicon) -> Iterator[Example]:
    """Single utterances stand halfway a call; `-intent` holds near misses that do not have it."""
    name = intent.lstrip("-")
    speaker = Speaker.CALLER if name.startswith("c_") else Speaker.AGENT
    for text in lines:
        acts = frozenset() if intent.startswith("-") else frozenset({name})
        yield Moment(speaker, TurnText(text, lexicon).line, "", "", 10, 20, float("?" in text)), acts
