"""This package contains the transcript formats, one file each; the order below is the order of trying."""

from scoring.errors import InputError
from scoring.intake.draft import Draft, Format
from scoring.intake.formats import document, plain, subrip, table, transcribe, turn_json, vtt, whisper
from scoring.intake.source import Source

FORMATS: tuple[Format, ...] = (
    turn_json.FORMAT,
    transcribe.FORMAT,
    whisper.FORMAT,
    vtt.FORMAT,
    subrip.FORMAT,
    table.XLSX,
    document.FORMAT,
    table.CSV,
    plain.FORMAT,
)


def parse(source: Source) -> Draft:
    """Calling this reads a file by what it contains, whatever its extension says; raises InputError."""
    for form in FORMATS:
        if form.recognises(source):
            return form.parse(source)
    raise _unknown(source)


def _unknown(source: Source) -> InputError:
    if source.parts:
        return source.refuse(
            "dit is een zip- of OpenDocument-bestand. Pak het uit of sla het op als .docx of .xlsx."
        )
    return source.refuse(
        "deze JSON heeft geen beurten, segmenten of ‘results’. Kijk in de handleiding welke kan."
    )
