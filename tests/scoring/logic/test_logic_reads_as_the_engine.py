"""Formulas and the engine say the same of every rule, at every profile that is tried."""

from random import Random

import pytest
from tests.scoring.generator import make, read_rubric
from tests.scoring.logic.engine import Engine, rules_of, some_profiles

from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope

BLOCKS = range(8)
SEEDS = 40


def scope_of(rubric, seed):
    """Leave nothing out, or some "not applicable", or some out by rule, in turn."""
    random, asked = Random(seed), [c for c in rubric.criteria if c.computed is None]
    if seed % 3 == 1:
        optional = (c.id for c in asked if c.not_applicable == "allowed")
        return Scope(frozenset(), frozenset(n for n in optional if random.random() < 0.4))
    if seed % 3 == 2:
        return Scope(frozenset(c.id for c in rubric.criteria if random.random() < 0.3))
    return Scope()


def box_of(logic):
    """The bounds of every question, those that no rule reads included."""
    nodes = logic.nodes
    asked = {c.id: (0, nodes.scales[c.scale].top) for c in nodes.asked()}
    return asked | {n: b for n, b in logic.alike.box.items() if not n.startswith("?")}


def with_holes(logic, profile, end):
    """A profile with all that is not followed at its worst (0) or its best (1)."""
    holes = {n: bounds[end] for n, bounds in logic.alike.box.items() if n.startswith("?")}
    return {**profile, **holes}


@pytest.mark.parametrize("block", BLOCKS)
def test_a_rule_holds_where_the_engine_says_so(block):
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        rubric = read_rubric(make(seed).rubric)
        logic = Logic(Nodes(rubric), scope_of(rubric, seed))
        for rule in rules_of(rubric):
            compare(logic, rule, seed)


def compare(logic, rule, seed):
    predicate = logic.alike.predicate(rule)
    engine = Engine(logic)
    for profile in some_profiles(box_of(logic), 8, seed):
        truth = engine.holds(rule, profile)
        if predicate is None:
            assert truth is None
        else:
            low, high = (predicate.holds(with_holes(logic, profile, end)) for end in (0, 1))
            assert low <= truth <= high
            if not any(name.startswith("?") for name in predicate.cuts):
                assert low == high


@pytest.mark.parametrize("block", BLOCKS)
def test_a_profile_reaches_the_level_that_the_engine_says(block):
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        rubric = read_rubric(make(seed).rubric)
        logic = Logic(Nodes(rubric), scope_of(rubric, seed))
        rules = [logic.level_rule(level) for level in rubric.levels]
        cuts = [logic.cuts_of(rule) for rule in rules]
        if any(name.startswith("?") for names in cuts for name in names):
            continue
        engine = Engine(logic)
        for profile in some_profiles(box_of(logic), 8, seed):
            level = engine.level(profile)
            assert level is None or logic.level_at(profile) == level
