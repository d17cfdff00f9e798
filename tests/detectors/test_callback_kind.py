"""What is promised about ringing back: whether, by when, by whom and on which number."""

from datetime import datetime

import pytest
from measured import KINDS, PROMISE, measure
from spoken import a_context


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


def test_a_colleague_named_in_the_second_turn_of_a_call_out_rings():
    said = "A: Dag, met Ilse Bos van de gemeente.\nB: Ja?\nA: Het gaat over de keuring. Dokter Wisse belt u daarover.\nB: Ja."
    promise = KINDS.validate_python({"kind": "callback", "measures": "promised"} | PROMISE)
    assert promise.arrangement(a_context(said, direction="out")).who == "Dokter Wisse"
    own = said.replace("Het gaat over de keuring. Dokter Wisse belt", "Met Ilse Bos dus. Ilse belt")
    assert promise.arrangement(a_context(own, direction="out")).who is None


def test_who_does_it_rings_where_the_promise_names_nobody():
    promise = KINDS.validate_python(
        {"kind": "callback", "measures": "promised"} | PROMISE | {"phrases": ["wordt u gebeld"]}
    )
    said = "A: Dat doet de inkomensconsulent. Dan wordt u gebeld.\nB: Ja."
    assert promise.arrangement(a_context(said)).who == "de inkomensconsulent"


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
    ("lines", "known"),
    [
        ("B: Met Kees Peters.\nA: Ik bel u morgen.\nB: Ja.", True),
        ("B: Mijn container is stuk.\nA: Ik bel u morgen.\nB: Ja.\nA: Dank u, mevrouw De Boer.", True),
        ("B: Mijn container is stuk.\nA: Ik bel u morgen.\nB: Ja.\nA: Dank u, mevrouw.", False),
    ],
)
def test_the_name_is_known_to_whoever_uses_it(lines, known):
    promise = KINDS.validate_python({"kind": "callback", "measures": "promised"} | PROMISE)
    assert promise.arrangement(a_context(f"A: Gemeente, goedemorgen.\n{lines}")).name_known is known


@pytest.mark.parametrize(
    ("lines", "about"),
    [
        ("B: Met wie zegt u?\nA: Ik bel u morgen.\nB: Ja.", None),
        ("B: Ik bel over mijn terras.\nA: Ik bel u morgen over de vergunning.\nB: Ja.", "over de vergunning"),
        (
            "B: Vierde keer deze maand.\nA: O.\nB: Ik bel over mijn terras.\nA: Ik bel u morgen.\nB: Ja.",
            "Ik bel over mijn terras.",
        ),
        (
            "B: Mijn grofvuil en snoeiafval zijn niet opgehaald.\nA: Op welk adres?\n"
            "B: Lindelaan. Het gaat om een bank en stoelen.\nA: Ik bel u morgen.\nB: Ja.",
            "Mijn grofvuil en snoeiafval zijn niet opgehaald.",
        ),
    ],
)
def test_asides_are_not_what_a_callback_is_about(lines, about):
    promise = KINDS.validate_python({"kind": "callback", "measures": "promised"} | PROMISE)
    assert promise.arrangement(a_context(f"A: Gemeente, goedemorgen.\n{lines}")).about == about
