"""The names of the two who talk: how they are said, and which are of somebody else."""

import pytest
from measured import measure
from spoken import a_context


def opening(said: str, **call: object) -> float | None:
    return measure(a_context(f"A: {said}\nB: ik heb een vraag", **call), "agent_name", first=2).value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Goedemorgen, gemeente Zonnedaal, u spreekt met Noor Brandsma.", 2),
        ("goedemorgen gemeente zonnedaal u spreekt met noor brandsma waarmee kan ik u helpen", 2),
        ("Goeiemurge, gemeente Zonnedaal, mit Noor Brandsma.", 2),
        ("Gemeente Zonnedaal, mijn naam is Noor van der Bij.", 2),
        ("Goedemiddag, met Noor.", 1),
        ("goedemiddag met noor", 1),
        ("U spreekt met mevrouw Brandsma.", 1),
        ("Goedemorgen, met de gemeente Zonnedaal.", 0),
        ("goedemorgen met de gemeente zonnedaal", 0),
        ("Hallo?", 0),
        ("GOEDEMORGEN MET NOOR WAARMEE KAN IK U HELPEN", 1),
        ("Met", 0),
        ("Goeiendag, gemeente Zonnedaal, ge spreekt mee Noor Brandsma.", 2),
        ("goede morgen uitkerings lijn werk en inkomen", 0),
        ("goedemorgen parkeer beheer zonnedaal", 0),
        ("goedemorgen noor brandsma", 2),
        ("Goedemorgen, Noor Hellings.", 2),
        ("Goedemorgen, Hellings.", 1),
    ],
)
def test_the_employees_name(said, value):
    assert opening(said, organisation="Zonnedaal") == value


@pytest.mark.parametrize(
    "said",
    [
        "goedemorgen gemeente meneer",
        "Gemeente Zonnedaal, mevrouw",
        "Met de heer",
        "Dit is meneer",
        "hier mevrouw",
        "Hallo, meneer.",
    ],
)
def test_a_title_with_nothing_behind_it_is_no_name(said):
    assert opening(said) == 0


def test_the_callers_name_is_not_the_employees():
    assert opening("Goedemorgen. Spreek ik met meneer Aalders?") == 0


def test_a_name_given_later_is_outside_the_opening():
    context = a_context("A: Hallo?\nB: Dag.\nA: Zegt u het maar.\nB: Ja.\nA: Mijn naam is Noor Brandsma.")
    assert measure(context, "agent_name", first=2).value == 0
    assert measure(context, "agent_name").value == 2


@pytest.mark.parametrize(
    ("lines", "measures", "value"),
    [
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.\nA: Dag meneer Aalders.", "addresses", 1),
        ("A: zegt u het maar\nB: met pieter aalders\nA: dag meneer aalders", "addresses", 1),
        ("A: Met wie spreek ik?\nB: Aalders.", "asks", 1),
        ("A: Hoe heet uw zoontje?\nB: Amir.", "asks", 0),
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.\nA: Aalders, ik noteer het.", "repeats", 1),
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.\nA: Ja, oké.", "repeats", 0),
        (
            "A: Ja?\nB: Met Pieter Aalders.\nA: Pieter punt Aalders, apenstaartje, ziggo punt nl.",
            "repeats",
            0,
        ),
        ("A: Ja?\nB: Met Pieter Aalders.\nA: Aalders, apenstaartje, gmail punt com, ja.", "addresses", 0),
        ("A: Zegt u het maar.\nB: Met Pieter Aalders.", "given", 2),
        ("A: Zegt u het maar.\nB: Ik bel over mijn paspoort.", "given", 0),
    ],
)
def test_the_callers_name(lines, measures, value):
    assert measure(a_context(lines), "caller_name", measures=measures).value == value


