"""Who is the employee: from the labels, from what is said, and when a person has to say."""

import json
import re
from pathlib import Path

import pytest

from scoring.call import Speaker
from scoring.language.roles import guess_roles, role_of_label

# ruff: noqa: E501 - a table of examples reads best on one line each

HELLO = "Goedemorgen, gemeente Zwaluwdam, u spreekt met Sanne."
HELP = "Waarmee kan ik u helpen?"
ASK = "Goedemorgen, met De Boer, ik heb een vraag over mijn paspoort."
CALL = "Ja hallo, ik bel over de container bij ons in de straat."

SURE = [  # (turns, label of the employee)
    ([("Medewerker", HELLO), ("Beller", ASK)], "Medewerker"),
    ([("Beller", ASK), ("Medewerker", HELLO)], "Beller→Medewerker"),
    ([("Agent", "ja"), ("Klant", "nee")], "Agent"),
    ([("KCC", "ja"), ("Inwoner", "nee")], "KCC"),
    ([("inwoner", "nee"), ("kcc", "ja")], "kcc"),
    ([("AGENT", "ja"), ("CUSTOMER", "nee")], "AGENT"),
    ([("Klantadviseur", "ja"), ("Klant", "nee")], "Klantadviseur"),
    ([("Klantenservice", "ja"), ("Klant", "nee")], "Klantenservice"),
    ([("Medewerker (Sanne)", "ja"), ("Burger (Piet)", "nee")], "Medewerker (Sanne)"),
    ([("baliemedewerker 2", "ja"), ("ondernemer", "nee")], "baliemedewerker 2"),
    ([("Gemeente", "ja"), ("Mystery caller", "nee")], "Gemeente"),
    ([("Medewerker", "ja"), ("Piet", "nee")], "Medewerker"),
    ([("Beller", "ja"), ("Sanne", "nee")], "Sanne"),
    ([("A", "ja"), ("B", "nee")], "A"),
    ([("a", HELLO), ("b", ASK)], "a"),
    ([("B", ASK), ("A", HELLO + HELP)], "A"),
    ([("A", CALL), ("B", HELLO + " " + HELP), ("A", "Ik wacht al weken, dank u wel.")], "B"),
    ([("Sanne", HELLO), ("Piet", ASK)], "Sanne"),
    ([("Piet", ASK), ("Sanne", HELLO + " " + HELP)], "Sanne"),
    ([("SPEAKER_00", CALL), ("SPEAKER_01", HELLO + " " + HELP)], "SPEAKER_01"),
    ([("spk_1", HELLO), ("spk_0", CALL)], "spk_1"),
    ([("ch_0", "Hallo, met De Smet?"), ("ch_1", "U spreekt met Joke van de gemeente Zwaluwdam. Ik bel u terug, kunt u even praten? Heeft u uw nummer?")], "ch_1"),
    ([("S1", "goedemorgen gemeente zwaluwdam u spreekt met sanne"), ("S2", "ja goeiemorgen met de boer ik bel over de container")], "S1"),
    ([("S1", "ja goeiemorgen met de boer ik bel over de container"), ("S2", "gemeente zwaluwdam goedemorgen waar mee kan ik u helpen")], "S2"),
    ([("1", "belastingen goedemiddag"), ("2", "ik heb een vraag over een aanslag"), ("1", "wat is uw postcode"), ("2", "moet ik dan nu betalen")], "1"),
    ([("1", "hallo"), ("2", "kan ik u verder nog ergens mee helpen"), ("1", "nee dank u wel"), ("2", "dan verbind ik u door ik verbind u door")], "2"),
    ([("x", "Hoi, je spreekt met Bo van de bieb."), ("y", "Ik wou graag weten wanneer jullie open zijn.")], "x"),
    ([("Bandje", "Er zijn nog drie wachtenden."), ("Sanne", HELLO), ("Piet", ASK)], "Sanne"),
    ([("IVR", "Toets 1."), ("Medewerker", "ja"), ("Beller", "nee")], "Medewerker"),
    ([("Piet", "Ik wil graag een afspraak."), ("Menu", "Toets 1."), ("Sanne", HELLO + HELP)], "Sanne"),
    ([("Medewerker 1", HELLO), ("Beller", ASK), ("Medewerker 2", "Met Kees.")], "Medewerker 1"),
    ([("S1", HELLO), ("S2", ASK), ("S1", "Een momentje graag, ik zoek het even op."), ("S2", "Dank u wel.")], "S1"),
]  # fmt: skip

