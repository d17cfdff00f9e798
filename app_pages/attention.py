"""This module contains why calls need a person: the choices that lead to a list of only those calls."""

from typing import NamedTuple

from scoring.store import HIGH_ESCALATION as HIGH
from scoring.store import LOW_GRADE as LOW
from scoring.store import CallFilter, Status


class Need(NamedTuple):
    """This represents a reason why calls need a person, in order of urgency."""

    key: str
    title: str
    advice: str
    where: CallFilter
    icon: str


NEEDS = (
    Need(
        "escalatie",
        "Escalatie 3 of 4",
        "Bespreek deze gesprekken eerst met de medewerker; let op nazorg.",
        CallFilter(escalation_from=HIGH),
        "⚠",
    ),
    Need(
        "rollen",
        "Rollen bevestigen",
        "Wijs aan wie de medewerker is; daarna volgt de beoordeling.",
        CallFilter(status=Status.ROLES),
        "⇄",
    ),
    Need(
        "laag",
        "Onvoldoende",
        "Kies hieruit gesprekken voor een coachgesprek.",
        CallFilter(grade_below=LOW),
        "▼",
    ),
    Need(
        "voorstellen",
        "Voorstellen controleren",
        "De tool twijfelt hier; kijk of het antwoord klopt.",
        CallFilter(with_proposals=True),
        "?",
    ),
)


def by_key(key: str | None) -> Need | None:
    """The need with this key."""
    return next((need for need in NEEDS if need.key == key), None)
