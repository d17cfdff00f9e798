"""This module contains what a screen can have done to calls at once: load the demo, settle roles, judge again."""

from collections.abc import Callable
from pathlib import Path

import scoring
from app_pages import desk
from scoring.access import Right
from scoring.call import Speaker, Transcript
from scoring.insight.demo import add_learning
from scoring.insight.demo_months import add_months
from scoring.intake import call_files
from scoring.pipeline import judge_anew, keep, score_call
from scoring.review.demo import add_people
from scoring.rubric import Norms, Rubric
from scoring.scorecard import Scorecard
from scoring.store import Action

DEMO = Path(scoring.__file__).parent / "demo"
Report = Callable[[int, int, str, float, str], None]
"""Called with: which file, of how many, its name, share done (0–1), and what is happening."""


def load_demo(report: Report) -> None:
    """Calling this judges and keeps the demo calls that come with Klankbord."""
    desk.require(Right.JUDGE)
    paths = call_files([DEMO])
    rubric, norms = desk.rubric(), desk.norms()
    report(0, len(paths), "korte gesprekken", 0.0, "beoordelen")
    add_months(desk.store(), rubric, norms)
    for number, path in enumerate(paths):
        report(number, len(paths), path.name, 0.0, "beoordelen")
        scored = score_call(path, rubric, norms, desk.settings())
        keep(desk.store(), scored, rubric, norms, demo=True)
    add_people(desk.store(), rubric, norms, desk.settings())
    add_learning(desk.store(), rubric)
    desk.note(Action.UPLOADED, detail="voorbeeldgesprekken")


def settle_roles(call_id: str, swapped: bool, rubric: Rubric, norms: Norms) -> Scorecard:
    """Calling this keeps the roles as a person sees them and judges the call with them."""
    desk.open_call(call_id, Right.CORRECT)
    desk.store().confirm_roles(call_id, swapped=swapped)
    desk.note(Action.CORRECTED, call_id, "rollen omgewisseld" if swapped else "rollen bevestigd")
    return judge_anew(desk.store(), call_id, rubric, norms)


def judge_again(call_id: str, rubric: Rubric, norms: Norms) -> Scorecard:
    """Calling this judges the call's latest transcript again; earlier scorecards stay."""
    desk.open_call(call_id, Right.CORRECT)
    desk.note(Action.JUDGED, call_id, f"normen {norms.id}")
    return judge_anew(desk.store(), call_id, rubric, norms)


def swappable(transcript: Transcript) -> bool:
    """Whether both employee and caller are heard, so that swapping or confirming means something."""
    return {Speaker.AGENT, Speaker.CALLER} <= {turn.speaker for turn in transcript.turns}
