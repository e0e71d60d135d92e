"""The sentences of the design, sections 3.1, 3.2 and 4.1 to 4.12, one test each."""

from fractions import Fraction

import pytest
from tests.scoring.builders import (
    claimed,
    fact,
    gaps,
    interval,
    level,
    named_scale,
    non_answers,
    official,
    possible,
    project,
    proof,
    quick,
    record,
    remarks,
    result,
    rubric,
    scale,
    snapshot,
    steps,
    truth,
    value,
    vocabularies,
    why,
)

from scalecheck.scoring.assess import Options, assess

F = Fraction
OPTIONAL = {"not_applicable": "allowed"}


def optional(names):
    return [{"id": name, **OPTIONAL} for name in names.split()]


def na(reason="sans objet ici"):
    return {"not_applicable": reason}


def between(low, high):
    return {"between": [low, high]}


def one_level(rule, names="a b c", **parts):
    return rubric(criteria=optional(names), levels=[level(1, rule)], **parts)


# 4.1 What is asked --------------------------------------------------------------------------------

NATURE = {"attributes": [{"id": "nature", "values": ["yes", "no"]}]}
CONDITIONAL = rubric(
    criteria=["a", {"id": "b", "applies_when": {"nature": "yes"}}],
    levels=[level(1, {"a": 1, "b": 1}), level(2, {"a": 2, "b": 2})],
    **NATURE,
)


def test_a_criterion_whose_condition_does_not_hold_is_out_by_rule():
    found = result(CONDITIONAL, {"a": 2}, attributes={"nature": "no"})
    assert (fact(found, "b").status, fact(found, "b").out_by) == ("out-by-rule", "condition")


def test_an_answer_to_a_criterion_that_is_out_is_ignored():
    found = result(CONDITIONAL, {"a": 2, "b": 0}, attributes={"nature": "no"})
    assert official(found) == "2"


def test_an_answer_to_a_criterion_that_is_out_is_flagged():
    found = result(CONDITIONAL, {"a": 2, "b": 0}, attributes={"nature": "no"})
    assert remarks(found) == ["answer-out-by-rule"]


def test_an_answer_to_a_criterion_that_is_out_is_kept_with_its_place():
    found = result(CONDITIONAL, {"a": 2, "b": 0}, attributes={"nature": "no"})
    assert found.snapshot.answers["b"].level == "0"


def test_a_criterion_that_is_out_counts_in_no_share():
    found = result(CONDITIONAL, {"a": 2}, attributes={"nature": "no"})
    assert (found.coverage.asked, found.coverage.out) == (1, 1)


def test_a_criterion_that_is_out_makes_no_gap():
    assert gaps(result(CONDITIONAL, {"a": 0}, attributes={"nature": "no"})) == {"a": "lower"}


def test_a_criterion_that_is_out_is_not_called_not_applicable():
    found = result(CONDITIONAL, {"a": 2}, attributes={"nature": "no"})
    assert found.coverage.not_applicable == 0


def test_a_missing_attribute_leaves_a_criterion_in():
    assert fact(result(CONDITIONAL, {"a": 2, "b": 1}), "b").status == "answered"


def test_a_missing_attribute_is_listed():
    assert remarks(result(CONDITIONAL, {"a": 2, "b": 1})) == ["missing-attribute"]


COMPUTED = rubric(
    criteria=["a", "b", {"id": "calcul", "computed": {1: {"a": 1}, 3: {"a": 2, "b": 2}}}],
    levels=[level(1, {"calcul": 1}), level(2, {"calcul": 3})],
)


def test_a_computed_criterion_reads_its_rules_as_a_ladder():
    assert value(result(COMPUTED, {"a": 2, "b": 2}), "calcul") == 3


def test_a_computed_criterion_stays_under_the_first_rule_not_met():
    assert value(result(COMPUTED, {"a": 2, "b": 1}), "calcul") == 1


def test_an_answer_to_a_computed_criterion_is_ignored():
    assert value(result(COMPUTED, {"a": 0, "b": 0, "calcul": 3}), "calcul") == 0


def test_an_answer_to_a_computed_criterion_is_flagged():
    assert "answer-to-computed" in remarks(result(COMPUTED, {"a": 0, "b": 0, "calcul": 3}))


def test_a_computed_criterion_is_not_among_the_questions():
    assert result(COMPUTED, {"a": 1, "b": 1}).coverage.asked == 2


def test_a_computed_criterion_is_out_when_all_that_it_reads_is_out():
    grid = rubric(
        criteria=["a", {"id": "calcul", "computed": {1: {"a": 1}}}, "c"],
        levels=[level(1, {"calcul": 1, "c": 1})],
        tracks=[{"id": "local", "title": "L", "waives": ["a"]}],
    )
    found = result(grid, {"c": 1}, ambition={"track": "local"})
    assert (official(found), found.nodes["calcul", ""].out) == ("1", True)


STRATEGIES = rubric(
    criteria="a b c",
    levels=[level(1, {"a": 1, "b": 1, "c": 1})],
    strategies=[
        {"id": "seule", "title": "S", "waives": ["a", "b"]},
        {"id": "autre", "title": "A", "waives": ["b", "c"]},
    ],
)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ([], set()),
        (["seule"], {"a", "b"}),
        (["autre"], {"b", "c"}),
        (["seule", "autre"], {"b"}),
    ],
)
def test_strategies_waive_only_what_every_chosen_one_waives(chosen, expected):
    found = result(STRATEGIES, {"a": 1, "b": 1, "c": 1}, strategies=chosen)
    assert {k.criterion for k, f in found.facts.items() if f.status == "out-by-rule"} == expected


def test_what_a_track_waives_is_out_whatever_the_strategy_needs():
    grid = rubric(
        criteria="a b",
        levels=[level(1, {"a": 1, "b": 1})],
        tracks=[{"id": "local", "title": "L", "waives": ["a"]}],
        strategies=[{"id": "seule", "title": "S"}],
    )
    found = result(grid, {"b": 1}, ambition={"track": "local"}, strategies=["seule"])
    assert (official(found), fact(found, "a").out_by) == ("1", "track")


# 4.2 Answers to facts -----------------------------------------------------------------------------

GRADES = {"grades": ["declared", "documented", "verified"]}
LEAST = {2: "documented", 3: "verified"}
EVIDENCED = rubric(
    criteria=[{"id": "a", "evidence": {"least": LEAST}}],
    levels=[level(n, {"a": n}) for n in (1, 2, 3)],
    evidence={**GRADES, "max_age": "36 months"},
)


def cited(stated, *names):
    answer = stated if isinstance(stated, dict) else {"level": stated}
    return {"a": {**answer, "evidence": list(names)}}


def with_record(stated, options=None, grid=EVIDENCED, **about):
    piece = record(**{"date": "2026-01-31", **about})
    return result(grid, cited(stated, "piece"), evidence={"piece": piece}, options=options)


def test_a_level_is_claimed_as_given():
    assert claimed(with_record(3)) == ("3", "3")


def test_a_level_counts_up_to_the_best_one_whose_grade_is_held():
    assert official(with_record(3)) == "2"


def test_a_level_without_evidence_is_declared():
    found = result(EVIDENCED, {"a": 3})
    assert (official(found), fact(found, "a").grade) == ("1", "declared")


def test_counted_is_lowered_at_both_ends_of_a_stated_interval():
    assert interval(with_record(between(2, 3))) == ("2", "2")


def test_counted_is_lowered_at_the_high_end_alone_when_the_low_one_is_held():
    assert interval(result(EVIDENCED, cited(between(1, 3)))) == ("1", "1")


def test_an_end_that_bounds_supplies_is_not_lowered():
    assert interval(result(EVIDENCED, {"a": "unknown"})) == ("none", "3")


