"""This module contains what a screen can have done to calls: judge uploads, settle roles, judge again."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

import scoring
from app_pages import desk
from scoring import pipeline
from scoring.call import Speaker, Transcript
from scoring.errors import InputError, ScoringError
from scoring.intake import Metadata, call_files
from scoring.pipeline import Progress, Scored, score_call, score_transcript
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Scorecard

DEMO = Path(scoring.__file__).parent / "demo"
Report = Callable[[int, int, str, float, str], None]
"""Called with: which file, of how many, its name, share done (0–1), and what is happening."""


class Upload(Protocol):
    """This represents a file as the browser gave it."""

    name: str

    def getbuffer(self) -> memoryview:
        """The content."""


class Outcome(NamedTuple):
    """This represents what came of one file: a call with or without scorecard, or a problem."""

    source: str
    call_id: str | None = None
    scorecard: Scorecard | None = None
    problem: str = ""


def judge_uploads(
    uploads: Sequence[Upload], rubric: Rubric, norms: Norms, metadata: Metadata, report: Report
) -> list[Outcome]:
    """Calling this judges and keeps every file; a bad one gives its problem and the others go on."""
    outcomes = []
    with TemporaryDirectory(prefix="klankbord-") as folder:
        paths = call_files(_placed(uploads, Path(folder)))
        for number, path in enumerate(paths):

            def tell(share: float, what: str, number: int = number, path: Path = path) -> None:
                report(number, len(paths), path.name, share, what)

            tell(0.0, "lezen")
            outcomes.append(_judged(path, rubric, norms, metadata, tell))
            tell(1.0, "klaar")
    return outcomes


def load_demo(report: Report) -> None:
    """Calling this judges and keeps the demo calls that come with Klankbord."""
    paths = call_files([DEMO])
    rubric, norms = desk.rubric(), desk.norms()
    for number, path in enumerate(paths):
        report(number, len(paths), path.name, 0.0, "beoordelen")
        keep(score_call(path, rubric, norms, desk.settings()), rubric, norms, demo=True)


def keep(scored: Scored, rubric: Rubric, norms: Norms, demo: bool = False) -> Scorecard | None:
    """Calling this keeps a call with its sound, and its scorecard when its roles are certain.

    What a person settled about this call earlier stays, and the judgement follows that.
    """
    return pipeline.keep(desk.store(), scored, rubric, norms, demo=demo)


def settle_roles(call_id: str, swapped: bool, rubric: Rubric, norms: Norms) -> Scorecard:
    """Calling this keeps the roles as a person sees them and judges the call with them."""
    transcript = desk.store().confirm_roles(call_id, swapped=swapped)
    return _judge(call_id, transcript, rubric, norms)


def judge_again(call_id: str, rubric: Rubric, norms: Norms) -> Scorecard:
    """Calling this judges the call's latest transcript again; earlier scorecards stay."""
    return _judge(call_id, desk.store().transcript(call_id), rubric, norms)


def swappable(transcript: Transcript) -> bool:
    """Whether both employee and caller are heard, so that swapping or confirming means something."""
    return {Speaker.AGENT, Speaker.CALLER} <= {turn.speaker for turn in transcript.turns}


def _judge(call_id: str, transcript: Transcript, rubric: Rubric, norms: Norms) -> Scorecard:
    card = score_transcript(desk.store().call(call_id), transcript, rubric, norms)
    desk.store().add_scorecard(card)
    return card


def _judged(path: Path, rubric: Rubric, norms: Norms, metadata: Metadata, tell: Progress) -> Outcome:
    try:
        scored = score_call(path, rubric, norms, desk.settings(), metadata, tell)
        card = keep(scored, rubric, norms)
    except ScoringError as error:
        return Outcome(path.name, problem=str(error))
    return Outcome(path.name, scored.call.id, card)


def _placed(uploads: Sequence[Upload], folder: Path) -> list[Path]:
    """The uploads as files with their own names, so that recordings and metadata.csv find their calls."""
    paths = []
    for number, upload in enumerate(uploads):
        path = folder / _safe(upload.name)
        if path.exists():
            path = folder / str(number) / path.name
            path.parent.mkdir()
        try:
            path.write_bytes(upload.getbuffer())
        except OSError as error:
            raise InputError(
                "De bestanden kunnen niet tijdelijk worden opgeslagen. Controleer of de schijf vol is."
            ) from error
        paths.append(path)
    return paths


def _safe(name: str) -> str:
    """A file name without folders and without characters that some computers refuse."""
    alone = re.split(r"[/\\]", name)[-1]
    kept = re.sub(r'[<>:"|?*\x00-\x1f]', "_", alone).strip(". ")
    return kept[-150:] or "bestand"