def test_a_tape_after_a_voicemail_message_is_no_colleague():
    message = "A: Dag mevrouw, met Noor Brandsma. Ik bel over uw aanvraag.\nO: Om het bericht te verzenden, toets één."
    assert measure(a_context(message), "address", measures="any").value == 1
    heard = "A: Momentje.\nB: Ja.\nA: Heb jij tijd voor mevrouw?\nO: Ja, geef maar door."
    assert measure(a_context(heard), "address", measures="any").value == 0


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("Goedemorgen, gemeente Rijnmeer, u treft Ludo Verhage.", 2),
        ("Goedemiddag, u heeft Mirjam Veenstra aan de telefoon.", 2),
        ("Goedemorgen meneer Mulder, dit is Renske Wubs van de gemeente.", 2),
        ("Goedemorgen, hier Floor Raaymakers van de gemeente Rijnmeer.", 2),
        ("Goeiemoarn, mei Doutzen Veenstra.", 2),
        ("Hallo, met, eh, met Joris de Haan.", 2),
        ("Gemeente Rijnmeer, met Trudy van ’t Hul.", 2),
        ("goedemiddag u spreekt met sander de groot", 2),
        ("goedemiddag met renske oude lansink", 2),
        ("Met de heer Krol.", 1),
        ("Rijnmeer, met Jan-Willem.", 1),
        ("Rijnmeer, met Jan-Willem Bos.", 2),
        ("Goedemiddag, Ruben Koekkoek van Rijnmeer. Bel ik met meneer Stam?", 2),
        ("Goedemiddag mevrouw Geurts, u spreekt met de gemeente.", 0),
        ("UWV, u spreekt met de afdeling Wajong.", 0),
        ("Ben ik verbonden met mevrouw Kowalczyk?", 0),
        ("Goedemiddag, spreek ik daar met Jan Stam?", 0),
        ("Gemeente Rijnmeer, mevrouw Bos, goedemorgen.", 1),
        ("Dit is een bericht voor meneer Kos, Tim Kos.", 0),
        ("met tom van de website", 1),
    ],
)
def test_how_employees_say_their_name(opening, value):
    reply = "Dag." if opening[0].isupper() else "dag"  # recognised speech may lack all capitals
    assert measure(a_context(f"A: {opening}\nB: {reply}"), "agent_name").value == value


@pytest.mark.parametrize(
    ("then", "value"),
    [("Van Leeuwen, van de gemeente.", 2), ("Waarmee kan ik u helpen?", 1), ("Gemeente Duiven.", 1)],
)
def test_a_name_that_was_cut_over_two_turns_is_one(then, value):
    context = a_context(f"A: Goedemorgen, u spreekt met Ilse.\nA: {then}\nB: Dag.")
    assert measure(context, "agent_name").value == value


def test_later_on_only_an_introduction_gives_a_name():
    talk = "A: Gemeente, goedemorgen.\nB: Dag.\nA: Zegt u het maar.\nB: Mijn pas.\nA: {}\nB: Goed."
    assert measure(a_context(talk.format("Dat gaat met DigiD Machtigen.")), "agent_name").value == 0
    for said in ("Mijn naam is Loes Hendriks.", "Met Loes Hendriks."):
        assert measure(a_context(talk.format(said)), "agent_name").value == 2


@pytest.mark.parametrize(
    ("lines", "measures", "value"),
    [
        ("B: Over een aanslag.\nA: Op welke naam staat die?\nB: Op die van mijn man.", "asks", 0),
        ("B: Over een aanslag.\nA: Op welke naam staat die?\nB: De Wit.", "asks", 1),
        ("B: Namens mijn moeder, mevrouw Groen.\nA: Mevrouw Groen, die heb ik.", "addresses", 0),
        ("A: Goedemiddag, met mevrouw Bos.\nB: Dag, ik heb een vraag.", "addresses", 0),
    ],
)
def test_anothers_name_is_not_the_callers(lines, measures, value):
    assert measure(a_context(lines), "caller_name", measures=measures).value == value


