"""Kinds that look at the course of a call: holds, transfers, pace and interruptions."""

import pytest
from measured import HOLD, TRANSFER, measure
from spoken import a_context, of_turns

from scoring.call import Speaker, Turn, Word


@pytest.mark.parametrize(
    ("lines", "count", "quality"),
    [
        ("A: Ik zet u in de wacht, want ik kijk even.\nO: (wachtmuziek)\nA: Bedankt voor het wachten.", 1, 2),
        ("A: ik zet u even in de wacht\nO: (wachtmuziek)\nA: bedankt voor het wachten", 1, 1),
        ("A: Momentje.\nO: (wachtmuziek)\nA: Ja, daar ben ik.", 1, 0),
        (
            "A: Ik zet u in de wacht, want zo.\nA: (stilte)\nB: Ja, hallo?\nO: (muziek)\nA: Bedankt.",
            1,
            2,
        ),
        ("A: Ik zet u in de wacht, want zo.\nB: Ja.\nA: Bedankt voor het wachten.", 1, 2),
        ("A: Momentje, ik typ het in.\nB: Ja.\nA: Zo, dat staat erin.", 0, 0),
        ("A: Ik zet u in de wacht.\nO: (wachtmuziek)\nO: Burgerzaken, met Tim.", 0, 0),
    ],
)
def test_holds(lines, count, quality):
    context = a_context(lines)
    assert measure(context, "episode", measures="occurred", **HOLD).value == count
    assert measure(context, "episode", measures="quality", **HOLD).value == quality


@pytest.mark.parametrize(
    ("lines", "count", "quality", "ends"),
    [
        (
            "A: Ik verbind u door met Burgerzaken, ik geef uw vraag door.\nO: (gaat over)\nO: Met Tim.",
            1,
            2,
            1,
        ),
        ("A: Ik verbind u door.\nO: Burgerzaken, met Tim.", 1, 0, 1),
        ("B: Kan dat?\nA: ik verbind u even door met burgerzaken", 1, 1, 1),
        (
            "A: Ik verbind u door.\nO: (wachtmuziek)\nA: Hij neemt niet op. Wat wilt u?\nB: Terugbellen.",
            0,
            0,
            0,
        ),
        ("A: Dat kan.\nB: Fijn.", 0, 0, 0),
    ],
)
def test_transfers(lines, count, quality, ends):
    context = a_context(lines)
    assert measure(context, "episode", measures="occurred", **TRANSFER).value == count
    assert measure(context, "episode", measures="quality", **TRANSFER).value == quality
    assert measure(context, "episode", measures="ends", **TRANSFER).value == ends


@pytest.mark.parametrize(
    ("handing", "ends"),
    [
        ("A: marieke ik heb linda smeets aan de lijn haar zoon zit thuis neem jij haar over", 1),
        ("A: blijf even hangen\nA: linda je hoort nu marieke ze weet ervan", 1),
        (
            "A: ze neemt niet op wat nu\nB: laat maar\nA: ik bel je morgen terug\nB: fijn\nA: tot morgen dan maar",
            0,
        ),
        (
            "A: burgerzaken is in gesprek\nB: en nu\nA: ik geef het door aan burgerzaken\nB: ja\nA: tot ziens dan maar",
            0,
        ),
        (
            "A: ik heb marieke aan de lijn maar zij is bezet\nB: o\nA: neem ik het over dan\nB: ja\nA: tot ziens dan",
            0,
        ),
    ],
)
def test_a_call_ends_in_a_transfer_though_the_employee_brings_both_together(handing, ends):
    context = a_context(f"B: kan dat\nA: ik verbind u nu door met marieke\nB: fijn\n{handing}")
    assert measure(context, "episode", measures="ends", **TRANSFER).value == ends


def test_turns_of_one_speaker_in_a_row_can_count_as_one():
    context = a_context("B: u bent verbonden met\nB: de voicemail van\nA: goedemiddag\nB: wie is daar")
    assert measure(context, "turns", speaker="caller").value == 3
    assert measure(context, "turns", speaker="caller", together=True).value == 2


def test_two_transfers_that_differ_are_halfway():
    context = a_context(
        "A: Ik verbind u door met burgerzaken, ik geef het door.\nO: (gaat over)\nO: Met Tim.\n"
        "B: Dan ben ik verkeerd.\nA: Ik verbind u door.\n"
        "O: (gaat over)\nO: Met Eva."
    )
    assert measure(context, "episode", measures="occurred", **TRANSFER).value == 2
    assert measure(context, "episode", measures="quality", **TRANSFER).value == 1
    assert measure(context, "episode", measures="first", **TRANSFER).value is None


