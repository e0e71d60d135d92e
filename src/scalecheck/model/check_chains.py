"""Refuse the names of a rubric that lead back to themselves, or too far."""

from collections import deque
from collections.abc import Iterator, Mapping

from scalecheck.model.diagnostic import Path, Problem, problem
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import AllOf, AnyOf, InGroup, Rule, rule_names

# The engine follows a name from measure to measure and from rule to rule; a rubric made to be
# read needs five or six such steps, and none may exhaust the process.
LONGEST = 40

Edges = Mapping[str, tuple[str, ...]]


def check_chains(nodes: Nodes, named: Mapping[str, Path]) -> Iterator[Problem]:
    """Find each loop once, at its first name in the file, and the first chain that is too long."""
    edges, weights = _edges(nodes)
    depths = _depths(edges, weights)
    tangled = {name: reads for name, reads in edges.items() if name not in depths}
    reported: set[str] = set()
    for name, path in named.items():
        if name in tangled and name not in reported:
            loop = _loop(tangled, name)
            reported.update(loop)
            if loop:
                way = (*loop, name) if len(loop) < 8 else (*loop[:6], "…", name)
                yield problem("cycle", (*path, "id"), name=name, loop=" → ".join(way))
    too_long = [name for name in named if depths.get(name, 0) > LONGEST]
    if too_long or len(tangled) > LONGEST:
        name = (too_long or list(tangled))[0]
        yield problem("chain-too-long", (*named[name], "id"), name=name, limit=LONGEST)


def _edges(nodes: Nodes) -> tuple[Edges, Mapping[str, int]]:
    """What each name reads, and how far a rule goes to read it."""
    edges = {name: nodes.reads(name) for name in (*nodes.measures, *nodes.dimensions)}
    weights = dict.fromkeys(edges, 1)
    rules = {c.id: tuple((c.computed or {}).values()) for c in nodes.rubric.criteria}
    for measure in nodes.rubric.measures:
        unless = getattr(measure, "unless", None)
        rules[measure.id] = () if unless is None else (unless,)
    for name, own in rules.items():
        edges[name] = (*edges.get(name, ()), *(read for rule in own for read in rule_names(rule)))
        weights[name] = 1 + max((_nesting(rule) for rule in own), default=0)
    return edges, weights


def _nesting(rule: Rule) -> int:
    match rule:
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            return 1 + max(_nesting(part) for part in parts)
        case InGroup():
            return 1 + _nesting(rule.meet)
        case _:
            return 1


def _depths(edges: Edges, weights: Mapping[str, int]) -> Mapping[str, int]:
    """How far each name leads; those in a loop, or that lead to one, are left out."""
    readers: dict[str, list[str]] = {}
    waiting = {name: len({r for r in reads if r in edges}) for name, reads in edges.items()}
    for name, reads in edges.items():
        for read in {r for r in reads if r in edges}:
            readers.setdefault(read, []).append(name)
    depths: dict[str, int] = {}
    ready = deque(name for name, count in waiting.items() if count == 0)
    while ready:
        name = ready.popleft()
        below = max((depths.get(read, 0) for read in edges[name]), default=0)
        depths[name] = weights[name] + below
        for reader in readers.get(name, ()):
            waiting[reader] -= 1
            if waiting[reader] == 0:
                ready.append(reader)
    return depths


def _loop(edges: Edges, name: str) -> tuple[str, ...]:
    """Find a shortest way from a name back to itself; empty where there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([name])
    while waiting:
        current = waiting.popleft()
        for read in edges.get(current, ()):
            if read == name:
                return _way(came_from, name, current)
            if read in edges and read not in came_from:
                came_from[read] = current
                waiting.append(read)
    return ()


def _way(came_from: Mapping[str, str], start: str, end: str) -> tuple[str, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
