"""This module contains what the acts that the machine learns are called in Dutch: from the page beside them."""

import re
from pathlib import Path

from scoring.rubric import Rubric

PAGE = "handelingen.md"
_ROW = re.compile(r"^\|(?P<names>(?:\s*`\w+`,?)+)\s*\|\s*(?P<meaning>[^|]+?)\s*\|\s*$", re.MULTILINE)
_NAME = re.compile(r"`(\w+)`")


def meanings(rubric: Rubric) -> dict[str, str]:
    """Each act with its meaning; empty when the rubric comes without that page."""
    path = Path(rubric.folder) / rubric.intents / PAGE
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8")
    return {name: row["meaning"] for row in _ROW.finditer(text) for name in _NAME.findall(row["names"])}


def meaning(act: str, known: dict[str, str]) -> str:
    """The meaning of an act, or else its name without underscores."""
    return known.get(act, act.replace("_", " "))
