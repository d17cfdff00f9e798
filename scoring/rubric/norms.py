"""This module contains norm profiles: what one organisation promised about its phone calls."""

from pydantic import Field

from scoring.record import Record


class Norms(Record):
    """This represents the limits of one organisation, with the public source they come from.

    Numbers are limits (working days, seconds, words a minute …); true/false are choices.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    title: str
    source: str
    values: dict[str, bool | float]

    def limit(self, name: str) -> float:
        """The value of a norm as a number; KeyError when the profile does not have it."""
        return float(self.values[name])
