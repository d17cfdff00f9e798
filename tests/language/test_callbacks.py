"""Which day belongs to a promise to ring back, when more days and hours are named than one."""

from datetime import date

import pytest
from spoken import a_turn

from scoring.language.callbacks import agreed_term

THURSDAY = date(2026, 1, 15)
FRIDAY, MONDAY, TUESDAY = date(2026, 1, 16), date(2026, 1, 19), date(2026, 1, 20)


def agreed(*lines: str, promise: int = 0) -> date | None:
    """The day of the promise in this line, in a call on a Thursday."""
    employee = range(0, len(lines), 2)  # who speaks first
    found = agreed_term([a_turn(line) for line in lines], employee, [promise], THURSDAY)
    return found and found.due


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Anneke belt u voor vier uur.", THURSDAY),
        ("Dan laat ik haar bellen, straks na tweeën.", THURSDAY),
        ("Ik bel u om vijf uur om te zeggen of het er is.", THURSDAY),
        ("Hij belt tussen kwart voor negen en half tien.", THURSDAY),
        ("Ik bel binnen het half uur terug.", THURSDAY),
        ("Ze is er morgen weer, dan laat ik haar u voor tienen bellen.", FRIDAY),
        ("Morgenochtend is hij er wel. Zal ik vragen of hij u dan even belt?", FRIDAY),
        ("Zij is er alleen maandag en woensdag, dus ze belt u maandag op.", MONDAY),
        ("De brief komt deze week per post en ik laat u maandag bellen.", MONDAY),
        ("De aanvraag is van vorige week. Hij belt u dinsdag of anders woensdag.", date(2026, 1, 21)),
        ("Vandaag is het donderdag, ik bel nu de aannemer. Zij belt u dan dinsdag.", TUESDAY),
        ("Donderdag de tweeëntwintigste is de opname. Ik bel u, morgen op z’n laatst.", FRIDAY),
        ("Ze belt u maandag, dinsdag of woensdag.", date(2026, 1, 21)),
        ("Ik bel u maandag om tien uur of dinsdag.", TUESDAY),
        ("Ik bel u vandaag voor vijven of anders morgenochtend.", FRIDAY),
        ("Ik bel u voor vrijdag, ten laatste maandag.", MONDAY),
        ("De brief komt over twee weken. Ik bel u voor vijf uur.", THURSDAY),
        ("Ik bel u om drie uur over uw aanvraag van 3 december.", THURSDAY),
        ("Ik bel u om 14.30 uur.", THURSDAY),
        ("Oké, morgen om tien uur.", FRIDAY),
        ("ja morgen tussen tien en elf", FRIDAY),
        ("Ja, om tien uur morgen.", FRIDAY),
        ("Goed, maandag zo rond tienen.", MONDAY),
        ("Hij zit vandaag buiten. Dan belt hij u van de week even terug.", FRIDAY),
        ("Ik maak een terugbelverzoek voor morgenochtend.", FRIDAY),
        (
            "Ik maak een terugbelverzoek voor haar. Morgen is een vrije dag, dan werkt zij niet, en maandag zijn we dicht. "
            "Dus dan wordt het dinsdag, dinsdagochtend.",
            TUESDAY,
        ),
        ("Het moet de tiende klaar zijn. Weet u wat, ik vraag of ze u belt. Dat wordt dinsdag.", TUESDAY),
        ("Dan word je gebeld door de consulent. Dat zal wel volgende week worden.", date(2026, 1, 23)),
        ("Ze heeft vanmiddag een vergadering. Ze belt u terug.", None),
        ("Morgen werkt ze niet, ze belt u terug.", None),
        ("Die is vandaag vrij, ik laat haar u bellen.", None),
        ("U krijgt straks een bevestiging per mail en dan wordt u teruggebeld.", None),
        ("U belde om tien uur ook al, ik laat u terugbellen.", None),
        ("Bent u na vier uur bereikbaar? Dan wordt u gebeld.", None),
        (
            "Uw aanvraag is op 3 november ingediend en daar loopt de termijn van, dus ik zet een terugbelverzoek uit.",
            None,
        ),
        ("Ze belt u op de 06 van uzelf.", None),
        ("Iemand belt u zodra het rooster klaar is.", None),
        ("Morgen ben ik er niet en maandag zit ik op cursus. Ik bel u terug. Zeg dinsdag.", TUESDAY),
        ("Ik bel u terug. Morgen ben ik er niet, dus maandag.", MONDAY),
        ("Ik laat u bellen. Morgen heb ik vrij, dus zeg maar maandag.", MONDAY),
        ("ik bel u terug morgen werk ik niet dan wordt het maandag", MONDAY),
        ("Ik bel u. Morgen red ik dat niet. Maandag.", MONDAY),
        ("Morgen ben ik er weer, dan bel ik u.", FRIDAY),
        ("Ik bel u morgen, ook als ik er dan niet uit ben.", FRIDAY),
        ("Dan hoort u het van mij als het door is bij de afdeling. Zeg maar dinsdag.", TUESDAY),
    ],
)
def test_the_day_that_belongs_to_the_promise(said, due):
    assert agreed(said) == due


