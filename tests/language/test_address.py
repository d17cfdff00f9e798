import csv
from pathlib import Path

import pytest
from spoken import a_turn

from scoring.language.address import about_the_caller, address, says_je_surely

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "data" / "text" / "formality_telephony.tsv"


@pytest.mark.parametrize(
    ("said", "formal", "informal", "loose"),
    [
        ("Kunt u uw naam spellen?", 2, 0, 0),
        ("dan bel ik u.", 1, 0, 0),
        ("U krijgt uzelf bericht", 2, 0, 0),
        ("Je spreekt met Noor.", 0, 1, 0),
        ("wat is je naam", 0, 1, 0),
        ("heb jij jouw brief", 0, 2, 0),
        ("Ik ga je doorverbinden.", 0, 1, 0),
        ("dan ga ik je doorverbinden", 0, 1, 0),
        ("ik kijk even met je mee", 0, 1, 0),
        ("Ik zou het straks nog eens proberen als ik je was.", 0, 1, 0),
        ("Hoe spel je Bronkhorst?", 0, 1, 0),
        ("Wanneer had je hem aangevraagd?", 0, 1, 0),
        ("Ben je er nog?", 0, 1, 0),
        ("sterkte met je kleine", 0, 1, 0),
        ("Wil je het op papier hebben?", 0, 1, 0),
        ("En wat verkoop je? Of blijf je hangen?", 0, 2, 0),
        ("Kun je dat vandaag doen?", 0, 1, 0),
        ("Neem je moeder mee.", 0, 1, 0),
        ("heb je een brief gehad", 0, 1, 0),
        ("Dank je wel, dankjewel hoor.", 0, 0, 0),
        ("weet je wat, weet je", 0, 0, 0),
        ("Jullie krijgen bericht.", 0, 0, 0),
        ("ik spel het even: d, e, u, r", 0, 0, 0),
        ("Zeven of negen. En is het nu ook, hoor je het nu?", 0, 1, 0),
        ("Hoor je ze nu praten?", 0, 1, 0),
        ("Zie je ze staan dan?", 0, 1, 0),
        ("hoor je het nu", 0, 1, 0),
        ("zie je het lampje branden", 0, 1, 0),
        ("zie je wel", 0, 0, 0),
        ("Zie je wel?", 0, 0, 0),
        ("Ja zie je, hier heb ik 'm.", 0, 0, 0),
        ("dat hoor je vaker", 0, 0, 0),
        ("Dat hoor je wel vaker, toch?", 0, 0, 0),
        ("Als hij opduikt, hoor je het.", 0, 0, 0),
        ("dan hoor je het vanzelf", 0, 0, 0),
        ("Snap je?", 0, 0, 0),
    ],
)
def test_forms_of_address(said, formal, informal, loose):
    assert address(a_turn(said)) == (formal, informal, loose)


@pytest.mark.parametrize(
    "said",
    [
        "Dan krijg je een brief.",
        "dan moet je een formulier invullen",
        "Daar kun je gewoon naartoe",
        "als je verhuist dan meld je dat",
        "dan vraag je een afspraak aan",
        "Een ontheffing, die vraag je aan bij Vergunningen.",
        "Ah, daar heb je het al",
        "soms heb je geluk",
        "Voor nieuw werk heb je het projectbureau.",
        "Dan zit je op een termijn van zes weken.",
        "je hebt zes weken om te reageren",
        "op de website kun je dat zelf regelen",
        "zo loopt zo'n hond zestien jaar met je mee",
        "dan zit je vast aan dat scherm",
    ],
)
def test_generic_je_is_not_sure(said):
    assert address(a_turn(said)).informal == 0


