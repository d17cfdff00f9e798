"""Kinds that look at people: names, forms of address, telephone numbers and callbacks."""

from datetime import datetime

import pytest
from measured import KINDS, PROMISE, measure
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


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("Kunt u uw naam spellen?", 1.0),
        ("wat is je naam en heb jij een nummer", 0.0),
        ("Dan krijg je een brief. Kunt u dat onthouden? Heeft u pen en papier?", 1.0),
        ("dank je wel weet je wat ik bel u", 1.0),
        ("Je spreekt met Noor. Kunt u dat herhalen, en uw naam, en uw adres?", 0.75),
    ],
)
def test_form_of_address(said, share):
    assert measure(a_context(f"A: {said}\nB: Ja."), "address").value == pytest.approx(share)


def test_the_je_that_counts_is_quoted_also_where_it_might_be_anyone():
    said = "A: Goedemorgen, u spreekt met Anouk.\nB: Dag.\nA: Dan krijg je een brief.\nB: O.\nA: Daar lees je het in."
    context = a_context(said)
    detector = KINDS.validate_python({"kind": "address", "measures": "share"})
    seen = detector.measure(context)
    assert seen.value < 0.5
    assert [one.turn for one in seen.evidence] == [2, 4]


def test_nobody_addressed():
    context = a_context("A: Dat kan.\nB: Heeft u dat?")
    assert measure(context, "address", measures="any").value == 0


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("B: Hoe bereik ik Karin?\nA: Haar nummer is 06-12345678.", 1),
        (
            "A: haar directe nummer\nB: ja\nA: nul zes twaalf vierendertig zesenvijftig achtenzeventig",
            1,
        ),
        ("B: Mijn nummer is 0612345678.\nA: 06 12 34 56 78, klopt dat?", 0),
        ("B: nul zes twaalf vierendertig zesenvijftig achtenzeventig\nA: 06 12345678", 0),
        ("A: U kunt bellen met 14 0316.\nB: Dank u.", 0),
        ("A: Bel 0800 1234 of 0900-8844, of 112 bij nood.\nB: Dank u.", 0),
        ("B: Het nummer van Karin is 06-12345678.\nA: Dat klopt.", 0),
        ("B: Wie dan?\nA: Mijn collega Joost, dat is 038 123 45 67.", 1),
        ("B: wie dan\nA: mariska van ons nul drie vier een twaalf vierendertig zesenvijftig", 1),
        ("B: Wie dan?\nA: Bel Harm maar, ik zie hier 06 12 34 56 78.", 1),
        ("B: En anders?\nA: Dan belt u gewoon mij, 06 12 34 56 78.", 1),
        ("B: Wie dan?\nA: De balie, dat is 038 123 45 67.", 0),
        ("B: Wie dan?\nA: Mijn collega van het wijkteam, dat is 038 123 45 67.", 0),
        ("B: Wie dan?\nA: De huisartsenpost, 038 123 45 67.", 0),
        ("B: Wie dan?\nA: Dan moet u Netbeheer Oost hebben, 038 123 45 67.", 0),
        ("B: Goed.\nA: Mijn collega belt u op 06 12 34 56 78, klopt dat?", 0),
        ("B: Goed.\nA: Ik bel Saskia even, ik zie hier 06 12 34 56 78 van u.", 0),
        ("B: Goed.\nA: Het nummer van ons is 038 123 45 67.", 0),
    ],
)
def test_direct_numbers(lines, value):
    assert measure(a_context(lines), "phone", measures="direct").value == value


def test_a_number_that_anybody_says_can_be_agreed():
    context = a_context("A: Op welk nummer?\nB: 06 12 34 56 78.")
    assert measure(context, "phone", measures="spoken").value == 0
    assert measure(context, "phone", measures="spoken", speaker=None).value == 1


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Ik bel u vandaag nog terug.", 0),
        ("morgenochtend belt mijn collega u", 1),
        ("Dan wordt u binnen twee werkdagen teruggebeld.", 2),
        ("Ik bel u maandag voor vijven.", 2),
        ("Ik bel u volgende week terug.", 6),
        ("Dan bel ik u binnen 24 uur.", 1),
        ("Ik bel u zo snel mogelijk terug.", 999),
        ("Ik bel u.", 999),
    ],
)
def test_the_term_of_a_callback(said, days):
    context = a_context(f"A: {said}\nB: Fijn.")
    assert measure(context, "callback", measures="promised", **PROMISE).value == 1
    assert measure(context, "callback", measures="working_days", **PROMISE).value == days


def test_a_term_may_follow_the_promise_and_the_latest_counts():
    context = a_context("A: Ik bel u terug.\nB: Wanneer?\nA: Dat wordt dan dinsdag.\nB: Goed.")
    assert measure(context, "callback", measures="working_days", **PROMISE).value == 3


def test_no_promise_and_an_unknown_day():
    none = a_context("A: U kunt ons bellen.\nB: Goed.")
    assert measure(none, "callback", measures="working_days", **PROMISE).value == 0


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Ik bel u vandaag nog.", 0),
        ("Dan wordt u binnen twee werkdagen teruggebeld.", 2),
        ("Ik bel u terug.", 999),
        ("Ik bel u donderdag terug.", None),
        ("Ik bel u de achttiende terug.", None),
    ],
)
def test_the_day_of_the_call_is_needed_only_where_the_term_depends_on_it(said, days):
    context = a_context(f"A: {said}\nB: Goed.", called_at=None)
    assert measure(context, "callback", measures="working_days", **PROMISE).value == days


