"""Lines that Whisper invents, in the shapes in which both engines gave them on silence, noise and ringing."""

import numpy as np
import pytest

from scoring.call import Word
from scoring.speech.decode import RATE
from scoring.speech.invented import lines, sift
from scoring.speech.voice import Speech
from speech.telephone import beep

LOUD = Speech(beep(60, 300), ((0, 60 * RATE),))


def words(*rows):
    return [Word(text=t, start=a, end=b, probability=p) for t, a, b, p in rows]


def spoken(text, start=0.0, sure=0.9, each=0.3):
    return [
        Word(text=w, start=start + i * each, end=start + (i + 0.9) * each, probability=sure)
        for i, w in enumerate(text.split())
    ]


INVENTED = {  # copied from the engines: faster-whisper and openai-whisper, base, language nl
    "silence": [
        ("TV", 27.04, 28.44, 0.127),
        ("GELDERLAND", 28.44, 29.84, 0.914),
        ("2020.", 29.84, 29.86, 0.511),
    ],
    "faint noise": [
        ("TV", 28.58, 29.98, 0.03),
        ("GELDERLAND", 29.98, 29.98, 0.887),
        ("2020", 29.98, 29.98, 0.427),
    ],
    "noise": [("MUZIEK.", 22.02, 23.42, 0.763)],
    "ringing": [("Nog", 18.86, 20.26, 0.28), ("een", 20.26, 20.26, 0.28), ("tweeze.", 20.26, 20.27, 0.046)],
}


@pytest.mark.parametrize("rows", INVENTED.values(), ids=INVENTED.keys())
def test_what_the_engines_made_of_no_speech_is_dropped_with_its_time(rows):
    sifted = sift(words(*rows), LOUD)
    assert sifted.words == ()
    assert sifted.dropped == ((rows[0][1], max(row[2] for row in rows)),)


@pytest.mark.parametrize(
    "text",
    [
        "Ondertiteling door Tooske Voorbeeld.",
        "Ondertitels ingediend door de Amara.org gemeenschap",
        "Ondertiteld door de NPO",
    ],
)
def test_credits_are_dropped_however_sure(text):
    assert sift(spoken(text, sure=0.99), LOUD).words == ()


@pytest.mark.parametrize("text", ["Bedankt voor het kijken!", "Dank u wel voor het luisteren.", "Muziek"])
def test_habits_are_dropped_only_when_doubtful(text):
    assert sift(spoken(text, sure=0.4), LOUD).words == ()
    assert len(sift(spoken(text, sure=0.9), LOUD).words) == len(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb een vraag over de ondertiteling van de raadsvergadering.",
        "De muziek van de buren is veel te hard.",
        "Ja ja ja ja, dat klopt.",
        "Nee nee, nee, nee, dat is niet zo.",
        "Mijn BSN is 1 1 1 2 2 2 3 3 3.",
        "DUO. KVK. BRP.",
    ],
)
def test_what_people_say_stays(text):
    sifted = sift(spoken(text, sure=0.5), LOUD)
    assert " ".join(word.text for word in sifted.words) == text
    assert sifted.dropped == ()


def test_text_over_silence_is_dropped():
    sound = np.concatenate([beep(10, 300), beep(10, 300, level=0.001), beep(10, 300)])
    speech = Speech(sound, ((0, len(sound)),))
    said = [*spoken("Dat klopt.", 2), *spoken("Ik weet het niet zeker.", 12), *spoken("Tot ziens.", 22)]
    sifted = sift(said, speech)
    assert " ".join(word.text for word in sifted.words) == "Dat klopt. Tot ziens."
    ((start, end),) = sifted.dropped
    assert (start, round(end)) == (12, 13)


def test_loops_keep_the_first_time():
    said = spoken("Ik ga het even voor u nakijken " + "en dan bel ik u terug " * 6 + "en dat is het")
    sifted = sift(said, LOUD)
    assert (
        " ".join(w.text for w in sifted.words)
        == "Ik ga het even voor u nakijken en dan bel ik u terug en dat is het"
    )
    assert len(sifted.dropped) == 1


def test_a_prompt_that_comes_back_as_text_is_dropped():
    terms = ("gemeente Duiven", "Westervoort", "DigiD")
    assert sift(spoken("Duiven, Westervoort, DigiD.", sure=0.3), LOUD, terms).words == ()
    assert len(sift(spoken("Duiven, Westervoort, DigiD.", sure=0.9), LOUD, terms).words) == 3
    assert len(sift(spoken("Ik woon in Duiven.", sure=0.3), LOUD, terms).words) == 4


def test_lines_end_with_a_sentence_or_a_pause():
    said = [*spoken("Goedemorgen. Met Noor"), *spoken("van burgerzaken", 5)]
    assert [[w.text for w in line] for line in lines(said)] == [
        ["Goedemorgen."],
        ["Met", "Noor"],
        ["van", "burgerzaken"],
    ]