def test_several_records_count_by_the_best_grade():
    evidence = {
        "faible": record("documented", date="2026-01"),
        "forte": record("verified", date="2026-01"),
    }
    assert official(result(EVIDENCED, cited(3, "faible", "forte"), evidence=evidence)) == "3"


@pytest.mark.parametrize(
    ("status", "expected"), [("accepted", "3"), ("rejected", "1"), ("planned", "1")]
)
def test_only_accepted_evidence_counts(status, expected):
    assert official(with_record(3, grade="verified", status=status)) == expected


def test_a_level_with_no_need_of_its_own_takes_that_of_the_level_under_it():
    grid = rubric(
        criteria=[{"id": "a", "evidence": {"least": {2: "documented"}}}],
        levels=[level(n, {"a": n}) for n in range(1, 6)],
        evidence=GRADES,
    )
    assert (official(result(grid, {"a": 5})), official(with_record(5, grid=grid))) == ("1", "5")


def test_the_least_of_a_criterion_replaces_that_of_its_scale():
    levels = [{"value": 0}, {"value": 1, "evidence": "verified"}, {"value": 2}]
    grid = rubric(
        criteria=["b", {"id": "a", "evidence": {"least": {2: "documented"}}}],
        scales=[scale("s", levels)],
        evidence=GRADES,
    )
    found = result(grid, {"a": 2, "b": 2})
    assert (value(found, "a"), value(found, "b")) == (1, 0)


def test_failing_a_need_the_next_lower_level_held_counts():
    grid = rubric(
        criteria=[{"id": "a", "evidence": {"least": {1: "verified", 3: "declared"}}}],
        evidence=GRADES,
    )
    assert [value(result(grid, {"a": n}), "a") for n in (3, 2, 1)] == [3, 0, 0]


# Ages and dates


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2023-10-15", "2"), ("2023-10-14", "1"), ("2023-10", "2"), ("2023-09", "1")],
)
def test_an_age_is_in_calendar_months_to_the_date_inclusive(date, expected):
    assert official(with_record(2, date=date)) == expected


def test_a_record_past_its_age_is_stale_and_holds_as_the_weakest_grade():
    found = fact(with_record(2, date="2020-01-01"), "a").records[0]
    assert (found.state, found.held) == ("stale", "declared")


@pytest.mark.parametrize(
    ("date", "day", "expected"),
    [
        ("2023-02-28", "2026-02-28", "2"),
        ("2024-02-29", "2027-02-28", "2"),  # to the last day of a shorter month
        ("2024-02-29", "2027-03-01", "1"),
        ("2023-08-31", "2026-08-31", "2"),
        ("2023-08-30", "2026-08-31", "1"),
    ],
)
def test_an_age_ends_on_the_same_day_of_the_month_or_on_the_last(date, day, expected):
    piece = {"piece": record(date=date)}
    assert official(result(EVIDENCED, cited(2, "piece"), evidence=piece, date=day)) == expected


@pytest.mark.parametrize(
    ("date", "day", "state"),
    [
        ("2026-10", "2026-10-31", "counted"),
        ("2026-10", "2026-10-30", "future"),
        ("2026-10-15", "2026-10-15", "counted"),
        ("2026-10-16", "2026-10-15", "future"),
    ],
)
def test_a_month_is_its_last_day_and_a_later_record_does_not_count(date, day, state):
    piece = {"piece": record(date=date)}
    found = result(EVIDENCED, cited(2, "piece"), evidence=piece, date=day)
    assert fact(found, "a").records[0].state == state


def test_a_record_dated_after_the_assessment_is_told():
    piece = {"piece": record(date="2026-11-01")}
    assert remarks(result(EVIDENCED, cited(2, "piece"), evidence=piece)) == ["evidence-future"]


def test_a_kind_that_does_not_age_holds_at_any_age():
    lists = vocabularies(evidence_kinds=[{"id": "loi", "ages": "no"}, "rapport"])
    options = Options(vocabularies=lists)
    assert official(with_record(2, options, date="2001-01", kind="loi")) == "2"


def test_a_kind_that_ages_is_stale_beside_one_that_does_not():
    lists = vocabularies(evidence_kinds=[{"id": "loi", "ages": "no"}, "rapport"])
    options = Options(vocabularies=lists)
    assert official(with_record(2, options, date="2001-01", kind="rapport")) == "1"


# Count and recency

STRONG = {"grade": "verified", "count": 2, "newest_within": "24 months"}
COUNTED = rubric(
    criteria=[{"id": "a", "evidence": {"least": {1: "declared", 2: "documented", 3: STRONG}}}],
    levels=[level(n, {"a": n}) for n in (1, 2, 3)],
    evidence={**GRADES, "max_age": "36 months"},
)
OLD, FRESH, LATE = "2024-09-15", "2024-10-15", "2020-01-01"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("verified", OLD), ("verified", FRESH)], "3"),
        ([("verified", FRESH)], "2"),
        ([("verified", OLD), ("verified", OLD)], "2"),
        ([("documented", FRESH), ("verified", OLD)], "2"),
        ([("verified", FRESH), ("documented", FRESH)], "2"),
        ([("verified", FRESH), ("verified", LATE)], "2"),
    ],
    ids=["enough", "one-only", "none-recent", "recent-but-weak", "one-weak", "one-stale"],
)
def test_a_count_and_a_recency_read_only_fresh_records_of_that_grade(pieces, expected):
    names = [f"p{n}" for n in range(len(pieces))]
    evidence = {n: record(g, date=d) for n, (g, d) in zip(names, pieces, strict=True)}
    assert official(result(COUNTED, cited(3, *names), evidence=evidence)) == expected


def test_the_same_record_cited_twice_counts_once():
    evidence = {"p": record("verified", date=FRESH)}
    assert official(result(COUNTED, cited(3, "p", "p"), evidence=evidence)) == "2"


# Not applicable


def test_not_applicable_without_its_reason_is_read_as_not_assessed():
    found = result(one_level({"a": 1}), {"a": na(""), "b": 1, "c": 1})
    assert (fact(found, "a").status, interval(found)) == ("not-assessed", ("none", "1"))


def test_not_applicable_without_its_reason_is_flagged():
    assert "reason-missing" in remarks(result(one_level({"a": 1}), {"a": na(""), "b": 1, "c": 1}))


def test_not_applicable_where_the_criterion_refuses_it_is_read_as_not_assessed():
    grid = rubric(criteria="a b", levels=[level(1, {"a": 1})])
    found = result(grid, {"a": na(), "b": 1})
    assert (fact(found, "a").status, remarks(found)) == ("not-assessed", ["not-applicable-refused"])


def test_a_reason_may_be_left_out_where_the_rubric_says_it_is_optional():
    grid = one_level({"a": 1, "b": 1}, non_answers=non_answers(reason="optional"))
    assert official(result(grid, {"a": na(""), "b": 1, "c": 1})) == "1"


# 4.3 Policies -------------------------------------------------------------------------------------

POLICIES = ["bounds", "worst", "best", "skip", "block"]


def by_policy(policy, op="min", **more):
    return rubric(
        criteria="a b",
        measures=[{"id": "figure", "op": op, "of": "d", **more}],
        non_answers=non_answers(unknown=policy),
    )


@pytest.mark.parametrize(
    ("policy", "expected"),
    [("bounds", (0, 3)), ("worst", 0), ("best", 3), ("skip", 3)],
)
def test_a_measure_reads_an_unknown_by_the_policy(policy, expected):
    assert value(result(by_policy(policy), {"a": 3, "b": "unknown"}), "figure") == expected


def test_a_measure_is_not_computed_where_the_policy_blocks():
    found = result(by_policy("block"), {"a": 3, "b": "unknown"})
    assert (why(found, "figure"), found.nodes["figure", ""].value.low) == ("blocked", None)


