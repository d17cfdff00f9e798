"""What would follow if the caller objects or applies, and who of us will do what still follows."""

import pytest
from by_the_rubric import answer

EXPECT = "betrouwbaar.verwachting"

TALK = """A: Goedemiddag, gemeente Rijnmeer, u spreekt met Wies Terpstra.
B: {}
A: {}
B: Oké, dank u wel.
A: Graag gedaan, dag."""

BILL = "De nieuwe waarde van mijn huis is veel te hoog."
RAMP = "Mijn vader heeft een drempelhulp nodig in zijn huis."
PAY = "Kan ik de aanslag in stukjes betalen?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("En als ik een klacht indien?", "Dan hoort u binnen zes weken wat wij ervan vinden.", "na"),
        ("Stel dat ik bezwaar maak, hoe gaat dat?", "Dan krijgt u binnen twaalf weken een besluit.", "na"),
        (
            "Mocht ik kwijtschelding aanvragen, wanneer weet ik het?",
            "U hoort dan binnen acht weken iets.",
            "na",
        ),
        (BILL, "Als u bezwaar maakt, krijgt u binnen zes weken een brief met het besluit.", "na"),
        (BILL, "Volgend jaar krijgt u een nieuwe waarde. Stuur voor die tijd gerust uw foto's.", "na"),
        # near misses: the case runs, or is started here
        ("Ik heb bezwaar gemaakt, wanneer hoor ik wat?", "U krijgt binnen twaalf weken een besluit.", "yes"),
        (
            "Ik heb een klacht ingediend. En als ik bezwaar maak?",
            "U krijgt binnen zes weken antwoord.",
            "yes",
        ),
        (
            "Als ik bij u bezwaar maak, kan dat?",
            "Ja, ik zet het erin. U krijgt dan binnen zes weken antwoord.",
            "yes",
        ),
        (BILL, "Dat noteer ik. U krijgt volgend jaar in maart antwoord.", "yes"),
    ],
)
def test_what_follows_only_if_the_caller_starts_it_is_not_to_be_expected(asked, said, expected, bare):
    assert answer(EXPECT, TALK.format(asked, said), bare=bare) == expected


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        (PAY, "Ja hoor. Mijn collega Joris mailt u een voorstel.", "yes"),
        (PAY, "U krijgt een brief van mijn collega Fatima van Belastingen met de bedragen.", "yes"),
        (PAY, "Truus van de kassa stuurt u de papieren.", "yes"),
        (PAY, "De deurwaarder neemt zelf contact met u op.", "yes"),
        (RAMP, "Iemand van het wijkteam komt bij u kijken.", "yes"),
        (RAMP, "Onze consulent Bea komt bij u thuis.", "yes"),
        (BILL, "De taxateur bekijkt uw verhaal en die stuurt u een nieuwe aanslag.", "yes"),
        # near misses: nobody named, only in general, or past
        (PAY, "U krijgt daar nog een mail over.", "partial"),
        (PAY, "Iemand neemt nog contact met u op.", "partial"),
        (RAMP, "De consulent komt bij u thuis als er iets verandert.", "na"),
        (PAY, "De deurwaarder neemt altijd eerst contact op.", "na"),
        (PAY, "Mijn collega Joris mailt u niet, dat doet niemand.", "na"),
        (PAY, "Mijn collega Joris stuurde u dat in maart al toe.", "na"),
    ],
)
def test_a_named_sender_says_by_whom(asked, said, expected, bare):
    assert answer(EXPECT, TALK.format(asked, said), bare=bare) == expected
