"""This module contains plain text: a speaker's label, a colon and what was said, with or without times."""

from scoring.intake.draft import Draft, Format
from scoring.intake.source import Source
from scoring.intake.speaker_lines import Script, read_lines


def recognises(source: Source) -> bool:
    """Whether this is text that is nothing else; plain text comes last in the registry."""
    return bool(source.text) and source.tree is None


def parse(source: Source) -> Draft:
    """Calling this reads the lines; what stands above the first speaker becomes metadata."""
    return from_script(read_lines(source.text.splitlines()))


def from_script(script: Script) -> Draft:
    """The draft of lines that were read, with a warning for text above the first speaker."""
    note = f"{script.skipped} regels boven de eerste spreker zijn overgeslagen."
    return Draft(pieces=script.pieces, about=dict(script.head), warnings=(note,) if script.skipped else ())


FORMAT = Format(name="tekst", recognises=recognises, parse=parse)
