"""This module contains changes to a rubric file that keep its comments, order and layout."""

import io
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq

from scoring.errors import RubricError

WIDTH = 110


def with_guidance(content: str, criterion: str, line: str, source: str) -> tuple[str, str]:
    """The rubric with a line of guidance added to a criterion and a higher version, and that version.

    `source` becomes a comment after the line, such as ‘kalibratie 3, 2026-02-02’.
    """
    yaml = round_trip()
    data = yaml.load(content)
    found = next((c for c in data["criteria"] if c["id"] == criterion), None)
    if found is None:
        raise RubricError([f"Het criterium {criterion} staat niet (meer) in de rubriek."])
    guidance = found.get("guidance")
    if guidance is None:
        guidance = CommentedSeq()
        found.insert(list(found).index("source") + 1, "guidance", guidance)
    guidance.append(line)
    guidance.yaml_add_eol_comment(source, len(guidance) - 1)
    data["version"] = next_version(str(data["version"]))
    text = io.StringIO()
    yaml.dump(data, text)
    return text.getvalue(), data["version"]


def next_version(version: str) -> str:
    """The version after this one, for an extra sentence: 1.0.0 becomes 1.0.1."""
    first, second, third = version.split(".")
    return f"{first}.{second}.{int(third) + 1}"


def round_trip() -> Any:
    """A reader and writer of YAML that keeps comments, order, quotes and layout."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