@pytest.mark.parametrize(("policy", "expected"), [("worst", 2), ("best", 0)])
def test_worst_and_best_go_by_direction(policy, expected):
    grid = rubric(
        criteria="a",
        scales=[named_scale("risque", "low", "medium", "high", direction="down")],
        measures=[{"id": "indice", "op": "sum", "of": "a", "unknown": policy}],
    )
    assert value(result(grid, {"a": "unknown"}), "indice") == expected


def test_a_measure_may_override_the_policy_of_the_rubric():
    grid = by_policy("bounds", unknown="skip")
    assert value(result(grid, {"a": 3, "b": "unknown"}), "figure") == 3


def test_not_assessed_has_a_policy_of_its_own():
    grid = by_policy("worst", not_assessed="best")
    assert value(result(grid, {"a": 3}), "figure") == 3


@pytest.mark.parametrize("policy", ["best", "skip", "block"])
def test_under_best_skip_or_block_a_rule_still_reads_bounds(policy):
    grid = one_level({"a": 1}, non_answers=non_answers(unknown=policy))
    assert interval(result(grid, {"a": "unknown", "b": 1, "c": 1})) == ("none", "1")


def test_under_worst_a_rule_reads_the_worst():
    grid = one_level({"a": 1}, non_answers=non_answers(unknown="worst"))
    assert interval(result(grid, {"a": "unknown", "b": 1, "c": 1})) == ("none", "none")


@pytest.mark.parametrize("policy", ["best", "skip", "block"])
def test_no_silence_passes_a_gate_through_a_measure(policy):
    grid = rubric(
        criteria="a b",
        measures=[{"id": "plancher", "op": "min", "of": "d"}],
        levels=[level(1, {"plancher": 3})],
        non_answers=non_answers(unknown=policy),
    )
    assert interval(result(grid, {"a": 3, "b": "unknown"})) == ("none", "1")


def test_the_official_figure_under_a_convention_shows_the_bounds_beside():
    node = result(by_policy("skip"), {"a": 3, "b": "unknown"}).nodes["figure", ""]
    assert (node.value.low, node.bounds.low, node.bounds.high) == (3, 0, 3)


def test_no_bounds_are_shown_beside_when_they_do_not_differ():
    assert result(by_policy("skip"), {"a": 3, "b": 2}).nodes["figure", ""].bounds is None


def test_the_headline_under_a_convention_shows_the_bounds_beside():
    grid = one_level({"a": 1}, non_answers=non_answers(unknown="worst"))
    headline = result(grid, {"a": "unknown", "b": 1, "c": 1}).headline
    assert (headline.low, headline.high) == (-1, -1)
    assert (headline.bounds_low, headline.bounds_high) == (-1, 0)


def test_a_measure_reads_a_measure_that_is_not_computed_as_unknown():
    grid = rubric(
        criteria="a b",
        measures=[
            {"id": "bloque", "op": "min", "of": "a", "unknown": "block"},
            {"id": "dessus", "op": "max", "of": ["bloque", "b"]},
        ],
    )
    assert value(result(grid, {"a": "unknown", "b": 2}), "dessus") == (2, 5)


# 4.4 Rules ----------------------------------------------------------------------------------------


def test_a_rule_drops_what_is_not_applicable_from_what_stands_above():
    grid = one_level({"all_of": [{"a": 1}, {"any_of": [{"b": 1}]}]})
    assert official(result(grid, {"a": 1, "b": na(), "c": 1})) == "1"


def test_a_rule_with_nothing_applicable_never_passes_by_emptiness():
    found = result(
        one_level({"a": 1, "b": 1}, "a b c d1 e"), {"a": na(), "b": na(), "c": 1, "d1": 1, "e": 1}
    )
    assert (truth(found, 1), official(found)) == ("not-assessable", "none")


def majority(share="60%", **more):
    return {"majority": {"threshold": "50%", "profile": {"a": 1, "b": 1, "c": 1}, **more}}


@pytest.mark.parametrize(
    ("least", "expected"), [("60%", "not-assessable"), ("1/3", "met"), ("34%", "not-assessable")]
)
def test_min_applicable_is_a_share_of_the_weight_in_a_majority(least, expected):
    grid = one_level(majority(), "a b c d1 e f", non_answers=non_answers(min_applicable=least))
    answers = {"a": na(), "b": na(), "c": 1, "d1": 1, "e": 1, "f": 1}
    assert truth(result(grid, answers), 1) == expected


def test_min_applicable_is_of_what_is_asked_so_what_is_out_is_left_aside():
    grid = rubric(
        criteria=optional("a b c"),
        levels=[level(1, majority())],
        tracks=[{"id": "local", "title": "L", "waives": ["a", "b"]}],
    )
    assert official(result(grid, {"c": 1}, ambition={"track": "local"})) == "1"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"a": na(), "b": na(), "c": 1, "e": 1, "f": 1}, "1"),  # 3 of 5
        ({"a": na(), "b": na(), "c": na(), "e": 1, "f": 1}, None),  # 2 of 5
    ],
)
def test_min_applicable_is_a_share_of_the_criteria_in_the_whole(answers, expected):
    grid = one_level({"f": 1}, "a b c e f")
    assert official(result(grid, answers)) == expected


def test_min_applicable_counts_criteria_in_the_whole_and_not_their_instances():
    grid = rubric(
        criteria=["a", "b", {"id": "usage", **OPTIONAL}],
        groups=[{"id": "milieux", "of": "settings", "criteria": ["usage"]}],
        levels=[level(1, {"a": 1})],
    )
    answers = {"a": 1, "b": 1, "milieux": {f"m{n}": {"usage": na()} for n in range(4)}}
    assert official(result(grid, answers, settings=settings({}, {}, {}, {}))) == "1"  # 2 of 3


def test_weights_default_to_those_of_the_criteria():
    grid = rubric(
        criteria=[{"id": "a", "weight": 3}, "b", "c"], levels=[level(1, majority(threshold="60%"))]
    )
    assert (official(result(grid, (1, 0, 0))), official(result(grid, (0, 1, 1)))) == ("1", "none")


def test_weights_of_the_rule_replace_those_of_the_criteria():
    rule = majority(threshold="60%", weights={"a": 1, "b": 1, "c": 1})
    grid = rubric(criteria=[{"id": "a", "weight": 3}, "b", "c"], levels=[level(1, rule)])
    assert (official(result(grid, (1, 0, 0))), official(result(grid, (0, 1, 1)))) == ("none", "1")


def test_an_unmet_must_blocks_whatever_the_weight():
    assert official(result(one_level(majority(must=["a"])), {"a": 0, "b": 1, "c": 1})) == "none"


def test_a_requirement_reads_a_dimension_by_its_lowest_applicable_criterion():
    grid = one_level({"d": 2})
    found = result(grid, {"a": 3, "b": na(), "c": 2})
    assert (official(found), value(found, "d")) == ("1", 2)


@pytest.mark.parametrize(("given", "expected"), [(2, "1"), (1, "none")])
def test_a_requirement_reads_an_attribute_with_a_scale(given, expected):
    grid = one_level({"ampleur": 2}, attributes=[{"id": "ampleur", "scale": "niveau-c"}])
    answers = {"a": 1, "b": 1, "c": 1}
    assert official(result(grid, answers, attributes={"ampleur": given})) == expected


def test_a_level_may_be_named_by_its_id_or_its_value():
    grid = rubric(
        criteria="a b",
        scales=[named_scale("s", "rien", "peu", "assez")],
        levels=[level(1, {"a": "assez", "b": 1})],
    )
    assert official(result(grid, {"a": 2, "b": "peu"})) == "1"


