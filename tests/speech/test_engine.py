from scoring.call import Word
from scoring.speech.engine import join_pieces
from scoring.speech.voice import Speech, find_speech


def test_pieces_without_a_space_belong_to_the_word_before():
    pieces = [
        (" KCC", 0.0, 0.4, 0.9),
        ("-medewerker", 0.4, 1.0, 0.6),
        (" ", 1.0, 1.0, 0.5),
        (" ja.", 1.2, 1.4, 0.8),
    ]
    assert list(join_pieces(pieces)) == [
        Word(text="KCC-medewerker", start=0.0, end=1.0, probability=0.6),
        Word(text="ja.", start=1.2, end=1.4, probability=0.8),
    ]


def test_words_go_back_to_where_they_were_said(tone):
    # Two regions: 1–2 s and 5–6 s; in the cut sound the second begins at 1 s.
    speech = Speech(tone(300, 2), ((16_000, 32_000), (80_000, 96_000)))
    first, second, edge = (
        speech.placed(Word(text="a", start=start, end=end))
        for start, end in ((0.2, 0.6), (1.3, 1.8), (0.9, 1.2))
    )
    assert (first.start, first.end) == (1.2, 1.6)
    assert (second.start, second.end) == (5.3, 5.8)
    assert (edge.start, edge.end) == (5.0, 5.2)  # never in the silence between


def test_speech_without_words_is_measured(tone):
    speech = Speech(tone(300, 4), ((0, 48_000), (80_000, 96_000)))  # 3 s and 1 s
    first, second = Word(text="a", start=1.0, end=1.4), Word(text="b", start=5.2, end=5.6)
    assert speech.unheard([first, second]) == ()
    assert speech.unheard([first]) == ((5.0, 6.0),)
    assert speech.unheard([second]) == ((0.0, 3.0),)


def test_there_is_no_speech_in_a_tone(tone):
    assert find_speech(tone(425, 3)).regions == ()
