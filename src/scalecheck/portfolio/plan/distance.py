"""The least effort to the next level, as nodes, where the rules ask for nothing but ranks.

Where every level asks for levels of criteria, each raise is forced and the least effort is a sum.
Where a rule leaves a choice (a majority, one of several, so many of several), the least effort is
a search, which has no place in a row: the plan then gives no distance.
"""

from collections.abc import Iterator

from scalecheck.model.rules import AllOf, Requirement, Rule
from scalecheck.portfolio.plan.headline import Headline
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.ratios import Ratio, Ratios
from scalecheck.portfolio.plan.values import COMPUTED
from scalecheck.scoring.unfolding import unfold


def forced_ranks(headline: Headline) -> list[dict[str, int]] | None:
    """What each level asks of criteria, one rank each; None where a rule leaves a choice."""
    rubric, nodes = headline.rubric, headline.scene.nodes
    if rubric.headline != "ladder":
        return None
    found: list[dict[str, int]] = []
    for level in rubric.levels:
        asked: dict[str, int] = {}
        for pair in _ranks(headline, level.requires):
            if pair is None:
                return None
            asked[pair[0]] = max(pair[1], asked.get(pair[0], 0))
        found.append(asked)
    names = {name for asked in found for name in asked}
    for name in names:
        if nodes.cone(name) - {name} & names or not _is_raised_alone(headline, name):
            return None
    return found


def _ranks(headline: Headline, rule: Rule | None) -> Iterator[tuple[str, int] | None]:
    match rule:
        case Requirement():
            for name, wanted in rule.root.items():
                yield from _rank(headline, name, wanted)
        case AllOf():
            for part in rule.all_of:
                yield from _ranks(headline, part)
        case None:
            pass
        case _:
            yield None


def _rank(headline: Headline, name: str, wanted: str) -> Iterator[tuple[str, int] | None]:
    nodes = headline.scene.nodes
    rank = nodes.wanted(name, wanted)
    if not isinstance(rank, int):
        yield None
    elif name in nodes.criteria:
        yield name, rank
    elif name in nodes.dimensions:
        yield from _ranks(headline, unfold(nodes, name, rank))
    else:
        yield None


def _is_raised_alone(headline: Headline, name: str) -> bool:
    """Tell whether a criterion is raised as one, and raises nothing else."""
    nodes = headline.scene.nodes
    if name in nodes.group_of:
        return False
    if nodes.criteria[name].computed is None:
        return True
    return any(part in nodes.group_of for part in nodes.cone(name))


def find_distance(headline: Headline, following: Node, asked: list[dict[str, int]]) -> Ratio:
    """Add the effort of every raise up to the level that follows."""
    graph, ratios, gate = headline.graph, Ratios(headline.graph), headline.gates.low
    ranks: dict[str, int] = {}
    parts: list[Ratio] = []
    for position, wanted in enumerate(asked):
        counts = graph.reaches(following, graph.const(position))
        for name, rank in wanted.items():
            before = ranks.get(name, 0)
            if rank <= before:
                continue
            ranks[name] = rank
            value = gate.node(name)
            gap = graph.most((graph.less(graph.const(rank), value.number), graph.const(0)))
            short = graph.least((gap, graph.const(rank - before)))
            there = graph.every((counts, graph.same(value.why, COMPUTED)))
            effort = ratios.fixed(headline.scene.nodes.criteria[name].effort)
            steps = graph.choose(there, short, graph.const(0))
            parts.append(ratios.times(Ratio(steps, graph.const(1)), effort))
    return ratios.add(tuple(parts))


def is_reachable(headline: Headline, following: Node) -> Node:
    """Tell whether answers alone may reach the level that follows: no level under it is emptied."""
    graph, gate = headline.graph, headline.gates.low
    blocked = []
    for position in range(len(headline.rubric.levels)):
        if headline.rubric.levels[position].requires is None:
            continue
        met, passed = headline.step(gate, position)
        truth = headline.holds(gate, position)
        emptied = graph.every((graph.no(truth.applies), graph.no(passed), graph.no(met)))
        counts = graph.reaches(following, graph.const(position))
        blocked.append(graph.every((counts, emptied)))
    return graph.no(graph.either(blocked))
