"""This module contains what differs between two versions of a rubric, in plain Dutch."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from scoring.record import Record
from scoring.scorecard import Answer

_WHAT = {
    "question": "vraag",
    "why": "waarom",
    "source": "bron",
    "guidance": "beslisregel",
    "weight": "gewicht",
    "critical": "belangrijk (een nee begrenst de hele B)",
    "mode": "wie beslist",
    "min_confidence": "hoe zeker het moet zijn",
    "applies_when": "wanneer het geldt",
    "yes": "wanneer het ja is",
    "partial": "wanneer het deels is",
    "parts": "onderdeel in de uitleg",
    "because": "precieze uitleg",
    "tip": "tip",
    "examples": "voorbeeld",
    "phrases": "zin",
    "unless": "uitzondering",
    "before": "zin (mag ook eerder)",
    "refusals": "zin (weigering)",
    "announcing": "zin (aankondiging)",
    "first_part": "zin (eerste deel)",
    "second_part": "zin (tweede deel)",
    "min": "hoe zeker het herkend moet zijn",
    "min_words": "van hoeveel woorden een beurt minstens moet zijn",
    "together": "of onzekere beurten samen tellen",
    "lasting": "of een uitzondering ook voor later geldt",
    "at_least": "minstens",
    "at_most": "hoogstens",
    "terms": "woord voor de spraakherkenning",
    "title": "titel",
    "cap": "hoogste score van een B na een belangrijke nee",
}
_ANSWERS = {
    Answer.YES: "ja",
    Answer.PARTIAL: "deels",
    Answer.NO: "nee",
    Answer.NOT_APPLICABLE: "n.v.t.",
    Answer.UNMEASURABLE: "niet meetbaar",
}
_SMALL = {"question", "why", "source", "guidance", "tip", "examples", "phrases", "unless", "reasons", "terms"}
_SMALL |= {"refusals", "announcing", "first_part", "second_part", "lists", "title", "description"}
_SMALL |= {"parts", "because", "before"}
_FIRST_EXAMPLE = 60


class Difference(Record):
    """This represents one difference: the criterion (or other part) it is in, and what changed, in Dutch.

    `small`: words only, so that scores stay comparable; else a criterion, weight, limit or norm changed.
    """

    part: str
    title: str
    what: str
    small: bool


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Every difference between two rubrics (as plain data), criterion by criterion."""
    return (*_shared(before, after), *_criteria(before, after))


def norm_differences(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> tuple[Difference, ...]:
    """Every difference between two sets of norm profiles, by the id of the profile."""
    found: list[Difference] = []
    for name in (*after, *(n for n in before if n not in after)):
        title = f"Normen: {after.get(name, before.get(name, {})).get('title', name)}"
        if name not in before or name not in after:
            what = "normprofiel toegevoegd" if name in after else "normprofiel weggehaald"
            found.append(Difference(part=name, title=title, what=what, small=False))
            continue
        found += (_said(name, title, *one) for one in _walk(before[name], after[name], ()))
    return tuple(found)


def number(value: Any) -> str:
    """A value as Dutch: 1.5 is ‘1,5’, true is ‘ja’."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return f"{value:g}".replace(".", ",")
    if value is None:
        return "geen"
    return f"‘{value}’" if isinstance(value, str) else _condition(value)


def _shared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    own = [{k: v for k, v in one.items() if k not in ("criteria", "version")} for one in (before, after)]
    for one in _walk(own[0], own[1], ()):
        yield _said("", "Gedeeld door meer criteria", *one)


def _criteria(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    old = {c["id"]: c for c in before["criteria"]}
    new = {c["id"]: c for c in after["criteria"]}
    for own, criterion in new.items():
        title = str(criterion.get("question", own))
        if own not in old:
            yield Difference(part=own, title=title, what="nieuw criterium", small=False)
            continue
        for one in _walk(old[own], criterion, ()):
            yield _said(own, title, *one)
    for own, criterion in old.items():
        if own not in new:
            title = str(criterion.get("question", own))
            yield Difference(part=own, title=title, what="criterium weggehaald", small=False)


def _walk(old: Any, new: Any, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Places that differ, each with what is said of it after the name of the place."""
    if old == new:
        return
    if where and where[-1] in ("yes", "partial", "applies_when") and where[0] != "reasons":
        yield where, f"{_condition(old)} → {_condition(new)}"
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in (*new, *(k for k in old if k not in new)):
            yield from _walk(old.get(key), new.get(key), (*where, str(key)))
    elif isinstance(old, list | None) and isinstance(new, list | None):
        yield from _lines(old or [], new or [], where)
    else:
        yield where, _from_to(old, new)


def _lines(old: list[Any], new: list[Any], where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    matcher = SequenceMatcher(a=[repr(x) for x in old], b=[repr(x) for x in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        for line in old[a:b]:
            yield where, f"weggehaald: {_line(line)}"
        for line in new[c:d]:
            yield where, f"toegevoegd: {_line(line)}"


def _line(line: Any) -> str:
    if isinstance(line, Mapping) and "reason" in line:
        return f"{answer(str(line['answer']))}: ‘{line['reason']}’"
    if isinstance(line, Mapping) and ("found" in line or "missing" in line):
        return f"‘{line.get('found') or line['missing']}’"
    if isinstance(line, Mapping) and "dialogue" in line:
        said = " ".join(str(line["dialogue"]).split())
        short = said if len(said) <= _FIRST_EXAMPLE else f"{said[:_FIRST_EXAMPLE].rsplit(' ', 1)[0]} …"
        return f"{answer(str(line['answer']))}: ‘{short}’"
    return number(line)


def answer(value: str) -> str:
    """An answer of a file, such as ‘na’, in the words of the screen."""
    return _ANSWERS.get(Answer(value), value) if value in set(Answer) else value


def _from_to(old: Any, new: Any) -> str:
    if isinstance(new, Mapping) and old is None:
        return "toegevoegd"
    if new is None and isinstance(old, Mapping):
        return "weggehaald"
    return f"{number(old)} → {number(new)}"


def _condition(value: Any) -> str:
    """A condition in words, short and recognisable rather than complete sentences."""
    if isinstance(value, str) or value is None:
        return value or "geen"
    if isinstance(value, Sequence):
        return ", ".join(_condition(one) for one in value)
    words = {"all": "allemaal", "any": "een van", "none": "geen van", "first_known": "de eerste bekende van"}
    for key, said in words.items():
        if key in value:
            return f"{said} ({_condition(value[key])})"
    if "measure" not in value:
        return ", ".join(f"{key} {number(inner)}" for key, inner in value.items())
    limits = [f"{_WHAT[k]} {_bound(value[k])}" for k in ("at_least", "at_most") if k in value]
    return " ".join([str(value["measure"]), *limits])


def _bound(value: Any) -> str:
    return f"de norm {value['norm']}" if isinstance(value, Mapping) else number(value)


def _said(part: str, title: str, where: tuple[str, ...], what: str) -> Difference:
    known = next((w for w in reversed(where) if w in _WHAT), "")
    name = _WHAT.get(known, " ".join(where).replace("_", " "))
    if where[0] == "reasons" and len(where) > 1:
        name = f"uitleg bij {answer(where[1])}"
    inside = where[1].replace("_", " ") if where[0] == "detectors" and len(where) > 1 else ""
    place = f" bij ‘{inside}’" if inside and known else ""
    joint = " " if what.startswith(("toegevoegd", "weggehaald")) else ": "
    small = any(step in _SMALL for step in where)
    return Difference(part=part, title=title, what=f"{name}{place}{joint}{what}", small=small)