@pytest.mark.parametrize(
    ("quota", "answers", "expected"),
    [
        (2, (1, 1, 0), "met"),
        ("60%", (1, 1, 0), "met"),
        ("67%", (1, 1, 0), "unmet"),
        ("all", (1, 1, 0), "unmet"),
        ("all", (1, 1, 1), "met"),
    ],
)
def test_at_least_reads_a_count_a_share_or_all(quota, answers, expected):
    grid = one_level({"at_least": quota, "of": {"a": 1, "b": 1, "c": 1}})
    assert truth(result(grid, answers), 1) == expected


# should and answered

SHOULD = one_level({"should": {"a": 2}})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (2, "met"),
        (1, "unmet"),
        ({"level": 1, "reason": "Choix de l’équipe"}, "met"),
        ("unknown", "unknown"),
        (na(), "not-assessable"),
    ],
)
def test_should_is_met_or_answered_lower_with_a_written_reason(answer, expected):
    assert truth(result(SHOULD, {"a": answer, "b": 1, "c": 1}), 1) == expected


def test_a_note_is_not_the_reason_that_should_asks_for():
    found = result(SHOULD, {"a": {"level": 1, "note": "Choix"}, "b": 1, "c": 1})
    assert truth(found, 1) == "unmet"


def test_should_without_an_answer_is_unknown():
    assert truth(result(SHOULD, {"b": 1, "c": 1}), 1) == "unknown"


ANSWERED = one_level({"answered": ["a"]})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (0, "met"),
        (between(0, 3), "met"),
        (na(), "met"),
        (na(""), "unknown"),
        ("unknown", "unknown"),
    ],
)
def test_answered_asks_a_level_or_an_admissible_not_applicable(answer, expected):
    assert truth(result(ANSWERED, {"a": answer, "b": 1, "c": 1}), 1) == expected


def test_answered_never_counts_an_unknown():
    assert official(result(ANSWERED, {"a": "unknown", "b": 1, "c": 1})) == "none"


# 4.5 Groups ---------------------------------------------------------------------------------------

ROLES = [{"id": "role", "values": ["initiator", "trial", "integrator"]}]


def settings_rubric(rule, **parts):
    return rubric(
        criteria=["a", {"id": "usage", **OPTIONAL}],
        groups=[{"id": "milieux", "of": "settings", "attributes": ROLES, "criteria": ["usage"]}],
        levels=[level(1, rule)],
        **parts,
    )


def in_group(quota, meet=None, **more):
    return {"in": "milieux", "at_least": quota, "meet": meet or {"usage": 2}, **more}


def settings(*listed):
    return [
        {"id": f"m{n}", **(one if isinstance(one, dict) else {"role": one})}
        for n, one in enumerate(listed)
    ]


def usages(*levels):
    return {"a": 1, "milieux": {f"m{n}": {"usage": v} for n, v in enumerate(levels)}}


def truth_in_group(rule, listed, levels, **parts):
    found = result(settings_rubric(rule, **parts), usages(*levels), settings=settings(*listed))
    return truth(found, 1)


INTEGRATORS = {"where": {"role": "integrator"}}


@pytest.mark.parametrize(
    ("quota", "levels", "expected"),
    [
        (2, (2, 3), "met"),
        (3, (2, 3), "unmet"),
        (2, (2, "unknown"), "unknown"),
        (3, (2, "unknown"), "unmet"),
        ("50%", (2, 1), "met"),
        ("all", (2, 1), "unmet"),
        (1, (na(), na()), "not-assessable"),
        ("50%", (2, na()), "met"),
    ],
)
def test_the_instances_listed_are_all_there_are(quota, levels, expected):
    listed = ("integrator",) * len(levels)
    assert truth_in_group(in_group(quota), listed, levels) == expected


def test_where_keeps_the_instances_that_hold_the_attribute():
    rule = in_group(1, **INTEGRATORS)
    assert truth_in_group(rule, ("trial", "initiator"), (3, 3)) == "unmet"


def test_where_with_several_values_keeps_any_of_them():
    rule = in_group(2, where={"role": ["trial", "integrator"]})
    assert truth_in_group(rule, ("trial", "integrator"), (3, 3)) == "met"


def test_where_with_several_keys_asks_for_all_of_them():
    rule = in_group(1, where={"role": "integrator", "type": "public"})
    listed = ({"role": "integrator", "type": "community"}, {"role": "trial", "type": "public"})
    assert truth_in_group(rule, listed, (3, 3)) == "unmet"


def test_where_with_several_cases_keeps_any_of_them():
    rule = in_group(2, where=[{"role": "integrator"}, {"type": "public"}])
    listed = ({"role": "integrator"}, {"role": "trial", "type": "public"})
    assert truth_in_group(rule, listed, (3, 3)) == "met"


def test_an_instance_without_the_attribute_is_left_in():
    assert truth_in_group(in_group(1, **INTEGRATORS), ({},), (3,)) == "met"


def test_an_instance_without_the_attribute_is_listed():
    grid = settings_rubric(in_group(1, **INTEGRATORS))
    found = result(grid, usages(3), settings=settings({}))
    assert "missing-attribute-of-instance" in remarks(found)


def test_an_instance_may_hold_several_roles():
    rule = in_group(1, **INTEGRATORS)
    assert truth_in_group(rule, ({"role": ["trial", "integrator"]},), (3,)) == "met"


def test_an_absent_list_is_unknown():
    assert truth(result(settings_rubric(in_group(1)), {"a": 1}), 1) == "unknown"


def test_an_empty_list_is_too_few():
    assert truth(result(settings_rubric(in_group(1)), {"a": 1}, settings=[]), 1) == "unmet"


@pytest.mark.parametrize("quota", ["60%", "all"])
def test_a_share_over_no_instance_is_not_assessable(quota):
    found = result(settings_rubric(in_group(quota)), {"a": 1}, settings=[])
    assert truth(found, 1) == "not-assessable"


@pytest.mark.parametrize("quota", ["60%", "all"])
def test_a_share_of_an_absent_list_is_unknown(quota):
    assert truth(result(settings_rubric(in_group(quota)), {"a": 1}), 1) == "unknown"


@pytest.mark.parametrize(("quota", "expected"), [(92, "met"), (93, "unmet"), ("98%", "met")])
def test_an_instance_may_stand_for_several_alike(quota, expected):
    listed = ({"role": "integrator", "count": 91}, "integrator", "trial")
    assert truth_in_group(in_group(quota, **INTEGRATORS), listed, (2, 2, 0)) == expected


def over_settings(op, **more):
    measure = {"id": "figure", "op": op, "of": "usage", **more}
    return settings_rubric({"a": 1}, measures=[measure])


@pytest.mark.parametrize(
    ("op", "more", "expected"),
    [
        ("mean", {}, F(91 * 3 + 1, 92)),
        ("sum", {}, 274),
        ("median", {}, 3),
        ("count", {"at_least": 2}, 91),
        ("percent", {}, F(274, 92 * 5)),
    ],
)
def test_a_measure_counts_an_instance_as_often_as_it_stands_for(op, more, expected):
    listed = settings({"count": 91}, {})
    assert (
        value(result(over_settings(op, **more), usages(3, 1), settings=listed), "figure")
        == expected
    )


@pytest.mark.parametrize("op", ["min", "max", "median", "sum", "mean", "percent"])
def test_a_measure_over_no_instance_is_not_computed_and_never_0(op):
    found = result(over_settings(op), {"a": 1}, settings=[])
    assert (found.nodes["figure", ""].value.low, why(found, "figure")) == (None, "no-instance")


def test_a_measure_over_an_absent_list_is_any_level():
    assert value(result(over_settings("min"), {"a": 1}), "figure") == (0, 5)


def test_an_index_over_an_absent_list_is_not_computed():
    assert why(result(over_settings("mean"), {"a": 1}), "figure") == "open-list"


