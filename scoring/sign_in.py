"""This module contains how a login of the organisation becomes a person with roles."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from scoring.access import Person, Role
from scoring.errors import AccessError
from scoring.roster import Roster
from scoring.settings import Settings

Claims = Mapping[str, object]
SKEW = timedelta(minutes=5)
"""So much may the clock of the login service run ahead of ours."""


def person_of(claims: Claims, settings: Settings, roster: Roster) -> Person:
    """Who logged in; AccessError, in Dutch, when the login says too little or gives no role."""
    account = _text(claims, settings.account_claim)
    if not account:
        raise AccessError(
            f"Uw aanmelding zegt niet wie u bent: ‘{settings.account_claim}’ ontbreekt. "
            "Vraag de beheerder om account_claim te controleren."
        )
    roles = _roles(claims, settings)
    if not roles:
        raise AccessError(
            "U bent aangemeld, maar u heeft nog geen rol in Klankbord. Vraag de beheerder om een rol."
        )
    agent = _text(claims, settings.agent_claim) if settings.agent_claim else roster.agent(account)
    return Person(id=account, name=_text(claims, "name") or account, roles=roles, agent=agent or None)


def fresh(claims: Claims, settings: Settings, now: datetime | None = None) -> bool:
    """Whether the login is not too old; a role that was taken away lasts no longer than this."""
    issued = claims.get("iat")
    if not isinstance(issued, int | float) or isinstance(issued, bool):
        return False
    age = (now or datetime.now(UTC)).timestamp() - issued
    return -SKEW.total_seconds() <= age <= 3600 * settings.login_hours


def is_local(host: str | None) -> bool:
    """Whether only this computer reaches a server that listens at this address (None: every address)."""
    try:
        return host is not None and (host == "localhost" or ip_address(host).is_loopback)
    except ValueError:
        return False


def problems(settings: Settings, host: str | None) -> list[str]:
    """What is wrong with who can get in: local mode in the network, team mode without roles."""
    if settings.mode == "local" and not is_local(host):
        return [
            f"Klankbord luistert op een adres in het netwerk (host = {host or 'alle adressen'}), maar vraagt "
            "niet wie er werkt. Zet host terug op 127.0.0.1, of zet mode op team: zie docs/instellingen.md."
        ]
    if settings.mode == "team" and not settings.claims:
        return [
            "Met mode = team moet onder [claims] staan welke groep welke rol krijgt: zie docs/instellingen.md."
        ]
    return []


def _roles(claims: Claims, settings: Settings) -> tuple[Role, ...]:
    value = _value(claims, settings.role_claim)
    given = value if isinstance(value, list | tuple) else [value]
    found = {settings.claims[name] for name in given if isinstance(name, str) and name in settings.claims}
    return tuple(role for role in Role if role in found)


def _text(claims: Claims, name: str) -> str:
    value = _value(claims, name)
    return value.strip() if isinstance(value, str) else ""


def _value(claims: Claims, name: str) -> object:
    """The claim with this name; ‘a.b’ is also b within a, unless a claim is called that."""
    if name in claims:
        return claims[name]
    value: object = claims
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
