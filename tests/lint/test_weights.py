"""What a majority's weights do: every answer compared with all the sets of criteria, one by one."""

from fractions import Fraction
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lint.subjects import find_codes, make_subject
from tests.scoring.builders import level, rubric

from scalecheck.lint.coalition_sets import losing_without, winning
from scalecheck.lint.rules.weights import WEIGHTS
from scalecheck.lint.rules.weights.majorities import weighed
from scalecheck.lint.weighing import Weighing

NAMES = "abcefg"


@st.composite
def majorities(draw):
    values = draw(st.lists(st.integers(1, 9), min_size=2, max_size=len(NAMES)))
    unit = draw(st.sampled_from([Fraction(1), Fraction(1, 4), Fraction(5), Fraction(1, 3)]))
    weights = {name: value * unit for name, value in zip(NAMES, values, strict=False)}
    threshold = draw(st.fractions(Fraction(1, 20), 1, max_denominator=20))
    must = draw(st.sets(st.sampled_from(list(weights)), max_size=2))
    return weights, threshold, must


def every_set(names):
    return map(
        frozenset, chain.from_iterable(combinations(names, n) for n in range(len(names) + 1))
    )


def winners(weights, threshold, must):
    """The sets that win, by the rule as it is written, in fractions."""
    total = sum(weights.values())
    return {
        one
        for one in every_set(weights)
        if must <= one and sum(weights[n] for n in one) >= threshold * total
    }


@given(majorities())
def test_compulsory_ones_are_those_without_which_no_set_reaches_the_threshold(made):
    weights, threshold, must = made
    found = winners(weights, threshold, frozenset())
    wanted = [n for n in weights if n not in must and all(n in one for one in found)]
    assert list(Weighing(*made).compulsory) == wanted


@given(majorities())
def test_idle_ones_are_those_that_change_no_set(made):
    weights, _, must = made
    found = winners(*made)
    wanted = [n for n in weights if n not in must and all(one - {n} in found for one in found)]
    assert list(Weighing(*made).idle) == wanted


@given(majorities())
def test_those_that_suffice_alone_are_the_winning_sets_of_one(made):
    found = winners(*made)
    assert list(Weighing(*made).sufficient) == [n for n in made[0] if frozenset(n) in found]


@given(majorities())
def test_two_sets_that_share_nothing_are_found_where_there_are_any(made):
    found = winners(*made)
    both = Weighing(*made).disjoint
    exists = any(one.isdisjoint(other) for one in found for other in found)
    assert (both is not None) == exists
    if both is not None:
        one, other = map(frozenset, both)
        assert one.isdisjoint(other)
        assert {one, other} <= found


@given(majorities())
def test_the_sum_really_asked_is_the_least_that_wins(made):
    weights, _, _ = made
    weighing = Weighing(*made)
    assert weighing.asked * weighing.unit == min(
        sum(weights[n] for n in one) for one in winners(*made)
    )


@given(majorities())
def test_minimal_winning_and_blocking_sets_are_all_found_each_once(made):
    found = winners(*made)
    minimal = {one for one in found if not any(other < one for other in found)}
    listed = list(map(frozenset, winning(Weighing(*made))))
    assert (len(listed), set(listed)) == (len(minimal), minimal)
    every = frozenset(made[0])
    blocking = {one for one in every_set(every) if every - one not in found}
    least = {one for one in blocking if not any(other < one for other in blocking)}
    told = list(map(frozenset, losing_without(Weighing(*made))))
    assert (len(told), set(told)) == (len(least), least)


def subject_of(threshold, weights, **more):
    profile = dict.fromkeys(weights, 2)
    terms = {"threshold": threshold, "profile": profile, "weights": weights, **more}
    grid = rubric(criteria=[{"id": n} for n in weights], levels=[level(1, {"majority": terms})])
    return make_subject(grid)


def test_a_majority_that_asks_for_all_of_the_weight_is_a_plain_gate_and_nothing_is_told():
    assert find_codes(WEIGHTS, subject_of("100%", {"a": 5, "b": 1, "c": 1})) == []


def test_a_dictator_is_told_once_and_not_again_for_each_criterion_it_makes_useless():
    codes = find_codes(WEIGHTS, subject_of("60%", {"a": 8, "b": 1, "c": 1}))
    assert codes == ["weight-compulsory-in-disguise", "weight-sufficient-alone"]


def test_a_majority_of_one_is_told_once_for_all_its_criteria():
    codes = find_codes(WEIGHTS, subject_of("20%", {"a": 3, "b": 4, "c": 3}))
    assert codes == ["majority-of-one"]


def test_a_veto_at_the_level_of_the_profile_counts_as_compulsory():
    subject = subject_of("60%", {"a": 1, "b": 1, "c": 1}, veto={"a": 2})
    assert weighed(subject)[0][1].must == {"a"}


def test_weights_too_fine_to_be_compared_are_told_and_never_passed_in_silence():
    fine = {"a": "0.318309886", "b": "0.367879441", "c": "0.313810673"}
    assert find_codes(WEIGHTS, subject_of("60%", fine)) == ["weights-undecided"]


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ({"a": 30, "b": 25, "c": 40}, True),
        ({"a": "0.30", "b": "0.25", "c": "0.40"}, True),
        ({"a": 30, "b": 25, "c": 45}, False),
        ({"a": "0.33", "b": "0.33", "c": "0.34"}, False),
        ({"a": "0.33", "b": "0.33", "c": "0.33"}, False),
        ({"a": 3, "b": 2, "c": 4}, False),
        ({"a": 50, "b": 50}, False),
    ],
)
def test_only_weights_meant_as_shares_must_make_a_whole(weights, told):
    codes = find_codes(WEIGHTS, subject_of("70%", weights))
    assert ("weights-short-of-hundred" in codes) is told
