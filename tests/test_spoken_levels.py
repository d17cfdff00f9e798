"""Threats to others, insults without an object and criticism by mockery count; what another said and rough praise do not."""

import pytest
from by_the_rubric import answer, level, levels


@pytest.mark.parametrize(
    "said",
    [
        "Dan duw ik die controleur zo van het balkon.",
        "Als hij weer aanbelt gaat hij van de galerij af.",
        "Ik mep die parkeerwachter van jullie in elkaar.",
        "Als ik die opzichter zie, breek ik zijn vingers.",
        "De eerste inspecteur die hier komt vertrekt in een lijkzak.",
        "De volgende die hier komt meten gaat er horizontaal uit.",
        "Zeg maar tegen die wethouder dat hij niet meer alleen over straat moet.",
        "Dan stuur ik mijn broer wel op je af.",
        "Ik wacht je vanavond op bij de personeelsingang.",
        "Jij bent om vijf uur klaar, toch? Dan sta ik bij de fietsenstalling.",
        "Dan kijken we wel wie er nog heel naar buiten komt.",
        "Wij krijgen jou nog wel te pakken.",
        "Jullie krijg ik nog wel, allemaal.",
        "Jouw kop gaat eraf.",
        "Dan sleur ik jou over die balie heen.",
        "Als jullie hier nog een keer langskomen vallen er klappen.",
        "Ik heb een geweer in de kast, ik zeg het maar.",
        "Jij hebt toch ook kinderen? Zou jammer zijn als daar wat mee gebeurde.",
        "Ik gooi vannacht een steen door de ruit van jullie.",
        "Dan gaat die slagboom in de fik, en jullie kantoor erbij.",
    ],
)
def test_a_threat_to_another_or_half_said_is_one(said):
    assert levels(said) == {4}


@pytest.mark.parametrize(
    "said",
    [
        "Mijn ex appt de hele dag: ik krijg jou nog wel te pakken.",
        "Ik krijg jou nog wel te pakken, riep de buurman over de schutting.",
        "De buurman staat te schreeuwen ik sla je dood.",
        "Hij stuurde een berichtje, ik weet waar je woont.",
        "Ze zei letterlijk: ik stuur mijn broers op je af.",
        "Hij heeft gezegd, ik wacht je op na je werk.",
        "Hij zei, dan gaat de schuur in de fik en jullie huis erbij.",
        "Als mijn ex langskomt vallen er klappen, daar ben ik bang voor.",
        "Ik krijg je nog wel te pakken op je mobiel.",
        "Ik bel morgen wel weer, ik krijg jullie nog wel te pakken.",
        "Dan gooi ik die bank van het balkon, mag dat?",
        "Ik wacht jullie op bij de brug, dan wijs ik het aan.",
        "Jij bent om vijf uur vrij toch? Dan sta ik om half vijf aan de balie.",
        "Die wethouder komt hier niet weg zonder handtekening.",
        "De volgende die komt meten gaat er langs de achterkant in.",
        "Ik stuur mijn zoons wel even langs bij jullie om de bank te halen.",
        "Ik stuur mijn vrienden op die vacature af.",
        "Het is zonde als er iets met jullie kinderen gebeurt op dat kruispunt.",
        "Ik heb een geweer van mijn opa, ik zeg het maar, want ik wil het inleveren.",
        "Kijk maar uit als je naar je auto loopt, het is spekglad.",
        "Er vallen daar nog doden als jullie die bocht niet aanpassen.",
        "Straks gaat die automaat in de fik met die losse draden.",
        "Ik trek je vraag even door naar de volgende.",
        "Als er jongeren komen vallen er klappen.",
    ],
)
def test_what_another_threatened_with_and_a_danger_are_none(said):
    assert max(levels(said)) < 4


