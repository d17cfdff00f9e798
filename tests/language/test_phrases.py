import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spoken import a_turn

from scoring.language.lexicon import Lexicon
from scoring.language.phrases import PhraseSet, TextIndex, expand, mistakes
from scoring.language.text import TurnText


def found(phrase: str, said: str) -> list[str]:
    phrases = PhraseSet([phrase])
    turn = TurnText(said, Lexicon(phrases.words))
    return [said[m.start : m.end] for m in phrases.find(TextIndex([turn]), {0})]


@pytest.mark.parametrize(
    ("phrase", "said", "quotes"),
    [
        ("nog vragen", "Heeft u nog vragen?", ["nog vragen"]),
        ("nog vragen", "Nog veel vragen?", []),
        ("nog vragen", "zijn er nog\nvragen", ["nog\nvragen"]),
        ("nog iets|vragen", "verder nog iets", ["nog iets"]),
        ("nog iets|vragen", "verder nog iemand", []),
        ("is schande|van-de-gekke", "Dat is van de gekke.", ["is van de gekke"]),
        ("is schande|van-de-gekke", "Dat is schande.", ["is schande"]),
        ("vervel*", "wat vervelende toestand", ["vervelende"]),
        ("vervel*", "ik onvervelend", []),
        ("dag _ roos", "Dag meneer Roos.", ["Dag meneer Roos"]),
        ("dag _ roos", "Dag Roos.", []),
        ("nog [andere] vragen", "nog andere vragen, nog vragen", ["nog andere vragen", "nog vragen"]),
        ("nog [een|wat] vragen", "nog wat vragen", ["nog wat vragen"]),
        ("nog [hele andere] vragen", "nog hele andere vragen", ["nog hele andere vragen"]),
        ("kan ik ... betekenen", "kan ik verder nog iets betekenen", ["kan ik verder nog iets betekenen"]),
        ("kan ik ... betekenen", "kan ik een twee drie vier vijf betekenen", []),
        ("ik ..2 terug", "ik bel u terug", ["ik bel u terug"]),
        ("ik ..2 terug", "ik bel u morgen terug", []),
        ("een wat $", "Sorry, een wat?", ["een wat"]),
        ("een wat $", "een wat grotere bak", []),
        ("bak|een-wat [precies] $", "een wat precies", ["een wat precies"]),
        ("u spreekt met", "U spreekt, eh, met", ["U spreekt, eh, met"]),
        ("u spreekt met", "U spreekt, met Noor", ["U spreekt, met"]),
        ("mijn naam", "M'n naam is Noor", ["M'n naam"]),
        ("m'n naam", "Mijn naam is Noor", ["Mijn naam"]),
        ("goedemorgen", "goeie morgen samen", ["goeie morgen"]),
        ("één momentje", "EEN MOMENTJE", ["EEN MOMENTJE"]),
        ("dank je wel", "dankjewel hoor", ["dankjewel"]),
        ("terugbellen", "ik zal u terug bellen", ["terug bellen"]),
        ("bel ik u", "Dan bel ik u.", ["bel ik u"]),
        ("ja", "ja, (lacht) ja", ["ja", "ja"]),
        ("per e-mail", "per e-mail of per mail", ["per e-mail"]),
        ("06-nummer", "een 06-nummer", ["06-nummer"]),
        ("rij|das goed", "da's goed", ["da's goed"]),
    ],
)
def test_each_sign_of_the_phrase_language(phrase, said, quotes):
    assert mistakes(phrase) is None
    assert found(phrase, said) == quotes


@pytest.mark.parametrize("option", ["dank u wel", "bedankt", "hartelijk dank"])
def test_a_phrase_of_several_words_stands_beside_others(option):
    phrases = PhraseSet(["dank u wel", "bedankt", "hartelijk dank"])
    turn = a_turn(f"nou {option} dan", *phrases.words)
    assert [m.phrase for m in phrases.find(TextIndex([turn]), {0})] == [option]


def test_an_alternative_that_stands_for_two_words_stays_one_alternative():
    assert found("bedankt|dankuwel", "bedankt hoor") == ["bedankt"]
    assert found("bedankt|dankuwel", "dank u wel hoor") == ["dank u wel"]


def test_only_the_asked_turns_are_searched():
    phrases = PhraseSet(["nog vragen"])
    index = TextIndex([a_turn("nog vragen"), a_turn("nog vragen"), a_turn("nee")])
    assert [m.turn for m in phrases.find(index, {1, 2})] == [1]


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "*",
        "ja *",
        "   ",
        "[nog]",
        "...",
        "_",
        "nog [andere",
        "nog! vragen",
        "a ..x b",
        "{uw}",
        "$",
        "een $ wat",
    ],
)
def test_phrases_with_a_mistake_are_explained(phrase):
    assert mistakes(phrase)


def test_word_lists_are_filled_in():
    assert expand("goede {dag} {dag}", {"dag": "morgen|middag"}) == "goede morgen|middag morgen|middag"
    with pytest.raises(KeyError):
        expand("{weg}", {})


WORDS = (
    "goeie morgen Dank-u-wel m'n 'k bel u. terug, (zucht) morgenochtend 06-1234 😀 (06) ‘t é één ½".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", "  ", "\n", " ... "]))
def test_offsets_always_point_at_the_literal_text(parts, space):
    said = space.join(parts)
    phrases = PhraseSet(["goedemorgen", "bel u", "dank u ... terug", "mijn|een _", "ik [bel] u", "m*"])
    turn = TurnText(said, Lexicon(phrases.words))
    for match in phrases.find(TextIndex([turn]), {0}):
        quote = said[match.start : match.end]
        assert quote
        assert quote == quote.strip()
        assert said.index(quote) <= match.start
