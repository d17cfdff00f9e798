"""Threats are seen; who swears without meaning anybody, or at himself, is not reported."""

import csv
from pathlib import Path

import pytest
from by_the_rubric import level

CASES = Path(__file__).resolve().parents[2] / "shared" / "data" / "text" / "aggression_cases.tsv"
FRAME = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Femke Brands.
B: Ja, goedemorgen, met Aalders.
A: Waarmee kan ik u helpen?
B: {}
A: Ik hoor wat u zegt.
B: Ja.
A: Fijne dag, meneer Aalders."""


def of_one(said: str) -> int:
    """The level of a calm call in which this is said."""
    return level(FRAME.format(said))


@pytest.mark.skipif(not CASES.exists(), reason="de zinnen met agressie (shared/data) zijn er niet")
def test_threats_are_seen_and_harmless_swearing_is_not():
    with CASES.open(encoding="utf-8", newline="") as file:
        found = [(row["functionality"], of_one(row["text"])) for row in csv.DictReader(file, delimiter="\t")]
    threats = [seen for kind, seen in found if kind.startswith("threat")]
    swearing = [seen for kind, seen in found if kind == "profanity_nh"]
    assert len(threats) == 135
    assert sum(seen == 4 for seen in threats) / len(threats) >= 0.85
    assert len(swearing) == 54
    assert sum(seen >= 3 for seen in swearing) / len(swearing) <= 0.05


@pytest.mark.parametrize(
    "said",
    [
        "Ze zouden jullie moeten executeren.",
        "Jullie verdienen de dood.",
        "Jullie zouden opgehangen moeten worden.",
        "Jullie moeten allemaal aan de hoogste boom.",
        "Er is maar één antwoord en dat is dood aan jullie.",
        "Ik ga die man zijn nek breken, let op mijn woorden.",
    ],
)
def test_violence_wished_on_the_organisation_is_a_threat(said):
    assert of_one(said) == 4


@pytest.mark.parametrize(
    "said",
    [
        "Ik was gewoon een oen, ik had die brief moeten bewaren.",
        "Daar stond ik dan, ik gedroeg me echt als een hufter tegen die man.",
        "Ben ik nou zo'n sukkel dat ik dat niet snap?",
        "Godverdomme, nou is die bus ook nog weg.",
        "Ik dacht dat het kroos was. Ik ben ook zo'n sukkel.",
        "Er staat een papegaai op, op de foto.",
        "Als je belt krijg je alleen maar een robot aan de lijn.",
        "De hoogste boom in onze straat dreigt om te waaien.",
        "Dat bord moet nog opgehangen worden.",
        "U zou mij terugbellen maar er werd gewoon opgehangen.",
        "Je gaat er niet dood aan, maar je wordt er niet groter van.",
        "Jullie doen niks, en dan moet er eerst iemand zijn nek breken.",
        "U bent de eerste die nog niet heeft opgehangen.",
    ],
)
def test_who_swears_at_himself_or_at_nobody_is_not_personal(said):
    assert of_one(said) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Ik ben helemaal klaar met jou, klootzak.",
        "Ik ben klaar met zo'n eikel als jij.",
        "Daar kan ik niet tegen, zo'n trut als jij.",
        "Wat ben jij een ongelooflijke eikel zeg.",
        "Hou toch je bek, trut.",
    ],
)
def test_who_swears_at_the_employee_is(said):
    assert of_one(said) >= 3


@pytest.mark.parametrize(
    "said",
    [
        "Kunt u een einde maken aan die geluidsoverlast?",
        "Mensen verbranden hier elke avond hun snoeihout.",
        "Hoe kan ik me ontdoen van die oude koelkast?",
        "Ik kan mijn moeder niet zo zien lijden.",
        "Moet ik eerst dood gaan voordat jullie komen?",
        "Er is hier iemand vermoord, wij willen daar een gedenksteen.",
        "Ik wil jullie niet aanvallen hoor, maar het duurt wel lang.",
        "Ik kan mezelf wel wurgen dat ik dat formulier vergeten ben.",
        "Wij verdrinken in de formulieren, en jullie maken het niet makkelijker.",
        "Daar loopt een kind het water in en dan verdrinken er mensen, er moet een hek komen.",
        "U moet dat even afmaken, die aanvraag.",
        "Mag ik takken verbranden op mijn eigen erf?",
        "Wat heb ik aan die brief van jullie?",
        "Ik heb de aanvraag half ingevuld, vanavond maak ik hem af.",
        "Dan maak ik jullie formulier eerst af en stuur ik het op.",
        "Ik hoop dat die oude boom niet doodgaat door dat graven.",
        "Ik hoop dat je er niet aan doodgaat, aan die rook.",
        "Mijn kinderen zijn daar bijna verdronken, er moet een hek komen.",
        "Haar handen zijn verbrand en nu kan ze niet werken.",
        "Dan kom ik met de kleine op schoot, ik heb geen oppas.",
        "Mijn bed is te groot voor de lift, kan dat met de verhuizer?",
        "Wat heb je nou aan zo'n brief?",
        "Er hangt een kort rokje in de boom bij de speeltuin.",
        "Wat heb je aan als het regent op de markt, mag een tent?",
    ],
)
def test_strong_words_about_something_else_are_no_threat(said):
    assert of_one(said) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Ik sla hem dood als hij hier het erf op komt.",
        "Ik hoop dat jullie allemaal doodgaan.",
        "Ik zal je weten te vinden, dan maak ik je af.",
        "Als ik die collega van jou tegenkom vermoord ik hem.",
        "Ik steek die hele tent van jullie in de fik.",
        "Ik weet hoe laat jij klaar bent met werken.",
        "Jij komt straks niet meer veilig bij je auto.",
        "Wat heb jij een lekker stemmetje, schat.",
        "En, wat heb je eronder aan? Wat draag je onder je bloesje?",
        "Ga je straks met me mee naar bed?",
        "Kom jij maar eens lekker bij mij op schoot zitten.",
        "Zit je daar in zo'n kort rokje op kantoor?",
        "Zeg, wat heb je nou aan?",
        "Draag je wel een bh onder die headset?",
    ],
)
def test_a_threat_and_sexual_intimidation_are_seen_however_calm(said):
    assert of_one(said) == 4
