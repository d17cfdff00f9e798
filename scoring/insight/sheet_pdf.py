"""This module contains the sheet to talk from as a PDF that a screen reader can read too (PDF/UA-1)."""

import json
from datetime import datetime
from pathlib import Path

import typst

from scoring.call import Speaker
from scoring.errors import ReviewError
from scoring.insight.goal_progress import Progress, Verdict, progress
from scoring.insight.goals import goal
from scoring.insight.intervals import Estimate
from scoring.insight.sheets import Sheet
from scoring.rubric import Rubric
from scoring.store import Store
from scoring.store.coachings import CoachingEvent, Point
from scoring.store.tables import LOCAL

TEMPLATE = Path(__file__).parent / "sheet.typ"
NAMES = {Speaker.AGENT: "Medewerker", Speaker.CALLER: "Beller", Speaker.OTHER: "Ander"}
QUESTIONS = (
    "Wat ging volgens jou goed, en waarom werkte dat?",
    "Wat probeer je de komende weken, en in welke gesprekken?",
    "Wanneer kijken we samen hoe het gaat?",
)
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def sheet_pdf(store: Store, seen: Sheet, rubric: Rubric, minimum: int, name: str) -> bytes:
    """The sheet as the bytes of a PDF; `name`: how whoever reads it may know the employee.

    Raises ReviewError when it cannot be made.
    """
    about = seen.about
    data = {
        "title": f"Gespreksblad voor {name}",
        "person": about.person,
        "about": f"Voor het gesprek met {about.person}, {_day(about.at)}. Met wat er echt gezegd is.",
        "footer": "Vertrouwelijk: alleen voor medewerker en coach",
        "points": [_point(store, seen, point, rubric, minimum) for point in about.points],
        "questions": QUESTIONS,
    }
    try:
        made = typst.compile(
            str(TEMPLATE),
            format="pdf",
            ignore_system_fonts=True,  # the same sheet on every computer
            sys_inputs={"data": json.dumps(data)},
            pdf_standards="ua-1",
            timestamp=int(about.at.timestamp()),
        )
    except typst.TypstError:  # its message may hold what was said in the call
        raise ReviewError("Het gespreksblad kon niet worden gemaakt. Meld dit aan de beheerder.") from None
    assert isinstance(made, bytes)
    return made


def progress_text(found: Progress) -> str:
    """Before and after in one plain sentence, with the numbers of calls."""
    before, after = f"vóór de afspraak {_share(found.before)}", f"erna {_share(found.after)}"
    if found.verdict is Verdict.TOO_FEW:
        return (
            f"Nog te weinig gesprekken om iets te zeggen: {found.before.n} vóór de afspraak en "
            f"{found.after.n} erna. Minstens {found.minimum} aan beide kanten zijn nodig."
        )
    return f"{found.verdict.value.capitalize()}: {before}, {after}."


def _share(figure: Estimate) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return "geen gesprekken"
    good = round(figure.value * figure.n)
    low, high = round(100 * figure.low), round(100 * figure.high)
    return f"{good} van {figure.n} gesprekken goed ({round(100 * figure.value)} %, onzekerheid {low} tot {high} %)"


def _point(store: Store, seen: Sheet, point: Point, rubric: Rubric, minimum: int) -> dict[str, object]:
    criterion = next((one for one in rubric.criteria if one.id == point.criterion), None)
    found = goal(store, point.goal) if point.goal else None
    fragments = [_fragment(store, one) for one in seen.of(point.criterion) if one.quote]
    return {
        "title": criterion.question if criterion else point.criterion,
        "kind": "Dit gaat goed." if point.good else "Hier is winst te halen.",
        "text": point.text,
        "fragments": fragments,
        "gone": not fragments,
        "tip": criterion.tip if criterion and not point.good else "",
        "goal": found.about.text if found else "",
        "progress": progress_text(progress(store, found, minimum)) if found else "",
    }


def _fragment(store: Store, one: CoachingEvent) -> dict[str, str]:
    assert one.call_id
    assert one.quote
    when = store.call(one.call_id).called_at
    place = "" if one.seconds is None else f", bij {int(one.seconds) // 60}:{int(one.seconds) % 60:02}"
    who = NAMES[Speaker(one.speaker)] if one.speaker else ""
    return {"where": f"{who} in het gesprek van {_day(when)}{place}", "quote": one.quote.quote}


def _day(moment: datetime | None) -> str:
    if moment is None:
        return "een onbekende datum"
    local = moment.astimezone(LOCAL) if moment.tzinfo else moment
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"
