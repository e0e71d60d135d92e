"""What methods.md refuses, refused: by a code, at its line and its column."""

import tomllib

import pytest
from tests.scoring.builders import findings, place

from scalecheck.language.catalogue import FOLDER

HEAD = """\
format: scalecheck/rubric@1
id: essai
version: 1.0.0
languages: fr
title: Grille d’essai
licence: CC0-1.0
sources:
  - {id: cadre, title: Un cadre publié, licence: CC0-1.0, use: own-words}
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {reason: required, min_applicable: 60%}
  empty_level: blocks
scales:
  - id: maturite
    levels: [{value: 0}, {value: 1}, {value: 2}, {value: 3}]
  - id: risque
    direction: down
    levels: [{value: 0}, {value: 1}, {value: 2}]
"""
GROUPS = """\
groups:
  - id: milieux
    of: settings
    criteria: [usage]
"""
DIMENSIONS = """\
dimensions:
  - id: besoin
    title: Besoin
    criteria:
      - {id: ampleur, title: Ampleur, scale: maturite}
      - {id: ancrage, title: Ancrage, scale: maturite}
      - {id: menace, title: Menace, scale: risque}
      - {id: usage, title: Usage, scale: maturite}
"""
LADDER = """\
levels:
  - value: 1
    requires: {ampleur: 1}
"""


def rubric_with(measures="", levels=LADDER, head=HEAD, dimensions=DIMENSIONS, more=""):
    block = f"measures:\n{measures}" if measures else ""
    return head + GROUPS + dimensions + block + more + levels


def with_measure(line, **more):
    return rubric_with(measures=f"  - {line}\n", **more)


def with_rule(rule, **more):
    return rubric_with(levels=f"levels:\n  - value: 1\n    requires: {rule}\n", **more)


def refused(text, code, snippet):
    """Check that a document has exactly one thing wrong, that one, where the snippet begins."""
    assert findings(text) == [(code, *place(text, snippet))]


def test_the_base_of_these_tests_is_sound():
    assert findings(rubric_with()) == []


# Operators that do not exist ----------------------------------------------------------------------

NO_SUCH_OPERATORS = [
    "geometric-mean",
    "harmonic-mean",
    "owa",
    "choquet",
    "sugeno",
    "mode",
    "matrix",
    "expression",
    "python",
    "not",
]


@pytest.mark.parametrize("op", NO_SUCH_OPERATORS)
def test_an_operator_outside_the_closed_set_is_refused_when_a_measure_names_it(op):
    text = with_measure(f"{{id: indice, op: {op}, of: [ampleur, ancrage]}}")
    refused(text, "not-one-of", f"{op}, of")


@pytest.mark.parametrize(
    "key",
    ["weights: [1/4, 1/4]", "code: max(x)", "expression: a + b", "formula: a*b", "exponent: 2"],
)
def test_a_setting_that_an_operator_does_not_have_is_refused_when_it_is_written(key):
    text = with_measure(f"{{id: centre, op: median, of: [ampleur, ancrage], {key}}}")
    refused(text, "unknown-key", key)


def test_a_measure_without_an_operator_is_refused():
    text = with_measure("{id: indice, of: [ampleur, ancrage]}")
    refused(text, "missing-key", "{id: indice")


# Rules: no `not`, no code -------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["not", "none-of", "python", "expression", "if", "eval", "unless"])
def test_a_rule_word_outside_the_grammar_is_refused_when_a_rule_uses_it(word):
    text = with_rule(f"{{{word}: 1}}")
    refused(text, "unknown-node", f"{word}: 1")


@pytest.mark.parametrize("rule", ["{ampleur: 1}", "[{ampleur: 1}]"])
def test_a_negated_rule_is_refused(rule):
    refused(with_rule(f"{{not: {rule}}}"), "unknown-rule", "not: ")


@pytest.mark.parametrize("level", ["'> 2'", "'ampleur + 1'", "'2 or 3'", "__import__"])
def test_an_expression_in_place_of_a_level_is_refused(level):
    text = with_rule(f"{{ancrage: {level}}}")
    refused(text, "unknown-level", level)


@pytest.mark.parametrize("word", ["at_most", "none_of", "below", "between"])
def test_a_rule_that_a_better_answer_would_break_is_refused(word):
    refused(with_rule(f"{{{word}: {{ancrage: 2}}}}"), "unknown-rule", f"{word}: {{")


