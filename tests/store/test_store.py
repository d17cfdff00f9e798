from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kept_calls import a_call, a_scorecard, a_transcript

from scoring.call import Speaker
from scoring.errors import StoreError
from scoring.settings import Settings
from scoring.store import CallFilter, Status, open_store


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path / "gegevens")


@pytest.fixture
def store(settings: Settings):
    with open_store(settings) as opened:
        yield opened


def kept(store, number=1, words="mijn paspoort is zoek", confidence=1.0, **fields):
    call = a_call(number, **fields)
    store.save(call, a_transcript(call, words, confidence=confidence))
    return call


def test_what_is_kept_comes_back_the_same(store):
    call = a_call(1, organisation="Gemeente Zonnedaal", metadata={"wachtrij": 3, "lijst": ["a", None]})
    transcript = a_transcript(call)
    store.save(call, transcript)
    card = a_scorecard(call)
    store.add_scorecard(card)
    assert store.call(call.id) == call
    assert store.transcript(call.id) == transcript
    assert store.scorecard(call.id) == card


def test_a_row_shows_the_current_score_in_dutch_time(store):
    call = kept(store, called_at="2026-07-01T10:00:00+00:00")
    number = store.add_scorecard(a_scorecard(call, grade=4.2, level=3))
    (row,) = store.calls()
    assert (row.status, row.grade, row.escalation_level) == (Status.SCORED, 4.2, 3)
    assert row.scorecard_id == number
    assert row.dimensions == {"bekend": 50.0, "beleefd": 100.0, "bereikbaar": None}
    assert row.called_at is not None
    assert row.called_at.isoformat() == "2026-07-01T12:00:00+02:00"


def test_times_are_utc_in_the_database(store):
    kept(store, called_at="2026-01-15T10:12")
    with store._engine.connect() as connection:
        (value,) = connection.exec_driver_sql("SELECT called_at FROM calls").one()
    assert value.startswith("2026-01-15 09:12")


def test_every_scorecard_stays_and_the_last_one_counts(store):
    call = kept(store)
    first, second = a_scorecard(call, grade=5.0), a_scorecard(call, grade=8.0)
    store.add_scorecard(first)
    store.add_scorecard(second)
    assert store.scorecards(call.id) == (second, first)
    assert store.scorecard(call.id) == second
    assert store.calls()[0].grade == 8.0


def test_a_score_of_wrong_roles_is_not_shown_any_more(store):
    call = kept(store)
    store.add_scorecard(a_scorecard(call))
    store.confirm_roles(call.id, swapped=True)
    assert store.scorecard(call.id) is None
    assert store.calls()[0].status is Status.UNSCORED
    assert store.calls()[0].grade is None
    assert len(store.scorecards(call.id)) == 1
    store.add_scorecard(a_scorecard(call, grade=6.0))
    assert store.calls()[0].grade == 6.0


def test_uncertain_roles_wait_for_a_person(store):
    call = kept(store, confidence=0.4)
    assert store.calls()[0].status is Status.ROLES
    assert store.attention().roles_to_confirm == 1
    confirmed = store.confirm_roles(call.id)
    assert confirmed.turns[0].speaker is Speaker.AGENT
    assert confirmed.roles.confirmed
    assert store.calls()[0].status is Status.UNSCORED
    reasons = [version.reason for version in store.transcript_versions(call.id)]
    assert reasons == ["rollen bevestigd", "ingelezen"]


def test_reading_in_again_keeps_what_a_person_did(store):
    call = kept(store, confidence=0.4, team="Burgerzaken", metadata={"melding": 1})
    store.confirm_roles(call.id, swapped=True)
    kept(store, confidence=0.4, metadata={"nieuw": 2})
    assert store.transcript(call.id).roles.confirmed
    assert len(store.transcript_versions(call.id)) == 2
    assert store.call(call.id).team == "Burgerzaken"
    assert store.call(call.id).metadata == {"melding": 1, "nieuw": 2}
    assert store.count() == 1


@pytest.mark.parametrize(
    "words", ["PASPOORT", "zoek paspoort", "mw-07", "zonnedaal", "Jose", "2026-01-15_in", "100%", "burger"]
)
def test_search_finds(store, words):
    kept(store, words="mijn paspoort is zoek, José, 100% zeker", team="Burgerzaken")
    kept(store, 2, words="iets anders", agent="MW-99", source="x.json")
    found = store.calls(CallFilter(search=words))
    assert "gesprek-0001" in [row.id for row in found]
    assert store.count(CallFilter(search=words)) == len(found)


