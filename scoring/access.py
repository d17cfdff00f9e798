"""This module contains who may do what: roles, rights, and the one table between them."""

from enum import StrEnum

from scoring.errors import AccessError
from scoring.record import Record


class Right(StrEnum):
    """This represents something that a person may do, in the words of screens."""

    SEE_CALLS = "gesprekken van anderen zien"
    SEE_OWN_CALLS = "uw eigen gesprekken zien"
    JUDGE = "gesprekken laten beoordelen"
    CORRECT = "een gesprek aanpassen"
    REVIEW = "een gesprek nakijken"
    ANSWER_DISPUTES = "een bezwaar beantwoorden"
    CALIBRATE = "meedoen aan een kalibratie"
    COACH = "medewerkers coachen"
    PRACTISE = "oefenen met gesprekken"
    TRAIN = "oefensets maken"
    SAMPLE = "een steekproef trekken"
    EDIT_RUBRIC = "de rubriek aanpassen"
    SEE_NAMES = "de namen van medewerkers zien"
    EXPORT = "gesprekken exporteren"
    DELETE = "een gesprek verwijderen"
    SEE_TOTALS = "de totalen zien"
    SEE_SETTINGS = "de instellingen zien"
    SEE_LOG = "het logboek zien"


class Role(StrEnum):
    """This represents what a person is to Klankbord, in the words of screens and settings."""

    COACH = "coach"
    TRAINER = "trainer"
    AUDITOR = "auditor"
    AGENT = "medewerker"
    VIEWER = "toezicht"
    ADMIN = "beheerder"


_WORK_ON_CALLS = frozenset(
    {
        *(Right.SEE_CALLS, Right.JUDGE, Right.CORRECT, Right.REVIEW, Right.CALIBRATE, Right.SAMPLE),
        *(Right.EXPORT, Right.SEE_TOTALS, Right.PRACTISE),
    }
)
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.COACH: _WORK_ON_CALLS
    | {Right.ANSWER_DISPUTES, Right.SEE_NAMES, Right.COACH, Right.TRAIN, Right.EDIT_RUBRIC},
    Role.TRAINER: _WORK_ON_CALLS | {Right.EDIT_RUBRIC, Right.TRAIN},
    Role.AUDITOR: _WORK_ON_CALLS,
    Role.AGENT: frozenset({Right.SEE_OWN_CALLS, Right.PRACTISE}),
    Role.VIEWER: frozenset({Right.SEE_TOTALS, Right.SEE_SETTINGS, Right.SEE_LOG}),
    # Deleting takes reviews and disputes with it, so whoever judges does not delete, and the other way round.
    Role.ADMIN: frozenset(
        {
            *(Right.SEE_CALLS, Right.JUDGE, Right.CORRECT, Right.SAMPLE, Right.EDIT_RUBRIC),
            *(Right.SEE_NAMES, Right.EXPORT, Right.DELETE),
            *(Right.SEE_TOTALS, Right.SEE_SETTINGS, Right.SEE_LOG),
        }
    ),
}
"""What each role may do; a person with several roles may do what any of them may."""


class Person(Record):
    """This represents who works with Klankbord; `agent` is the pseudonym of the person's own calls."""

    id: str
    name: str
    roles: tuple[Role, ...] = ()
    agent: str | None = None

    @property
    def rights(self) -> frozenset[Right]:
        """All that the roles of this person allow."""
        return frozenset().union(*(RIGHTS[role] for role in self.roles))

    def may(self, right: Right) -> bool:
        """Whether this person may do this."""
        return right in self.rights

    def require(self, right: Right) -> None:
        """Calling this raises AccessError, in Dutch, unless the person may do this."""
        if not self.may(right):
            raise AccessError(f"Dit hoort niet bij uw rol: {right.value}. {whom_to_ask(right)}")

    def owns(self, agent: str | None) -> bool:
        """Whether a call of this agent (a pseudonym; None when it is unknown) is a call of this person."""
        return agent is not None and agent == self.agent

    def may_open(self, agent: str | None) -> bool:
        """Whether this person may see a call of this agent."""
        return self.may(Right.SEE_CALLS) or (self.owns(agent) and self.may(Right.SEE_OWN_CALLS))

    def require_open(self, agent: str | None) -> None:
        """Calling this raises AccessError unless the person may see a call of this agent."""
        if not self.may_open(agent):
            raise AccessError(
                "U mag dit gesprek niet zien, of het bestaat niet. Klopt dat niet? Vraag het uw coach."
            )

    def require_on(self, right: Right, agent: str | None) -> None:
        """Calling this raises AccessError unless the person may do this to a call of this agent: not one's own."""
        self.require_open(agent)
        self.require(right)
        if self.owns(agent):
            raise AccessError("Dit is uw eigen gesprek. Vraag een ander om dit te doen.")


def local_person(name: str = "") -> Person:
    """The one person of a computer without login: may do everything."""
    return Person(id=name or LOCAL, name=name, roles=tuple(Role))


LOCAL = "deze computer"
"""Who did something on a computer without login, as long as nobody typed a name."""


def whom_to_ask(right: Right) -> str:
    """Who has this right, as advice."""
    *most, last = [role.value for role in Role if right in RIGHTS[role]]
    holders = f"{', '.join(most)} of {last}" if most else last
    return f"Vraag het iemand met de rol {holders}."
