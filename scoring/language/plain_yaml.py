"""This module contains the reading of large YAML files whose every value is text.

PyYAML finds the parts of a file quickly; making objects of every kind out of them takes seven times as long.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def plain(content: str) -> Any:
    """The dicts, lists and texts in one YAML document, numbers as text too; YAMLError when it is none."""
    parts = yaml.parse(content, Loader=_LOADER)
    documents = [
        _value(p, parts, {}) for p in parts if isinstance(p, yaml.NodeEvent)
    ]  # to the end: all is looked at
    if len(documents) > 1:
        raise yaml.YAMLError
    return documents[0] if documents else ""


def _value(part: yaml.Event, parts: Iterator[yaml.Event], named: dict[str, Any]) -> Any:
    """What begins with this part; `named` holds what has a name (&) for where it is meant again (*)."""
    if isinstance(part, yaml.AliasEvent):
        if part.anchor not in named:
            raise yaml.YAMLError
        return named[part.anchor]
    if isinstance(part, yaml.ScalarEvent):
        found: Any = part.value
    elif isinstance(part, yaml.SequenceStartEvent):
        found = [_value(p, parts, named) for p in _until(parts, yaml.SequenceEndEvent)]
    else:
        ends = _until(parts, yaml.MappingEndEvent)
        found = {_key(p): _value(next(parts), parts, named) for p in ends}
    if part.anchor:
        named[part.anchor] = found
    return found


def _until(parts: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[yaml.Event]:
    """The parts before this end; each takes its own contents out of `parts` meanwhile."""
    return takewhile(lambda part: not isinstance(part, end), parts)


def _key(part: yaml.Event) -> str:
    if not isinstance(part, yaml.ScalarEvent) or part.value == "<<":  # merging is more than reading
        raise yaml.YAMLError
    return str(part.value)