UNSURE = [
    [],
    [("", "Goedemorgen, gemeente Zwaluwdam. Hallo, ik bel over iets.")],
    [("", HELLO), ("", ASK)],
    [("Medewerker", HELLO)],
    [("Sanne", HELLO), ("Sanne", ASK)],
    [("S1", "ja"), ("S2", "nee")],
    [("Sanne", "Goedemorgen."), ("Piet", "Goedemorgen.")],
    [("ch_0", "mm"), ("ch_1", "mm")],
    [("Bandje", "Toets 1."), ("Muziek", "la la")],
    [("Bandje", "Toets 1."), ("Medewerker", HELLO)],
    [
        ("Beller", HELLO + " " + HELP + " Heeft u uw postcode?"),
        ("Medewerker", CALL + " Moet ik dan nu betalen?"),
    ],
    [("Klant", HELLO), ("Klant", HELP), ("Agent", CALL), ("Agent", "Ik heb een brief van jullie.")],
    [("S1", HELLO), ("S2", "U spreekt met Kees van de gemeente, waarmee kan ik u helpen?")],
    [("S1", CALL), ("S2", CALL)],
    [("S1", HELLO), ("S2", ASK), ("S3", HELLO), ("S3", HELP)],
    [("Agent 1", "ja"), ("Agent 2", "nee")],
    [("Klant", "ja"), ("Beller", "nee")],
]


@pytest.mark.parametrize(("turns", "agent"), SURE, ids=range(len(SURE)))
def test_sure_and_right(turns, agent):
    roles = guess_roles(turns)
    agent = agent.rpartition("→")[2]
    assert roles.labels[agent] is Speaker.AGENT
    assert list(roles.labels.values()).count(Speaker.CALLER) == 1
    assert roles.certain
    assert roles.reason.endswith(".")
    assert not roles.confirmed


@pytest.mark.parametrize("turns", UNSURE, ids=range(len(UNSURE)))
def test_a_person_has_to_say(turns):
    roles = guess_roles(turns)
    assert set(roles.labels) == {label for label, _ in turns}
    assert not roles.certain
    assert roles.reason.endswith(".")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Medewerker", Speaker.AGENT), ("KLANT", Speaker.CALLER), ("Cliënt", Speaker.CALLER), ("telefoniste", Speaker.AGENT),
        ("Wachtmuziek", Speaker.OTHER), ("Keuzemenu", Speaker.OTHER), ("Collega", Speaker.OTHER), ("klant_2", Speaker.CALLER),
        ("Sanne", None), ("", None), ("Spreker 1", None), ("A", None), ("42", None),
    ],
)  # fmt: skip
def test_role_of_label(label, role):
    assert role_of_label(label) is role


GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "dev"


def as_recognised(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.lower()))


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled calls (../shared/gold) are not here")
@pytest.mark.parametrize("form", [str, as_recognised])
@pytest.mark.parametrize("names", [("S1", "S2"), ("S2", "S1"), ("B", "A")])
def test_labelled_calls_without_their_roles(form, names):
    right = sure = total = 0
    for path in sorted(GOLD.glob("*.json")):
        turns = [t for t in json.loads(path.read_text(encoding="utf-8"))["turns"] if t["speaker"] != "other"]
        if len({t["speaker"] for t in turns}) < 2:
            continue
        agent, caller = names
        roles = guess_roles([(agent if t["speaker"] == "agent" else caller, form(t["text"])) for t in turns])
        good = roles.labels == {agent: Speaker.AGENT, caller: Speaker.CALLER}
        assert good or not roles.certain, f"{path.name}: certain and wrong"
        right, sure, total = right + good, sure + roles.certain, total + 1
    assert total > 15
    assert right >= 0.9 * total
    assert sure >= 0.8 * total


def test_a_voice_that_comes_in_late_is_other_and_leaves_the_first_two_sure():
    talk = [("stem 1", HELLO + " " + HELP), ("stem 2", CALL)] * 3
    colleague = [
        ("stem 3", "Met Kees van Burgerzaken."),
        ("stem 2", "Dag."),
        ("stem 3", "Ik zoek het voor u op."),
    ]
    roles = guess_roles([*talk, *colleague])
    assert roles.labels == {"stem 1": Speaker.AGENT, "stem 2": Speaker.CALLER, "stem 3": Speaker.OTHER}
    assert roles.certain
    assert "later in het gesprek" in roles.reason
    assert not guess_roles(
        [talk[0], talk[1], *colleague]
    ).certain  # here all three begin: a person has to say
