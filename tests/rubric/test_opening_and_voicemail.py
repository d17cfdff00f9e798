"""What introduces an employee who calls, and what tells the subject of a voicemail, by the real rubric."""

from datetime import datetime
from functools import lru_cache

import pytest

from scoring.call import Call
from scoring.detectors import CallContext
from scoring.evaluate import Judge
from scoring.examples import dialogue
from scoring.learned import lexicon
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT

REACHED = "O: Dit is de voicemail van 06 12 34 56 78. Spreek een bericht in na de toon.\n"
INTRODUCED = "A: Goedemorgen, u spreekt met Loes Hendriks van de gemeente Rijnmeer. "


@lru_cache(maxsize=1)
def rubric():
    return load_rubric(ROOT / "rubrics" / "vijf_b.yaml")


def answer(criterion: str, lines: str, direction: str = "out") -> str:
    when, town = datetime(2026, 9, 8), "Gemeente Rijnmeer"
    call = Call(id="p", source="p", called_at=when, direction=direction, organisation=town)
    context = CallContext(call, dialogue(lines), lexicon(rubric()))
    judge = Judge(rubric(), load_norms("1stroom", ROOT / "rubrics" / "normen"), context)
    return str(judge.result(next(c for c in rubric().criteria if c.id == criterion)).answer.value)


def spoken(lines: str, like: str) -> str:
    """The lines without capitals where what is tried has none either."""
    said = [line[:3] + line[3:].lower() for line in lines.splitlines()]
    return "\n".join(said) if like.islower() else lines


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Met Loes Hendriks van de gemeente.", "yes"),
        ("met de gemeente het gaat om uw aanvraag", "yes"),
        ("Met een c h?", "partial"),
        ("Met de aanvraag is iets mis.", "partial"),
        ("met betrekking tot uw aanvraag", "partial"),
        ("U had met mijn collega gesproken.", "partial"),
        ("Dat lijstje is met de was meegegaan.", "partial"),
    ],
)
def test_only_a_with_that_introduces_counts(second, expected):
    assert (
        answer("beleefd.begroeting", f"A: Goedemorgen mevrouw Bos.\nB: Ja.\nA: {second}\nB: O.") == expected
    )


@pytest.mark.parametrize(
    "said",
    [
        "'t Is vanwege de lantaarnpaal.",
        "uw vergunning is klaar",
        "Ik reageer op uw melding.",
        "U had ons gebeld met een vraag of de markt doorgaat.",
        "het heeft te maken met de hondenbelasting",
        "Ik heb nog een bankafschrift nodig.",
        "ik bel om te vertellen dat de boom is gekapt",
        "U had zondag een melding gedaan over ratten.",
        "U had bij ons kwijtschelding gevraagd.",
    ],
)
def test_a_message_tells_its_subject(said):
    assert answer("betrouwbaar.voicemail", f"{REACHED}{INTRODUCED}{said}") == "yes"


@pytest.mark.parametrize(
    "said",
    [
        "Ik bel u morgen om tien uur terug.",
        "De balie gaat om vijf uur dicht.",
        "ik bel u straks voor vijven",
        "Ik bel u voor de middag nog terug.",
        "Belt u ons als u hulp nodig heeft.",
        "U had ons gebeld. Ik probeer het later nog eens.",
        "U had gevraagd of ik u terug wilde bellen.",
        "Ik heb een antwoord van u nodig.",
    ],
)
def test_a_time_or_a_callback_is_no_subject(said):
    assert answer("betrouwbaar.voicemail", f"{REACHED}{INTRODUCED}{said}") == "partial"