# An index decides nothing without leave -----------------------------------------------------------

LEAVE = "index_in_rules: {use: allowed, source: cadre}\n"
INDICES = [
    "op: mean, of: [ampleur, ancrage]",
    "op: weighted-mean, of: [ampleur, ancrage]",
    "op: sum, of: [ampleur, ancrage]",
    "op: product, of: [ampleur, ancrage]",
    "op: percent, of: [ampleur, ancrage]",
    "op: difference, of: [ampleur, ancrage]",
    "op: round, of: ampleur",
    "op: additive, items: {1: ampleur, 2: ancrage}",
]


@pytest.mark.parametrize("index", INDICES[:5] + INDICES[6:])
def test_an_index_feeding_a_stage_is_refused_when_the_rubric_gives_no_leave(index):
    text = with_rule("{indice: 2}", measures=f"  - {{id: indice, {index}}}\n")
    refused(text, "index-in-rule", "indice: 2")


@pytest.mark.parametrize("index", INDICES[:5] + INDICES[6:])
def test_an_index_feeding_a_stage_is_accepted_when_the_rubric_gives_leave_with_a_source(index):
    text = with_rule("{indice: 2}", measures=f"  - {{id: indice, {index}}}\n", more=LEAVE)
    assert findings(text) == []


def test_leave_without_a_source_is_refused():
    text = rubric_with(more="index_in_rules: allowed\n")
    refused(text, "index-needs-source", "allowed\n")


def test_leave_that_cites_no_listed_source_is_refused():
    text = rubric_with(more="index_in_rules: {use: allowed, source: inconnue}\n")
    refused(text, "unknown-source", "inconnue")


def test_a_band_over_an_index_is_an_index_too_when_a_rule_reads_it():
    measures = """\
  - {id: indice, op: mean, of: [ampleur, ancrage]}
  - {id: zone, op: bands, of: indice, bands: [{id: faible}, {id: forte, from: 2}]}
"""
    text = with_rule("{zone: forte}", measures=measures)
    refused(text, "index-in-rule", "zone: forte")


@pytest.mark.parametrize("word", ["must", "veto"])
def test_an_index_in_a_majority_is_refused_when_it_only_blocks(word):
    extra = "must: [indice]" if word == "must" else "veto: {indice: 1}"
    rule = f"{{majority: {{threshold: 70%, profile: {{ampleur: 1, indice: 1}}, {extra}}}}}"
    text = with_rule(rule, measures=f"  - {{id: indice, {INDICES[0]}}}\n")
    assert {code for code, _, _ in findings(text)} == {"index-in-rule"}


INDEX = "  - {id: indice, op: mean, of: [ampleur, ancrage]}\n"


def test_an_index_is_refused_in_a_computed_criterion():
    line = "      - {id: calcul, title: Calcul, scale: maturite, computed: {1: {indice: 1}}}\n"
    text = rubric_with(measures=INDEX, dimensions=DIMENSIONS + line)
    refused(text, "index-in-rule", "indice: 1")


def test_an_index_is_refused_in_the_rule_that_lifts_a_cap():
    cap = "  - {id: plafond, op: cap, of: ampleur, at: 1, unless: {indice: 1}}\n"
    refused(rubric_with(measures=INDEX + cap), "index-in-rule", "indice: 1")


def test_an_index_is_refused_in_what_makes_a_strategy_ready():
    more = "strategies:\n  - {id: replication, title: R, ready_when: {indice: 1}}\n"
    refused(rubric_with(measures=INDEX, more=more), "index-in-rule", "indice: 1")


def test_an_index_is_refused_however_deep_the_rule_that_reads_it():
    text = with_rule("{all_of: [{ampleur: 1}, {any_of: [{indice: 2}]}]}", measures=INDEX)
    refused(text, "index-in-rule", "indice: 2")


def test_the_mean_of_a_dimension_is_refused_as_the_headline():
    dimensions = DIMENSIONS.replace("scale: risque", "scale: maturite")
    text = rubric_with(
        measures="  - {id: indice, op: mean, of: besoin}\n",
        dimensions=dimensions,
        levels="headline: indice\nlevels:\n  - {value: 1}\n",
    )
    refused(text, "bad-headline", "indice\nlevels")


