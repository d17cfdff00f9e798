"""This package contains rubrics: what a call is judged on, read from YAML with all mistakes at once."""

from scoring.rubric.conditions import AllOf, AnyOf, Condition, FirstKnown, NoneOf, NormBound, NormHolds, Test
from scoring.rubric.criterion import Because, Criterion, Dimension, Example, Level, Part, Reasons, Rubric
from scoring.rubric.loading import json_schema, load_norms, load_rubric, norms_folder, norms_schema, stamp
from scoring.rubric.norms import Norms

__all__ = [
    "AllOf",
    "AnyOf",
    "Because",
    "Condition",
    "Criterion",
    "Dimension",
    "Example",
    "FirstKnown",
    "Level",
    "NoneOf",
    "NormBound",
    "NormHolds",
    "Norms",
    "Part",
    "Reasons",
    "Rubric",
    "Test",
    "json_schema",
    "load_norms",
    "load_rubric",
    "norms_folder",
    "norms_schema",
    "stamp",
]
