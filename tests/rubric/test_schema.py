import json

import pytest

from scoring.rubric import json_schema, norms_schema
from scoring.settings import ROOT

FILE = ROOT / "rubrics" / "schema.json"


def test_the_committed_schema_is_the_generated_one():
    if not FILE.exists():
        pytest.fail("rubrics/schema.json is missing: write scoring.rubric.json_schema() to it")
    assert json.loads(FILE.read_text(encoding="utf-8")) == json.loads(json.dumps(json_schema()))


def test_the_committed_schema_of_norm_profiles_is_the_generated_one():
    committed = json.loads((ROOT / "rubrics" / "normen" / "schema.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(norms_schema()))
    assert "recognition" in committed["properties"]


def test_the_schema_knows_every_kind_and_hides_what_loading_fills_in():
    schema = json_schema()
    assert "hash" not in schema["properties"]
    kinds = {
        d["properties"]["kind"]["const"]
        for d in schema["$defs"].values()
        if "kind" in d.get("properties", {})
    }
    assert {"phrase", "callback", "episode", "intent", "phone"} <= kinds
