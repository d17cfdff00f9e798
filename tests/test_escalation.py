"""How far a caller goes is read from what is meant: irritation in few words counts, an idiom and one's own mistake do not."""

import pytest
from by_the_rubric import CALM, answer, judge, level

from scoring.call import Speaker


def of_one(said: str) -> int:
    """The level of a calm call in which this is said."""
    return level(CALM.format(said))


@pytest.mark.parametrize(
    "said",
    [
        "Nou, lekker dan. Sta ik hier met een aanhanger.",
        "nou lekker dan moet ik weer helemaal terug naar huis",
        "Lekker is dat.",
        "Nou, mooi is dat zeg.",
        "Nou fijn dan.",
        "Daar ben ik mooi klaar mee.",
        "Daar staan we dan mooi mee.",
        "Fijn hoor. Heb ik weer.",
        "Dat kon er ook nog wel bij.",
        "Ik sta echt op springen.",
        "Het water staat me aan de lippen.",
        "Ik ben die mailtjes spuugzat.",
        "ik ben het hele gedoe echt stront zat",
        "Ik hou 't niet droog.",
    ],
)
def test_irritation_in_few_words_is_emotion_though_nobody_answers_it(said):
    assert of_one(said) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Nou fijn, dan weet ik dat.",
        "O lekker, dan kan ik vrijdag beginnen.",
        "nou mooi dan kom ik morgen",
        "Top, geweldig. Dank u wel.",
        "Wat fijn is dat zeg.",
        "Mooi is dat geworden, dat plein.",
        "O fijn, is dat ook mogelijk?",
        "Kan die stoel er ook nog bij?",
        "Ik hou die kelder niet droog met die regen.",
        "Top. Dan ben ik er helemaal klaar mee.",
        "Ik ben bang van niet.",
        "Ik ben bang dat ik het nummer niet bij de hand heb.",
        "Ik kan wel janken van geluk.",
    ],
)
def test_the_same_words_meant_well_or_as_an_idiom_are_not(said):
    assert of_one(said) == 0


@pytest.mark.parametrize("said", ["Ik ben er zó klaar mee.", "Ik ben bang dat ze me eruit zetten."])
def test_the_idiom_spares_what_is_felt(said):
    assert of_one(said) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Wat een sukkel ben ik ook.",
        "Dom dom dom, verkeerde bril op.",
        "Domme gans dat ik ben.",
        "wat ben ik toch een uilskuiken ik had hem gewoon in mijn tas",
        "Ik zei tegen mezelf: stomme trut.",
        "Mijn dochter zegt, pa, je bent een ouwe sukkel.",
        "Piet! Hou je kop, ik ben aan het bellen.",
        "Er hangt een rode muts aan het hek.",
        "En ze riepen rot op, jij vieze aap, tegen een kind.",
        "Ik heb een zak vol afval staan, kan die mee?",
        "Ik ben wat traag van begrip, kunt u het herhalen?",
        "Mag ik iemand spreken die er verstand van heeft?",
        "Bent u gestoord in uw pauze? Dan bel ik later.",
        "U bent ook maar een radertje.",
        "U kunt er niks aan doen.",
        "U bent zeker niet dom, dat merk ik wel.",
        "U bent een nul vergeten, het is nul zes nul nul.",
    ],
)
def test_a_word_at_oneself_at_another_or_for_a_thing_is_not_personal(said):
    assert of_one(said) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Je bent een domme gans die een schermpje voorleest.",
        "Wat ben jij een ezel.",
        "Hou je bek nou eens.",
        "ben je wel goed wijs",
        "Rot toch op man.",
        "U bent echt incompetent.",
        "Krijg toch de tering.",
        "Bent u altijd zo traag van begrip?",
        "U bent een schande voor uw vak.",
        "U bent ook niet de slimste thuis hè.",
        "Met vrouwen valt niet te praten.",
        "Kan ik een volwassene spreken?",
        "Gij zijt een dikke nul.",
        "U bent gewoon een lapzwans.",
        "Is er ook iemand die wel hersens heeft?",
    ],
)
def test_an_insult_and_belittling_are_seen_though_nobody_answers_it(said):
    assert of_one(said) == 3


@pytest.mark.parametrize(
    "said",
    [
        "Ik weet waar u zit, dat nieuwe gebouw bij het station.",
        "Ik heb niks te verliezen, dus ik vraag het gewoon aan.",
        "Ik weet hoe laat jullie sluiten, vijf uur toch? Dan haal ik het net.",
        "Wat heb je dan aan papieren nodig?",
        "Dus eerst mijn schouder kapot maken en dan een brief sturen.",
        "Ik hoor hem op de trap. Ik ben kapot.",
        "Een foto waar ik op lijk of ik iemand heb vermoord.",
        "Hij riep tegen mijn zoon, anders maak ik je af.",
        "Mijn moeder wil u laten voelen dat ze dankbaar is.",
        "Kan ik een kort rokje doneren bij de kledinginzameling?",
    ],
)
def test_what_only_sounds_like_a_threat_is_none(said):
    assert of_one(said) < 3


