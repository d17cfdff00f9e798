"""This module contains SubRip (.srt): numbered cues with times and text."""

import re

import srt

from scoring.intake.draft import Draft, Format
from scoring.intake.formats.vtt import cue_pieces
from scoring.intake.source import Source

_ARROW = re.compile(r"\s{0,9}\d{1,3}:\d{2}:\d{2}[,.]\d{1,3} *--> *\d")
_ABSURD = re.compile(r"\d{40}")


def recognises(source: Source) -> bool:
    """Whether one of the first lines is a pair of SubRip times, whatever the extension."""
    return any(_ARROW.match(line) for line in source.text[:5000].splitlines())


def parse(source: Source) -> Draft:
    """Calling this reads the cues; cues of one speaker that follow on each other become one turn."""
    # the parser backtracks over long runs of white space and digits, so those never reach it
    if _ABSURD.search(source.text):
        raise source.refuse("deze ondertiteling bevat een onmogelijk lang getal. Exporteer haar opnieuw.")
    lines = (" ".join(line.split()) for line in source.text.splitlines())
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    try:
        cues = list(srt.parse(text))
    except (srt.SRTParseError, srt.TimestampParseError, ValueError, OverflowError) as error:
        raise source.refuse(
            "deze SRT-ondertiteling klopt niet of is afgebroken. Exporteer haar opnieuw."
        ) from error
    return Draft(
        pieces=cue_pieces([(c.content, c.start.total_seconds(), c.end.total_seconds()) for c in cues])
    )


FORMAT = Format(name="SRT", recognises=recognises, parse=parse)
