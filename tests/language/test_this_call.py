"""Where an employee who rings says that this call is the ringing back."""

import pytest
from spoken import a_turn

from scoring.language.this_call import rings_now


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("Ik bel u even terug.", True),
        ("ja hallo ik bel u even terug over die boom", True),
        ("Goedemiddag. Ik bel u nu terug.", True),
        ("Ik bel u morgen terug.", False),
        ("Ik bel u terug zodra ik het weet.", False),
        ("Ik bel u later nog een keer.", False),
        ("Ik bel u terug, uiterlijk donderdag.", False),
        ("Dan bel ik u terug.", False),
    ],
)
def test_this_call_is_the_ringing_back(said, now):
    assert bool(rings_now(a_turn(said))) == now
