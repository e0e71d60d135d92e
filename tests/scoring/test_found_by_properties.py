"""What the properties found, each shrunk to its smallest case."""

from fractions import Fraction

import pytest
from tests.scoring.generator import read_project, read_rubric

from scalecheck.model.check_rubric import find_problems
from scalecheck.model.facts import Key
from scalecheck.model.proof import GapReason
from scalecheck.model.rubric import Rubric
from scalecheck.scoring.assess import assess

SCALE = {"id": "s", "levels": [{"value": v} for v in range(4)]}
DOWN = {"id": "risk", "direction": "down", "levels": [{"value": v} for v in range(3)]}
GROUP = {"id": "g", "of": "settings", "criteria": ["use"]}


def draft(**parts):
    """A rubric of three criteria, one of them asked of each setting."""
    criteria = [{"id": i, "title": "t", "scale": "s"} for i in ("a", "b", "use")]
    criteria.append({"id": "danger", "title": "t", "scale": "risk"})
    return {
        "format": "scalecheck/rubric@1",
        "id": "r",
        "version": "1",
        "languages": ["fr"],
        "title": "t",
        "licence": "CC0",
        "non_answers": {
            "unknown": parts.pop("unknown", "bounds"),
            "not_assessed": "bounds",
            "not_applicable": {"reason": "required", "min_applicable": 1},
            "empty_level": "blocks",
        },
        "scales": [parts.pop("scale", SCALE), DOWN],
        "groups": [GROUP],
        "dimensions": [{"id": "d", "title": "t", "criteria": criteria}],
        "headline": "ladder",
        "levels": [{"value": "1", "requires": parts.pop("requires", {"a": "1"})}],
        **parts,
    }


def run(rubric, answers, settings=(("x", 1), ("y", 1)), **more):
    """Assess answers; `settings` is None for no list."""
    project = {
        "format": "scalecheck/project@1",
        "id": "p",
        "title": "t",
        "assessments": [{"date": "2026-01-01", "kind": "self", "rubric": "r", "answers": answers}],
        **more,
    }
    if settings is not None:
        project["settings"] = [{"id": i, "count": n} for i, n in settings]
    return assess(read_rubric(rubric), read_project(project))


def value(result, name):
    found = result.nodes[name, ""].value
    return found.low, found.high


def codes(rubric):
    read = Rubric.model_validate(rubric, context={"language": "fr"})
    return [problem.code for problem in find_problems(read)]


def test_what_is_enough_of_a_group_names_its_instances():
    rule = {"in": "g", "at_least": 1, "meet": {"use": "1"}}
    result = run(draft(requires=rule), {"g": {"x": {"use": "1"}, "y": {"use": "2"}}})
    assert (result.levels[0].proof.enough, result.levels[0].proof.surplus) == (("x",), ("y",))


def test_what_is_enough_of_a_majority_counts_its_compulsory_ones_first():
    profile, weights = dict.fromkeys(("a", "b", "danger"), "1"), {"a": 3, "b": 2, "danger": 2}
    terms = {"profile": profile, "weights": weights, "must": ["danger"]}
    rule = {"majority": terms | {"threshold": Fraction(4, 7)}}
    result = run(draft(requires=rule), {"a": "1", "b": "1", "danger": "0"})
    assert result.levels[0].proof.enough == ("a", "danger")


def test_a_plain_requirement_read_for_instances_is_one_gap():
    rule = {"in": "g", "at_least": 1, "meet": {"a": "1"}}
    result = run(draft(requires=rule), {"a": "0"})
    assert [(gap.name, gap.instance) for gap in result.gaps] == [("a", "")]


@pytest.mark.parametrize(
    ("settings", "reason"), [(None, GapReason.NOT_ASSESSED), ((), GapReason.LOWER)]
)
def test_a_group_with_too_few_instances_is_a_gap(settings, reason):
    rule = {"in": "g", "at_least": 2, "meet": {"use": "1"}}
    gap = run(draft(requires=rule), {}, settings).gaps[0]
    assert (gap.name, gap.wanted, gap.reason) == ("g", 2, reason)


