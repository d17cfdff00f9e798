"""This module contains conditions: what a criterion asks of measurements, as small data."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from scoring.record import Record


class NormBound(Record):
    """This represents a limit that the norm profile sets."""

    norm: str


Bound = float | NormBound


class Test(Record):
    """This represents a limit on one measurement; without a limit: at least 1."""

    measure: str
    at_least: Bound | None = None
    at_most: Bound | None = None

    @model_validator(mode="after")
    def _has_limit(self) -> "Test":
        if self.at_least is None and self.at_most is None:
            raise ValueError("geef at_least of at_most, of noem alleen de naam van de meting")
        return self


class NormHolds(Record):
    """This represents a norm that is a yes-or-no choice of the organisation."""

    norm: str


class AllOf(Record):
    """This represents conditions that must all hold."""

    all: tuple["Condition", ...] = Field(min_length=1)


class AnyOf(Record):
    """This represents conditions of which one is enough."""

    any: tuple["Condition", ...] = Field(min_length=1)


class NoneOf(Record):
    """This represents conditions that may not hold."""

    none: tuple["Condition", ...] = Field(min_length=1)


class FirstKnown(Record):
    """This represents the first of these conditions that can be seen: rings, else seconds."""

    first_known: tuple["Condition", ...] = Field(min_length=1)


def _kind(value: Any) -> str | None:
    if isinstance(value, str):
        return "name"
    keys = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    kinds = ("measure", "norm", "all", "any", "none", "first_known")
    return next((kind for kind in kinds if kind in keys), None)


Condition = Annotated[
    Annotated[str, Tag("name")]
    | Annotated[Test, Tag("measure")]
    | Annotated[NormHolds, Tag("norm")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[NoneOf, Tag("none")]
    | Annotated[FirstKnown, Tag("first_known")],
    Discriminator(_kind),
]
"""The name of a measurement or situation (holds from 1), a limit, a norm, or all, any, none or the first known of others."""

for _model in (AllOf, AnyOf, NoneOf, FirstKnown):
    _model.model_rebuild()


def parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside this one."""
    match condition:
        case AllOf(all=inner) | AnyOf(any=inner) | NoneOf(none=inner) | FirstKnown(first_known=inner):
            return inner
        case _:
            return ()


def names(condition: Condition) -> Iterator[str]:
    """All measurements and situations that this condition asks for."""
    if isinstance(condition, str):
        yield condition
    elif isinstance(condition, Test):
        yield condition.measure
    for part in parts(condition):
        yield from names(part)


def norms(condition: Condition) -> Iterator[str]:
    """All norms that this condition asks for."""
    if isinstance(condition, NormHolds):
        yield condition.norm
    elif isinstance(condition, Test):
        yield from (b.norm for b in (condition.at_least, condition.at_most) if isinstance(b, NormBound))
    for part in parts(condition):
        yield from norms(part)