@pytest.mark.parametrize(
    "said",
    [
        "Wat heb je dan aan? Zo'n strak blousje?",
        "Lekker ding, ik wil je in het echt voelen.",
        "Ik sla jullie kantoor kapot.",
        "Ik maak je kapot.",
        "Er komt een dag dat ik jullie tref, zonder balie.",
    ],
)
def test_intimidation_is_seen_though_nobody_answers_it(said):
    assert of_one(said) == 4


def test_an_insult_is_proved_by_the_turn_that_holds_it():
    text = CALM.format("Wat een boel. U bent een engel hoor.").replace("B: Oké.", "B: Hou je bek nou eens.")
    assert {e.turn for e in judge(text).escalation().evidence} == {5}


def test_no_escalation_is_less_sure_when_a_level_was_only_just_missed():
    calm = judge(CALM.format("Prima, dank u wel.")).escalation()
    doubtful = judge(CALM.format("Nou, ik zit er wel een beetje mee in mijn maag.")).escalation()
    assert calm.level == 0
    assert doubtful.level == 1 or doubtful.confidence < calm.confidence


def test_a_boundary_is_proved_by_the_employee_alone():
    text = """A: Goedemiddag, met Stef Dijkman.
B: Ik weet waar je werkt. Ik wacht je vanmiddag op, dan zul je wat beleven.
A: Wat zegt u?
B: Niks. Ik zeg het alleen maar.
A: U bedreigt mij. Dat is niet toegestaan. Ik beëindig nu dit gesprek en ik doe er melding van.
O: (verbinding verbroken)"""
    asked = judge(text)
    result = asked.result(asked.rubric.criterion("behulpzaam.grens_stellen"))
    assert result.answer == "yes"
    turns = asked.context.transcript.turns
    assert {turns[e.turn].speaker for e in result.evidence} == {Speaker.AGENT}


def test_who_only_reassures_does_not_acknowledge():
    text = """A: Goedemorgen, gemeente Rijnmeer, u spreekt met Loes Hendriks.
B: Ik ben zo bang dat ze mijn kinderen afpakken, ik doe geen oog meer dicht.
A: Nee, uw kinderen worden niet afgepakt.
B: Weet u dat zeker?
A: Ja. Er komt iemand praten omdat de school dat gevraagd heeft, meer is het niet.
B: Oké.
A: Dag mevrouw."""
    assert answer("behulpzaam.ombuigen", text) == "partial"
    assert answer("beleefd.empathie", text) == "no"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Zit je daar in zo'n kort rokje, schatje?", "na"),
        (
            "Zit je daar in zo'n kort rokje?\nA: Pardon?\nB: Ik ben woest, ik word helemaal gek van jullie.",
            "no",
        ),
        ("Wat ben jij een ongelooflijke trut zeg.", "no"),
    ],
)
def test_a_sexual_remark_asks_for_a_limit_and_nothing_else(said, expected):
    text = f"""A: Goedemiddag, met Femke Brands.
B: Ik wil een container bestellen.
A: Op welk adres is dat?
B: Iepenhof 12. {said}
A: En uw postcode?
B: 1234 AB.
A: Hij komt dinsdag."""
    assert answer("behulpzaam.ombuigen", text) == expected
    assert answer("behulpzaam.grens_stellen", text) == "no"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ja maar wat heb je aan regels als niemand ze volgt.", 0),
        ("Wat heb je aan bakken die nooit geleegd worden?", 0),
        ("Wat heb je nou aan?", 4),
        ("Mijn dochter heeft een kort rokje aan op de foto, mag dat op een paspoort?", 0),
        ("Wat een lekker ding, die nieuwe bakfiets van jullie.", 0),
        ("U bent de zak vergeten mee te nemen.", 0),
        ("Bent u voor dove mensen ook bereikbaar, mijn man is doof.", 0),
        ("U bent niet de slimste, zei hij tegen mij.", 0),
        ("Met vrouwen is daar niks te beginnen, zei mijn oom altijd.", 0),
        ("Kan ik een volwassene spreken die het kind begeleidt?", 0),
        ("O daar ben ik mooi mee geholpen, dank u.", 0),
        ("Nou mooi is dat, wat snel.", 0),
        ("Top, fijn heb ik weer wat geleerd.", 0),
    ],
)
def test_words_that_only_look_like_it_raise_no_level(said, expected):
    assert of_one(said) == expected
