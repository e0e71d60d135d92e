"""The aggregation patterns of published frameworks, in our own words, with hand-computed values."""

from fractions import Fraction

import pytest
from tests.scoring.builders import (
    fraction,
    interval,
    level_named,
    named_scale,
    non_answers,
    official,
    problems_of,
    quick,
    result,
    rubric,
    scale,
    value,
    why,
)

F = Fraction

# A package: readiness times use of each component, the least of them and their mean ---------------

PRODUCTS = sorted({a * b for a in range(10) for b in range(10)})
PACKAGE_CRITERIA = [{"id": "maturite-c"}, {"id": "usage-c"}]


def package(**policies):
    """Two axes 0 to 9 for each component; the product is a table, so that it has a least."""
    table = [[a * b for b in range(10)] for a in range(10)]
    return rubric(
        criteria=PACKAGE_CRITERIA,
        scales=[scale("axe", range(10)), scale("produit", PRODUCTS)],
        groups=[{"id": "composantes", "criteria": ["maturite-c", "usage-c"]}],
        measures=[
            {
                "id": "produit-c",
                "op": "lookup",
                "per": "composantes",
                "of": ["maturite-c", "usage-c"],
                "table": table,
                "scale": "produit",
            },
            {"id": "limite", "op": "min", "of": "produit-c"},
            {"id": "moyenne", "op": "mean", "of": "produit-c"},
            {"id": "potentiel", "op": "round", "of": "moyenne", "digits": 1},
            {
                "id": "produit-i",
                "op": "product",
                "per": "composantes",
                "of": ["maturite-c", "usage-c"],
            },
            {"id": "moyenne-i", "op": "mean", "of": "produit-i"},
        ],
        non_answers=non_answers(**policies),
    )


def components(*pairs):
    """A project whose components have these readiness and use levels."""
    ids = [f"k{n}" for n in range(len(pairs))]
    answers = {
        i: {n: v for n, v in zip(("maturite-c", "usage-c"), pair, strict=True) if v is not None}
        for i, pair in zip(ids, pairs, strict=True)
    }
    answers = {i: given for i, given in answers.items() if given}
    return {
        "answers": {"composantes": answers} if answers else {},
        "groups": {"composantes": [{"id": i} for i in ids]},
    }


def assess_package(grid, *pairs):
    given = components(*pairs)
    return quick(grid, given["answers"], groups=given["groups"])


def product_of(found, name):
    low = found.nodes[name, ""].value.low
    return PRODUCTS[low]


def test_a_package_is_limited_by_the_least_of_its_products():
    found = assess_package(package(), (7, 6), (8, 3), (5, 5))
    assert product_of(found, "limite") == 24


def test_a_package_names_every_component_that_limits_it_when_two_tie():
    found = assess_package(package(), (6, 4), (8, 3), (5, 5))
    assert [key.instance for key in found.nodes["limite", ""].ties] == ["k0", "k1"]


def test_the_potential_of_a_package_is_the_mean_of_the_same_products_to_one_decimal():
    found = assess_package(package(), (7, 6), (8, 3), (5, 5))
    assert (value(found, "moyenne"), value(found, "potentiel")) == (F(91, 3), F(303, 10))


def test_a_half_is_rounded_away_from_zero_in_the_potential_of_a_package():
    found = assess_package(package(), (1, 1), (1, 1), (1, 1), (1, 2))  # 5/4
    assert value(found, "potentiel") == F(13, 10)


def test_the_product_as_an_index_gives_the_same_mean_as_the_table():
    found = assess_package(package(), (7, 6), (8, 3), (5, 5))
    assert value(found, "moyenne-i") == value(found, "moyenne")


def test_the_least_of_indices_is_refused_so_a_package_needs_a_table():
    parts = {
        "criteria": PACKAGE_CRITERIA,
        "measures": [
            {"id": "p", "op": "product", "of": ["maturite-c", "usage-c"]},
            {"id": "limite", "op": "min", "of": ["p"]},
        ],
    }
    assert problems_of(**parts) == ["not-one-scale"]


def test_a_component_with_one_axis_unanswered_widens_the_result_under_bounds():
    found = assess_package(package(), (7, 6), (8, None))
    node = found.nodes["limite", ""].value
    assert (PRODUCTS[node.low], PRODUCTS[node.high]) == (0, 42)


def test_a_component_with_one_axis_unanswered_leaves_the_minimum_under_skip():
    found = assess_package(package(not_assessed="skip"), (7, 6), (8, None))
    assert product_of(found, "limite") == 42


