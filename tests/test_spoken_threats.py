"""Threats and insults in plain words count whatever the employee says to them; accidents, pets and visits do not."""

import pytest
from by_the_rubric import answer, levels


@pytest.mark.parametrize(
    "said",
    [
        "Anders kom ik kijken en breek ik jullie poten.",
        "Zeg maar tegen hem dat ik hem zijn benen breek.",
        "Dan ram ik jullie loket kort en klein.",
        "Anders gooi ik die boel daar in elkaar.",
        "Ik sla die vent van handhaving in elkaar.",
        "Hij krijgt van mij een klap voor z'n kop.",
        "Nog één boete en ik zet dat raadhuis in de hens.",
        "Anders gaat de fik in dat kantoor van jullie.",
        "Als die inspecteur hier komt stuur ik mijn honden op hem af.",
        "Als jullie weer iemand sturen, staat er iemand met een riek.",
        "Laat hem maar komen, dan sta ik klaar met een honkbalknuppel.",
        "Als hier niks verandert, dan vallen er klappen.",
        "Kijk straks maar goed over je schouder.",
        "Ik kom er heus wel achter waar jij woont.",
        "Ik weet jou nog wel te vinden.",
        "Jij gaat er nog aan, mannetje.",
        "Wacht maar, ik krijg jou nog wel.",
        "Pas jij maar goed op als je vanavond naar je auto loopt.",
        "Als ik jou was zou ik oppassen.",
        "Ik sta zo bij je binnen, dan zul je eens wat beleven.",
        "Anders kom ik eens langs met een paar maten.",
        "Ik kom naar je toe en dan gaan we het uitvechten.",
        "Hofman heet je toch? Slaap maar lekker vanavond.",
        "Ik sloop die balie, en jou erbij.",
    ],
)
def test_a_threat_in_plain_words_is_one_though_nobody_answers_it(said):
    assert levels(said) == {4}


