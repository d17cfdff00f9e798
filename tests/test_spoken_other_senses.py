"""Everyday sentences with the words of a threat or an insult in another sense; the real ones stay."""

import pytest
from by_the_rubric import level, levels

ASKED = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Goedemorgen, met Peters. Ik wil iets melden.
A: {}
B: {}
A: Ik zet het erbij voor de afdeling.
B: Oké.
A: Dag meneer Peters."""


@pytest.mark.parametrize(
    "said",
    [
        "Zet er maar een volwassene bij, en twee kinderen.",
        "Geef mij maar een volwassene en twee kinderen voor het zwembad.",
        "U bent hier niet geschikt voor, zei de keuringsarts tegen mij.",
        "Je bent hier niet geschikt voor, stond er in de brief van het UWV.",
        "U bent niet geschikt voor dit werk, zei de bedrijfsarts.",
        "U bent ongeschikt voor deze baan, schreef het UWV.",
        "Volgens het UWV bent u niet geschikt voor het werk.",
        "Als u niet geschikt bent voor dit werk, wie dan wel?",
        "Hebben ze u ook in de loterij getrokken voor het burgerpanel?",
        "Ik zoek iemand die echt kan luisteren, ik ben zo alleen.",
        "Ik wil graag iemand die echt kan luisteren, een maatje.",
        "Ik wil iemand spreken die wel kan lezen wat er in mijn dossier staat.",
        "Mag ik iemand meenemen die wel kan lezen? Ik kan het niet zo goed.",
        "Die rekening van u deugt niet.",
        "Het formulier van u deugt echt niet.",
        "De bestrating bij u deugt niet.",
        "Wat ben ik toch een stuk onbenul, ik had de verkeerde brief.",
        "Ik ben ook een stuk onbenul, nu zie ik het staan.",
        "Mijn ex, stuk onbenul, heeft weer niks betaald.",
        "De meeuwen halen elk stuk vreten uit de zak.",
        "Ik schrok zo, ik dacht ik val dood.",
        "Mijn schoonmoeder zegt altijd val dood tegen de hond.",
        "U snapt er zeker geen jota van als ik dialect praat.",
        "U snapt natuurlijk geen snars van mijn verhaal, zo warrig vertel ik.",
        "Mijn zoon zegt, u snapt geen bal van computers.",
        "Ik wil ook zo'n zak als u bij de buren hebt bezorgd.",
        "Mag ik nog zo'n grote zak als u vorig jaar opstuurde?",
        "Ik heb ook zo'n kip als u op de foto heeft.",
        "Rot op joh, echt waar? Wat fijn!",
        "Rot op zeg, dat meen je niet.",
        "Fijn, ik krijg jullie nog te pakken voor sluitingstijd.",
        "Hèhè, ik krijg jullie nog te pakken.",
        "Jou krijg ik wel aan de lijn, maar je collega nooit.",
        "Jullie krijg ik wel te spreken, maar de afdeling niet.",
        "Jullie krijg ik nog wel aan de telefoon, de woningbouw nooit.",
        "Jou krijg ik nog koffie van.",
        "Ik krijg jou nog een keer te pakken, dacht ik al, u hielp mij vorige week ook.",
        "Ik pak je nog wel een keer mee uit, zei opa tegen de kleine.",
        "Ik krijg je nog wel te pakken, riep mijn zoontje bij het tikkertje.",
        "Ik rijd die medewerker dan even naar het ziekenhuis.",
        "Ik rijd de medewerkster met haar enkel naar het ziekenhuis.",
        "Ik gooi jullie folder zo in het water.",
        "Ik gooi jullie brieven voortaan uit het raam.",
        "Ik gooi jou in het water, riep mijn kleinzoon.",
        "Ik trap jullie container van de trap af.",
        "Dan duw ik jullie boot in het water.",
        "Als er een duif komt, vliegt die zo van het dak.",
        "Als er iemand aanbelt, gaat hij van de trap af en dan valt hij.",
        "Als er iemand aanbelt, gaat ze van de trap en ze heeft een slechte heup.",
        "Zegt u maar tegen de consulent dat ze niet meer alleen over straat durft.",
        "Vertel de consulent maar dat hij niet meer alleen over straat kan, mijn vader.",
        "Ik stuur mijn broer wel op u af met de papieren.",
        "Ik stuur mijn zoons op jullie af om de spullen op te halen.",
        "Dan stuur ik mijn neven langs bij jullie met de formulieren.",
        "Ik stuur wat vrienden langs bij u voor het paspoort.",
        "Ik wacht jullie op bij de achteruitgang, dan doe ik open.",
        "Ik sta jullie op te wachten bij de fietsenstalling van de school.",
        "Als jullie niet snel komen, vallen er straks gewonden.",
        "Als jullie niet langskomen vallen er nog gewonden met die losse tegels.",
        "We zien wel wie er heel thuiskomt met carnaval.",
        "Pas maar op als je straks naar je auto loopt, het is spekglad.",
        "Ik let goed op, ik onthoud uw naam voor een compliment.",
        "Ik heb hier nog een bijl, ik zeg het maar, die kan bij het oud ijzer.",
        "Ik heb thuis een mes, ik zeg het maar even, dat vond mijn zoon in de speeltuin.",
        "Zou zonde zijn als er iets met jullie auto gebeurt met die losse takken.",
        "Het is toch sneu als er wat met je hond gebeurt, met al dat vuurwerk.",
        "Ik breek mijn nek nog over die stoep.",
        "Straks breek ik zijn poot nog, zo bang is die kat.",
        "Straks vallen er doden op dat kruispunt.",
        "Er vallen nog eens doden hier, zo hard rijden ze.",
        "Moeten er eerst doden vallen voor jullie iemand sturen?",
        "Als jullie niet gauw iemand sturen, vallen er doden.",
    ],
)
def test_another_sense_accuses_nobody(said):
    assert max(levels(said)) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Rot op man, echt.",
        "Rot op, nee ik ga niet wachten.",
        "Rot toch op, man.",
        "Rot op, echt, ik heb niks aan jou.",
        "U bent een trut, dat heb ik vorige keer ook al gezegd.",
        "Jij bent hier niet geschikt voor.",
        "Haal er maar een volwassene bij.",
        "Hebben ze u soms bij een pakje boter gekregen?",
        "Jij deugt niet.",
        "Val toch dood.",
        "Wat een stuk onbenul ben jij.",
        "Met zo'n zak als jij valt niet te praten.",
    ],
)
def test_an_insult_stays_one(said):
    assert levels(said) == {3}


@pytest.mark.parametrize(
    "said",
    [
        "Ik sla je letterlijk verrot.",
        "Ik maak je letterlijk kapot als ik je zie.",
        "Jou krijg ik nog wel.",
        "Ik krijg jullie nog te pakken, allemaal.",
        "Als die controleur hier nog eens aanbelt, gaat hij zo van de trap.",
        "Ik gooi jou van het balkon.",
        "Als jullie hier nog een keer langskomen, vallen er klappen.",
        "Ik stuur mijn broers op je af.",
        "Ik wacht je wel op na je werk.",
        "Zeg maar tegen die controleur dat hij niet meer alleen over straat kan.",
        "Ik ros die ambtenaar het ziekenhuis in.",
        "Hé, ik krijg jou nog wel te pakken.",
        "Jou krijg ik nog een keer.",
        "Ik stuur mijn neven langs bij jou als je niet betaalt.",
        "Ik wacht je op bij de fietsenstalling, dan zal je wat beleven.",
        "Als jullie hier nog eens komen vallen er doden.",
        "Ik heb hier een bijl, ik zeg het maar.",
        "Pas maar op, ik onthoud je naam.",
    ],
)
def test_a_threat_stays_one(said):
    assert levels(said) == {4}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Wat riep de buurman precies?", "Trut."),
        ("Wat staat er op de muur gespoten?", "Lul."),
        ("Hoe noemde hij u?", "Sukkel."),
        ("Wat riep hij naar u?", "Vuile trut."),
        ("Wat is er op uw deur gekalkt?", "Vieze teef."),
        ("Wat heeft hij tegen u gezegd?", "Stomme koe."),
        ("Wat voor zaad ligt er op de stoep?", "Eikel."),
    ],
)
def test_who_says_what_was_shouted_or_written_insults_nobody(asked, said):
    assert level(ASKED.format(asked, said)) < 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Wat is uw postcode?", "Trut."),
        ("Dat mag ik niet doen.", "Stomme trut."),
        ("Dat kan ik niet voor u doen.", "Lul."),
        ("Wat zegt u?", "Trut."),
        ("Hoe noemde u mij?", "Stomme trut."),
        ("Wat roept u nou?", "Lul."),
    ],
)
def test_an_insult_as_the_whole_answer(asked, said):
    assert level(ASKED.format(asked, said)) == 3
