"""What callers and employees say of how far a case is, in plain words, and of who handles it."""

import pytest
from by_the_rubric import answer

WAITS = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: Ik kijk even. Dat ligt bij Joris Maas, die is ermee bezig.
B: Oké.
A: Fijne dag."""
UNKNOWN = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Anke Postma.
B: {}
A: Dat kan ik hier niet zien.
B: Oké.
A: Fijne dag."""
WHO = """A: {}
B: {}
A: {}
B: Mooi.
A: Fijne dag."""
WORKSHOP = "De vergunning voor onze werkplaats, wie behandelt die?"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("talk", [WAITS, UNKNOWN])
@pytest.mark.parametrize(
    "said",
    [
        "Ik heb in mei een uitrit aangevraagd, maar die is er nog altijd niet.",
        "De parkeerkaart die wij hadden aangevraagd is er nog steeds niet.",
        "Over mijn klacht heb ik niks meer vernomen.",
        "Ik heb nooit meer iets gehoord over onze subsidie.",
        "Ik ben over mijn schadeclaim nog steeds niet teruggebeld.",
        "Ik ben nog niet gebeld over die melding.",
        "Ik heb een verzoek gedaan en daar is nog niet op gereageerd.",
        "Ik zit nou al vijf maanden te wachten op een scootmobiel.",
        "Wij zijn al elf weken aan het wachten op antwoord.",
        "Hoe lang duurt onze ontheffing nog?",
        "Mijn klacht ligt er al sinds oktober.",
        "Onze aanvraag loopt nu al vier maanden.",
        "Volgens mij ben ik door jullie vergeten.",
        "Hebben jullie mij soms vergeten?",
        "Ik wil weten wie mijn bezwaarschrift behandelt.",
        "Ik zoek degene die die uitrit in de Kerkstraat onder zijn hoede heeft.",
        "Ik ben op zoek naar degene die over onze aanvraag gaat.",
        "Krijg ik mijn vergoeding nou nog of niet?",
        "Ik had een brief gestuurd over die scheve stoep, is daar al wat mee gebeurd?",
        "Die kapotte bank heb ik gemeld. Wordt daar nog iets aan gedaan?",
        "Hebben jullie al iets gedaan met mijn brief van vorige week?",
    ],
)
def test_who_says_that_the_case_does_not_come_asks_how_far_it_is(said, talk, bare):
    assert answer("betrouwbaar.behandelaar", talk.format(said), bare=bare) == (
        "yes" if talk is WAITS else "no"
    )


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "Hoe lang duurt een ontheffing gewoonlijk?",
        "Hoe lang is mijn rijbewijs nog geldig?",
        "Hoe lang blijft de tunnel nog dicht?",
        "Ik ben vergeten mijn formulier mee te nemen.",
        "Wat u me net zei ben ik alweer vergeten.",
        "Jullie hebben me vergeten te zeggen hoe laat jullie open zijn.",
        "Ik zoek iemand die mij helpt met mijn aanvraag.",
        "Mijn dochter is er nog niet, zij heeft de papieren.",
        "Mijn paspoort is van maart, kan ik daar nog mee reizen?",
        "Ik sta te wachten op de bus, dus ik houd het kort.",
        "Ik wacht al vijf minuten in de wachtrij.",
        "Mijn vader ligt al drie maanden in het ziekenhuis.",
        "Krijg ik daar een bon van of niet?",
        "Mijn buurman rookt op het balkon. Kunnen jullie daar iets aan doen?",
        "Er ligt glas op straat, er is iets gebeurd met een auto.",
    ],
)
def test_a_general_question_or_other_waiting_is_not_about_how_far_a_case_is(said, bare):
    assert answer("betrouwbaar.behandelaar", WAITS.format(said), bare=bare) == "na"


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(
    ("asked", "reply", "expected"),
    [
        (WORKSHOP, "Die doe ik zelf.", "yes"),
        (WORKSHOP, "Dat ben ik.", "yes"),
        (WORKSHOP, "Dat ben ik zelf, zegt u het maar.", "yes"),
        (WORKSHOP, "Dat doe ik.", "yes"),
        (WORKSHOP, "Dan moet u mij hebben.", "yes"),
        (WORKSHOP, "Daar ga ik zelf over.", "yes"),
        (WORKSHOP, "Die aanvraag behandel ik zelf.", "yes"),
        (WORKSHOP, "Die heb ik zelf onder me.", "yes"),
        ("Hoe ver zijn jullie met mijn vergunning?", "Die behandel ik zelf, ik ben halverwege.", "yes"),
        (WORKSHOP, "Dat ben ik niet.", "no"),
        (WORKSHOP, "Die doe ik niet, dat doet een ander.", "no"),
        (WORKSHOP, "Dat ben ik even kwijt.", "no"),
        (WORKSHOP, "Dat ben ik aan het uitzoeken.", "no"),
        (WORKSHOP, "Dat doe ik even voor u nakijken.", "no"),
        (WORKSHOP, "Die behandel ik niet.", "no"),
        ("Kunt u vragen wie mijn vergunning behandelt?", "Dat doe ik.", "no"),
    ],
)
def test_who_gave_a_name_and_does_it_names_the_handler(asked, reply, expected, bare):
    talk = WHO.format("Vergunningen, u spreekt met Karel Blom.", asked, reply)
    assert answer("betrouwbaar.behandelaar", talk, bare=bare) == expected


def test_without_a_name_or_team_it_is_me_names_nobody():
    talk = WHO.format("Goedemorgen, gemeente Rijnmeer.", WORKSHOP, "Dat ben ik.")
    assert answer("betrouwbaar.behandelaar", talk) == "no"