def test_what_is_refused_is_no_promise():
    refusals = ["niet ..3 beloven ..6 belt", "krijgt u ..5 mail"]
    for said in ("Ik kan u niet beloven dat er iemand belt.", "Dan krijgt u uiterlijk maandag een mail."):
        context = a_context(f"A: {said}\nB: Goed.")
        context.intents = [{"callback_offer": 0.95}, {}]
        assert measure(context, "callback", measures="promised", **PROMISE).value == 1
        assert measure(context, "callback", measures="promised", refusals=refusals, **PROMISE).value == 0


def test_a_callback_in_the_night_of_the_year():
    context = a_context("A: Ik bel u binnen twee werkdagen.\nB: Ja.", called_at=datetime(2026, 12, 31, 16))
    seen = measure(context, "callback", measures="working_days", **PROMISE)
    assert seen.value == 2
    assert "termijn: 05-01-2027" in seen.fired


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


def test_a_callback_is_about_what_the_caller_first_asked_or_told():
    said = "B: De klep van de container klemt.\nA: Ik bel u morgen.\nB: En tot dan?"
    context = a_context(said)
    context.intents = [{"c_problem": 0.9}, {}, {"c_question": 0.9}]
    promise = KINDS.validate_python({"kind": "callback", "measures": "promised"} | PROMISE)
    assert promise.arrangement(context).about == "De klep van de container klemt."


def test_what_a_callback_is_about_ends_at_a_whole_word():
    context = a_context(f"B: {'Mijn container staat er nog steeds ' * 9}.\nA: Ik bel u morgen.\nB: Goed.")
    context.intents = [{"c_problem": 0.9}, {}, {}]
    promise = KINDS.validate_python({"kind": "callback", "measures": "promised"} | PROMISE)
    about = promise.arrangement(context).about
    assert about.endswith(("Mijn…", "container…", "staat…", "er…", "nog…", "steeds…"))
    assert len(about) <= 161


@pytest.mark.parametrize(
    ("said", "value"),
    [("Je kunt hem zelf bellen, hij heeft 06 12 34 56 78.", 0), ("En mijn nummer is 06 12 34 56 78.", 1)],
)
def test_a_colleagues_number_is_not_the_callers(said, value):
    speaker = "A" if not value else "B"
    context = a_context(f"A: Mijn collega belt u terug.\nB: Fijn.\n{speaker}: {said}\nB: Goed.")
    assert measure(context, "phone", measures="spoken", speaker=None).value == value
    promise = KINDS.validate_python({"kind": "callback", "measures": "promised"} | PROMISE)
    assert promise.arrangement(context).number == ("0612345678" if value else None)


@pytest.mark.parametrize(
    "said",
    [
        "A: Dan noteer ik 06 12 34 56 78.\nB: Ja.",
        "A: En het mobiele nummer in het systeem is 06 12 34 56 78.\nB: Ja, dat is mijn nummer.",
        "O: Mijn nummer is 06 12 34 56 78.\nA: Goed.",
    ],
)
def test_a_number_that_only_looks_like_a_colleagues_stays(said):
    context = a_context(f"A: Mijn collega belt u terug.\nB: Fijn.\n{said}")
    promise = KINDS.validate_python({"kind": "callback", "measures": "promised"} | PROMISE)
    assert promise.arrangement(context).number == "0612345678"
    assert measure(context, "phone", measures="spoken", speaker=None).value == 1


def test_a_colleagues_number_said_again_is_still_the_colleagues():
    said = "A: Zijn nummer is 06 12 34 56 78.\nB: Even opschrijven, 06 12 34 56 78."
    assert measure(a_context(said), "phone", measures="spoken", speaker=None).value == 0


def test_another_person_who_is_spoken_of_is_not_addressed():
    said = "A: Goedemorgen.\nB: Met Peters.\nA: Mevrouw Van Dijk belt u uiterlijk maandag terug.\nB: Goed."
    assert measure(a_context(said), "caller_name", measures="addresses").value == 0
    greeted = said.replace("Mevrouw Van Dijk belt", "Meneer Peters, ik bel")
    assert measure(a_context(greeted), "caller_name", measures="addresses").value == 1


def test_who_rings_back_is_neither_of_the_two_who_talk():
    told = "A: Dag meneer Peters. Dat doet mevrouw Van Dijk. Dan belt ze u."
    said = f"A: Gemeente, met Ilse Bos.\nB: Met Kees Peters.\n{told}\nB: Ja."
    promise = KINDS.validate_python(
        {"kind": "callback", "measures": "promised"} | PROMISE | {"phrases": ["belt ze u"]}
    )
    assert promise.arrangement(a_context(said)).who == "mevrouw Van Dijk"
    own = said.replace(
        "Dat doet mevrouw Van Dijk. Dan belt ze u", "Ilse Bos belt u, meneer Peters. Dan belt ze u"
    )
    assert promise.arrangement(a_context(own)).who is None


def test_of_two_who_will_ring_the_one_is_named_whose_term_it_is():
    said = "A: Gemeente.\nB: Dag.\nA: Ik bel u vanmiddag voor vijf uur terug.\nB: Ja.\nA: En Saskia Prins belt u later.\nB: Goed."
    promise = KINDS.validate_python(
        {"kind": "callback", "measures": "promised"} | PROMISE | {"phrases": ["bel* ..1 u"]}
    )
    arranged = promise.arrangement(a_context(said))
    assert (arranged.who.lower(), arranged.due) == ("ik", "2026-01-15")


def test_asking_the_caller_to_ring_is_no_promise():
    context = a_context("A: Belt u dan morgen even het nummer door.\nB: Ja, doe ik.\nA: Tot dan.")
    context.intents = [{"callback_offer": 0.95}, {}, {}]
    assert measure(context, "callback", measures="promised", **PROMISE).value == 0


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