@pytest.mark.parametrize(
    ("after", "due"),
    [
        ("Dat doet hij maandag, heeft hij gezegd, en hij heeft uw nummer al, met 62 op het eind.", MONDAY),
        ("Reken op dinsdag, want hij moet zich nog inlezen in alles wat er ligt.", TUESDAY),
        ("Maandag.", MONDAY),
        ("Als het goed is morgen.", FRIDAY),
        ("Morgen, als er niks tussenkomt.", FRIDAY),
        ("Zo snel als het kan. Een dag zeg ik niet.", None),
    ],
)
def test_a_day_that_follows_the_promise(after, due):
    assert agreed("Ik laat u bellen.", "Wanneer is dat?", after) == due


@pytest.mark.parametrize(
    "after",
    [
        "Goed. De hoorzitting blijft dinsdag.",
        "de bezwaartermijn loopt tot 20 januari",
        "Uiterlijk volgende week vrijdag heeft u het besluit in de bus.",
        "de monteur komt morgen",
        "Morgen staat de aannemer op de stoep.",
        "De container wordt vrijdag geleegd.",
        "Voor bezwaar heeft u zes weken.",
        "Dan moet u voor maandag betalen.",
        "en u krijgt uiterlijk dinsdag de brief",
        "Belt u maar voor maandag.",
        "Ze is er voor vieren.",
    ],
)
@pytest.mark.parametrize("said", ["Ja.", "O ja?", "Prima, ik ben tot vieren thuis."])
def test_a_day_of_something_else_is_not_that_of_ringing(after, said):
    assert agreed("Ik laat u bellen.", said, after) is None


@pytest.mark.parametrize(
    ("asked", "after", "due"),
    [
        ("Wanneer?", "Uiterlijk 25 januari.", date(2026, 1, 25)),
        ("En hoe laat dan?", "Voor vieren.", THURSDAY),
        ("hoe laat", "voor vier uur", THURSDAY),
        ("wanneer kan ik dat verwachten", "na de lunch", THURSDAY),
        ("Wanneer is dat?", "In de loop van de middag.", THURSDAY),
        ("Hoe laat ongeveer?", "Rond een uur of drie.", THURSDAY),
        ("Wanneer krijg ik dat telefoontje?", "Morgen komt ze aan de beurt bij u.", FRIDAY),
        ("Wanneer hoor ik iets?", "De planning is maandag.", MONDAY),
        ("Wanneer komt de brief?", "Maandag.", None),
        ("Hoe lang heb ik voor bezwaar?", "Zes weken.", None),
        ("Wanneer mag ik de container buiten zetten?", "Belt u maar voor vieren.", None),
        ("Ik ben na vieren thuis.", "Na vieren, ja.", None),
        ("Ja.", "Dat wordt dan morgen.", FRIDAY),
        ("Ja.", "Morgenochtend meteen.", FRIDAY),
        ("Ja.", "Dan heeft u morgen antwoord.", FRIDAY),
        ("ja", "u krijgt morgen bericht", FRIDAY),
        ("ja", "dat zal morgen worden", FRIDAY),
        ("Ja.", "Uiterlijk maandag.", MONDAY),
        ("Ja.", "Het staat er voor morgen in.", FRIDAY),
        ("Ja.", "De bedoeling is maandag.", MONDAY),
    ],
)
def test_what_answers_when_is_the_term_unless_something_else_was_asked(asked, after, due):
    assert agreed("Ik laat u bellen.", asked, after) == due


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Die laat ik u straks bellen.", THURSDAY),
        ("Sietske belt u zo terug.", THURSDAY),
        ("u wordt zo meteen gebeld", THURSDAY),
        ("Dan bel ik u dadelijk.", THURSDAY),
        ("Ik laat u rond een uur of half drie bellen.", THURSDAY),
        ("Ik laat u bellen. Blijft u hangen, ik ben zo terug.", None),
        ("Ik laat u zo snel mogelijk bellen.", None),
    ],
)
def test_soon_is_today(said, due):
    assert agreed(said) == due