@pytest.mark.parametrize(
    "said",
    [
        "Vervelend dat je zo lang hebt moeten wachten.",
        "sorry dat je tevergeefs gekomen bent",
        "Die brief waar je van geschrokken bent, die pakken we erbij.",
        "Wat stond er op het scherm toen je klaar was?",
        "kijk naar de uitkering die je in december hebt gehad",
        "Waar je nu mee zit, lossen we op.",
        "Neem morgen je papieren mee.",
        "zet er dan je naam op",
        "Stuur maar je bewijs op.",
        "En vraag je broer of hij tekent.",
        "Oké, noem je nummer maar.",
        "Dan hoor je me woensdag.",
        "dan hoor je uiterlijk vrijdag van ons",
        "Dan zie je me de eenentwintigste.",
        "Dan bel je ons even.",
        "Heb je die?",
        "En heb je dat ook al gemeld?",
        "oke en hoe vaak gooi je glas weg",
    ],
)
def test_je_to_this_caller_in_orders_and_in_what_happened(said):
    assert address(a_turn(said)).informal == 1
    assert says_je_surely(a_turn(said).line)


@pytest.mark.parametrize(
    "said",
    [
        "Dan moet je wel op tien dagen rekenen.",
        "Daar word je gek van.",
        "Zo'n brief waar je van schrikt.",
        "van mij heb je het niet",
        "Ik snap dat je aan zo'n ding gehecht raakt.",
        "Niet weten waar je aan toe bent.",
        "het telt mee als je een kind hebt grootgebracht",
        "Dat hoor je van mensen vaker.",
        "Dat zie je bij ons ook.",
        "Vroeger, toen je nog zo kon binnenlopen.",
        "Het is pas erg dat je geen geld had.",
        "Zoiets vergeet je nooit meer.",
        "Neem je de bus, dan moet je overstappen.",
        "Weet je wat?",
        "Snap je?",
        "bel dan moet je wel lang wachten",
    ],
)
def test_what_anyone_does_or_feels_is_no_je_to_this_caller(said):
    assert address(a_turn(said)).informal == 0


@pytest.mark.parametrize(
    "said",
    [
        "Dan krijg je er van de week een mailtje over.",
        "dan kom je donderdag bij mij",
        "Dan moet je nu naar de meterkast.",
        "dan moet je even wachten ik vraag het na",
        "Moet je morgen proberen.",
        "Dan heb je nog recht op een vergoeding, zie ik hier.",
        "Dan ben je nu aangemeld.",
        "Dat heb je niet van mij.",
        "dat heb je van mij niet gehoord",
        "Dat heb ik je niet verteld.",
        "wat hadden ze je daar vooraf over verteld",
        "Dat moet je niet doorvertellen hoor.",
        "Wat is je huisnummer?",
        "mag ik je voor letters",
        "Ik heb je mailadres nodig.",
        "ik snap dat je boos bent",
    ],
)
def test_je_in_what_stands_in_the_file_or_happens_soon(said):
    assert address(a_turn(said)).informal == 1
    assert says_je_surely(a_turn(said).line)


@pytest.mark.parametrize(
    "said",
    [
        "Als je minder verdient, betaal je minder.",
        "je kunt dat bij elke balie inleveren",
        "Daar heb je loketten voor.",
        "Dan heb je als burger weinig keus.",
        "als je verhuist dan krijg je een brief",
        "Dan moet je altijd een bewijs hebben.",
        "dan moet je je gegevens invullen",
        "Dan krijg je binnen zes weken bericht.",
    ],
)
def test_je_of_a_rule_is_anyone(said):
    assert address(a_turn(said)).informal == 0


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Kun jij haar overnemen?", True),
        ("Ze vindt het spannend. Kun jij haar nu hebben?", True),
        ("(tegen collega) Weet jij iets van die brug?", True),
        ("Ik heb een meneer met een inrit, die kent jou nog.", True),
        ("Heb jij een zaaknummer?", False),
        ("Weet jij nog wanneer dat was?", False),
        ("Kunt u haar even geven?", False),
    ],
)
def test_what_is_said_to_a_colleague_addresses_no_caller(said, about):
    assert about_the_caller(a_turn(said)) == about


def test_the_formal_half_of_telephone_pairs_is_more_formal():
    if not PAIRS.exists():
        pytest.skip("the pairs of CoCoA-MT are not beside this project (../shared/data/text)")
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) >= 400
    ordered = sum(_formality(row["formal"]) > _formality(row["informal"]) for row in rows)
    assert ordered / len(rows) >= 0.97


def _formality(text: str) -> float:
    seen = address(a_turn(text))
    return seen.formal - seen.informal - 0.5 * seen.loose
