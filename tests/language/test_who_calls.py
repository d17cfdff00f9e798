"""Who will ring back: a person, a role or the employee, and never the caller or a word of when."""

import pytest
from spoken import a_turn

from scoring.language.meant import role_meant
from scoring.language.who_calls import asks_to_ring, who_calls


def who(*lines: str, strangers: tuple[str, ...] = ()) -> str | None:
    """Who rings back, promised in the last of these lines."""
    capitals = any(map(str.isupper, lines[0]))
    turns = [a_turn(line) for line in lines]
    return who_calls(turns, [len(lines) - 1], capitals=capitals, strangers=strangers)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ik kan haar vragen om u te bellen", None),
        ("ze belt u vrijdag in de loop van de dag", None),
        ("de opzichter van die straat belt u", "de opzichter"),
        ("ik vraag of de wijkbeheerder u belt", "de wijkbeheerder"),
        ("ik laat iemand van dat team u bellen", "iemand van dat team"),
        ("de inkomensconsulent belt u morgen", "de inkomensconsulent"),
        ("Aanvraag staat erin, Petra belt u.", "Petra"),
        ("Formulier is er, u wordt gebeld.", None),
        ("Ge wordt morgen opgebeld.", None),
        ("Petra Bos belt u.", "Petra Bos"),
        ("Petra zal u bellen.", "Petra"),
        ("dan komt hij voor de lekkage en hij belt van tevoren", None),
        ("ik zet een terugbelverzoek uit", None),
        ("de loodgieter belt u van tevoren", "de loodgieter"),
        ("ik laat u terugbellen door iemand van vergunningen", "iemand van vergunningen"),
        ("dan belt anouk verhoeven u terug", "anouk verhoeven"),
        ("ik laat mevrouw verhoeven bellen", "mevrouw verhoeven"),
        ("mevrouw van der wielen belt u uiterlijk maandag", "mevrouw van der wielen"),
        ("vrijdagochtend bel ik u terug", "ik"),
        ("wij bellen u dan morgen", "wij"),
        ("Dan belt mevrouw Boersma u.", "mevrouw Boersma"),
        ("Dan wordt u teruggebeld door mevrouw Boersma.", "mevrouw Boersma"),
        ("Saskia belt u morgen.", "Saskia"),
        ("Ik leg het bij Saskia Prins neer en ik bel u vanmiddag terug.", "ik"),
        ("Dan vraag ik Saskia of ze u terugbelt.", "Saskia"),
        ("Mijn collega Ruud Jacobs van groen die belt u zodra er een datum is.", "Ruud Jacobs"),
        ("Ik laat u bellen, mevrouw. Op de Rijksweg dus.", None),
    ],
)
def test_who_calls_is_a_person_or_a_role(said, name):
    assert who(said) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Die laat ik u straks bellen.",), None),
        (("die is er niet die laat ik u straks bellen",), None),
        (("Dan laten we u bellen.",), None),
        (("Sietske laat ik u even bellen.",), "Sietske"),
        (("Ik laat Sietske u bellen.",), "Sietske"),
        (("ik laat sietske u bellen",), "sietske"),
        (("De consulent is weg.", "Die laat ik u dan bellen."), "De consulent".lower()),
        (("Laat ik u straks even bellen.",), "ik"),
        (("Goed. Erwin Sloof belt u morgen.",), "Erwin Sloof"),
        (("koppelen sietske belt u",), "sietske"),
        (("Maarten belt u.",), "Maarten"),
        (("dan belt marleen verhoeven u terug",), "marleen verhoeven"),
    ],
)
def test_who_lets_another_ring_does_not_ring(lines, name):
    assert who(*lines) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Het ligt bij Joris van team Vergunningen en hij belt u.",), "Joris"),
        (("Dat doet Ruud.", "Hij belt u morgen."), "Ruud"),
        (("Ruud Jacobs behandelt het. Ik laat hem u bellen.",), "Ruud Jacobs"),
        (("Het ligt bij Farah Benali, ze belt u.",), "Farah Benali"),
        (("Gerwin heet hij, hij belt u.",), "Gerwin"),
        (("Het dossier gaat naar Ger Prummel, hij belt u.",), "Ger Prummel"),
        (("Dat doet Verkeer. Ik laat hem u bellen.",), None),
        (("Dat doet Grondzaken. Ik laat hem u bellen.",), None),
        (("Dat ligt bij Hellendoorn. Hij belt u.",), None),
        (("Dat speelt op de Rijksweg. Hij belt u.",), None),
        (("Niemand doet dat. Hij belt u.",), None),
        (("Dat doet Ruud. Ze bellen u.",), None),
        (("De wethouder heet Bos, maar de consulent gaat erover. Zij belt u.",), "de consulent"),
        (("Mevrouw De Wit behandelt dat. Ze belt u.",), "Mevrouw De Wit"),
        (("Zal ik mijn collega in Hellendoorn vragen of die u belt?",), "mijn collega"),
    ],
)
def test_who_handles_it_is_meant_by_the_pronoun(lines, name):
    assert who(*lines) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Dan laat ik Anouk u morgenochtend tussen negen en elf bellen.", "Anouk"),
        ("dan laat ik anouk u morgenochtend tussen negen en elf bellen", "anouk"),
        ("Dan gaat Femke u morgen in de loop van de ochtend terugbellen.", "Femke"),
        ("Anouk zal u dan morgen tussen negen en elf even terugbellen.", "Anouk"),
        ("Ik laat Joris van Vergunningen u uiterlijk morgen voor de lunch bellen.", "Joris"),
        ("De teamleider laat ik u morgen tussen negen en elf bellen.", "de teamleider"),
        ("de consulent zal u dan uiterlijk morgen voor twaalf uur even terugbellen", "de consulent"),
        ("Ik laat het Anouk weten. Morgen om negen uur bel ik u.", "ik"),
        ("Ik bel de planner en dan bel ik u vandaag nog.", "ik"),
        ("Petra komt morgen langs om negen uur, u wordt gebeld.", None),
        ("de agenda van morgen tussen negen en elf bellen", None),
    ],
)
def test_when_and_whom_may_stand_between_a_name_and_ringing(said, name):
    assert who(said) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Dat is dokter Wisse.", "Ze belt u."), "dokter Wisse"),
        (("De jeugdarts is dokter Wisse, die is vandaag weg. Ze belt u.",), "dokter Wisse"),
        (("Ik leg het bij notaris Veen neer, die belt u.",), "notaris Veen"),
        (("De wijkverpleegkundige belt u morgen.",), "de wijkverpleegkundige"),
        (("de jeugdarts belt u morgen",), "de jeugdarts"),
        (("De dijkgraaf zelf belt u morgen.",), "de dijkgraaf"),
        (("ik vraag of de schuldhulpverlener u belt",), "de schuldhulpverlener"),
        (("De maatschappelijk werker belt u.",), "de maatschappelijk werker"),
        (("Een hoogwerker staat er morgen en u wordt gebeld.",), None),
        (("de dokter komt morgen", "u wordt gebeld"), None),
    ],
)
def test_a_title_or_role_of_the_public_service(lines, name):
    assert who(*lines) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("De teamleider is in bespreking.", "Ik kan een notitie maken dat ze u bellen."), None),
        (("De wethouder doet dat niet zelf.", "Ik zet erin dat ze u terugbellen."), None),
        (("De consulent is ziek en de teamleider is weg.", "Ik vraag of ze u willen bellen."), None),
        (("Dan gaat u naar het secretariaat.", "Ik vraag of ze u bellen."), "het secretariaat"),
        (("Dat ligt bij de afdeling Belastingen.", "Ze bellen u."), "de afdeling belastingen"),
        (("de taxateurs doen dat", "ik vraag of ze u bellen"), "de taxateurs"),
        (("De teamleider is weg.", "Ik laat ze u bellen, die van het secretariaat."), "het secretariaat"),
        (("De teamleider is weg.", "Ik maak een notitie dat de teamleider u belt."), "de teamleider"),
        (("De teamleider is weg.", "Ik vraag of ze u wil bellen."), "de teamleider"),
        (("Mevrouw De Wit doet dat.", "Ik zorg dat ze u kan bellen."), "Mevrouw De Wit"),
        (("Mevrouw De Wit doet dat.", "Ik laat ze u bellen."), "Mevrouw De Wit"),
    ],
)
def test_more_than_one_who_ring_are_a_group(lines, name):
    assert who(*lines) == name