def test_bands_over_a_mean_are_refused_as_the_headline_without_leave():
    measures = """\
  - {id: indice, op: mean, of: [ampleur, ancrage]}
  - {id: zone, op: bands, of: indice, bands: [{id: faible}, {id: forte, from: 2}]}
"""
    text = rubric_with(measures=measures, levels="headline: zone\nlevels:\n  - {value: forte}\n")
    refused(text, "index-in-rule", "zone\nlevels")


def test_bands_over_a_mean_are_accepted_as_the_headline_with_leave():
    measures = """\
  - {id: indice, op: mean, of: [ampleur, ancrage]}
  - {id: zone, op: bands, of: indice, bands: [{id: faible}, {id: forte, from: 2}]}
"""
    levels = "headline: zone\nlevels:\n  - {value: forte}\n"
    assert findings(rubric_with(measures=measures, levels=levels, more=LEAVE)) == []


@pytest.mark.parametrize("op", ["min", "max", "median"])
def test_an_order_statistic_of_indices_is_refused_because_it_reads_ranks(op):
    measures = f"""\
  - {{id: indice, op: mean, of: [ampleur, ancrage]}}
  - {{id: lecture, op: {op}, of: [indice]}}
"""
    text = rubric_with(measures=measures)
    refused(text, "not-one-scale", "[indice]")


@pytest.mark.parametrize("op", ["min", "max", "median"])
def test_an_order_statistic_over_two_scales_is_refused(op):
    text = with_measure(f"{{id: lecture, op: {op}, of: [ampleur, menace]}}")
    refused(text, "not-one-scale", "[ampleur, menace]")


def test_a_requirement_on_a_dimension_of_two_scales_is_refused():
    text = with_rule("{besoin: 1}")
    refused(text, "not-one-scale", "besoin: 1")


# Not monotone: not in rules -----------------------------------------------------------------------


def test_a_count_at_exactly_one_level_is_refused_in_a_rule():
    text = with_rule(
        "{combien: 2}", measures="  - {id: combien, op: count, of: [ampleur, ancrage], level: 2}\n"
    )
    refused(text, "not-monotone-in-rule", "combien: 2")


def test_a_difference_is_refused_in_a_rule_even_with_leave():
    text = with_rule("{indice: 2}", measures=f"  - {{id: indice, {INDICES[5]}}}\n", more=LEAVE)
    refused(text, "not-monotone-in-rule", "indice: 2")


def test_a_sum_of_scores_where_more_is_worse_is_refused_in_a_rule_even_with_leave():
    measures = "  - {id: indice, op: sum, of: [ampleur, menace]}\n"
    text = with_rule("{indice: 2}", measures=measures, more=LEAVE)
    refused(text, "not-monotone-in-rule", "indice: 2")


def test_a_table_that_falls_as_answers_rise_is_refused_unless_it_says_so():
    text = with_measure("{id: lecture, op: lookup, of: ampleur, table: [1, 2, 1, 3]}")
    refused(text, "lookup-not-monotone", "table:")


def test_a_table_said_not_monotone_is_refused_without_a_source():
    line = "{id: lecture, op: lookup, of: ampleur, table: [1, 2, 1, 3], monotone: no}"
    refused(with_measure(line), "not-monotone-needs-source", "monotone: no")


def test_a_table_said_not_monotone_is_accepted_with_a_source_and_refused_in_a_rule():
    kind = "id: lecture, op: lookup, of: ampleur, scale: maturite"
    line = f"{{{kind}, table: [1, 2, 1, 3], monotone: no, source: cadre}}"
    assert findings(with_measure(line)) == []
    text = with_rule("{lecture: 2}", measures=f"  - {line}\n")
    refused(text, "not-monotone-in-rule", "lecture: 2")


# Weights, thresholds, vetoes ----------------------------------------------------------------------


def majority(**changes):
    given = {"threshold": "70%", "profile": "{ampleur: 2, ancrage: 1}", **changes}
    return "{majority: {" + ", ".join(f"{key}: {value}" for key, value in given.items()) + "}}"


