"""The list of files on the screen Beoordelen: what runs, what failed, what waits for the user."""

import json
from typing import NamedTuple

import pytest
from screen_calls import EVIL, component
from streamlit.testing.v1 import AppTest

from app_pages import desk
from scoring.jobs import Request, State, Worker
from scoring.jobs.lease import Leases, Standing
from scoring.store import Store


class File(NamedTuple):
    name: str
    content: bytes

    def getbuffer(self) -> memoryview:
        return memoryview(self.content)


def a_call(name: str, said: str = "Goedemorgen, gemeente Zonnedaal.") -> File:
    turns = [{"speaker": "agent", "text": said}, {"speaker": "caller", "text": f"Dag, {name}."}]
    return File(name, json.dumps({"turns": turns}).encode())


def give(*files: File) -> None:
    settings = desk.settings()
    desk.jobs().add(files, Request(rubric=settings.rubric, norms=settings.norms))


@pytest.fixture
def work_off(store: Store):
    worker = Worker(desk.settings())
    yield worker.work_off
    worker.close()


def rows(app: AppTest) -> dict[str, dict[str, object]]:
    return {str(row["name"]): row for row in component(app, "klankbord_job_table")["rows"]}


def test_without_files_there_is_no_list(show):
    app = show("judge")
    assert not app.get("bidi_component")[1:]
    assert any("Nog niets gekozen" in element.value for element in app.get("html"))


def test_every_state_has_words_a_sign_and_what_can_be_done(show, store: Store, work_off):
    doubt = "Piet: ja dat klopt\nJan: nou dat weet ik niet\nPiet: echt wel\nJan: dat is goed\n"
    give(a_call("goed.json"), File("leeg.txt", b""), File("twijfel.txt", doubt.encode()))
    work_off()
    give(a_call("bezig.json"), a_call("wacht.json"))
    held = Leases(desk.jobs().engine, "hier")
    running = held.claim(False)
    held.beat({running.id: Standing("spraak herkennen", 0.42, 190.0)})
    app = show("judge")
    assert not app.exception
    shown = rows(app)
    assert next(iter(shown)) == "bezig.json"
    assert (shown["goed.json"]["state"], shown["goed.json"]["action"]) == ("klaar", "")
    assert shown["goed.json"]["result"] not in ("", "–")
    assert shown["leeg.txt"]["problem"].startswith("Dit bestand is leeg")
    assert shown["leeg.txt"]["action"] == "again"
    assert shown["twijfel.txt"]["about"] == "bevestig eerst wie de medewerker is"
    assert shown["bezig.json"]["about"] == "spraak herkennen, 42 %, nog ongeveer 3 minuten"
    assert shown["bezig.json"]["share"] == 0.42
    assert (shown["wacht.json"]["state"], shown["wacht.json"]["action"]) == ("wacht", "stop")
    assert any("**2 van 5 bestanden klaar** · 1 wacht · 1 bezig · 1 mislukt" in m.value for m in app.markdown)
    assert any("Wie is de medewerker?" in w.value for w in app.warning)


def test_everything_can_be_stopped_and_the_list_cleared(show, store: Store, work_off):
    give(a_call("een.json"), a_call("twee.json"))
    app = show("judge")
    next(b for b in app.button if b.label == "Alles stoppen").click().run()
    assert [job.state for job in desk.jobs().all()] == [State.STOPPED] * 2
    next(b for b in app.button if b.label == "Lijst opruimen").click().run()
    assert not app.exception
    assert desk.jobs().all() == []
    assert list(desk.settings().uploads_folder.iterdir()) == []


def test_names_of_files_stay_text(show, store: Store, work_off):
    doubt = "Piet: ja dat klopt\nJan: nou dat weet ik niet\nPiet: echt wel\nJan: dat is goed\n"
    give(File(f"{EVIL}.txt", doubt.encode()))
    work_off()
    app = show("judge")
    assert not app.exception
    assert not any("**vet**" in m.value or "<script" in m.value for m in app.markdown)


def test_waiting_without_anyone_who_works_is_told(show, store: Store, monkeypatch: pytest.MonkeyPatch):
    from app_pages import jobs_view

    monkeypatch.setattr(jobs_view, "SLOW_START", jobs_view.timedelta(seconds=-1))
    give(a_call("wacht.json"))
    assert any("draait niet" in w.value for w in show("judge").warning)
    Leases(desk.jobs().engine, "hier").present()
    assert not show("judge").warning
