"""This module contains the frozen base of every value that flows through Klankbord."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """This represents an immutable value with a JSON round trip; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