@pytest.mark.parametrize("weight", ["0", "-1", "-0.5", "0%"])
def test_a_weight_that_is_not_positive_is_refused_in_a_majority(weight):
    text = with_rule(majority(weights=f"{{ampleur: {weight}, ancrage: 1}}"))
    refused(text, "weight-not-positive", f"{weight}, ancrage: 1}}}}")


@pytest.mark.parametrize("weight", ["0", "-2"])
def test_a_weight_that_is_not_positive_is_refused_on_a_criterion(weight):
    line = f"weight: {weight}"
    dimensions = DIMENSIONS.replace("Ampleur,", f"Ampleur, {line},")
    text = rubric_with(dimensions=dimensions)
    code, row, _ = findings(text)[0]
    assert (code, row, len(findings(text))) == ("weight-not-positive", place(text, line)[0], 1)


@pytest.mark.parametrize("weight", ["0", "-1"])
def test_a_weight_that_is_not_positive_is_refused_in_a_weighted_mean(weight):
    text = with_measure(
        "{id: indice, op: weighted-mean, of: [ampleur, ancrage], "
        f"weights: {{ancrage: 1, ampleur: {weight}}}}}"
    )
    refused(text, "weight-not-positive", f"{weight}}}}}")


@pytest.mark.parametrize("threshold", ["0", "0%", "-10%", "101%", "1.01", "2"])
def test_a_threshold_out_of_its_range_is_refused(threshold):
    text = with_rule(majority(threshold=threshold))
    refused(text, "not-share", f"{threshold}, profile")


@pytest.mark.parametrize("threshold", ["1e-1", "0x1", "seventy", ".7", "1/0", "1/2/3"])
def test_a_threshold_that_is_not_an_exact_number_is_refused(threshold):
    text = with_rule(majority(threshold=threshold))
    refused(text, "not-number", f"{threshold}, profile")


@pytest.mark.parametrize("threshold", ["70 %", "0,70"])
def test_a_threshold_that_is_spelled_another_way_is_refused(threshold):
    rule = f"majority:\n        threshold: {threshold}\n        profile: {{ampleur: 2}}\n"
    text = rubric_with(levels=f"levels:\n  - value: 1\n    requires:\n      {rule}")
    refused(text, "number-format", threshold)


def test_a_quoted_threshold_is_refused_because_a_number_is_written_plain():
    text = with_rule(majority(threshold="'0.70'"))
    refused(text, "quoted-scalar", "'0.70'")


@pytest.mark.parametrize("threshold", ["100%", "1", "0.70", "7/10", "1%"])
def test_a_threshold_above_0_and_up_to_1_is_accepted(threshold):
    assert findings(with_rule(majority(threshold=threshold))) == []


def test_a_veto_above_its_profile_is_refused():
    text = with_rule(majority(veto="{ancrage: 2}"))
    refused(text, "veto-above-profile", "2}}}")


@pytest.mark.parametrize("veto", ["0", "1"])
def test_a_veto_at_or_under_its_profile_is_accepted(veto):
    assert findings(with_rule(majority(veto=f"{{ancrage: {veto}}}"))) == []


def test_a_veto_above_its_profile_is_refused_by_rank_where_more_is_worse():
    rule = "{majority: {threshold: 70%, profile: {menace: 1}, veto: {menace: 0}}}"
    refused(with_rule(rule), "veto-above-profile", "0}}}")


def test_a_compulsory_criterion_that_is_not_in_the_profile_is_refused():
    text = with_rule(majority(must="[menace]"))
    refused(text, "not-in-profile", "menace]")


def test_a_weight_for_a_criterion_that_is_not_in_the_profile_is_refused():
    text = with_rule(majority(weights="{ampleur: 1, ancrage: 1, menace: 1}"))
    refused(text, "not-in-profile", "menace: 1}")


def test_a_criterion_of_the_profile_without_a_weight_is_refused_when_others_have_one():
    text = with_rule(majority(weights="{ampleur: 1}"))
    refused(text, "weight-missing", "weights:")


def test_more_than_all_of_a_list_is_refused():
    text = with_rule("{at_least: 3, of: {ampleur: 1, ancrage: 1}}")
    refused(text, "quota-too-large", "3, of")


@pytest.mark.parametrize("count", ["0", "-1"])
def test_a_count_under_1_is_refused(count):
    text = with_rule(f"{{at_least: {count}, of: {{ampleur: 1, ancrage: 1}}}}")
    refused(text, "not-positive", f"{count}, of")


