"""What the rubric takes for a new promise to ring: not why this call is made, and not the caller who is to ring."""

from functools import cache

import pytest
from spoken import a_context

from scoring.rubric import load_rubric
from scoring.settings import ROOT


@cache
def belofte():
    return load_rubric(ROOT / "rubrics" / "vijf_b.yaml").detectors["belofte"]


def promised(said: str, direction: str = "in") -> bool:
    context = a_context(f"A: Goedemorgen.\nB: Goedemorgen.\nA: {said}\nB: Goed.", direction=direction)
    return bool(belofte().measure(context).value)


@pytest.mark.parametrize(
    "said",
    [
        "Naar aanleiding van uw terugbelverzoek van maandag 30 maart bel ik u over uw uitrit.",
        "U had een terugbelverzoek ingediend, afgelopen maandag.",
        "ik zie dat er maandag al een terugbelverzoek is gemaakt",
        "Hier zie ik een terugbelnotitie van gisteren.",
        "Er ligt nog een terugbelverzoek van u.",
        "u heeft vrijdag gebeld en toen is er een terugbelverzoek voor mij gemaakt",
        "Ik bel op basis van een terugbelverzoek dat mijn collega op 30 maart maakte.",
        "Ik heb van mijn collega een terugbelnotitie gekregen.",
        "Ik bel u over uw uitrit. U had daar maandag over gebeld.",
        "ik bel u terug over uw uitrit van maandag",
        "Ik bel u zoals ik maandag beloofd had.",
        "Ik had gezegd dat ik u voor vrijdag zou bellen.",
        "Ik bel u terug, u had maandag gebeld.",
        "ik bel u even om te vertellen dat het mag",
        "Weet u wat, belt u hem zelf vanmiddag even.",
        "Het makkelijkst belt u morgenochtend met Peter.",
        "ik zou zeggen belt u vanmiddag",
        "Dan bel ik straks nog een keer naar de leverancier.",
    ],
)
def test_no_new_promise(said):
    assert not promised(said, "out")
    assert not promised(said)


@pytest.mark.parametrize(
    "said",
    [
        "Ik maak een terugbelverzoek, hij belt u morgen.",
        "Ik zie dat hij er niet is, dan maak ik een terugbelverzoek.",
        "Ik heb een terugbelverzoek voor u gemaakt.",
        "U had een terugbelverzoek ingediend. Ik zet er spoed op en dan belt hij u morgen.",
        "Ik bel u maandag over uw uitrit.",
        "Ik bel u over een week weer.",
        "ik bel u om tien uur",
        "Weet u wat, Merel belt u vanmiddag.",
        "Dan belt ze u zelf.",
        "Ik laat Peter morgen even bellen.",
        "Ik vraag het na en ik bel u terug om het te vertellen.",
        "Als ik niks hoor, dan eh, bel ik zelf ook nog een keer.",
        "u kunt mij het makkelijkst mobiel bellen en anders bel ik morgen nog een keer",
    ],
)
def test_a_new_promise(said):
    assert promised(said)


def test_in_a_call_out_ringing_back_may_be_this_call():
    assert not promised("Ik bel u even terug.", "out")
    assert promised("Ik bel u even terug.")
    assert promised("Ik bel u morgen even terug.", "out")
