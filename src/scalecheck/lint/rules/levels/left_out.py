"""What may be left out of a rubric: questions answered "not applicable", or not asked at all."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations, islice, product

from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope

MOST_SUBSETS = 8
MOST_CONDITIONS = 3
MOST_TOGETHER = 256
_NOTHING: frozenset[str] = frozenset()


def find_way(
    logic: Logic, names: Iterable[str], is_open: Callable[[Logic], bool], *, is_level: bool = True
) -> Scope | None:
    """Find what to leave out so that something becomes possible.

    Args:
        logic: the rubric with everything asked.
        names: the criteria that matter.
        is_open: tells of the rubric with some left out whether the thing is possible.
        is_level: the thing is about levels, which are said only where enough applies.

    Returns:
        The first way: the fewest "not applicable", else what a track, a strategy or a condition
        leaves out, else several of these together; None where no way was found (see
        `tries_all`), or where the purse of the logic was emptied before.
    """
    for scope in scopes(logic.nodes, frozenset(names), is_level=is_level):
        if logic.purse.is_empty:
            break
        if is_open(logic.within(scope)):
            return scope
    return None


def scopes(nodes: Nodes, names: frozenset[str], *, is_level: bool = True) -> Iterator[Scope]:
    """The ways to leave out some of the criteria named, the simplest first."""
    lefts, outs = _not_applicable(nodes, names), _outs(nodes, names)
    for left in lefts[1:]:
        if not is_level or leaves_enough(nodes, left):
            yield Scope(_NOTHING, frozenset(left))
    if nodes.rubric.groups:
        yield Scope(unshared=True)
    yield from (Scope(out) for out in outs[1:])
    together = (
        Scope(out, frozenset(left), unshared=unshared)
        for out, left, unshared in product(outs, lefts, _sharing(nodes))
        if bool(out) + bool(left) + unshared > 1
        and not out.intersection(left)
        and (not is_level or leaves_enough(nodes, left, out))
    )
    yield from islice(together, MOST_TOGETHER)


def tries_all(nodes: Nodes, names: frozenset[str]) -> bool:
    """Tell whether every way to leave out some of the criteria named is tried."""
    count = len(_not_applicable(nodes, names)) * len(_outs(nodes, names)) * len(_sharing(nodes))
    is_few = len(_optional(nodes, names)) <= MOST_SUBSETS
    return is_few and len(_conditional(nodes, names)) <= MOST_CONDITIONS and count <= MOST_TOGETHER


def _sharing(nodes: Nodes) -> tuple[bool, ...]:
    return (False, True) if nodes.rubric.groups else (False,)


def _optional(nodes: Nodes, names: frozenset[str]) -> list[str]:
    return [c.id for c in nodes.asked() if c.not_applicable == "allowed" and c.id in names]


def _conditional(nodes: Nodes, names: frozenset[str]) -> list[str]:
    return [c.id for c in nodes.rubric.criteria if c.applies_when and c.id in names]


def _not_applicable(nodes: Nodes, names: frozenset[str]) -> list[tuple[str, ...]]:
    """What may be answered "not applicable" together, nothing first."""
    optional = _optional(nodes, names)
    most = len(optional) if len(optional) <= MOST_SUBSETS else 2
    return _subsets(optional, most)


def _outs(nodes: Nodes, names: frozenset[str]) -> list[frozenset[str]]:
    """What may not be asked, by conditions, a track and strategies together; nothing first."""
    conditional = _conditional(nodes, names)
    most = len(conditional) if len(conditional) <= MOST_CONDITIONS else 1
    by_condition = [frozenset(some) for some in _subsets(conditional, most)]
    by_track = [_NOTHING, *(names.intersection(t.waives) for t in nodes.rubric.tracks)]
    by_strategy = [_NOTHING]
    for strategy in nodes.rubric.strategies:  # of several, what all of them waive
        waived = names.intersection(strategy.waives)
        by_strategy += [waived, *(waived & other for other in by_strategy)]
        by_strategy = list(dict.fromkeys(by_strategy))
    ways = product(by_condition, dict.fromkeys(by_track), by_strategy)
    return sorted(dict.fromkeys(a | b | c for a, b, c in ways), key=len)


def _subsets(names: list[str], most: int) -> list[tuple[str, ...]]:
    """The sets of up to so many names, and all of them, the fewest first."""
    found = list(chain.from_iterable(combinations(names, size) for size in range(most + 1)))
    return found if most >= len(names) else [*found, tuple(names)]


def leaves_enough(
    nodes: Nodes, left_out: tuple[str, ...], out: frozenset[str] = frozenset()
) -> bool:
    """Tell whether enough of what is asked applies for a level to be said at all."""
    asked = sum(1 for criterion in nodes.asked() if criterion.id not in out)
    least = nodes.rubric.non_answers.not_applicable.min_applicable
    return asked - len(left_out) >= least * asked
