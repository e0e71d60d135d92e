"""Find the cohorts of a portfolio, and what each would gain from working together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.balance import AxisKind
from scalecheck.model.cohort import Cohort, Cohorts, JointAction, SharedBlocker
from scalecheck.model.nodes import nodes_of
from scalecheck.model.portfolio import Member, Portfolio
from scalecheck.portfolio.balance.axes import values_on
from scalecheck.portfolio.cohorts.chance import tail
from scalecheck.portfolio.cohorts.cover import Cover
from scalecheck.portfolio.cohorts.helping import find_help
from scalecheck.portfolio.cohorts.options import CohortOptions
from scalecheck.portfolio.cohorts.sharing import (
    shared_settings,
    shared_supporters,
    uses_of_settings,
    uses_of_supporters,
)
from scalecheck.portfolio.members import gather


def find_cohorts(portfolio: Portfolio, options: CohortOptions | None = None) -> Cohorts:
    """Find the projects of one sector, or for one clientele, that would gain from each other.

    A cohort is measured by its most telling shared blocker: how likely a group of its size, drawn
    at random among the projects that extend, would share it as much. Projects that chose to stay
    local are listed apart, count in no figure, and are compared with nobody.

    Args:
        portfolio: any portfolio.
        options: what to gather by, and when a cohort is beyond chance.

    Returns:
        Every group that is large enough, the least likely by chance first; its projects by title
        and then id, whatever the order of the members.
    """
    chosen = options or CohortOptions()
    return _Search(portfolio, chosen).run()


class _Group(NamedTuple):
    """Projects with one value on one axis: those that extend, and those that stay local."""

    axis: AxisKind
    value: str
    members: tuple[Member, ...]
    local: tuple[Member, ...]


class _Search:
    """One search, with what every cohort is compared to."""

    def __init__(self, portfolio: Portfolio, options: CohortOptions) -> None:
        self.options = options
        everyone = gather(portfolio.rubric, portfolio.members).members
        self.open = [member for member in everyone if not member.local]
        names = {name: place for place, name in enumerate(nodes_of(portfolio.rubric).names())}
        blocked = Counter(name for one in self.open for name in dict.fromkeys(one.blockers))
        self.blocked: Mapping[str, int] = blocked
        self.order = sorted(blocked, key=lambda name: (names.get(name, len(names)), name))
        self.groups = [group for axis in options.axes for group in self._gather(axis, everyone)]
        self.looks = len(self.groups) * len(self.order)
        self.settings = uses_of_settings(everyone)
        self.supporters = uses_of_supporters(everyone)

    def _gather(self, axis: AxisKind, everyone: Sequence[Member]) -> Iterator[_Group]:
        found: dict[str, list[Member]] = {}
        for member in everyone:
            for value in values_on(axis, member):
                found.setdefault(value, []).append(member)
        for value, some in sorted(found.items()):
            opened = tuple(member for member in some if not member.local)
            if value and len(opened) >= self.options.least:
                yield _Group(axis, value, opened, tuple(one for one in some if one.local))

    def run(self) -> Cohorts:
        """Put the cohorts in order."""
        found = [self._cohort(group) for group in self.groups]
        found.sort(key=lambda one: (one.chance, -len(one.members), one.axis, one.value))
        return Cohorts(tuple(found), self.looks, self.options.threshold)

    def _cohort(self, group: _Group) -> Cohort:
        blockers = tuple(self._blockers(group))
        telling = min(blockers, key=lambda one: one.chance, default=None)
        chance = min(Fraction(1), telling.chance * self.looks) if telling else Fraction(1)
        within = frozenset(member.id for member in group.members)
        levels = Counter(member.level.official for member in group.members)
        return Cohort(
            axis=group.axis,
            value=group.value,
            members=tuple(member.id for member in group.members),
            local=tuple(member.id for member in group.local),
            levels=tuple(sorted(levels.items(), key=lambda one: (one[0] is None, one[0] or 0))),
            blockers=blockers,
            actions=tuple(self._actions(group)),
            helps=tuple(find_help(group.members, self.options.helpers)),
            settings=tuple(shared_settings(self.settings, within)),
            supporters=tuple(shared_supporters(self.supporters, within)),
            telling=telling.name if telling else "",
            chance=chance,
            beyond_chance=chance <= self.options.threshold,
        )

    def _blockers(self, group: _Group) -> Iterator[SharedBlocker]:
        """The blockers that two projects share, the most shared first, then in rubric order."""
        counts = Counter(name for one in group.members for name in dict.fromkeys(one.blockers))
        shared = [name for name in self.order if counts[name] > 1]
        for name in sorted(shared, key=lambda name: -counts[name]):
            blocked = tuple(one.id for one in group.members if name in one.blockers)
            alone = tuple(one.id for one in group.members if set(one.blockers) == {name})
            everywhere = self.blocked[name]
            chance = tail(len(self.open), everywhere, len(group.members), len(blocked))
            yield SharedBlocker(name, blocked, alone, everywhere - len(blocked), chance)

    def _actions(self, group: _Group) -> Iterator[JointAction]:
        """The best choices of one, two, three… requirements, as long as more of them helps."""
        forward = [tuple(filter(None, one.ways or (one.blockers,))) for one in group.members]
        read = {name for some in forward for way in some for name in way}
        names = [name for name in self.order if name in read]
        names += sorted(read.difference(names))
        bits = {name: 1 << place for place, name in enumerate(names)}
        ways = [[sum(bits[n] for n in set(way)) for way in some] for some in forward]
        cover = Cover(ways, len(names))
        reached = 0
        for size in range(1, min(self.options.joint, len(names)) + 1):
            best = cover.best(size, self.options.work)
            if best.passing <= reached:
                continue
            reached = best.passing
            passing = tuple(
                one.id
                for one, some in zip(group.members, ways, strict=True)
                if any(way & ~best.chosen == 0 for way in some)
            )
            chosen = tuple(name for name in names if bits[name] & best.chosen)
            yield JointAction(chosen, passing, best.bound, best.proved)
