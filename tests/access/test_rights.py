"""Who may do what: the table as a whole, written out again by hand, and what refusals say."""

import pytest

from scoring.access import RIGHTS, Person, Right, Role, local_person
from scoring.errors import AccessError

MAY = {
    # right: coach, trainer, auditor, agent, viewer, admin
    Right.SEE_CALLS: "ja ja ja nee nee ja",
    Right.SEE_OWN_CALLS: "nee nee nee ja nee nee",
    Right.JUDGE: "ja ja ja nee nee ja",
    Right.CORRECT: "ja ja ja nee nee ja",
    Right.REVIEW: "ja ja ja nee nee nee",
    Right.ANSWER_DISPUTES: "ja nee nee nee nee nee",
    Right.CALIBRATE: "ja ja ja nee nee nee",
    Right.COACH: "ja nee nee nee nee nee",
    Right.PRACTISE: "ja ja ja ja nee nee",
    Right.TRAIN: "ja ja nee nee nee nee",
    Right.SAMPLE: "ja ja ja nee nee ja",
    Right.EDIT_RUBRIC: "ja ja nee nee nee ja",
    Right.SEE_NAMES: "ja nee nee nee nee ja",
    Right.EXPORT: "ja ja ja nee nee ja",
    Right.DELETE: "nee nee nee nee nee ja",
    Right.SEE_TOTALS: "ja ja ja nee ja ja",
    Right.SEE_SETTINGS: "nee nee nee nee ja ja",
    Right.SEE_LOG: "nee nee nee nee ja ja",
}


def somebody(*roles: Role, agent: str | None = None) -> Person:
    return Person(id="x", name="Iemand", roles=roles, agent=agent)


@pytest.mark.parametrize("right", Right)
def test_the_table_is_as_agreed(right: Right):
    assert [somebody(role).may(right) for role in Role] == [word == "ja" for word in MAY[right].split()]


def test_every_role_stands_in_the_table_and_every_right_is_held_by_somebody():
    assert set(RIGHTS) == set(Role)
    assert frozenset().union(*RIGHTS.values()) == set(Right) == set(MAY)


def test_nobody_may_both_judge_and_delete_by_one_role():
    assert not [role for role in Role if {Right.REVIEW, Right.DELETE} <= RIGHTS[role]]


def test_two_roles_may_what_either_may_and_none_may_nothing():
    both = somebody(Role.AGENT, Role.VIEWER)
    assert both.rights == RIGHTS[Role.AGENT] | RIGHTS[Role.VIEWER]
    assert somebody().rights == frozenset()


def test_on_a_computer_without_login_one_person_may_everything():
    assert local_person().rights == set(Right)
    assert local_person("Noor").id == "Noor"
    assert local_person().id


def test_a_refusal_says_what_and_whom_to_ask():
    with pytest.raises(AccessError) as refused:
        somebody(Role.COACH).require(Right.DELETE)
    assert str(refused.value) == (
        "Dit hoort niet bij uw rol: een gesprek verwijderen. Vraag het iemand met de rol beheerder."
    )
    with pytest.raises(AccessError, match=r"met de rol coach, trainer of auditor\.$"):
        somebody(Role.AGENT).require(Right.REVIEW)
    somebody(Role.COACH).require(Right.REVIEW)


def test_an_agent_opens_own_calls_only():
    agent = somebody(Role.AGENT, agent="M-07")
    assert agent.may_open("M-07")
    assert not agent.may_open("M-08")
    assert not agent.may_open(None)
    assert not somebody(Role.AGENT).may_open(None)
    with pytest.raises(AccessError, match="niet zien, of het bestaat niet"):
        agent.require_open("M-08")


@pytest.mark.parametrize("role", [Role.COACH, Role.TRAINER, Role.AUDITOR, Role.ADMIN])
def test_who_works_on_calls_opens_all_of_them(role: Role):
    assert somebody(role).may_open("M-08")
    assert somebody(role).may_open(None)


def test_a_viewer_opens_none():
    assert not somebody(Role.VIEWER, agent="M-07").may_open("M-07")


def test_a_coach_does_nothing_to_an_own_call():
    coach = somebody(Role.COACH, Role.AGENT, agent="M-07")
    coach.require_on(Right.REVIEW, "M-08")
    for right in (Right.REVIEW, Right.CORRECT, Right.ANSWER_DISPUTES):
        with pytest.raises(AccessError, match="eigen gesprek"):
            coach.require_on(right, "M-07")
    with pytest.raises(AccessError, match="hoort niet bij uw rol"):
        coach.require_on(Right.DELETE, "M-08")
