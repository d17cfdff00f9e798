"""Listening to a call and correcting it, in a real browser: by key, by click, to the exact place."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from itertools import count

import pytest
from browser_server import CHROMIUM, looking, settled
from screen_calls import keep_as
from speech.hostile import encode

from app_pages.conversation import marks_of, stops
from scoring.pipeline import Scored, score_call
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.speech.decode import RATE, decode
from scoring.store import Store, open_store

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is niet geïnstalleerd")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is er niet"),
]
NUMBERS = count(1)
DEMO = ROOT / "scoring" / "demo" / "demo-1-grofvuil.json"


@pytest.fixture(scope="module")
def scored(settings: Settings) -> Scored:
    """The demo call that has sound."""
    norms = load_norms("1stroom", settings.rubric.parent / "normen")
    return score_call(DEMO, load_rubric(settings.rubric), norms, settings)


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[Store]:
    with open_store(settings) as opened:
        yield opened


@pytest.fixture
def call_id(store: Store, scored: Scored) -> str:
    """That call as it came in, for one test, which may change it."""
    number = f"gesprek-{next(NUMBERS)}"
    return keep_as(store, scored, number, source=f"{number}.json")


@pytest.fixture
def page(call_id: str, page):  # the call is there before the screens open
    return shown(page, call_id)


@pytest.fixture(scope="module")
def heard_id(store: Store, scored: Scored) -> str:
    """That call for the tests that only listen."""
    return keep_as(store, scored, "beluisterd", source="beluisterd.json")


@pytest.fixture(scope="module")
def listening(chromium, address: str, heard_id: str) -> Iterator[object]:
    wrong: list[str] = []
    with looking(chromium, address, wrong) as opened:
        yield shown(opened, heard_id)
    assert wrong == []


@pytest.fixture
def player(request: pytest.FixtureRequest, listening, address: str, heard_id: str):
    """The screen of that call, its sound at the beginning; opened once, as opening takes longer than listening."""
    if getattr(request.node, "execution_count", 1) > 1:
        listening.goto(address)
        shown(listening, heard_id)
    listening.locator(".conversation audio").evaluate(
        "a => { a.pause(); a.currentTime = 0; a.playbackRate = 1; }"
    )
    waits_for(listening, 0)
    return listening


def shown(page, call_id: str):
    """The page, with the screen of this call."""
    settled(page)
    page.locator("header").get_by_role("link", name="Gesprekken", exact=True).click()
    page.get_by_role("link", name=f"{call_id}.json").click()
    page.get_by_role("heading", name="Per criterium").wait_for()
    settled(page)
    return page


def now(page) -> float:
    return page.locator(".conversation audio").evaluate("a => a.currentTime")


def in_player(page):
    page.locator(".turns").focus()
    return page.keyboard


def waits_for(page, seconds: float, near: float = 0.001) -> None:
    """Waits until the sound stands at this place, exact to a millisecond."""
    audio = page.locator(".conversation audio")
    for _ in range(50):
        if abs(audio.evaluate("a => a.seeking ? -9 : a.currentTime") - seconds) <= near:
            return
        page.wait_for_timeout(50)
    assert audio.evaluate("a => a.currentTime") == pytest.approx(seconds, abs=near)


@pytest.fixture
def by_telephone(store: Store, call_id: str, tmp_path) -> None:
    """The first 20 seconds of the call as a telephone system writes them."""
    sound = decode(store.audio(call_id)).channels[0][: 20 * RATE]
    recorded = encode(tmp_path / "centrale.wav", sound[None], "pcm_alaw", 8_000)
    store.save(store.call(call_id), store.transcript(call_id), recorded)


@pytest.mark.usefixtures("by_telephone")
def test_a_recording_of_a_telephone_system_is_heard(page):
    in_player(page).press("ArrowRight")
    waits_for(page, 5.0)
    in_player(page).press("Space")
    page.wait_for_timeout(500)
    assert now(page) > 5.1
    assert page.locator(".conversation audio").evaluate("a => a.duration") == pytest.approx(20, abs=0.1)


def press(page, name: str) -> None:
    page.get_by_role("button", name=name).locator("visible=true").first.click()
    settled(page)


def edit(page, number: int, name: str = "Noor") -> None:
    """Turns correcting on and opens a turn."""
    if not page.locator(".edit").count():
        page.locator("[data-testid=stCheckbox] label", has_text="Aanpassen").click()
        settled(page)
    box = page.get_by_label("Uw naam of initialen")
    box.fill(name)
    box.press("Enter")
    settled(page)
    page.locator(".turn").nth(number).locator(".edit").click()
    page.locator(".editor textarea").wait_for()


def told(page, line: str) -> None:
    """Waits until the screen says this; a busy computer may need a while."""
    alert = page.locator("[data-testid=stAlert]", has_text=line).first
    playwright.expect(alert).to_be_attached(timeout=60_000)
    settled(page)


def kept(page, store: Store, call_id: str, versions: int) -> None:
    """Waits until the call has so many versions."""
    for _ in range(200):
        if len(store.transcript_versions(call_id)) == versions:
            break
        page.wait_for_timeout(100)
    assert len(store.transcript_versions(call_id)) == versions
    settled(page)


def test_space_plays_and_arrows_step_five_seconds(player):
    keys = in_player(player)
    keys.press("Space")
    for _ in range(100):
        if now(player) > 0.3:
            break
        player.wait_for_timeout(50)
    assert 0.3 < now(player) < 6
    keys.press("Space")
    assert player.locator(".conversation audio").evaluate("a => a.paused")
    player.locator(".conversation audio").evaluate("a => { a.currentTime = 20.125; }")
    waits_for(player, 20.125)
    keys.press("ArrowRight")
    waits_for(player, 25.125)
    keys.press("ArrowLeft")
    keys.press("ArrowLeft")
    waits_for(player, 15.125)
    assert player.locator(".time").inner_text() == "0:15 / 1:21"


def test_j_and_k_go_past_every_evidence_and_back(player, store: Store, heard_id: str):
    expected = stops(store.transcript(heard_id), marks_of(store.scorecard(heard_id)))
    assert len(expected) >= 4
    keys = in_player(player)
    for number, stop in enumerate(expected, start=1):
        keys.press("k")
        waits_for(player, stop["at"])
        line = player.locator(".told").inner_text()
        assert line.startswith(f"Bewijs {number} van {len(expected)} · ")
        assert stop["quote"] in line
        playwright.expect(player.locator(".turn.here")).to_be_in_viewport()
    keys.press("k")
    assert player.locator(".told").inner_text() == "Hierna is er geen bewijs meer."
    for stop in reversed(expected[:-1]):
        keys.press("j")
        waits_for(player, stop["at"])
    assert player.locator(".conversation audio").evaluate("a => a.paused")


def test_letters_typed_elsewhere_do_not_move_the_sound(page):
    edit(page, 1)
    page.locator(".editor textarea").press_sequentially(" kjk jkj ")
    page.get_by_label("Uw naam of initialen").press_sequentially("kk")
    assert now(page) == 0


def test_a_click_on_a_turn_goes_to_its_exact_beginning(player, store: Store, heard_id: str):
    turns = store.transcript(heard_id).turns
    for number in (8, 3, 8):
        player.locator(".turn .said").nth(number).click()
        waits_for(player, turns[number].start)
        playwright.expect(player.locator(".turn.playing")).to_contain_text(turns[number].text)


def test_a_quote_of_a_criterion_is_heard(player, store: Store, heard_id: str):
    player.get_by_role("radio", name="Beleefd").or_(
        player.get_by_role("button", name="Beleefd")
    ).first.click()
    settled(player)
    quote = player.locator(".st-key-citaat-beleefd-afscheid-0 button").locator("visible=true")
    for _ in range(2):
        quote.click()
        for _ in range(600):
            if now(player) > 1:
                break
            player.wait_for_timeout(50)
        assert now(player) >= 75.79
        player.locator(".conversation audio").evaluate("a => { a.pause(); a.currentTime = 0; }")


def test_the_waveform_leads_to_a_place_and_says_what_stands_there(player):
    lanes = player.get_by_role("slider", name="Plaats in de opname")
    lanes.scroll_into_view_if_needed()
    box = lanes.bounding_box()
    player.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
    total = player.locator(".conversation audio").evaluate("a => a.duration")
    waits_for(player, total / 2, near=0.5)
    lanes.press("End")
    waits_for(player, total, near=0.2)
    lanes.press("Home")
    waits_for(player, 0)
    assert lanes.get_attribute("aria-valuetext") == "0:00 van 1:21"
    names = [mark.get_attribute("aria-label") for mark in player.locator(".marks .mark").all()]
    assert any("Begroeting: Ja" in name for name in names)
    assert all(re.match(r"Bewijs op \d:\d\d [✓◐✕⚠]", name) for name in names)
    drawn = player.locator(".lanes canvas").evaluate(
        "c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.filter((v, i) => i % 4 == 3 && v).length"
    )
    assert drawn > 5000


def test_speed_keeps_its_place(player):
    player.get_by_label("Snelheid").select_option("1.5")
    assert player.locator(".conversation audio").evaluate("a => a.playbackRate") == 1.5
    offered = player.get_by_label("Snelheid").locator("option").all_inner_texts()
    assert offered == ["0,75×", "1×", "1,25×", "1,5×", "2×"]


def test_sound_goes_by_range_and_to_nobody_without_its_key(page, address: str, store: Store, call_id: str):
    source = page.locator(".conversation audio").evaluate("a => a.src")
    recording = store.audio(call_id).read_bytes()

    def asked(url: str, **headers: str) -> tuple[int, bytes, str | None]:
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
                return answer.status, answer.read(), answer.headers["Cache-Control"]
        except urllib.error.HTTPError as error:
            return error.code, error.read(), error.headers["Cache-Control"]

    assert asked(source, Range="bytes=1000-1999") == (206, recording[1000:2000], "private, no-store")
    assert asked(source)[:2] == (200, recording)
    assert asked(source.replace("sleutel=", "sleutel=0"))[0] == 403
    assert asked(source.partition("&")[0])[0] == 403
    assert asked(source.replace(call_id, "ander"))[0] == 403
    store.delete(call_id)
    assert asked(source)[0] == 404
