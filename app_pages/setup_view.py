"""This module contains how the settings, the rights of roles and the totals are drawn."""

from collections.abc import Sequence

from markupsafe import Markup

from app_pages import criteria_view, desk, dutch, frame
from scoring.access import RIGHTS, Right, Role
from scoring.settings import Settings
from scoring.speech import MODELS

FOUR_EYES = {"never": "nee", "escalated": "bij escalatie 3 en 4", "always": "altijd"}
HERE = ("127.0.0.1", "localhost", "::1")
ENGINES = {"faster-whisper": "Whisper (faster-whisper)", "openai-whisper": "Whisper (openai-whisper)"}
MODES = {"local": "één persoon op deze computer, zonder aanmelden", "team": "een team, met aanmelden"}


def settings(chosen: Settings) -> None:
    """Calling this shows what is set up that matters for people and calls."""
    frame.put(criteria_view.definitions(_facts(chosen)))


def rights() -> None:
    """Calling this shows for every right which role has it."""
    head = Markup("").join(Markup("<th scope='col'>{}</th>").format(role.value.capitalize()) for role in Role)
    rows = Markup("").join(_right(right) for right in Right)
    frame.put(
        Markup(
            "<table class='kb-table'><caption>Wat elke rol mag. Iemand met meer rollen mag alles wat bij een "
            "van die rollen hoort, maar nooit een eigen gesprek nakijken of aanpassen.</caption><thead><tr>"
            "<th scope='col'>Wat</th>{}</tr></thead><tbody>{}</tbody></table>"
        ).format(head, rows)
    )


def totals(counts: Sequence[tuple[str, str]]) -> None:
    """Calling this shows names with their amounts."""
    frame.put(criteria_view.definitions(counts))


def _right(right: Right) -> Markup:
    cells = Markup("").join(
        Markup("<td>{}</td>").format("✓ ja" if right in RIGHTS[role] else dutch.NONE) for role in Role
    )
    return Markup("<tr><th scope='row'>{}</th>{}</tr>").format(right.value.capitalize(), cells)


def _facts(chosen: Settings) -> list[tuple[str, str]]:
    percentage = dutch.whole(100 * chosen.trust_minimum)
    return [
        ("Wie werkt ermee", MODES[chosen.mode]),
        *(_login(chosen) if chosen.mode == "team" else []),
        ("Rubriek", f"{desk.rubric().title}, versie {desk.rubric().version}"),
        ("Normen", desk.norm_title(chosen.norms)),
        ("Tweede beoordelaar", FOUR_EYES[chosen.four_eyes]),
        ("Medewerker beoordeelt eerst zelf", "ja" if chosen.self_assessment else "nee"),
        ("Termijn voor bezwaar", dutch.count(chosen.dispute_days, "dag", "dagen")),
        (
            "Steekproef",
            f"hoogstens {dutch.count(chosen.sample_per_agent, 'gesprek', 'gesprekken')} per medewerker per maand",
        ),
        (
            "Tool stelt alleen nog voor",
            f"als mensen het in minder dan {percentage} % met de tool eens zijn, "
            f"gemeten over ten minste {dutch.count(chosen.trust_answers, 'antwoord', 'antwoorden')}",
        ),
        ("Spraakherkenning", _speech(chosen)),
        ("Bereikbaar", _reach(chosen)),
    ]


def _login(chosen: Settings) -> list[tuple[str, str]]:
    groups = [f"{name} is {role.value}" for name, role in chosen.claims.items()]
    return [
        ("Rollen", "; ".join(groups) or dutch.NONE),
        ("Aanmelding geldt", f"{dutch.number(chosen.login_hours).removesuffix(',0')} uur"),
    ]


def _speech(chosen: Settings) -> str:
    about = next((f" {model.note}" for model in MODELS if model.name == chosen.speech_model), "")
    return f"{ENGINES[chosen.speech_engine]}, model ‘{chosen.speech_model}’, op deze computer.{about}"


def _reach(chosen: Settings) -> str:
    place = f"({chosen.host}, poort {chosen.port})"
    return f"alleen op deze computer {place}" if chosen.host in HERE else f"via het netwerk {place}"
