from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from krippendorff import alpha as reference_alpha
from sklearn.metrics import cohen_kappa_score

from scoring.errors import ReviewError, StoreError
from scoring.review.calibration import (
    add_note,
    close,
    decide,
    give_score,
    open_session,
    ready,
    sessions,
    view,
)
from scoring.review.comparison import compare_session
from scoring.scorecard import Answer, Evidence

PEOPLE = ["Marit de Boer", "Omar Haddad", "Ilse Kok"]
GREETING, TONE = "beleefd.begroeting", "beleefd.toon"
GIVEN = {  # six calls; Ilse is strict, and one answer has no points
    GREETING: ["yyy", "yyp", "ypn", "nnn", "ppn", "yya"],
    TONE: ["yyp", "ppn", "yyp", "yyp", "ppn", "yyp"],
}
LETTER = {"y": Answer.YES, "p": Answer.PARTIAL, "n": Answer.NO, "a": Answer.NOT_APPLICABLE}


@pytest.fixture
def calls(judged):
    return [judged(number).id for number in range(6)]


@pytest.fixture
def session(store, calls, rubric):
    return open_session(store, "Maart", calls, PEOPLE, rubric, PEOPLE[0], [GREETING, TONE])


@pytest.fixture
def scored(store, session, calls):
    for criterion, rows in GIVEN.items():
        for call_id, row in zip(calls, rows, strict=True):
            for name, letter in zip(PEOPLE, row, strict=True):
                give_score(
                    store, session.id, name, call_id, criterion, LETTER[letter], text=f"{name} vond dit."
                )
    return session


@pytest.fixture
def closed(store, scored):
    for name in PEOPLE:
        ready(store, scored.id, name)
    close(store, scored.id, PEOPLE[0])
    return scored


def test_nobody_sees_answers_of_others_before_it_is_closed(store, scored):
    for name in [*PEOPLE, "Bram Vos"]:
        seen = view(store, scored.id, name)
        assert {event.reviewer for event in seen.own.values()} <= {name}
        assert seen.events == ()
        assert "vond dit" not in seen.model_copy(update={"own": {}}).model_dump_json()
        assert [one.answered for one in seen.progress] == [12, 12, 12]
    assert view(store, scored.id, "Bram Vos").own == {}
    with pytest.raises(ReviewError, match="nog niet gesloten"):
        compare_session(store, scored.id)
    with pytest.raises(ReviewError, match="nog niet gesloten"):
        add_note(store, scored.id, scored.calls[0], TONE, PEOPLE[0], "Ik zie het.")


def test_the_figures_are_those_of_scikit_learn_and_krippendorff(store, closed):
    compared = compare_session(store, closed.id)
    for found in compared.criteria:
        rows = [[LETTER[letter].value for letter in row] for row in GIVEN[found.criterion]]
        assert [list(row) for row in compared.tables[found.criterion]] == rows
        for level, order, ours in (
            ("nominal", ["na", "no", "partial", "yes"], found.alpha),
            ("ordinal", ["no", "partial", "yes"], found.alpha_ordinal),
        ):
            data = [[order.index(r[i]) if r[i] in order else np.nan for r in rows] for i in range(3)]
            known = reference_alpha(reliability_data=data, level_of_measurement=level)
            assert ours.value == pytest.approx(known, abs=1e-4)
            assert ours.low <= ours.value <= ours.high
        assert (found.calls, found.kappa_kind, len(found.pairs)) == (6, "Fleiss", 3)
        for pair in found.pairs:
            one, other = PEOPLE.index(pair.one), PEOPLE.index(pair.other)
            known = cohen_kappa_score([r[one] for r in rows], [r[other] for r in rows])
            assert pair.kappa.value == pytest.approx(known, abs=1e-4)


def test_two_people_get_cohens_kappa(store, calls, rubric):
    two = open_session(store, "Samen", calls, PEOPLE[:2], rubric, PEOPLE[0], [GREETING])
    for call_id, row in zip(calls, GIVEN[GREETING], strict=True):
        for name, letter in zip(PEOPLE[:2], row, strict=False):
            give_score(store, two.id, name, call_id, GREETING, LETTER[letter])
    close(store, two.id, PEOPLE[0], unfinished_too=True)
    (found,) = compare_session(store, two.id).criteria
    assert (found.kappa_kind, found.kappa) == ("Cohen", found.pairs[0].kappa)


def test_it_shows_who_is_strict(store, closed):
    leanings = {one.reviewer: one for one in compare_session(store, closed.id).leanings}
    assert leanings["Ilse Kok"].leans == "streng"
    assert leanings["Ilse Kok"].difference.high < 0
    assert leanings["Marit de Boer"].leans == "mild"
    tone = [("y", "p"), ("p", "n"), ("y", "p"), ("y", "p"), ("p", "n"), ("y", "p")]
    worth = {"y": 1.0, "p": 0.5, "n": 0.0}
    apart = [worth[low] - worth[high] for high, low in tone]
    apart += [0.0, -0.5, -0.75, 0.0, -0.5]
    assert leanings["Ilse Kok"].difference.value == pytest.approx(np.mean(apart), abs=1e-4)


