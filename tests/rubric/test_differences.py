"""How a change of a rubric reads: what changed, and whether scores stay comparable."""

import pytest

from scoring.rubric.comparing import differences


def rubric(**fields: object) -> dict[str, object]:
    criterion = {"id": "beleefd.groet", "question": "Groet?", "yes": "groet", "reasons": {"yes": "Ja."}}
    return {"criteria": [criterion | fields]}


@pytest.mark.parametrize(
    ("fields", "what", "small"),
    [
        ({"yes": "dag"}, "wanneer het ja is: groet → dag", False),
        ({"reasons": {"yes": "Jazeker."}}, "uitleg bij ja: ‘Ja.’ → ‘Jazeker.’", True),
        (
            {"because": [{"answer": "na", "when": "mooi", "reason": "Te mooi."}]},
            "precieze uitleg toegevoegd: n.v.t.: ‘Te mooi.’",
            True,
        ),
        (
            {"parts": [{"when": "groet", "found": "een groet"}]},
            "onderdeel in de uitleg toegevoegd: ‘een groet’",
            True,
        ),
    ],
)
def test_what_changed_is_told_in_words(fields, what, small):
    found = differences(rubric(), rubric(**fields))
    assert [(one.what, one.small) for one in found] == [(what, small)]
