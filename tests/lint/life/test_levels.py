"""Levels easier or harder: decided exactly, with answers that the real engine reads so."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.lint.life.editions import (
    TOP,
    every_profile,
    ladders,
    pairs,
    position,
    reached,
    with_group,
)
from tests.scoring.builders import level, rubric, scale

from scalecheck.lint.life.diff import diff_rubrics
from scalecheck.model.rubric_diff import Verdict

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def verdicts(old, new):
    return {found.value: found.verdict for found in diff_rubrics(old, new).levels}


def by_brute_force(old, new):
    """What the levels became, by assessing every profile under both editions."""
    found = [(position(old, p), position(new, p)) for p in every_profile()]
    told = {}
    for place, found_level in enumerate(new.levels):
        harder = any(before >= place > after for before, after in found)
        easier = any(after >= place > before for before, after in found)
        told[found_level.value] = {
            (False, False): Verdict.SAME,
            (True, False): Verdict.HARDER,
            (False, True): Verdict.EASIER,
            (True, True): Verdict.BOTH,
        }[harder, easier]
    return told


@SLOW
@given(pairs())
def test_easier_and_harder_agree_with_every_profile(editions):
    old, new = editions
    diff = diff_rubrics(old, new)
    if diff.changes:
        assert {found.value: found.verdict for found in diff.levels} == by_brute_force(old, new)
    else:
        assert set(by_brute_force(old, new).values()) == {Verdict.SAME}


@SLOW
@given(pairs())
def test_a_witness_reaches_what_it_says_under_the_real_engine(editions):
    old, new = editions
    for found in diff_rubrics(old, new).levels:
        for witness in filter(None, (found.harder, found.easier)):
            assert reached(old, witness) == witness.before
            assert reached(new, witness) == witness.after


@SLOW
@given(ladders())
def test_an_edition_and_itself_do_not_differ(data):
    one, other = rubric(**data), rubric(**data)
    diff = diff_rubrics(one, other)
    assert diff.is_empty
    assert diff.version.is_enough


group_rules = st.one_of(
    st.builds(lambda v: {"a": v}, st.integers(1, TOP)),
    st.builds(
        lambda count, v: {"in": "milieux", "at_least": count, "meet": {"usage": v}},
        st.sampled_from([1, 2, "50%", "all"]),
        st.integers(1, TOP),
    ),
)
group_ladders = st.lists(group_rules, min_size=2, max_size=2).map(with_group)


def group_profiles():
    for a, count in product(range(TOP + 1), range(1, 4)):
        for usage in product(range(TOP + 1), repeat=count):
            names = [f"m{n}" for n in range(count)]
            answers = {"a": a, "milieux": {n: {"usage": u} for n, u in zip(names, usage)}}  # noqa: B905
            if not names:
                answers.pop("milieux")
            yield answers, [{"id": name, "title": name} for name in names]


@settings(SLOW, max_examples=15)
@given(group_ladders, group_ladders)
def test_nothing_said_to_be_the_same_differs_for_any_few_settings(old, new):
    diff = diff_rubrics(old, new)
    same = {found.value for found in diff.levels if found.verdict is Verdict.SAME}
    for answers, listed in group_profiles() if same else ():
        before = position(old, answers, settings=listed)
        after = position(new, answers, settings=listed)
        for place, found_level in enumerate(new.levels):
            if found_level.value in same:
                assert (before >= place) == (after >= place)


@settings(SLOW, max_examples=30)
@given(group_ladders, group_ladders)
def test_a_witness_with_settings_reaches_what_it_says(old, new):
    for found in diff_rubrics(old, new).levels:
        for witness in filter(None, (found.harder, found.easier)):
            assert reached(old, witness) == witness.before
            assert reached(new, witness) == witness.after


def test_the_same_computed_criterion_on_both_sides_is_not_in_doubt():
    computed = {1: {"in": "milieux", "at_least": 2, "meet": {"usage": 1}}}
    old = with_group([{"a": 1, "adoption": 1}, {"a": 2}], computed)
    new = with_group([{"a": 2, "adoption": 1}, {"a": 2}], computed)
    assert verdicts(old, new) == {"1": Verdict.HARDER, "2": Verdict.SAME}


def test_what_cannot_be_decided_is_said_so():
    some = {"in": "milieux", "at_least": 1, "meet": {"usage": 1}}
    other = {"in": "milieux", "at_least": "50%", "meet": {"usage": 1}}
    old, new = with_group([some, {"a": 2}]), with_group([other, {"a": 2}])
    assert verdicts(old, new)["1"] is Verdict.UNDECIDED


def test_settings_counted_under_another_role_are_told_apart():
    some = {"in": "milieux", "where": {"role": "a"}, "at_least": 1, "meet": {"usage": 1}}
    other = {"in": "milieux", "where": {"role": "b"}, "at_least": 1, "meet": {"usage": 1}}
    (found, *_) = diff_rubrics(with_group([some]), with_group([other])).levels
    assert found.verdict is Verdict.BOTH
    assert [one.attributes for one in found.harder.listed] == [(("role", ("a",)),)]


def ladder_over(values, wanted, **more):
    return rubric(
        scales=[scale(values=values, **more)],
        criteria="a",
        headline="ladder",
        levels=[level(1, {"a": wanted})],
    )


def test_a_level_put_into_a_scale_changes_nothing_for_the_answers_that_both_have():
    assert verdicts(ladder_over([0, 1, 2], 2), ladder_over([0, "1/2", 1, 2], 2)) == {
        "1": Verdict.SAME
    }


def test_a_scale_turned_round_is_not_decided():
    turned = ladder_over([0, 1, 2], 1, direction="down")
    assert verdicts(ladder_over([0, 1, 2], 1), turned) == {"1": Verdict.UNDECIDED}


def test_a_witness_names_what_is_lacking():
    old, new = ladder_over([0, 1, 2], 1), ladder_over([0, 1, 2], 2)
    (found,) = diff_rubrics(old, new).levels
    assert found.is_own
    assert (found.harder.before, found.harder.after) == ("1", None)
    assert [(held.criterion, held.level) for held in found.harder.answers] == [("a", "1")]
    assert [(held.criterion, held.level) for held in found.harder.lacking] == [("a", "2")]


def test_a_level_that_only_follows_from_those_below_is_told_apart():
    def edition(first):
        return rubric(
            scales=[scale(values=range(3))],
            criteria="a b",
            headline="ladder",
            levels=[level(1, {"a": first}), level(2, {"b": 1})],
        )

    one, two = diff_rubrics(edition(1), edition(2)).levels
    assert (one.verdict, one.is_own) == (Verdict.HARDER, True)
    assert (two.verdict, two.is_own) == (Verdict.HARDER, False)


def test_a_renamed_criterion_is_the_same_question():
    def edition(name):
        return rubric(
            scales=[scale(values=range(3))],
            criteria=[{"id": name, "title": "Ampleur du besoin"}],
            headline="ladder",
            levels=[level(1, {name: 1})],
        )

    diff = diff_rubrics(edition("ampleur"), edition("besoin"))
    assert [(c.kind, c.old, c.new) for c in diff.changes] == [("renamed", "ampleur", "besoin")]
    assert {found.verdict for found in diff.levels} == {Verdict.SAME}


def test_a_ladder_of_another_measure_is_compared_by_what_it_asks():
    def edition(item):
        measure = {
            "id": "palier",
            "op": "ladder",
            "items": {"1": ["a"], "2": ["b"]},
            "at": {"item": item},
        }
        return rubric(
            scales=[scale(values=range(3))],
            criteria="a b",
            measures=[measure],
            headline="palier",
            levels=[{"value": 1}, {"value": 2}],
        )

    assert verdicts(edition(1), edition(2)) == {"1": Verdict.HARDER, "2": Verdict.HARDER}


@pytest.mark.parametrize("name", ["is-echelle", "screening", "trl"])
def test_a_shipped_rubric_and_itself_do_not_differ(name):
    import scalecheck

    one = scalecheck.load_rubric(name)
    assert diff_rubrics(one, one.model_copy()).is_empty
