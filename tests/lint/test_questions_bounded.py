"""The questions about levels are bounded for a file: what is left open is told once."""

from tests.lint.subjects import find_codes, find_problems, make_subject
from tests.scoring.builders import rubric

from scalecheck.lint.rules.levels import (
    contradictory_level,
    level_implied,
    level_undecided,
    reachable_only_by_not_applicable,
)

NAMES = [f"c{n}" for n in range(60)]
PROFILE = dict.fromkeys(NAMES, 1)


def rubric_of(*rules):
    levels = [{"value": n, "requires": rule} for n, rule in enumerate(rules, 1)]
    return make_subject(rubric(criteria=NAMES, levels=levels))


def majority(threshold, profile=PROFILE):
    return {"majority": {"threshold": f"{threshold}%", "profile": profile}}


def test_a_level_that_says_what_an_earlier_one_says_is_implied_without_a_search():
    rule = level_implied.RULE
    assert find_codes([rule], rubric_of(*[majority(50)] * 40)) == ["level-implied"] * 39


def test_questions_that_cost_too_much_are_told_once():
    subject = rubric_of(*(majority(90 - n) for n in range(40)))
    told = find_problems([level_implied.RULE, level_undecided.RULE], subject)
    undecided = [dict(one.facts)["rule"] for one in told if one.code == "level-undecided"]
    assert undecided.count("level-implied") == 1
    assert len(undecided) == len(set(undecided))
    assert len(told) < 39


def test_the_same_rubric_is_told_the_same_twice():
    rules = [level_implied.RULE, level_undecided.RULE]
    found = [find_codes(rules, rubric_of(*(majority(90 - n) for n in range(40)))) for _ in "ab"]
    assert found[0] == found[1]


def test_an_answer_does_not_depend_on_which_other_rules_are_run():
    alone = find_codes([level_implied.RULE], rubric_of(*(majority(90 - n) for n in range(40))))
    subject = rubric_of(*(majority(90 - n) for n in range(40)))
    find_codes([level_undecided.RULE, contradictory_level.RULE], subject)
    assert find_codes([level_implied.RULE], subject) == alone


def test_a_level_of_which_the_ways_could_not_all_be_tried_is_not_called_contradictory(monkeypatch):
    names = {**PROFILE, "c0": 2}
    never = {"all_of": [majority(100, names), majority(100)]}
    subject = rubric_of(*[never] * 3)
    monkeypatch.setattr("scalecheck.scoring.logic.purse.Purse.is_empty", True)
    rules = [contradictory_level.RULE, reachable_only_by_not_applicable.RULE]
    assert find_codes(rules, subject) == []
