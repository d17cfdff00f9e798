"""This module contains the editing of YAML by its fields, so that comments, order and layout stay."""

import io
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from scoring.errors import RubricError
from scoring.rubric.writing import round_trip

Where = tuple[str | int, ...]
"""A place in a rubric: names of fields; in a list the id of what stands there, or its number."""
GONE = object()
"""As a value: take the field away."""
_ORDER = (
    *("id", "question", "why", "source", "guidance", "weight", "critical", "mode", "opening", "ending"),
    *("applies_when", "detectors", "yes", "partial", "parts", "min_confidence", "reasons", "because"),
    *("tip", "examples"),
)
_WORDS_OF_YAML = {"yes", "no", "na", "on", "off", "true", "false", "null", "y", "n"}


@lru_cache(maxsize=32)
def plain(content: str) -> Any:
    """A rubric as plain data, with its word lists still as names; not to be changed by who asks."""
    return YAML(typ="safe").load(content)


def at(data: Any, where: Where) -> Any:
    """What stands at a place; RubricError when there is nothing (any more)."""
    for step in where:
        data = data[_key(data, step)]
    return data


def edited(content: str, changes: Mapping[Where, Any]) -> str:
    """The same text with these places changed; what is equal already stays byte for byte as it is."""
    yaml = round_trip()
    data = yaml.load(content)
    for where, value in changes.items():
        _put(data, where, value)
    text = io.StringIO()
    yaml.dump(data, text)
    return text.getvalue()


def with_criterion(content: str, criterion: Mapping[str, Any]) -> str:
    """The same text with a criterion added, after the last one of its B."""
    yaml = round_trip()
    data = yaml.load(content)
    criteria = data["criteria"]
    own = str(criterion["id"])
    if any(c["id"] == own for c in criteria):
        raise RubricError([f"Er is al een criterium met de code ‘{own}’. Kies een andere naam."])
    dimension = own.partition(".")[0]
    mine = [i for i, c in enumerate(criteria) if c["id"].partition(".")[0] == dimension]
    criteria.insert(mine[-1] + 1 if mine else len(criteria), as_yaml(dict(criterion)))
    text = io.StringIO()
    yaml.dump(data, text)
    return text.getvalue()


def without_criterion(content: str, own: str) -> str:
    """The same text without this criterion; scorecards of before keep it."""
    yaml = round_trip()
    data = yaml.load(content)
    del data["criteria"][_key(data["criteria"], own)]
    text = io.StringIO()
    yaml.dump(data, text)
    return text.getvalue()


def as_yaml(value: Any) -> Any:
    """Plain data as what the writer lays out well: dialogues as blocks, words of YAML between quotes."""
    if isinstance(value, Mapping):
        return CommentedMap({key: as_yaml(inner) for key, inner in value.items()})
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Sequence):
        return CommentedSeq([as_yaml(inner) for inner in value])
    return value


def _text(value: str) -> Any:
    if "\n" in value:
        return LiteralScalarString(value.rstrip("\n") + "\n")
    return DoubleQuotedScalarString(value) if value.lower() in _WORDS_OF_YAML or ": " in value else value


def _put(data: Any, where: Where, value: Any) -> None:
    *way, last = where
    holder = at(data, tuple(way))
    if isinstance(holder, list):
        holder[_key(holder, last)] = as_yaml(value)
        return
    if value is GONE:
        holder.pop(last, None)
        return
    now = holder.get(last)
    if now == value:
        return
    if isinstance(now, CommentedSeq) and isinstance(value, Sequence) and not isinstance(value, str):
        _align(now, list(value))
    elif last in holder:
        holder[last] = as_yaml(value)
    else:
        _insert(holder, str(last), as_yaml(value))


def _align(now: CommentedSeq, wanted: list[Any]) -> None:
    """Makes a list hold what is wanted, touching only what differs: comments stay with their line."""
    matcher = SequenceMatcher(
        a=[repr(x) for x in map(bare, now)], b=[repr(x) for x in map(bare, wanted)], autojunk=False
    )
    for kind, a, b, c, d in reversed(matcher.get_opcodes()):
        if kind == "equal":
            continue
        same = min(b - a, d - c)
        for place in range(same):
            now[a + place] = as_yaml(wanted[c + place])
        for place in reversed(range(a + same, b)):
            del now[place]
        for place in range(c + same, d):
            now.insert(a + place - c, as_yaml(wanted[place]))


def bare(value: Any) -> Any:
    """Read data without how it was laid out."""
    if isinstance(value, Mapping):
        return {str(key): bare(inner) for key, inner in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Sequence):
        return [bare(inner) for inner in value]
    return value


def _insert(holder: CommentedMap, name: str, value: Any) -> None:
    """A new field of a criterion goes where fields of that name stand in the others."""
    if name not in _ORDER or "id" not in holder:
        holder[name] = value
        return
    before = [key for key in holder if key in _ORDER and _ORDER.index(key) < _ORDER.index(name)]
    holder.insert(list(holder).index(before[-1]) + 1 if before else 0, name, value)


def _key(data: Any, step: str | int) -> Any:
    """The key of a step: in a list of things with an id that is the place of the id."""
    if isinstance(data, list) and isinstance(step, str):
        step = next((i for i, one in enumerate(data) if one["id"] == step), -1)
        if step < 0:
            raise RubricError(["Dit onderdeel staat niet (meer) in de rubriek. Laad de pagina opnieuw."])
    known = range(len(data)) if isinstance(data, list) else data
    if step not in known:
        raise RubricError([f"‘{step}’ staat niet (meer) in de rubriek. Laad de pagina opnieuw."])
    return step
