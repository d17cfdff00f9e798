"""What a person settled about a call stays when the same file comes in again."""

from scoring.pipeline import keep, score_call
from scoring.rubric import load_norms, load_rubric
from scoring.settings import ROOT, Settings
from scoring.store import open_store

CALL = ROOT / "scoring" / "demo" / "demo-2-paspoort-spoed.json"


def test_swapped_roles_are_followed_when_the_file_comes_in_again(tmp_path):
    settings = Settings(data_folder=tmp_path)
    rubric = load_rubric(ROOT / "rubrics" / "vijf_b.yaml")
    norms = load_norms("1stroom", ROOT / "rubrics" / "normen")
    scored = score_call(CALL, rubric, norms, settings)
    with open_store(settings) as store:
        first = keep(store, scored, rubric, norms)
        store.confirm_roles(scored.call.id, swapped=True)
        again = keep(store, scored, rubric, norms)
        assert again.contract()["criteria"] != first.contract()["criteria"]
        assert store.scorecard(scored.call.id).contract() == again.contract()
        keep(store, scored, rubric, norms)
        assert len(store.scorecards(scored.call.id)) == 2