def test_a_measure_filters_its_instances():
    grid = over_settings("min", where={"role": "integrator"})
    found = result(grid, usages(1, 4), settings=settings("trial", "integrator"))
    assert value(found, "figure") == 4


def test_a_measure_per_group_is_computed_once_an_instance():
    grid = rubric(
        criteria="x y",
        groups=[{"id": "sites", "criteria": ["x", "y"]}],
        measures=[
            {"id": "site-c", "op": "min", "per": "sites", "of": ["x", "y"]},
            {"id": "meilleur", "op": "max", "of": "site-c"},
        ],
    )
    answers = {"sites": {"s1": {"x": 3, "y": 1}, "s2": {"x": 2, "y": 4}}}
    found = result(grid, answers, groups={"sites": [{"id": "s1"}, {"id": "s2"}]})
    assert (value(found, "site-c", "s1"), value(found, "site-c", "s2")) == (1, 2)
    assert value(found, "meilleur") == 2


def test_a_group_criterion_has_no_level_of_its_own_outside_its_instances():
    found = result(settings_rubric({"a": 1}), usages(1, 4), settings=settings({}, {}))
    assert ("usage", "") not in found.nodes
    assert [found.nodes["usage", i].value.low for i in ("m0", "m1")] == [1, 4]


def test_a_dimension_is_not_lowered_by_a_group_criterion():
    found = result(settings_rubric({"a": 1}), usages(0), settings=settings({}))
    assert value(found, "d") == 1


def test_a_computed_criterion_brings_instances_up():
    grid = rubric(
        criteria=["usage", {"id": "adoption", "computed": {1: in_group(1), 3: in_group(2)}}],
        groups=[{"id": "milieux", "of": "settings", "criteria": ["usage"]}],
    )
    answers = {"milieux": {"m0": {"usage": 2}, "m1": {"usage": "unknown"}}}
    assert value(result(grid, answers, settings=settings({}, {})), "adoption") == (1, 3)


# 4.6 Level ----------------------------------------------------------------------------------------


def test_none_met_is_below_the_first_level_and_has_no_stage():
    found = result(one_level({"a": 1}), {"a": 0, "b": 0, "c": 0})
    assert (official(found), found.headline.low) == ("none", -1)


def test_low_is_read_from_counted_lows_and_high_from_counted_highs():
    grid = rubric(criteria="a", levels=[level(n, {"a": n}) for n in range(1, 6)])
    assert interval(result(grid, {"a": between(2, 4)})) == ("2", "4")


LOCAL = rubric(
    criteria=optional("a b c"),
    levels=[level(1, {"a": 1}), level(2, {"b": 1}), level(3, {"c": 1})],
    tracks=[
        {"id": "court", "title": "C", "waives": ["b"]},
        {"id": "local", "title": "L", "ceiling": 2},
    ],
)


def test_a_level_wholly_out_by_rule_is_passed_over():
    found = result(LOCAL, {"a": 1, "c": 1}, ambition={"track": "court"})
    assert (official(found), found.levels[1].passed_over) == ("3", True)


def test_a_level_passed_over_is_never_the_official_one():
    assert official(result(LOCAL, {"a": 1, "c": 0}, ambition={"track": "court"})) == "1"


@pytest.mark.parametrize(("policy", "expected"), [("blocks", "1"), ("passes", "3")])
def test_a_level_emptied_by_not_applicable_follows_empty_level(policy, expected):
    grid = rubric(
        criteria=optional("a b c"),
        levels=[level(1, {"a": 1}), level(2, {"b": 1}), level(3, {"c": 1})],
        non_answers=non_answers(empty_level=policy),
    )
    assert official(result(grid, {"a": 1, "b": na(), "c": 1})) == expected


def test_a_track_ends_at_its_ceiling():
    found = result(LOCAL, {"a": 1, "b": 1, "c": 1}, ambition={"track": "local"})
    assert (official(found), possible(found), found.next_level) == ("2", "2", None)


def test_there_is_no_gap_at_the_ceiling():
    found = result(LOCAL, {"a": 1, "b": 1, "c": 0}, ambition={"track": "local"})
    assert (found.gaps, found.next_steps) == ((), None)


def test_a_gate_passed_out_of_order_is_listed_with_the_missing_levels():
    found = result(LOCAL, {"a": 1, "b": 0, "c": 1})
    assert found.out_of_order == ((2, (1,)),)


def test_a_gate_beyond_the_ceiling_is_not_listed_as_passed_out_of_order():
    found = result(LOCAL, {"a": 1, "b": 0, "c": 1}, ambition={"track": "local"})
    assert found.out_of_order == ()


def test_the_claimed_level_is_computed_beside():
    found = with_record(3, grade="documented")
    assert (official(found), claimed(found)) == ("2", ("3", "3"))


def test_levels_of_a_ladder_measure_follow_empty_level_too():
    def grid(policy):
        return rubric(
            criteria=optional("a b c e f"),
            measures=[{"id": "echelon", "op": "ladder", "items": {1: "a", 2: "b", 3: "c"}}],
            non_answers=non_answers(empty_level=policy),
        )

    answers = {"a": 1, "b": na(), "c": 1, "e": 1, "f": 1}
    levels = [value(result(grid(p), answers), "echelon") for p in ("blocks", "passes")]
    assert levels == [1, 3]


def test_a_level_of_a_ladder_measure_wholly_out_by_rule_is_passed_over():
    grid = rubric(
        criteria="a b c",
        measures=[{"id": "echelon", "op": "ladder", "items": {1: "a", 2: "b", 3: "c"}}],
        tracks=[{"id": "court", "title": "C", "waives": ["b"]}],
    )
    assert value(result(grid, {"a": 1, "c": 1}, ambition={"track": "court"}), "echelon") == 3


# 4.7 Measures -------------------------------------------------------------------------------------


def measured(op, answers, names="a b c", **more):
    grid = rubric(
        criteria=optional(names), measures=[{"id": "figure", "op": op, "of": "d", **more}]
    )
    return result(grid, answers)


@pytest.mark.parametrize(
    ("op", "expected"),
    [("min", (1, 3)), ("max", (3, 5)), ("median", (2, 3))],
)
def test_a_monotone_measure_is_bounded_by_its_two_ends(op, expected):
    answers = {"a": between(1, 3), "b": between(2, 5), "c": 3}
    assert value(measured(op, answers), "figure") == expected


@pytest.mark.parametrize(("op", "expected"), [("min", ["a", "c"]), ("max", ["b"])])
def test_min_and_max_name_all_ties(op, expected):
    ties = measured(op, {"a": 1, "b": 4, "c": 1}).nodes["figure", ""].ties
    assert [key.criterion for key in ties] == expected


def test_the_median_of_an_even_number_is_the_lower_one():
    assert value(measured("median", {"a": 1, "b": 2, "c": 4, "e": 5}, "a b c e"), "figure") == 2


def test_a_measure_leaves_out_what_is_not_applicable():
    assert value(measured("mean", {"a": 1, "b": na(), "c": 4}), "figure") == F(5, 2)


def test_a_measure_over_nothing_applicable_is_not_computed():
    found = measured("mean", {"a": na(), "b": na(), "c": na()})
    assert why(found, "figure") == "nothing-applicable"


def test_a_difference_that_shares_an_answer_is_bounded_by_what_it_can_reach():
    grid = rubric(
        criteria="a b",
        measures=[
            {"id": "somme", "op": "sum", "of": ["a", "b"]},
            {"id": "figure", "op": "difference", "of": ["somme", "a"]},
        ],
    )
    assert value(result(grid, {"a": "unknown", "b": 2}), "figure") == 2