def test_a_short_promise_may_name_a_day_far_off():
    assert agreed("Ja, over een week of twee.") == date(2026, 1, 29)
    assert (
        agreed("Ik bel u. De schouw van alle bomen in de wijk staat volgens mij gepland over drie weken.")
        is None
    )


def test_no_day_is_sought_after_it_was_said_that_there_is_none():
    assert (
        agreed("Ik laat u bellen.", "Wanneer?", "Zo snel als ze kunnen.", "En de brief?", "Dinsdag.") is None
    )


@pytest.mark.parametrize(
    ("said", "then", "due"),
    [
        ("Nee, morgen kan ik niet.", "Dan belt mevrouw Bos u dinsdag.", TUESDAY),
        ("morgen kan ik niet", "dan laat ik haar u dinsdag terugbellen", TUESDAY),
        ("Morgen zit ik in het vliegtuig.", "Dan bel ik u dinsdag.", TUESDAY),
        ("dan werk ik", "dan maken we er dinsdag van", TUESDAY),
        ("Lastig, dan ben ik aan het werk.", "Zullen we dinsdag doen?", TUESDAY),
        ("Is dat niet haar vrije dag?", "O ja, klopt. Dinsdag dan.", TUESDAY),
        ("Is ze er dan wel?", "Nee, ik zie het, dan is ze vrij. Dan wordt het dinsdag de 20e.", TUESDAY),
        ("O nee, morgen.", "Sorry, dinsdag, ik zie dat ze morgen vrij is.", TUESDAY),
        ("Nee, liever volgende week.", "Dan laat ik haar maandag bellen.", MONDAY),
        ("Ik ben zo weg en pas volgende week weer thuis.", "Dan volgende week dinsdag.", TUESDAY),
        ("Morgen lig ik in het ziekenhuis.", "Dan schuif ik het door naar dinsdag.", TUESDAY),
        ("nee dat lukt niet", "oke dan zet ik neer dinsdag twintig januari na drie uur", TUESDAY),
        ("Dat komt niet uit.", "Dan wordt het na het weekend.", MONDAY),
        ("Kan het vanmiddag ook?", "Ja, dan belt ze u vanmiddag nog.", THURSDAY),
        ("Kan het niet eerder?", "Dan wordt het vandaag.", THURSDAY),
        ("Prima.", "O wacht, ik zie dat ze morgen vrij is. Dan wordt het dinsdag.", TUESDAY),
    ],
)
def test_a_day_that_does_not_suit_gives_way_to_the_other(said, then, due):
    assert agreed("Dan belt ze u morgen.", said, then, "Goed.", "Fijne dag.") == due


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("En wanneer is de volgende prik?", "Die is maandag de 19e."),
        ("En de rapportgesprekken?", "Die zijn maandag."),
        ("Kan het niet eerder?", "Nee, vandaag zit ze helemaal vol."),
        ("Kan dat niet vandaag nog?", "Nee, vandaag lukt helaas echt niet meer."),
        ("Kan het eerder?", "Dan moet u vandaag zelf even langskomen."),
        ("Morgen kan ik niet na vieren.", "Dan zet ik erbij: voor vier uur."),
        ("Morgen werk ik tot vijf uur.", "Dan belt ze u na vijven."),
        ("Kan ik niet beter nu al bezwaar maken?", "Dat mag, tot dinsdag."),
        ("Ik kan het niet meer aan.", "Dat snap ik. De monteur komt dinsdag."),
        ("Dan heb ik koekjes nodig.", "Ze belt u morgen en de termijn loopt tot maandag."),
        ("Morgen ben ik thuis.", "Mooi, en dinsdag is de controle."),
        ("Dat is lang geleden.", "Dan zien we u dinsdag."),
        ("Goed.", "En heeft ze morgen nog niet gebeld, dan bel ik u maandag."),
        ("Nee, dat is goed.", "Dan ziet u dinsdag de brief."),
    ],
)
def test_a_day_that_suits_stays(said, then):
    assert agreed("Dan belt ze u morgen.", said, then, "Goed.", "Fijne dag.") == FRIDAY