@pytest.mark.parametrize(
    "said",
    [
        "Mijn tante heeft daar bijna haar nek gebroken.",
        "Je kunt er je benen breken, zo glad is het.",
        "Door die tegel had je zo je nek kunnen breken.",
        "Mijn vader is gevallen, hij heeft twee botten gebroken.",
        "Ik breek je even in de rede hoor.",
        "Dat gaat jullie de nek breken, zo'n begroting.",
        "Hij riep: ik breek je nek.",
        "Mijn buurman zegt, dan laat ik de hond op je los.",
        "Zaterdag zei hij tegen mij, als je dat niet weghaalt sla ik je de hersens in.",
        "Straks gaat de hele boel in de fik met die stekkers.",
        "Als ik bij het bos sta laat ik mijn hond los.",
        "Kom gerust, ik laat de honden niet los.",
        "Er staat een man met een bijl bij de buren.",
        "Als jullie die boom niet weghalen staan we er zelf met een bijl.",
        "Mag ik over uw schouder meekijken?",
        "Ik zoek even op waar u zit.",
        "Ik weet niet hoe u eruitziet.",
        "Top, ik weet je te vinden.",
        "Ik weet jullie wel te vinden, dank u.",
        "Ik weet waar u zit, op de hoek.",
        "Dan kom ik maandag bij jullie langs, dan kunnen we het bespreken.",
        "Ik kom vanmiddag naar het stadhuis, dan lever ik het in.",
        "We komen met een paar man van de buurtvereniging.",
        "Kom maar kijken bij het feest, dan zult u wat beleven.",
        "Dan gaan we het bij de rechter uitvechten.",
        "Wanneer gaan jullie eraan beginnen?",
        "Ik krijg je nog wel te spreken.",
        "Ik pak je nog wel even de papieren erbij.",
        "Het is glad, pas jij maar op als je straks naar huis gaat.",
    ],
)
def test_an_accident_a_visit_or_what_another_said_is_no_threat(said):
    assert max(levels(said)) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Krijg nou de pleuris, staat die bus er gewoon.",
        "Krijg de klere, m'n sleutels liggen gewoon in de auto.",
        "krijg nou de tering wat een herrie hier buiten",
        "Rot op jij! Sorry, dat was tegen de poes.",
        "Hou je kop, Max! Sorry, de hond.",
        "hou je mond, siri",
        "Rot op zei hij tegen mij.",
        "Ik hou mijn kop er niet meer bij.",
        "Luister meisje, zei hij tegen mijn dochter.",
        "Kunt u eigenlijk ook lezen wat ik gestuurd heb?",
        "Kunt u eigenlijk wel iets voor mij doen?",
        "Weet u eigenlijk wel iets van die regeling?",
        "U bent de slechtste niet.",
        "U bent de beste telefoniste die ik ooit heb gehad.",
        "Dat zit tussen je oren, zei de dokter.",
        "Ik zoek een volwassene die wil meelopen.",
    ],
)
def test_swearing_at_what_happens_or_at_a_pet_is_not_personal(said):
    assert max(levels(said)) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Krijg nou de tering jij.",
        "krijg toch de klere",
        "Hou je kop, sorry maar ik ben het zat.",
        "Jij bent echt oliedom.",
        "U bent wel de onnozelste medewerkster die ik in jaren heb gehad.",
        "U bent de slechtste medewerker die ik ooit gesproken heb.",
        "Kan jij eigenlijk wel nadenken?",
        "Kun jij wel tot tien tellen?",
        "Snapt u eigenlijk wel iets?",
        "Jij hebt echt niks tussen je oren.",
        "Haal er maar een volwassene bij.",
        "Geef mij maar iemand die er wél verstand van heeft, meisje.",
        "Luister muts, ik heb gewoon betaald.",
    ],
)
def test_an_insult_needs_no_swear_word(said):
    assert levels(said) == {3}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dat is de stomste regel die er bestaat.", 2),
        ("Wat een idioot beleid.", 2),
        ("Op dat stadhuis zit niemand met hersens.", 2),
        ("Ik word moe van jullie.", 2),
        ("Hadden jullie dat niet eerder kunnen melden?", 2),
        ("Daar schieten we dus niks mee op.", 1),
        ("Daar koop ik niks voor.", 1),
        ("Mijn hele maag draait ervan om.", 1),
        ("Daar loop ik de hele dag mee rond.", 1),
        ("Dit is toch om te huilen.", 1),
        ("Er zijn geen idiote regels hoor, het viel me mee.", 0),
        ("Zo'n absurd mooi systeem.", 0),
        ("Hadden ze nog broodjes?", 0),
        ("Hadden ze u dat in het ziekenhuis niet kunnen zeggen?", 0),
        ("Daar koop ik een nieuwe fiets voor.", 0),
        ("Ik loop er de hele dag in rond, in die schoenen.", 0),
        ("Het regent om te janken.", 0),
        ("Ik zit er doorheen te bladeren.", 0),
    ],
)
def test_criticism_of_a_rule_and_a_feeling_in_an_idiom_are_seen(said, expected):
    assert levels(said) == {expected}


INSULTED = """A: Goedemiddag, met Femke Brands.
B: Waar blijft mijn vergunning?
A: Die is nog niet klaar.
B: Wat ben jij een ongelooflijke trut zeg.
A: {}
B: Oké.
A: Wat is uw zaaknummer?
B: Dat is 1234."""


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Dat u mij uitscheldt laat ik niet passeren.", "yes"),
        ("U scheldt mij uit, daar ga ik niet in mee. Houd u daarmee op.", "yes"),
        ("Schelden is hier niet aan de orde, dat moet afgelopen zijn.", "yes"),
        ("Daar teken ik niet voor, dat schelden, dat stopt nu.", "yes"),
        ("Schelden pikken wij hier niet.", "yes"),
        ("Kan het wat netter, alstublieft?", "partial"),
        ("Ho ho, rustig aan een beetje.", "partial"),
        ("Mag het op een andere toon?", "partial"),
        ("Ik doe ook maar mijn werk.", "no"),
        ("Sorry dat u dat zo vindt.", "no"),
        ("Die formulieren nemen wij niet aan.", "no"),
        ("Doet u rustig aan met dat formulier.", "no"),
        ("Dat is nu niet aan de orde.", "no"),
    ],
)
def test_a_boundary_is_one_in_other_words_as_well(said, expected, bare):
    assert answer("behulpzaam.grens_stellen", INSULTED.format(said), bare=bare) == expected
