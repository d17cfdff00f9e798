"""This module contains random samples on screen: draw one, see what came out, and draw it again as a check."""

import secrets
from datetime import date, datetime, time, timedelta

import streamlit as st

from app_pages import call_table, desk, dutch, frame, who
from app_pages.criteria_view import definitions
from scoring.access import Right
from scoring.errors import ReviewError, ScoringError
from scoring.review.sampling import Sample, SampleRequest, check_sample, draw_sample, samples
from scoring.store import Action, CallFilter

HOW = (
    "Ieder gesprek krijgt een getal, berekend (SHA-256) uit het startgetal en het gespreksnummer. De laagste "
    "worden getrokken. Wie hetzelfde startgetal en dezelfde gesprekken neemt, trekt dus precies dezelfde: "
    "ook iemand anders, ook met een ander programma."
)


def draw() -> None:
    """Calling this shows the form for a new sample when one may, then every sample."""
    found = samples(desk.store())
    if desk.may(Right.SAMPLE):
        with st.expander("Nieuwe steekproef trekken", icon=":material/casino:", expanded=not found):
            _form()
    frame.note(HOW)
    if not found:
        st.info("Er is nog geen steekproef getrokken.")
    for sample in found:
        _sample(sample)


def _form() -> None:
    who.ask("steekproef")
    most = desk.settings().sample_per_agent
    seed = st.session_state.setdefault("sample-seed", secrets.token_hex(4))
    with st.form("sample"):
        title, size, each, start = st.columns([0.4, 0.15, 0.25, 0.2])
        name = title.text_input("Naam", value=f"Steekproef {dutch.day(datetime.now())}")
        amount = size.number_input("Aantal", min_value=1, max_value=10_000, value=20)
        per_agent = each.number_input(
            "Hoogstens per medewerker per maand",
            min_value=1,
            max_value=most,
            value=most,
            help="Alle steekproeven samen.",
        )
        drawn_with = start.text_input(
            "Startgetal van de loting",
            value=seed,
            help="Bepaalt welke gesprekken worden getrokken. Het is willekeurig gekozen: laat het zo staan.",
        )
        where = _where()
        if st.form_submit_button("Trek de steekproef", type="primary"):
            _draw(name, drawn_with, int(amount), int(per_agent), where)


def _where() -> CallFilter:
    team, kind, way, since, until = st.columns(5)
    first = since.date_input("Van", value=None, format="DD-MM-YYYY")
    last = until.date_input("Tot en met", value=None, format="DD-MM-YYYY")
    store = desk.store()
    return CallFilter(
        team=team.selectbox("Team", store.choices("team"), index=None, placeholder="Alle"),
        call_type=kind.selectbox("Soort gesprek", store.choices("call_type"), index=None, placeholder="Alle"),
        direction=way.selectbox(
            "Richting",
            list(dutch.DIRECTIONS),
            index=None,
            placeholder="Alle",
            format_func=lambda code: dutch.DIRECTIONS[code],
        ),
        since=_midnight(first),
        until=_midnight(last + timedelta(days=1)) if isinstance(last, date) else None,
    )


def _midnight(day: object) -> datetime | None:
    return datetime.combine(day, time()) if isinstance(day, date) else None


def _draw(title: str, seed: str, size: int, per_agent: int, where: CallFilter) -> None:
    try:
        working = desk.require(Right.SAMPLE)
        if not title.strip() or not seed.strip():
            raise ReviewError("Geef de steekproef een naam en een startgetal.")
        request = SampleRequest(
            title=title.strip(), seed=seed.strip(), size=size, where=where, per_agent=per_agent
        )
        drawn = draw_sample(desk.store(), request, working.name, desk.settings())
        desk.note(Action.SAMPLED, str(drawn.id), f"{drawn.drawn} van {drawn.population}")
    except ScoringError as error:
        frame.show_error(error)
        return
    st.session_state.pop("sample-seed", None)
    less = f" Gevraagd waren er {size}: er pasten er niet meer." if drawn.drawn < size else ""
    st.toast(f"Getrokken: {dutch.count(drawn.drawn, 'gesprek', 'gesprekken')}.{less}")
    st.rerun()


def _sample(sample: Sample) -> None:
    label = f"**{dutch.literal(sample.request.title)}** · {sample.drawn} van {sample.population} gesprekken"
    with st.expander(label, key=f"sample-{sample.id}", on_change="rerun") as opened:
        if not opened.open:
            return
        frame.put(definitions(facts(sample)))
        if st.button("Trek opnieuw en vergelijk", key=f"check-{sample.id}", icon=":material/replay:"):
            _check(sample.id)
        rows = desk.store().calls(desk.visible(CallFilter(sample=sample.id)))
        call_table.draw(rows, key=f"sample-calls-{sample.id}", review=True)


def facts(sample: Sample) -> list[tuple[str, str]]:
    """What was asked of the draw and who did it when, so that anyone can do it again."""
    request = sample.request
    return [
        ("Getrokken door", f"{sample.drawn_by}, {dutch.day_and_time(sample.at)}"),
        ("Startgetal van de loting", request.seed),
        ("Gevraagd", f"{request.size}, hoogstens {request.per_agent} per medewerker per maand"),
        ("Uit", f"{dutch.count(sample.population, 'gesprek', 'gesprekken')}: {chosen_from(request.where)}"),
        ("Controlegetal", f"{sample.draw_hash[:16]} (gesprekken: {sample.population_hash[:16]})"),
    ]


def chosen_from(where: CallFilter) -> str:
    """Which calls could be drawn, in words."""
    parts = [
        f"team {where.team}" if where.team else "",
        f"soort {where.call_type}" if where.call_type else "",
    ]
    parts.append(dutch.DIRECTIONS.get(where.direction or "", ""))
    parts.append(f"vanaf {dutch.day(where.since)}" if where.since else "")
    parts.append(f"tot en met {dutch.day(where.until - timedelta(days=1))}" if where.until else "")
    parts.append("voorbeeldgesprekken" if where.demo else "")
    return ", ".join(part for part in parts if part) or "alle gesprekken"


def _check(number: int) -> None:
    found = check_sample(desk.store(), number)
    if found.same_draw:
        st.success("Opnieuw getrokken: precies dezelfde gesprekken.", icon=":material/verified:")
    elif found.same_population:
        st.error("Opnieuw getrokken: er komen andere gesprekken uit. Deze steekproef klopt niet.")
    else:
        st.warning("Dit is niet meer na te gaan: sindsdien zijn gesprekken verwijderd of veranderd.")
