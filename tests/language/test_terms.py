import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import a_turn

from scoring.language.terms import terms, working_days
from scoring.language.workdays import add_working_days, is_working_day, working_days_between

THURSDAY, FRIDAY, MONDAY = date(2026, 1, 15), date(2026, 1, 16), date(2026, 1, 12)


def last_day(said: str, called: date) -> date | None:
    """The last of the days that these words name."""
    return max((t.due for t in terms(a_turn(said).line, called)), default=None)


@pytest.mark.parametrize(
    ("called", "said", "due"),
    [
        (THURSDAY, "We bellen u vandaag nog.", THURSDAY),
        (THURSDAY, "vanmiddag belt hij u", THURSDAY),
        (THURSDAY, "Binnen een uur.", THURSDAY),
        (THURSDAY, "binnen twee uur", THURSDAY),
        (THURSDAY, "binnen een paar uur", THURSDAY),
        (THURSDAY, "binnen vijf minuten", THURSDAY),
        (THURSDAY, "over een halfuurtje", THURSDAY),
        (THURSDAY, "in de loop van de dag", THURSDAY),
        (THURSDAY, "voor vijven", THURSDAY),
        (THURSDAY, "Morgenochtend.", FRIDAY),
        (THURSDAY, "morgen vroeg", FRIDAY),
        (THURSDAY, "morgenvoormiddag", FRIDAY),
        (THURSDAY, "morgennamiddag belt hij u", FRIDAY),
        (THURSDAY, "Morgenvroeg.", FRIDAY),
        (MONDAY, "woensdagvoormiddag", date(2026, 1, 14)),
        (THURSDAY, "deze namiddag nog", THURSDAY),
        (THURSDAY, "in de loop van de voormiddag", THURSDAY),
        (THURSDAY, "voor de noen", THURSDAY),
        (THURSDAY, "hij belt u subiet terug", THURSDAY),
        (THURSDAY, "Hij belt u over drie kwartier terug.", THURSDAY),
        (THURSDAY, "over een minuut of tien", THURSDAY),
        (THURSDAY, "binnen een uur of twee", THURSDAY),
        (THURSDAY, "overmorgen", date(2026, 1, 17)),
        (THURSDAY, "over een week of twee", date(2026, 1, 29)),
        (THURSDAY, "reken op een dag of tien", date(2026, 1, 25)),
        (FRIDAY, "binnen een dag of twee", date(2026, 1, 20)),
        (THURSDAY, "binnen een week of drie weken", date(2026, 2, 5)),
        (THURSDAY, "over morgen", date(2026, 1, 17)),
        (THURSDAY, "binnen 24 uur", FRIDAY),
        (FRIDAY, "binnen vierentwintig uur", date(2026, 1, 19)),
        (THURSDAY, "binnen 48 uur", date(2026, 1, 19)),
        (THURSDAY, "maandag voor vijven", date(2026, 1, 19)),
        (THURSDAY, "maandag ochtend", date(2026, 1, 19)),
        (MONDAY, "maandag", date(2026, 1, 19)),
        (MONDAY, "uiterlijk vrijdag", FRIDAY),
        (MONDAY, "volgende week maandag", date(2026, 1, 19)),
        (MONDAY, "vrijdag volgende week", date(2026, 1, 23)),
        (MONDAY, "deze week nog", FRIDAY),
        (MONDAY, "voor het weekend", FRIDAY),
        (MONDAY, "in de loop van de week", FRIDAY),
        (THURSDAY, "begin volgende week", date(2026, 1, 20)),
        (THURSDAY, "volgende week", date(2026, 1, 23)),
        (FRIDAY, "na het weekend", date(2026, 1, 19)),
        (date(2026, 4, 3), "na het paasweekend", date(2026, 4, 7)),
        (FRIDAY, "de eerstvolgende werkdag", date(2026, 1, 19)),
        (FRIDAY, "binnen twee werkdagen", date(2026, 1, 20)),
        (FRIDAY, "binnen 2 werk dagen", date(2026, 1, 20)),
        (THURSDAY, "binnen 2-3 werkdagen", date(2026, 1, 20)),
        (THURSDAY, "twee à drie werkdagen", date(2026, 1, 20)),
        (THURSDAY, "binnen een paar dagen", date(2026, 1, 20)),
        (THURSDAY, "binnen een week", date(2026, 1, 22)),
        (THURSDAY, "over veertien dagen", date(2026, 1, 29)),
        (THURSDAY, "binnen zes weken", date(2026, 2, 26)),
        (THURSDAY, "de achttiende", date(2026, 1, 18)),
        (date(2026, 1, 20), "de achttiende", date(2026, 2, 18)),
        (date(2026, 12, 20), "de achttiende", date(2027, 1, 18)),
        (date(2026, 2, 10), "de 18de", date(2026, 2, 18)),
        (date(2026, 2, 10), "de eenendertigste", date(2026, 3, 31)),
        (date(2026, 3, 2), "vrijdag de twintigste", date(2026, 3, 20)),
        (date(2026, 3, 2), "op 18 maart", date(2026, 3, 18)),
        (date(2026, 3, 2), "op achttien maart", date(2026, 3, 18)),
        (date(2026, 3, 2), "de drieëntwintigste maart", date(2026, 3, 23)),
        (date(2025, 12, 30), "2 januari", date(2026, 1, 2)),
        (date(2028, 2, 1), "29 februari", date(2028, 2, 29)),
        (date(2026, 12, 10), "voor de kerst", date(2026, 12, 24)),
        (date(2026, 1, 13), "eind van de maand", date(2026, 1, 31)),
    ],
)
def test_a_term_has_a_last_day(called, said, due):
    assert last_day(said, called) == due


