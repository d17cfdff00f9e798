"""From what a login service says to a person with roles."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scoring.access import Role
from scoring.errors import AccessError, SettingsError
from scoring.roster import Roster
from scoring.settings import Settings, load_settings
from scoring.sign_in import fresh, is_local, person_of, problems

TEAM = Settings(mode="team", claims={"kb-coach": Role.COACH, "kb-mw": Role.AGENT, "kb-or": Role.VIEWER})
ROSTER = Roster(names={"M-07": "Sam"}, accounts={"sam@stad.example": "M-07"})
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def said(**more: object) -> dict[str, object]:
    return {"preferred_username": "Sam@stad.example", "name": "Sam de Wit", "roles": ["kb-mw"]} | more


def test_claims_become_a_person():
    person = person_of(said(roles=["iets", "kb-mw", "kb-coach"]), TEAM, ROSTER)
    assert person.id == "Sam@stad.example"
    assert person.name == "Sam de Wit"
    assert person.roles == (Role.COACH, Role.AGENT)
    assert person.agent == "M-07"


def test_one_role_may_come_as_text():
    assert person_of(said(roles="kb-or"), TEAM, ROSTER).roles == (Role.VIEWER,)


@pytest.mark.parametrize(
    "roles", [None, [], "", ["KB-COACH"], ["coach"], "kb-coach kb-or", {"kb-coach": 1}, 7, [["kb-coach"]]]
)
def test_what_is_not_a_known_role_gives_no_role(roles: object):
    with pytest.raises(AccessError, match="nog geen rol"):
        person_of(said(roles=roles), TEAM, ROSTER)


def test_no_account_no_person():
    for account in ("", "  ", None, 7, ["x"]):
        with pytest.raises(AccessError, match="preferred_username"):
            person_of(said(preferred_username=account), TEAM, ROSTER)


def test_roles_can_lie_deeper_and_a_name_with_dots_goes_first():
    deep = TEAM.model_copy(update={"role_claim": "realm_access.roles"})
    assert person_of(said(realm_access={"roles": ["kb-coach"]}), deep, ROSTER).roles == (Role.COACH,)
    flat = said(**{"realm_access.roles": ["kb-or"]}, realm_access={"roles": ["kb-coach"]})
    assert person_of(flat, deep, ROSTER).roles == (Role.VIEWER,)
    with pytest.raises(AccessError):
        person_of(said(realm_access="kb-coach"), deep, ROSTER)


def test_the_pseudonym_comes_from_the_claim_when_there_is_one():
    claimed = TEAM.model_copy(update={"agent_claim": "pseudoniem"})
    assert person_of(said(pseudoniem="M-09"), claimed, ROSTER).agent == "M-09"
    assert person_of(said(), claimed, ROSTER).agent is None, "the list must not fill in for the login service"
    assert person_of(said(preferred_username="onbekend"), TEAM, ROSTER).agent is None


@pytest.mark.parametrize(
    ("issued", "good"),
    [
        (NOW - timedelta(hours=9.9), True),
        (NOW - timedelta(hours=10.1), False),
        (NOW + timedelta(minutes=2), True),
        (NOW + timedelta(hours=1), False),
    ],
)
def test_a_login_lasts_ten_hours(issued: datetime, good: bool):
    assert fresh({"iat": int(issued.timestamp())}, TEAM, NOW) is good


@pytest.mark.parametrize("issued", [None, "1700000000", True])
def test_a_login_without_a_time_is_too_old(issued: object):
    assert not fresh({"iat": issued}, TEAM, NOW)


def test_local_mode_stays_on_this_computer():
    local = Settings()
    assert problems(local, "127.0.0.1") == problems(local, "localhost") == problems(local, "::1") == []
    for host in ("0.0.0.0", "192.168.1.4", "klankbord.stad.example", None, ""):
        (line,) = problems(local, host)
        assert "127.0.0.1" in line
        assert "team" in line
        assert not is_local(host)
    assert problems(TEAM, "0.0.0.0") == []
    assert "[claims]" in problems(Settings(mode="team"), "127.0.0.1")[0]


def test_settings_read_the_roles(tmp_path: Path):
    (tmp_path / "klankbord.toml").write_text('mode = "team"\n[claims]\n"KB Coaches" = "coach"\n', "utf-8")
    settings = load_settings(tmp_path, {})
    assert settings.claims == {"KB Coaches": Role.COACH}
    assert settings.names_file == tmp_path / "namen.csv"
    (tmp_path / "klankbord.toml").write_text('[claims]\nx = "baas"\n', "utf-8")
    with pytest.raises(SettingsError, match=r"claims\.x"):
        load_settings(tmp_path, {})
