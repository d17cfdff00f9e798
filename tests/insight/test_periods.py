import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.insight.periods import LINES, Unit, period_of

UNHURRIED = settings(deadline=None, max_examples=60)  # a busy machine is no failure
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@UNHURRIED
@given(DAYS, st.sampled_from(Unit))
def test_every_day_lies_in_one_period_and_periods_meet(day, unit):
    period = period_of(day, unit)
    assert period.holds(day)
    assert period.before().after == period.first
    assert not period.before().holds(day)
    line = period.back(LINES[unit])
    assert len(line) == LINES[unit]
    assert line[-1] == period
    assert all(one.after == two.first for one, two in itertools.pairwise(line))
    assert (period.after - line[0].first).days <= 366


def test_titles_are_dutch():
    assert period_of(date(2026, 11, 22), Unit.MONTH).title == "november 2026"
    assert period_of(date(2026, 11, 22), Unit.QUARTER).title == "4e kwartaal 2026"
    assert period_of(date(2026, 11, 22), Unit.WEEK).title == "week 47 (16 t/m 22 november 2026)"
    assert period_of(date(2027, 1, 1), Unit.WEEK).title == "week 53 (28 december t/m 3 januari 2027)"
    assert period_of(date(2026, 3, 2), Unit.MONTH).short == "mrt ’26"