@pytest.mark.parametrize(
    ("first", "asked", "second", "expected"),
    [
        ("Goedemorgen, gemeente Rijnmeer.", "Met wie spreek ik?", "Met Gerrit Hoving.", "yes"),
        ("goedemorgen gemeente rijnmeer", "wie heb ik aan de lijn", "met gerrit hoving", "yes"),
        ("Goedemorgen, dit is Joke, waarmee kan ik u helpen?", "Ik heb een vraag.", "Ja?", "yes"),
        ("Goedemorgen, ik ben Joke Kanis, van de gemeente.", "Ik heb een vraag.", "Ja?", "yes"),
        ("Goedemorgen, hier Joke Kanis, gemeente Rijnmeer.", "Ik heb een vraag.", "Ja?", "yes"),
        ("Goedemorgen, gemeente Rijnmeer.", "Aan wie vraag ik dat?", "Wat is er met uw pas?", "partial"),
        ("Goedemorgen, Rijnmeer, Sanne.", "Ik heb een vraag.", "Ik ben even aan het kijken.", "partial"),
        (
            "Goedemorgen, Rijnmeer, Sanne.",
            "Ik heb een vraag.",
            "Ik heb de meldingen hier naast elkaar.",
            "partial",
        ),
    ],
)
def test_who_says_who_it_is_in_the_first_two_turns_is_introduced(first, asked, second, expected):
    lines = f"A: {first}\nB: {asked}\nA: {second}\nB: O."
    assert answer("beleefd.begroeting", lines, "in") == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Goedemorgen, Loes hier.", "yes"),
        ("goedemorgen loes hier van de gemeente", "yes"),
        ("Morgen, met Loes.", "yes"),
        ("gemeente rijnmeer morgen met loes", "yes"),
        ("Goedemorgen, ik lees hier dat u belde.", "partial"),
        ("goedemorgen ik zie hier uw nummer staan", "partial"),
        ("Goedemorgen, u belt hier met een vraag.", "partial"),
        ("goedemorgen er staat hier een melding", "partial"),
        ("Hallo, met Loes. Ik bel u morgen.", "partial"),
        ("hallo met loes ik ben er morgen", "partial"),
        ("Hallo, met Loes. Morgen probeer ik het weer.", "partial"),
        ("Wat is er met de lift?", "no"),
        ("is er iets mis met de lift", "no"),
    ],
)
def test_here_and_tomorrow_are_no_opening_by_themselves(first, expected):
    lines = f"A: {first}\nB: Ik heb een vraag.\nA: Zegt u het maar.\nB: O."
    assert answer("beleefd.begroeting", lines, "in") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Goedemorgen, dit is Joke Kanis, gemeente Rijnmeer. Ik bel over uw aanvraag. Doei!", "yes"),
        ("Goedemorgen. Ik bel over uw aanvraag. Doei!", "partial"),
        ("Goedemorgen. Ik bel over uw aanvraag. Houdoe.", "partial"),
        ("Goedemorgen. Ik bel over uw aanvraag. Fijne dag.", "partial"),
    ],
)
def test_a_goodbye_is_no_name(said, expected):
    assert answer("betrouwbaar.voicemail", f"{REACHED}A: {said}") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Belt u ons terug, vraagt u naar Lonneke.", "yes"),
        ("belt u ons terug u kunt vragen naar lonneke", "yes"),
        ("Lonneke is de naam. Dag.", "yes"),
        ("Groetjes van Anke.", "yes"),
        ("groeten anke", "yes"),
        ("Lonneke was dit.", "yes"),
        ("dit was lonneke van de gemeente", "yes"),
        ("Vraagt u naar mijn collega Anke.", "partial"),
        ("vraagt u naar mevrouw anke postma", "partial"),
        ("Vraagt u naar de afdeling Vergunningen.", "partial"),
        ("groeten van het team", "partial"),
        ("Dit was alles. Dag.", "partial"),
        ("U logt in met DigiD.", "partial"),
    ],
)
def test_who_signs_a_message_gives_a_name(said, expected):
    lines = f"{REACHED}A: Goedemiddag, gemeente Rijnmeer. Ik bel over uw melding. {said}"
    assert answer("betrouwbaar.voicemail", spoken(lines, said)) == expected


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        ("O: Hoi, met Bas, ik ben er even niet. Laat wat achter of app me.", "yes"),
        ("O: yo met bas kan nu niet opnemen app maar even", "yes"),
        ("O: Ik ben d'r niet. Piep.", "yes"),
        ("O: hoi dit is bas ik kan je nu niet te woord staan", "yes"),
        ("O: U bent verbonden.\nO: We zijn er op dit moment niet.", "yes"),
        ("O: Al onze lijnen zijn bezet, wij kunnen nu niet opnemen. Een ogenblik geduld.", "na"),
        ("O: Met Bas.\nA: Is uw vrouw thuis?\nO: Nee, ik ben er morgen niet, zij ook niet.", "na"),
        ("B: Met Bas. Ik ben er morgen niet, app me maar.", "na"),
    ],
)
def test_a_private_voicemail_is_one_and_a_person_is_none(reached, expected):
    lines = f"{reached}\nA: Met Loes Hendriks van de gemeente Rijnmeer. Ik bel over uw melding."
    assert answer("betrouwbaar.voicemail", lines) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("U kunt inloggen met DigiD.", "no"),
        ("dat regelt u met digid of met mijnoverheid", "no"),
        ("Met Pin kan het ook.", "no"),
        ("u moet dat met marktplaats oplossen", "no"),
        ("U moet dat met Bakker oplossen.", "no"),
        ("Ja, met Anouk.", "partial"),
        ("ja met anouk wessels", "yes"),
        ("U spreekt met Anouk Wessels.", "yes"),
    ],
)
def test_what_something_is_done_with_is_no_name(said, expected):
    lines = f"A: Goedemorgen, gemeente Rijnmeer.\nB: Ik ga verhuizen.\nA: {said}\nB: O."
    assert answer("beleefd.naam_medewerker", spoken(lines, said), "in") == expected