def test_a_difference_of_two_answers_pulls_both_ways():
    grid = rubric(criteria="a b", measures=[{"id": "figure", "op": "difference", "of": ["a", "b"]}])
    assert value(result(grid, {"a": between(1, 3), "b": between(0, 2)}), "figure") == (-1, 3)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"a": between(1, 3), "b": 2, "c": 0}, (1, 2)),
        ({"a": between(3, 5), "b": 2, "c": 0}, 1),
        ({"a": "unknown", "b": "unknown", "c": 2}, (1, 3)),
    ],
)
def test_a_count_at_one_level_is_bounded_by_what_open_answers_can_reach(answers, expected):
    assert value(measured("count", answers, level=2), "figure") == expected


def test_a_count_at_least_is_bounded_by_its_two_ends():
    answers = {"a": between(1, 3), "b": 2, "c": 0}
    assert value(measured("count", answers, at_least=2), "figure") == (1, 2)


SOURCES = [{"id": "guide", "title": "G", "licence": "CC0-1.0", "use": "own-words"}]


def test_a_look_up_that_is_not_monotone_is_bounded_by_the_cells_it_can_reach():
    grid = rubric(
        criteria="a",
        sources=SOURCES,
        measures=[
            {
                "id": "figure",
                "op": "lookup",
                "of": "a",
                "table": [5, 1, 9, 2, 3, 4],
                "monotone": "no",
                "source": "guide",
            }
        ],
    )
    assert value(result(grid, {"a": between(0, 3)}), "figure") == (1, 9)


def test_a_look_up_by_mapping_reads_an_attribute():
    grid = rubric(
        criteria="a",
        attributes=[{"id": "taille", "values": ["petite", "grande"]}],
        measures=[
            {"id": "figure", "op": "lookup", "of": "taille", "table": {"petite": 2, "grande": 4}}
        ],
    )
    assert value(result(grid, {"a": 1}, attributes={"taille": "grande"}), "figure") == 4


def test_a_look_up_by_a_missing_attribute_is_not_computed():
    grid = rubric(
        criteria="a",
        attributes=[{"id": "taille", "values": ["petite", "grande"]}],
        measures=[
            {"id": "figure", "op": "lookup", "of": "taille", "table": {"petite": 2, "grande": 4}}
        ],
    )
    assert result(grid, {"a": 1}).nodes["figure", ""].value.low is None


def test_index_operators_read_the_score_where_the_scale_has_one():
    grid = rubric(
        criteria="a b",
        scales=[scale("s", (0, 1, 2), scores=(0, "0.25", 1))],
        measures=[{"id": "figure", "op": "sum", "of": "d"}],
    )
    assert value(result(grid, (1, 2)), "figure") == F(5, 4)


def test_a_weighted_mean_reads_the_weights_of_the_criteria():
    grid = rubric(
        criteria=[{"id": "a", "weight": 3}, "b"],
        measures=[{"id": "figure", "op": "weighted-mean", "of": "d"}],
    )
    assert value(result(grid, (4, 0)), "figure") == 3


def test_a_weighted_mean_drops_the_weight_of_what_is_skipped():
    grid = rubric(
        criteria=[{"id": "a", "weight": 3}, "b"],
        measures=[{"id": "figure", "op": "weighted-mean", "of": "d", "unknown": "skip"}],
    )
    assert value(result(grid, ("unknown", 2)), "figure") == 2


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [("half-up", F(13, 10)), ("half-even", F(6, 5)), ("down", F(6, 5))],
)
def test_a_visible_round_changes_the_figure_by_its_mode(rounding, expected):
    names = "a b c e"
    grid = rubric(
        criteria=names,
        measures=[
            {"id": "moyenne", "op": "mean", "of": "d"},
            {"id": "figure", "op": "round", "of": "moyenne", "digits": 1, "rounding": rounding},
        ],
    )
    assert value(result(grid, (1, 1, 1, 2)), "figure") == expected  # 1.25


def test_a_round_of_a_negative_half_goes_away_from_zero():
    grid = rubric(
        criteria="a b",
        scales=[scale("s", (0, 1), scores=(0, "0.5"))],
        measures=[
            {"id": "ecart", "op": "difference", "of": ["a", "b"]},
            {"id": "figure", "op": "round", "of": "ecart"},
        ],
    )
    assert value(result(grid, (0, 1)), "figure") == -1


def test_display_changes_the_print_only():
    grid = rubric(
        criteria="a b c",
        measures=[{"id": "figure", "op": "mean", "of": "d", "display": {"digits": 0}}],
    )
    assert value(result(grid, (1, 1, 2)), "figure") == F(4, 3)


NEXT = {1: ["a", "b"], 2: ["c", "e", "f"]}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((1, 1, 1, 0, 0), (F(1, 3), F(1, 3))),
        ((1, 1, 1, "unknown", 0), (F(1, 3), F(2, 3))),
        ((0, 1, 1, 1, 1), (F(1, 2), F(1, 2))),
        ((1, 1, 1, 1, 1), None),
    ],
)
def test_next_share_is_the_part_of_the_next_level_that_is_met(answers, expected):
    grid = rubric(criteria="a b c e f", measures=[{"id": "echelon", "op": "ladder", "items": NEXT}])
    assert result(grid, answers).nodes["echelon", ""].next_share == expected


@pytest.mark.parametrize("items", [{1: ["a", "b"], 2: "c"}, {1: ["a", "b"]}])
def test_next_share_is_about_the_level_after_the_official_one_at_both_ends(items):
    grid = rubric(criteria="a b c", measures=[{"id": "echelon", "op": "ladder", "items": items}])
    assert result(grid, (1, "unknown", 0)).nodes["echelon", ""].next_share == (F(1, 2), 1)


# 4.8 Why ------------------------------------------------------------------------------------------


def test_a_pass_names_one_minimal_sufficient_set_and_the_surplus():
    grid = rubric(
        criteria=[{"id": "a", "weight": 3}, {"id": "b", "weight": 2}, "c"],
        levels=[level(1, majority(threshold="1/2"))],
    )
    found = proof(result(grid, (1, 1, 1)), 1)
    assert (found.enough, set(found.surplus)) == (("a",), {"b", "c"})


def test_a_pass_keeps_its_musts_in_the_set_it_names():
    grid = rubric(
        criteria=[{"id": "a", "weight": 3}, "b", "c"],
        levels=[level(1, majority(threshold="1/2", must=["c"]))],
    )
    found = proof(result(grid, (1, 1, 1)), 1)
    assert set(found.enough) == {"a", "c"}


def test_a_fail_gives_the_weight_that_is_missing():
    found = proof(result(one_level(majority(threshold="2/3")), {"a": 1, "b": 0, "c": 0}), 1)
    assert (found.got_low, found.asked, found.total) == (1, 2, 3)


def test_an_unknown_names_the_answers_that_would_settle_it():
    grid = one_level(majority(threshold="2/3"))
    found = result(grid, {"a": 1, "b": "unknown", "c": 0})
    assert (truth(found, 1), [d.key.criterion for d in found.sensitivity.decisive]) == (
        "unknown",
        ["b"],
    )


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"a": 1}, "lower"),
        (cited(2), "no-evidence"),
        (cited({"level": 2}, "faible"), "weak-evidence"),
        (cited(2, "vieille"), "stale"),
        (cited(2, "rejetee"), "rejected"),
        ({"a": "unknown"}, "unknown"),
        ({"a": between(1, 2)}, "undecided"),
        ({}, "not-assessed"),
        ({"a": na("")}, "reason-missing"),
    ],
)
def test_each_gap_has_one_reason(about, expected):
    grid = rubric(
        criteria=[{"id": "a", **OPTIONAL, "evidence": {"least": {2: "documented"}}}, "b"],
        levels=[level(1, {"b": 1}), level(2, {"a": 2})],
        evidence={**GRADES, "max_age": "36 months"},
    )
    evidence = {
        "faible": record("declared", date="2026-01"),
        "vieille": record(date="2019-01"),
        "rejetee": record(date="2026-01", status="rejected"),
    }
    assert gaps(result(grid, {"b": 1, **about}, evidence=evidence)) == {"a": expected}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ({"p1": record(date="2026-01", status="planned")}, "no-evidence"),
        ({"p1": record(date="2027-01")}, "no-evidence"),
        ({"p1": record("declared", date="2019-01")}, "weak-evidence"),
        ({"p1": record(date="2019-01"), "p2": record(status="rejected")}, "stale"),
    ],
    ids=["all-planned", "all-later", "old-and-weak", "old-beside-rejected"],
)
def test_a_reason_about_evidence_tells_what_would_help(records, expected):
    assert gaps(result(EVIDENCED, cited(2, *records), evidence=records)) == {"a": expected}


