"""The search for a profile between two questions: never wrong, whatever the formulas."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.scoring.logic.between import Verdict, find_between
from scalecheck.scoring.logic.formula import Atom, either, every, weigh
from scalecheck.scoring.logic.predicate import Predicate

NAMES = ("a", "b", "c", "d")
BOX = dict.fromkeys(NAMES, (0, 3))
PROFILES = [dict(zip(NAMES, ranks, strict=True)) for ranks in product(range(4), repeat=4)]

atoms = st.builds(Atom, st.sampled_from(NAMES), st.integers(1, 3))
weights = st.sampled_from([Fraction(1), Fraction(2), Fraction(5), Fraction(1, 2)])


def sums(parts):
    terms = st.lists(st.tuples(weights, parts), min_size=2, max_size=5)
    share = st.sampled_from([Fraction(1, 2), Fraction(3, 5), Fraction(7, 10)])
    return st.builds(lambda t, s: weigh(t, s * sum(w for w, _ in t)), terms, share)


formulas = st.recursive(
    atoms,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=4).map(every),
        st.lists(parts, min_size=1, max_size=4).map(either),
        sums(parts),
    ),
    max_leaves=14,
)
questions = formulas.map(Predicate)


@settings(max_examples=300)
@given(st.lists(questions, max_size=3), questions)
def test_a_profile_is_found_exactly_where_there_is_one(met, unmet):
    answer = find_between(BOX, met, unmet)
    there = [p for p in PROFILES if all(m.holds(p) for m in met) and not unmet.holds(p)]
    assert answer.verdict is (Verdict.FOUND if there else Verdict.IMPOSSIBLE)
    assert not there or dict(answer.profile) in there


@given(questions)
def test_a_better_rank_never_makes_a_question_fail(question):
    for profile in PROFILES[::17]:
        for name in NAMES:
            better = {**profile, name: min(3, profile[name] + 1)}
            assert question.holds(better) or not question.holds(profile)


@given(st.lists(questions, min_size=1, max_size=2), questions)
def test_a_plain_function_may_stand_for_a_formula(met, unmet):
    bare = [Predicate.test(q.holds, q.cuts) for q in (*met, unmet)]
    answer, other = find_between(BOX, met, unmet), find_between(BOX, bare[:-1], bare[-1])
    assert answer.verdict is other.verdict


@given(questions)
def test_beyond_its_budget_a_search_says_so(question):
    assert find_between(BOX, [], question, budget=0).verdict in (
        Verdict.UNDECIDED,
        *((Verdict.FOUND,) if any(isinstance(p.formula, Atom) for p in question.parts) else ()),
        *((Verdict.IMPOSSIBLE,) if not question.cuts else ()),
    )


def test_nested_majorities_are_proved_nested_at_once():
    names = [f"c{n}" for n in range(40)]
    low, high = (
        Predicate(weigh([(n % 5 + 1, Atom(c, r)) for n, c in enumerate(names)], 84)) for r in (1, 2)
    )
    answer = find_between(dict.fromkeys(names, (0, 3)), [high], low)
    assert answer.verdict is Verdict.IMPOSSIBLE
    assert answer.tried < 10