@pytest.mark.parametrize(
    ("said", "to_whom", "passed_on"),
    [
        ("Ik verbind u door met burgerzaken.", 1, 0),
        ("Ik verbind u door, ik geef het vast door.", 0, 1),
        ("Ik verbind u door.", 0, 0),
    ],
)
def test_which_half_of_a_transfer_was_warm(said, to_whom, passed_on):
    context = a_context(f"A: {said}\nB: Graag.\nO: (gaat over)\nO: Met Tim.")
    assert measure(context, "episode", measures="first", **TRANSFER).value == to_whom
    assert measure(context, "episode", measures="second", **TRANSFER).value == passed_on


def test_a_transfer_that_is_announced_told_and_handed_over_is_one():
    context = a_context(
        "A: Dit is iets voor burgerzaken, ik verbind u door.\nB: Graag.\nO: (wachtmuziek)\n"
        "A: Tim, ik geef je mevrouw Bos door, over haar pas.\nO: Zet maar door.\n"
        "A: Mevrouw Bos, ik verbind u door.\nO: Met Tim."
    )
    assert measure(context, "episode", measures="occurred", **TRANSFER).value == 1
    assert measure(context, "episode", measures="quality", **TRANSFER).value == 2


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (HOLD, "ik zal u even in de wacht zetten\nO: (wachtmuziek)\nA: bedankt voor het wachten"),
        (TRANSFER, "ik verbind u even door\nO: (gaat over)\nO: Met Tim."),
    ],
)
def test_the_quote_of_a_long_turn_is_what_announces(kind, lines):
    begin = "dat moet iemand nakijken want ik kan dat hier niet zien in het systeem en dan weten we het zeker dus "
    seen = measure(a_context(f"B: kan dat\nA: {begin}{lines}"), "episode", measures="quality", **kind)
    assert lines.partition("\n")[0] in seen.evidence[0].quote
    assert "nakijken" not in seen.evidence[0].quote


def test_who_is_sent_on_and_lands_at_a_new_opening_was_not_on_hold():
    context = a_context(
        "A: Ik verbind u door.\nO: (wachtmuziek)\nO: Dit toestel is niet bezet.\nB: Hm.\n"
        "O: (wachtmuziek)\nA: Gemeente Rijnmeer."
    )
    assert measure(context, "episode", measures="occurred", **HOLD).value == 0


def timed(speaker: str, text: str, start: float, end: float) -> Turn:
    words = text.split()
    step = (end - start) / max(1, len(words))
    spoken = tuple(
        Word(text=w, start=start + i * step, end=start + (i + 1) * step) for i, w in enumerate(words)
    )
    return Turn(speaker=Speaker(speaker), text=text, start=start, end=end, words=spoken)


def test_pace_in_words_a_minute():
    context = of_turns(timed("agent", "een twee drie vier vijf zes", 0, 2), timed("caller", "ja", 2, 3))
    assert measure(context, "pace").value == pytest.approx(180)
    assert measure(a_context("A: een twee drie vier vijf zes"), "pace").value is None


def test_interruptions_by_the_clock():
    turns = timed("caller", "ik wil graag weten of", 0, 4), timed("agent", "ja maar dat kan niet", 3, 6)
    assert measure(of_turns(*turns), "interruptions").value == 1
    short = timed("agent", "hm", 1, 2)
    assert measure(of_turns(turns[0], short), "interruptions").value == 0
    assert measure(a_context("A: Ja.\nB: Nee."), "interruptions").value is None
    assert measure(a_context("B: Ik wil\nA: (onderbreekt) Dat kan niet."), "interruptions").value == 1


def test_an_empty_turn_that_interrupts_is_no_interruption():
    empty = Turn(speaker=Speaker.AGENT, text="", start=1, end=6)
    assert measure(of_turns(timed("caller", "ik wil graag", 0, 4), empty), "interruptions").value == 0


def test_cut_off_turns():
    cut = "A: Zegt u het maar.\nB: Ik wilde graag weten of\nA: Ik verbind u door.\nB: Maar ik.\nA: Dag."
    assert measure(a_context(cut), "cut_off").value == 1
    assert measure(a_context(cut.replace(".", "").replace("Ik", "ik")), "cut_off").value == 0


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Goedemorgen, ik bel over mijn paspoort", 0),
        ("Ik heb een vraag over de hondenbelasting", 0),
        ("Met Kevin Brouwers, ik wil een bankstel laten ophalen", 0),
        ("Ja met Brouwers", 0),
        ("Goedemiddag, ik vraag een rijbewijs aan", 0),
        ("Hoi, mijn container is niet geleegd, hoe kan dat", 0),
        ("Mijn zoon moet een nieuwe pas, wat kost dat", 0),
        ("Met Brouwers, ik zit met een oud bankstel, die wil ik", 0),
        ("Ja goedemiddag, ik wou even", 1),
        ("Dag, met Brouwers uit Rijnmeer, ik", 1),
        ("Ja, u spreekt met", 1),
        ("Goedemorgen, ik heb een vraag", 1),
        ("Met Brouwers, ik bel omdat", 1),
        ("Dag, met Brouwers, ik ben", 1),
        ("Ik bel over de sloot, want d'r is", 1),
        ("Goedemiddag mevrouw, met Brouwers van de vereniging aan de", 1),
        ("Nou, ik wou eerst uitleggen dat", 1),
        ("Hallo", 1),
    ],
)
def test_a_turn_without_a_full_stop_is_cut_off_only_where_its_words_break_off(said, count):
    around = f"A: Gemeente Rijnmeer, goedemorgen.\nB: {said}\nA: Wat is uw postcode?\nB: 1234 AB.\nA: Dank u."
    assert measure(a_context(around), "cut_off").value == count