def test_differences_come_largest_first_with_room_to_talk(store, closed, calls):
    add_note(store, closed.id, calls[2], GREETING, "Bram Vos", "De groet is half te horen.")
    decide(store, closed.id, GREETING, PEOPLE[0], "Half verstaanbaar is deels.")
    compared = compare_session(store, closed.id)
    assert len(compared.differences) == 4 + 6
    first, second = compared.differences[:2]
    assert {(first.call_id, first.criterion), (second.call_id, second.criterion)} == {
        (calls[2], GREETING),
        (calls[5], GREETING),
    }
    talked = next(d for d in compared.differences if d.call_id == calls[2] and d.criterion == GREETING)
    assert talked.answers == {"Marit de Boer": "yes", "Omar Haddad": "partial", "Ilse Kok": "no"}
    assert [note.text for note in talked.notes] == ["De groet is half te horen."]
    assert talked.remarks["Ilse Kok"] == "Ilse Kok vond dit."
    assert talked.machine == "yes"
    assert [event.text for event in compared.decisions] == ["Half verstaanbaar is deels."]


def test_an_answer_may_change_until_ready(store, session, calls):
    give_score(store, session.id, "marit DE boer", calls[0], TONE, Answer.NO)
    give_score(store, session.id, PEOPLE[0], calls[0], TONE, Answer.YES)
    seen = view(store, session.id, PEOPLE[0])
    assert seen.own[calls[0], TONE].answer == "yes"
    assert len(seen.missing) == 11
    with pytest.raises(ReviewError, match="nog 11"):
        ready(store, session.id, PEOPLE[0])


def test_ready_and_closed_are_for_good(store, scored, calls):
    ready(store, scored.id, PEOPLE[0])
    for late in (
        lambda: give_score(store, scored.id, PEOPLE[0], calls[0], TONE, Answer.NO),
        lambda: ready(store, scored.id, PEOPLE[0]),
    ):
        with pytest.raises(ReviewError, match="klaar bent"):
            late()
    with pytest.raises(ReviewError, match="Nog niet klaar: Omar Haddad, Ilse Kok"):
        close(store, scored.id, PEOPLE[0])
    close(store, scored.id, PEOPLE[0], unfinished_too=True)
    with pytest.raises(ReviewError, match="gesloten"):
        give_score(store, scored.id, PEOPLE[1], calls[0], TONE, Answer.NO)
    with pytest.raises(ReviewError, match="al gesloten"):
        close(store, scored.id, PEOPLE[0])


def test_what_is_no_session_or_answer(store, calls, rubric, session, judged):
    def attempt(calls=calls, people=PEOPLE, criteria=None, title="April"):
        return open_session(store, title, calls, people, rubric, PEOPLE[0], criteria)

    for fields, words in (
        ({"calls": []}, "minstens één gesprek"),
        ({"people": PEOPLE[:1]}, "twee verschillende"),
        ({"people": ["Omar", "omar"]}, "twee verschillende"),
        ({"people": ["MW-07", "Omar"]}, "eigen gesprek"),
        ({"criteria": ["beleefd.weg"]}, r"niet in de rubriek: beleefd\.weg"),
        ({"title": " "}, "een naam"),
    ):
        with pytest.raises(ReviewError, match=words):
            attempt(**fields)
    with pytest.raises(StoreError, match="geen gesprek"):
        attempt(calls=["weg"])
    with pytest.raises(StoreError, match="geen kalibratie met nummer 99"):
        view(store, 99, PEOPLE[0])
    with pytest.raises(ReviewError, match="doet niet mee"):
        give_score(store, session.id, "Bram Vos", calls[0], TONE, Answer.YES)
    with pytest.raises(ReviewError, match="hoort niet bij"):
        give_score(store, session.id, PEOPLE[0], judged(9).id, TONE, Answer.YES)
    with pytest.raises(ReviewError, match="Kies ja"):
        give_score(store, session.id, PEOPLE[0], calls[0], TONE, Answer.HUMAN)
    made_up = Evidence(turn=0, start=0, end=3, quote="Xyz")
    with pytest.raises(ReviewError, match="niet letterlijk"):
        give_score(store, session.id, PEOPLE[0], calls[0], TONE, Answer.YES, evidence=(made_up,))
    assert sessions(store) == [session]


def test_a_deleted_call_leaves_the_session(store, closed, calls):
    store.delete(calls[0])
    compared = compare_session(store, closed.id)
    assert [found.calls for found in compared.criteria] == [5, 5]


def test_reviewers_scoring_at_once_lose_nothing(store, session, calls):
    def score(name: str) -> None:
        for call_id in calls:
            give_score(store, session.id, name, call_id, TONE, Answer.YES)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(score, PEOPLE))
    assert [one.answered for one in view(store, session.id, PEOPLE[0]).progress] == [6, 6, 6]
