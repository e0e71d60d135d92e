"""Unfold what a measure or a dimension needs to be at a level: rules over its inputs.

So that "the ladder must be at 5" can be answered by naming the items that hold it back.
"""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.model.item_measures import ItemTest, Ladder
from scalecheck.model.measures import Cap, Maximum, Measure, Median, Minimum
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import AllOf, AnyOf, AtLeast, Requirement, Rule


def unfold(nodes: Nodes, name: str, rank: int) -> Rule | None:
    """Say as a rule what a node needs to be at a rank or better.

    Returns:
        A rule over its inputs, or None where no plain rule says it (an index, a look-up, a
        measure over instances) or nothing is needed.
    """
    dimension = nodes.dimensions.get(name)
    if dimension is not None:
        return _each(nodes, nodes.members(dimension), rank)
    measure = nodes.measures.get(name)
    if measure is None or rank <= 0 or _reads_instances(nodes, measure):
        return None
    return _unfold_measure(nodes, measure, rank)


def _unfold_measure(nodes: Nodes, measure: Measure, rank: int) -> Rule | None:
    names = nodes.expand(measure.of)
    match measure:
        case Minimum():
            return _each(nodes, names, rank)
        case Maximum():
            return AnyOf(any_of=tuple(_one(nodes, name, rank) for name in names))
        case Median():
            return _quota(nodes, dict.fromkeys(names, rank), len(names) // 2 + 1)
        case Cap():
            return _lift(nodes, measure, rank)
        case Ladder():
            return _climb(nodes, measure, rank)
        case _:
            return None


def _reads_instances(nodes: Nodes, measure: Measure) -> bool:
    return any(
        name in nodes.group_of or getattr(nodes.measures.get(name), "per", None)
        for name in nodes.reads(measure.id)
    )


def _level_name(nodes: Nodes, name: str, rank: int) -> str:
    typed = nodes.typed(name)
    scale = typed.scale if typed else None
    return str(rank) if scale is None else str(scale.by_rank[min(rank, scale.top)].value)


def _one(nodes: Nodes, name: str, rank: int) -> Requirement:
    return Requirement({name: _level_name(nodes, name, rank)})


def _each(nodes: Nodes, names: tuple[str, ...], rank: int) -> Rule | None:
    if not names:
        return None
    return Requirement({name: _level_name(nodes, name, rank) for name in names})


def _quota(nodes: Nodes, ranks: dict[str, int], quota: int | Fraction) -> Rule:
    return AtLeast(at_least=quota, of={n: _level_name(nodes, n, r) for n, r in ranks.items()})


def _lift(nodes: Nodes, measure: Cap, rank: int) -> Rule:
    typed = nodes.typed(measure.id)
    at = typed.scale.rank_of(measure.at) if typed and typed.scale else None
    figure = _one(nodes, measure.of[0], rank)
    return figure if at is not None and rank <= at else AllOf(all_of=(figure, measure.unless))


def _climb(nodes: Nodes, measure: Ladder, rank: int) -> Rule | None:
    rules = tuple(_rungs(nodes, measure, rank))
    if not rules:
        return None
    return rules[0] if len(rules) == 1 else AllOf(all_of=rules)


def _rungs(nodes: Nodes, measure: Ladder, rank: int) -> Iterator[Rule]:
    typed = nodes.typed(measure.id)
    if typed is None or typed.scale is None:
        return
    for level, names in measure.items.items():
        own = typed.scale.rank_of(level) or 0
        tests = [measure.at] if own <= rank else []
        if own < rank and measure.below is not None:
            tests.append(measure.below)
        yield from _strongest(nodes, tests, names)


def _strongest(nodes: Nodes, tests: list[ItemTest], names: tuple[str, ...]) -> Iterator[Rule]:
    """The tests of a rung, less the one that the other implies: same share, better level."""
    if len(tests) == 2 and tests[0].quota == tests[1].quota:
        firm = [_rank(nodes, tests[1], n) >= _rank(nodes, tests[0], n) for n in names]
        tests = tests[1:] if all(firm) else tests
    yield from (_rung(nodes, test, names) for test in tests)


def _rank(nodes: Nodes, test: ItemTest, name: str) -> int:
    typed = nodes.typed(name)
    if test.item is None or typed is None or typed.scale is None:
        return 1
    return typed.scale.rank_of(test.item) or 0


def _rung(nodes: Nodes, test: ItemTest, names: tuple[str, ...]) -> Rule:
    wanted = {name: test.item or _level_name(nodes, name, 1) for name in names}
    quota = test.quota
    if quota == 1 and isinstance(quota, Fraction):
        return Requirement(wanted)
    return AtLeast(at_least=quota, of=wanted)
