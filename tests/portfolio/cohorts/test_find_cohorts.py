"""Cohorts: beyond chance or not, who is apart, who helps whom, whom they share."""

from fractions import Fraction

import pytest
from tests.portfolio.balance.builders import member, ranks, rubric, setting, support

import scalecheck as sc
from scalecheck.model.project import Project
from scalecheck.portfolio.cohorts.find import find_cohorts
from scalecheck.portfolio.cohorts.helping import find_help
from scalecheck.portfolio.cohorts.options import CohortOptions
from scalecheck.portfolio.generate.descriptors import descriptor_of
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.members import gather, member_of
from scalecheck.scoring.assess import Options, assess

LEVELS = {"a": (5, 2, 4, 3), "b": (2, 4, 3, 5), "c": (3, 3, 5, 2)}
NAMES = ("preuve", "modele", "milieu", "equipe")


def test_worked_example_of_complementary_strengths():
    members = [
        member(
            name,
            figures=ranks(**dict(zip(NAMES, levels, strict=True))),
            lacks={n: 4 for n, low in zip(NAMES, levels, strict=True) if low < 4},
        )
        for name, levels in LEVELS.items()
    ]
    found = {(one.helper, one.helped): one.ranks for one in find_help(members, 9)}
    assert found == {
        ("a", "b"): 3,
        ("a", "c"): 2,
        ("b", "a"): 3,
        ("b", "c"): 3,
        ("c", "a"): 1,
        ("c", "b"): 2,
    }


def search(*members, **options):
    return find_cohorts(gather(rubric(), members), CohortOptions(**options)).cohorts


def stuck(name, **facts):
    return member(name, sector="s", blockers=("env",), ways=(("env",),), **facts)


def test_projects_that_stay_local_are_apart_and_count_in_no_figure():
    local = stuck("z", local=True, level=0)
    (found,) = search(*(stuck(n, level=1) for n in "abc"), local)
    assert found.members == ("a", "b", "c")
    assert found.local == ("z",)
    assert found.levels == ((1, 3),)
    assert found.blockers[0].blocked == found.actions[0].passing == ("a", "b", "c")


def test_a_cohort_says_the_distribution_of_its_levels_the_unknown_last():
    (found,) = search(stuck("a", level=2), stuck("b"), stuck("c", level=-1), stuck("d", level=2))
    assert found.levels == ((-1, 1), (2, 2), (None, 1))


def test_too_few_projects_make_no_cohort():
    assert search(stuck("a"), stuck("b")) == ()
    assert search(member("a"), member("b"), member("c")) == ()


def test_without_a_group_nothing_is_looked_at():
    found = find_cohorts(gather(rubric(), [stuck("a")]))
    assert (found.cohorts, found.looks) == ((), 0)
    free = find_cohorts(gather(rubric(), [member(n, sector="s") for n in "abc"]))
    assert (len(free.cohorts), free.looks) == (1, 0)
    assert not free.cohorts[0].beyond_chance


def test_projects_are_named_by_title_and_never_by_level_or_id():
    titles = {"a": "Zoé", "b": "Écorce", "c": "Eau"}
    (found,) = search(*(stuck(n, title=t, level=ord(n) % 3) for n, t in titles.items()))
    assert found.members == found.blockers[0].blocked == found.actions[0].passing == tuple("cba")


def test_what_chance_would_give_is_the_share_that_the_group_has_of_the_whole():
    others = [member(f"o-{n}", sector="t", blockers=("env",) * (n < 2)) for n in range(7)]
    found = search(*(stuck(n) for n in "abc"), *others)
    reason = next(one for one in found if one.value == "s").reason
    assert reason is not None
    assert (len(reason.blocked), reason.elsewhere) == (3, 2)
    assert reason.expected(3, 10) == Fraction(3, 2)
    assert found[0].reason is None or found[0].reason.name == found[0].telling


def test_settings_and_supporters_are_brought_together_by_name_with_their_whole_load():
    hospital, table = setting("Hôpital du Quai"), support("Table du Quai", "promote")
    elsewhere = member("x", sector="t", settings=(setting("hopital du  quai"),))
    found = search(
        stuck("a", settings=(hospital,), supporters=(table,)),
        stuck("b", settings=(hospital, hospital), supporters=(support("TABLE DU QUAI", "spot"),)),
        stuck("c", settings=(setting("Ailleurs"),)),
        elsewhere,
    )[0]
    assert [(one.within, one.load) for one in found.settings] == [(("a", "b"), 3)]
    assert [(one.functions, one.within, one.load) for one in found.supporters] == [
        (("promote", "spot"), ("a", "b"), 2)
    ]


def test_what_everybody_lacks_is_no_news():
    others = [member(f"o-{n}", sector="t", blockers=("env",)) for n in range(20)]
    found = search(*(stuck(n) for n in "abcdef"), *others)
    assert not any(one.beyond_chance for one in found)


def test_what_one_sector_alone_lacks_is_beyond_chance():
    others = [member(f"o-{n}", sector="t", blockers=("preuve",)) for n in range(20)]
    first = search(*(stuck(n) for n in "abcdef"), *others)[0]
    assert (first.value, first.telling, first.beyond_chance) == ("t", "preuve", True)


def test_the_order_of_projects_changes_nothing():
    members = [stuck("b"), stuck("a"), stuck("c", clientele=("jeunes",))]
    assert search(*members) == search(*reversed(members))


@pytest.fixture(scope="module")
def shipped():
    return sc.load_rubric("rubrics/is-echelle.yaml"), sc.load_vocabularies()


def portfolio(shipped, **options):
    grid, lists = shipped
    found = generate(grid, lists, GenerateOptions(projects=200, copies=0, twins=0, **options))
    chosen = Options(vocabularies=lists, steps=False, sensitivity=False)
    projects = (
        Project.model_validate(descriptor_of(grid, draft, "2026-10-15")) for draft in found.drafts
    )
    return found, gather(grid, [member_of(assess(grid, p, chosen)) for p in projects])


@pytest.mark.slow
@pytest.mark.parametrize("seed", [21, 22, 23, 24, 25, 26])
def test_planted_cohorts_come_first_and_a_random_portfolio_has_none(shipped, seed):
    planted, members = portfolio(shipped, seed=seed, gatherings=2)
    found = find_cohorts(members).cohorts
    first = {(one.value, one.telling) for one in found[:2]}
    assert first == {(one.value, one.blocker) for one in planted.gatherings}
    assert found[0].beyond_chance
    assert not any(one.beyond_chance for one in found[2:])
    for one in found[:2]:
        shared = {use.title.fr for use in one.settings}
        assert shared & {gathering.setting for gathering in planted.gatherings}
    _, random = portfolio(shipped, seed=seed, gatherings=0)
    best = find_cohorts(random).cohorts[0]
    assert not best.beyond_chance
    assert best.chance > found[1].chance