def test_a_gap_of_an_interval_held_by_no_evidence_is_undecided_while_it_straddles():
    assert gaps(result(EVIDENCED, {"a": between(1, 2)})) == {"a": "undecided"}


def test_a_reason_behind_a_computed_criterion_skips_what_does_not_apply():
    grid = rubric(
        criteria=[
            "a",
            "b",
            {"id": "usage", **OPTIONAL},
            {"id": "adoption", "computed": {1: in_group(1)}},
        ],
        groups=[{"id": "milieux", "of": "settings", "criteria": ["usage"]}],
        levels=[level(1, {"adoption": 1})],
    )
    answers = {"a": 1, "b": 1, "milieux": {"m0": {"usage": na()}, "m1": {"usage": "unknown"}}}
    found = result(grid, answers, settings=settings({}, {}))
    assert gaps(found) == {"adoption": "unknown"}


def test_alternatives_are_told_from_requirements():
    grid = one_level({"all_of": [{"a": 1}, {"any_of": [{"b": 1}, {"c": 1}]}]})
    found = result(grid, (0, 0, 0))
    assert {g.name: g.alternative for g in found.gaps} == {"a": False, "b": True, "c": True}


def test_the_gaps_are_those_of_the_next_level_only():
    grid = rubric(criteria="a b", levels=[level(1, {"a": 1}), level(2, {"b": 1})])
    assert gaps(result(grid, (0, 0))) == {"a": "lower"}


# 4.9 Next steps -----------------------------------------------------------------------------------


def test_the_cost_is_that_of_each_level_step():
    grid = rubric(criteria=[{"id": "a", "effort": 3}, "b"], levels=[level(1, {"a": 2, "b": 3})])
    assert steps(result(grid, (0, 1))) == ({"a": 2, "b": 3}, 8)


def test_an_unknown_is_raised_from_its_low_end():
    grid = rubric(criteria="a b", levels=[level(1, {"a": 2})])
    assert steps(result(grid, {"a": "unknown", "b": 0})) == ({"a": 2}, 2)


def test_a_computed_criterion_yields_actions_on_its_instances():
    grid = rubric(
        criteria=["usage", {"id": "adoption", "computed": {1: in_group(2)}}],
        groups=[{"id": "milieux", "of": "settings", "criteria": ["usage"]}],
        levels=[level(1, {"adoption": 1})],
    )
    answers = {"milieux": {"m0": {"usage": 2}, "m1": {"usage": 1}, "m2": {"usage": 0}}}
    step = result(grid, answers, settings=settings({}, {}, {})).next_steps.cheapest.steps[0]
    assert [(s.key.instance, s.start, s.target) for s in step.instances] == [("m1", 1, 2)]


def test_a_computed_criterion_that_listed_instances_cannot_lift_says_so():
    grid = rubric(
        criteria=["usage", {"id": "adoption", "computed": {1: in_group(2)}}],
        groups=[{"id": "milieux", "of": "settings", "criteria": ["usage"]}],
        levels=[level(1, {"adoption": 1})],
    )
    found = result(grid, {"milieux": {"m0": {"usage": 2}}}, settings=settings({}))
    step = found.next_steps.cheapest.steps[0]
    assert (step.key.criterion, step.needs_instances) == ("adoption", True)


def test_there_is_no_way_where_the_listed_instances_cannot_be_enough():
    found = result(settings_rubric(in_group(2)), usages(2), settings=settings({}))
    assert (found.next_steps.cheapest, found.next_steps.fewest) == (None, None)


def test_there_is_no_way_to_a_level_that_not_applicable_answers_block():
    grid = rubric(criteria=optional("a b c"), levels=[level(1, {"a": 1}), level(2, {"b": 1})])
    found = result(grid, {"a": 1, "b": na(), "c": 1})
    assert (official(found), found.next_steps.cheapest) == ("1", None)


def test_there_is_no_next_step_at_the_top():
    assert result(one_level({"a": 1}), (1, 1, 1)).next_steps is None


def test_the_stress_test_leaves_answers_with_evidence_as_they_are():
    found = with_record(2)
    assert found.sensitivity.stress is None


# 4.10 Dimensions and bottleneck -------------------------------------------------------------------

TWO_SCALES = {
    "scales": [scale("s", range(6)), scale("t", range(4))],
    "dimensions": [
        {"id": "d1", "title": "1", "criteria": [{"id": "a", "title": "A", "scale": "s"}]},
        {"id": "d2", "title": "2", "criteria": [{"id": "b", "title": "B", "scale": "s"}]},
        {"id": "d3", "title": "3", "criteria": [{"id": "c", "title": "C", "scale": "t"}]},
        {
            "id": "d4",
            "title": "4",
            "criteria": [
                {"id": "e", "title": "E", "scale": "s"},
                {"id": "f", "title": "F", "scale": "t"},
            ],
        },
    ],
}


def bottlenecks(answers):
    found = result(rubric(**TWO_SCALES), answers)
    return {b.scale: (b.rank, b.dimensions) for b in found.bottlenecks}


def test_a_bottleneck_names_all_ties():
    assert bottlenecks((2, 2, 3, 5, 3))["s"] == (2, ("d1", "d2"))


def test_a_bottleneck_never_mixes_scales():
    assert bottlenecks((3, 2, 1, 0, 0)) == {"s": (2, ("d2",)), "t": (1, ("d3",))}


def test_a_dimension_of_two_scales_has_no_level():
    assert why(result(rubric(**TWO_SCALES), (3, 2, 1, 0, 0)), "d4") == "not-one-scale"


def test_the_spread_is_lowest_lower_median_and_highest_of_one_scale():
    spreads = result(rubric(**TWO_SCALES), (5, 2, 1, 3, 0)).spreads
    assert [(s.scale, s.lowest, s.median, s.highest) for s in spreads] == [
        ("s", 2, 3, 5),
        ("t", 0, 0, 1),
    ]


# 4.11 Ambition, plans, local track ----------------------------------------------------------------

LADDER = rubric(criteria="a b", levels=[level(n, {"a": n}) for n in (1, 2, 3, 4)])


@pytest.mark.parametrize(("wanted", "gap", "reached"), [(4, 2, False), (2, 0, True), (1, -1, True)])
def test_a_gap_to_the_ambition_is_in_steps_and_signed(wanted, gap, reached):
    target = result(LADDER, (2, 0), ambition={"level": wanted}).targets[0]
    assert (target.gap, target.reached) == (gap, reached)


def test_an_ambition_is_measured_from_the_low_end():
    target = result(LADDER, {"a": between(1, 3), "b": 0}, ambition={"level": 3}).targets[0]
    assert (target.low, target.high, target.gap, target.reached) == (0, 2, 2, False)


def test_a_target_may_be_set_for_another_node():
    targets = result(LADDER, (2, 1), ambition={"at": {"b": 3, "d": 1}}).targets
    assert [(t.name, t.gap, t.reached) for t in targets] == [("b", 2, False), ("d", 0, True)]