@pytest.mark.parametrize(
    ("caller", "said", "value"),
    [
        ("Met Wendy Verbeek, namens me vader.", "De heer Verbeek, Lange Dijk. Ik zie geen machtiging.", 0),
        ("Met Sandra de Groot, ik bel voor mijn moeder.", "Mevrouw De Groot, Kerkstraat 3, uit 1938.", 0),
        ("Met Verbeek, het gaat om mijn broer.", "Meneer Verbeek, geboren in 1950. Even kijken.", 0),
        ("Met Kees Vermeer, ik bel voor m'n vrouw.", "Mevrouw Vermeer, uit Zonnedaal.", 0),
        ("Met Ria Bakker, voor mijn man.", "Ik zie de aanvraag van de heer Bakker.", 0),
        ("Met Jan Bakker, over mijn moeder.", "Mevrouw Bakker heeft een aanvraag lopen, zie ik.", 0),
        ("met jan bakker ik bel voor mijn vader", "ik heb de aanvraag van meneer bakker hier", 0),
        ("Met Jan Bakker, ik bel voor mijn moeder.", "Oké meneer Bakker, ik zie de aanvraag.", 1),
        ("Met Wendy Verbeek, namens me vader.", "Mevrouw Verbeek, heeft u een machtiging?", 1),
        ("Met Jan Bakker, ik bel voor mijn vader.", "Meneer Bakker, dat mag ik u niet zeggen.", 1),
        ("Met Jan Bakker, ik bel voor mijn vader.", "Meneer Bakker, heeft u een machtiging?", 1),
        ("Met Jan Bakker, ik bel voor mijn vader.", "Fijne dag, meneer Bakker!", 1),
        ("Met Jan Bakker, ik ben met mijn vader verhuisd.", "Meneer Bakker, Kerkstraat 3?", 1),
        ("Met Bakker, ik bel over mijn aanvraag.", "Meneer Bakker, Kerkstraat 3, klopt dat?", 1),
        ("Met Bakker, voor mijn vader.", "Ik zie uw afspraak van mei, meneer Bakker, die staat erin.", 1),
        ("Met Bakker, ook voor mijn kinderen.", "Meneer Bakker, die staat er niet bij.", 1),
    ],
)
def test_a_relative_may_bear_the_same_name(caller, said, value):
    context = a_context(f"A: Goedemorgen.\nB: {caller}\nA: {said}\nB: Ja.")
    assert measure(context, "caller_name", measures="addresses").value == value
    if not value:
        assert measure(context, "caller_name", measures="repeats").value == 0


def test_the_name_that_addresses_is_quoted():
    said = (
        "B: Met Claeys, het gaat om mijn zoontje Lowie.\nA: Meneer Claeys, dat staat erin. Lowie mag komen."
    )
    seen = measure(a_context(said), "caller_name", measures="addresses")
    assert [e.quote for e in seen.evidence] == ["Meneer Claeys"]


@pytest.mark.parametrize(
    ("organisation", "said", "value"),
    [
        ("Gemeente Zonnedaal", "leerplicht anouk spreekt u mee", 1),
        ("Zorgloket Zonnedaal", "zorgloket zonnedaal fatma spreekt u mee", 1),
        ("Gemeente Zonnedaal", "zorgloket zonnedaal fatma spreekt u mee", 1),
        ("Zuiverend", "zuiverend zonnedaal marloes spreekt u mee", 1),
        ("Gemeente Zonnedaal", "gemeente zonnedaal noor brandsma spreekt u mee", 2),
        ("Gemeente Zonnedaal", "Noor van der Bij spreekt u mee.", 2),
        ("Gemeente Zonnedaal", "goedemorgen u spreekt met regionaal bureau leerplicht", 0),
        ("Gemeente Zonnedaal", "Sociale Recherche, u spreekt met het secretariaat.", 0),
        ("Gemeente Zonnedaal", "goedemiddag met kwijtschelding", 0),
    ],
)
def test_an_organisation_before_a_name_is_no_part_of_it(organisation, said, value):
    assert opening(said, organisation=organisation) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Hallo, goedemorgen, dit is Joke Kanis, gemeente Rijnmeer.", 2),
        ("Goedemorgen mevrouw, dit is Joke Kanis. Ik bel over uw aanvraag.", 2),
        ("goedemorgen dit is joke kanis ik bel over uw aanvraag", 2),
        ("Hier Joke Kanis, gemeente Rijnmeer.", 2),
        ("Goedemorgen, dit is Joke, waarmee kan ik u helpen?", 1),
        ("Dit is de gemeente Rijnmeer.", 0),
        ("Dit is burgerzaken.", 0),
        ("dit is burgerzaken goedemorgen", 0),
        ("Dit is zijn nummer toch?", 0),
        ("dit is zijn nummer toch", 0),
        ("ja dit is belangrijk", 0),
        ("Ik zie hier Jansen staan.", 0),
        ("Brr, koud hier.", 0),
        ("Hiii, gemeente Rijnmeer.", 0),
    ],
)
def test_who_says_this_is_names_themselves_and_no_thing(said, value):
    assert opening(said, organisation="Gemeente Rijnmeer") == value