def test_a_rarer_role_is_meant_when_nobody_else_is_named():
    turns = [a_turn(line) for line in ("De boswachter weet dat.", "Hij belt u morgen.", "Ze bellen u.")]
    assert role_meant(turns, [1]) == "de boswachter"
    assert role_meant(turns, [2]) is None


def test_who_talks_is_no_third_person():
    assert who("dan bel ik u morgen terug meneer claes", strangers=("claes",)) == "ik"
    said = "goed meneer claes maandag belt mevrouw van dijk u over het bezoek"
    assert who(said, strangers=("claes",)) == "mevrouw van dijk"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("dat ligt bij mevrouw van dijk", "dan belt ze u uiterlijk maandag"), "mevrouw van dijk"),
        (("dat ligt bij mevrouw van dijk", "ik kan vragen of zij u terugbelt"), "mevrouw van dijk"),
        (("dat ligt bij mevrouw van dijk", "en meneer bos is er niet", "zij belt u"), "mevrouw van dijk"),
        (("Ik geef het door aan de consulent.", "Die belt u dan morgen."), "de consulent"),
        (("Mijn collega Farida Haddad gaat erover.", "Ik laat haar u dan bellen."), "Farida Haddad"),
        (("Ik zoek mevrouw Boersma.", "Ik maak een terugbelverzoek voor haar aan."), "mevrouw Boersma"),
        (("Dat doet mevrouw Boersma.", "Dinsdag komt ze. Ik bel u vanmiddag terug."), "ik"),
        (("dat weet ik niet", "zij belt u"), None),
    ],
)
def test_a_pronoun_is_who_was_named_last(lines, name):
    assert who(*lines) == name


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Belt u dan morgen even het nummer door.", True),
        ("Dat is goed. Dus belt u morgen maar.", True),
        ("Mijn collega belt u morgen om een dag te prikken.", False),
        ("Dat is goed. Hij belt u dan woensdag.", False),
    ],
)
def test_a_sentence_that_begins_so_asks_the_caller_to_ring(said, asked):
    found = asks_to_ring(a_turn(said))
    assert bool(found) == asked
    assert all("elt u dan" in said[start:end] or "elt u morgen" in said[start:end] for start, end in found)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Ik leg het bij Petra neer en die belt u morgen.",), "Petra"),
        (("ik leg het bij petra neer en die belt u morgen",), "petra"),
        (("Ik leg 't bij Peter neer, die belt u dan.",), "Peter"),
        (("Zal ik Petra d'r op zetten dat zij u belt?",), "Petra"),
        (("Dat moet naar Karin Mol. Zij belt u morgen.",), "Karin Mol"),
        (("Dat is iets voor Petra. Zij belt u morgen.",), "Petra"),
        (("Ik vraag het Samira.", "Goed.", "Zij kan u morgen bellen, is dat goed?"), "Samira"),
        (("Ik geef het aan Jorrit.", "Goed.", "Kan hij u morgen bellen?"), "Jorrit"),
        (("ik geef het aan jorrit die gaat erover kan hij u morgen bellen",), "jorrit"),
        (("Dat weet Hilko van duurzaamheid.", "O.", "Zal ik vragen of hij u belt?"), "Hilko"),
        (("Fenna zit vandaag thuis. Ik laat haar u morgen bellen.",), "Fenna"),
        (("Daar moet Ria naar kijken, die doet de verminderingen.", "O.", "Zij belt u."), "Ria"),
        (("Dat is Marcel Duin, die is nu aan het eten. Kan hij u bellen?",), "Marcel Duin"),
        (("mia van den berg die doet dat", "o", "dan belt ze u vrijdag"), None),
        (("dat doet mia van den berg die is in overleg", "o", "dan belt ze u"), "mia van den berg"),
        (("Wouter Pierik zit op cursus.", "O.", "Wouter belt u morgen."), "Wouter Pierik"),
        (("En Van Egmond belt u uiterlijk donderdag.",), "Van Egmond"),
        (("Merel of Henk-Jan belt u morgen.",), "Merel of Henk-Jan"),
        (("Dat gaat naar Hellendoorn. Hij belt u.",), None),
        (("Hij loopt het Pieterpad met haar zus.", "O.", "Dan belt ze u woensdag."), None),
        (("Brandweer moet nog kijken. Zij belt u.",), None),
        (("ik vraag bevestiging", "goed", "hij belt u"), None),
        (("Ze komt uit Hansweert, die kent de wind. Zij belt u.",), None),
    ],
)
def test_with_whom_the_matter_is_laid_is_meant_by_the_pronoun(lines, name):
    assert who(*lines) == name


