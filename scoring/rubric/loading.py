"""This module contains the reading of rubric and norm files, with all mistakes reported at once."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from scoring.errors import RubricError
from scoring.language.phrases import expand
from scoring.language.training import digest
from scoring.record import Record
from scoring.rubric.criterion import Rubric
from scoring.rubric.dutch import explain
from scoring.rubric.norms import Norms
from scoring.rubric.sense import contradictions
from scoring.settings import ROOT, load_settings

R = TypeVar("R", bound=Record)
Path_ = tuple[int | str, ...]
NORMS = "normen"
_PHRASE_FIELDS = (
    "phrases",
    "unless",
    "before",
    "refusals",
    "then",
    "announcing",
    "first_part",
    "second_part",
)


def load_rubric(path: Path, lessons: Path | None = None) -> Rubric:
    """Calling this reads a rubric; RubricError holds every mistake with file, line, criterion and field.

    `lessons` is the folder with reviewed calls to learn from too; the one in the data folder by default.
    """
    content = _content(path)
    data = _parse(path, content)
    problems = [] if isinstance(data, dict) else [f"{path.name}: dit is geen rubric."]
    if not problems:
        lists = data.get("lists")
        known = {k: v for k, v in lists.items() if isinstance(v, str)} if isinstance(lists, dict) else {}
        problems = list(_expand_lists(data, known, path, content, ()))
    if problems:
        raise RubricError(problems)
    folder = data.get("intents")
    lessons = lessons or load_settings().lessons_folder
    home = _home(path, folder) if folder and isinstance(folder, str) else path.parent
    learned = digest(home / folder, lessons) if folder and isinstance(folder, str) else ""
    whole = hashlib.sha256((content.replace("\r\n", "\n") + learned).encode()).hexdigest()[:16]
    own = {"hash": whole, "folder": str(home.resolve()), "lessons": str(lessons)}
    rubric = _validate(Rubric, data | own, path, content)
    found = [_line(path, content, data, where, problem) for where, problem in contradictions(rubric)]
    if found:
        raise RubricError(found)
    return rubric


def stamp(path: Path, lessons: Path | None = None) -> str:
    """A text that changes when the rubric file or the reviewed calls do: for who keeps a rubric in memory."""
    files = [path, *sorted((lessons or load_settings().lessons_folder).glob("*.yaml"))]
    return " ".join(f"{file.name}:{file.stat().st_mtime_ns}" for file in files if file.exists())


def load_norms(name: str, folder: Path) -> Norms:
    """Calling this reads the norm profile with this name (or path); RubricError says what is wrong."""
    path = Path(name) if name.endswith((".yaml", ".yml")) else folder / f"{name}.yaml"
    if not path.exists():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.yaml"))) or "geen"
        raise RubricError([f"Het normprofiel ‘{name}’ bestaat niet. Kies uit: {known}."])
    content = _content(path)
    return _validate(Norms, _parse(path, content), path, content)


def norms_folder(rubric: Path) -> Path:
    """The norm profiles beside a rubric, else those that come with Klankbord."""
    own = rubric.parent / NORMS
    return own if own.is_dir() else ROOT / "rubrics" / NORMS


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a rubric file, for editors."""
    schema = Rubric.model_json_schema()
    for filled_in in ("hash", "folder", "lessons"):
        schema["properties"].pop(filled_in)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def norms_schema() -> dict[str, Any]:
    """The JSON Schema of a norm profile, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Norms.model_json_schema()


def _home(path: Path, intents: str) -> Path:
    """Where the labelled calls of a rubric are: beside it, else (for a version of the site) with the configured one."""
    homes = (path.parent, load_settings().rubric.parent, ROOT / "rubrics")
    return next((home for home in homes if (home / intents).is_dir()), path.parent)


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise RubricError([f"{path}: dit bestand is er niet. Controleer de naam en de map."]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise RubricError([f"{path}: dit bestand is niet te lezen. Sla het op als UTF-8."]) from error


def _parse(path: Path, content: str) -> Any:
    try:
        return YAML(typ="safe").load(content)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        found = "duplicate key" in str(error.problem)
        what = "deze sleutel staat er twee keer" if found else "hier klopt de opmaak (YAML) niet"
        raise RubricError([f"{path.name}, regel {line}: {what}."]) from error
    except YAMLError as error:
        raise RubricError([f"{path.name}: de opmaak (YAML) klopt niet."]) from error


def _validate(kind: type[R], data: Any, path: Path, content: str) -> R:
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        found = [e for e in error.errors() if not _only_follows(e, error.errors())]
        lines = [_line(path, content, data, tuple(e["loc"]), explain(e)) for e in found]
        raise RubricError(list(dict.fromkeys(lines))) from error


def _only_follows(one: ErrorDetails, every: Sequence[ErrorDetails]) -> bool:
    """Whether a list only counts as empty because what stands in it is wrong."""
    where = one["loc"]
    inside = (e["loc"] for e in every if len(e["loc"]) > len(where))
    return one["type"] == "too_short" and any(loc[: len(where)] == where for loc in inside)


def _expand_lists(node: Any, lists: Any, path: Path, content: str, where: Path_) -> Iterator[str]:
    """Replaces {naam} in every phrase below this node, in place; yields what cannot be replaced."""
    items: Sequence[tuple[int | str, Any]] = ()
    if isinstance(node, dict):
        items = list(node.items())
    elif isinstance(node, list):
        items = list(enumerate(node))
    for key, value in items:
        if isinstance(value, str) and where and where[-1] in _PHRASE_FIELDS:
            try:
                node[key] = expand(value, lists)
            except KeyError as error:
                problem = f"de woordenlijst {error} bestaat niet"
                yield _line(path, content, None, (*where, key), problem)
        else:
            yield from _expand_lists(value, lists, path, content, (*where, key))


def _line(path: Path, content: str, data: Any, where: Path_, problem: str) -> str:
    """One mistake with file, line, criterion and field; parsed again, slowly, only to find the line."""
    node = YAML(typ="rt").load(content)
    line, names = 1, []
    criterion = ""
    for step in where:
        try:
            position = node.lc.item(step) if isinstance(step, int) else node.lc.key(step)
            line, node = position[0] + 1, node[step]
        except (AttributeError, KeyError, IndexError, TypeError):
            continue
        names.append(str(step))
        if isinstance(node, dict) and names[:1] == ["criteria"] and len(names) == 2:
            criterion = f"{node.get('id', 'criterium zonder id')}: "
    field = ".".join(names[2:] if criterion else names)
    return f"{path.name}, regel {line}: {criterion}{field + ': ' if field else ''}{problem}."
