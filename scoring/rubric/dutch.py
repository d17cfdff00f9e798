"""This module contains the Dutch wording of mistakes in rubric files."""

from pydantic_core import ErrorDetails

_WORDING = {
    "extra_forbidden": "dit veld bestaat niet",
    "float_parsing": "hier hoort een getal",
    "float_type": "hier hoort een getal",
    "int_parsing": "hier hoort een heel getal",
    "string_type": "hier hoort tekst",
    "bool_parsing": "hier hoort true of false",
    "tuple_type": "hier hoort een lijst",
    "dict_type": "hier horen velden met een naam",
    "greater_than": "dit getal is te klein",
    "greater_than_equal": "dit getal is te klein",
    "less_than_equal": "dit getal is te groot",
    "too_short": "deze lijst is leeg",
    "union_tag_invalid": "deze soort bestaat niet",
    "union_tag_not_found": "de soort (kind) ontbreekt of is onbekend",
    "literal_error": "deze waarde kan niet",
    "enum": "deze waarde kan niet",
    "string_pattern_mismatch": "deze tekst heeft niet de goede vorm",
}


def explain(error: ErrorDetails) -> str:
    """What is wrong, in Dutch, for a rubric author."""
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    if error["type"] == "missing":
        return f"{error['loc'][-1]}: dit veld ontbreekt"
    text = _WORDING.get(error["type"], "deze waarde kan niet")
    expected = error.get("ctx", {}).get("expected") or error.get("ctx", {}).get("expected_tags")
    return f"{text}; kies uit {expected}" if expected else text
