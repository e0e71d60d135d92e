"""The rules about levels: what they tell, what they must not, and that what they say is true."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from tests.lint.cases import Case, check_case
from tests.scoring.generator import make, read_rubric
from tests.scoring.logic.engine import Engine, some_profiles

from scalecheck.lint.check import Job, check_bytes
from scalecheck.lint.choice import Choice
from scalecheck.lint.finder import Finder
from scalecheck.lint.rules.levels import LEVELS
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.logic import Logic
from scalecheck.source.document import parse
from scalecheck.source.shelf import Shelf

ROOT = Path(__file__).parents[2]
SCALE = "scale: maturite"
DIMENSIONS = """\
dimensions:
  - id: besoin
    title: {fr: Besoin, en: Need}
    criteria:
"""


@pytest.fixture
def tell(tmp_path):
    """The findings about levels of a rubric made of criteria, more sections, and levels."""

    def run(*levels, names="a1 b1 c1", more="", marks=""):
        rows = "".join(
            f"      - {{id: {n}, title: {{fr: {n}, en: {n}}}, {SCALE}{marks}}}\n"
            for n in names.split()
        )
        told = "".join(f"  - {{value: {n}, requires: {r}}}\n" for n, r in enumerate(levels, 1))
        file = tmp_path / "snippet.yaml"
        file.write_text(f"{DIMENSIONS}{rows}{more}levels:\n{told}", encoding="utf-8")
        found = check_case(Case("none", file, "rubric", ()), tmp_path, ("levels",)).diagnostics
        return [d for d in found if d.code != "stage-without-level"]

    return run


def codes(found):
    return [d.code for d in found]


def fact(found, code, name):
    return next(dict(d.facts)[name] for d in found if d.code == code)


@pytest.mark.parametrize("file", ["is-echelle", "screening", "trl"])
def test_the_shipped_rubrics_are_decided_and_without_findings(file):
    path = ROOT / "rubrics" / f"{file}.yaml"
    job = Job(Finder(Shelf((path.parent,), "test", False)), Choice(("levels",)))
    assert [str(d) for d in check_bytes(path, path.read_bytes(), job).diagnostics] == []


# What is no fault ---------------------------------------------------------------------------------


def test_plain_gates_are_not_compared_as_profiles(tell):
    assert codes(tell("{a1: 2}", "{b1: 1, c1: 1}")) == []


def test_levels_that_restate_the_whole_gate_repeat_nothing(tell):
    assert codes(tell("{a1: 1, b1: 1}", "{a1: 1, b1: 2}", "{a1: 2, b1: 2, c1: 1}")) == []


def test_more_instances_asked_for_is_more(tell):
    group = "groups:\n  - {id: lieux, criteria: [b1]}\n"
    rule = "{in: lieux, at_least: %d, meet: {b1: 2}}"
    assert codes(tell("{a1: 1, c1: 1}", rule % 1, rule % 3, more=group)) == []


def test_a_majority_of_other_criteria_is_not_compared(tell):
    majority = "{majority: {threshold: 60%%, profile: {%s: 2, %s: 2, %s: 2}, must: [%s, %s, %s]}}"
    one, two = (majority % (tuple(n.split()) * 2) for n in ("a1 b1 c1", "d1 e1 f1"))
    assert codes(tell(one, two, names="a1 b1 c1 d1 e1 f1")) == []


# What is told -------------------------------------------------------------------------------------


def test_fewer_instances_asked_for_later_is_no_step(tell):
    group = "groups:\n  - {id: lieux, criteria: [b1]}\n"
    rule = "{in: lieux, at_least: %d, meet: {b1: %d}}"
    assert "level-implied" in codes(
        tell("{a1: 1, c1: 1}", rule % (3, 2), rule % (1, 1), more=group)
    )


def test_a_first_level_for_all_is_only_noted(tell):
    found = tell("{a1: 0}", "{a1: 1, b1: 1, c1: 1}")
    assert [(d.code, str(d.severity)) for d in found] == [("level-always-met", "note")]


def test_the_smallest_part_that_is_never_met_is_shown(tell):
    more = "measures:\n  - {id: m1, op: count, of: [a1, b1], at_least: 1}\n"
    found = tell("{c1: 1}", "{all_of: [{a1: 2}, {any_of: [{c1: 2, m1: 3}]}]}", more=more)
    (told,) = (d for d in found if d.code == "contradictory-level")
    assert dict(told.facts) == {"level": "2", "asked": "m1 3", "best": "m1 2"}
    assert [r.label for r in told.related] == ["part", "limit"]


def test_a_level_after_one_that_is_never_met_is_told_once(tell):
    more = "measures:\n  - {id: m1, op: count, of: [a1, b1], at_least: 1}\n"
    found = tell("{m1: 3}", "{a1: 1}", "{b1: 1}", "{c1: 1}", more=more)
    assert codes(found) == ["contradictory-level", "unreachable-level"]
    assert fact(found, "unreachable-level", "levels") == "2, 3, 4"


def test_a_part_that_may_drop_out_makes_a_level_reachable(tell):
    more = "measures:\n  - {id: m1, op: count, of: [b1], at_least: 2}\n"
    found = tell("{a1: 1}", "{a1: 2, c1: 1, m1: 2}", more=more, marks=", not_applicable: allowed")
    assert "reachable-only-by-not-applicable" in codes(found)
    assert "contradictory-level" not in codes(found)


def test_what_majorities_disagree_on_is_a_profile(tell):
    majority = "{majority: {threshold: %d%%, profile: {a1: 2, b1: 2, c1: 2}}}"
    found = tell(majority % 100, majority % 60)
    assert "levels-not-nested" in codes(found)
    profile = fact(found, "levels-not-nested", "profile")
    assert profile.count(",") == 0
    assert profile.split()[1] in "01"


# Beside other faults ------------------------------------------------------------------------------


def test_a_level_never_met_is_told_beside_an_unknown_name(tell):
    more = "measures:\n  - {id: m1, op: count, of: [a1, b1], at_least: 1}\n"
    found = tell("{c1: 1, typo: 1}", "{m1: 3, a1: 1}", more=more)
    assert "contradictory-level" in codes(found)
    assert "level-undecided" not in codes(found)


def test_an_unknown_name_is_not_taken_to_be_implied(tell):
    assert "level-implied" not in codes(tell("{a1: 2}", "{typo: 1}", "{a1: 3, b1: 1, c1: 1}"))


def test_nothing_is_said_to_be_implied_where_a_part_was_refused(tell):
    refused = "{all_of: [{a1: 1}, {b1: [2]}]}"
    assert "level-implied" not in codes(tell("{a1: 2, c1: 1}", refused))
    assert "level-implied" in codes(tell("{a1: 2, c1: 1}", "{all_of: [{a1: 1}]}"))


# What is told is true -----------------------------------------------------------------------------


def subject_of(rubric):
    """A rubric made of data, to look at."""
    return RubricSubject(parse(b"{}", "x.yaml"), rubric, None, is_sound=True)


@pytest.mark.parametrize("block", range(5))
def test_what_is_told_of_a_random_rubric_is_true_of_its_profiles(block):
    for seed in range(block * 60, block * 60 + 60):
        rubric = read_rubric(make(seed).rubric)
        found = {rule.code: list(rule.find(subject_of(rubric))) for rule in LEVELS}
        reached = set(levels_reached(rubric, seed))
        values = [level.value for level in rubric.levels]
        for code in ("contradictory-level", "unreachable-headline-value"):
            for finding in found[code]:
                assert values.index(dict(finding.facts)["level"]) not in reached
        for finding in found["level-implied"]:
            assert values.index(dict(finding.facts)["earlier"]) not in reached
        for finding in found["level-always-met"]:
            position = values.index(dict(finding.facts)["level"])
            assert position - 1 not in reached


def levels_reached(rubric, seed):
    """The positions of the levels that random profiles reach, by the engine."""
    logic = Logic(Nodes(rubric))
    rules = [logic.level_rule(level) for level in rubric.levels]
    known = [logic.cuts_of(rule) for rule in rules]
    if not known:
        return
    engine = Engine(logic)
    nodes = logic.nodes
    box = {c.id: (0, nodes.scales[c.scale].top) for c in nodes.asked()}
    box |= {n: b for n, b in logic.alike.box.items() if not n.startswith("?")}
    for profile in climbing_profiles(box, seed):
        yield engine.level(profile)


def climbing_profiles(box, seed):
    """Profiles at random, and some on the way from the worst to the best."""
    yield from some_profiles(box, 10, seed)
    random, names = Random(seed), list(box)
    random.shuffle(names)
    profile = {name: low for name, (low, _) in box.items()}
    for name, _ in pairwise([*names, ""]):
        profile = {**profile, name: box[name][1]}
        yield profile
