"""What each level of a rubric asks of its criteria, read from any rule."""

from collections.abc import Iterator, Mapping, Sequence

from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)

Ranks = Mapping[str, int]


def ranks_by_level(nodes: Nodes) -> Sequence[Ranks]:
    """Give, level by level, the best rank asked of each criterion up to it.

    What a rule asks one way or another is all taken as asked. Empty where no level has a rule.
    """
    found: dict[str, int] = {}
    levels: list[Ranks] = []
    for level in nodes.rubric.levels:
        if level.requires is None:
            continue
        for name, rank in _asked(nodes, level.requires):
            found[name] = max(rank, found.get(name, 0))
        levels.append(dict(found))
    return levels


def _asked(nodes: Nodes, rule: Rule) -> Iterator[tuple[str, int]]:
    for name, level in _named(rule):
        yield from _of_name(nodes, name, level)


def _of_name(nodes: Nodes, name: str, level: str) -> Iterator[tuple[str, int]]:
    criterion = nodes.criteria.get(name)
    if criterion is None:
        for part in nodes.reads(name):
            yield from _of_name(nodes, part, level)
        return
    rank = nodes.scales[criterion.scale].rank_of(level)
    if rank is None:
        return
    if criterion.computed is None:
        yield name, rank
        return
    for step, rule in criterion.computed.items():
        if (nodes.scales[criterion.scale].rank_of(step) or 0) <= rank:
            yield from _asked(nodes, rule)


def _named(rule: Rule) -> Iterator[tuple[str, str]]:
    match rule:
        case Requirement():
            yield from rule.root.items()
        case AllOf() | AnyOf():
            for part in rule.all_of if isinstance(rule, AllOf) else rule.any_of:
                yield from _named(part)
        case AtLeast():
            yield from rule.of.items()
        case InGroup():
            yield from _named(rule.meet)
        case Majority():
            yield from rule.majority.profile.items()
        case Should():
            yield from rule.should.items()
        case _:
            return
