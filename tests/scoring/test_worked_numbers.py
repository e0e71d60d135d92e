"""The worked numbers of methods.md, sections 1, 2 and 7.4, as the engine gives them: exact."""

from fractions import Fraction
from itertools import combinations, product
from math import prod

import pytest
from tests.scoring.builders import (
    criteria,
    gaps,
    interval,
    level,
    named_scale,
    official,
    proof,
    quick,
    record,
    result,
    rubric,
    scale,
    steps,
    truth,
    value,
)

F = Fraction


def measure(op, of, **more):
    return {"id": f"par-{op}", "op": op, "of": of, **more}


def only(*measures, names="a b c", scales=None):
    return rubric(criteria=names, measures=list(measures), scales=scales or [scale()])


# 1.1 AVG-1 ----------------------------------------------------------------------------------------

STRAIGHT, RELABELLED = range(1, 6), ("1", "3", "3.5", "4", "5")


def averages(scores):
    ops = [measure("mean", "d"), measure("median", "d"), measure("min", "d")]
    grid = only(*ops, scales=[scale(values=range(1, 6), scores=scores)])
    return quick(grid, (1, 1, 5)), quick(grid, (2, 2, 2))


def test_section_1_1_avg_1_the_mean_ranks_a_above_b_when_steps_are_equal():
    a, b = averages(STRAIGHT)
    assert (value(a, "par-mean"), value(b, "par-mean")) == (F(7, 3), 2)


def test_section_1_1_avg_1_the_mean_ranks_b_above_a_once_levels_are_relabelled():
    a, b = averages(RELABELLED)
    assert (value(a, "par-mean"), value(b, "par-mean")) == (F(7, 3), 3)


@pytest.mark.parametrize("scores", [STRAIGHT, RELABELLED])
@pytest.mark.parametrize("op", ["median", "min"])
def test_section_1_1_avg_1_median_and_minimum_keep_their_order_under_both_labellings(scores, op):
    a, b = averages(scores)
    assert (value(a, f"par-{op}"), value(b, f"par-{op}")) == (0, 1)  # ranks from 0: levels 1 and 2


# 1.2 AGG-1 ----------------------------------------------------------------------------------------

AGG_NAMES = "besoins preuve modele adopteur equipe env"
AGG_LEVELS = (5, 4, 4, 2, 4, 3)
AGG_WEIGHTS = (1, 3, 2, 2, 1, 1)


def agg_rubric(rule, **more):
    members = criteria(AGG_NAMES, AGG_WEIGHTS)
    levels = [level(k, rule(dict.fromkeys(AGG_NAMES.split(), k))) for k in range(1, 6)]
    return rubric(criteria=members, levels=levels, **more)


def agg_majority(threshold):
    return agg_rubric(lambda profile: {"majority": {"threshold": threshold, "profile": profile}})


@pytest.mark.parametrize(
    ("op", "expected"),
    [
        ("min", 2),
        ("max", 5),
        ("median", 4),
        ("mean", F(11, 3)),
        ("weighted-mean", F(18, 5)),
    ],
)
def test_section_1_2_agg_1_each_measure_gives_its_row(op, expected):
    grid = rubric(criteria=criteria(AGG_NAMES, AGG_WEIGHTS), measures=[measure(op, "d")])
    assert value(quick(grid, AGG_LEVELS), f"par-{op}") == expected


@pytest.mark.parametrize("op", ["mean", "weighted-mean"])
def test_section_1_2_agg_1_means_are_of_index_form(op):
    grid = rubric(criteria=criteria(AGG_NAMES, AGG_WEIGHTS), measures=[measure(op, "d")])
    assert quick(grid, AGG_LEVELS).nodes[f"par-{op}", ""].form == "index"


def test_section_1_2_agg_1_the_gate_gives_2():
    assert official(quick(agg_rubric(lambda profile: profile), AGG_LEVELS)) == "2"


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        ("1", "2"),
        ("0.9", "2"),
        ("0.8", "3"),
        ("0.7", "4"),
        ("0.6", "4"),
        ("0.5", "4"),
        ("0.3", "4"),
        ("0.1", "5"),
    ],
)
def test_section_1_2_agg_1_the_majority_gives_its_row_at_each_threshold(threshold, expected):
    assert official(quick(agg_majority(threshold), AGG_LEVELS)) == expected


@pytest.mark.parametrize(("at", "expected"), [(5, 1), (4, 7), (3, 8), (2, 10), (1, 10)])
def test_section_1_2_agg_1_the_proof_gives_the_cumulated_weight_at_each_level(at, expected):
    found = proof(quick(agg_majority("0.8"), AGG_LEVELS), at)
    assert (found.got_low, found.total, found.asked) == (expected, 10, 8)


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "5"), (2, "4"), (3, "4"), (4, "4"), (5, "3"), (6, "2")]
)
def test_section_1_2_agg_1_at_least_k_of_n_is_the_kth_order_statistic(count, expected):
    grid = agg_rubric(lambda profile: {"at_least": count, "of": profile})
    assert official(quick(grid, AGG_LEVELS)) == expected