@pytest.mark.parametrize(
    "said",
    [
        "zo snel mogelijk",
        "Goedemorgen, goede morgen",
        "morgen meneer De Wit",
        "de tweede verdieping",
        "de eerste keer",
        "in de eerste plaats",
        "dat is twee weken geleden",
        "drie dagen geleden",
        "29 februari",
        "de honderdste",
        "",
        "(morgen)",
        "ik ben er deze voormiddag niet",
        "dat duurt een minuut of tien",
    ],
)
def test_no_term(said):
    assert last_day(said, date(2026, 2, 10)) is None


@pytest.mark.parametrize(
    ("called", "count", "due"),
    [
        ("2026-01-16", 2, "2026-01-20"),  # over a weekend
        ("2026-01-17", 1, "2026-01-19"),  # called on Saturday
        ("2026-04-02", 2, "2026-04-07"),  # Good Friday counts, Easter Monday does not
        ("2026-04-24", 2, "2026-04-29"),  # Koningsdag on Monday
        ("2025-04-25", 1, "2025-04-28"),  # Koningsdag on Saturday because the 27th is a Sunday
        ("2026-05-13", 1, "2026-05-15"),  # Hemelvaart; the bridging Friday counts
        ("2026-05-22", 1, "2026-05-26"),  # Tweede Pinksterdag
        ("2025-05-02", 1, "2025-05-06"),  # Bevrijdingsdag, lustrum year
        ("2026-05-04", 1, "2026-05-05"),  # no lustrum year
        ("2026-12-24", 1, "2026-12-28"),  # both Christmas days
        ("2026-12-31", 2, "2027-01-05"),  # over the year and a weekend
    ],
)
def test_working_days(called, count, due):
    called, due = date.fromisoformat(called), date.fromisoformat(due)
    assert add_working_days(called, count) == due
    assert working_days_between(called, due) == count
    assert working_days(called, due) == count


def test_a_term_that_ends_on_a_day_off_counts_the_next_working_day():
    assert working_days(FRIDAY, FRIDAY + timedelta(days=1)) == 1
    assert working_days(FRIDAY, FRIDAY) == 0


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2040, 12, 1)), st.integers(1, 30))
def test_counting_forth_and_back_agree(start, count):
    end = add_working_days(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count


SAID = (
    "morgen binnen 2 werkdagen volgende week maandag de achttiende 31 februari voor vijven eind van".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SAID), max_size=8), st.dates(date(2024, 1, 1), date(2031, 12, 31)))
def test_any_words_on_any_day_resolve_or_not_but_never_crash(words, called):
    turn = a_turn(" ".join(words))
    found = terms(turn.line, called)
    assert all(turn.line[t.start : t.end].strip() for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
