"""Which sets of criteria suffice for each level, and which block it, for owners to confirm."""

from collections.abc import Iterator
from functools import reduce
from itertools import combinations, islice
from math import comb
from operator import and_, or_

from scalecheck.lint.coalition_sets import Found, Solver, acting_vetoes, asks, least_of, positions
from scalecheck.lint.weighing import weigh
from scalecheck.model.coalition import Asked, Coalition, Kind, LevelCoalitions, Sets
from scalecheck.model.item_measures import Highest, Ladder
from scalecheck.model.levels import Level
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import AllOf, AnyOf, AtLeast, Majority, Rule

LISTED = 12


def read_coalitions(rubric: Rubric) -> tuple[LevelCoalitions, ...]:
    """Read, for each level of a sound rubric, which sets suffice and which block.

    Each set is minimal: without any one of its members, it would not do. The levels of a headline
    that climbs a ladder of items are read from its items; those of another measure ask nothing.
    """
    nodes = nodes_of(rubric)
    return tuple(LevelCoalitions(v.value, tuple(_parts(nodes, v))) for v in rubric.levels)


def _parts(nodes: Nodes, level: Level) -> Iterator[Coalition]:
    """The parts of a level, all of them needed: its plain requirements together, and first."""
    headline = nodes.measures.get(nodes.rubric.headline)
    if level.requires is None:
        if isinstance(headline, Ladder | Highest) and level.value in headline.items:
            yield _read_items(nodes, headline, level.value)
        return
    every = tuple(_flatten(level.requires))
    plain = tuple(a for part in every if not _is_choice(part) for a in asks(part))
    if plain:
        yield _gate(plain)
    for part in every:
        if _is_choice(part):
            yield _read_choice(nodes, part)


def _flatten(rule: Rule) -> Iterator[Rule]:
    if isinstance(rule, AllOf):
        for part in rule.all_of:
            yield from _flatten(part)
    else:
        yield rule


def _is_choice(rule: Rule) -> bool:
    return isinstance(rule, AnyOf | AtLeast | Majority)


def _read_choice(nodes: Nodes, rule: Rule) -> Coalition:
    if isinstance(rule, AtLeast):
        asked = tuple(asks(rule))
        return _some_of(asked, least_of(rule.at_least, len(asked)))
    solver = Solver(nodes, rule)
    enough = solver.sufficient()
    sets = _list_sets(enough), _list_sets(solver.blocking())
    if isinstance(rule, Majority):
        return _read_majority(nodes, rule, Coalition(Kind.MAJORITY, solver.asked, *sets))
    return Coalition(Kind.ANY_OF, solver.asked, *sets, *_roles(len(solver.asked), enough))


def _read_majority(nodes: Nodes, rule: Majority, found: Coalition) -> Coalition:
    """Add what a majority alone has: weights, a threshold, vetoes."""
    terms, weighing = rule.majority, weigh(nodes, rule.majority)
    if weighing is None:
        return found
    always = weighing.must.union(weighing.compulsory)
    acting = acting_vetoes(nodes, terms)
    vetoed = {ask.name for ask in acting}
    idle = weighing.idle if weighing.is_decided else ()
    return found._replace(
        compulsory=tuple(n for n, name in enumerate(weighing.names) if name in always),
        idle=tuple(
            n for n, name in enumerate(weighing.names) if name in idle and name not in vetoed
        ),
        quota=terms.threshold,
        weights=tuple(weighing.weights[name] * weighing.unit for name in weighing.names),
        vetoes=acting,
    )


def _read_items(nodes: Nodes, ladder: Ladder | Highest, level: str) -> Coalition:
    """What a ladder asks of the items of a level."""
    names = ladder.items[level]
    asked = tuple(Asked(name, ladder.at.item or _second_worst(nodes, name)) for name in names)
    return _some_of(asked, least_of(ladder.at.quota, len(asked)))


def _second_worst(nodes: Nodes, name: str) -> str:
    typed = nodes.typed(name)
    return str(typed.scale.by_rank[1].value) if typed and typed.scale else ""


def _gate(asked: tuple[Asked, ...]) -> Coalition:
    every = tuple(range(len(asked)))
    alone = tuple((position,) for position in every)
    return Coalition(Kind.GATE, asked, Sets((every,)), Sets(alone), every)


def _some_of(asked: tuple[Asked, ...], count: int) -> Coalition:
    """So many of them, whichever: a gate when it is all of them."""
    if count >= len(asked):
        return _gate(asked)
    sizes = count, len(asked) - count + 1
    enough, blocking = (_list_equal(len(asked), size) for size in sizes)
    return Coalition(Kind.AT_LEAST, asked, enough, blocking, quota=count)


def _list_equal(total: int, size: int) -> Sets:
    listed = tuple(islice(combinations(range(total), size), LISTED))
    return Sets(listed, comb(total, size) - len(listed))


def _list_sets(found: Found) -> Sets:
    """The smallest sets first, then in the order of the rubric."""
    if found is None:
        return Sets((), None)
    ordered = sorted((positions(one) for one in found), key=lambda one: (len(one), one))
    return Sets(tuple(ordered[:LISTED]), max(0, len(ordered) - LISTED))


def _roles(total: int, enough: Found) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Those in every sufficient set, and those in none; nobody where sets were not all found."""
    if not enough:
        return (), ()
    return positions(reduce(and_, enough)), positions((1 << total) - 1 & ~reduce(or_, enough))
