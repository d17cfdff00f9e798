"""What explains a hard word and what only names it, in calls long enough to judge."""

import pytest
from by_the_rubric import answer

CALL = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Wies Terpstra.
B: Goedemorgen, ik heb post van jullie en ik kom er niet uit.
A: Dan kijken we samen. Pak de brief er maar bij. Bovenaan staat een nummer. Leest u dat eens voor?
B: Ja, dat is zes zes twee.
A: Dank u wel. Ik heb hem hier ook. Het gaat over vorig jaar. Dat loopt nog tot de zomer. Daarna vult u een nieuw formulier in. Dat mag ook bij ons aan de balie.
B: Oké. En nu?
A: {}
B: Goed, dank u.
A: Graag gedaan, dag."""  # noqa: E501


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # what it is, in the next sentence
        ("Dan komt er nog een dwangbevel. Daarmee mag iemand uw spullen komen opschrijven.", "yes"),
        ("Stuur ons een ingebrekestelling. Daarin schrijft u dat wij te laat zijn.", "yes"),
        ("Er moet een maatwerkvoorziening komen. Dat is gewoon een besluit over uw hulp.", "yes"),
        ("Uw beslagvrije voet klopt niet. Dat bedrag is om van te leven.", "yes"),
        ("U betaalt ook leges. Leges zijn de kosten van het papierwerk.", "yes"),
        ("De peildatum is de dag waarop wij kijken wat u heeft.", "yes"),
        ("Met een zienswijze bedoelen we dat u opschrijft wat u ervan vindt.", "yes"),
        # what it is, before the word
        ("U betaalt iedere dag een bedrag, tot het hek weg is. Dat noemen ze een dwangsom.", "yes"),
        ("Een stuk van uw geld mag niemand pakken. Dat heet de beslagvrije voet.", "yes"),
        ("De schuld staat even stil, een moratorium heet dat.", "yes"),
        ("We kijken naar het geld dat u op één januari heeft. Dat is de peildatum.", "yes"),
        # explained once is enough
        ("U krijgt een beschikking, dat is een brief met ons besluit. De beschikking komt per post.", "yes"),
        # near misses: no explanation
        ("Dat is de kostendelersnorm. Die geldt vanaf zevenentwintig jaar.", "partial"),
        ("Ja hoor, dat zijn de leges. Die staan hier los van.", "partial"),
        ("Dan komt er een dwangbevel. Dat is vervelend.", "partial"),
        ("U hebt een dwangbevel gehad. Dat zijn de kosten nog niet.", "partial"),
        ("U krijgt een beschikking. Daarmee gaat u naar de balie.", "partial"),
        ("Er komt een dwangbevel. Daarin staat het zaaknummer.", "partial"),
        ("De leges zijn achthonderd euro.", "partial"),
        ("De beschikking is de deur uit.", "partial"),
        (
            "De beschikking komt morgen. De beschikking is een brief. Daarin staat wat er vigerende is.",
            "partial",
        ),
        ("U vindt dat in de rechtsmiddelenclausule.", "partial"),
        ("Uw hulp is resultaatgericht.", "partial"),
    ],
)
def test_a_hard_word_is_explained_by_what_it_is_and_not_by_naming_it(said, expected):
    assert answer("behulpzaam.begrijpelijk", CALL.format(said)) == expected


def test_what_is_explained_later_was_not_clear_when_it_was_said():
    talk = CALL.format("U krijgt een beschikking.").replace(
        "B: Goed, dank u.", "B: En dan?\nA: De beschikking is een brief."
    )
    assert answer("behulpzaam.begrijpelijk", talk) == "partial"
