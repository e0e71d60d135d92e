"""What holds a portfolio back most often."""

from tests.portfolio.balance.builders import member, rubric

from scalecheck.model.cohort import Frequent
from scalecheck.model.facts import Key
from scalecheck.model.figures import Bottleneck
from scalecheck.model.portfolio import Open
from scalecheck.portfolio.cohorts.frequent import count_frequent
from scalecheck.portfolio.members import gather


def count(*members):
    return count_frequent(gather(rubric(), members))


def test_the_most_frequent_come_first_and_then_the_order_of_the_rubric():
    found = count(
        member("a", blockers=("env", "preuve")),
        member("b", blockers=("env",)),
        member("c", blockers=("modele",)),
    )
    assert [one.name for one in found.blockers] == ["env", "preuve", "modele"]
    assert found.blockers[0] == Frequent("env", projects=2, alone=1, local=0)


def test_local_projects_are_counted_beside():
    found = count(member("a", blockers=("env",), local=True), member("b", blockers=("env",)))
    assert found.blockers == (Frequent("env", projects=1, alone=1, local=1),)
    assert found.asked == 1


def test_every_tie_of_a_bottleneck_counts_once_a_project():
    lowest = Bottleneck("force", 0, ("tout",)), Bottleneck("autre", 1, ("tout",))
    assert count(member("a", bottlenecks=lowest)).bottlenecks == (Frequent("tout", 1, 0, 0),)


def test_an_unknown_answer_asked_of_two_settings_counts_once_a_project():
    decisive = Open(unknown=2, decisive=(Key("env", "x"), Key("env", "y")))
    assert count(member("a", open=decisive)).decisive[0].projects == 1
