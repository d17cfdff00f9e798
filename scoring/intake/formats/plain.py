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
    """The draft of lines that were read, with a warning for every line that may be at the wrong place."""
    notes = (
        (script.skipped, "Regels boven de eerste spreker die zijn overgeslagen"),
        (
            script.doubtful,
            "Regels die misschien met een andere spreker beginnen, maar bij de beurt ervoor staan",
        ),
    )
    warnings = tuple(f"{note}: {count}." for count, note in notes if count)
    return Draft(pieces=script.pieces, about=dict(script.head), warnings=warnings)


FORMAT = Format(name="tekst", recognises=recognises, parse=parse)
