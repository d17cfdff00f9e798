"""Everyday sentences with the words of a threat or an insult in them accuse nobody."""

import pytest
from by_the_rubric import levels


@pytest.mark.parametrize(
    "said",
    [
        "Ik krijg je nog wel, die folder?",
        "Ik krijg je nog wel wat geld terug, toch?",
        "Ik krijg u nog wel eens te zien.",
        "Ik sla uw voorstel af.",
        "Ik vind het mooi waar jullie wonen.",
        "Ik zoek de wijk waar u woont.",
        "Dan vallen er klappen in de bouw.",
        "Als er weer een storm komt, dan vallen er klappen.",
        "Straks gaat de fik erin bij de buren, met dat vuurwerk.",
        "Ik sloop die tent van de kermis zelf.",
        "Ik timmer die hut zelf in elkaar, mag dat?",
        "We steken de tent zaterdag in elkaar.",
        "Ik rijd die auto nog een keer in elkaar met die kuilen.",
        "Jullie gaan er allemaal aan, zei hij.",
        "Laat ze gerust komen met die bijl, de stronk moet weg.",
        "Dan kom ik met een paar vrienden de bank ophalen.",
        "Dan komen we met een paar man opruimen.",
        "Mijn naam is Jansen. Ik slaap lekker sinds de nieuwe ramen.",
        "Ik kom graag naar het feest, dan zullen jullie wat beleven.",
        "Ik weet wel hoe je eruitziet, we hebben elkaar gezien.",
        "Ik weet jullie wel te vinden, tot maandag.",
        "Straks sta ik voor de deur en dan zul je zien dat hij dicht is.",
        "Ik zou maar uitkijken als ik jullie was met die takken.",
        "Hij krijgt van mij een klap op zijn schouder.",
        "Je moet goed over je schouder kijken als je daar fietst.",
        "Ik maak me kapot op dat werk.",
        "Ik sla die ruiten kapot, zei die jongen.",
        "Ik hoorde hem roepen: ik vermoord je.",
        "Kijk jij maar uit als je straks naar je auto gaat, er ligt glas.",
        "Ik zou goed uitkijken als ik jullie was, dat kruispunt is levensgevaarlijk.",
    ],
)
def test_everyday_words_are_no_threat(said):
    assert max(levels(said)) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Pas op, ik krijg jou nog.",
        "Ik zoek wel uit waar jij woont.",
        "Ik kom er nog wel achter waar jullie wonen.",
        "Dan kom ik met een paar vrienden langs, dan zullen we eens zien.",
        "Dan ram ik die tent in elkaar.",
        "Ik sla je kop eraf.",
        "Ik weet jou heus te vinden, reken maar.",
        "Ik zou goed oppassen als ik jou was.",
    ],
)
def test_a_threat_stays_one(said):
    assert levels(said) == {4}


@pytest.mark.parametrize(
    "said",
    [
        "U bent dom als u dat tekent, zei mijn vrouw.",
        "Je bent gewoon dom als je daar intrapt.",
        "U bent dom, stond er in dat bericht.",
        "U bent zo onnozel niet.",
        "U bent echt de traagste gemeente van het land.",
        "Begrijpt u eigenlijk wel wat ik vraag?",
        "Kunt u eigenlijk ook schrijven naar de wethouder?",
        "Geef mij maar een volwassene, zei de buschauffeur tegen mijn zoon.",
        "Luister eens meisje, mama is aan het bellen.",
        "Luister mannetje, ga eens spelen. Sorry, dat was mijn zoontje.",
        "Krijg de pleuris zeg, dat is duur.",
        "Mijn baas zei: jij bent echt te dom voor dit werk.",
        "Ben je gek, natuurlijk mag dat.",
        "Ben jij een echt mens?",
        "Met zo'n lul van een aannemer kan ik niks.",
        "Rot toch op, zeg ik dan tegen die jongens.",
        "Word eens wakker, zei ik tegen mijn man.",
    ],
)
def test_everyday_words_are_no_insult(said):
    assert max(levels(said)) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Jij bent echt dom als je dat niet snapt.",
        "U bent de traagste medewerker van het land.",
        "Snapt u eigenlijk wel wat u doet?",
        "Luister eens mannetje, sorry hoor, maar dit slaat nergens op.",
        "Krijg de pleuris zeg.",
        "Rot op zeg, ik ben het zat.",
        "Word toch eens wakker zeg.",
    ],
)
def test_an_insult_stays_one(said):
    assert levels(said) == {3}


def test_one_person_who_should_have_rung_is_no_criticism():
    assert levels("Had ze even kunnen bellen dat het vrijdag was, mijn dochter.") == {0}
    assert levels("Hadden jullie mij niet even kunnen bellen?") == {2}
