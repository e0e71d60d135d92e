"""What the logic settles about two rules is what brute force finds, over every profile."""

from itertools import pairwise, product
from random import Random

import pytest
from tests.scoring.generator import make, read_rubric
from tests.scoring.logic.engine import Engine, rules_of

from scalecheck.model.instance import Instance
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.between import Verdict
from scalecheck.scoring.logic.logic import Logic

MOST_PROFILES = 300
BLOCKS, SEEDS = range(8), 60


def every_profile(box):
    """Every profile of a box, or none where they are too many to try or not followed."""
    if box is None:
        return []
    spans = [range(low, high + 1) for low, high in box.values()]
    size = 1
    for span in spans:
        size *= len(span)
    ranks = product(*spans) if size <= MOST_PROFILES else ()
    return [dict(zip(box, some, strict=True)) for some in ranks]


def small_box(logic, rules):
    """The bounds of what some rules read, where all of it is followed."""
    read = {name for rule in rules for name in logic.cuts_of(rule)}
    if any(name.startswith("?") for name in read):
        return None
    return {name: bounds for name, bounds in logic.alike.box.items() if name in read}


@pytest.mark.parametrize("block", BLOCKS)
def test_brute_force_over_small_rubrics_agrees(block):
    compared = undecided = 0
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        rubric = read_rubric(make(seed).rubric)
        logic, rules = Logic(Nodes(rubric)), rules_of(rubric)
        engine = Engine(logic)
        for earlier, later in pairwise(rules):
            answer = logic.find([later], earlier)
            profiles = every_profile(small_box(logic, (earlier, later)))
            if profiles:
                compared += 1
                undecided += check(engine, answer, (later, earlier), profiles)
    assert compared > SEEDS // 4
    assert undecided <= compared // 5


def check(engine, answer, rules, profiles):
    def separates(profile):
        reading = engine.reading(profile)
        return reading.holds(rules[0]) is not False and reading.holds(rules[1]) is False

    there = any(map(separates, profiles))
    if answer.verdict is Verdict.FOUND:
        assert separates(dict(answer.profile))
    assert there == (answer.verdict is Verdict.FOUND)
    return answer.verdict is Verdict.UNDECIDED


@pytest.mark.parametrize("block", range(4))
def test_what_is_impossible_is_so_for_any_list_of_instances(block):
    for seed in range(block * 150, (block + 1) * 150):
        rubric = read_rubric(make(seed).rubric)
        if not rubric.groups:
            continue
        logic, rules = Logic(Nodes(rubric)), rules_of(rubric)
        for earlier, later in pairwise(rules):
            if logic.find([later], earlier).is_impossible:
                assert not find_separating(rubric, logic, (later, earlier), seed)
        for rule in rules:
            if not logic.is_dropped(rule) and not logic.can_be_met(rule):
                assert not find_separating(rubric, logic, (rule, None), seed)


def find_separating(rubric, logic, rules, seed):
    """Try random lists of instances, each instance with answers of its own."""
    random = Random(seed)
    met, unmet = rules
    for _ in range(25):
        reading = random_reading(rubric, logic, random)
        is_unmet = unmet is None or reading.holds(unmet) is False
        if reading.holds(met) is True and is_unmet:
            return True
    return False


def random_reading(rubric, logic, random):
    """A reading of random answers, good ones more often than not."""
    engine = Engine(logic)
    nodes = engine.nodes
    top = {c.id: nodes.scales[c.scale].top for c in nodes.asked()}
    ease = random.random()

    def draw(name):
        return top[name] if random.random() < ease else random.randint(0, top[name])

    boxes = logic.alike.box
    extras = {n: random.randint(0, int(b[1])) for n, b in boxes.items() if not n.startswith("?")}
    reading = engine.reading({**extras, **{name: draw(name) for name in top}})
    listed = {
        group.id: tuple(instance(group, n, random) for n in range(random.randint(1, 4)))
        for group in rubric.groups
    }
    situation = reading.case.situation._replace(instances=listed)
    facts = {k: f for k, f in reading.facts.items() if not k.instance}
    for group in rubric.groups:
        for one in listed[group.id]:
            for name in group.criteria:
                fact = engine.fact(nodes.criteria[name], {**extras, name: draw(name)})
                key = fact.key._replace(instance=one.id)
                facts[key] = fact._replace(key=key)
    case = reading.case._replace(situation=situation, facts=facts)
    return type(reading)(case, reading.corner)


def instance(group, number, random):
    """An instance with some of its attributes; the first has none, so each condition keeps it."""
    given = {a.id: (random.choice(a.values).id,) for a in group.attributes if a.values}
    kept = {name: values for name, values in given.items() if number and random.random() < 0.7}
    return Instance.model_construct(id=f"i{number}", count=1, attributes=kept)