@pytest.mark.parametrize(("share", "expected"), [("50%", "4"), ("60%", "4"), ("80%", "3")])
def test_section_1_2_agg_1_a_share_counts_as_the_count_rounded_up(share, expected):
    grid = agg_rubric(lambda profile: {"at_least": share, "of": profile})
    assert official(quick(grid, AGG_LEVELS)) == expected


# 1.3 Monotone rules -------------------------------------------------------------------------------


def test_section_1_3_the_prefix_rule_stops_at_the_first_gate_not_passed():
    grid = rubric(
        criteria="a b", levels=[level(1, {"a": 1}), level(2, {"a": 3}), level(3, {"b": 2})]
    )
    assert official(result(grid, (2, 5))) == "1"


def test_section_1_3_gates_passed_beyond_the_prefix_are_printed_with_the_missing_ones():
    grid = rubric(
        criteria="a b", levels=[level(1, {"a": 1}), level(2, {"a": 3}), level(3, {"b": 2})]
    )
    assert result(grid, (2, 5)).out_of_order == ((2, (1,)),)


def test_section_1_3_the_minimal_path_set_of_a_passed_gate_leaves_the_surplus_out():
    found = proof(result(agg_majority("0.7"), AGG_LEVELS), 3)
    assert (set(found.enough), set(found.surplus)) == (
        {"preuve", "modele", "besoins", "equipe"},
        {"env"},
    )


# 1.4 MR-Sort --------------------------------------------------------------------------------------

MRS_NAMES = "impact preuve modele milieux equipe env"
MRS_WEIGHTS = (25, 25, 15, 15, 10, 10)
MRS_EFFORTS = (4, 6, 3, 5, 2, 2)
MRS_PROFILES = {
    2: (2, 2, 2, 2, 2, 2),
    3: (3, 3, 3, 3, 3, 2),
    4: (4, 4, 4, 4, 3, 3),
    5: (5, 5, 5, 5, 4, 4),
}
MRS_VETOES = {3: {"preuve": 2}, 4: {"preuve": 3, "milieux": 2}, 5: {"preuve": 4, "env": 3}}
P1, P2, P3, P4 = (4, 4, 4, 3, 4, 3), (5, 2, 5, 5, 5, 5), (3, 3, 2, 2, 3, 3), (1, 5, 5, 5, 5, 5)


def majority(names, profile, threshold, **more):
    return {
        "majority": {
            "threshold": threshold,
            "profile": dict(zip(names.split(), profile, strict=True)),
            **more,
        }
    }


def mrs_1(vetoes=MRS_VETOES, threshold="0.7", weights=MRS_WEIGHTS):
    levels = [
        level(k, majority(MRS_NAMES, profile, threshold, veto=vetoes.get(k, {})))
        for k, profile in MRS_PROFILES.items()
    ]
    return rubric(criteria=criteria(MRS_NAMES, weights, MRS_EFFORTS), levels=levels)


@pytest.mark.parametrize(("levels", "expected"), [(P1, "4"), (P2, "3"), (P3, "3"), (P4, "5")])
def test_section_1_4_mrs_1_each_project_is_sorted_to_its_stage(levels, expected):
    assert official(result(mrs_1(), levels)) == expected


def test_section_1_4_mrs_1_project_2_would_be_at_stage_5_without_vetoes():
    assert official(result(mrs_1(vetoes={}), P2)) == "5"


@pytest.mark.parametrize(
    ("levels", "coalitions"),
    [
        (P1, {2: 100, 3: 100, 4: 85, 5: 10}),
        (P2, {2: 100, 3: 75, 4: 75}),
        (P3, {3: 70}),
    ],
)
def test_section_1_4_mrs_1_the_proof_gives_the_weight_of_each_coalition(levels, coalitions):
    found = result(mrs_1(), levels)
    assert {k: proof(found, k).got_low for k in coalitions} == coalitions


def test_section_1_4_mrs_1_project_1_has_minimum_3_and_weighted_mean_3_75():
    ops = [measure("min", "d"), measure("weighted-mean", "d")]
    grid = rubric(criteria=criteria(MRS_NAMES, MRS_WEIGHTS), measures=ops)
    found = quick(grid, P1)
    assert (value(found, "par-min"), value(found, "par-weighted-mean")) == (3, F(15, 4))


def test_section_1_4_mrs_1_equality_with_the_threshold_counts():
    found = proof(result(mrs_1(), P3), 3)
    assert found.got_low == found.asked == 70


