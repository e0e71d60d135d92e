"""What a portfolio reads of an assessment."""

from pathlib import Path

import pytest

import scalecheck as sc
from scalecheck.model.portfolio import MilestoneKind
from scalecheck.portfolio.members import gather, member_of

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def members():
    grid = sc.load_rubric("rubrics/is-echelle.yaml")
    found = {}
    for name in ("cuisines-du-fjord", "hangar-des-forges", "navette-des-aines"):
        project = sc.load_project(EXAMPLES / name / "project.yaml")
        result = sc.assess(grid, project, vocabularies=sc.load_vocabularies())
        found[name] = result, member_of(result, f"{name}.yaml")
    return grid, found


def test_a_member_says_what_its_assessment_says(members):
    result, one = members[1]["cuisines-du-fjord"]
    assert one.level.official == result.headline.low
    assert one.level.stage == result.levels[result.headline.low].stage
    assert one.level.next == result.next_level
    assert set(one.blockers) == {gap.name for gap in result.gaps}
    assert one.figures["resultats"].low == result.nodes["resultats", ""].value.low
    assert sum(line.amount for line in one.funding) == 744_000
    assert [setting.roles for setting in one.settings] == [
        ("initiator",),
        ("trial",),
        ("integrator",),
    ]
    assert one.source == "cuisines-du-fjord.yaml"


def test_what_is_reached_planned_and_aimed_at_are_kept_apart(members):
    _, one = members[1]["cuisines-du-fjord"]
    kinds = [milestone.kind for milestone in one.milestones]
    assert kinds == sorted(kinds, key=list(MilestoneKind).index)
    assert set(kinds) == set(MilestoneKind)


def test_a_project_whose_track_ends_early_is_local(members):
    assert members[1]["hangar-des-forges"][1].local
    assert not members[1]["cuisines-du-fjord"][1].local


def test_a_decisive_unknown_is_kept(members):
    result, one = members[1]["navette-des-aines"]
    assert list(one.open.decisive) == [d.key for d in result.sensitivity.decisive]


def test_members_are_sorted_by_title_accents_folded_and_never_by_level(members):
    grid, found = members
    gathered = gather(grid, [one for _, one in found.values()])
    first = [one.title.fr.split(" ")[0] for one in gathered.members]
    assert first == ["La", "Le", "Les"]


def test_accents_do_not_move_a_title(members):
    grid, found = members
    _, one = found["hangar-des-forges"]
    titles = ["Zoé", "Écorce", "Eau", "écluse", "Dérive"]
    named = [one._replace(id=t, title=one.title.model_copy(update={"fr": t})) for t in titles]
    gathered = gather(grid, named)
    assert [m.title.fr for m in gathered.members] == ["Dérive", "Eau", "écluse", "Écorce", "Zoé"]


def test_what_is_lacked_is_under_the_rank_asked_and_only_where_both_are_known(members):
    result, one = members[1]["cuisines-du-fjord"]
    assert one.lacks
    asked = {gap.name: gap.wanted for gap in result.gaps if not gap.instance}
    for name, rank in one.lacks.items():
        assert asked[name] == rank > one.figures[name].low
    left = {gap.name for gap in result.gaps if not gap.instance} - set(one.lacks)
    assert all(name not in one.figures or asked[name] <= one.figures[name].low for name in left)