def test_of_a_caller_only_who_is_asked_for_is_meant():
    turns = [
        a_turn(line) for line in ("Mijn zoon Daan heeft een brief.", "Kan Jelmer mij bellen?", "Hij belt u.")
    ]
    assert who_calls(turns, [2], capitals=True, callers={0, 1}) == "Jelmer"
    assert who_calls([turns[0], turns[2]], [1], capitals=True, callers={0}) is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Dat moet de consulent omzetten. Dat is nu Jorrit. Kan hij u bellen?",), "Jorrit"),
        (("Uw casemanager kan dat niet. Jorrit pakt dat op, mag die u morgen bellen?",), "Jorrit"),
        (("Mijn collega wist het niet. Petra weet dat wel, zij belt u.",), "Petra"),
        (
            ("De teamleider weet het ook niet. Ik leg het bij de vergunningenafdeling en die belt u.",),
            "de vergunningenafdeling",
        ),
        (("De consulent kan dat niet zelf.", "O.", "Die belt u wel morgen."), "de consulent"),
        (("Dat doet Petra, maar de consulent weet het. Zij belt u.",), "de consulent"),
        (("Dan belt een taxateur u op.",), "een taxateur"),
        (("dan belt de planning u op vandaag of morgen",), "de planning"),
        (("de betaalgroep belt u morgen",), "de betaalgroep"),
        (("dat ligt bij team inkomen", "ja", "dan belt iemand van dat team u op"), "iemand van team inkomen"),
        (("Ik laat team haar bellen.",), None),
        (("Ik laat team haar bellen u morgen.",), None),
        (("Het gaat naar parkeerbeheer. Die bellen u dan morgen.",), "parkeerbeheer"),
        (("dat doet handhaving", "o", "dan bellen ze u morgen"), "handhaving"),
        (("Dat is uw afval. Ze bellen u morgen.",), None),
        (("Ik geef u morgen zelf een belletje.",), "ik"),
        (("op de website belt u dan",), None),
        (("De hele dag belt u maar.",), None),
    ],
)
def test_a_role_a_department_or_a_name_rings(lines, name):
    assert who(*lines) == name
