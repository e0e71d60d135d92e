"""What holds a portfolio back most often: counts, over the projects that extend."""

from collections.abc import Iterable, Mapping, Sequence

from scalecheck.model.cohort import Frequent, Frequents
from scalecheck.model.nodes import nodes_of
from scalecheck.model.portfolio import Member, Portfolio


def count_frequent(portfolio: Portfolio) -> Frequents:
    """Count what holds projects back: blockers, bottlenecks and decisive unknowns.

    The most frequent come first; of equal counts, the order is the rubric's. Projects that chose
    to stay local are counted beside, and never with the others: they are asked other things.
    """
    names = {name: place for place, name in enumerate(nodes_of(portfolio.rubric).names())}
    members = portfolio.members
    lowest = ((m, [n for b in m.bottlenecks for n in b.dimensions]) for m in members)
    decisive = ((m, [key.criterion for key in m.open.decisive]) for m in members)
    return Frequents(
        blockers=_rank(((m, m.blockers) for m in members), names),
        bottlenecks=_rank(lowest, names),
        decisive=_rank(decisive, names),
        asked=sum(not member.local for member in members),
    )


def _rank(
    named: Iterable[tuple[Member, Sequence[str]]], order: Mapping[str, int]
) -> tuple[Frequent, ...]:
    found = [_count(name, some) for name, some in _gather(named).items()]
    found.sort(key=lambda one: (-one.projects, order.get(one.name, len(order)), one.name))
    return tuple(found)


def _gather(named: Iterable[tuple[Member, Sequence[str]]]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {}
    for member, names in named:
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(member)
    return found


def _count(name: str, some: Sequence[Member]) -> Frequent:
    local = sum(member.local for member in some)
    alone = sum(not member.local and set(member.blockers) == {name} for member in some)
    return Frequent(name, len(some) - local, alone, local)
