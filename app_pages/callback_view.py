"""This module contains the callback arrangement of a call: who calls, by when, and on which number."""

from datetime import date, datetime, time

from markupsafe import Markup

from app_pages import dutch, frame
from app_pages.criteria_view import definitions
from app_pages.scorecard_view import Jump, quote_button
from scoring.scorecard import Callback

UNKNOWN = "niet gevonden"
TELLING = 8
"""A question of the caller tells what it is about from so many words; ‘En wie is dat dan?’ does not."""
SELF = {"ik": "de medewerker zelf", "wij": "de organisatie (‘wij’)", "we": "de organisatie (‘we’)"}


def draw(callback: Callback, jump: Jump) -> None:
    """Calling this shows what was agreed, with the promise itself as a quote."""
    frame.put(Markup("<h2 class='kb-title'>Terugbelafspraak</h2>"))
    frame.put(definitions(facts(callback)))
    for place, evidence in enumerate(callback.evidence[:1]):
        quote_button(evidence, f"citaat-terugbellen-{place}", jump)


def facts(callback: Callback) -> list[tuple[str, str]]:
    """The arrangement as names with values, in Dutch."""
    who = SELF.get(callback.who.casefold(), callback.who) if callback.who else "niet genoemd"
    known = [
        ("Wie belt terug", who),
        ("Wanneer", when(callback)),
        ("Nummer", callback.number or UNKNOWN),
        ("Naam van de beller", "bekend" if callback.name_known else UNKNOWN),
    ]
    if callback.about and not (callback.about.endswith("?") and len(callback.about.split()) < TELLING):
        known.append(("Waarover", f"‘{callback.about}’"))
    if not callback.accepted:
        known.append(("Let op", "de beller wilde dit niet"))
    return known


def when(callback: Callback) -> str:
    """The last day, such as ‘uiterlijk woensdag 11 november 2026 (1 werkdag); gezegd: ‘morgen’’."""
    said = f"gezegd: ‘{callback.term}’" if callback.term else "geen termijn genoemd"
    if callback.due is None:
        return said
    due = datetime.combine(date.fromisoformat(callback.due), time())
    days = callback.working_days
    amount = f" ({dutch.count(days, 'werkdag', 'werkdagen')})" if days else ""
    return f"uiterlijk {dutch.weekday(due)} {dutch.day(due)}{amount}; {said}"