def test_the_other_day_may_be_found_together_and_moved_again():
    asked = ("Dan belt ze u morgen.", "Dan kan ik niet.", "Wanneer kunt u wel?", "Dinsdag.", "Dan dinsdag.")
    assert agreed(*asked) == TUESDAY
    twice = ("Dan belt ze u morgen.", "Dan kan ik niet.", "Maandag dan?", "Nee, ook niet.", "Dan dinsdag.")
    assert agreed(*twice) == TUESDAY


def test_that_day_points_back_at_a_date():
    lines = (
        "Het eerste is volgende week donderdag, de tweeëntwintigste.",
        "Goed.",
        "Dan belt ze u die donderdag.",
    )
    assert agreed(*lines, promise=2) == date(2026, 1, 22)
    assert agreed(
        "Het wordt vrijdag de dertigste.", "Fijn.", "Dan belt ze u die vrijdag.", promise=2
    ) == date(2026, 1, 30)
    assert agreed("Het wordt vrijdag de dertigste.", "Fijn.", "Dan belt ze u vrijdag.", promise=2) == FRIDAY


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Hij belt u. Maandag kan hij niet, dus dinsdag. Of nee, woensdag.", date(2026, 1, 21)),
        ("ik laat hem maandag bellen eh nee dinsdag bedoel ik", TUESDAY),
        ("Ik vraag of hij u belt, het is vrijdagmiddag.", None),
        ("Hij heeft maandag een drukke dag. Hij belt u terug.", None),
        ("U had maandag ook al gebeld zie ik. Hij belt u terug.", None),
        ("De beslissing komt uiterlijk dinsdag. Ik vraag of de consulent u belt.", None),
        ("U moet het voor vrijdag 23 januari insturen en ik maak een terugbelverzoek.", None),
        ("De beslissing komt later, dan belt iemand u uiterlijk dinsdag.", TUESDAY),
        ("Ik kan hem vragen om u te bellen. Dat zou dan worden: dinsdag.", TUESDAY),
        ("Ik laat haar u bellen in de week van de zesentwintigste.", date(2026, 1, 26)),
    ],
)
def test_a_day_of_something_else_or_taken_back(said, due):
    assert agreed(said) == due


@pytest.mark.parametrize(
    ("after", "due"),
    [
        ("Ik denk maandag, maar nagel me er niet op vast, want hij heeft het nogal druk.", MONDAY),
        ("Ik gok dat het maandag of dinsdag wordt, hij is deze dagen veel onderweg.", TUESDAY),
        ("Meestal dezelfde dag nog.", THURSDAY),
        ("Doorgaans is dat de volgende dag.", FRIDAY),
        ("Ik ga ervan uit dat dat morgen gebeurt, maar ik kan het natuurlijk niet garanderen.", FRIDAY),
    ],
)
@pytest.mark.parametrize("asked", ["Wanneer is dat ongeveer?", "Goed."])
def test_a_day_that_is_a_guess_is_a_term(asked, after, due):
    assert agreed("Ik laat u bellen. Op welk nummer?", asked, after) == due


@pytest.mark.parametrize(
    ("asked", "answer", "due"),
    [
        ("Wanneer hoor ik wat?", "Morgen.", FRIDAY),
        ("Wanneer weet ik meer?", "Uiterlijk maandag.", MONDAY),
        ("en wanneer krijg ik antwoord", "volgende week", date(2026, 1, 23)),
        ("Tot wanneer geldt mijn oude?", "Tot vrijdag.", None),
        ("Wanneer gaan ze bekeuren?", "Morgen.", None),
        ("Goed.", "Morgen gaan we dicht.", None),
    ],
)
def test_a_day_asked_for_before_the_caller_knew_of_ringing(asked, answer, due):
    lines = ["Dat loopt bij mevrouw Visser.", asked, answer, "Belt zij mij dan?", "Ja, ze belt u."]
    assert agreed(*lines, promise=4) == due
