"""What measures can give: no figure of any project ever stands outside the reach that rules use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lint.subjects import find_codes, find_problems, make_subject
from tests.scoring.builders import level, quick, rubric, scale, value
from tests.scoring.generator import make

from scalecheck.lint.reach import Reaches
from scalecheck.lint.rules.measures import MEASURES
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.assess import Options, assess

THREE = [{"id": n} for n in ("a1", "b1", "c1")]


def told(*measures, **parts):
    grid = rubric(criteria=parts.pop("criteria", THREE), measures=list(measures), **parts)
    return find_codes(MEASURES, make_subject(grid))


def titled(name, op, **more):
    return {"id": name, "title": "Mesure", "op": op, **more}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000_000))
def test_every_figure_stands_inside_the_reach_of_its_measure(seed):
    grid, fiche = make(seed).read()
    nodes = Nodes(grid)
    reaches = Reaches(nodes)
    found = assess(grid, fiche, Options(sensitivity=False))
    values = {key: node.value for key, node in found.nodes.items()}
    silent = {name for (name, _), end in values.items() if end.low is None}
    for (name, _), end in values.items():
        reach = reaches.of(name) if name in nodes.measures else None
        # An input that is not computed is read as open: its reach says nothing then.
        if reach is None or end.low is None or silent & _behind(nodes, name):
            continue
        assert reach.low <= end.low
        assert reach.high is None or end.high <= reach.high


def _behind(nodes, name):
    waiting, seen = [name], set()
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(nodes.parts_of(here))
    return seen - {name}


@pytest.mark.parametrize(
    ("op", "more", "ends"),
    [
        ("sum", {"of": ["a1", "b1", "c1"]}, (0, 15)),
        ("mean", {"of": ["a1", "b1", "c1"]}, (0, 5)),
        ("product", {"of": ["a1", "b1"]}, (0, 25)),
        ("difference", {"of": ["a1", "b1"]}, (-5, 5)),
        ("percent", {"of": ["a1", "b1"]}, (0, 1)),
        ("count", {"of": ["a1", "b1", "c1"], "at_least": 2}, (0, 3)),
        ("additive", {"items": {1: ["a1", "b1"], 2: ["c1"]}}, (0, 10)),
        ("min", {"of": ["a1", "b1"]}, (0, 5)),
    ],
)
def test_the_reach_of_a_measure_is_tight_where_every_answer_counts(op, more, ends):
    grid = rubric(criteria=THREE, measures=[titled("m", op, **more)])
    assert Reaches(Nodes(grid)).of("m") == ends
    if op != "difference":  # its ends are not those of all answers together
        given = [dict.fromkeys(("a1", "b1", "c1"), end) for end in (0, 5)]
        assert tuple(value(quick(grid, answers), "m") for answers in given) == ends


def test_a_sum_over_instances_has_no_limit():
    grid = rubric(
        criteria=THREE,
        groups=[{"id": "sites", "criteria": ["a1"]}],
        measures=[titled("m", "sum", of="a1")],
    )
    assert Reaches(Nodes(grid)).of("m") == (0, None)


def test_a_band_that_only_starts_at_the_highest_figure_is_reached():
    bands = [{"id": "bas"}, {"id": "haut", "from": 10}]
    total = titled("m", "sum", of=["a1", "b1"])
    assert told(total, titled("n", "bands", of="m", bands=bands)) == []
    bands[1] = {"id": "haut", "above": 10}
    assert "band-unreachable" in told(total, titled("n", "bands", of="m", bands=bands))


def test_a_first_band_under_the_lowest_figure_is_unreachable():
    bands = [{"id": "bas"}, {"id": "haut", "from": 0}]
    total = titled("m", "sum", of=["a1", "b1"])
    assert told(total, titled("n", "bands", of="m", bands=bands)) == [
        "band-unreachable",
        "constant-measure",
    ]


def test_bands_over_answers_that_may_be_left_out_are_not_blamed():
    loose = [{"id": "a1", "not_applicable": "allowed"}, {"id": "b1"}]
    plus = [scale(values=range(1, 6))]
    bands = [{"id": "bas"}, {"id": "haut", "from": 2}]
    measures = titled("m", "sum", of=["a1", "b1"]), titled("n", "bands", of="m", bands=bands)
    assert told(*measures, criteria=loose, scales=plus) == []
    assert "band-unreachable" in told(*measures, criteria=THREE, scales=plus)


def test_a_cap_that_a_level_makes_impossible_is_told_once():
    cap = titled("m", "cap", of="a1", at=2, unless={"n": 3})
    count = titled("n", "count", of=["b1", "c1"], at_least=1)
    assert told(count, cap) == ["cap-never-lifted"]


@pytest.mark.parametrize(
    "unless",
    [
        {"any_of": [{"n": 3}, {"b1": 5}]},
        {"at_least": 1, "of": {"n": 3, "b1": 1}},
        {"majority": {"threshold": "50%", "profile": {"n": 3, "b1": 1}}},
        {"answered": ["b1"]},
    ],
)
def test_a_cap_with_another_way_to_lift_it_is_no_fault(unless):
    cap = titled("m", "cap", of="a1", at=2, unless=unless)
    count = titled("n", "count", of=["b1", "c1"], at_least=1)
    assert "cap-never-lifted" not in told(count, cap)


def test_a_rule_that_asks_more_of_a_measure_than_it_can_give_is_told_where_it_asks():
    grid = rubric(
        criteria=[*THREE, {"id": "d1", "computed": {1: {"m": 2}, 2: {"m": 4}}}],
        measures=[titled("m", "count", of=["a1", "b1", "c1"], at_least=1)],
    )
    (found,) = find_problems(MEASURES, make_subject(grid))
    assert found.path == ("dimensions", 0, "criteria", 3, "computed", "2", "m")
    assert dict(found.facts) == {"measure": "m", "wanted": "4", "highest": "3"}


def test_a_minimum_or_a_ladder_may_read_a_criterion_twice():
    assert told(titled("m", "min", of=["d", "a1"])) == []
    items = {1: ["a1"], 2: ["a1", "b1"]}
    assert told(titled("m", "ladder", items=items)) == []
    assert told(titled("m", "additive", items=items)) == ["counted-twice"]


def test_a_dimension_read_again_and_again_is_told_once_for_each_time():
    assert told(titled("m", "sum", of=["d"] * 5)) == ["counted-twice"] * 4


def test_two_measures_that_differ_by_their_policy_are_no_twins():
    same = titled("m", "mean", of=["a1", "b1"]), titled("n", "mean", of=["a1", "b1"])
    assert told(*same) == ["twin-measures"]
    assert told(same[0], {**same[1], "unknown": "skip"}) == []


def test_a_measure_without_a_title_that_another_reads_is_never_shown_alone():
    first = {"id": "m", "op": "sum", "of": ["a1", "b1"]}
    assert told(first) == ["untitled-measure"]
    assert told(first, titled("n", "round", of="m")) == []


def test_the_headline_may_lack_a_title():
    items = {1: ["a1"], 2: ["b1"]}
    measure = {"id": "m", "op": "ladder", "items": items}
    parts = {"headline": "m", "levels": [{"value": 1}, {"value": 2}]}
    assert told(measure, **parts) == []


def test_means_of_scales_with_the_same_ends_are_fine_however_many_levels_they_have():
    scales = [scale("fine", range(5), [0, 1, 2, 3, 4]), scale("large", range(3), [0, 2, 4])]
    criteria = [{"id": "a1", "scale": "fine"}, {"id": "b1", "scale": "large"}]
    mean = titled("m", "mean", of=["a1", "b1"])
    assert told(mean, criteria=criteria, scales=scales) == []


def test_a_table_that_stops_early_is_fine_since_its_last_cell_holds_beyond():
    count = titled("m", "count", of=["a1", "b1", "c1"], at_least=1)
    assert told(count, titled("n", "lookup", of="m", table=[0, 1], scale="niveau-c")) == []


def test_a_level_of_a_gate_is_left_to_the_rules_about_levels():
    grid = rubric(
        criteria=THREE,
        measures=[titled("m", "count", of=["a1"], at_least=1)],
        levels=[level(1, {"m": 2})],
    )
    assert find_codes(MEASURES, make_subject(grid)) == []
