"""This module contains the guess who is the employee: from a speaker's label, else from what is said."""

import math
import re
from collections.abc import Sequence

from scoring.call import ROLE_THRESHOLD, Roles, Speaker
from scoring.language import role_cues as cues

_NAMED = 5.0  # log odds of a label such as "Medewerker": strong, yet what is said can still cast doubt
_OPENS = 1.0  # 78 of 92 labelled calls open with the employee
_MOST = 5.0  # never surer than 0.993 from what is said alone
_LATE = 6  # turns after which a new voice is no longer one of the two who began
_SHRINK = 0.6  # cues of one call hang together, so their sum overstates
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|['’][^\W\d_]+")


def guess_roles(turns: Sequence[tuple[str, str]]) -> Roles:
    """Calling this tells for turns of (label, text) which label is employee, caller or other.

    Confidence 0–1: below ROLE_THRESHOLD a person has to confirm. An empty label is a voice of its own.
    """
    said = _by_label(turns)
    named = {label: role for label in said if (role := role_of_label(label)) is not None}
    voices = [label for label in said if named.get(label) != Speaker.OTHER]
    if len(voices) < 2:
        return _one_voice(said, named)
    if set(named.values()) >= {Speaker.AGENT, Speaker.CALLER}:
        return _from_names(said, named, _evidence(said, voices))
    guests = _guests([label for label, _ in turns], voices, named)
    hosts = [voice for voice in voices if voice not in guests]
    roles = _from_speech(said, named, hosts, _evidence(said, hosts))
    return _beside(roles, guests) if guests else roles


def role_of_label(label: str) -> Speaker | None:
    """The role that a label's own words name, None when they name none (such as a person's name)."""
    for word in re.findall(r"[^\W\d_]+", label.casefold()):
        if word in cues.OTHER_WORDS:
            return Speaker.OTHER
        if word in cues.AGENT_WORDS or word.endswith(cues.AGENT_ENDINGS):
            return Speaker.AGENT
        if word in cues.CALLER_WORDS:
            return Speaker.CALLER
    return None


def _by_label(turns: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for label, text in turns:
        said.setdefault(label, []).append(_plain(text))
    return said


def _guests(order: Sequence[str], voices: Sequence[str], named: dict[str, Speaker]) -> frozenset[str]:
    """The voices without a telling name that come in when two others have long been talking."""
    known = frozenset(voices)
    began = set([label for label in order if label in known][:_LATE])
    late = known - began - named.keys()
    return frozenset(late) if len(voices) - len(late) >= 2 else frozenset()


def _beside(roles: Roles, guests: frozenset[str]) -> Roles:
    """The roles with these voices as others: a colleague after a transfer, someone beside the caller."""
    one = "Een stem die later in het gesprek komt, telt als ander."
    more = "Stemmen die later in het gesprek komen, tellen als ander."
    reason = f"{roles.reason} {one if len(guests) == 1 else more}"
    return roles.model_copy(update={"confidence": min(roles.confidence, 0.9), "reason": reason})


def _plain(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.lower().replace('’', chr(39))))} "


def _evidence(said: dict[str, list[str]], voices: Sequence[str]) -> dict[str, float]:
    """Log odds that each voice is the employee, from its words and from who speaks first."""
    return {v: _spoken(said[v]) + (_OPENS if v == voices[0] else 0.0) for v in voices}


def _spoken(texts: Sequence[str]) -> float:
    opening = texts[: cues.OPENING_TURNS]
    total = sum(weight for weight, cue in cues.OPENING_CUES if any(cue.search(t) for t in opening))
    for weight, cue in cues.CUES:
        total += weight * min(2, sum(1 for text in texts if cue.search(text)))
    return total


def _sigmoid(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-log_odds)), 3)


def _one_voice(said: dict[str, list[str]], named: dict[str, Speaker]) -> Roles:
    labels = {label: named.get(label, Speaker.OTHER) for label in said}
    reason = "Er staat niet bij wie wat zegt." if set(said) <= {""} else "Er is maar één spreker aangegeven."
    return Roles(labels=labels, confidence=0.0, reason=reason)


def _from_names(said: dict[str, list[str]], named: dict[str, Speaker], evidence: dict[str, float]) -> Roles:
    """Both roles are named: trust the names, unless what is said points clearly the other way."""
    agents = [v for v in evidence if named.get(v) == Speaker.AGENT]
    callers = [v for v in evidence if named.get(v) == Speaker.CALLER]
    labels = {label: named.get(label, Speaker.OTHER) for label in said}
    doubt = _difference(evidence[agents[0]], evidence[callers[0]])
    confidence = _sigmoid(_NAMED + 1.6 * min(0.0, doubt))
    if confidence < ROLE_THRESHOLD:
        return Roles(
            labels=labels,
            confidence=confidence,
            reason="De namen van de sprekers passen niet bij wat zij zeggen.",
        )
    crowd = len(agents) > 1 or len(callers) > 1 or Speaker.OTHER in labels.values()
    reason = "De namen van de sprekers zeggen wie de medewerker is."
    return Roles(labels=labels, confidence=min(confidence, 0.9 if crowd else 1.0), reason=reason)


def _from_speech(
    said: dict[str, list[str]], named: dict[str, Speaker], voices: Sequence[str], evidence: dict[str, float]
) -> Roles:
    scores = {v: evidence[v] + _prior(v, named) for v in voices}
    agent = max(voices, key=lambda v: scores[v])
    caller = min((v for v in voices if v != agent), key=lambda v: scores[v])
    labels = dict.fromkeys(said, Speaker.OTHER) | {agent: Speaker.AGENT, caller: Speaker.CALLER}
    rivals = [v for v in voices if v not in (agent, caller)]
    log_odds = _difference(scores[agent], scores[caller])
    for rival in rivals:  # as sure as the gap to a third voice, and never sure when that one keeps talking
        log_odds = min(log_odds, _SHRINK * (scores[agent] - scores[rival]))
        log_odds = min(log_odds, 1.0) if len(said[rival]) > 1 else log_odds
    return Roles(labels=labels, confidence=_sigmoid(log_odds), reason=_reason(log_odds, rivals))


def _prior(label: str, named: dict[str, Speaker]) -> float:
    weight = {Speaker.AGENT: _NAMED, Speaker.CALLER: -_NAMED}.get(named.get(label, Speaker.OTHER), 0.0)
    return weight or cues.CONVENTION.get(label.strip().casefold(), 0.0)


def _difference(agent: float, caller: float) -> float:
    return max(-_MOST, min(_MOST, _SHRINK * (agent - caller)))


def _reason(log_odds: float, rivals: Sequence[str]) -> str:
    if _sigmoid(log_odds) >= ROLE_THRESHOLD:
        return "Geraden uit wat de sprekers zeggen en wie het gesprek opent."
    if rivals:
        return "Er zijn meer dan twee sprekers en het is niet duidelijk wie de medewerker is."
    return "Uit wat er wordt gezegd blijkt niet duidelijk wie de medewerker is."
