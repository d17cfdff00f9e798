from hypothesis import given
from hypothesis import strategies as st

from scoring.call import Speaker, Word
from scoring.speech.turns import PAUSE, utterances


def words(text, start, step=0.3):
    return [
        Word(text=piece, start=start + i * step, end=start + (i + 1) * step)
        for i, piece in enumerate(text.split())
    ]


def texts(*channels):
    return [(found.label, found.text) for found in utterances(channels)]


def test_channels_are_put_in_order_of_time():
    agent = words("Goedemorgen waarmee help ik u", 0) + words("Welk adres", 4)
    assert texts(("a", agent), ("b", words("Mijn grofvuil staat er nog", 2))) == [
        ("a", "Goedemorgen waarmee help ik u"),
        ("b", "Mijn grofvuil staat er nog"),
        ("a", "Welk adres"),
    ]


def test_a_long_pause_makes_a_new_turn_and_a_short_one_does_not():
    assert texts(("a", words("Een ogenblik", 0) + words("Daar ben ik", 0.6 + 0.7))) == [
        ("a", "Een ogenblik Daar ben ik")
    ]
    assert len(texts(("a", words("Een ogenblik", 0) + words("Daar ben ik", 0.6 + 0.9)))) == 2


def test_an_answer_in_a_short_pause_makes_a_new_turn():
    agent = words("Uw postcode", 0) + words("Dank u", 1.3)
    assert texts(("a", agent), ("b", words("Ja", 0.7))) == [
        ("a", "Uw postcode"),
        ("b", "Ja"),
        ("a", "Dank u"),
    ]


def test_a_hum_through_a_sentence_leaves_the_sentence_whole():
    agent = words("Ik ga dat nu meteen voor u uitzoeken", 0)
    assert texts(("a", agent), ("b", words("Hm", 0.7))) == [
        ("a", "Ik ga dat nu meteen voor u uitzoeken"),
        ("b", "Hm"),
    ]


def test_a_turn_carries_the_times_of_its_words():
    (found,) = utterances([("a", words("Dank u wel", 2))])
    turn = found.as_turn(Speaker.CALLER)
    assert (turn.start, round(turn.end or 0, 3)) == (2, 2.9)
    assert turn.text == " ".join(word.text for word in turn.words)


times = st.lists(st.tuples(st.floats(0, 60), st.floats(0, 2)), max_size=25)


@given(times, times)
def test_no_word_is_lost_or_doubled_and_turns_are_in_order(first, second):
    channels = [
        (label, [Word(text=f"{label}{i}", start=s, end=s + d) for i, (s, d) in enumerate(sorted(some))])
        for label, some in (("a", first), ("b", second))
    ]
    found = utterances(channels)
    said = [word for utterance in found for word in utterance.words]
    assert sorted(w.text for w in said) == sorted(w.text for _, some in channels for w in some)
    assert [u.start for u in found] == sorted(u.start for u in found)
    for utterance in found:
        ended = utterance.words[0].end
        for word in utterance.words:
            assert word.start - ended <= PAUSE
            ended = max(ended, word.end)
        assert utterance.as_turn(Speaker.OTHER).end == ended
