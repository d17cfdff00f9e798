"""A call of Sam (M-07) and one of Pien (M-08), both with sound; and how people in a browser get in."""

import re
from contextlib import contextmanager

from browser_server import LOOKS, a_page, settled
from screen_calls import keep_as
from team_server import Team

from scoring.pipeline import score_call
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import open_store

OWN, OTHERS = "gesprek-7", "gesprek-8"
"""Numbers of the same length, so that one can be put in the place of the other in any message."""
DEMO = ROOT / "scoring" / "demo" / "demo-1-grofvuil.json"
SPOKEN = "grofvuil"
NOT_YOURS = "Dit hoort niet bij uw rol"
REFUSED = "U mag dit gesprek niet zien, of het bestaat niet."


def keep_calls(settings: Settings) -> None:
    """Keeps the two calls."""
    rubric = load_rubric(settings.rubric)
    norms = load_norms("1stroom", settings.rubric.parent / "normen")
    scored = score_call(DEMO, rubric, norms, settings)
    assert SPOKEN in " ".join(turn.text for turn in scored.transcript.turns).casefold()
    with open_store(settings) as store:
        for number, agent in ((OWN, "M-07"), (OTHERS, "M-08")):
            keep_as(store, scored, number, agent=agent)


@contextmanager
def signed_in(chromium, team: Team, account: str):
    """A page of who logged in at the login service with this account; empty when that was before."""
    if account not in team.contexts:  # what Streamlit sends is read and compiled once
        team.contexts[account] = chromium.new_context(**LOOKS)
    context = team.contexts[account]
    if account in team.cookies:
        context.clear_cookies()
        context.add_cookies(team.cookies[account]["cookies"])
    with a_page(context) as page:
        if account not in team.cookies:
            log_in(page, team, account)
            team.cookies[account] = context.storage_state()
        yield page


@contextmanager
def visiting(chromium, cookies=None):
    """A page of who has no cookie yet, or these."""
    context = chromium.new_context(storage_state=cookies, **LOOKS)
    yield context.new_page()
    context.close()


def log_in(page, team: Team, account: str) -> None:
    """Goes through the login service."""
    page.goto(team.address)
    page.get_by_role("button", name="Aanmelden").click()
    page.get_by_role("link", name=account, exact=True).click()
    page.get_by_role("button", name="Afmelden").or_(page.get_by_role("button", name="Aanmelden")).wait_for()
    settled(page)


def go(page, team: Team, path: str, until: str = "") -> str:
    """Opens an address by typing it, waits for words to appear, and answers all that the screen says."""
    page.goto(f"{team.address}/{path}")
    settled(page)
    if until:
        page.get_by_text(re.compile(until, re.IGNORECASE)).first.wait_for()
        settled(page)
    return page.locator("body").inner_text()


def spoken(page) -> bool:
    """Whether words of a call are on the screen, also where our own components draw."""
    return page.get_by_text(re.compile(SPOKEN, re.IGNORECASE)).count() > 0