def test_section_1_4_mrs_1_the_refusal_of_project_2_names_the_veto_and_a_sufficient_coalition():
    found = proof(result(mrs_1(), P2), 4)
    unmet = {(p.name, p.wanted) for p in found.parts if p.role == "veto" and p.truth == "unmet"}
    assert (found.truth, unmet, found.got_low) == ("unmet", {("preuve", "3")}, 75)


def test_section_1_4_mrs_1_the_only_gap_that_project_2_must_close_is_preuve_at_3():
    forced = [g for g in result(mrs_1(), P2).gaps if not g.alternative]
    assert [(g.name, g.wanted) for g in forced] == [("preuve", 3)]


def test_section_1_4_mrs_1_a_criterion_without_must_or_veto_may_sit_at_the_bottom_of_the_top():
    assert official(result(mrs_1(), (0, 5, 5, 5, 5, 5))) == "5"


def test_section_1_4_a_compulsory_criterion_blocks_what_the_weights_would_pass():
    rule = majority(MRS_NAMES, MRS_PROFILES[5], "0.7", must=["impact"])
    grid = rubric(criteria=criteria(MRS_NAMES, MRS_WEIGHTS), levels=[level(5, rule)])
    assert official(result(grid, P4)) == "none"


@pytest.mark.parametrize(("preuve", "expected"), [(2, "unmet"), (3, "met")])
def test_section_1_4_a_veto_is_strict_so_its_own_level_passes(preuve, expected):
    levels = (5, preuve, 5, 5, 5, 5)
    assert truth(result(mrs_1(), levels), 4) == expected


@pytest.mark.parametrize(("modele", "expected"), [(3, 85), (4, 100)])
def test_section_1_4_a_profile_is_inclusive_so_its_own_level_supports(modele, expected):
    assert proof(result(mrs_1(), (4, 4, modele, 4, 4, 4)), 4).got_low == expected


def test_section_1_4_a_veto_on_a_low_stage_blocks_every_stage_above():
    vetoes = {2: {"preuve": 1}}
    assert official(result(mrs_1(vetoes), (5, 0, 5, 5, 5, 5))) == "none"


def test_section_1_4_float_trap_0_7_plus_0_1_reaches_0_8():
    names = "a b c"
    rule = majority(names, (1, 1, 1), "0.8")
    grid = rubric(criteria=criteria(names, ("0.7", "0.1", "0.2")), levels=[level(1, rule)])
    found = result(grid, (1, 1, 0))
    assert (official(found), proof(found, 1).got_low) == ("1", F(4, 5))


def test_section_1_4_float_trap_weights_written_in_the_rule_are_exact_too():
    rule = majority("a b c", (1, 1, 1), "80%", weights={"a": "0.7", "b": "0.1", "c": "0.2"})
    grid = rubric(criteria="a b c", levels=[level(1, rule)])
    assert official(result(grid, (1, 1, 0))) == "1"


def test_section_1_4_a_threshold_of_1_equals_the_gate_on_every_profile():
    whole = mrs_1(vetoes={}, threshold="100%")
    gate = rubric(
        criteria=MRS_NAMES,
        levels=[
            level(k, dict(zip(MRS_NAMES.split(), p, strict=True))) for k, p in MRS_PROFILES.items()
        ],
    )
    for levels in (P1, P2, P3, P4, (5,) * 6, (2,) * 6):
        assert official(quick(whole, levels)) == official(quick(gate, levels))


def test_section_1_4_scaling_every_weight_changes_nothing():
    scaled = mrs_1(weights=[f"{w}/300" for w in MRS_WEIGHTS])
    assert [official(quick(scaled, p)) for p in (P1, P2, P3, P4)] == ["4", "3", "3", "5"]


def test_section_1_4_half_with_a_tie_gives_the_upper_weighted_median():
    levels = [level(k, majority("a b", (k, k), "1/2")) for k in range(1, 6)]
    assert official(result(rubric(criteria="a b", levels=levels), (2, 4))) == "4"


# Coalitions of 1.4: which sets of criteria suffice, seen through the engine itself.

COALITION_NAMES = "preuve modele milieu equipe env"
COALITION_WEIGHTS = (3, 2, 2, 2, 1)


def coalition_rubric(threshold, efforts=(), **more):
    rule = majority(COALITION_NAMES, (1,) * 5, threshold, **more)
    members = criteria(COALITION_NAMES, COALITION_WEIGHTS, efforts, scale_id="oui-non")
    scales = [scale("oui-non", (0, 1))]
    return rubric(criteria=members, levels=[level(1, rule)], scales=scales)


def sufficient_sets(threshold):
    grid = coalition_rubric(threshold)
    return {
        frozenset(n for n, v in zip(COALITION_NAMES.split(), levels, strict=True) if v)
        for levels in product((0, 1), repeat=5)
        if official(quick(grid, levels)) == "1"
    }


def pivotal_shares(threshold):
    enough = sufficient_sets(threshold)
    names = COALITION_NAMES.split()
    return [F(sum(name in s and s - {name} not in enough for s in enough), 16) for name in names]