def test_a_look_up_without_a_scale_reads_a_risk_from_its_worst_to_its_best():
    look = {"id": "m", "op": "lookup", "of": ["danger"], "table": [9, 5, 1]}
    assert value(run(draft(measures=[look]), {"danger": "unknown"}), "m") == (1, 9)


def test_an_answer_that_can_move_both_ways_is_pivotal_both_ways():
    levels = [{"value": str(v), "requires": {"a": str(v)}} for v in (1, 2)]
    result = run(draft(levels=levels), {"a": "1"})
    assert [(p.rank, p.level) for p in result.sensitivity.pivots] == [(0, -1), (2, 1)]


def test_no_step_leads_to_a_level_that_nothing_applicable_is_left_in():
    levels = [{"value": "1", "requires": {"a": "1"}}, {"value": "2", "requires": {"b": "1"}}]
    rubric = draft(levels=levels)
    rubric["non_answers"]["not_applicable"]["min_applicable"] = Fraction(1, 9)
    rubric["dimensions"][0]["criteria"][1]["not_applicable"] = "allowed"
    result = run(rubric, {"a": "1", "b": {"not_applicable": "ailleurs"}})
    assert (result.headline.low, result.next_level) == (0, 1)
    assert result.next_steps[1:] == (None, None)


def test_a_project_with_plans_under_a_rubric_without_a_headline_is_assessed():
    rubric = draft(headline="none", levels=[])
    planned = [{"id": "fin", "answers": {"a": "2"}}]
    snapshot = {"date": "2026-01-01", "kind": "self", "rubric": "r", "answers": {}}
    result = run(rubric, {}, assessments=[snapshot | {"plans": planned}])
    assert result.plans[0].low is None


def test_an_answer_for_an_instance_that_nobody_listed_is_not_read():
    result = run(draft(), {"g": {"0": {"use": "3"}}}, settings=None)
    assert result.facts[Key("use", "?")].claimed is None


def test_a_blocked_answer_blocks_its_dimension():
    rubric = draft(unknown="block", groups=[])
    rubric["dimensions"][0]["criteria"] = rubric["dimensions"][0]["criteria"][:2]
    assert run(rubric, {"a": "1", "b": "unknown"}).nodes["d", ""].value.why == "blocked"


def test_a_ladder_over_an_empty_list_is_not_computed_for_want_of_instances():
    ladder = {"id": "m", "op": "ladder", "items": {"1": ["use"]}}
    assert run(draft(measures=[ladder]), {}, ()).nodes["m", ""].value.why == "no-instance"


def test_an_answer_that_counts_twice_in_a_product_is_squared():
    scale = {"id": "s", "levels": [{"value": 0, "score": -1}, {"value": 1, "score": 1}]}
    rubric = draft(scale=scale, measures=[{"id": "m", "op": "product", "of": ["use"]}])
    assert value(run(rubric, {}, (("x", 2),)), "m") == (1, 1)


@pytest.mark.parametrize("op", ["round", "bands"])
def test_an_operator_of_one_figure_reads_no_dimension_and_no_group(op):
    more = {"bands": [{"id": "low"}, {"id": "high", "from": 2}]} if op == "bands" else {}
    measure = {"id": "m", "op": op, **more}
    assert "wrong-number-of-inputs" in codes(draft(measures=[measure | {"of": ["d"]}]))
    assert "outside-group" in codes(draft(measures=[measure | {"of": ["use"]}]))


@pytest.mark.parametrize("text", ["1/0", "1.5/2", "²"])
def test_what_reads_as_no_number_is_refused_where_a_number_is_wanted(text):
    count = {"id": "m", "op": "count", "of": ["a"], "at_least": "1"}
    assert "not-number" in codes(draft(measures=[count], requires={"m": text}))
    table = {"id": "m", "op": "lookup", "of": ["danger"], "table": [text, "1", "1"]}
    assert "bad-cell" in codes(draft(measures=[table]))


def test_an_immense_exponent_is_the_name_of_no_level():
    assert read_rubric(draft()).scales[0].rank_of("1e999999999") is None
