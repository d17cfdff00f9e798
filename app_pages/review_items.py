"""This module contains a call under review as the list shows it: the tool's answer, what people said, and when."""

from collections.abc import Sequence

from app_pages import answer_list, answers, desk, dutch, quotes
from app_pages.conversation import moment
from scoring.call import Transcript
from scoring.review.call_review import CallReview, Item, same_person
from scoring.rubric import Rubric
from scoring.scorecard import Answer, CriterionResult, Evidence
from scoring.store import ESCALATION, HIGH_ESCALATION, Review, ReviewState


def items(review: CallReview, rubric: Rubric, transcript: Transcript) -> list[dict[str, object]]:
    """Every criterion in the order of the rubric; escalation first when it is high, else last."""
    titles = {d.id: d.title for d in rubric.dimensions}
    known = {c.id: c for c in rubric.criteria}
    found = []
    for one in review.items:
        criterion = known.get(one.criterion)
        found.append(
            answer_list.item(
                one.criterion,
                titles.get(one.criterion.partition(".")[0], ""),
                criterion.question if criterion else dutch.label(one.criterion),
                guidance=list(criterion.guidance) if criterion else [],
                machine=_machine(one.machine, transcript),
                agree=one.machine.answer.value
                if one.machine.answer not in (Answer.HUMAN, Answer.FAILED)
                else None,
                required=one.required,
                **_said(one.said, _settled(one, review), transcript),
            )
        )
    level = _escalation(review, rubric, transcript)
    return [level, *found] if review.machine.escalation.level >= HIGH_ESCALATION else [*found, level]


def _settled(one: Item, review: CallReview) -> str | None:
    """What counts where nobody answered in so many words, once people finished."""
    return (
        one.final.answer.value if one.final and review.state is ReviewState.FINAL and not one.said else None
    )


def _machine(result: CriterionResult, transcript: Transcript) -> dict[str, object]:
    look = answers.LOOKS[result.answer]
    return {
        "look": {"word": look.word, "icon": look.icon, "css": look.css},
        "sure": answers.certainty(result),
        "reason": quotes.in_reason(result.reason, result.evidence, transcript),
        "quotes": [_quote(e, shown, transcript) for _, e, shown in quotes.apart(result.evidence, transcript)],
    }


def _quote(evidence: Evidence, shown: str, transcript: Transcript) -> dict[str, object]:
    at = moment(transcript.turns[evidence.turn], evidence)
    clock = "" if at is None else dutch.clock(at)
    return {"text": shown, "turn": evidence.turn, "at": at, "clock": clock}


def _escalation(review: CallReview, rubric: Rubric, transcript: Transcript) -> dict[str, object]:
    level = review.machine.escalation
    title = next((known.title for known in rubric.escalation if known.level == level.level), "")
    serious = level.level >= HIGH_ESCALATION
    machine = {
        "look": {
            "word": f"niveau {level.level}",
            "icon": "⚠" if serious else "·",
            "css": "nee" if serious else "stil",
        },
        "sure": "",
        "reason": f"{title[:1].upper()}{title[1:]}." if title else "Geen boosheid of dreiging gehoord.",
        "quotes": [_quote(e, quotes.readable(e, transcript), transcript) for e in level.evidence[:4]],
    }
    guidance = ["0 rustig · " + " · ".join(f"{known.level} {known.title}" for known in rubric.escalation)]
    return answer_list.item(
        ESCALATION,
        "Escalatie",
        "Hoe ver ging de emotie of agressie van de beller?",
        scale="levels",
        machine=machine,
        agree=str(level.level),
        guidance=guidance,
        **_said(review.escalation, None, transcript),
    )


def _said(said: Sequence[Review], settled: str | None, transcript: Transcript) -> dict[str, object]:
    now = said[-1] if said else None
    fields: dict[str, object] = {}
    if now:
        fields = {
            "reason": now.reason,
            "note": now.note,
            "quote": now.evidence[0].quote if now.evidence else "",
            "tip": now.tip.text if now.tip else "",
            "tip_turn": now.tip.turn if now.tip else 0,
            "tip_seconds": now.tip.seconds if now.tip else None,
            "rule_wrong": now.rule_wrong,
            "cause": now.cause.value if now.cause else "",
        }
    return {
        "answer": now.answer if now else settled,
        "mine": now is not None and same_person(now.reviewer, desk.person().name),
        "fields": fields,
        "history": [line(one, transcript) for one in said],
    }


def line(said: Review, transcript: Transcript) -> str:
    """Who said what when, and why, on one line."""
    word = (
        f"niveau {said.answer}" if said.criterion == ESCALATION else answers.LOOKS[Answer(said.answer)].word
    )
    parts = [f"{said.reviewer}, {dutch.short_moment(said.reviewed_at)}: {word}"]
    parts += [text for text in (said.reason, said.note if said.note != said.reason else "") if text]
    parts += [f"‘{quote.quote}’" for quote in said.evidence]
    if said.tip:
        start = said.tip.seconds if said.tip.seconds is not None else transcript.turns[said.tip.turn].start
        parts.append(f"Tip{'' if start is None else f' bij {dutch.clock(start)}'}: {said.tip.text}")
    if said.cause:
        parts.append(f"Buiten de medewerker: {said.cause.value}")
    if said.rule_wrong:
        parts.append("Regel fout gemeld")
    return ". ".join(part.rstrip(".") for part in parts) + "."