def minimal(sets):
    return {s for s in sets if not any(other < s for other in sets)}


def as_sets(*texts):
    return {frozenset(text.split()) for text in texts}


def test_section_1_4_coalitions_at_0_7_each_criterion_is_pivotal_as_often_as_stated():
    assert pivotal_shares("7/10") == [F(7, 16), F(5, 16), F(5, 16), F(5, 16), F(1, 16)]


def test_section_1_4_coalitions_at_0_9_four_are_compulsory_and_env_never_matters():
    assert pivotal_shares("9/10") == [F(1, 8), F(1, 8), F(1, 8), F(1, 8), 0]


def test_section_1_4_coalitions_at_0_7_the_minimal_sufficient_ones_are_the_four_stated():
    assert minimal(sufficient_sets("7/10")) == as_sets(
        "preuve modele milieu",
        "preuve modele equipe",
        "preuve milieu equipe",
        "modele milieu equipe env",
    )


def test_section_1_4_coalitions_at_0_7_the_minimal_blocking_sets_are_the_seven_stated():
    enough = sufficient_sets("7/10")
    names = frozenset(COALITION_NAMES.split())
    every = [frozenset(c) for size in range(6) for c in combinations(names, size)]
    blocking = {s for s in every if names - s not in enough}
    assert minimal(blocking) == as_sets(
        "preuve modele",
        "preuve milieu",
        "preuve equipe",
        "preuve env",
        "modele milieu",
        "modele equipe",
        "milieu equipe",
    )


def test_section_1_4_coalitions_at_half_two_disjoint_ones_both_suffice():
    enough = sufficient_sets("1/2")
    assert as_sets("preuve modele", "milieu equipe env") <= enough


# 1.5 Uneven profile -------------------------------------------------------------------------------


def test_section_1_5_uneven_profile_of_agg_1_is_2_4_5():
    spread = quick(agg_majority("0.7"), AGG_LEVELS).spreads[0]
    assert (spread.lowest, spread.median, spread.highest) == (2, 4, 5)


# 1.6 Partially met levels -------------------------------------------------------------------------

NPLF = scale(
    "realisation",
    [
        {"value": 0, "id": "n"},
        {"value": 1, "id": "p", "above": "15%"},
        {"value": 2, "id": "l", "above": "50%"},
        {"value": 3, "id": "f", "above": "85%"},
    ],
)


def items_rubric(items, **more):
    names = " ".join(name for some in items.values() for name in some)
    ladder = {"id": "echelon", "op": "ladder", "items": items, **more}
    return rubric(criteria=names, scales=[NPLF], measures=[ladder])


SPICE = items_rubric(
    {1: ["a1", "b1"], 2: ["a2", "b2"], 3: ["a3", "b3"]}, at={"item": "l"}, below={"item": "f"}
)


def test_section_1_6_spice_items_largely_at_level_2_and_fully_below_give_level_2():
    assert value(quick(SPICE, ["f", "f", "l", "f", "f", "p"]), "echelon") == 2


def test_section_1_6_spice_one_level_1_item_only_largely_gives_level_1():
    assert value(quick(SPICE, ["l", "f", "l", "f", "f", "p"]), "echelon") == 1


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0%", 0),
        ("15%", 0),
        ("15.1%", 1),
        ("50%", 1),
        ("50.1%", 2),
        ("85%", 2),
        ("85.1%", 3),
        ("100%", 3),
    ],
)
def test_section_1_6_nplf_each_cut_point_belongs_to_the_lower_level(amount, expected):
    grid = rubric(criteria="a", scales=[NPLF])
    assert value(quick(grid, {"a": {"amount": amount}}), "a") == expected


def test_section_1_6_staged_ladder_reports_level_3_and_two_fifths_of_level_4():
    yes_no = named_scale("fait", "non", "oui")
    items = {1: ["a"], 2: ["b"], 3: ["c"], 4: ["e1", "e2", "e3", "e4", "e5"]}
    names = "a b c e1 e2 e3 e4 e5"
    grid = rubric(
        criteria=names,
        scales=[yes_no],
        measures=[{"id": "echelon", "op": "ladder", "items": items}],
    )
    found = quick(grid, ["oui", "oui", "oui", "oui", "oui", "non", "non", "non"])
    node = found.nodes["echelon", ""]
    assert (node.value.low, node.next_share) == (3, (F(2, 5), F(2, 5)))


@pytest.mark.parametrize(("share", "expected"), [("100%", 0), ("2/3", 1)])
def test_section_1_6_percent_complete_a_level_is_green_at_its_set_point(share, expected):
    items = {1: ["a", "b", "c"]}
    grid = items_rubric(items, at={"item": "f", "share": share})
    assert value(quick(grid, ("f", "f", "l")), "echelon") == expected