def test_plans_are_computed_from_claimed_levels():
    plans = [{"id": "fin", "answers": {"a": 3}}]
    found = result(EVIDENCED, {"a": 1}, plans=plans)
    assert [(p.id, p.low, p.high) for p in found.plans] == [("fin", 2, 2)]


def test_plans_never_count_as_reached():
    found = result(EVIDENCED, {"a": 1}, plans=[{"id": "fin", "answers": {"a": 3}}])
    assert (official(found), claimed(found)) == ("1", ("1", "1"))


def test_what_a_phase_omits_it_takes_from_the_one_before_and_the_first_from_the_answers():
    grid = rubric(criteria="a b", levels=[level(1, {"a": 1}), level(2, {"a": 2, "b": 2})])
    plans = [{"id": "un", "answers": {"a": 2}}, {"id": "deux", "answers": {"b": 2}}]
    found = result(grid, {"a": 1, "b": 1}, plans=plans)
    assert [p.low for p in found.plans] == [0, 1]


def test_a_plan_may_state_a_computed_criterion():
    found = result(COMPUTED, {"a": 1, "b": 0}, plans=[{"id": "fin", "answers": {"calcul": 3}}])
    assert found.plans[0].low == 1


def test_a_plan_lays_its_answers_instance_by_instance():
    rule = in_group(2)
    plans = [{"id": "fin", "answers": {"milieux": {"m1": {"usage": 3}}}}]
    found = result(settings_rubric(rule), usages(2, 0), settings=settings({}, {}), plans=plans)
    assert (official(found), found.plans[0].low) == ("none", 0)


# Strategies

WAYS = rubric(
    criteria="a b",
    attributes=[{"id": "ouverte", "values": ["yes", "no"]}],
    levels=[level(1, {"a": 1})],
    strategies=[
        {
            "id": "replication",
            "title": "R",
            "fits_when": {"ouverte": "yes"},
            "ready_when": {"b": 2},
        }
    ],
)


@pytest.mark.parametrize(
    ("attribute", "b", "expected"),
    [
        ({"ouverte": "yes"}, 2, "ready"),
        ({"ouverte": "yes"}, 1, "too-early"),
        ({"ouverte": "yes"}, "unknown", "possible"),
        ({"ouverte": "no"}, 2, "does-not-fit"),
        ({}, 2, "possible"),
    ],
)
def test_a_strategy_is_too_early_while_what_makes_it_ready_is_not_met(attribute, b, expected):
    found = result(WAYS, {"a": 1, "b": b}, attributes=attribute)
    assert found.strategies[0].state == expected


def test_an_attribute_that_a_strategy_misses_is_listed():
    assert "missing-attribute-of-fit" in remarks(result(WAYS, {"a": 1, "b": 2}))


# 3.2 Context and choice of the assessment ---------------------------------------------------------


def test_the_context_of_an_earlier_day_gives_the_roles_as_they_stood():
    context = {"settings": [{"id": "m0", "role": "trial"}]}
    grid = settings_rubric(in_group(1, **INTEGRATORS))
    found = result(grid, usages(3), settings=settings("integrator"), context=context)
    assert truth(found, 1) == "unmet"


def test_what_the_context_of_a_setting_omits_is_as_at_the_top_of_the_file():
    context = {"settings": [{"id": "m0", "status": "committed"}]}
    grid = settings_rubric(in_group(1, **INTEGRATORS))
    found = result(grid, usages(3), settings=settings("integrator"), context=context)
    assert truth(found, 1) == "met"


def test_a_setting_that_the_context_does_not_list_is_as_at_the_top_of_the_file():
    context = {"settings": [{"id": "m0", "role": "trial"}]}
    grid = settings_rubric(in_group(1, **INTEGRATORS))
    listed = settings("integrator", "integrator")
    assert truth(result(grid, usages(3, 3), settings=listed, context=context), 1) == "met"


def test_the_context_gives_the_track_as_it_stood():
    found = result(LOCAL, (1, 1, 1), ambition={"track": "local"}, context={"track": "court"})
    assert (found.track, official(found)) == ("court", "3")


def test_the_context_gives_the_strategies_as_they_stood():
    found = result(STRATEGIES, {"c": 1}, strategies=["autre"], context={"strategies": ["seule"]})
    assert (found.strategies_chosen, official(found)) == (("seule",), "1")


def test_the_context_gives_the_attributes_as_they_stood():
    context = {"attributes": {"nature": "no"}}
    found = result(CONDITIONAL, {"a": 2}, attributes={"nature": "yes"}, context=context)
    assert official(found) == "2"


def dated(*entries):
    return project(
        assessments=[
            snapshot({"a": level, "b": 0}, date=date, kind=kind) for date, kind, level in entries
        ]
    )


def chosen(fiche, as_of=None):
    return official(assess(LADDER, fiche, Options(as_of=as_of)))


def test_the_current_assessment_is_the_newest_that_is_not_a_panel_voice():
    fiche = dated(
        ("2026-05-01", "self", 2), ("2026-01-01", "consensus", 1), ("2026-09-01", "panel", 4)
    )
    assert chosen(fiche) == "2"


def test_of_equal_dates_the_last_in_the_file_is_current():
    fiche = dated(("2026-05-01", "self", 2), ("2026-05-01", "consensus", 3))
    assert chosen(fiche) == "3"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2026-04-30", "1"), ("2026-05-01", "2"), ("2026-05", "2"), ("2026-12-31", "3")],
)
def test_the_as_of_date_chooses_the_newest_assessment_up_to_it(as_of, expected):
    fiche = dated(("2026-01-01", "self", 1), ("2026-05-01", "self", 2), ("2026-09-01", "self", 3))
    assert chosen(fiche, as_of) == expected


def test_the_as_of_date_is_the_one_that_ages_are_counted_to():
    assert official(with_record(2, Options(as_of="2029-02-01"), date="2026-01-31")) == "1"


def test_without_an_as_of_date_ages_are_counted_to_the_assessment():
    assert official(with_record(2, date="2023-11-01")) == "2"


def test_a_record_dated_between_the_assessment_and_the_as_of_date_does_not_count():
    found = with_record(2, Options(as_of="2027-06-01"), date="2027-01-01")
    assert official(found) == "1"


# 4.12 Determinism ---------------------------------------------------------------------------------


def test_the_same_inputs_give_the_same_result():
    answers = {"a": between(1, 3), "b": "unknown", "c": 2}
    grid = one_level(majority())
    assert result(grid, answers) == result(grid, answers)


def test_the_order_of_the_answers_changes_nothing():
    grid = one_level(majority())
    first = result(grid, {"a": 1, "b": "unknown", "c": 2})
    second = result(grid, {"c": 2, "b": "unknown", "a": 1})
    assert first._replace(snapshot=None, project=None) == second._replace(
        snapshot=None, project=None
    )


def test_the_order_of_the_criteria_does_not_change_the_level():
    straight, reverse = one_level(majority(), "a b c"), one_level(majority(), "c b a")
    answers = {"a": 1, "b": "unknown", "c": 0}
    assert interval(quick(straight, answers)) == interval(quick(reverse, answers))


# Own keys and plain scalars -----------------------------------------------------------------------


def test_levels_written_with_leading_zeros_or_decimals_name_the_level_they_equal():
    assert [official(result(LADDER, {"a": a, "b": 0})) for a in ("2", "02", "2.0")] == ["2"] * 3


def test_the_sum_of_all_parts_of_an_interval_answer_keeps_low_under_high():
    found = measured("sum", {"a": between(0, 5), "b": between(1, 2), "c": 3})
    assert value(found, "figure") == (4, 10)
