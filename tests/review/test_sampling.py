import hashlib
from collections import Counter

import pytest
from pydantic import ValidationError

from scoring.errors import ReviewError, StoreError
from scoring.review.sampling import SampleRequest, check_sample, draw, draw_sample, sample, samples
from scoring.store import CallFilter
from scoring.store.samples import Candidate

OMAR = "Omar Haddad"
CALLS = [Candidate(f"gesprek-{n:04}", f"MW-{n % 4}", f"2026-0{1 + n % 2}") for n in range(200)]


def asked(**fields: object) -> SampleRequest:
    return SampleRequest.model_validate({"title": "Kwartaal 1", "seed": "zaad-1", "size": 10} | fields)


def test_the_same_seed_and_calls_give_the_same_draw_in_any_order():
    first = draw(CALLS, asked(), {})
    assert first == draw(CALLS[::-1], asked(), {})
    assert len(set(first)) == 10
    assert first != draw(CALLS, asked(seed="zaad-2"), {})


def test_anyone_can_redo_the_draw_with_sha256_alone():
    ranked = sorted(hashlib.sha256(f"zaad-1\n{c.call_id}".encode()).hexdigest() for c in CALLS)
    drawn = draw(CALLS, asked(per_agent=99), {})
    assert [hashlib.sha256(f"zaad-1\n{name}".encode()).hexdigest() for name in drawn] == ranked[:10]


def test_no_agent_is_drawn_more_often_than_the_limit_a_month():
    drawn = set(draw(CALLS, asked(size=100, per_agent=3), {"MW-0 2026-01": 2}))
    counts = Counter((c.agent, c.month) for c in CALLS if c.call_id in drawn)
    assert counts[("MW-0", "2026-01")] == 1
    assert sorted(counts.values()) == [1, 3, 3, 3]
    unknown = [Candidate(str(n), "", "2026-01") for n in range(20)]
    assert len(draw(unknown, asked(per_agent=1), {})) == 10


def test_each_call_has_an_equal_chance():
    counts = Counter(
        name
        for seed in range(400)
        for name in draw(CALLS[:20], asked(seed=str(seed), size=5, per_agent=99), {})
    )
    assert all(60 <= counts[c.call_id] <= 145 for c in CALLS[:20])  # 100 expected, 5 standard deviations


def test_a_sample_is_kept_with_all_that_led_to_it(store, judged, settings):
    for number in range(12):
        judged(number, agent=f"MW-{number % 2}")
    drawn = draw_sample(store, asked(size=4, where=CallFilter(agent="MW-1")), OMAR, settings)
    assert sample(store, drawn.id) == drawn
    assert samples(store) == [drawn]
    assert (drawn.population, drawn.drawn, drawn.drawn_by, drawn.request.seed) == (6, 4, OMAR, "zaad-1")
    assert {row.id for row in store.calls(CallFilter(sample=drawn.id))} == set(drawn.calls)
    assert check_sample(store, drawn.id).same_draw is True


def test_the_limit_holds_over_samples_together_and_the_settings_bound_it(store, judged, settings):
    for number in range(12):
        judged(number, agent="MW-1")
    strict = settings.model_copy(update={"sample_per_agent": 3})
    first = draw_sample(store, asked(size=2, per_agent=9), OMAR, strict)
    second = draw_sample(store, asked(size=9, per_agent=9, seed="ander"), OMAR, strict)
    assert (first.drawn, second.drawn, second.drawn_before) == (2, 1, {"MW-1 2026-01": 2})
    assert check_sample(store, first.id).same_draw, "later samples do not spoil the check of earlier ones"
    with pytest.raises(ReviewError, match="genoeg getrokken"):
        draw_sample(store, asked(seed="derde"), OMAR, strict)


def test_a_check_sees_that_the_calls_changed(store, judged, settings):
    for number in range(6):
        judged(number)
    drawn = draw_sample(store, asked(size=3), OMAR, settings)
    judged(7)
    assert check_sample(store, drawn.id).same_draw, "a call that came in later does not matter"
    store.delete(drawn.calls[0])
    checked = check_sample(store, drawn.id)
    assert (checked.same_population, checked.same_draw) == (False, None)
    assert sample(store, drawn.id).calls == drawn.calls[1:]


def test_what_is_no_sample(store, settings):
    with pytest.raises(ReviewError, match="niets past"):
        draw_sample(store, asked(), OMAR, settings)
    with pytest.raises(ReviewError, match="Vul uw naam in"):
        draw_sample(store, asked(), "", settings)
    with pytest.raises(StoreError, match="geen steekproef met nummer 9"):
        sample(store, 9)
    with pytest.raises(ValidationError):
        asked(seed="")