# 1.7 Not applicable is not unknown ----------------------------------------------------------------

YES_NO = named_scale("oui-non", "non", "oui")
ANSWER = {"M": "oui", "U": "non", "?": "unknown", "-": {"not_applicable": "sans objet ici"}}


def na_criteria(names, weights=()):
    found = criteria(names, weights, scale_id="oui-non")
    return [{**one, "not_applicable": "allowed"} for one in found]


def na_1():
    rule = majority(COALITION_NAMES, ("oui",) * 5, "7/10")
    members = na_criteria(COALITION_NAMES, COALITION_WEIGHTS)
    return rubric(criteria=members, levels=[level(1, rule)], scales=[YES_NO])


def facts_of(row, names=COALITION_NAMES):
    return dict(zip(names.split(), (ANSWER[mark] for mark in row.split()), strict=True))


NA_1 = [
    # facts, low, high, weight, asked, dropped, as unmet, as met
    ("M M M U U", 7, 7, 10, 7, "met", "met", "met"),
    ("M M U U U", 5, 5, 10, 7, "unmet", "unmet", "unmet"),
    ("M M U ? U", 5, 7, 10, 7, "unknown", "unknown", "unknown"),
    ("M M U U ?", 5, 6, 10, 7, "unmet", "unmet", "unmet"),
    ("M M - U M", 6, 6, 8, F(28, 5), "met", "unmet", "met"),
    ("U M - M M", 5, 5, 8, F(28, 5), "unmet", "unmet", "met"),
    ("M M U ? -", 5, 7, 9, F(63, 10), "unknown", "unknown", "unknown"),
    ("- - - - -", 0, 0, 0, 0, "not-assessable", "unmet", "met"),
]


@pytest.mark.parametrize(
    ("row", "expected"), [(line[0], line[5]) for line in NA_1], ids=[line[0] for line in NA_1]
)
def test_section_1_7_na_1_what_does_not_apply_is_dropped_from_the_weights(row, expected):
    assert truth(quick(na_1(), facts_of(row)), 1) == expected


@pytest.mark.parametrize(
    ("row", "weights"), [(line[0], line[1:5]) for line in NA_1], ids=[line[0] for line in NA_1]
)
def test_section_1_7_na_1_the_proof_gives_low_high_weight_and_threshold(row, weights):
    found = proof(quick(na_1(), facts_of(row)), 1)
    assert (found.got_low, found.got_high, found.total, found.asked) == weights


@pytest.mark.parametrize(("mark", "column"), [("U", 6), ("M", 7)], ids=["as-unmet", "as-met"])
@pytest.mark.parametrize("line", NA_1, ids=[line[0] for line in NA_1])
def test_section_1_7_na_1_other_treatments_of_not_applicable_would_give_the_other_columns(
    line, mark, column
):
    assert truth(quick(na_1(), facts_of(line[0].replace("-", mark))), 1) == line[column]


def test_section_1_7_na_1_nothing_applicable_gives_no_level_at_all():
    headline = quick(na_1(), facts_of("- - - - -")).headline
    assert (headline.low, headline.high, headline.why) == (None, None, "too-little-applicable")


THREE = "a b c"


def kleene(rule, row):
    quiet = {"reason": "required", "min_applicable": "1%"}
    grid = rubric(
        criteria=na_criteria(THREE),
        scales=[YES_NO],
        levels=[level(1, rule)],
        non_answers={
            "unknown": "bounds",
            "not_assessed": "bounds",
            "not_applicable": quiet,
            "empty_level": "blocks",
        },
    )
    return truth(quick(grid, facts_of(row, THREE)), 1)


EACH = [{name: "oui"} for name in THREE.split()]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("M M M", "met"),
        ("M U ?", "unmet"),
        ("M ? M", "unknown"),
        ("M - -", "met"),
        ("? - -", "unknown"),
        ("- - -", "not-assessable"),
    ],
)
def test_section_1_7_all_of_follows_its_truth_table(row, expected):
    assert kleene({"all_of": EACH}, row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("U U M", "met"),
        ("U ? M", "met"),
        ("U ? U", "unknown"),
        ("U U U", "unmet"),
        ("U - -", "unmet"),
        ("- - -", "not-assessable"),
    ],
)
def test_section_1_7_any_of_follows_its_truth_table(row, expected):
    assert kleene({"any_of": EACH}, row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("M M U", "met"),
        ("M ? U", "unknown"),
        ("M U U", "unmet"),
        ("M M -", "met"),
        ("M - -", "not-assessable"),
    ],
)
def test_section_1_7_at_least_2_follows_its_truth_table(row, expected):
    assert kleene({"at_least": 2, "of": dict.fromkeys(THREE.split(), "oui")}, row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [("M U -", "met"), ("M U U", "unmet"), ("M ? U", "unknown"), ("- - -", "not-assessable")],
)
def test_section_1_7_at_least_half_counts_the_applicable_ones(row, expected):
    assert kleene({"at_least": "50%", "of": dict.fromkeys(THREE.split(), "oui")}, row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [("M U M", "met"), ("U M M", "unmet"), ("? M M", "unknown"), ("- M M", "met")],
)
def test_section_1_7_a_must_fails_on_known_bad_waits_on_unknown_and_drops_when_not_applicable(
    row, expected
):
    assert kleene(majority(THREE, ("oui",) * 3, "50%", must=["a"]), row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [("M U M", "met"), ("U M M", "unmet"), ("? M M", "unknown"), ("- M M", "met")],
)
def test_section_1_7_a_veto_fails_on_known_bad_waits_on_unknown_and_drops_when_not_applicable(
    row, expected
):
    assert kleene(majority(THREE, ("oui",) * 3, "50%", veto={"a": "oui"}), row) == expected


