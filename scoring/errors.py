"""This module contains the errors that a user may see; every message is plain Dutch."""

from collections.abc import Sequence


class ScoringError(Exception):
    """A problem that the user can solve: says what, where and what to do, never transcript text."""


class InputError(ScoringError):
    """A file or its metadata cannot be read or is not what it seems."""


class AccessError(ScoringError):
    """A person asks for what the roles of this person do not allow."""


class RolesUnknownError(ScoringError):
    """It is not sure enough who the employee is; a person has to confirm the roles first."""


class CorrectionError(ScoringError):
    """A correction of a transcript cannot be done."""


class ReviewError(ScoringError):
    """A decision of a person cannot be taken like this: something is missing, or it is not theirs to take."""


class RubricError(ScoringError):
    """A rubric, norm profile or intent file has mistakes; holds all of them at once."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class SettingsError(ScoringError):
    """A setting has a value that cannot be used."""


class SpeechError(ScoringError):
    """Audio could not be decoded or no speech model is available."""


class StoreError(ScoringError):
    """The database cannot be opened, is newer than this program, or lacks what was asked."""