@pytest.mark.parametrize("words", ["rijbewijs", "paspoort rijbewijs", "%", "_", "paspoort_is"])
def test_search_does_not_find(store, words):
    kept(store, source="a.json", agent="MW7", words="mijn paspoort is zoek")
    assert store.calls(CallFilter(search=words)) == []


def test_filters(store):
    moment = {1: "2026-01-01T09:00", 2: "2026-02-01T09:00", 3: "2026-03-01T09:00"}
    for number, at in moment.items():
        call = kept(store, number, called_at=at, team=f"team {number}", direction="in")
        store.add_scorecard(a_scorecard(call, grade=number * 2.5, level=number))
    kept(store, 4, called_at=None, direction="out", organisation="Gemeente Duinrijk")

    def found(**fields):
        return [int(row.id[-4:]) for row in store.calls(CallFilter(**fields))]

    assert found() == [3, 2, 1, 4]
    assert found(team="team 2") == [2]
    assert found(since=datetime(2026, 2, 1, 8, 0, tzinfo=UTC)) == [3, 2]
    assert found(since=datetime(2026, 2, 1, 9, 1), until=datetime(2026, 3, 1, 9, 0)) == []
    assert found(escalation_from=3) == [3]
    assert found(grade_below=5.5) == [2, 1]
    assert found(direction="out") == [4]
    assert found(status=Status.UNSCORED) == [4]
    assert found(with_proposals=True) == [3, 2, 1]
    assert found(ids=("gesprek-0002", "weg")) == [2]
    assert found(demo=True) == []
    assert [row.id[-1] for row in store.calls(limit=2, offset=1)] == ["2", "1"]
    assert store.choices("team") == ["team 1", "team 2", "team 3"]
    assert store.choices("organisation") == ["Gemeente Duinrijk"]


def test_attention_counts_what_the_filters_list(store):
    for number, (grade, level) in enumerate([(9.0, 0), (5.4, 2), (5.5, 4), (None, 3)]):
        call = kept(store, number)
        store.add_scorecard(a_scorecard(call, grade=grade, level=level))
    kept(store, 8)
    attention = store.attention()
    assert attention.model_dump() == {
        "roles_to_confirm": 0,
        "escalated": 2,
        "low_score": 1,
        "with_proposals": 4,
        "unscored": 1,
    }


def test_scored_streams_current_scorecards_oldest_first(store):
    for number in (1, 2, 3):
        call = kept(store, number, called_at=f"2026-01-0{4 - number}T09:00")
        if number != 2:
            store.add_scorecard(a_scorecard(call, grade=1.0))
            store.add_scorecard(a_scorecard(call, grade=float(number)))
    assert [(row.id[-1], card.grade) for row, card in store.scored()] == [("3", 3.0), ("1", 1.0)]


def test_an_unknown_call_is_one_dutch_error(store):
    for ask in (store.call, store.transcript, store.scorecard, store.delete, store.audio):
        with pytest.raises(StoreError, match="Er is geen gesprek met nummer weg"):
            ask("weg")
    with pytest.raises(StoreError, match="geen gesprek"):
        store.add_scorecard(a_scorecard(a_call(9)))


def test_sound_is_copied_and_goes_with_the_call(store, settings, tmp_path):
    sound = tmp_path / "opname.WAV"
    sound.write_bytes(b"RIFF-geluid")
    call = a_call(1, id="../../buiten")
    store.save(call, a_transcript(call), audio_path=sound)
    copy = store.audio(call.id)
    assert copy is not None
    assert copy.parent == settings.recordings_folder
    assert copy.read_bytes() == b"RIFF-geluid"
    assert store.calls()[0].has_audio
    store.delete(call.id)
    assert list(settings.recordings_folder.iterdir()) == []
    assert sound.exists()


def test_two_threads_keep_two_hundred_calls(settings):
    with open_store(settings) as store:

        def keep(number: int) -> None:
            call = kept(store, number)
            store.add_scorecard(a_scorecard(call))

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(keep, range(200)))
        assert store.count(CallFilter(status=Status.SCORED)) == 200


def test_two_programs_share_one_database(settings):
    with open_store(settings) as one, open_store(settings) as two, ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(kept, (one, two)[i % 2], i) for i in range(60)]
        for job in jobs:
            job.result()
        assert one.count() == two.count() == 60