# 1.8 Evidence -------------------------------------------------------------------------------------

EV_1 = rubric(
    criteria=[
        {"id": "preuve", "evidence": {"least": {1: "e0", 2: "e0", 3: "e1", 4: "e2", 5: "e3"}}}
    ],
    evidence={"grades": ["e0", "e1", "e2", "e3"]},
)


@pytest.mark.parametrize(
    ("stated", "grade", "expected"), [(5, "e1", 3), (5, "e2", 4), (2, "e0", 2)]
)
def test_section_1_8_ev_1_a_level_is_capped_by_its_evidence(stated, grade, expected):
    answers = {"preuve": {"level": stated, "evidence": ["piece"]}}
    found = quick(EV_1, answers, evidence={"piece": record(grade)})
    assert value(found, "preuve") == expected


def test_section_1_8_ev_1_the_claimed_level_stays_beside_the_counted_one():
    answers = {"preuve": {"level": 5, "evidence": ["piece"]}}
    node = quick(EV_1, answers, evidence={"piece": record("e1")}).nodes["preuve", ""]
    assert (node.claimed.low, node.value.low) == (5, 3)


def test_section_1_8_stress_test_prints_three_stages_side_by_side():
    grid = rubric(
        criteria="a b",
        levels=[level(k, {"a": k, "b": k}) for k in range(1, 6)],
        evidence={"grades": ["declared", "documented"]},
    )
    answers = {"a": {"level": 4, "evidence": ["piece"]}, "b": 3}
    found = result(grid, answers, evidence={"piece": record()})
    at = [grid.levels[p].value if p >= 0 else "none" for p in found.sensitivity.stress]
    assert at == ["3", "2", "none"]


# 2.1 and 2.2 Interval and PROB-1 ------------------------------------------------------------------

PROB_NAMES = "preuve modele milieu equipe env"
PROB = {
    "preuve": {3: F(1, 5), 4: F(3, 5), 5: F(1, 5)},
    "modele": {4: F(7, 10), 5: F(3, 10)},
    "milieu": {2: F(1, 10), 3: F(1, 2), 4: F(2, 5)},
    "equipe": {3: F(3, 10), 4: F(7, 10)},
    "env": {2: F(1, 5), 3: F(3, 5), 4: F(1, 5)},
}
PROB_PROFILES = {
    2: (2, 2, 2, 2, 2),
    3: (3, 3, 3, 3, 2),
    4: (4, 4, 3, 4, 3),
    5: (5, 5, 4, 4, 4),
}


def prob_gate():
    levels = [
        level(k, dict(zip(PROB_NAMES.split(), p, strict=True))) for k, p in PROB_PROFILES.items()
    ]
    return rubric(criteria=PROB_NAMES, levels=levels)


def prob_majority(threshold):
    rule = majority(PROB_NAMES, PROB_PROFILES[4], threshold)
    return rubric(criteria=criteria(PROB_NAMES, COALITION_WEIGHTS), levels=[level(4, rule)])


def distribution(grid, tables=PROB):
    """The exact law of the official level, by enumerating the answers."""
    law = {}
    for levels in product(*tables.values()):
        chance = prod(table[v] for table, v in zip(tables.values(), levels, strict=True))
        at = official(quick(grid, levels))
        law[at] = law.get(at, 0) + chance
    return law


def test_section_2_1_prob_1_the_worst_case_is_2_and_the_best_case_5():
    answers = {name: {"between": [min(t), max(t)]} for name, t in PROB.items()}
    assert interval(quick(prob_gate(), answers)) == ("2", "5")


def test_section_2_2_prob_1_each_criterion_at_its_most_likely_level_gives_stage_4():
    assert official(quick(prob_gate(), (4, 4, 3, 4, 3))) == "4"


