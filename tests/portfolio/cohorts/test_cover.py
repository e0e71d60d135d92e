"""The best joint actions: worked by hand, proved against every choice, bounded where greedy."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.portfolio.balance.builders import member, rubric

from scalecheck.portfolio.cohorts.cover import Cover
from scalecheck.portfolio.cohorts.find import find_cohorts
from scalecheck.portfolio.cohorts.options import CohortOptions
from scalecheck.portfolio.members import gather

UNMET = {
    "a": ("milieu",),
    "b": ("modele", "milieu"),
    "c": ("preuve", "env"),
    "d": ("milieu", "env"),
}


def cohort():
    members = [member(n, sector="s", blockers=w, ways=(w,)) for n, w in UNMET.items()]
    return find_cohorts(gather(rubric(), members), CohortOptions()).cohorts[0]


def test_worked_example_of_shared_blockers():
    found = {one.name: (one.blocked, one.alone) for one in cohort().blockers}
    assert found == {"milieu": (("a", "b", "d"), ("a",)), "env": (("c", "d"), ())}


def test_worked_example_of_joint_actions():
    assert [(one.names, one.passing) for one in cohort().actions] == [
        (("milieu",), ("a",)),
        (("modele", "milieu"), ("a", "b")),
        (("preuve", "milieu", "env"), ("a", "c", "d")),
    ]
    assert all(one.proved and one.bound == len(one.passing) for one in cohort().actions)


WAYS = st.lists(st.lists(st.integers(1, 63), max_size=2), min_size=1, max_size=10)


def most(cover, size):
    choices = combinations(range(6), size)
    return max(cover.count(sum(1 << n for n in chosen)) for chosen in choices)


@settings(deadline=None)
@given(WAYS, st.integers(1, 4))
def test_a_small_search_is_exact(ways, size):
    cover = Cover(ways, 6)
    found = cover.best(size, work=10**6)
    assert found.proved
    assert found.passing == found.bound == cover.count(found.chosen) == most(cover, size)


@settings(deadline=None)
@given(WAYS, st.integers(1, 4))
def test_a_greedy_choice_says_a_bound_that_holds(ways, size):
    cover = Cover(ways, 6)
    found = cover.best(size, work=0)
    assert found.chosen.bit_count() <= size
    assert found.passing == cover.count(found.chosen) <= most(cover, size) <= found.bound
    assert found.proved == (found.passing == found.bound)