def test_skipping_a_component_shows_the_bounds_beside_because_it_is_a_convention():
    found = assess_package(package(not_assessed="skip"), (7, 6), (8, None))
    bounds = found.nodes["limite", ""].bounds
    assert (PRODUCTS[bounds.low], PRODUCTS[bounds.high]) == (0, 42)


def test_the_best_country_counts_when_the_roll_up_over_sites_is_the_maximum():
    grid = rubric(
        criteria="maturite-s",
        scales=[scale("axe", range(10))],
        groups=[{"id": "pays", "criteria": ["maturite-s"]}],
        measures=[{"id": "meilleur", "op": "max", "of": "maturite-s"}],
    )
    answers = {"pays": {"p1": {"maturite-s": 4}, "p2": {"maturite-s": 7}}}
    assert (
        value(quick(grid, answers, groups={"pays": [{"id": "p1"}, {"id": "p2"}]}), "meilleur") == 7
    )


# Counts of risks, then a table whose last cell holds beyond ---------------------------------------

ARL_TABLE = [  # rows: how many medium; columns: how many high
    [9, 6, 3, 1],
    [8, 5, 2, 1],
    [7, 4, 2, 1],
]


def risks(count=5, **policies):
    names = " ".join(f"r{n}" for n in range(count))
    return rubric(
        criteria=names,
        sources=[{"id": "guide", "title": "Un guide", "licence": "CC0-1.0", "use": "own-words"}],
        scales=[
            named_scale("risque", "low", "medium", "high", direction="down"),
            scale("niveau-a", range(1, 10)),
        ],
        measures=[
            {"id": "moyens", "op": "count", "of": "d", "level": "medium"},
            {"id": "eleves", "op": "count", "of": "d", "level": "high"},
            {
                "id": "niveau-lu",
                "op": "lookup",
                "of": ["moyens", "eleves"],
                "table": ARL_TABLE,
                "scale": "niveau-a",
                "monotone": "no",
                "source": "guide",
            },
        ],
        headline="niveau-lu",
        levels=[{"value": n} for n in range(1, 10)],
        non_answers=non_answers(min_applicable="1%", **policies),
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("low low low low low", "9"),
        ("medium low low low low", "8"),
        ("low low high low low", "6"),
        ("medium medium low low high", "4"),
    ],
)
def test_a_level_is_read_from_the_number_of_medium_and_of_high_risks(answers, expected):
    assert official(quick(risks(), answers.split())) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("medium medium medium medium low", "7"),  # 4 medium: the last row is 2
        ("high high high high low", "1"),  # 4 high: the last column is 3
        ("medium medium medium high high", "2"),
    ],
)
def test_the_last_cell_holds_beyond_the_table(answers, expected):
    assert official(quick(risks(), answers.split())) == expected


def test_an_unknown_risk_gives_the_exact_interval_and_not_the_corners_of_the_table():
    found = quick(risks(), ["medium", "unknown", "low", "low", "low"])
    assert interval(found) == ("5", "8")  # (2, 0) 7, (1, 1) 5, (1, 0) 8


def test_two_unknown_risks_are_tried_together():
    found = quick(risks(), ["unknown", "unknown", "low", "low", "low"])
    assert interval(found) == ("3", "9")  # two high at worst, none at best


def test_an_unknown_risk_read_as_the_worst_gives_one_level_and_the_bounds_beside():
    found = quick(risks(unknown="worst"), ["medium", "unknown", "low", "low", "low"])
    bounds = found.headline.bounds_low, found.headline.bounds_high
    assert (interval(found), bounds) == (("5", "5"), (4, 7))  # positions of 5 and 8


# The lowest dimension, and the gap to a reference -------------------------------------------------


def embedded():
    dims = [
        {"id": f"dim{n}", "title": "D", "criteria": [{"id": f"c{n}", "title": "C", "scale": "sel"}]}
        for n in (1, 2, 3, 4)
    ]
    dims.append(
        {
            "id": "repere",
            "title": "R",
            "criteria": [{"id": "reference", "title": "R", "scale": "sel"}],
        }
    )
    return rubric(
        dimensions=dims,
        scales=[scale("sel", range(1, 5))],
        measures=[
            {"id": "ensemble", "op": "min", "of": ["dim1", "dim2", "dim3", "dim4"]},
            *(
                {"id": f"ecart{n}", "op": "difference", "of": ["reference", f"c{n}"]}
                for n in (1, 2, 3, 4)
            ),
        ],
        headline="ensemble",
        levels=[{"value": n} for n in range(1, 5)],
    )


