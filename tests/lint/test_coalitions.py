"""Which sets suffice for a level and which block it: compared with the rule itself, set by set."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scoring.builders import level, rubric

from scalecheck.lint.coalition_sets import Solver
from scalecheck.lint.coalitions import LISTED, read_coalitions
from scalecheck.model.coalition import Kind
from scalecheck.model.language import Language
from scalecheck.model.nodes import Nodes
from scalecheck.report.coalitions_view import render_coalitions

NAMES = "abce"
CRITERIA = [{"id": name} for name in NAMES]
LEVELS = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 3), min_size=1, max_size=3)


def majority(profile, threshold, weights):
    given = dict(zip(profile, weights, strict=False))
    return {"majority": {"threshold": threshold, "profile": profile, "weights": given}}


LEAVES = st.one_of(
    LEVELS,
    LEVELS.flatmap(
        lambda of: st.builds(lambda n: {"at_least": n, "of": of}, st.integers(1, len(of)))
    ),
    st.builds(
        majority,
        LEVELS,
        st.sampled_from(["30%", "50%", "60%", "75%", "100%"]),
        st.tuples(*[st.integers(1, 4)] * 3),
    ),
)
RULES = st.recursive(
    LEAVES,
    lambda rules: st.builds(
        lambda word, parts: {word: parts},
        st.sampled_from(["all_of", "any_of"]),
        st.lists(rules, min_size=1, max_size=3),
    ),
    max_leaves=4,
)


# Among several ways, a majority with vetoes asks for what they ask.
WAYS = st.builds(
    lambda vetoed, other: {"any_of": [vetoed, other]},
    st.builds(
        lambda profile, veto, made: {"majority": {**made(profile)["majority"], "veto": veto}},
        st.just(dict.fromkeys(NAMES[:3], 3)),
        st.dictionaries(st.sampled_from(NAMES), st.integers(0, 3), max_size=2),
        st.builds(
            lambda threshold, weights: lambda profile: majority(profile, threshold, weights),
            st.sampled_from(["30%", "50%", "75%"]),
            st.tuples(*[st.integers(1, 4)] * 3),
        ),
    ),
    RULES,
)


def grid_of(rule):
    return rubric(criteria=CRITERIA, levels=[level(1, rule)])


def is_met(rule, ranks):
    """The rule as it is written, over plain ranks."""
    if "all_of" in rule:
        return all(is_met(part, ranks) for part in rule["all_of"])
    if "any_of" in rule:
        return any(is_met(part, ranks) for part in rule["any_of"])
    if "at_least" in rule:
        return sum(ranks[n] >= v for n, v in rule["of"].items()) >= rule["at_least"]
    if "majority" in rule:
        terms = rule["majority"]
        weights, total = terms["weights"], sum(terms["weights"].values())
        met = sum(weights[n] for n, v in terms["profile"].items() if ranks[n] >= v)
        held = all(ranks[n] >= v for n, v in terms.get("veto", {}).items())
        return held and 100 * met >= int(terms["threshold"][:-1]) * total
    return all(ranks[n] >= v for n, v in rule.items())


def ranks_met(asked, chosen):
    """The least answers at which exactly what is chosen, and what follows from it, is met."""
    found = dict.fromkeys(NAMES, 0)
    for position in chosen:
        ask = asked[position]
        found[ask.name] = max(found[ask.name], int(ask.level))
    return found


def ranks_lacking(asked, chosen):
    """The best answers at which what is chosen is lacking."""
    found = dict.fromkeys(NAMES, 5)
    for position in chosen:
        ask = asked[position]
        found[ask.name] = min(found[ask.name], int(ask.level) - 1)
    return found


def subsets(positions):
    sizes = range(len(positions) + 1)
    return list(chain.from_iterable(combinations(positions, size) for size in sizes))


def sets_of(found):
    return [tuple(n for n in range(one.bit_length()) if one >> n & 1) for one in found]


@given(RULES | WAYS)
def test_every_sufficient_set_is_enough_none_of_its_parts_is_and_none_is_missed(rule):
    grid = grid_of(rule)
    solver = Solver(Nodes(grid), grid.levels[0].requires)
    enough = sets_of(solver.sufficient())
    for one in subsets(range(len(solver.asked))):
        ranks = ranks_met(solver.asked, one)
        follows = any(_covers(ranks, ranks_met(solver.asked, other)) for other in enough)
        assert is_met(rule, ranks) == follows
    for one in enough:
        assert not any(is_met(rule, ranks_met(solver.asked, p)) for p in subsets(one)[:-1])


@given(RULES | WAYS)
def test_every_blocking_set_blocks_none_of_its_parts_does_and_none_is_missed(rule):
    grid = grid_of(rule)
    solver = Solver(Nodes(grid), grid.levels[0].requires)
    blocking = sets_of(solver.blocking())
    for one in subsets(range(len(solver.asked))):
        ranks = ranks_lacking(solver.asked, one)
        follows = any(_covers(ranks_lacking(solver.asked, other), ranks) for other in blocking)
        assert is_met(rule, ranks) != follows
    for one in blocking:
        assert all(is_met(rule, ranks_lacking(solver.asked, p)) for p in subsets(one)[:-1])


def _covers(ranks, other):
    return all(ranks[name] >= other[name] for name in NAMES)


def parts_of(rule):
    return read_coalitions(grid_of(rule))[0].parts


def test_a_plain_gate_has_one_sufficient_set_and_each_requirement_blocks():
    (gate,) = parts_of({"a": 1, "b": 2})
    assert gate.kind is Kind.GATE
    assert gate.sufficient.listed == ((0, 1),)
    assert gate.blocking.listed == ((0,), (1,))


def test_the_plain_requirements_of_a_level_stand_together_and_come_first():
    rule = {"all_of": [{"a": 1}, {"at_least": 1, "of": {"b": 1, "c": 1}}, {"all_of": [{"e": 2}]}]}
    assert [(p.kind, [a.name for a in p.asked]) for p in parts_of(rule)] == [
        (Kind.GATE, ["a", "e"]),
        (Kind.AT_LEAST, ["b", "c"]),
    ]


def test_a_count_that_asks_for_all_is_a_gate():
    (part,) = parts_of({"at_least": 2, "of": {"b": 1, "c": 1}})
    assert part.kind is Kind.GATE


def test_what_is_needed_always_and_what_never_serves_are_named():
    terms = majority(dict.fromkeys("abc", 2), "60%", (5, 5, 1))
    (part,) = parts_of(terms)
    assert (part.compulsory, part.idle) == ((0, 1), (2,))
    assert part.sufficient.listed == ((0, 1),)


def test_of_two_levels_of_one_criterion_the_higher_one_implies_the_lower():
    (part,) = parts_of({"any_of": [{"a": 3}, {"a": 2, "b": 1}, {"a": 3, "c": 1}]})
    named = [(ask.name, ask.level) for ask in part.asked]
    assert {tuple(named[n] for n in one) for one in part.sufficient.listed} == {
        (("a", "3"),),
        (("a", "2"), ("b", "1")),
    }


def test_too_many_sets_are_counted_and_not_listed():
    names = [f"c{n}" for n in range(16)]
    terms = {"majority": {"threshold": "50%", "profile": dict.fromkeys(names, 1)}}
    grid = rubric(criteria=[{"id": n} for n in names], levels=[level(1, terms)])
    (part,) = read_coalitions(grid)[0].parts
    assert (part.sufficient.listed, part.sufficient.others) == ((), None)
    small = rubric(criteria=[{"id": n} for n in names[:8]], levels=[level(1, _half(names[:8]))])
    (part,) = read_coalitions(small)[0].parts
    assert (len(part.sufficient.listed), part.sufficient.others) == (LISTED, 70 - LISTED)


def _half(names):
    return {"majority": {"threshold": "50%", "profile": dict.fromkeys(names, 1)}}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.FR,
            [
                "Il faut 60\u00a0% du poids de ces 3 exigences, soit 3,6 sur 6\u00a0:",
                "Le niveau 1 est atteint dès que l’un de ces ensembles est réuni\u00a0:",
                "- Critère a + Critère b",
                "Le niveau 1 est bloqué dès que l’un de ces ensembles manque en entier\u00a0:",
                "- Critère b + Critère c",
                "Toujours nécessaire, quoi que l’on réunisse d’autre\u00a0: Critère a.",
            ],
        ),
        (
            Language.EN,
            [
                "It takes 60% of the weight of these 3 requirements, that is 3.6 out of 6:",
                "Level 1 is reached as soon as one of these sets is met:",
                "Level 1 is blocked as soon as one of these sets is missing entirely:",
                "Always needed, whatever else is met: Critère a.",
            ],
        ),
    ],
)
def test_a_majority_is_said_in_sentences_that_a_committee_can_confirm(language, said):
    criteria = [{"id": n, "title": f"Critère {n}"} for n in "abc"]
    rule = majority(dict.fromkeys("abc", 2), "60%", (3, 2, 1))
    grid = rubric(criteria=criteria, levels=[level(1, rule)])
    page = render_coalitions(grid, read_coalitions(grid), language)
    lines = [line.strip() for line in page.splitlines()]
    assert set(said) <= set(lines)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["is-echelle", "screening", "trl"])
def test_every_level_of_a_shipped_rubric_is_said(name, language):
    import scalecheck as sc

    grid = sc.load_rubric(name)
    page = render_coalitions(grid, read_coalitions(grid), language)
    for found in grid.levels:
        assert f"\n{found.value}. " in page
    assert max(map(len, page.splitlines())) <= 96
