"""Everyday sentences with the words of criticism, despair or tears in another sense; the real ones stay."""

import pytest
from by_the_rubric import FIRST, level, levels


@pytest.mark.parametrize(
    "said",
    [
        "Mooi werk hoor, ik was hem kwijt en nu is hij er weer.",
        "Goed werk hoor, ik had het verkeerd ingevuld en u zag het meteen.",
        "Gefeliciteerd hoor, twee jaar al voor de klas.",
        "Petje af hoor, veertig jaar voor de gemeente gewerkt.",
        "Die oorkonde van jullie, die ga ik inlijsten.",
        "Zo'n lieve brief van de gemeente, die ga ik inlijsten.",
        "Dan krijg ik een bon en ga ik daarmee naar de kassa, toch?",
        "Ik ga ermee naar de kassa en dan kan ik pinnen?",
        "Dan zien we elkaar in de rechtbank, dinsdag om tien uur, graag tot dan.",
        "Ik wil iedereen laten horen hoe jullie mij geholpen hebben, zo netjes omgaan met mensen.",
        "Ik word door mijn verzekering van het kastje naar de muur gestuurd.",
        "Wacht maar tot de burgemeester dit hoort, die is vast trots op u.",
    ],
)
def test_another_sense_criticises_nothing(said):
    assert max(levels(said)) < 2


@pytest.mark.parametrize(
    "said",
    [
        "Knap werk hoor, weer de verkeerde brief.",
        "Applaus hoor, zes weken te laat.",
        "Ik ga hiermee naar Kassa.",
        "Ik word door jullie van het kastje naar de muur gestuurd.",
        "Die brief van jullie, die ga ik inlijsten, wat een blunder.",
    ],
)
def test_criticism_stays_that(said):
    assert levels(said) == {2}


@pytest.mark.parametrize(
    "said",
    [
        "Ik wil niet meer leven van de bijstand, ik zoek werk.",
        "Ik wil dood hout naar de stort brengen.",
        "Ik wil liever dood gras kwijt dan levend.",
        "Dan hoeft het allemaal niet meer, die afspraak.",
        "Ik heb het zelf opgelost, dus hoeft het allemaal niet meer.",
        "Van mij hoeft het allemaal niet meer op papier.",
        "Ik kan er beter niet zijn als ze komen straten.",
        "Ik kan er liever niet zijn op dinsdag, dan werk ik.",
        "Toen ik er niet meer was, hebben ze het kaartje in de bus gedaan.",
        "Hij kwam om vijf uur, maar ik er niet meer was, dus hij ging weg.",
        "Omdat ik er niet meer was, is het pakje bij de buren.",
        "Ik maak er een eind aan, mijn eten staat op. Dank u wel, dag.",
        "Ik dacht er maar een eind aan te maken, aan dat abonnement.",
        "In de zomer spring ik van de brug, mag dat bij het kanaal?",
        "Ik spring zo van de brug het water in, is dat verboden?",
        "Ik ben helemaal op u aangewezen.",
        "Ik ben helemaal op internet aangewezen.",
        "Ik ben helemaal op dieet.",
        "Met hooikoorts staan de tranen in mijn ogen.",
        "Door de rook stonden de tranen in mijn ogen.",
        "Ik kreeg tranen in mijn ogen van blijdschap.",
        "Mijn bloeddruk gaat omhoog van die nieuwe tabletten.",
        "Mijn bloeddruk staat op tweehonderd volgens de huisarts.",
        "Ik wil door de grond een kabel trekken naar de schuur.",
        "Ik wil wel door de grond met die leiding.",
        "Daar kijk ik zo tegenop, een hele hoge muur.",
        "Ik schoot helemaal vol, zo mooi was de huldiging.",
        "Ik zie er niet tegenop.",
    ],
)
def test_another_sense_is_no_emotion(said):
    assert levels(said) == {0}


@pytest.mark.parametrize(
    "said",
    [
        "Ik wil niet meer leven.",
        "Ik wil gewoon dood.",
        "Voor mij hoeft het allemaal niet meer.",
        "Wou dat ik er niet meer was.",
        "Ik ben helemaal op.",
        "Ik maak er een eind aan.",
        "Ik kan er maar beter niet meer zijn.",
        "Ik wil gewoon niet meer leven met deze pijn.",
        "Ik heb tranen in mijn ogen.",
        "Ik baal er zo van.",
        "Mijn bloeddruk vliegt omhoog van die brief.",
        "Ik kon wel door de grond zakken.",
        "Ik zie er enorm tegenop.",
        "Ik spring straks nog van de brug.",
        "Hoeft het van mij allemaal niet meer.",
    ],
)
def test_an_emotion_stays_one(said):
    assert levels(said) == {1}


@pytest.mark.parametrize(
    "said",
    [
        "kat jankt",
        "kleindochter huilt",
        "meisje huilt",
        "sirene huilt",
        "baby's huilen, huilend",
        "snottert, verkouden",
        "huilt niet",
        "puppy jankt",
        "de kleine huilt",
        "op de radio huilt een zangeres",
    ],
)
def test_not_the_speaker_weeps(said):
    assert level(FIRST.format(f"({said}) Ik wil een afspraak maken.")) == 0


@pytest.mark.parametrize(
    "said",
    [
        "huilt",
        "mevrouw huilt",
        "begint te huilen, snikt",
    ],
)
def test_the_speaker_weeps(said):
    assert level(FIRST.format(f"({said}) Ik wil een afspraak maken.")) == 1
