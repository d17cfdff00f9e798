"""This module contains the turn JSON of Klankbord itself: a call with a list of turns."""

from typing import cast

from pydantic import JsonValue, ValidationError

from scoring.call import Roles, Speaker, Word
from scoring.intake.draft import Draft, Format, Piece, clean, seconds
from scoring.intake.source import Source

_LABELS = ("labels", "escalation_level", "callback_due")
_OWN = frozenset(("turns", "language", "engine", "model", *_LABELS))


def recognises(source: Source) -> bool:
    """Whether this is an object with a list of turns."""
    return isinstance(source.tree, dict) and isinstance(source.tree.get("turns"), list)


def parse(source: Source) -> Draft:
    """Calling this keeps every turn at its place, so that labels that point at a turn stay right."""
    tree = cast(dict[str, JsonValue], source.tree)
    turns = cast(list[JsonValue], tree["turns"])
    pieces = tuple(_piece(source, number, turn) for number, turn in enumerate(turns, start=1))
    return Draft(
        pieces=pieces,
        roles=_roles(pieces),
        about={key: value for key, value in tree.items() if key not in _OWN},
        labels={key: tree[key] for key in _LABELS if key in tree},
        language=_text(tree, "language") or "nl",
        engine=_text(tree, "engine"),
        model=_text(tree, "model"),
    )


def _text(tree: dict[str, JsonValue], key: str) -> str | None:
    value = tree.get(key)
    return value if isinstance(value, str) else None


def _roles(pieces: tuple[Piece, ...]) -> Roles | None:
    """Certain when every speaker is agent, caller or other; else the labels are guessed."""
    labels = {piece.label for piece in pieces}
    if not labels <= set(Speaker):
        return None
    return Roles(labels={label: Speaker(label) for label in labels}, reason="De rollen staan in het bestand.")


def _piece(source: Source, number: int, turn: JsonValue) -> Piece:
    if not isinstance(turn, dict):
        raise source.refuse(f"beurt {number} is geen object met ‘speaker’ en ‘text’. Verbeter die beurt.")
    text, speaker = turn.get("text"), turn.get("speaker", "")
    for field, value in (("text", text), ("speaker", speaker)):
        if not isinstance(value, str):
            raise source.refuse(f"beurt {number}: ‘{field}’ is geen tekst. Verbeter die beurt.")
    start, end = (_time(source, number, field, turn.get(field)) for field in ("start", "end"))
    return Piece(
        label=str(speaker),
        text=clean(str(text)),
        start=start,
        end=end,
        words=_words(source, number, turn.get("words")),
    )


def _time(source: Source, number: int, field: str, value: JsonValue) -> float | None:
    time = seconds(value)
    if time is None and value is not None:
        raise source.refuse(f"beurt {number}: ‘{field}’ is geen aantal seconden. Verbeter die beurt.")
    return time


def _words(source: Source, number: int, value: JsonValue) -> tuple[Word, ...]:
    if value is None:
        return ()
    try:
        return tuple(Word.model_validate(word) for word in cast(list[JsonValue], value))
    except (ValidationError, TypeError):
        raise source.refuse(
            f"beurt {number}: ‘words’ klopt niet. Haal ‘words’ weg of verbeter het."
        ) from None


FORMAT = Format(name="beurten-JSON", recognises=recognises, parse=parse)
