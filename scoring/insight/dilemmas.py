"""This module contains cards with dilemmas about emotion and aggression, for a team to talk about."""

from pathlib import Path

from pydantic import Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from scoring.errors import InputError
from scoring.record import Record
from scoring.settings import ROOT

CARDS = ROOT / "rubrics" / "oefenen" / "dilemmas.yaml"
LEVELS = {
    1: "Emotie over de eigen situatie",
    2: "Kritiek op regels of organisatie",
    3: "Persoonlijk gericht",
    4: "Dreiging of intimidatie",
}
"""The four levels of escalation, as a card names them."""


class Dilemma(Record):
    """This represents one card: what the caller says, what to talk about, and what to agree on as a team."""

    level: int = Field(ge=1, le=4)
    title: str = Field(min_length=1)
    caller: str = Field(min_length=1)
    situation: str = Field(min_length=1)
    questions: tuple[str, ...] = Field(min_length=1)
    sides: tuple[str, ...] = ()
    agreement: str = Field(min_length=1)


class _Cards(Record):
    cards: tuple[Dilemma, ...] = Field(min_length=1)


def dilemmas(path: Path = CARDS) -> tuple[Dilemma, ...]:
    """The cards in this file, by level; InputError says what is wrong in it."""
    try:
        found = _Cards.model_validate(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(
            f"{path.name}: de dilemmakaarten zijn niet te lezen. Zet het bestand terug."
        ) from error
    except (YAMLError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name}: dit is geen geldige YAML. Controleer het inspringen.") from error
    except ValidationError as error:
        where = ", ".join(".".join(map(str, problem["loc"])) for problem in error.errors())
        raise InputError(
            f"{path.name}: dit klopt niet: {where}. Vergelijk het met een andere kaart."
        ) from error
    return tuple(sorted(found.cards, key=lambda card: card.level))