def test_section_2_2_prob_1_the_108_combinations_give_the_stated_distribution():
    assert distribution(prob_gate()) == {
        "2": F(1, 10),
        "3": F(1242, 2500),
        "4": F(252, 625) - F(21, 6250),
        "5": F(21, 6250),
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (6, F(2303, 2500)),
        (7, F(548, 625)),
        (8, F(451, 625)),
        (9, F(63, 125)),
        (10, F(252, 625)),
    ],
)
def test_section_2_2_prob_1_the_majority_at_the_stage_4_profile_passes_as_often_as_stated(
    asked, expected
):
    assert distribution(prob_majority(f"{asked}/10"))["4"] == expected


# 2.4 Sensitivity ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("preuve", F(63, 125)),
        ("modele", F(252, 625)),
        ("milieu", F(56, 125)),
        ("equipe", F(72, 125)),
        ("env", F(63, 125)),
    ],
)
def test_section_2_4_birnbaum_importance_of_each_criterion_for_stage_4(name, expected):
    grid = prob_gate()
    at_best, at_worst = (
        sum(
            chance
            for at, chance in distribution(grid, {**PROB, name: {v: F(1)}}).items()
            if at in ("4", "5")
        )
        for v in (5, 0)
    )
    assert at_best - at_worst == expected


def test_section_2_4_the_margin_of_a_gate_is_always_1():
    assert result(prob_gate(), (5, 5, 4, 4, 4)).sensitivity.margin == 1


@pytest.mark.parametrize(
    ("threshold", "levels", "expected"),
    [
        ("7/10", (1, 1, 1, 0, 0), 1),  # weight 7: nothing to lose
        ("6/10", (1, 1, 1, 0, 0), 1),  # 7 against 6: a loss of 2 is too many
        ("7/10", (1, 1, 1, 1, 1), 2),  # 10 against 7: 3 may go, not 3 and 1
        ("5/10", (1, 1, 1, 1, 1), 3),  # 10 against 5: 3 and 2 may go, not 1 more
        ("2/10", (1, 1, 1, 1, 1), None),  # 10 against 2: four must go, over what is searched
    ],
)
def test_section_2_4_the_margin_of_a_majority_is_the_fewest_supporters_to_lose(
    threshold, levels, expected
):
    assert result(coalition_rubric(threshold), levels).sensitivity.margin == expected


def test_section_2_4_the_margin_is_found_however_many_criteria_there_are():
    names = " ".join(f"c{n}" for n in range(30))
    grid = rubric(
        criteria=names, levels=[level(1, {"at_least": 29, "of": dict.fromkeys(names.split(), 1)})]
    )
    assert result(grid, (1,) * 30).sensitivity.margin == 2


def pivots(found):
    return {
        (p.key.criterion, p.rank, found.rubric.levels[p.level].value if p.level >= 0 else "none")
        for p in found.sensitivity.pivots
    }


def test_section_2_4_pivots_of_a_gate_are_the_answers_that_change_the_stage_alone():
    grid = rubric(criteria="a b", levels=[level(k, {"a": k, "b": k}) for k in (1, 2, 3)])
    nearest = {("a", 0, "none"), ("b", 1, "1"), ("b", 3, "3")}
    assert nearest <= pivots(result(grid, (3, 2)))


def test_section_2_4_mrs_1_lifting_preuve_by_one_is_a_pivot_of_project_2():
    assert ("preuve", 3, "4") in pivots(result(mrs_1(), P2))


def test_section_2_4_an_answer_that_changes_nothing_is_no_pivot():
    names = {name for name, _, _ in pivots(result(mrs_1(), P4))}
    assert "impact" not in names


# 2.5 The cheapest way to the next stage -----------------------------------------------------------

IMP_MET = (0, 1, 0, 0, 1)


def imp_1(asked, preuve=8, **more):
    grid = coalition_rubric(f"{asked}/10", efforts=(preuve, 1, 5, 4, 1), **more)
    return result(grid, IMP_MET)


@pytest.mark.parametrize(
    ("asked", "names", "cost"),
    [
        (6, "preuve", 8),
        (7, "milieu equipe", 9),
        (8, "preuve equipe", 12),
        (9, "preuve milieu equipe", 17),
        (10, "preuve milieu equipe", 17),
    ],
)
def test_section_2_5_imp_1_the_cheapest_set_at_each_threshold(asked, names, cost):
    found, total = steps(imp_1(asked))
    assert (set(found), total) == (set(names.split()), cost)


@pytest.mark.parametrize(
    ("asked", "names", "cost"),
    [(6, "milieu equipe", 9), (7, "milieu equipe", 9), (8, "preuve equipe", 12)],
)
def test_section_2_5_imp_1_with_equipe_compulsory(asked, names, cost):
    found, total = steps(imp_1(asked, must=["equipe"]))
    assert (set(found), total) == (set(names.split()), cost)