# Levels, names, cycles ----------------------------------------------------------------------------


def test_a_level_outside_its_scale_is_refused():
    refused(with_rule("{ancrage: 4}"), "unknown-level", "4}")


def test_a_requirement_on_nothing_known_is_refused():
    refused(with_rule("{impact: 1}"), "unknown-node", "impact: 1")


def test_two_things_of_one_name_are_refused():
    text = with_measure("{id: ampleur, op: min, of: [ancrage]}")
    refused(text, "duplicate-id", "ampleur, op")


def test_a_measure_made_of_itself_is_refused():
    text = with_measure("{id: boucle, op: round, of: boucle}")
    assert findings(text) == [("cycle", *place(text, "boucle, op"))]


def test_a_group_criterion_is_refused_in_a_rule_outside_its_instances():
    refused(with_rule("{usage: 1}"), "outside-group", "usage: 1")


def test_levels_of_a_ladder_that_do_not_increase_are_refused():
    levels = (
        "levels:\n  - {value: 2, requires: {ampleur: 1}}\n  - {value: 1, requires: {ampleur: 2}}\n"
    )
    text = rubric_with(levels=levels)
    refused(text, "levels-not-increasing", "levels:\n  - {value: 2")


def test_a_level_that_asks_nothing_is_refused():
    text = rubric_with(levels="levels:\n  - {value: 1}\n")
    refused(text, "level-asks-nothing", "{value: 1}\n")


@pytest.mark.parametrize(
    ("bands", "snippet"),
    [
        ("[{id: a1}, {id: b1}]", "{id: b1}"),
        ("[{id: a1, from: 0}, {id: b1, from: 1}]", "{id: a1, from: 0}"),
        ("[{id: a1}, {id: b1, from: 1, above: 1}]", "{id: b1, from: 1, above: 1}"),
    ],
)
def test_bands_with_a_hole_or_an_overlap_are_refused(bands, snippet):
    text = with_measure(f"{{id: zone, op: bands, of: ampleur, bands: {bands}}}")
    refused(text, "band-bounds", snippet)


def test_bands_that_do_not_increase_are_refused():
    bands = "[{id: a1}, {id: b1, from: 2}, {id: c1, from: 2}]"
    text = with_measure(f"{{id: zone, op: bands, of: ampleur, bands: {bands}}}")
    refused(text, "levels-not-increasing", "bands: [")


# The four policies are stated ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "  unknown: bounds\n",
        "  not_assessed: bounds\n",
        "  not_applicable: {reason: required, min_applicable: 60%}\n",
        "  empty_level: blocks\n",
    ],
)
def test_a_policy_left_unsaid_is_refused(line):
    text = rubric_with(head=HEAD.replace(line, ""))
    assert [code for code, _, _ in findings(text)] == ["missing-key"]


@pytest.mark.parametrize("policy", ["zero", "full-credit", "ignore-null", "full_credit"])
def test_a_policy_outside_the_five_is_refused(policy):
    text = rubric_with(head=HEAD.replace("unknown: bounds", f"unknown: {policy}"))
    refused(text, "not-one-of", policy)


# Words --------------------------------------------------------------------------------------------

REFUSALS = [
    "not-one-of",
    "unknown-key",
    "number-format",
    "missing-key",
    "unknown-node",
    "unknown-rule",
    "unknown-level",
    "unknown-source",
    "index-in-rule",
    "index-needs-source",
    "bad-headline",
    "not-one-scale",
    "not-monotone-in-rule",
    "lookup-not-monotone",
    "not-monotone-needs-source",
    "weight-not-positive",
    "weight-missing",
    "not-share",
    "not-number",
    "not-positive",
    "quoted-scalar",
    "veto-above-profile",
    "not-in-profile",
    "quota-too-large",
    "duplicate-id",
    "cycle",
    "outside-group",
    "levels-not-increasing",
    "level-asks-nothing",
    "band-bounds",
]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_of_these_tests_has_words_in_both_languages(code, language):
    words = tomllib.loads((FOLDER / language / "problem.toml").read_text(encoding="utf-8"))
    tables = [words, *(table for table in words.values() if isinstance(table, dict))]
    assert any(code in table for table in tables)