def test_the_overall_level_is_that_of_the_lowest_dimension():
    assert official(quick(embedded(), (3, 2, 4, 2, 3))) == "2"


def test_every_dimension_that_is_lowest_is_named():
    ties = quick(embedded(), (3, 2, 4, 2, 3)).nodes["ensemble", ""].ties
    assert [key.criterion for key in ties] == ["c2", "c4"]


def test_the_gap_to_the_reference_is_signed():
    found = quick(embedded(), (3, 2, 4, 2, 3))
    assert [value(found, f"ecart{n}") for n in (1, 2, 3, 4)] == [0, 1, -1, 1]


def test_the_gap_is_bounded_by_both_ends_of_both_inputs():
    answers = {
        "c1": {"between": [1, 3]},
        "reference": {"between": [2, 3]},
        "c2": 2,
        "c3": 2,
        "c4": 2,
    }
    assert value(quick(embedded(), answers), "ecart1") == (-1, 2)


# Levels that add up -------------------------------------------------------------------------------

PARTS = [
    {"value": 0, "score": 0},
    {"value": 1, "score": "0.25"},
    {"value": 2, "score": "0.5"},
    {"value": 3, "score": 1},
]


def practices(**policies):
    """Two practices, two streams, three levels each: means add up, then a mean over practices."""
    names = [f"{p}{s}{n}" for p in "pq" for s in "ab" for n in (1, 2, 3)]

    def items(p):
        return {n: [f"{p}a{n}", f"{p}b{n}"] for n in (1, 2, 3)}

    return rubric(
        criteria=[{"id": name, "not_applicable": "allowed"} for name in names],
        scales=[scale("reponse", PARTS)],
        measures=[
            {"id": "pratique-p", "op": "additive", "items": items("p")},
            {"id": "pratique-q", "op": "additive", "items": items("q")},
            {"id": "fonction", "op": "mean", "of": ["pratique-p", "pratique-q"]},
        ],
        non_answers=non_answers(min_applicable="1%", **policies),
    )


def practice_answers(p, q):
    names = [f"{x}{s}{n}" for x in "pq" for s in "ab" for n in (1, 2, 3)]
    return dict(zip(names, (*p, *q), strict=True))


def test_each_practice_is_the_sum_over_its_levels_of_the_mean_of_its_streams():
    found = quick(practices(), practice_answers((3, 2, 0, 1, 1, 0), (3,) * 6))
    # level 1: (1 + 1/4) / 2, level 2: (1/2 + 1/4) / 2, level 3: 0
    assert (value(found, "pratique-p"), value(found, "pratique-q")) == (1, 3)


def test_work_at_level_3_adds_as_much_as_work_at_level_1():
    low = quick(practices(), practice_answers((3, 0, 0, 3, 0, 0), (0,) * 6))
    high = quick(practices(), practice_answers((0, 0, 3, 0, 0, 3), (0,) * 6))
    assert value(low, "pratique-p") == value(high, "pratique-p") == 1


def test_the_function_is_the_mean_of_its_practices():
    found = quick(practices(), practice_answers((3, 2, 0, 1, 1, 0), (3,) * 6))
    assert value(found, "fonction") == 2


def test_a_blank_counts_as_nothing_done_where_the_rubric_reads_it_as_the_worst():
    answers = practice_answers((3, 3, 3, 3, 3, 3), (3,) * 6)
    del answers["pa3"]
    found = quick(practices(not_assessed="worst"), answers)
    assert value(found, "pratique-p") == F(5, 2)


def test_a_blank_opens_an_interval_where_the_rubric_says_bounds():
    answers = practice_answers((3, 3, 3, 3, 3, 3), (3,) * 6)
    del answers["pa3"]
    assert value(quick(practices(), answers), "pratique-p") == (F(5, 2), 3)


def test_an_item_that_does_not_apply_leaves_the_mean_of_its_level_to_the_others():
    answers = practice_answers((3, 3, 3, 3, 3, 1), (3,) * 6)
    answers["pa3"] = {"not_applicable": "flux absent ici"}
    assert value(quick(practices(), answers), "pratique-p") == F(9, 4)


# N, P, L, F and a ladder --------------------------------------------------------------------------

NPLF = [
    {"value": 0, "id": "n"},
    {"value": 1, "id": "p", "above": "15%"},
    {"value": 2, "id": "l", "above": "50%"},
    {"value": 3, "id": "f", "above": "85%"},
]


