"""This module contains the dashboard's router: who gets in, to which screens, and where a ScoringError shows."""

from typing import NamedTuple

import streamlit as st

from app_pages import desk, explanation, frame, login, login_view
from scoring.access import Person, Right
from scoring.errors import AccessError, ScoringError


class Screen(NamedTuple):
    """This represents a screen, and the rights of which one is needed (none: whoever is in).

    `group` is the part of the menu it unfolds from; without it a screen stands in the menu itself.
    """

    path: str
    title: str
    icon: str | None
    url: str
    rights: tuple[Right, ...] = ()
    in_menu: bool = True
    group: str = ""

    def open_to(self, person: Person) -> bool:
        """Whether this person may see the screen."""
        return not self.rights or any(person.may(right) for right in self.rights)


RUBRIC = Screen("rubric.py", "Rubriek", ":material/rule:", "rubriek", group="Beheer")
SCREENS = (
    Screen("start.py", "Start", ":material/home:", "start", (Right.SEE_CALLS,)),
    Screen("judge.py", "Beoordelen", ":material/upload_file:", "beoordelen", (Right.JUDGE,)),
    Screen("calls.py", "Gesprekken", ":material/forum:", "gesprekken", (Right.SEE_CALLS,)),
    Screen("call.py", "Gesprek", None, "gesprek", (Right.SEE_CALLS,), in_menu=False),
    Screen("review.py", "Nakijken", ":material/checklist:", "nakijken", (Right.REVIEW,)),
    Screen(
        "calibration.py",
        "Kalibratie",
        ":material/balance:",
        "kalibratie",
        (Right.CALIBRATE,),
        group="Vergelijken",
    ),
    Screen("overview.py", "Overzicht", ":material/insights:", "overzicht", (Right.SEE_TOTALS,)),
    Screen(
        "trust.py",
        "Machine en mensen",
        ":material/compare_arrows:",
        "machine-en-mensen",
        (Right.SEE_TOTALS,),
        group="Vergelijken",
    ),
    Screen(
        "overview_calls.py",
        "Gesprekken bij een cijfer",
        None,
        "gesprekken-bij-een-cijfer",
        (Right.SEE_CALLS,),
        in_menu=False,
    ),
    Screen("own.py", "Mijn gesprekken", ":material/person:", "mijn-gesprekken", (Right.SEE_OWN_CALLS,)),
    Screen("coaching.py", "Coaching", ":material/sports:", "coaching", (Right.COACH, Right.SEE_OWN_CALLS)),
    Screen("training.py", "Oefenen", ":material/school:", "oefenen", (Right.PRACTISE,)),
    RUBRIC,
    Screen(
        "rubric_edit.py", "Rubriek aanpassen", None, "rubriek-aanpassen", (Right.EDIT_RUBRIC,), in_menu=False
    ),
    Screen("log.py", "Logboek", ":material/history:", "logboek", (Right.SEE_LOG,), group="Beheer"),
    Screen(
        "setup.py",
        "Instellingen",
        ":material/settings:",
        "instellingen",
        (Right.SEE_SETTINGS,),
        group="Beheer",
    ),
)
"""Every screen, in the order of the menu; the first that a person may see is where that person starts."""
GROUPS = tuple(dict.fromkeys(["", *(screen.group for screen in SCREENS)]))
"""The parts of the menu: a laptop has no room for every screen side by side."""


def main() -> None:
    """Calling this shows the screen that was asked for, or who is not in how to get in."""
    problems = login.problems()
    if problems:
        _outside()
        login_view.explain(problems)
        return
    try:
        working = login.signed_in() if login.required() else desk.person()
    except AccessError as error:
        _outside()
        login_view.refuse(error)
        return
    if working is None:
        _outside()
        login_view.ask()
    else:
        _inside(working)


def _inside(person: Person) -> None:
    first = next((s for s in SCREENS if s.rights and s.open_to(person)), RUBRIC)
    pages = {screen: _page(screen, shown=screen.in_menu and screen.open_to(person)) for screen in SCREENS}
    menu = {group: [page for screen, page in pages.items() if screen.group == group] for group in GROUPS}
    chosen = st.navigation(menu | {"": [_landing(pages[first], first), *menu[""]]}, position="top")
    frame.draw()
    if login.required():
        desk.note_login()
        login_view.badge(person)
    wanted = next((screen for screen, page in pages.items() if page is chosen), None)
    if wanted and not wanted.open_to(person):
        frame.heading("Geen toegang")
        desk.require(*wanted.rights)
    explanation.expect(wanted.url if wanted else "")
    chosen.run()


def _outside() -> None:
    """No screen runs, but their addresses stay known, so that the browser does not call them wrong."""
    pages = {screen: _page(screen, shown=False) for screen in SCREENS}
    st.navigation([_landing(pages[RUBRIC], RUBRIC), *pages.values()], position="hidden")
    frame.draw()


def _landing(to: st.Page, screen: Screen) -> st.Page:
    """What the bare address leads to; a screen that is the default itself would lose its own address."""
    return st.Page(lambda: st.switch_page(to), title=screen.title, default=True, visibility="hidden")


def _page(screen: Screen, shown: bool) -> st.Page:
    return st.Page(
        f"app_pages/{screen.path}",
        title=screen.title,
        icon=screen.icon,
        url_path=screen.url,
        visibility="visible" if shown else "hidden",
    )


st.set_page_config(
    page_title="Klankbord",
    page_icon=str(frame.HERE / "klankbord.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
    menu_items={"Get help": None, "Report a bug": None, "About": None},
)
try:
    main()
except ScoringError as error:
    frame.show_error(error)