@pytest.mark.parametrize(
    ("said", "to_whom"),
    [
        ("ik verbind u nu door met mirjam van der valk", 1),
        ("Ik verbind u door met mevrouw Van der Valk.", 1),
        ("Ik verbind u door met mijn collega Mirjam.", 1),
        ("Ik zet u over naar Annelies de Wit.", 1),
        ("ik verbind u door met kwijtschelding", 1),
        ("Ik verbind u door met iemand anders.", 0),
        ("ik verbind u door met het goede nummer", 0),
        ("ik verbind u door met een collega", 0),
        ("ik verbind u door met mijn collega", 0),
        ("Ik verbind u door met de collega's.", 0),
        ("Ik verbind u door met een collega. Fijne dag.", 0),
    ],
)
def test_a_name_tells_to_whom_the_call_goes(said, to_whom):
    options = TRANSFER | {"announcing": ["verbind* u ... door", "zet* u ... over"]}
    assert (
        measure(a_context(f"B: Kan dat?\nA: {said}"), "episode", measures="first", **options).value == to_whom
    )


@pytest.mark.parametrize(
    ("after", "ends"),
    [
        ("A: Ze nemen niet op. Probeert u het straks nog eens.\nB: Goed.", 0),
        ("A: nee daar krijg ik niemand belt u morgen maar weer\nB: oke", 0),
        ("A: Die zijn in gesprek. Ik laat u bellen.\nB: Fijn.", 0),
        ("A: Helaas, er wordt niet opgenomen.\nB: Jammer.", 0),
        ("A: Ze zijn al naar huis.\nB: Oké.", 0),
        ("A: Daar komt u.\nB: Dank u.", 1),
        ("A: Als ze niet opnemen, komt u weer bij mij.\nB: Goed.", 1),
        ("A: Fijne dag nog.\nB: U ook.", 1),
    ],
)
def test_a_transfer_that_fails_at_the_end_is_none(after, ends):
    context = a_context(f"B: Kan dat?\nA: Ik verbind u door met Burgerzaken.\nB: Graag.\n{after}")
    assert measure(context, "episode", measures="ends", **TRANSFER).value == ends


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("A: Ik zet u even in de wacht.\nB: Ja.\nA: Zo. Dus ze hebben hem gevonden.", 1),
        ("A: ik leg u heel even weg\nB: oke\nA: bent u er nog hij is gevonden", 1),
        (
            "A: Ik ga met de administratie overleggen, u hoort even niks.\nB: Is goed.\nA: Ja. Vrijdag staat het erop.",
            1,
        ),
        ("A: Blijft u even hangen, ik vraag het na.\nB: Ja hoor.\nA: Ja, hij ligt hier.", 1),
        ("A: u hoort zo een deuntje\nB: ja\nA: hij is gevonden", 1),
        ("A: Ogenblikje, ik typ het even in.\nB: Ja.\nA: Zo. Vrijdag is het klaar.", 0),
        ("A: Ik vraag het morgen na, blijft u niet hangen.\nB: Goed.\nA: Dan bel ik u.", 0),
        ("A: U hoort niks van ons terug.\nB: Goed.\nA: Dat scheelt weer post.", 0),
        (
            "A: Blijft u hangen, ik vraag het na.\nB: Wacht, ik heb het hier toch gewoon op papier staan denk ik.\nA: O ja.",
            0,
        ),
        ("A: Ik zet u even in de wacht.\nB: Goed.\nA: Daar komt u, ik verbind u door.", 0),
        ("A: Ik zet u even in de wacht.\nB: Goed.\nO: Burgerzaken, met Tim.", 0),
    ],
)
def test_who_is_left_waiting_is_on_hold_though_nobody_says_thanks(said, count):
    assert (
        measure(
            a_context(f"B: Is hij klaar?\n{said}\nB: Fijn."), "episode", measures="occurred", **HOLD
        ).value
        == count
    )
