"""Promises to ring that need no model: by their own words, or as the yes to a caller who asks."""

import pytest
from spoken import a_turn

from scoring.language.confirmed_calls import confirms_call
from scoring.language.sure_promises import gets_a_call


@pytest.mark.parametrize(
    ("said", "promises"),
    [
        ("U krijgt morgen telefoon van ons.", True),
        ("dan krijgt u vrijdag telefoon van mijn collega", True),
        ("u krijgt van de week telefoon van de aannemer", True),
        ("Je krijgt nog telefoon van Petra.", True),
        ("Dan krijg je maandag in de loop van de dag telefoon van de planner.", True),
        ("U krijgt de telefoon van uw man terug.", False),
        ("Dan krijgt u een nieuwe telefoon van de winkel.", False),
        ("U krijgt geen telefoon van ons, maar een brief.", False),
        ("Krijgt u wel eens telefoon van een onbekende?", False),
        ("Krijgt u telefoon van de bank?", False),
        ("Hij heeft de hele dag telefoon.", False),
        ("Als u telefoon krijgt van de bank, hang dan op.", False),
    ],
)
def test_who_gets_telephone_gets_a_call(said, promises):
    assert gets_a_call(a_turn(said)) == promises


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Word ik daarover gebeld?", "Ja, over een week of twee."),
        ("Belt er dan iemand?", "Jazeker, binnen twee dagen."),
        ("Gaan die mij bellen?", "Bellen meestal, reken op een dag of tien."),
        ("Hoor ik dat telefonisch?", "Klopt, morgen al."),
        ("Fijn. En bellen ze mij dan?", "Ja hoor."),
        ("krijg ik dan een belletje", "ja zeker deze week nog"),
        ("kan hij me even bellen", "jawel ik zal het zeggen"),
        ("o en belt de monteur mij ook", "ja die belt u een half uur van tevoren"),
        ("Dus ik word teruggebeld?", "Ja, door mijn collega, dat wordt donderdag."),
        ("wordt er dan nog gebeld of niet", "ja er wordt gebeld"),
        ("Gebeld?", "Ja, gebeld."),
        ("per telefoon", "ja hoor"),
        ("O, telefonisch?", "Klopt, ze belt u."),
    ],
)
def test_a_yes_to_a_caller_who_asks_to_be_rung_is_a_promise(question, answer):
    assert confirms_call(a_turn(question), a_turn(answer))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Word ik daarover gebeld?", "Nee, u krijgt een brief."),
        ("Word ik daarover gebeld?", "Ja, of u krijgt een mailtje."),
        ("Word ik daarover gebeld?", "Dat weet ik niet."),
        ("Word ik daarover gebeld?", "Ja, een momentje, ik kijk even."),
        ("Kan ik daarover bellen?", "Jazeker, binnen twee dagen is het er wel."),
        ("Moet ik dan morgen bellen?", "Ja, morgen voor twaalf uur."),
        ("Kan hij mij bellen?", "Ja, maar u kunt ook zelf bellen, morgen is hij er."),
        ("Ik word steeds gebeld door een onbekend nummer. Word ik telkens gebeld door u?", "Ja, dat was vandaag."),
        ("Hoe laat gaat u open?", "Ja, morgen om negen uur."),
        ("Word ik gebeld, kan ik weer van de bank opstaan. Mooi is dat.", "Ja, dat is vervelend."),
    ],
)  # fmt: skip
def test_other_questions_and_answers_promise_no_call(question, answer):
    assert not confirms_call(a_turn(question), a_turn(answer))


@pytest.mark.parametrize(
    "said",
    [
        "U wordt om drie uur gebeld.",
        "u wordt morgen voor tien uur teruggebeld",
        "Dan wordt u vanmiddag gebeld door Sietske.",
        "Ik laat Sietske u voor vieren bellen.",
        "dan laat ik haar u voor vijf uur bellen",
        "Sietske belt u zo terug.",
        "mijn collega belt u straks terug",
        "Ik regel dat u vanmiddag gebeld wordt.",
        "Ik zorg ervoor dat je morgen wordt teruggebeld.",
        "Je wordt zo meteen gebeld.",
    ],
)
def test_somebody_rings_and_when(said):
    assert gets_a_call(a_turn(said))


@pytest.mark.parametrize(
    "said",
    [
        "U wordt weleens gebeld door oplichters.",
        "Jullie worden gebeld als je wint.",
        "Als u vanmiddag gebeld wordt, neem dan niet op.",
        "U wordt morgen niet gebeld.",
        "U werd vanmiddag gebeld.",
        "Wordt u vanmiddag gebeld?",
        "U wordt elke dag gebeld door reclame.",
        "U belt zo terug?",
        "dan belt u morgen terug",
        "Ik kan niet zeggen dat u morgen gebeld wordt.",
        "Ik zie dat u om drie uur bent gebeld.",
        "U wordt vijf minuten van tevoren gebeld.",
        "U wordt gebeld.",
    ],
)
def test_a_habit_a_condition_or_no_term_is_no_sure_promise(said):
    assert not gets_a_call(a_turn(said))


@pytest.mark.parametrize(
    "question", ["Kunt u mij terugbellen?", "ga je mij nog terugbellen", "Belt er dan iemand?"]
)
@pytest.mark.parametrize(
    "answer",
    [
        "Is goed, morgenochtend.",
        "dat kan morgenochtend",
        "Komt goed, morgenochtend voor tien.",
        "Doen we, morgen.",
        "Prima, morgenochtend dan.",
        "oke morgen om tien uur",
        "Ja, dat doet mijn collega Bas.",
        "Dat kan wel, dat doet de boa zelf meestal. Op dit nummer?",
        "Is goed. Wat is uw nummer?",
        "komt in orde wat is je telefoonnummer",
        "Geef ik door. Op welk nummer kan dat?",
        "Dat kan, vandaag niet maar morgen wel.",
        "ja is goed",
    ],
)
def test_who_agrees_to_ring_promises(question, answer):
    assert confirms_call(a_turn(question), a_turn(answer))


@pytest.mark.parametrize(
    "answer",
    [
        "Dat kan, maar dan mailt u ons eerst.",
        "Is goed dat u het vraagt, maar dat doen we niet.",
        "dat kan niet morgen",
        "Dat kan ik niet zeggen, morgen weet ik meer.",
        "Prima, dan belt u morgen gewoon zelf even.",
        "nee dan belt u morgen zelf even",
        "Oké. Waar gaat het over?",
        "Goed, wat is uw postcode?",
        "Dat kan, dan moet u ons morgen even terugbellen.",
        "Ja, dat doen we nooit.",
        "Kan. Maar weet je wat, bel zelf maar, dat gaat sneller.",
    ],
)
def test_other_than_agreeing_promises_no_call(answer):
    assert not confirms_call(a_turn("Kunt u mij terugbellen?"), a_turn(answer))
