"""What employees say with the words of understanding, blame or a threat in another sense; the real ones stay."""

import pytest
from by_the_rubric import answer, level

UPSET = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Met Peters. Ik ben zo boos en verdrietig, ik lig er wakker van. Er is iets helemaal misgegaan.
A: {}
B: Ja.
A: Ik kijk wanneer de monteur kan.
B: Goed.
A: Dag meneer Peters."""
NEIGHBOUR = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Met Peters. De buurman schreeuwt steeds naar mij en ik durf de straat niet op.
A: {}
B: Ja.
A: Dag meneer Peters."""


@pytest.mark.parametrize(
    "said",
    [
        "Sorry, ik begrijp even niet hoe u dat bedoelt.",
        "Ik kijk naar uw dossier en begrijp niet hoe u dat heeft ingevuld.",
        "Ik kan me niet voorstellen wat er mis is.",
        "Ik kan me niet voorstellen hoe dat fout gegaan is.",
        "Dat heb ik verkeerd gedaan, ik had het andere scherm.",
        "Niemand verdient dat bij ons, vijfduizend euro.",
        "Ik begrijp dat, maar u wist dat het niet mocht.",
        "Ik begrijp het, maar u heeft zelf getekend.",
        "Ik snap het, maar u belt te vroeg.",
    ],
)
def test_no_understanding(said):
    for bare in (False, True):
        assert answer("beleefd.empathie", UPSET.format(said), bare=bare) == "no"


@pytest.mark.parametrize(
    "said",
    [
        "Dat verdient niemand.",
        "Dat hebben wij niet goed gedaan.",
        "Wat vervelend, ik begrijp ook niet hoe dat kan.",
        "Wat vervelend voor u. U bent niet te vroeg met bellen hoor.",
        "Wat vervelend voor u. Als u al had gereageerd, hoeft u niets meer te doen.",
        "Wat naar voor u. Als u de brief nog niet had gelezen, begrijp ik dat u schrikt.",
        "Ja, u wist dat natuurlijk niet, wat vervelend voor u.",
        "Ik begrijp dat u boos bent, maar u wist van niets.",
        "Wat vervelend voor u. U wist zelf van niks.",
        "Wat naar voor u. Maar u heeft dit niet zelf gewild.",
        "Wat naar voor u. Maar u heeft dit niet zelf veroorzaakt.",
        "Wat vervelend voor u. Ik begrijp ook niet waarom u dat niet gezegd is.",
        "Wat vervelend voor u. Ik begrijp ook niet waarom u het dubbel betaalt.",
        "Wat vervelend. Maar gisteren vroeg u erom teruggebeld te worden, en dat is niet gebeurd.",
        "Wat vervelend voor u. Ik snap niet hoe dat kan, ik zoek het uit.",
        "Wat erg voor u. Maar als u er zelf niet had gewoond en dat gelezen had, schrok u ook.",
        "Wat vervelend voor u. Het staat toch op onze site anders, dat ligt aan ons.",
    ],
)
def test_understanding_without_blame(said):
    for bare in (False, True):
        assert answer("beleefd.empathie", UPSET.format(said), bare=bare) == "yes"


@pytest.mark.parametrize(
    "said",
    [
        "Wat vervelend voor u. U bent niet te vroeg met bellen hoor, want de termijn is om.",
        "Wat vervelend voor u. Als u al had gereageerd, hoeft u niets meer te doen.",
        "Wat naar voor u. Als u de brief nog niet had gelezen, begrijp ik dat u schrikt.",
        "Ja, u wist dat natuurlijk niet, wat vervelend voor u.",
        "Wat vervelend. U wist het toen nog niet.",
        "Ik begrijp dat u boos bent, maar u wist van niets.",
        "Wat naar voor u. Maar u heeft dit niet zelf gewild.",
        "Wat vervelend voor u. Ik begrijp ook niet waarom u dat niet gezegd is.",
        "Wat vervelend voor u. Vorige week vroeg u er zelf om, en toen is het niet gestuurd.",
        "Wat vervelend. Als u hem opnieuw buiten zet, dan moet hij ook goed staan, met de wieltjes naar de weg.",
        "Wat vervelend. De volgende keer, dan moet die ook op tijd ingeleverd zijn.",
        "Wat vervelend voor u. Dan moet het ook goed ingevuld worden, daar help ik u mee.",
        "Wat vervelend. U had hem ook zelf kunnen halen, maar dat hoeft niet, wij brengen hem.",
        "Wat vervelend voor u. Dat had u niet zelf kunnen regelen.",
        "Wat naar. Dat kon u toch niet weten.",
    ],
)
def test_not_blamed(said):
    for bare in (False, True):
        assert answer("behulpzaam.ombuigen", UPSET.format(said), bare=bare) != "no"


@pytest.mark.parametrize(
    "said",
    [
        "Dan moet hij ook goed aangeboden worden.",
        "Dan moet u niet zo vroeg bellen, u bent te vroeg met klagen.",
        "U wist best dat het niet mocht.",
        "Daar vraagt u gewoon om, u vraagt er zelf om.",
    ],
)
def test_blamed(said):
    for bare in (False, True):
        assert answer("behulpzaam.ombuigen", UPSET.format(said), bare=bare) == "no"


@pytest.mark.parametrize(
    "said",
    [
        "Dat zie ik als een bedreiging, daar kunt u mee naar de politie.",
        "Dat beschouw ik als een dreigement van uw buurman.",
        "De man die u bedreigt, mij lijkt het goed dat u de politie belt.",
        "Degene die u bedreigt mag dat niet.",
    ],
)
def test_a_threat_of_someone_else(said):
    for bare in (False, True):
        assert level(NEIGHBOUR.format(said), bare=bare) < 4


@pytest.mark.parametrize(
    "said",
    [
        "Meneer, u bedreigt mij nu.",
        "Dit is gewoon een bedreiging en dat accepteer ik niet.",
    ],
)
def test_the_employee_names_a_threat(said):
    for bare in (False, True):
        assert level(NEIGHBOUR.format(said), bare=bare) == 4
