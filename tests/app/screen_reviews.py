"""How a review of an invented call is made, and how the list of criteria is read from a screen."""

from screen_calls import component, keep
from streamlit.testing.v1 import AppTest

from app_pages import desk
from scoring.review.reviewing import agree, finish, give, open_review
from scoring.store import Given, Store

HUMAN = "bereikbaar.opneemtijd"
GREETED = "beleefd.begroeting"


def reviewed(store: Store, number: int, who: str = "Marit", **answers: str) -> str:
    """A call whose review is finished; answers by the criterion's own name."""
    call = keep(store, number, "Goedemorgen meneer, verder nog vragen?")
    settings = desk.settings()
    give(store, call.id, Given(criterion=HUMAN, answer="yes"), who, settings)
    for name, answer in answers.items():
        item = next(i for i in open_review(store, call.id, settings).items if i.criterion.endswith(name))
        give(
            store,
            call.id,
            Given(criterion=item.criterion, answer=answer, reason="Zo hoorde ik het."),
            who,
            settings,
        )
    for criterion in open_review(store, call.id, settings).missing:
        agree(store, call.id, criterion, who, settings)
    card = store.machine_scorecard(call.id)
    finish(store, call.id, who, desk.rubric_of(card), desk.norms(card.norms), settings)
    return call.id


def items(app: AppTest) -> dict[str, dict]:
    return {item["id"]: item for item in component(app, "klankbord_answer_list")["items"]}


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)