def capability(**tests):
    return rubric(
        criteria="pa11 pa21 pa22 pa31 pa32",
        scales=[scale("realisation", NPLF)],
        measures=[
            {
                "id": "aptitude",
                "op": "ladder",
                "items": {1: "pa11", 2: ["pa21", "pa22"], 3: ["pa31", "pa32"]},
                **(tests or {"at": {"item": "l"}, "below": {"item": "f"}}),
            }
        ],
        headline="aptitude",
        levels=[{"value": n} for n in range(1, 4)],
    )


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ("n n n n n", "none"),
        ("p f f f f", "none"),
        ("l f f f f", "1"),
        ("f l l n n", "2"),
        ("f l f l l", "2"),
        ("f f f l l", "3"),
        ("f f f l p", "2"),
        ("f f f f f", "3"),
    ],
)
def test_a_level_needs_its_own_items_largely_and_those_below_fully(ratings, expected):
    assert official(quick(capability(), ratings.split())) == expected


def test_percentages_are_read_as_ratings_before_the_ladder():
    answers = {
        name: {"amount": a}
        for name, a in zip(
            ("pa11", "pa21", "pa22", "pa31", "pa32"),
            ("86%", "51%", "85%", "50%", "90%"),
            strict=True,
        )
    }
    assert official(quick(capability(), answers)) == "2"


@pytest.mark.parametrize(
    ("accepted", "ratings", "expected"),
    [("l", "l l f l f", "3"), ("f", "l l f l f", "none"), ("f", "f f f l f", "2")],
)
def test_what_counts_as_done_is_a_setting_of_the_ladder(accepted, ratings, expected):
    assert official(quick(capability(at={"item": accepted}), ratings.split())) == expected


def test_an_unknown_rating_gives_the_levels_it_leaves_open():
    assert interval(quick(capability(), ["f", "f", "unknown", "l", "l"])) == ("1", "3")


# High-water mark and contiguous gate on the same answers ------------------------------------------


def waters():
    items = {1: ["a1", "a2"], 2: "b1", 3: ["c1", "c2"]}
    return rubric(
        criteria="a1 a2 b1 c1 c2",
        scales=[named_scale("fait", "non", "oui")],
        measures=[
            {"id": "contigu", "op": "ladder", "items": items},
            {"id": "plus-haut", "op": "highest", "items": items},
            {"id": "une-suffit", "op": "highest", "items": items, "at": {"count": 1}},
        ],
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("oui oui oui oui oui", (3, 3, 3)),
        ("oui oui non oui oui", (1, 3, 3)),
        ("non oui non oui oui", (0, 3, 3)),
        ("oui oui non non oui", (1, 1, 3)),
        ("non non oui non non", (0, 2, 2)),
        ("non non non non non", (0, 0, 0)),
    ],
)
def test_the_contiguous_gate_never_exceeds_the_high_water_mark(answers, expected):
    found = quick(waters(), answers.split())
    names = ("contigu", "plus-haut", "une-suffit")
    assert tuple(value(found, name) for name in names) == expected


def test_a_quick_estimate_counts_consecutive_yes_and_unsure_is_never_yes():
    grid = waters()
    assert value(quick(grid, ["oui", "oui", "unknown", "oui", "oui"]), "contigu") == (1, 3)


# Three columns, counted ---------------------------------------------------------------------------


def ticks(names="q1 q2 q3 q4 q5"):
    return rubric(
        criteria=names,
        scales=[named_scale("colonne", "difficile", "moyen", "facile")],
        measures=[
            {"id": f"nombre-{c}", "op": "count", "of": "d", "level": c}
            for c in ("difficile", "moyen", "facile")
        ],
    )


TICKED = ["facile", "difficile", "moyen", "facile", "facile"]


@pytest.mark.parametrize(("column", "expected"), [("difficile", 1), ("moyen", 1), ("facile", 3)])
def test_ticks_are_counted_column_by_column(column, expected):
    assert value(quick(ticks(), TICKED), f"nombre-{column}") == expected


def test_a_count_is_a_count_and_not_an_index():
    assert quick(ticks(), TICKED).nodes["nombre-facile", ""].form == "count"


def test_a_profile_without_a_headline_gives_no_level_and_says_why():
    headline = result(ticks(), TICKED).headline
    assert (headline.low, headline.high, headline.why) == (None, None, "no-headline")


# Percentages: three different results, named ------------------------------------------------------


