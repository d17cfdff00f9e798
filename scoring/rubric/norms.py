"""This module contains norm profiles: what one organisation promised about its phone calls."""

from pydantic import Field

from scoring.record import Record


class Recognition(Record):
    """This represents how speech is recognised for one organisation, and when it is too unsure to judge by.

    `terms`: names and jargon to expect. `word_confidence`: mean probability (0–1) of the words of a quote
    below which it proves nothing. `not_understood`: share (0–1) of the speech from which "not found" says
    nothing. Measured with the model `base` on telephone speech with noise: of four words in a row with a mean
    under 0.6 at least half are wrong in two of three cases or more, above 0.6 in one of three or fewer.
    """

    terms: tuple[str, ...] = Field(default=(), max_length=80)
    word_confidence: float = Field(default=0.6, ge=0, le=1)
    not_understood: float = Field(default=0.2, ge=0, le=1)


class Norms(Record):
    """This represents the limits of one organisation, with the public source they come from.

    Numbers are limits (working days, seconds, words a minute …); true/false are choices.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    title: str
    source: str
    values: dict[str, bool | float]
    recognition: Recognition = Field(default_factory=Recognition)

    def limit(self, name: str) -> float:
        """The value of a norm as a number; KeyError when the profile does not have it."""
        return float(self.values[name])