@pytest.mark.parametrize(
    "said",
    "Doeg|Houdoe|Joe|Toedeloe|Groetjes|Tabee|Ajuus|Pasfoto nodig|Fijne dag|Dan weet u dat|Lukt het".split(
        "|"
    ),
)
def test_what_ends_a_message_is_no_name(said):
    message = f"Goedemorgen. Ik bel over uw aanvraag, daar mis ik nog iets van. Mailt u dat even? {said}."
    context = a_context(f"O: Spreek in na de piep.\nA: {message}", direction="out")
    assert measure(context, "agent_name").value == 0


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("met het klant contact centrum van zonnedaal", 0),
        ("Met het Klant Contact Centrum.", 0),
        ("u spreekt met het klanten contact centrum", 0),
        ("met klant contact centrum zonnedaal", 0),
        ("met het sociaal team", 0),
        ("Met het Sociaal Team.", 0),
        ("met de servicelijn openbare ruimte", 0),
        ("met het werk plein", 0),
        ("u spreekt met marieke het hart", 2),
        ("Met mevrouw 't Hart.", 1),
        ("wijk team noord met karin bos", 2),
        ("met karin bos klant contact centrum", 2),
        ("Met Karlijn.", 1),
        ("u spreekt met jolijn stroink", 2),
        ("met de uitkeringslijn", 0),
        ("Met Ans Punt.", 2),
    ],
)
def test_a_department_is_no_person(said, value):
    assert opening(said, organisation="Zonnedaal") == value


@pytest.mark.parametrize(
    ("first", "asked", "then", "value"),
    [
        ("Met Gerrit.", "Goedemorgen.", "Gerrit Hoving van de gemeente trouwens.", 2),
        ("Met Gerrit.", "Gerrit wie?", "Hoving, Gerrit Hoving.", 2),
        ("gemeente zonnedaal", "met wie spreek ik", "gerrit hoving", 2),
        ("Gemeente Zonnedaal.", "Met wie spreek ik?", "Hoving.", 1),
        ("Gemeente Zonnedaal.", "Goedemorgen.", "Anja Bakker, goedemorgen.", 0),
        ("Gemeente Zonnedaal.", "Met Anja Bakker.", "Anja Bakker, zegt u het maar.", 0),
        ("Gemeente Zonnedaal.", "Ik zoek Karin.", "Karin Mulder van het sociaal team bedoelt u?", 0),
        (
            "met de gemeente zonnedaal u spreekt met loek",
            "mijn bak",
            "de groene container met een wiel eraf",
            1,
        ),
        ("Met Gerrit.", "Ik zoek Karin.", "Karin Mulder van het sociaal team bedoelt u?", 1),
    ],
)
def test_the_second_turn_may_answer_who_it_is(first, asked, then, value):
    context = a_context(f"A: {first}\nB: {asked}\nA: {then}\nB: dag", organisation="Zonnedaal")
    assert measure(context, "agent_name", first=2).value == value