def test_section_2_5_imp_1_with_a_dearer_preuve_the_cheapest_is_not_the_fewest():
    found = imp_1(6, preuve=10)
    assert (steps(found), steps(found, "fewest")) == (
        ({"milieu": 1, "equipe": 1}, 9),
        ({"preuve": 1}, 10),
    )


def test_section_2_5_imp_1_both_ways_are_proved_smallest():
    found = imp_1(7).next_steps
    assert found.cheapest.proved and found.fewest.proved


@pytest.mark.parametrize(
    ("levels", "expected", "cost"),
    [
        ((3, 3, 2, 2, 3, 3), {"impact": 4, "preuve": 4}, 10),
        ((4, 4, 3, 4, 2, 3), {"impact": 5, "preuve": 5, "equipe": 4, "env": 4}, 16),
        ((5, 2, 5, 5, 5, 5), {"preuve": 3}, 6),
        ((5, 5, 5, 5, 3, 2), {"env": 3}, 2),
        ((4, 4, 4, 3, 4, 3), {"impact": 5, "preuve": 5, "env": 4}, 12),
    ],
)
def test_section_2_5_imp_2_the_cheapest_set_on_mrs_1(levels, expected, cost):
    assert steps(result(mrs_1(), levels)) == (expected, cost)


def test_section_2_5_the_cost_of_a_gate_is_the_sum_of_its_gaps():
    grid = rubric(criteria="a b c", levels=[level(1, {"a": 3, "b": 4, "c": 2})])
    assert steps(result(grid, (1, 2, 2))) == ({"a": 3, "b": 4}, 4)


def test_section_2_5_ties_are_broken_by_cost_then_count_then_the_order_of_the_rubric():
    rule = {"any_of": [{"c": 2}, {"b": 2}, {"a": 1, "d1": 1}]}
    grid = rubric(criteria="a b c d1", levels=[level(1, rule)])
    assert steps(result(grid, (0, 0, 0, 0))) == ({"b": 2}, 2)


# 2.6 Which missing answer matters -----------------------------------------------------------------


def decisive(found):
    return {d.key.criterion for d in found.sensitivity.decisive}


def test_section_2_6_an_unknown_whose_best_lifts_the_low_end_is_decisive():
    assert decisive(result(coalition_rubric("7/10"), (1, 1, 0, "unknown", 0))) == {"equipe"}


def test_section_2_6_an_unknown_that_cannot_save_the_stage_is_not_decisive():
    assert decisive(result(coalition_rubric("7/10"), (1, 1, 0, 0, "unknown"))) == set()


def test_section_2_6_two_unknowns_needed_together_are_decisive_by_what_they_could_take_away():
    found = result(coalition_rubric("1"), (1, 1, 1, "unknown", "unknown"))
    assert (decisive(found), gaps(found)) == (
        {"equipe", "env"},
        {"equipe": "unknown", "env": "unknown"},
    )


# 7.4 Proofs replay --------------------------------------------------------------------------------


def replayed(kept, at, levels):
    """What becomes of a stage when all that a proof does not name falls to its veto, or to 0."""
    floors = MRS_VETOES.get(at, {})
    given = dict(zip(MRS_NAMES.split(), levels, strict=True))
    answers = {n: v if n in kept else floors.get(n, 0) for n, v in given.items()}
    return truth(quick(mrs_1(), answers), at)


PASSED = [(P1, 4), (P2, 3), (P3, 3), (P4, 5), ((5,) * 6, 5)]


@pytest.mark.parametrize(("levels", "at"), PASSED)
def test_section_7_4_the_criteria_named_by_a_pass_suffice_alone(levels, at):
    assert replayed(proof(quick(mrs_1(), levels), at).enough, at, levels) == "met"


@pytest.mark.parametrize(("levels", "at"), PASSED)
def test_section_7_4_each_criterion_named_by_a_pass_is_needed(levels, at):
    enough = proof(quick(mrs_1(), levels), at).enough
    assert {replayed(set(enough) - {name}, at, levels) for name in enough} == {"unmet"}


@pytest.mark.parametrize(("levels", "at"), PASSED)
def test_section_7_4_what_is_named_and_the_surplus_are_all_that_is_met(levels, at):
    found = proof(quick(mrs_1(), levels), at)
    met = {p.name for p in found.parts if p.role in ("profile", "must") and p.truth == "met"}
    assert set(found.enough) | set(found.surplus) == met


@pytest.mark.parametrize("kind", ["cheapest", "fewest"])
@pytest.mark.parametrize("levels", [P1, P2, P3, (4, 4, 3, 4, 2, 3), (5, 5, 5, 5, 3, 2)])
def test_section_7_4_replaying_the_completion_of_a_fail_passes(levels, kind):
    found = result(mrs_1(), levels)
    raised, _ = steps(found, kind)
    answers = {**dict(zip(MRS_NAMES.split(), levels, strict=True)), **raised}
    assert quick(mrs_1(), answers).headline.low == found.headline.low + 1