def percentages():
    return rubric(
        criteria=[{"id": n, "not_applicable": "allowed"} for n in ("q1", "q2", "q3", "q4")],
        scales=[scale("reponse", (1, 2, 3))],
        measures=[
            {"id": "total", "op": "sum", "of": "d"},
            {"id": "du-zero", "op": "percent", "of": "d"},
            {"id": "du-plus-bas", "op": "percent", "of": "d", "base": "lowest"},
        ],
        non_answers=non_answers(min_applicable="1%"),
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((3, 2, 1, 2), (8, F(2, 3), F(1, 2))),
        ((1, 1, 1, 1), (4, F(1, 3), 0)),
        ((3, 3, 3, 3), (12, 1, 1)),
    ],
)
def test_a_percentage_from_zero_differs_from_one_from_the_lowest(answers, expected):
    found = quick(percentages(), answers)
    assert tuple(value(found, n) for n in ("total", "du-zero", "du-plus-bas")) == expected


def test_the_largest_possible_sum_is_that_of_the_items_counted():
    answers = {"q1": 3, "q2": 2, "q3": {"not_applicable": "aucun"}, "q4": 1}
    found = quick(percentages(), answers)
    assert (value(found, "du-zero"), value(found, "du-plus-bas")) == (F(2, 3), F(1, 2))


# Bands --------------------------------------------------------------------------------------------


def banded(bands):
    return rubric(
        criteria="q1 q2",
        scales=[scale("reponse", range(10))],
        measures=[
            {"id": "indice-q", "op": "mean", "of": "d"},
            {"id": "zone", "op": "bands", "of": "indice-q", "bands": bands},
        ],
    )


FROM = [{"id": "faible"}, {"id": "moyenne", "from": 4}, {"id": "forte", "from": 7}]
ABOVE = [{"id": "faible"}, {"id": "moyenne", "above": 4}, {"id": "forte", "above": 7}]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [((3, 4), 0), ((4, 4), 1), ((6, 7), 1), ((7, 7), 2), ((0, 0), 0), ((9, 9), 2)],
)
def test_a_band_begins_at_its_from_bound(answers, expected):
    assert value(quick(banded(FROM), answers), "zone") == expected


@pytest.mark.parametrize(
    ("answers", "expected"), [((4, 4), 0), ((4, 5), 1), ((7, 7), 1), ((7, 8), 2)]
)
def test_a_band_begins_just_over_its_above_bound(answers, expected):
    assert value(quick(banded(ABOVE), answers), "zone") == expected


def test_a_band_reads_the_unrounded_figure():
    bands = [{"id": "faible"}, {"id": "forte", "from": 4}]
    grid = rubric(
        criteria="q1 q2 q3",
        scales=[scale("reponse", range(10))],
        measures=[
            {"id": "indice-q", "op": "mean", "of": "d", "display": {"digits": 0}},
            {"id": "zone", "op": "bands", "of": "indice-q", "bands": bands},
        ],
    )
    found = quick(grid, (4, 4, 3))  # 11/3, printed 4
    assert (value(found, "indice-q"), level_named_band(found)) == (F(11, 3), "faible")


def level_named_band(found):
    measure = found.rubric.measures[-1]
    return measure.bands[found.nodes["zone", ""].value.low].id


def test_a_band_over_an_index_is_an_index():
    assert quick(banded(FROM), (4, 4)).nodes["zone", ""].form == "index"


# A cap unless a rule is met -----------------------------------------------------------------------


def capped():
    return rubric(
        criteria="niveau-technique evaluation",
        scales=[scale("trl", range(10))],
        measures=[
            {
                "id": "retenu",
                "op": "cap",
                "of": "niveau-technique",
                "at": 6,
                "unless": {"evaluation": 3},
            }
        ],
        headline="retenu",
        levels=[{"value": n} for n in range(1, 10)],
    )


@pytest.mark.parametrize(
    ("answers", "expected"), [((8, 0), "6"), ((8, 3), "8"), ((5, 0), "5"), ((6, 2), "6")]
)
def test_a_level_is_capped_unless_an_evaluation_lifts_it(answers, expected):
    assert official(quick(capped(), answers)) == expected


def test_an_unknown_evaluation_leaves_the_cap_at_the_low_end_only():
    assert interval(quick(capped(), (8, "unknown"))) == ("6", "8")


# Critical components only -------------------------------------------------------------------------


