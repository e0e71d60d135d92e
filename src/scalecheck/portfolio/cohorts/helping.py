"""Complementary strengths: who holds what another project still lacks."""

from collections.abc import Iterator, Sequence

from scalecheck.model.cohort import Help
from scalecheck.model.portfolio import Member

CLOSEST = 50  # projects looked at for each requirement, the strongest first


def find_help(members: Sequence[Member], most: int) -> Iterator[Help]:
    """Find who could help whom: the best helpers of each project, strongest first.

    A helper brings, for each requirement that the other lacks, the ranks that it holds above it,
    up to the rank asked. Requirements whose rank is not known of both are left out.

    Args:
        members: the projects of a cohort.
        most: how many helpers are named for each.

    Yields:
        The help, by project helped in the order given.
    """
    strong: dict[str, list[Member]] = {}
    for member in members:
        for name in member.lacks:
            if name not in strong:
                strong[name] = _strongest(members, name)
        near = {one.id: one for name in member.lacks for one in strong[name] if one is not member}
        offers = [_offer(one, member) for one in near.values()]
        useful = sorted((o for o in offers if o.ranks), key=lambda o: (-o.ranks, o.helper))
        yield from useful[:most]


def _strongest(members: Sequence[Member], name: str) -> list[Member]:
    holders = [member for member in members if name in member.figures]
    holders.sort(key=lambda member: (-member.figures[name].low, member.id))
    return holders[:CLOSEST]


def _offer(helper: Member, helped: Member) -> Help:
    names: dict[str, int] = {}
    for name, wanted in helped.lacks.items():
        held, own = helper.figures.get(name), helped.figures.get(name)
        ranks = min(held.low, wanted) - own.low if held and own else 0
        if ranks > 0:
            names[name] = ranks
    return Help(helper.id, helped.id, tuple(names), sum(names.values()))
