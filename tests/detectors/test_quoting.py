"""A long turn is quoted where it shows what is judged, not from its beginning."""

from measured import measure
from spoken import a_context, of_transcript

from scoring.detectors.quoting import around, doing
from scoring.examples import dialogue
from scoring.learned import learned
from scoring.rubric import load_rubric
from scoring.settings import ROOT

LONG = (
    "Ja, ik heb het dossier van uw moeder nu voor me openstaan. Wat ontzettend vervelend dat u zo lang moest wachten. "
    "Op de tweede van de maand is de brief verstuurd, zie ik. Ik zet het meteen door naar de collega die erover gaat."
)

AWAKE = "Ja hoor, ik ben er nog, ik zat even te zoeken. Daar lig ik nou al een hele week wakker van. De brief ligt hier voor me."


def test_the_part_that_does_it_is_quoted():
    context = of_transcript(
        dialogue(f"A: Goedemorgen.\nB: Ik wacht al weken op antwoord.\nA: {LONG}\nB: Oké.")
    )
    context.model = learned(load_rubric(ROOT / "rubrics" / "vijf_b.yaml"))
    assert doing(context, 2, "empathy").quote == "Wat ontzettend vervelend dat u zo lang moest wachten."
    passed_on = "Ik zet het meteen door naar de collega die erover gaat."
    assert doing(context, 2, "initiative").quote == passed_on
    assert doing(context, 3, "empathy").quote == "Oké."


def test_around_a_few_words_stands_their_sentence():
    context = a_context(f"A: {LONG}")
    few = context.quote(0, LONG.index("naar de collega"), LONG.index("naar de collega") + 15)
    assert around(context, few).quote == "Ik zet het meteen door naar de collega die erover gaat."


def test_without_learned_intents_the_whole_turn_is_quoted():
    assert doing(a_context(f"A: {LONG}"), 0, "empathy").quote == LONG


def test_a_moment_is_quoted_where_it_is_named():
    seen = measure(a_context(f"A: {LONG} Dat is dinsdag klaar."), "term")
    assert [e.quote for e in seen.evidence] == ["Op de tweede van de maand is de brief verstuurd, zie ik."]


def test_je_is_quoted_where_it_is_said():
    slip = "Heb jij het formulier zelf al teruggestuurd?"
    context = a_context(
        f"A: U krijgt van ons binnen een week de brief met alle gegevens erin. {slip} Dat is dan goed."
    )
    assert [e.quote for e in measure(context, "address", measures="informal").evidence] == [slip]


def test_a_turn_that_is_cut_off_is_quoted_at_its_end():
    said = "Ik bel over de container bij mij in de straat. Die is al een hele week stuk. En nu wilde ik vragen of"
    context = a_context(f"B: {said}\nA: Een ogenblik.\nB: Ja.\nA: Goed zo.")
    assert [e.quote for e in measure(context, "cut_off").evidence] == ["En nu wilde ik vragen of"]


def test_whom_the_caller_speaks_of_is_not_quoted_as_the_caller():
    lines = """B: Met Jan Wassenaar. Mevrouw Koning van de hulp komt dinsdag.
A: Dag meneer Wassenaar.
A: Komt mevrouw Koning, meneer Wassenaar?
A: Mevrouw Koning komt dus."""
    seen = measure(a_context(lines), "caller_name", measures="addresses")
    assert {e.quote.lower() for e in seen.evidence} <= {"meneer wassenaar", "wassenaar"}
    assert seen.value


def test_around_words_that_cross_a_full_stop_stand_both_sentences():
    text = "Nou ja, ik heb je nummer hier in het systeem al voor me staan, dus. Dan word je daar maandag over gebeld."
    context = a_context(f"A: {text}")
    start = text.index("dus.")
    assert around(context, context.quote(0, start, start + 20)).quote == text


def test_a_saying_decides_which_part_is_quoted():
    context = of_transcript(dialogue("A: Goedemorgen, zegt u het maar.\nB: " + AWAKE + "\nA: Oké."))
    context.model = learned(load_rubric(ROOT / "rubrics" / "vijf_b.yaml"))
    assert doing(context, 1, "c_emotion").quote == "Daar lig ik nou al een hele week wakker van."


def test_je_is_quoted_where_it_is_this_person():
    said = "Dan krijg je een brief van ons, dat is de gewone gang van zaken. Kun je mij je naam geven?"
    seen = measure(a_context(f"A: {said}\nB: Ja."), "address", measures="informal")
    assert [e.quote for e in seen.evidence] == ["Kun je mij je naam geven?"]