def critical():
    return rubric(
        criteria="maturite-e",
        scales=[scale("trl", range(10))],
        groups=[
            {
                "id": "elements",
                "attributes": [{"id": "critique", "values": ["yes", "no"]}],
                "criteria": ["maturite-e"],
            }
        ],
        measures=[{"id": "systeme", "op": "min", "of": "maturite-e", "where": {"critique": "yes"}}],
    )


def elements(*flags):
    return {"elements": [{"id": f"e{n}", "critique": f} for n, f in enumerate(flags)]}


def test_the_system_is_its_lowest_critical_element():
    answers = {
        "elements": {"e0": {"maturite-e": 6}, "e1": {"maturite-e": 2}, "e2": {"maturite-e": 4}}
    }
    assert value(quick(critical(), answers, groups=elements("yes", "no", "yes")), "systeme") == 4


def test_a_system_without_a_critical_element_is_not_computed():
    answers = {"elements": {"e0": {"maturite-e": 6}}}
    found = quick(critical(), answers, groups=elements("no"))
    assert (why(found, "systeme"), found.nodes["systeme", ""].value.low) == ("no-instance", None)


# Complexity, reverse coded by direction -----------------------------------------------------------


def complexities():
    return rubric(
        criteria="condition-c technologie adoptants",
        scales=[named_scale("complexite", "simple", "complique", "complexe", direction="down")],
        measures=[
            {"id": "pire", "op": "min", "of": "d"},
            {"id": "complexes", "op": "count", "of": "d", "level": "complexe"},
            {"id": "au-plus-compliques", "op": "count", "of": "d", "at_least": "complique"},
        ],
    )


def test_the_lowest_rank_is_the_most_complex_where_more_is_worse():
    found = quick(complexities(), ("simple", "complexe", "complique"))
    assert level_named(found, "pire") == "complexe"


def test_at_least_means_at_least_as_good_as_where_more_is_worse():
    found = quick(complexities(), ("simple", "complexe", "complique"))
    assert (value(found, "complexes"), value(found, "au-plus-compliques")) == (1, 2)


# A function as a mean of domains, each in its own unit: shown, never deciding ---------------------


def test_a_mean_per_domain_is_shown_as_an_index_beside_the_profile():
    grid = rubric(
        criteria="q1 q2 q3",
        scales=[scale("reponse", range(4))],
        measures=[{"id": "domaine", "op": "mean", "of": "d", "unknown": "skip"}],
    )
    found = quick(grid, (3, "unknown", 1))
    assert (value(found, "domaine"), found.nodes["domaine", ""].form) == (2, "index")


def test_every_dropped_answer_of_a_domain_leaves_it_not_computed_and_never_zero():
    grid = rubric(
        criteria="q1 q2",
        scales=[scale("reponse", range(4))],
        measures=[{"id": "domaine", "op": "mean", "of": "d", "unknown": "skip"}],
    )
    assert why(quick(grid, ("unknown", "unknown")), "domaine") == "all-skipped"


# Published frameworks may let an index decide, when the rubric says so ----------------------------


def test_an_index_may_name_the_headline_with_leave_and_a_source():
    grid = rubric(
        criteria="q1 q2",
        scales=[scale("reponse", range(10))],
        sources=[{"id": "cadre", "title": "Un cadre", "licence": "CC0-1.0", "use": "own-words"}],
        index_in_rules={"use": "allowed", "source": "cadre"},
        measures=[
            {"id": "indice-q", "op": "mean", "of": "d"},
            {"id": "zone", "op": "bands", "of": "indice-q", "bands": FROM},
        ],
        headline="zone",
        levels=[{"value": "faible"}, {"value": "moyenne"}, {"value": "forte"}],
    )
    assert official(quick(grid, (6, 7))) == "moyenne"


@pytest.mark.parametrize(("answers", "expected"), [((6, 8), "1"), ((6, 7), "none")])
def test_an_index_in_a_rule_is_compared_exactly_with_leave(answers, expected):
    grid = rubric(
        criteria="q1 q2",
        scales=[scale("reponse", range(10))],
        sources=[{"id": "cadre", "title": "Un cadre", "licence": "CC0-1.0", "use": "own-words"}],
        index_in_rules={"use": "allowed", "source": "cadre"},
        measures=[{"id": "part-q", "op": "percent", "of": "d"}],
        levels=[{"value": 1, "requires": {"part-q": "77.7777%"}}],
    )
    assert fraction("7/9") > fraction("777777/1000000") > fraction("13/18")
    assert official(quick(grid, answers)) == expected