NAMED = """A: Goedemiddag, met Femke Brands.
B: Ik bel over mijn aanvraag.
A: Die is nog niet klaar.
B: {}
A: {}
B: Oké.
A: Dag meneer."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "named",
    [
        "Meneer, u bedreigt mij en dat accepteer ik niet. Ik beëindig dit gesprek.",
        "Dat is een bedreiging, dat accepteren wij niet.",
        "Dat vat ik op als een dreigement.",
    ],
)
def test_an_employee_who_names_the_threat_heard_one(named, bare):
    assert level(NAMED.format("Mooi open is dat schoolplein van uw meisje.", named), bare=bare) == 4


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "named",
    [
        "Ik zie dat niet als een bedreiging hoor.",
        "Dat is een bedreiging, daar kunt u aangifte van doen.",
        "Wat naar. Bedreigingen van uw ex mag u bij de politie melden.",
    ],
)
def test_an_employee_who_means_another_heard_none(named, bare):
    assert level(NAMED.format("Mijn ex zet dan weer zulke dingen in de app.", named), bare=bare) < 4


@pytest.mark.parametrize(
    "said",
    [
        "Trut.",
        "Klootzak!",
        "Domme koe.",
        "Val toch dood.",
        "Stuk onbenul.",
        "U snapt er werkelijk geen snars van.",
        "U bent hier gewoon niet geschikt voor.",
        "Jij bent totaal ongeschikt voor dit werk.",
        "Hebben ze jou soms bij een pakje boter gekregen?",
        "Geef mij maar iemand die wel kan nadenken.",
        "Jij deugt niet.",
        "Het buskruit heeft u ook niet uitgevonden.",
        "Typisch, zo'n omhooggevallen snotneus als jij.",
    ],
)
def test_an_insult_alone_in_a_turn_or_in_polite_dress_is_one(said):
    assert levels(said) == {3}


@pytest.mark.parametrize(
    "said",
    [
        "Jij bent een topwijf!",
        "Jij bent een gekke vent, in de goeie zin hè.",
        "Wat ben jij een heks zeg, hoe weet je dat allemaal!",
        "Rot op, echt waar? Wat een mazzel!",
        "Trut, ik heb m'n bril niet op, wacht even.",
        "Stomme trut, zei ze tegen me.",
        "Ze roepen steeds val dood naar mijn zoontje.",
        "Dat stuk onbenul van een monteur kwam niet.",
        "Klootzak! Sorry, er reed er een bijna over me heen.",
        "Stomme koe van de buren staat weer los.",
        "Eikel, met een e.",
        "Ik snap er geen jota van.",
        "Bent u geschikt voor die training?",
        "U bent niet geschikt voor deze regeling, stond er in de brief.",
        "Hebben ze u de sleutel uit het pakje gehaald?",
        "Ik zoek iemand die wel kan meedenken.",
        "Die computer deugt niet.",
        "Zo'n kanjer als u kom je niet vaak tegen.",
    ],
)
def test_rough_praise_and_words_about_another_are_no_insult(said):
    assert max(levels(said)) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Nou, applaus hoor. Vier maanden voor één stempel.",
        "Een topprestatie weer van jullie kant.",
        "Dat noemen ze dan klantvriendelijk.",
        "En dat noemt zich een gemeente.",
        "Ik snap niet dat daar mensen voor betaald krijgen.",
        "En daar betalen wij belasting voor.",
        "Als ik zo zou werken was ik allang ontslagen.",
        "Dan zien wij elkaar bij de rechtbank.",
        "Ik ga hiermee naar Radar.",
        "Wacht maar tot de wethouder hiervan hoort.",
        "Iedereen mag weten hoe jullie met oude mensen omgaan.",
        "De gekken hebben het daar voor het zeggen.",
        "Het is toch van de zotte.",
        "Bij jullie gaat alles zo traag.",
        "Ik word steeds van het kastje naar de muur gestuurd.",
    ],
)
def test_mockery_and_a_complaint_announced_are_criticism(said):
    assert levels(said) == {2}


@pytest.mark.parametrize(
    "said",
    [
        "Nou, applaus hoor, wat een vlotte service.",
        "Wat fijn dat jullie zo meedenken, bedankt.",
        "Knap werk hoor, die stoep ligt er weer prachtig bij.",
        "Dat noemen ze dan een tegemoetkoming.",
        "En daar betalen wij hondenbelasting voor?",
        "Dan zien we elkaar dinsdag bij de rechtbank.",
        "Mijn advocaat vraagt of u de stukken wilt sturen.",
        "Ik stap naar de krant voor die vacature.",
        "Wacht maar tot de burgemeester komt, dan knippen we het lint.",
        "Gaat bij jullie alles goed?",
        "Dat doen jullie toch?",
        "Jullie hebben mijn adres toch?",
        "Jullie zijn toch open vandaag?",
        "Als ik zo zou fietsen lag ik op straat.",
    ],
)
def test_the_same_words_in_earnest_are_no_criticism(said):
    assert max(levels(said)) < 2


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("U bedreigt mij, dat accepteer ik niet. Ik verbreek de verbinding.", "yes"), ("Ja ja.", "no")],
)
def test_a_threat_to_a_third_asks_for_a_limit(limit, expected):
    talk = f"""A: Goedemiddag, met Femke Brands.
B: Als die deurwaarder nog eens komt, breek ik zijn benen.
A: {limit}
B: Wat?"""
    assert answer("behulpzaam.grens_stellen", talk) == expected
