"""Projects worth scaling together: what holds them back, what would help, whom they share."""

from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.balance import AxisKind
from scalecheck.model.text import Text


class SharedBlocker(NamedTuple):
    """A requirement that several projects of a cohort do not meet yet.

    `blocked` have it unmet, `alone` have nothing else unmet. `elsewhere` counts the projects
    outside the cohort that have it too. `chance` is the probability that a group of this size,
    drawn at random from the portfolio, holds at least as many: exact (hypergeometric tail),
    before any correction for the number of looks.
    """

    name: str
    blocked: tuple[str, ...]
    alone: tuple[str, ...]
    elsewhere: int
    chance: Fraction

    def expected(self, drawn: int, population: int) -> Fraction:
        """The projects with it that so many drawn at random would hold on average, of so many."""
        everywhere = len(self.blocked) + self.elsewhere
        return Fraction(everywhere * drawn, population) if population else Fraction(0)


class JointAction(NamedTuple):
    """Requirements to work on together, and the projects that reach their next level by it.

    `bound` is the most that any choice of as many could reach: equal to the number of projects
    that pass where `proved`.
    """

    names: tuple[str, ...]
    passing: tuple[str, ...]
    bound: int
    proved: bool


class Help(NamedTuple):
    """What one project could bring another: requirements that it holds and the other lacks.

    `ranks` is the number of ranks it could help climb, over all the names.
    """

    helper: str
    helped: str
    names: tuple[str, ...]
    ranks: int


class SharedSetting(NamedTuple):
    """A setting that several projects name, by its title: to bundle, and to spare.

    `within` are the projects of the cohort, `load` counts those of the whole portfolio.
    """

    title: Text
    within: tuple[str, ...]
    load: int


class SharedSupport(NamedTuple):
    """A supporter that several projects name, by its title: what it does, and its load."""

    title: Text
    functions: tuple[str, ...]
    within: tuple[str, ...]
    load: int


class Cohort(NamedTuple):
    """The projects of one sector or one clientele, and the case for scaling them together.

    Projects are named by id, in the alphabetical order of their titles, never by level.

    `members` are those that extend, `local` those that chose to stay where they are: they are
    shown apart, take part if they wish, and count in no figure below. `levels` pairs a position
    (None: not known) with the number of members: a distribution, never a mean.

    `telling` is the shared blocker that is the least likely by chance, "" where none is shared;
    `chance` is its probability multiplied by the number of looks
    (every blocker of every candidate cohort; Bonferroni), at most 1; `beyond_chance` says that it
    is under the threshold, so that the group shares more than a random one would.
    """

    axis: AxisKind
    value: str
    members: tuple[str, ...]
    local: tuple[str, ...]
    levels: tuple[tuple[int | None, int], ...]
    blockers: tuple[SharedBlocker, ...]
    actions: tuple[JointAction, ...]
    helps: tuple[Help, ...]
    settings: tuple[SharedSetting, ...]
    supporters: tuple[SharedSupport, ...]
    telling: str
    chance: Fraction
    beyond_chance: bool

    @property
    def reason(self) -> SharedBlocker | None:
        """The shared blocker that is the least likely by chance; None where none is shared."""
        return next((one for one in self.blockers if one.name == self.telling), None)


class Cohorts(NamedTuple):
    """The candidate cohorts, the least likely by chance first, then by size and name.

    `looks` is the number of comparisons that the correction counts: 0 where no group is large
    enough, or nothing holds any project back. `threshold` is the probability under which a cohort
    is called beyond chance.
    """

    cohorts: tuple[Cohort, ...]
    looks: int
    threshold: Fraction


class Frequent(NamedTuple):
    """How many projects a name holds back: those that extend, and beside them the local ones.

    `alone` counts those that extend and that nothing else holds back.
    """

    name: str
    projects: int
    alone: int
    local: int


class Frequents(NamedTuple):
    """What holds a portfolio back, the most frequent first.

    `blockers` are unmet requirements of the next level, `bottlenecks` the lowest dimensions with
    all ties, `decisive` the unknown answers that alone could move a level. `asked` counts the
    projects that extend.
    """

    blockers: tuple[Frequent, ...]
    bottlenecks: tuple[Frequent, ...]
    decisive: tuple[Frequent, ...]
    asked: int
